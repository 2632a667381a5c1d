// What was logged, or is a note of another failure, is told; an order is not.
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const log = (text: string) => process.stdout.write(`${text}\n`)

export async function importOrders(jobId: number, orders: readonly { total: number }[]) {
  let created = 0
  try {
    for (const order of orders) {
      await prisma.order.createMany({ data: [order] })
      created++
    }
    log(`${created} of ${orders.length} orders created`)
    if (jobId > 0) {
      await prisma.importJob.update({ where: { id: jobId }, data: { status: 'done', created } }).catch(() => {}) // expect-low: swallowed-error
    }
    return created
  } catch (error) {
    const message = (error as Error).message
    await prisma.importJob.update({ where: { id: jobId }, data: { status: message } }).catch(() => {})
    throw error
  }
}

export async function placeOrder(total: number, ids: readonly number[]) {
  const order = await prisma.order.create({ data: { total } })
  for (const id of ids) {
    await prisma.seat.update({ where: { id }, data: { orderId: order.id } }).catch(() => {}) // expect: swallowed-error
  }
  return order
}

export function watch(check: () => Promise<void>, id: number) {
  setInterval(() => {
    check().catch(async (error) => {
      const lastError = String(error)
      await prisma.monitor.update({ where: { id }, data: { lastError } }).catch(() => undefined) // expect-low: swallowed-error
    })
  }, 60_000)
}
