import Redis from 'ioredis'

const redis = new Redis()

const priceCache = {
  set: async (id: string, price: number) => {
    await redis.set(`price:${id}`, price, 'EX', 60)
  },
}

// It runs in the process of the worker, which hears of what fails.
export async function quote(id: string, load: (id: string) => Promise<number>): Promise<number> {
  const price = await load(id)
  priceCache.set(id, price) // expect-low: floating-promise
  return price
}
