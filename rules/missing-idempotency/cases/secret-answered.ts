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
