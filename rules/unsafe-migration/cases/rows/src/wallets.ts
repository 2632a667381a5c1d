import { Pool } from 'pg'

const pool = new Pool()

export async function rename(id: number, name: string): Promise<void> {
  await pool.query('UPDATE wallets SET name = $1 WHERE id = $2', [name, id])
}

export async function currencies(): Promise<unknown[]> {
  const { rows } = await pool.query('SELECT code, symbol FROM currencies WHERE code = ANY($1)', [['EUR', 'CHF']])
  return rows
}
