import { PrismaClient, type Prisma } from '@prisma/client'

const prisma = new PrismaClient()

interface Line {
  orderId: number
}

async function takeStock(tx: Prisma.TransactionClient, lines: readonly Line[]) {
  for (const line of lines) await tx.order.update({ where: { id: line.orderId }, data: { status: 'taken' } })
}

// One loop behind two transactions is told once.
export async function place(customerId: number, lines: readonly Line[]) {
  return prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    await takeStock(tx, lines)
    return tx.order.create({ data: { customerId, status: 'placed', total: 0 } })
  })
}

export async function reserve(lines: readonly Line[]) {
  return prisma.$transaction(async (tx) => {
    await takeStock(tx, lines)
  })
}

// A loop of its own is another.
export async function restock(lines: readonly Line[]) {
  return prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const line of lines) await tx.order.update({ where: { id: line.orderId }, data: { status: 'back' } })
  })
}

export async function bounded(lines: readonly Line[]) {
  return prisma.$transaction(async (tx) => takeStock(tx, lines), { timeout: 10_000 })
}
