import { db } from '../../db'
import { invoices } from '../../schema'

// Filling the tables of others is its work.
export async function fill() {
  await db.insert(invoices).values({ id: 1, state: 'open' })
}
