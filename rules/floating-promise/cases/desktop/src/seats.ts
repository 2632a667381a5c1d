// The process warns of rejections and goes on.
import Redis from 'ioredis'
import { Pool } from 'pg'

const redis = new Redis()
const pool = new Pool()

async function note(hall: string): Promise<void> {
  await pool.query('insert into views (hall) values ($1)', [hall])
}

export async function showSeats(hall: string): Promise<void> {
  redis.del(`seats:${hall}`) // expect-low: floating-promise
  note(hall) // expect: floating-promise
}
