import { PrismaClient } from '@prisma/client'
import { knex, type Knex } from 'knex'
import { DataTypes, Sequelize } from 'sequelize'

const prisma = new PrismaClient()
const db = knex({ client: 'pg' })
const sequelize = new Sequelize('postgres://localhost/shop')
const Order = sequelize.define('Order', { status: DataTypes.STRING })
const Payment = sequelize.define('Payment', { orderId: DataTypes.INTEGER })

// All of it goes around the transaction: one finding.
export async function pay(orderId: number) {
  await prisma.$transaction(async () => { // expect: escaped-transaction
    await prisma.order.update({ where: { id: orderId }, data: { status: 'paid' } })
    await prisma.payment.create({ data: { orderId, status: 'done' } })
  })
}

export async function payAll(orderId: number) {
  await sequelize.transaction(async () => { // expect: escaped-transaction
    await Order.update({ status: 'paid' }, { where: { id: orderId } })
    await Payment.create({ orderId })
  })
}

export async function refund(orderId: number) {
  await sequelize.transaction(async (transaction) => {
    await Order.update({ status: 'refunded' }, { where: { id: orderId }, transaction })
    await Payment.destroy({ where: { orderId } }) // expect: escaped-transaction
  })
}

async function removeLines(client: Knex, orderId: number) {
  await client('order_lines').where({ order_id: orderId }).delete()
}

export async function remove(orderId: number) {
  await db.transaction(async (trx) => {
    await removeLines(db, orderId) // expect: escaped-transaction
    await removeLines(trx, orderId)
    await trx('orders').where({ id: orderId }).delete()
  })
}

// Only reads: a report that wants no transaction of its own.
export async function report() {
  return prisma.$transaction(async () => prisma.order.findMany({ take: 10 }))
}
