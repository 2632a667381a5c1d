import { Injectable } from '@nestjs/common'
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

@Injectable()
export class Database {
  private readonly pool = new Pool()

  // Where this fails, nothing is started.
  async onModuleInit() {
    const client = await this.pool.connect() // expect-low: unreleased-connection
    await client.query('SELECT 1')
    client.release()
  }

  async check() {
    const client = await this.pool.connect() // expect: unreleased-connection
    await client.query('SELECT 1')
    client.release()
  }
}

async function applyChange(text: string) {
  const client = await pool.connect() // expect-low: unreleased-connection
  await client.query(text)
  client.release()
}

// The process ends with the first error.
async function migrate() {
  try {
    await applyChange('CREATE TABLE orders (id int)')
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}

void migrate()
