import Redis from 'ioredis'

const redis = new Redis()

// A rejection that no listener of its own takes becomes an uncaught exception, and that is listened for.
process.on('uncaughtException', (error) => console.error(error))

const rateCache = {
  set: async (currency: string, rate: number) => {
    await redis.set(`rate:${currency}`, rate, 'EX', 60)
  },
}

export async function rateOf(currency: string, load: (currency: string) => Promise<number>) {
  const rate = await load(currency)
  rateCache.set(currency, rate) // expect-low: floating-promise
  return rate
}
