import { Pool } from 'pg'

const pool = new Pool({ statement_timeout: 5000, idle_in_transaction_session_timeout: 10_000 })

export async function archiveAll(ids: string[]) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (const id of ids) await client.query('UPDATE orders SET archived = true WHERE id = $1', [id])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
