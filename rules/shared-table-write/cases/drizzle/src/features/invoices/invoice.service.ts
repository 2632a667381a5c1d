import { eq } from 'drizzle-orm'
import { db } from '../../db'
import { invoices } from '../../schema'

export class InvoiceService {
  async open(id: number) {
    await db.insert(invoices).values({ id, state: 'open' })
  }

  async pay(id: number) {
    await db.update(invoices).set({ state: 'paid' }).where(eq(invoices.id, id))
  }
}
