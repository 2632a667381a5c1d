import Redis from 'ioredis'

const redis = new Redis()

const stockCache = {
  set: async (id: string, amount: number) => {
    await redis.set(`stock:${id}`, amount, 'EX', 60)
  },
}

// The worker is another process: what it listens to says nothing of this one.
export async function count(id: string, load: (id: string) => Promise<number>): Promise<number> {
  const amount = await load(id)
  stockCache.set(id, amount) // expect: floating-promise
  return amount
}
