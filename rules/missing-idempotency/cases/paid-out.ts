// Payments that cannot be made a second time, or by nobody in production, beside those that can.
import express from 'express'
import Stripe from 'stripe'

const stripe = new Stripe('sk')
const app = express()
app.use(express.json())

// All that is there: the second time it is not there any more.
app.post('/payouts/all', async (req, res) => {
  const stripeAccount = String(req.body.account)
  const balance = await stripe.balance.retrieve({}, { stripeAccount })
  const [first] = balance.available
  if (!first || first.amount === 0) return void res.status(409).end()
  let { amount, currency } = first
  if (currency === 'huf') amount = Math.floor(amount / 100) * 100
  res.json(await stripe.payouts.create({ amount, currency }, { stripeAccount })) // expect-low: missing-idempotency
})
// What is kept back pays for the second one.
app.post('/payouts/rest', async (_req, res) => {
  const balance = await stripe.balance.retrieve()
  const available = balance.available[0]?.amount ?? 0
  const amount = available - 500_000
  if (amount <= 0) return void res.status(409).end()
  res.json(await stripe.payouts.create({ amount, currency: 'eur' })) // expect: missing-idempotency
})
app.post('/payouts/some', async (req, res) => {
  const balance = await stripe.balance.retrieve()
  if (balance.available.length === 0) return void res.status(409).end()
  res.json(await stripe.payouts.create({ amount: Number(req.body.amount), currency: 'eur' })) // expect: missing-idempotency
})

class StripePayments {
  readonly stripe = new Stripe('sk')
}

class Tills {
  constructor(private readonly stripePayments: StripePayments) {}

  // Somebody has to fill it in before they pay, whatever the client is called.
  open(orderId: string) {
    return this.stripePayments.stripe.checkout.sessions.create({ mode: 'payment', client_reference_id: orderId, success_url: 'https://shop.example.com' }) // expect-low: missing-idempotency
  }

  pay(orderId: string, amount: number) {
    return this.stripePayments.stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true, metadata: { orderId } }) // expect: missing-idempotency
  }
}

const tills = new Tills(new StripePayments())
app.post('/checkout', async (req, res) => void res.json(await tills.open(String(req.body.order))))
app.post('/pay', async (req, res) => void res.json(await tills.pay(String(req.body.order), Number(req.body.amount))))

app.post('/samples', async (req, res) => {
  if (process.env.NODE_ENV === 'production') throw new Error('Only for developers')
  res.json(await stripe.customers.create({ email: String(req.body.email) })) // expect-low: missing-idempotency
})
// In production it needs a name.
app.post('/customers', async (req, res) => {
  if (process.env.NODE_ENV === 'production' && !req.body.name) throw new Error('Who?')
  res.json(await stripe.customers.create({ email: String(req.body.email) })) // expect: missing-idempotency
})

app.listen(3000)
