// Asked for first and made where there is none; what belongs to what was just made; what tries again; handlers that take no event.
import express, { type Request, type Response } from 'express'
import Stripe from 'stripe'

const stripe = new Stripe('sk')
const app = express()
app.use(express.json())

export async function customerBySearch(email: string) {
  const { data } = await stripe.customers.list({ email, limit: 1 })
  const [known] = data
  if (known) return known.id
  const made = await stripe.customers.create({ email }) // expect-low: missing-idempotency
  return made.id
}
export async function customerByCatch(email: string) {
  try {
    const { data } = await stripe.customers.search({ query: `email:'${email}'` })
    const [known] = data
    if (!known) throw new Error('none')
    return known.id
  } catch {
    const made = await stripe.customers.create({ email }) // expect-low: missing-idempotency
    return made.id
  }
}
export async function customerAnyhow(email: string) {
  const { data } = await stripe.prices.list({ limit: 1 })
  if (!data[0]) throw new Error('no price')
  const made = await stripe.customers.create({ email }) // expect: missing-idempotency
  return made.id
}

// One bill, and its line: told once.
app.post('/bills', async (req: Request, res: Response) => {
  const invoice = await stripe.invoices.create({ customer: String(req.body.customer) }) // expect: missing-idempotency
  await stripe.invoiceItems.create({ customer: String(req.body.customer), invoice: invoice.id, amount: 500, currency: 'eur' })
  res.json(invoice)
})
// Two customers are less than two payments.
app.post('/bills/of-new', async (req: Request, res: Response) => {
  const customer = await stripe.customers.create({ email: String(req.body.email) }) // expect: missing-idempotency
  res.json(await stripe.charges.create({ customer: customer.id, amount: 500, currency: 'eur' })) // expect: missing-idempotency
})

// It adds a webhook somewhere, and is none.
app.post('/add-webhook', async (_req: Request, res: Response) => {
  const answer = await fetch('https://pay.example.com/api/hooks', { method: 'POST', body: JSON.stringify({ url: 'https://shop.example.com/paid' }) })
  res.json(await answer.json())
})
app.post('/webhook/paid', async (req: Request, res: Response) => {
  await fetch('https://stock.example.com/api/orders', { method: 'POST', body: JSON.stringify({ order: req.body.order }) }) // expect: missing-idempotency
  res.end()
})
app.listen(3000)
