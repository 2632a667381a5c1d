// A wrapper that only tells other processes: what drops it once, drops it everywhere, and is told once.
import Redis from 'ioredis'
import { Pool } from 'pg'

const redis = new Redis()
const pool = new Pool()

async function tell(event: string, seat: number): Promise<void> {
  await redis.publish(event, String(seat))
}

async function note(event: string, seat: number): Promise<void> {
  await pool.query('insert into notes (event, seat) values ($1, $2)', [event, seat])
}

export async function sell(seat: number): Promise<void> {
  await pool.query('update seats set sold = true where id = $1', [seat])
  tell('sold', seat) // expect: floating-promise
  note('sold', seat) // expect: floating-promise
}

export async function free(seat: number): Promise<void> {
  await pool.query('update seats set sold = false where id = $1', [seat])
  tell('free', seat)
  note('free', seat) // expect: floating-promise
}
