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
// Both parts say that somebody was found; a part that says something else may be what did not hold.
export async function customerByParts(email: string) {
  const known = await stripe.customers.list({ email, limit: 1 })
  if (known.data.length > 0 && known.data[0]) {
    return stripe.customers.update(known.data[0].id, { email })
  } else {
    return stripe.customers.create({ email }) // expect-low: missing-idempotency
  }
}
export async function customerByWish(email: string, isNew: boolean) {
  const known = await stripe.customers.list({ email, limit: 1 })
  if (!isNew && known.data[0]) {
    return stripe.customers.update(known.data[0].id, { email })
  } else {
    return stripe.customers.create({ email }) // expect: missing-idempotency
  }
}

// The provider knows of the subscription as soon as there is one: two at once make two, and nothing else does.
export async function subscribe(customer: string, price: string) {
  const { data } = await stripe.subscriptions.list({ customer, status: 'active', limit: 1 })
  const current = data[0]
  if (current) return stripe.subscriptions.update(current.id, { items: [{ price }] })
  return stripe.subscriptions.create({ customer, items: [{ price }], payment_behavior: 'error_if_incomplete' }) // expect: missing-idempotency
}

// None is kept yet where it is called, in all places or in one.
class Customers {
  async open(email: string) {
    return stripe.customers.create({ email }) // expect-low: missing-idempotency
  }

  async add(email: string) {
    return stripe.customers.create({ email, description: 'by hand' }) // expect: missing-idempotency
  }
}
const customers = new Customers()
export async function customerOf({ email, stripeId }: { email: string; stripeId: string | null }) {
  if (stripeId) return stripeId
  return (await customers.open(email)).id
}
export async function customerOfTeam({ email, stripeId }: { email: string; stripeId: string | null }) {
  return stripeId ? stripeId : (await customers.add(email)).id
}
export async function customerOfGuest(email: string) {
  return (await customers.add(email)).id
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
