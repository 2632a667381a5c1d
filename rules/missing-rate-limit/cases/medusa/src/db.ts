import { Pool } from 'pg'

const db = new Pool()

/** Keeps what was sent. */
export async function keep(table: 'files' | 'offers', body: unknown): Promise<void> {
  await db.query(table === 'files' ? 'INSERT INTO files (body) VALUES ($1)' : 'INSERT INTO offers (body) VALUES ($1)', [JSON.stringify(body)])
}
