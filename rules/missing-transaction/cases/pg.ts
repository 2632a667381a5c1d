import { Pool, type PoolClient } from 'pg'

const pool = new Pool()

export async function move(from: string, to: string, amount: number) {
  await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from]) // expect: missing-transaction
  await pool.query('INSERT INTO transfers (source, target, amount) VALUES ($1, $2, $3)', [from, to, amount])
}

export async function moveSafely(from: string, to: string, amount: number) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from])
    await client.query('INSERT INTO transfers (source, target, amount) VALUES ($1, $2, $3)', [from, to, amount])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function withTransaction<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await run(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

export async function moveWithHelper(from: string, to: string, amount: number) {
  await withTransaction(async (client) => {
    await client.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from])
    await client.query('INSERT INTO transfers (source, target, amount) VALUES ($1, $2, $3)', [from, to, amount])
  })
}
