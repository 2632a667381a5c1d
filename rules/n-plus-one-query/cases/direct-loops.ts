import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function orderLines(orderIds: number[]) {
  const lines = []
  for (const id of orderIds) { // expect: n-plus-one-query
    lines.push(await prisma.orderLine.findMany({ where: { orderId: id } }))
  }
  return lines
}

export async function withCustomers(since: Date) {
  const orders = await prisma.order.findMany({ where: { createdAt: { gt: since } } })
  return Promise.all(
    orders.map(async (order) => ({
      order,
      customer: await prisma.customer.findUnique({ where: { id: order.customerId } }), // expect: n-plus-one-query
    })),
  )
}

export async function closeAll(orderIds: number[]) {
  for (const id of orderIds) await prisma.order.update({ where: { id }, data: { status: 'closed' } }) // expect: n-plus-one-query
}

// One query for all of them.
export async function linesOf(orderIds: number[]) {
  return prisma.orderLine.findMany({ where: { orderId: { in: orderIds } } })
}

// A list written in the code runs as often as somebody wrote.
export async function seedStatuses() {
  for (const status of ['open', 'paid', 'closed']) await prisma.order.count({ where: { status } })
}

// Groups of a hundred.
export async function archive(orderIds: number[]) {
  for (let start = 0; start < orderIds.length; start += 100) {
    await prisma.order.updateMany({ where: { id: { in: orderIds.slice(start, start + 100) } }, data: { status: 'archived' } })
  }
}

// Pages until there is nothing left.
export async function drain() {
  for (;;) {
    const page = await prisma.order.findMany({ where: { status: 'expired' }, take: 500 })
    if (page.length === 0) break
    await prisma.order.deleteMany({ where: { id: { in: page.map((order) => order.id) } } })
  }
}

// At most one round.
export async function firstOpen(orderIds: number[]) {
  for (const id of orderIds) {
    return prisma.order.findUnique({ where: { id } })
  }
  return undefined
}

// Tries again, not once per element.
export async function patiently(id: number) {
  let attempts = 0
  while (attempts < 5) {
    const order = await prisma.order.findUnique({ where: { id } })
    if (order) return order
    attempts++
  }
  return undefined
}
