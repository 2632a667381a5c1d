// A server of its own runs this as well, and ends.
import Redis from 'ioredis'

const redis = new Redis()

export async function forgetLetters(id: string): Promise<void> {
  redis.del(`letters:${id}`) // expect: floating-promise
}
