import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const invoices = pgTable('invoices', { id: integer('id').primaryKey(), state: text('state') })
export const reminders = pgTable('reminders', { id: integer('id').primaryKey(), invoiceId: integer('invoice_id') })
