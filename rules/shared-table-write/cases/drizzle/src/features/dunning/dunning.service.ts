import { eq } from 'drizzle-orm'
import { db } from '../../db'
import { invoices, reminders } from '../../schema'

export class DunningService {
  async remind(id: number) {
    await db.insert(reminders).values({ id, invoiceId: id })
    await db.update(invoices).set({ state: 'overdue' }).where(eq(invoices.id, id)) // expect: shared-table-write
  }
}
