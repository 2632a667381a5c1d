import { PrismaClient } from '@prisma/client'
import { Worker } from 'bullmq'

const prisma = new PrismaClient()

// A job that is delivered again sets both again, to the same.
export const closing = new Worker('closing', async (job) => {
  await prisma.order.update({ where: { id: job.data.orderId }, data: { status: 'closed' } }) // expect-low: missing-transaction
  await prisma.payment.updateMany({ where: { orderId: job.data.orderId }, data: { status: 'settled' } })
})

// What is taken is taken a second time.
export const shipping = new Worker('shipping', async (job) => {
  await prisma.order.update({ where: { id: job.data.orderId }, data: { status: 'shipped' } }) // expect: missing-transaction
  await prisma.stock.update({ where: { productId: job.data.productId }, data: { amount: { decrement: 1 } } })
})

// The first makes true what the second asks for.
export async function settle(orderId: number) {
  let state: string = 'open'
  if (state === 'open') {
    await prisma.order.update({ where: { id: orderId }, data: { status: 'paid' } }) // expect: missing-transaction
    state = 'paid'
  }
  if (state === 'paid') await prisma.payment.create({ data: { orderId, status: 'due' } })
}

// One or the other.
export async function either(orderId: number, state: string) {
  if (state === 'open') await prisma.order.update({ where: { id: orderId }, data: { status: 'paid' } })
  if (state === 'paid') await prisma.payment.create({ data: { orderId, status: 'due' } })
}
