import { PrismaClient } from '@prisma/client'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'

const prisma = new PrismaClient()
const orders = pgTable('orders', { id: integer('id').primaryKey(), status: text('status') })
const payments = pgTable('payments', { orderId: integer('order_id'), amount: integer('amount') })
const db = drizzle('postgres://localhost/shop')

export async function pay(orderId: number) {
  await prisma.payment.create({ data: { orderId, status: 'paid' } }) // expect: missing-transaction
  console.log('paid', orderId)
  await prisma.order.update({ where: { id: orderId }, data: { status: 'paid' } })
}

export async function settle(orderId: number, amount: number) {
  await db.insert(payments).values({ orderId, amount }) // expect: missing-transaction
  await db.update(orders).set({ status: 'settled' })
}

// Each of them may fail, and nobody minds.
export async function forget(customerId: number) {
  try {
    await prisma.invoice.deleteMany({ where: { customerId } }) // expect-low: missing-transaction
  } catch {}
  try {
    await prisma.order.deleteMany({ where: { customerId } })
  } catch {}
}
