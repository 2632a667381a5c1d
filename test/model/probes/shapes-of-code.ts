import { Pool } from 'pg'

const pool = new Pool()

// An object of functions.
export const orders = {
  find: (id: string) => pool.query('SELECT * FROM orders WHERE id = $1', [id]), // operation: query read many orders
  async close(id: string) {
    await pool.query('UPDATE orders SET closed = true WHERE id = $1', [id]) // operation: query write many orders
  },
}

// A closure that a constructor makes.
export function createInvoices(db: Pool) {
  const find = (id: string) => db.query('SELECT * FROM invoices WHERE id = $1', [id]) // operation: query read many invoices
  return { find }
}

// Curried.
export const counted = (table: string) => async (id: string) => {
  await pool.query('SELECT count(*) FROM orders WHERE id = $1', [id]) // operation: query aggregate one orders
  return table
}

abstract class Store {
  abstract load(id: string): Promise<unknown>

  loadTwice(id: string) {
    return [this.load(id), this.load(id)] // runs: CacheStore.load, OrderStore.load
  }
}

class OrderStore extends Store {
  load(id: string) {
    return orders.find(id) // runs: find; leads to: pool.query
  }
}

class CacheStore extends Store {
  async load(id: string) {
    return id
  }
}

class Overloaded {
  static load(id: string): Promise<unknown>
  static load(id: string, quick: boolean): Promise<unknown>
  static load(id: string) {
    return orders.find(id) // leads to: pool.query
  }
}

const invoices = createInvoices(pool)
const { find } = invoices

export async function main(store: Store, values: Map<string, string>) {
  await store.load('1') // runs: CacheStore.load, OrderStore.load; leads to: pool.query
  await invoices.find('1') // runs: find; leads to: db.query
  await find('1') // runs: find; leads to: db.query
  await counted('orders')('1') // leads to: pool.query
  const bound = orders.close.bind(orders)
  await bound('1') // leads to: pool.query
  await Overloaded.load('1') // runs: Overloaded.load; leads to: pool.query
  // The same names on other things are no queries.
  values.delete('1')
  ;[1, 2].find((value) => value === 1)
  return [new OrderStore(), new CacheStore()]
}

// ---- Interfaces between a member and its implementations -------------------------------------------------------

interface AnyStore<Row> {
  loadAll(): Promise<Row[]>
}

interface VoucherStore extends AnyStore<{ code: string }> {
  redeem(code: string): Promise<void>
}

class SqlVoucherStore implements VoucherStore {
  async loadAll() {
    return [{ code: 'A' }]
  }

  async redeem(_code: string) {}
}

class OtherStore implements AnyStore<number> {
  async loadAll() {
    return [1]
  }
}

export class VoucherService {
  constructor(
    private readonly vouchers: VoucherStore,
    private readonly others: OtherStore,
  ) {}

  async list() {
    await this.others.loadAll() // runs: OtherStore.loadAll
    return this.vouchers.loadAll() // runs: SqlVoucherStore.loadAll
  }
}

export const voucherStores = [SqlVoucherStore, OtherStore]
