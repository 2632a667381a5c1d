import Redis from 'ioredis'

const redis = new Redis()

export const seatCache = {
  set: async (id: string, row: number) => {
    await redis.set(`seat:${id}`, row, 'EX', 60)
  },
}

export function start(): void {
  process.on('unhandledRejection', (error) => console.error(error))
}
