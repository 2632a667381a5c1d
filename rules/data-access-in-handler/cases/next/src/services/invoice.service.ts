import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const db = drizzle(process.env.DATABASE_URL ?? '')
export const invoices = pgTable('invoices', { id: integer('id').primaryKey(), state: text('state') })

export async function openInvoices() {
  return db.select().from(invoices).where(eq(invoices.state, 'open')).limit(100)
}

export async function payInvoice(id: number) {
  await db.update(invoices).set({ state: 'paid' }).where(eq(invoices.id, id))
}
