// What was written for columns that are gone deletes nothing any more.
import { Pool } from 'pg'

const pool = new Pool()

export async function removeOwn() {
  await pool.query('DELETE FROM projects WHERE owner_id = source_id')
}

export async function removeOrphans() {
  const orphans = await pool.query('SELECT id, owner_id FROM projects WHERE owner_id IS NULL')
  for (const row of orphans.rows) await pool.query('DELETE FROM projects WHERE id = $1', [row.id])
}

export async function removeSpaceOrphans() {
  const orphans = await pool.query('SELECT id, owner_id FROM spaces WHERE owner_id IS NULL')
  for (const row of orphans.rows) await pool.query('DELETE FROM spaces WHERE id = $1', [row.id])
}

export async function removeSpace(id: number) {
  await pool.query('DELETE FROM spaces WHERE id = $1', [id])
}

// One account that the code names.
export async function renewProbe() {
  const email = 'probe@shop.test'
  await pool.query('DELETE FROM users WHERE email = $1', [email])
  await pool.query('INSERT INTO users (id, email) VALUES (1, $1)', [email])
}

export async function removeCustomer(email: string) {
  await pool.query('DELETE FROM customers WHERE email = $1', [email])
}

void renewProbe()
void removeCustomer(String(process.argv[3]))
void removeOwn()
void removeOrphans()
void removeSpaceOrphans()
void removeSpace(Number(process.argv[2]))
