import express from 'express'
import { PrismaClient } from '@prisma/client'

const app = express()
const prisma = new PrismaClient()

// Declared small.
app.get('/warehouses', async (_req, res) => res.json(await prisma.warehouses.findMany()))
app.get('/events', async (_req, res) => res.json(await prisma.event.findMany())) // expect: unbounded-query

// One row, with some of what belongs to it.
app.get('/customers/:id', async (req, res) => {
  res.json(await prisma.customer.findUnique({ where: { id: req.params.id }, include: { orders: { take: 20 } } }))
})
// One answer, however many rows there are.
app.get('/orders/any', async (_req, res) => res.json((await prisma.order.count()) > 0))

// Tables that people fill by hand.
app.get('/config', async (_req, res) => res.json(await prisma.configStore.findMany())) // expect-low: unbounded-query
app.get('/mails', async (_req, res) => res.json(await prisma.templateOrderEmail.findMany())) // expect-low: unbounded-query

// All but some of what a project has; and a part of it.
app.get('/messages', async (req, res) => {
  res.json(await prisma.message.findMany({ where: { projectId: String(req.query.project), senderId: { not: String(req.query.me) } } })) // expect: unbounded-query
})
app.get('/messages/new', async (req, res) => {
  res.json(await prisma.message.findMany({ where: { projectId: String(req.query.project), thread: { open: true } } })) // expect-low: unbounded-query
})

// Options that come from elsewhere, and options that nobody gives.
class Store {
  find(options: { where?: object; take?: number }) {
    return prisma.invoice.findMany(options) // expect-low: unbounded-query
  }

  all(options?: { where?: object; take?: number }) {
    return prisma.payment.findMany(options) // expect: unbounded-query
  }
}
const store = new Store()
app.get('/invoices', async (_req, res) => res.json(await store.find({ take: 10 })))
app.get('/payments', async (_req, res) => res.json(await store.all()))
