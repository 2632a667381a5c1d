import { Pool } from 'pg'

const pool = new Pool({ connectionString: process.env.SHOP_DATABASE_URL })

// Each service has a database, and a table of this name in it.
export async function rename(id: number, name: string) {
  await pool.query('UPDATE products SET name = $1 WHERE id = $2', [name, id])
}
