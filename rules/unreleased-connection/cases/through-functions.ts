import { Pool, type PoolClient } from 'pg'
import type { DataSource, QueryRunner } from 'typeorm'

const pool = new Pool()

/** Connections of the project come from here. */
export const connect = () => pool.connect()

export async function clientFor(name: string): Promise<PoolClient> {
  const client = await pool.connect()
  await client.query('SET application_name = $1', [name])
  return client
}

export async function total(id: string) {
  const client = await connect() // expect: unreleased-connection
  const { rows } = await client.query('SELECT total FROM orders WHERE id = $1', [id])
  client.release()
  return rows[0]
}

export async function totalOf(id: string) {
  const client = await connect()
  try {
    const { rows } = await client.query('SELECT total FROM orders WHERE id = $1', [id])
    return rows[0]
  } finally {
    client.release()
  }
}

export async function report(id: string) {
  const client = await clientFor('report') // expect: unreleased-connection
  return client.query('SELECT total FROM orders WHERE id = $1', [id])
}

// Handed on twice before it is given back.
async function finish(client: PoolClient, sql: string) {
  try {
    return await client.query(sql)
  } finally {
    client.release()
  }
}

class Statement {
  constructor(private readonly sql: string) {}

  load(client: PoolClient) {
    return this.run(client)
  }

  private run(client: PoolClient) {
    return finish(client, this.sql)
  }
}

export async function openInvoices() {
  const client = await pool.connect()
  return new Statement('SELECT id FROM invoices LIMIT 100').load(client)
}

// Nothing but the begin of the transaction stands between taking and giving back, tried more than once.
export class Books {
  constructor(private readonly source: DataSource) {}

  async close(id: string) {
    const runner = this.source.createQueryRunner()
    await this.begin(runner)
    try {
      await runner.query('UPDATE books SET open = false WHERE id = $1', [id])
      await runner.commitTransaction()
    } catch (error) {
      await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }

  private async begin(runner: QueryRunner) {
    async function attempt() {
      try {
        await runner.startTransaction()
        return true
      } catch {
        return false
      }
    }
    for (let attempts = 1; attempts < 25; attempts++) {
      if (await attempt()) return
      await new Promise((resolve) => setTimeout(resolve, attempts * 20))
    }
    throw new Error('busy')
  }

  async closeNoted(id: string) {
    const runner = this.source.createQueryRunner() // expect: unreleased-connection
    await this.beginNoted(runner, id)
    try {
      await runner.query('UPDATE books SET open = false WHERE id = $1', [id])
      await runner.commitTransaction()
    } catch (error) {
      await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }

  private async beginNoted(runner: QueryRunner, id: string) {
    await runner.startTransaction()
    await runner.query('INSERT INTO notes (book) VALUES ($1)', [id])
  }
}
