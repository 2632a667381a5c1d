import { PrismaClient, type Prisma } from '@prisma/client'
import { Hono } from 'hono'

const prisma = new PrismaClient()
const app = new Hono()

// What is written depends on the state; all of it is listed in the end.
app.put('/payments/:id', async (c) => {
  const { from, to, amount, status } = await c.req.json()
  const id = Number(c.req.param('id'))
  let debit = prisma.account.update({ where: { id: from }, data: {} })
  let credit = prisma.account.update({ where: { id: to }, data: {} })
  if (status === 'done') {
    debit = prisma.account.update({ where: { id: from }, data: { balance: { decrement: amount } } })
    credit = prisma.account.update({ where: { id: to }, data: { balance: { increment: amount } } })
  }
  const payment = prisma.payment.update({ where: { id }, data: { status } })
  await prisma.$transaction([payment, debit, credit])
  return c.body(null, 204)
})

// Nothing is sent before its caller says so.
function saleOf(orderId: number, productId: number) {
  return {
    order: prisma.order.update({ where: { id: orderId }, data: { status: 'sold' } }),
    stock: [prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } })],
  }
}

app.post('/orders/:id/sell', async (c) => {
  const { order, stock } = saleOf(Number(c.req.param('id')), (await c.req.json()).productId)
  await prisma.$transaction([order, ...stock])
  return c.body(null, 204)
})

app.post('/orders/:id/resell', async (c) => {
  const sale = saleOf(Number(c.req.param('id')), (await c.req.json()).productId)
  await prisma.$transaction([sale.order, ...sale.stock])
  return c.body(null, 204)
})

app.post('/orders/:id/sell-at-once', async (c) => {
  const { order, stock } = saleOf(Number(c.req.param('id')), (await c.req.json()).productId) // expect: missing-transaction
  await Promise.all([order, ...stock])
  return c.body(null, 204)
})

async function planOf(orderId: number, productId: number) {
  const { amount } = await prisma.stock.findUniqueOrThrow({ where: { productId } })
  const writes: Prisma.PrismaPromise<unknown>[] = []
  writes.push(prisma.order.update({ where: { id: orderId }, data: { channel: amount > 0 ? 'shop' : 'waiting' } }))
  const stock = prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } })
  return { writes, stock }
}

app.post('/orders/:id/plan', async (c) => {
  const { writes, stock } = await planOf(Number(c.req.param('id')), (await c.req.json()).productId)
  await prisma.$transaction([...writes, stock])
  return c.body(null, 204)
})

function addSale(writes: Prisma.PrismaPromise<unknown>[], orderId: number, productId: number) {
  writes.push(prisma.order.update({ where: { id: orderId }, data: { status: 'sold' } }))
  writes.push(prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } }))
}

app.post('/orders/sell', async (c) => {
  const writes: Prisma.PrismaPromise<unknown>[] = []
  for (const { orderId, productId } of await c.req.json()) addSale(writes, orderId, productId)
  await prisma.$transaction(writes)
  return c.body(null, 204)
})

// What was waited for is done, wherever its result goes.
async function soldOf(orderId: number, productId: number) {
  const order = await prisma.order.update({ where: { id: orderId }, data: { status: 'sold' } }) // expect: missing-transaction
  const stock = await prisma.stock.update({ where: { productId }, data: { amount: { decrement: 1 } } })
  return { order, stock }
}

app.post('/orders/:id/sold', async (c) => c.json(await soldOf(Number(c.req.param('id')), (await c.req.json()).productId)))
