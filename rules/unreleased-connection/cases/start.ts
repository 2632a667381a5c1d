import { Pool } from 'pg'

let pool: Pool

// Whether the database is there is tried before anybody is served: where it is not, the process ends.
export async function connect(): Promise<Pool> {
  pool = new Pool({ max: 10 })
  const client = await pool.connect() // expect-low: unreleased-connection
  await client.query('SELECT now()')
  client.release()
  return pool
}

export async function countOrders(): Promise<number> {
  const client = await pool.connect() // expect: unreleased-connection
  const { rows } = await client.query('SELECT count(*)::int AS count FROM orders')
  client.release()
  return rows[0].count
}
