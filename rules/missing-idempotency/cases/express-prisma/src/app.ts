import { randomUUID } from 'node:crypto'
import { Prisma, PrismaClient } from '@prisma/client'
import express from 'express'
import nodemailer from 'nodemailer'
import Stripe from 'stripe'

const prisma = new PrismaClient()
const stripe = new Stripe('key')
const mailer = nodemailer.createTransport({})
const app = express()

app.post('/orders/:id/payments', async (req, res) => {
  const order = await prisma.order.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  const charge = await stripe.charges.create({ amount: order.total, currency: 'eur', metadata: { orderId: String(order.id) } }) // expect: missing-idempotency
  res.json(charge)
})

app.post('/orders/:id/keyed-payments', async (req, res) => {
  const order = await prisma.order.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  const charge = await stripe.charges.create({ amount: order.total, currency: 'eur' }, { idempotencyKey: `charge-${order.id}` })
  res.json(charge)
})

// A key that nobody has when they try again.
app.post('/orders/:id/fresh-payments', async (req, res) => {
  const order = await prisma.order.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
  const idempotencyKey = randomUUID()
  const charge = await stripe.paymentIntents.create({ amount: order.total, currency: 'eur' }, { idempotencyKey }) // expect: missing-idempotency
  res.json(charge)
})

export async function refundInvoice(invoiceId: number, options: Stripe.RequestOptions) {
  await stripe.refunds.create({ charge: `ch_${invoiceId}` }) // expect-low: missing-idempotency
  await stripe.payouts.create({ amount: 1, currency: 'eur' }, options)
  await stripe.transfers.create({ amount: 1, currency: 'eur', destination: 'acct' }, { ...options, stripeAccount: 'acct' })
}

// What brings a payment into a state does so once; a link is good for a while.
export async function settle(paymentId: string, customerId: string) {
  await stripe.paymentIntents.confirm(paymentId)
  await stripe.paymentIntents.capture(paymentId)
  await stripe.customers.update(customerId, { name: 'Ada' })
  await stripe.charges.retrieve(paymentId)
  return stripe.billingPortal.sessions.create({ customer: customerId })
}

export async function openAccount(email: string) {
  const customer = await stripe.customers.create({ email }) // expect: missing-idempotency
  await stripe.products.create({ name: 'Seat' }) // expect-low: missing-idempotency
  await stripe.paymentMethods.create({ type: 'card' }) // expect-low: missing-idempotency
  return customer.id
}

// ---- Webhooks

app.post('/webhooks/stripe', express.raw({ type: '*/*' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'] as string, 'secret')
  if (event.type === 'checkout.session.completed') {
    const session = event.data.object
    await prisma.wallet.update({ where: { id: Number(session.client_reference_id) }, data: { balance: { increment: session.amount_total ?? 0 } } }) // expect: missing-idempotency
    await mailer.sendMail({ to: session.customer_email ?? '', subject: 'Thank you' })
  }
  res.json({ received: true })
})

// The event's id is a primary key: a second insert fails before anything is done.
app.post('/webhooks/stripe-once', express.raw({ type: '*/*' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'] as string, 'secret')
  try {
    await prisma.processedEvent.create({ data: { id: event.id } })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return res.json({ received: true })
    throw error
  }
  await prisma.wallet.update({ where: { id: 1 }, data: { balance: { increment: 5 } } })
  res.json({ received: true })
})

app.post('/webhooks/stripe-seen', express.raw({ type: '*/*' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'] as string, 'secret')
  const seen = await prisma.processedEvent.findUnique({ where: { id: event.id } })
  if (seen) return res.json({ received: true })
  await prisma.$transaction([
    prisma.processedEvent.create({ data: { id: event.id } }),
    prisma.wallet.update({ where: { id: 1 }, data: { balance: { increment: 5 } } }),
  ])
  res.json({ received: true })
})

// Remembered too late: the second delivery is inside before the first is done.
app.post('/webhooks/late', express.json(), async (req, res) => {
  if (req.headers['x-signature'] !== 'expected') return res.status(401).end()
  await prisma.notification.create({ data: { userId: 1, text: `paid ${req.body.event}` } }) // expect: missing-idempotency
  await prisma.processedEvent.create({ data: { id: req.body.id } })
  res.end()
})

// The row says how far it is.
app.post('/webhooks/shipping', express.json(), async (req, res) => {
  if (req.body.type !== 'delivered') return res.end()
  const claimed = await prisma.order.updateMany({ where: { id: req.body.orderId, status: 'shipped' }, data: { status: 'delivered' } })
  if (claimed.count === 0) return res.end()
  await mailer.sendMail({ to: 'ada@example.com', subject: 'Delivered' })
  res.end()
})

app.post('/webhooks/returns', express.json(), async (req, res) => {
  const order = await prisma.order.findUnique({ where: { id: req.body.orderId } })
  if (!order || order.status === 'returned') return res.end()
  await prisma.order.update({ where: { id: order.id }, data: { status: 'returned' } })
  await prisma.wallet.update({ where: { id: order.userId }, data: { balance: { increment: order.total } } })
  res.end()
})

// What happens is told, and told again.
async function post(text: string) {
  await fetch('https://chat.example.com', { method: 'POST', body: text, signal: AbortSignal.timeout(2000) })
}

async function logToChat(text: string) {
  await post(text)
}

app.post('/webhooks/refunds', express.json(), async (req, res) => {
  if (req.headers['x-signature'] !== 'expected') await logToChat('an unknown sender')
  res.end()
})

// The same values again do no harm, but an old event may come after a new one.
app.post('/webhooks/profile', express.json(), async (req, res) => {
  if (req.body.type === 'renamed') await prisma.user.update({ where: { id: req.body.userId }, data: { name: req.body.name } }) // expect-low: missing-idempotency
  res.end()
})

app.post('/webhooks/plans', express.json(), async (req, res) => {
  if (req.body.type === 'created') await prisma.plan.upsert({ where: { id: req.body.planId }, update: {}, create: { id: req.body.planId, name: 'Basic' } })
  res.end()
})

// Somebody who is logged in adds a webhook of their own.
const requireUser: express.RequestHandler = (req, res, next) => (req.headers.authorization ? next() : res.status(401).end())
app.post('/webhooks', requireUser, async (req, res) => {
  res.json(await prisma.webhookSubscription.create({ data: { url: req.body.url } }))
})

// ---- Orders

app.post('/orders', async (req, res) => {
  const order = await prisma.order.create({ data: { total: req.body.total, status: 'open', userId: req.body.userId } }) // expect: missing-idempotency
  res.status(201).json(order)
})

app.post('/keyed-orders', async (req, res) => {
  const key = req.header('Idempotency-Key')
  const order = await prisma.order.upsert({ where: { reference: key ?? '' }, update: {}, create: { reference: key, total: 1, status: 'open', userId: 1 } })
  res.json(order)
})

// The reference is unique.
app.post('/referenced-orders', async (req, res) => {
  res.json(await prisma.order.create({ data: { reference: req.body.reference, total: 1, status: 'open', userId: 1 } }))
})

// Nobody pays for a comment.
app.post('/comments', async (req, res) => {
  res.json(await prisma.comment.create({ data: { text: req.body.text } }))
})
