import { PrismaClient, type Prisma } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

async function placeOrder(customerId: number, productId: number) {
  const order = await prisma.order.create({ data: { customerId, status: 'open' } }) // expect: missing-transaction
  await prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } })
  return order
}

async function transfer(from: number, to: number, amount: number) {
  await prisma.account.update({ where: { id: from }, data: { balance: { decrement: amount } } }) // expect: missing-transaction
  await prisma.account.update({ where: { id: to }, data: { balance: { increment: amount } } })
}

async function refund(orderId: number) {
  await markRefunded(orderId) // expect: missing-transaction
  await creditBack(orderId)
}

async function markRefunded(orderId: number) {
  await prisma.order.update({ where: { id: orderId }, data: { status: 'refunded' } })
}

async function creditBack(orderId: number) {
  await prisma.payment.updateMany({ where: { orderId }, data: { status: 'returned' } })
}

// One transaction, its handle given on.
async function placeSafely(customerId: number, productId: number) {
  return prisma.$transaction(async (tx) => {
    const order = await tx.order.create({ data: { customerId, status: 'open' } })
    await takeFromStock(tx, productId)
    return order
  })
}

async function takeFromStock(tx: Prisma.TransactionClient, productId: number) {
  await tx.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } })
}

async function placeTogether(customerId: number, productId: number) {
  return prisma.$transaction([
    prisma.order.create({ data: { customerId, status: 'open' } }),
    prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } }),
  ])
}

function together(operations: Prisma.PrismaPromise<unknown>[]) {
  return prisma.$transaction(operations)
}

async function placeByHelper(customerId: number, productId: number) {
  return together([
    prisma.order.create({ data: { customerId, status: 'open' } }),
    prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } }),
  ])
}

// A single write with what belongs to it.
async function placeNested(customerId: number, productIds: number[]) {
  return prisma.order.create({ data: { customerId, status: 'open', lines: { create: productIds.map((productId) => ({ productId, amount: 1 })) } } })
}

// Only one of them runs.
async function close(orderId: number, paid: boolean) {
  if (paid) await prisma.order.update({ where: { id: orderId }, data: { status: 'closed' } })
  else await prisma.payment.updateMany({ where: { orderId }, data: { status: 'void' } })
}

async function closeEarly(orderId: number, paid: boolean) {
  if (paid) {
    await prisma.order.update({ where: { id: orderId }, data: { status: 'closed' } })
    return
  }
  await prisma.payment.updateMany({ where: { orderId }, data: { status: 'void' } })
}

// Losing the second leaves nothing half done.
async function rename(customerId: number, name: string) {
  await prisma.customer.update({ where: { id: customerId }, data: { name } }) // expect-low: missing-transaction
  await prisma.auditLog.create({ data: { what: 'renamed', customerId } })
}

// The first is undone when the second fails.
async function book(customerId: number, productId: number) {
  const order = await prisma.order.create({ data: { customerId, status: 'open' } })
  try {
    await prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } })
  } catch (error) {
    await prisma.order.delete({ where: { id: order.id } })
    throw error
  }
}

app.post('/orders', async (req, res) => {
  res.json([
    await placeOrder(1, 2),
    await placeSafely(1, 2),
    await placeTogether(1, 2),
    await placeByHelper(1, 2),
    await placeNested(1, [2]),
    await transfer(1, 2, 3),
    await refund(1),
    await close(1, true),
    await closeEarly(1, true),
    await rename(1, 'x'),
    await book(1, 2),
  ])
})
