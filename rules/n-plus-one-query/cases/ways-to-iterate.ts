import { PrismaClient } from '@prisma/client'
import async from 'async'
import Bluebird from 'bluebird'
import _ from 'lodash'
import pMap from 'p-map'

const prisma = new PrismaClient()

interface Order {
  id: number
  customerId: number
  lines: { productId: string; quantity: number }[]
}

export async function limitedByPackage(orders: Order[]) {
  return pMap(orders, (order) => prisma.customer.findUnique({ where: { id: order.customerId } }), { concurrency: 4 }) // expect: n-plus-one-query
}

export async function limitedByAsync(orders: Order[]) {
  await async.eachLimit(orders, 5, async (order: Order) => {
    await prisma.shipment.findFirst({ where: { orderId: order.id } }) // expect: n-plus-one-query
  })
}

export async function withBluebird(orders: Order[]) {
  return Bluebird.mapSeries(orders, async (order) => prisma.customer.findUnique({ where: { id: order.customerId } })) // expect: n-plus-one-query
}

export async function withLodash(orders: Order[]) {
  return Promise.all(_.map(orders, (order) => prisma.customer.findUnique({ where: { id: order.customerId } }))) // expect: n-plus-one-query
}

export async function reduced(orders: Order[]) {
  return orders.reduce(async (total, order) => {
    const sum = await total
    const invoices = await prisma.invoice.count({ where: { orderId: order.id } }) // expect: n-plus-one-query
    return sum + invoices
  }, Promise.resolve(0))
}

export async function filtered(orders: Order[]) {
  const open: Order[] = []
  await Promise.all(
    orders.filter(async (order) => {
      if ((await prisma.invoice.count({ where: { orderId: order.id } })) > 0) open.push(order) // expect: n-plus-one-query
    }),
  )
  return open
}

export async function asked(orders: Order[]) {
  const isPaid = async (id: number) => (await prisma.invoice.count({ where: { orderId: id } })) > 0
  const answers: Promise<boolean>[] = []
  orders.every((order) => answers.push(isPaid(order.id))) // expect: n-plus-one-query
  return Promise.all(answers)
}

export async function anyOf(orders: Order[]) {
  const answers: Promise<number>[] = []
  orders.some((order) => answers.push(prisma.invoice.count({ where: { orderId: order.id } })) > 10) // expect: n-plus-one-query
  return Promise.all(answers)
}

export async function nested(orders: Order[]) {
  return Promise.all(orders.flatMap((order) => order.lines.map((line) => prisma.product.findUnique({ where: { id: line.productId } })))) // expect: n-plus-one-query
}

export async function followed(orders: AsyncIterable<Order>) {
  for await (const order of orders) {
    await prisma.customer.findUnique({ where: { id: order.customerId } }) // expect: n-plus-one-query
  }
}

export async function counted(orders: Order[]) {
  let index = 0
  while (index < orders.length) {
    const order = orders[index] as Order
    await prisma.customer.findUnique({ where: { id: order.customerId } }) // expect: n-plus-one-query
    index++
  }
}

export async function keyed(names: Map<string, string[]>) {
  for (const [name] of names) await prisma.customer.findFirst({ where: { name } }) // expect: n-plus-one-query
}

export async function collected(orders: Order[]) {
  const reads = []
  for (const order of orders) reads.push(prisma.customer.findUnique({ where: { id: order.customerId } })) // expect: n-plus-one-query
  return Promise.all(reads)
}

export async function inOneTransaction(orders: Order[]) {
  return prisma.$transaction(orders.map((order) => prisma.order.update({ where: { id: order.id }, data: { paid: true } }))) // expect: n-plus-one-query
}

// A list that the request may fill with as many as it likes.
export async function reserve(input: { count: number }) {
  await Promise.all(Array.from({ length: input.count }, (_unused, seat) => prisma.seat.create({ data: { number: seat } }))) // expect: n-plus-one-query
}

// The rows of a folder are asked for once for each folder below it.
export async function tree(id: string): Promise<unknown> {
  const children = await prisma.folder.findMany({ where: { parentId: id }, take: 50 })
  return Promise.all(children.map((child) => tree(child.id))) // expect: n-plus-one-query
}
