// SQLite has one connection, and no pool that it could be missing from.
import { DataSource } from 'typeorm'

const till = new DataSource({ type: 'better-sqlite3', database: 'till.db' })
const shop = new DataSource({ type: 'postgres', url: 'postgres://localhost/shop' })

export async function closeTill(id: number) {
  const runner = till.createQueryRunner()
  await runner.query('UPDATE tills SET open = 0 WHERE id = ?', [id])
  await runner.release()
}

export async function closeShop(id: number) {
  const runner = shop.createQueryRunner() // expect: unreleased-connection
  await runner.query('UPDATE shops SET open = false WHERE id = $1', [id])
  await runner.release()
}

export class TillStore {
  constructor(private readonly source: DataSource) {}

  async prepare() {
    const runner = this.source.createQueryRunner()
    await runner.query('CREATE TABLE IF NOT EXISTS tills (id INTEGER PRIMARY KEY, state TEXT)')
    await runner.release()
  }

  async keep(id: number, state: string) {
    await this.source.query('INSERT OR REPLACE INTO tills (id, state) VALUES (?, ?)', [id, state])
  }
}

export class ShopStore {
  constructor(private readonly source: DataSource) {}

  async prepare() {
    const runner = this.source.createQueryRunner() // expect: unreleased-connection
    await runner.query('CREATE TABLE IF NOT EXISTS shops (id INTEGER PRIMARY KEY, state TEXT)')
    await runner.release()
  }

  async keep(id: number, state: string) {
    await this.source.query('INSERT INTO shops (id, state) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET state = $2', [id, state])
  }
}
