import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

app.post('/orders', async (req, res) => {
  if (!req.body.customerId || !req.body.sku) return res.status(400).json({ error: 'customerId and sku are required' }) // expect: scattered-validation
  if (typeof req.body.quantity !== 'number' || req.body.quantity < 1) {
    return res.status(400).json({ error: 'quantity must be positive' })
  }
  res.status(201).json(await prisma.order.create({ data: { customerId: req.body.customerId, sku: req.body.sku, quantity: req.body.quantity } as any }))
})

app.post('/customers', async (req, res) => {
  const { name, email } = req.body
  if (!name) {
    res.status(400).send('name is required')
    return
  }
  if (!email || !email.includes('@')) {
    res.status(400).send('email is invalid')
    return
  }
  res.json(await prisma.customer.create({ data: { name, email } as any }))
})

app.get('/invoices', async (req, res) => {
  const year = Number(req.query.year)
  if (Number.isNaN(year)) return res.status(400).end()
  res.json(await prisma.invoice.findMany({ where: { year } as any, take: 50 }))
})

// Whether something exists, and who asks, is no validation.
app.delete('/orders/:id', async (req, res) => {
  const order = await prisma.order.findUnique({ where: { id: Number(req.params.id) } })
  if (!order) return res.status(404).end()
  if (order.status === 'shipped') return res.status(400).json({ error: 'the order has been shipped' })
  res.json(await prisma.order.delete({ where: { id: order.id } }))
})

app.listen(3000)

// What a check of the whole request found is no field of it.
function requireEmptyBody(req: express.Request): { readonly errors: readonly string[] } | undefined {
  return Object.keys(req.body).length > 0 ? { errors: ['body must be empty'] } : undefined
}

app.post('/orders/:id/archive', async (req, res) => {
  const wrong = requireEmptyBody(req)
  if (wrong) return res.status(400).json({ error: wrong.errors })
  res.json(await prisma.order.update({ where: { id: Number(req.params.id) }, data: { status: 'archived' } as any }))
})
