import { PrismaClient } from '@prisma/client'
import express from 'express'
import nodemailer from 'nodemailer'

const prisma = new PrismaClient()
const mailer = nodemailer.createTransport({})
const app = express()

app.post('/orders', async (req, res) => { // expect: business-logic-in-handler
  const customer = await prisma.customer.findUnique({ where: { id: Number(req.body.customerId) } })
  if (!customer) return void res.status(404).end()
  const product = await prisma.product.findUnique({ where: { id: String(req.body.productId) } })
  if (!product) return void res.status(404).end()
  const stock = await prisma.stock.findUnique({ where: { productId: Number(req.body.productId) } })
  if (!stock || stock.amount < Number(req.body.quantity)) return void res.status(409).json({ error: 'sold out' })
  let total = product.price * Number(req.body.quantity)
  if (customer.city === 'Berlin') total -= 5
  const order = await prisma.order.create({ data: { customerId: customer.id, status: total > 1000 ? 'review' : 'placed' } })
  await mailer.sendMail({ to: customer.email ?? '', subject: `Order ${order.id}` })
  res.status(201).json({ ...order, total })
})

// Checks what came in, and asks one thing.
app.post('/customers', async (req, res) => {
  if (typeof req.body.name !== 'string' || req.body.name.length > 200) return void res.status(400).end()
  if (req.body.city !== undefined && req.body.city === '') return void res.status(400).end()
  const known = await prisma.customer.findUnique({ where: { email: String(req.body.email) } })
  if (known) return void res.status(409).end()
  res.status(201).json(await prisma.customer.create({ data: { name: String(req.body.name), email: String(req.body.email) } }))
})

// Much is loaded, nothing is decided.
app.get('/dashboard', async (req, res) => {
  const page = Number(req.query.page) || 1
  const orders = await prisma.order.findMany({ take: 20, skip: (page - 1) * 20 })
  const invoices = await prisma.invoice.findMany({ take: 20 })
  const payments = await prisma.payment.findMany({ take: 20 })
  res.json({ orders: orders.length > 0 ? orders : undefined, invoices, payments })
})

// Whose it is, is asked of every request.
app.delete('/posts/:id', async (req, res) => {
  const post = await prisma.post.findUnique({ where: { id: Number(req.params.id) } })
  if (!post) return void res.status(404).end()
  if (post.userId !== Number(req.headers['x-user'])) return void res.status(403).end()
  await prisma.comment.deleteMany({ where: { postId: post.id } })
  await prisma.post.delete({ where: { id: post.id } })
  res.end()
})
