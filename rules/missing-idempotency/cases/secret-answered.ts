// What nobody pays twice: an intent whose secret is with nobody, and a customer that staff makes.
import express, { type NextFunction, type Request, type Response } from 'express'
import { Pool } from 'pg'
import Stripe from 'stripe'

const stripe = new Stripe('sk')
const pool = new Pool()

// Whoever lost the answer has no secret of the first.
export async function secretFor(cart: { id: string; total: number }) {
  const intent = await stripe.paymentIntents.create({ amount: cart.total, currency: 'eur', description: cart.id }) // expect-low: missing-idempotency
  return { intent: intent.id, secret: intent.client_secret }
}

// Without a secret there is nothing to answer.
export async function secretOrNothing(total: number) {
  const intent = await stripe.paymentIntents.create({ amount: total, currency: 'eur' }) // expect-low: missing-idempotency
  if (!intent.client_secret) throw new Error('the provider gave no secret')
  return { secret: intent.client_secret, total }
}

// A subscription that nobody pays for ends by itself; bills that are only sent take nothing from anybody.
export async function subscribe(customer: string, price: string) {
  return stripe.subscriptions.create({ customer, items: [{ price }], payment_behavior: 'default_incomplete' }) // expect-low: missing-idempotency
}
export async function subscribeOnTrial(customer: string, price: string) {
  return stripe.subscriptions.create({ customer, items: [{ price }], trial_period_days: 14, payment_behavior: 'default_incomplete' }) // expect: missing-idempotency
}
export async function subscribeOnBill(customer: string, price: string) {
  return stripe.subscriptions.create({ customer, items: [{ price }], collection_method: 'send_invoice', days_until_due: 30 }) // expect: missing-idempotency
}
export async function subscribeOnBillOnce(team: { customer: string; subscriptionId: string | null }, price: string) {
  if (team.subscriptionId) return team.subscriptionId
  const made = await stripe.subscriptions.create({ customer: team.customer, items: [{ price }], collection_method: 'send_invoice', days_until_due: 30 }) // expect-low: missing-idempotency
  return made.id
}
export async function subscribeAtOnce(customer: string, price: string) {
  return stripe.subscriptions.create({ customer, items: [{ price }] }) // expect: missing-idempotency
}

// It is kept, and confirmed later by what is kept.
export async function keep(cart: { id: string; total: number }) {
  const intent = await stripe.paymentIntents.create({ amount: cart.total, currency: 'eur' }) // expect: missing-idempotency
  await pool.query('INSERT INTO openings (cart_id, intent) VALUES ($1, $2)', [cart.id, intent.id])
  return { secret: intent.client_secret }
}

// It is confirmed at once.
export async function take(cart: { id: string; total: number; card: string }) {
  const intent = await stripe.paymentIntents.create({ amount: cart.total, currency: 'eur', confirm: true, payment_method: cart.card }) // expect: missing-idempotency
  return { secret: intent.client_secret }
}

// ---- Made by staff -------------------------------------------------------------------------------------------------------

const app = express()
app.use(express.json())

function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if (res.locals.user?.role !== 'admin') return res.status(403).json({ message: 'not for you' })
  next()
}

app.post('/staff/customers', requireAdmin, async (req, res) => {
  res.json(await stripe.customers.create({ email: String(req.body.email) })) // expect-low: missing-idempotency
})
app.post('/customers', async (req, res) => {
  res.json(await stripe.customers.create({ email: String(req.body.email) })) // expect: missing-idempotency
})
app.post('/staff/charges', requireAdmin, async (req, res) => {
  res.json(await stripe.charges.create({ amount: Number(req.body.amount), currency: 'eur', customer: String(req.body.customer) })) // expect: missing-idempotency
})
