import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// The lines of one order are few, and so is what is done with each.
export async function cancelOrder(orderId: number) {
  const order = await prisma.order.findUnique({ where: { id: orderId }, include: { lines: true } })
  if (!order) return
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const line of order.lines) await tx.orderLine.update({ where: { id: line.id }, data: { amount: 0 } })
    await tx.order.update({ where: { id: orderId }, data: { status: 'cancelled' } })
  })
}

export async function refundOrder(orderId: number) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const payments = await tx.payment.findMany({ where: { orderId } })
    for (const payment of payments.filter(({ status }) => status === 'paid')) {
      await tx.payment.update({ where: { id: payment.id }, data: { status: 'refunded' } })
    }
  })
}

// A loop in the loop, whatever the table holds, and what a request lists are as long as they like.
export async function recount(orderId: number, tags: readonly string[]) {
  const order = await prisma.order.findUnique({ where: { id: orderId }, include: { lines: true } })
  if (!order) return
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const line of order.lines) {
      for (const tag of tags) await tx.orderLine.updateMany({ where: { id: line.id, productId: tag.length }, data: { amount: 0 } })
    }
  })
}

export async function closeOpen() {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const orders = await tx.order.findMany({ where: { status: 'open' } })
    for (const order of orders) await tx.order.update({ where: { id: order.id }, data: { status: 'closed' } })
  })
}

export async function addLines(orderId: number, productIds: readonly number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const productId of productIds) await tx.orderLine.create({ data: { orderId, productId, amount: 1 } })
  })
}

export async function rebuild(orderId: number) {
  const order = await prisma.order.findUnique({ where: { id: orderId }, include: { lines: true } })
  if (!order) return
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const line of order.lines) {
      await tx.orderLine.update({ where: { id: line.id }, data: { amount: 0 } })
      await tx.payment.create({ data: { orderId, status: 'void' } })
    }
    for (const line of order.lines) {
      await tx.orderLine.update({ where: { id: line.id }, data: { amount: 1 } })
      await tx.payment.create({ data: { orderId, status: 'open' } })
    }
  })
}

// All of them, or those that are left.
export async function compose(orderId: number, lineIds: readonly number[]) {
  const order = await prisma.order.findUnique({ where: { id: orderId }, include: { lines: true } })
  if (!order) return
  const lines = lineIds.length === 0 ? order.lines : order.lines.filter(({ id }) => lineIds.includes(id))
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const line of lines) await tx.orderLine.update({ where: { id: line.id }, data: { amount: 2 } })
  })
}

// So much for each that it takes its time.
export async function move(orderId: number) {
  const order = await prisma.order.findUnique({ where: { id: orderId }, include: { lines: true } })
  if (!order) return
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const line of order.lines) {
      const next = await tx.order.create({ data: { customerId: order.customerId, status: 'moved' } })
      const stock = await tx.stock.findUnique({ where: { productId: line.productId } })
      await tx.stock.updateMany({ where: { productId: line.productId }, data: { amount: (stock?.amount ?? 0) + 1 } })
      await tx.orderLine.update({ where: { id: line.id }, data: { orderId: next.id } })
      await tx.payment.create({ data: { orderId: next.id, status: 'open' } })
      await tx.payment.updateMany({ where: { orderId }, data: { status: 'void' } })
      await tx.customer.update({ where: { id: order.customerId }, data: { spent: 0 } })
      await tx.account.update({ where: { id: 1 }, data: { balance: 0 } })
      await tx.order.update({ where: { id: orderId }, data: { status: 'split' } })
    }
  })
}

// What a request lists must be lines of the one order.
interface Place {
  readonly id: number
  readonly amount: number
}

export async function arrange(orderId: number, places: readonly Place[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const order = await tx.order.findUnique({ where: { id: orderId }, include: { lines: { select: { id: true } } } })
    if (!order) throw new Error('no such order')
    const known = new Set(order.lines.map(({ id }) => id))
    const strange = places.filter(({ id }) => !known.has(id)).map(({ id }) => id)
    if (strange.length > 0) throw new Error(`no lines of this order: ${strange.join(', ')}`)
    await Promise.all(places.map(({ id, amount }) => tx.orderLine.update({ where: { id }, data: { amount } })))
  })
}

export async function arrangeAll(orderId: number, places: readonly Place[]) {
  const lines = await prisma.orderLine.findMany({ where: { orderId } })
  const known = lines.map(({ id }) => id)
  if (places.length === 0 || !places.every(({ id }) => known.includes(id))) return
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const { id, amount } of places) await tx.orderLine.update({ where: { id }, data: { amount } })
  })
}

// New ones are let through, and only those that are there already are refused.
export async function arrangeNew(orderId: number, places: readonly Place[]) {
  const lines = await prisma.orderLine.findMany({ where: { orderId } })
  const known = new Set(lines.map(({ id }) => id))
  if (places.some(({ id }) => known.has(id))) throw new Error('known')
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const { id, amount } of places) await tx.orderLine.update({ where: { id }, data: { amount } })
  })
}

// What a function makes of them, one for each.
const doubled = (input: { factor: number; lines: readonly Place[] }) => input.lines.map(({ id, amount }) => ({ id, amount: amount * input.factor }))

export async function double(orderId: number) {
  const lines = await prisma.orderLine.findMany({ where: { orderId } })
  const changes = doubled({ factor: 2, lines: lines.map(({ id, amount }) => ({ id, amount })) })
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const { id, amount } of changes) await tx.orderLine.update({ where: { id }, data: { amount } })
  })
}

export async function doubleAll(places: readonly Place[]) {
  const changes = doubled({ factor: 2, lines: places })
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const { id, amount } of changes) await tx.orderLine.update({ where: { id }, data: { amount } })
  })
}
