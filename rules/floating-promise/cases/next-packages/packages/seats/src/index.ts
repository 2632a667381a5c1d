// Only the server of Next runs this, which writes down what nobody handles: the next reader makes the entry again.
import Redis from 'ioredis'
import { Pool } from 'pg'

const redis = new Redis()
const pool = new Pool()

async function insertIntoCache(id: string): Promise<void> {
  await pool.query('insert into seat_cache (id) values ($1)', [id])
}

async function insertIntoLog(id: string): Promise<void> {
  await pool.query('insert into holds (id) values ($1)', [id])
}

export async function holdSeat(id: string): Promise<void> {
  await pool.query('update seats set held = true where id = $1', [id])
  redis.del(`seat:${id}`) // expect-low: floating-promise
  insertIntoCache(id) // expect-low: floating-promise
  insertIntoLog(id) // expect: floating-promise
}
