import Redis from 'ioredis'

const redis = new Redis()

process.on('unhandledRejection', (error) => console.error(error))

const priceCache = {
  set: async (id: string, price: number) => {
    await redis.set(`price:${id}`, price, 'EX', 60)
  },
}

async function forget(id: string) {
  await redis.del(`price:${id}`)
}

// The process hears of it, and the next reader makes the entry again.
export async function quote(id: string, load: (id: string) => Promise<number>) {
  const price = await load(id)
  priceCache.set(id, price) // expect-low: floating-promise
  return price
}

// Not a copy of anything: whoever waits for the lock waits for ever.
export async function sell(id: string) {
  forget(id) // expect: floating-promise
  return id
}

const loading = new Map<string, Promise<number>>()

async function fetchPrice(id: string): Promise<number> {
  const answer = await fetch(`https://prices.example/${id}`)
  return (await answer.json()) as number
}

// Whether there is a promise is asked, and not what it gives.
export async function shared(id: string): Promise<number | null> {
  return loading.get(id) || null
}

async function check(id: string) {
  const price = await fetchPrice(id)
  return { price, error: price > 100 ? 'too dear' : undefined }
}

// The optional chain belongs to the promise, and await to nothing.
export async function refuses(id: string) {
  // @ts-expect-error that is the mistake
  const error = await check(id)?.error // expect: floating-promise
  return error !== undefined
}
