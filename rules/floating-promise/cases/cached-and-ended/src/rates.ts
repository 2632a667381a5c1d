import Redis from 'ioredis'

const redis = new Redis()

function stop(error: unknown): void {
  console.error('going down', error)
  process.exit(1)
}

// Whoever is told of it ends the process.
process.on('unhandledRejection', (error) => {
  stop(error)
})

const rateCache = {
  set: async (currency: string, rate: number) => {
    await redis.set(`rate:${currency}`, rate, 'EX', 60)
  },
}

export async function rateOf(currency: string, load: (currency: string) => Promise<number>): Promise<number> {
  const rate = await load(currency)
  rateCache.set(currency, rate) // expect: floating-promise
  return rate
}
