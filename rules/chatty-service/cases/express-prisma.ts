import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.get('/dashboard/:id', async (req, res) => {
  const id = Number(req.params.id)
  const orders = await prisma.order.findMany({ where: { customerId: id } as any, take: 10 }) // expect: chatty-service
  const invoices = await prisma.invoice.findMany({ where: { customerId: id } as any, take: 10 })
  const balance = await prisma.account.aggregate({ where: { customerId: id } as any, _count: true })
  res.json({ orders, invoices, balance })
})

async function ordersOf(id: number) {
  return prisma.order.count({ where: { customerId: id } as any })
}

async function ticketsOf(id: number) {
  return prisma.payment.count({ where: { customerId: id } as any })
}

app.get('/counts/:id', async (req, res) => {
  const id = Number(req.params.id)
  return res.json({
    orders: await ordersOf(id), // expect: chatty-service
    tickets: await ticketsOf(id),
    seats: await prisma.product.count({ where: { customerId: id } as any }),
  })
})

// Two are hardly worth a change.
app.get('/two/:id', async (req, res) => {
  const order = await prisma.order.findUnique({ where: { id: Number(req.params.id) } })
  const seat = await prisma.product.findUnique({ where: { id: req.params.id } })
  res.json({ order, seat })
})

// Each needs the one before.
app.get('/chain/:id', async (req, res) => {
  const order = await prisma.order.findUnique({ where: { id: Number(req.params.id) } })
  const customer = await prisma.customer.findUnique({ where: { id: (order as any).customerId } })
  const plan = await prisma.plan.findUnique({ where: { id: (customer as any).planId } })
  res.json({ order, customer, plan })
})

// An answer may come between.
app.get('/guarded/:id', async (req, res) => {
  const id = Number(req.params.id)
  const order = await prisma.order.findUnique({ where: { id } })
  if (!order) return res.status(404).end()
  const seats = await prisma.product.count({ where: { customerId: id } as any })
  if (seats === 0) return res.status(409).end()
  const tickets = await prisma.payment.count({ where: { customerId: id } as any })
  res.json({ order, seats, tickets })
})

// One connection, one query at a time.
app.get('/consistent/:id', async (req, res) => {
  const id = Number(req.params.id)
  const all = await prisma.$transaction(async (tx) => {
    const orders = await tx.order.findMany({ where: { customerId: id } as any, take: 10 })
    const invoices = await tx.invoice.findMany({ where: { customerId: id } as any, take: 10 })
    const seats = await tx.product.findMany({ where: { customerId: id } as any, take: 10 })
    return { orders, invoices, seats }
  })
  res.json(all)
})

// A write between them.
app.post('/orders/:id/close', async (req, res) => {
  const id = Number(req.params.id)
  const before = await prisma.order.count({ where: { customerId: id } as any })
  const order = await prisma.order.update({ where: { id }, data: { status: 'closed' } })
  const after = await prisma.order.count({ where: { customerId: id } as any })
  res.json({ before, order, after })
})

app.get('/together/:id', async (req, res) => {
  const customerId = Number(req.params.id)
  const [orders, invoices, seats] = await Promise.all([
    prisma.order.count({ where: { customerId } as any }),
    prisma.invoice.count({ where: { customerId } as any }),
    prisma.product.count({ where: { customerId } as any }),
  ])
  res.json({ orders, invoices, seats })
})

app.listen(3000)
