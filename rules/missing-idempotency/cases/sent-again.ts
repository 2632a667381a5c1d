// Events that come again, or do not, and what is left of the second time.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { PrismaClient } from '@prisma/client'
import { Redis } from '@upstash/redis'
import express, { type Request } from 'express'
import nodemailer from 'nodemailer'

const prisma = new PrismaClient()
const redis = new Redis({ url: 'https://redis.example.com', token: 'token' })
const mailer = nodemailer.createTransport({})
const app = express()
app.use(express.text())

function verifySignature(req: Request, header: string) {
  const expected = createHmac('sha256', 'key').update(String(req.body)).digest()
  if (!timingSafeEqual(expected, Buffer.from(req.header(header) ?? '', 'hex'))) throw new Error('Not signed')
}

// GitHub delivers an event again when somebody asks for it.
app.post('/webhooks/code', async (req, res) => {
  verifySignature(req, 'x-hub-signature-256')
  if (req.header('x-github-event') !== 'push') return void res.end()
  await prisma.account.update({ where: { id: 1 }, data: { balance: { increment: 1 } } })
  res.end()
})
// The shop delivers it again by itself.
app.post('/webhooks/shop', async (req, res) => {
  verifySignature(req, 'x-shop-signature')
  if (req.header('x-shop-event') !== 'paid') return void res.end()
  await prisma.account.update({ where: { id: 1 }, data: { balance: { increment: 1 } } }) // expect: missing-idempotency
  res.end()
})

// When the mail fails nothing was done, and behind it nothing fails.
app.post('/webhooks/reports', async (req, res) => {
  verifySignature(req, 'x-shop-signature')
  const event = JSON.parse(String(req.body))
  const account = await prisma.account.findUnique({ where: { id: event.account } })
  if (!account) return void res.end()
  await mailer.sendMail({ to: event.to, subject: 'Your report', text: String(account.balance) }) // expect-low: missing-idempotency
  res.end()
})
app.post('/webhooks/reports/counted', async (req, res) => {
  verifySignature(req, 'x-shop-signature')
  const event = JSON.parse(String(req.body))
  await mailer.sendMail({ to: event.to, subject: 'Your report' }) // expect: missing-idempotency
  await prisma.account.update({ where: { id: event.account }, data: { balance: 0 } })
  res.end()
})

/** Counts a sale, unless it was counted. */
async function countSale(event: { sale: string; account: number; amount: number }) {
  const isFirst = await redis.set(`sale:${event.sale}`, 1, { ex: 604_800, nx: true })
  if (!isFirst) return 'counted before'
  await prisma.account.update({ where: { id: event.account }, data: { balance: { increment: event.amount } } })
  return 'counted'
}

async function countAnySale(event: { sale: string; account: number; amount: number }) {
  await redis.set(`sale:${event.sale}`, 1, { ex: 604_800 })
  await prisma.account.update({ where: { id: event.account }, data: { balance: { increment: event.amount } } })
  return 'counted'
}

app.post('/webhooks/sales', async (req, res) => {
  verifySignature(req, 'x-shop-signature')
  res.send(await countSale(JSON.parse(String(req.body))))
})
app.post('/webhooks/any-sales', async (req, res) => {
  verifySignature(req, 'x-shop-signature')
  const event = JSON.parse(String(req.body))
  if (event.type === 'sale') res.send(await countAnySale(event)) // expect: missing-idempotency
})

// Only orders that were open are told of, and they are not open any more once the mails go out.
app.post('/webhooks/deliveries', async (req, res) => {
  verifySignature(req, 'x-shop-signature')
  const orders = await prisma.order.findMany({ where: { id: { in: JSON.parse(String(req.body)).orders } }, include: { customer: true }, take: 100 })
  const changes = []
  const told: string[] = []
  for (const order of orders) {
    const data: { paid: boolean; status?: string } = { paid: true }
    const isDelivered = order.status === 'open' && order.paid
    if (isDelivered) {
      data.status = 'delivered'
      if (order.customer.email) told.push(order.customer.email)
    }
    changes.push(prisma.order.update({ where: { id: order.id }, data })) // expect-low: missing-idempotency
  }
  await prisma.$transaction(changes)
  await Promise.all(told.map((to) => mailer.sendMail({ to, subject: 'Delivered' })))
  await prisma.account.update({ where: { id: 1 }, data: { balance: 0 } })
  res.end()
})
// They stay open.
app.post('/webhooks/parcels', async (req, res) => {
  verifySignature(req, 'x-shop-signature')
  const orders = await prisma.order.findMany({ where: { id: { in: JSON.parse(String(req.body)).orders } }, include: { customer: true }, take: 100 })
  const changes = []
  const told: string[] = []
  for (const order of orders) {
    if (order.status === 'open') {
      if (order.customer.email) told.push(order.customer.email)
    }
    changes.push(prisma.order.update({ where: { id: order.id }, data: { paid: true } }))
  }
  await prisma.$transaction(changes)
  await Promise.all(told.map((to) => mailer.sendMail({ to, subject: 'Delivered' }))) // expect: missing-idempotency
  await prisma.account.update({ where: { id: 1 }, data: { balance: 0 } })
  res.end()
})

app.listen(3000)
