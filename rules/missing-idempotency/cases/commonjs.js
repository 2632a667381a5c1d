const express = require('express')
const mongoose = require('mongoose')
const Queue = require('bull')
const amqp = require('amqplib')
const stripe = require('stripe')('key')

const Order = mongoose.model('Order', new mongoose.Schema({ total: Number, status: String, paymentId: String }))
const Credit = mongoose.model('Credit', new mongoose.Schema({ user: String, amount: Number }))
const Delivery = mongoose.model('Delivery', new mongoose.Schema({ eventId: { type: String, unique: true } }))
const app = express()
const payments = new Queue('payments', 'redis://localhost', { defaultJobOptions: { attempts: 3 } })

// Promise chains.
app.post('/checkout', (req, res, next) => {
  stripe.charges
    .create({ amount: req.body.amount, currency: 'eur', source: req.body.token }) // expect: missing-idempotency
    .then((charge) => Order.create({ total: charge.amount, status: 'paid', paymentId: charge.id }))
    .then((order) => res.json(order))
    .catch(next)
})

// Helpers behind a switch.
app.post('/webhook', express.raw({ type: 'application/json' }), async (req, res) => {
  let event
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
  } catch (error) {
    return res.status(400).send(error.message)
  }
  switch (event.type) {
    case 'payment_intent.succeeded':
      await credit(event.data.object) // expect: missing-idempotency
      break
    case 'charge.refunded': {
      await Order.updateOne({ paymentId: event.data.object.id }, { status: 'refunded' })
      break
    }
  }
  res.json({ received: true })
})

app.post('/webhook-once', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
  try {
    await Delivery.create({ eventId: event.id })
  } catch (error) {
    if (error.code === 11000) return res.json({ received: true })
    throw error
  }
  await credit(event.data.object)
  res.json({ received: true })
})

// What asks, or gets a new token, asks again; what orders a parcel orders two.
async function refreshToken(partner) {
  const response = await fetch(`https://crm.example.com/token/${partner}`, { method: 'POST', signal: AbortSignal.timeout(2000) })
  return (await response.json()).token
}

async function getSubscription(id) {
  const response = await fetch('https://billing.example.com/subscriptions/search', { method: 'POST', body: JSON.stringify({ id }), signal: AbortSignal.timeout(2000) })
  return response.json()
}

async function sendParcel(id) {
  await fetch('https://parcels.example.com/orders', { method: 'POST', body: JSON.stringify({ id }), signal: AbortSignal.timeout(2000) })
}

app.post('/webhooks/crm', async (req, res) => {
  await refreshToken(req.body.partner)
  const subscription = await getSubscription(req.body.subscription)
  await Order.updateOne({ paymentId: subscription.id }, { status: subscription.status }) // expect-low: missing-idempotency
  res.sendStatus(204)
})

app.post('/webhooks/shop', async (req, res) => {
  await sendParcel(req.body.order) // expect: missing-idempotency
  res.sendStatus(204)
})

// An upsert keeps one row, and adds to it a second time.
payments.process(async (job) => {
  await Credit.updateOne({ user: job.data.user }, { $inc: { amount: job.data.amount } }, { upsert: true }) // expect: missing-idempotency
})

async function credit(intent) {
  await Credit.create({ user: intent.metadata.userId, amount: intent.amount })
}

const payouts = new Queue('payouts', 'redis://localhost', { defaultJobOptions: { attempts: 3 } })
payouts.process(async (job) => {
  await Credit.updateOne({ user: job.data.user }, { $inc: { amount: -job.data.amount } }) // expect: missing-idempotency
})

async function consume() {
  const connection = await amqp.connect('amqp://localhost')
  const channel = await connection.createChannel()
  channel.consume('orders', async (message) => {
    const order = JSON.parse(message.content.toString())
    await Order.create({ total: order.total, status: 'open' }) // expect: missing-idempotency
    channel.ack(message)
  })
  channel.consume('payments', async (message) => {
    const payment = JSON.parse(message.content.toString())
    await Order.updateOne({ _id: payment.orderId, status: 'open' }, { $set: { status: 'paid' } })
    channel.ack(message)
  })
}

module.exports = { app, consume }
