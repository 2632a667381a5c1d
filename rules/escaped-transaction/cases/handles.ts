import { PrismaClient, type Prisma } from '@prisma/client'
import { knex } from 'knex'
import { Pool } from 'pg'

const prisma = new PrismaClient()
const db = knex({ client: 'pg' })
const pool = new Pool()

export async function pay(orderId: number) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'paid' } })
    await prisma.payment.create({ data: { orderId, status: 'done' } }) // expect: escaped-transaction
    await note(orderId) // expect: escaped-transaction
    await noteWith(tx, orderId)
  })
}

async function note(orderId: number) {
  await prisma.payment.create({ data: { orderId, status: 'noted' } })
}

async function noteWith(client: Prisma.TransactionClient, orderId: number) {
  await client.payment.create({ data: { orderId, status: 'noted' } })
}

export async function ship(orderId: number) {
  await db.transaction(async (trx) => {
    await trx('orders').where({ id: orderId }).update({ status: 'shipped' })
    await db('shipments').insert({ order_id: orderId }) // expect: escaped-transaction
    await db('parcels').transacting(trx).insert({ order_id: orderId })
  })
}

export async function settle(id: string) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE orders SET settled = true WHERE id = $1', [id])
    await pool.query('INSERT INTO settlements (order_id) VALUES ($1)', [id]) // expect: escaped-transaction
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

// Before and after it the outer client is right.
export async function around(orderId: number) {
  const order = await prisma.order.findUnique({ where: { id: orderId } })
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'paid' } })
  })
  await prisma.payment.updateMany({ where: { orderId }, data: { status: 'done' } })
  return order
}

const extended = new PrismaClient().$extends({})

export async function payExtended(orderId: number) {
  await extended.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'paid' } })
    await extended.payment.create({ data: { orderId, status: 'done' } }) // expect: escaped-transaction
  })
}

// The transaction holds a lock, and the work is to be seen while it runs.
export async function rebuild() {
  const lock = await db.transaction()
  try {
    await lock.raw('SELECT pg_advisory_xact_lock(42)')
    await db('shipments').insert({ order_id: 1 })
    await db('orders').where({ id: 1 }).update({ status: 'rebuilt' })
    await lock.commit()
  } catch (error) {
    await lock.rollback()
    throw error
  }
}
