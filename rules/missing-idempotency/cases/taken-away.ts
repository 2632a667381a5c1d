// What has to be there is gone the second time, or the provider refuses, or what was made is tried first.
import { Prisma, PrismaClient } from '@prisma/client'
import express from 'express'
import mongoose, { Schema } from 'mongoose'
import Stripe from 'stripe'

const stripe = new Stripe(process.env.STRIPE_KEY ?? '')
const prisma = new PrismaClient()
const Cart = mongoose.model('Cart', new Schema({ user: String, items: [String], total: Number }))
const Basket = mongoose.model('Basket', new Schema({ user: String, lines: [String] }))
const Order = mongoose.model('Order', new Schema({ user: String, items: [String] }))
const User = mongoose.model('User', new Schema({ email: String, stripeCustomerId: String }))

const app = express()
app.use(express.json())

app.post('/orders', async (req, res) => {
  const user = String(req.body.user)
  const cart = await Cart.findOne({ user })
  if (!cart || cart.items.length === 0) return res.status(400).end()
  const order = await Order.create({ user, items: cart.items })
  await Cart.deleteOne({ user })
  res.json(order)
})
app.post('/orders/of-basket', async (req, res) => {
  const user = String(req.body.user)
  const basket = await Basket.findOne({ user })
  if (!basket) return res.status(400).end()
  const order = await Order.create({ user, items: basket.lines })
  await Basket.updateOne({ user }, { lines: [] })
  res.json(order)
})
app.post('/orders/of-kept-cart', async (req, res) => {
  const user = String(req.body.user)
  const cart = await Cart.findOne({ user })
  if (!cart) return res.status(400).end()
  const order = await Order.create({ user, items: cart.items }) // expect: missing-idempotency
  res.json(order)
})

async function settled(id: string): Promise<boolean> {
  const affected = await prisma.$executeRaw(Prisma.sql`UPDATE payments SET status = 'succeeded' WHERE id = ${id} AND status <> 'succeeded'`)
  return affected > 0
}
app.post('/webhooks/payments', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, String(req.headers['stripe-signature']), process.env.STRIPE_WEBHOOK ?? '')
  if (await settled(event.account ?? '')) await prisma.order.create({ data: { customerId: Number(event.account), status: 'paid' } })
  res.end()
})

async function customerOf(id: string): Promise<string> {
  const user = await User.findById(id)
  if (user?.stripeCustomerId) {
    try {
      const known = await stripe.customers.retrieve(user.stripeCustomerId)
      if (!known.deleted) return user.stripeCustomerId
    } catch {
      // it is not there any more
    }
  }
  const made = await stripe.customers.create({ email: user?.email ?? undefined }) // expect-low: missing-idempotency
  await User.updateOne({ _id: id }, { stripeCustomerId: made.id })
  return made.id
}
app.post('/cards', async (req, res) => {
  res.json({ customer: await customerOf(String(req.body.user)) })
})

// All of a transfer is taken back once.
app.post('/transfers/:id/reverse', async (req, res) => {
  await stripe.transfers.createReversal(req.params.id, { description: 'mistaken' }) // expect-low: missing-idempotency
  await stripe.transfers.createReversal(String(req.body.other)) // expect-low: missing-idempotency
  await stripe.transfers.createReversal(req.params.id, { amount: Number(req.body.amount) }) // expect: missing-idempotency
  res.end()
})

class Usage {
  // Nothing calls it yet.
  async report(customer: string, value: string) {
    await stripe.billing.meterEvents.create({ event_name: 'messages', payload: { stripe_customer_id: customer, value } }) // expect-low: missing-idempotency
  }
}
export const usage = new Usage()

const Handled = mongoose.model('ProcessedEvent', new Schema({ event: { type: String, unique: true } }))
const Staff = mongoose.model('Staff', new Schema({ name: String, points: Number }))
const Reward = mongoose.model('Reward', new Schema({ name: String, points: Number }))

// Creating the row that remembers is how a repetition is noticed.
app.post('/webhooks/seen', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, String(req.headers['stripe-signature']), process.env.STRIPE_WEBHOOK ?? '')
  let id = 'unknown'
  id = event.id
  try {
    await Handled.create({ event: id })
  } catch {
    return res.json({ duplicate: true })
  }
  res.end()
})

// Paid out once: the points are set to nothing.
app.post('/payouts/:name', async (req, res) => {
  const staff = await Staff.findOne({ name: req.params.name })
  if (!staff) return res.status(404).end()
  if (staff.points !== 0) {
    const payment = await Reward.create({ name: staff.name, points: staff.points })
    await Staff.updateOne({ name: req.params.name }, { points: 0 })
    return res.json(payment)
  }
  res.end()
})

// Rows of a list that was found are saved again, and none is made.
app.post('/orders/send', async (req, res) => {
  const orders = await Order.find({ user: String(req.body.user) }).limit(50)
  for (const order of orders) {
    order.items = []
    await order.save()
  }
  res.json(orders.length)
})

// Nothing is paid until somebody confirms.
app.post('/subscriptions', async (req, res) => {
  const made = await stripe.subscriptions.create({ customer: String(req.body.customer), items: [], payment_behavior: 'default_incomplete' }) // expect-low: missing-idempotency
  res.json(made.id)
})

async function refund(params: Stripe.RefundCreateParams, idempotencyKey?: string) {
  if (idempotencyKey) return stripe.refunds.create(params, { idempotencyKey })
  return stripe.refunds.create(params)
}
app.post('/refunds/:id', async (req, res) => {
  res.json(await refund({ charge: req.params.id, amount: 5 }, `refund-${req.params.id}`))
})

app.listen(3000)

// A hold that is let go again pays nothing; one price is in a subscription once.
app.post('/cards/check', async (req, res) => {
  const held = await stripe.paymentIntents.create({ amount: 100, currency: 'eur', customer: String(req.body.customer), capture_method: 'manual', confirm: true }) // expect-low: missing-idempotency
  await stripe.paymentIntents.cancel(held.id)
  res.end()
})
app.post('/cards/charge', async (req, res) => {
  await stripe.paymentIntents.create({ amount: 100, currency: 'eur', customer: String(req.body.customer), confirm: true }) // expect: missing-idempotency
  res.end()
})
app.post('/add-ons', async (req, res) => {
  await stripe.subscriptionItems.create({ subscription: String(req.body.subscription), price: String(req.body.price) }) // expect-low: missing-idempotency
  res.end()
})
