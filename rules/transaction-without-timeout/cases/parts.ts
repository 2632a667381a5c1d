// A record that is saved together with its parts has as many as somebody has made of them.
import { PrismaClient, type Prisma } from '@prisma/client'
import axios from 'axios'

const prisma = new PrismaClient()

interface Line {
  readonly orderId: number
  readonly productId: number
  readonly amount: number
}

export async function place(customerId: number, lines: readonly Line[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const order = await tx.order.create({ data: { customerId, status: 'open' } })
    for (const { productId, amount } of lines) await tx.orderLine.create({ data: { orderId: order.id, productId, amount } })
  })
}

async function replaceLines(tx: Prisma.TransactionClient, orderId: number, lines: readonly Line[]) {
  await tx.orderLine.deleteMany({ where: { orderId } })
  for (const line of lines) await addLine(tx, { orderId, line })
}

async function addLine(tx: Prisma.TransactionClient, input: { orderId: number; line: Line }) {
  const known = await tx.stock.findUnique({ where: { productId: input.line.productId } })
  if (known) await tx.orderLine.create({ data: { orderId: input.orderId, productId: known.productId, amount: input.line.amount } })
}

export async function change(orderId: number, lines: readonly Line[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    await tx.order.update({ where: { id: orderId }, data: { status: 'changed' } })
    await replaceLines(tx, orderId, lines)
  })
}

// Lines of many orders.
export async function spread(orderId: number, lines: readonly Line[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    await tx.order.update({ where: { id: orderId }, data: { status: 'spread' } })
    for (const line of lines) await tx.orderLine.create({ data: { orderId: line.orderId, productId: line.productId, amount: line.amount } })
  })
}

// As many as another system has.
export async function fetchLines(orderId: number) {
  const lines: Line[] = []
  let page = 0
  let isLast = false
  while (!isLast) {
    const { data } = await axios.get<{ lines: Line[]; isLast: boolean }>(`https://shop/orders/${orderId}/lines?page=${page++}`)
    for (const line of data.lines) lines.push(line)
    isLast = data.isLast
  }
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const { productId, amount } of lines) await tx.orderLine.create({ data: { orderId, productId, amount } })
    await tx.order.update({ where: { id: orderId }, data: { status: 'fetched' } })
  })
}

interface Box {
  readonly productId: number
  readonly amounts: Readonly<Record<string, number>>
}

// What stands by name in each part are parts of it.
export async function pack(customerId: number, boxes: readonly Box[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const order = await tx.order.create({ data: { customerId, status: 'packed' } })
    for (const box of boxes) {
      const shipment = await tx.shipment.create({ data: { orderId: order.id } })
      await Promise.all(Object.entries(box.amounts).map(([name, amount]) => tx.orderLine.create({ data: { orderId: order.id, productId: shipment.id + name.length, amount } })))
    }
  })
}

// As many shipments as somebody lists, for each of the parts.
export async function packAll(customerId: number, boxes: readonly Box[], shipmentIds: readonly number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const order = await tx.order.create({ data: { customerId, status: 'packed' } })
    for (const { productId } of boxes) {
      await tx.shipment.create({ data: { orderId: order.id } })
      for (const id of shipmentIds) await tx.orderLine.create({ data: { orderId: order.id, productId, amount: id } })
    }
  })
}
