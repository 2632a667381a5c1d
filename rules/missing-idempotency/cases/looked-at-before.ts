import express from 'express'
import Redis from 'ioredis'
import { Pool } from 'pg'
import Stripe from 'stripe'

const app = express()
const db = new Pool()
const redis = new Redis()
const stripe = new Stripe('sk')

// ---- Customers: only two requests at once both find that there is none yet -------------------------------------------

async function customerOf(shopId: string): Promise<string> {
  const { rows } = await db.query<{ stripe_customer_id: string | null; email: string }>('SELECT stripe_customer_id, email FROM shops WHERE id = $1 LIMIT 1', [shopId])
  const shop = rows[0]
  if (shop?.stripe_customer_id) return shop.stripe_customer_id
  const customer = await stripe.customers.create({ email: shop?.email ?? '' }) // expect-low: missing-idempotency
  await db.query('UPDATE shops SET stripe_customer_id = $1 WHERE id = $2', [customer.id, shopId])
  return customer.id
}

app.post('/portal', async (req, res) => {
  const customer = await customerOf(String(req.body.shopId))
  const session = await stripe.billingPortal.sessions.create({ customer })
  res.json({ url: session.url })
})

/** Whoever calls this has looked already. */
async function openAccount(email: string) {
  return stripe.accounts.create({ type: 'express', email }) // expect-low: missing-idempotency
}

app.post('/accounts', async (req, res) => {
  const { rows } = await db.query<{ id: string; account_id: string | null }>('SELECT id, account_id FROM sellers WHERE email = $1 LIMIT 1', [req.body.email])
  const seller = rows[0]
  if (seller) {
    if (seller.account_id) throw new Error('There is one already')
  }
  const account = await openAccount(String(req.body.email))
  await db.query('UPDATE sellers SET account_id = $1 WHERE id = $2', [account.id, seller?.id])
  res.sendStatus(201)
})

async function billingOf(shopId: string): Promise<{ ref: string }> {
  let billing = (await db.query<{ ref: string }>('SELECT ref FROM billings WHERE shop_id = $1 LIMIT 1', [shopId])).rows[0]
  if (!billing) {
    const made = await stripe.customers.create({ description: shopId }) // expect-low: missing-idempotency
    billing = { ref: made.id }
    await db.query('INSERT INTO billings (shop_id, ref) VALUES ($1, $2)', [shopId, made.id])
  }
  return billing
}

app.post('/billing', async (req, res) => {
  res.json(await billingOf(String(req.body.shopId)))
})

// Nobody looks whether there is one.
app.post('/guests', async (req, res) => {
  const customer = await stripe.customers.create({ email: String(req.body.email) }) // expect: missing-idempotency
  res.json({ customer: customer.id })
})

// ---- What has to be there is taken away before the payment ------------------------------------------------------------

app.post('/renewals', async (req, res) => {
  const offer = await redis.hget('offers', String(req.body.customer))
  if (!offer) throw new Error('No offer to accept')
  await redis.hdel('offers', String(req.body.customer))
  await stripe.subscriptions.create({ customer: String(req.body.customer), items: [{ price: offer }] }) // expect-low: missing-idempotency
  res.sendStatus(204)
})

// It is taken away when all is done: what breaks between is paid again.
app.post('/upgrades', async (req, res) => {
  const offer = await redis.hget('upgrades', String(req.body.customer))
  if (!offer) throw new Error('No offer to accept')
  await stripe.subscriptions.create({ customer: String(req.body.customer), items: [{ price: offer }] }) // expect: missing-idempotency
  await redis.hdel('upgrades', String(req.body.customer))
  res.sendStatus(204)
})

// Where it is not there, another one is made.
app.post('/swaps', async (req, res) => {
  const running = await stripe.subscriptions.list({ customer: String(req.body.customer) })
  const old = running.data[0]
  if (old) await stripe.subscriptions.cancel(old.id)
  await stripe.subscriptions.create({ customer: String(req.body.customer), items: [{ price: 'price_plus' }] }) // expect: missing-idempotency
  res.sendStatus(204)
})

// ---- What somebody confirms ---------------------------------------------------------------------------------------------

app.post('/intents', async (req, res) => {
  const intent = await stripe.paymentIntents.create({ amount: Number(req.body.cents), currency: 'eur', confirm: false }) // expect-low: missing-idempotency
  res.json({ secret: intent.client_secret })
})

// There is something that is paid by it.
app.post('/seats/:orderId/intents', async (req, res) => {
  const { orderId } = req.params
  const intent = await stripe.paymentIntents.create({ amount: Number(req.body.cents), currency: 'eur', metadata: { orderId } }) // expect: missing-idempotency
  res.json({ secret: intent.client_secret })
})

// ---- What the provider does once ------------------------------------------------------------------------------------

app.post('/returns', async (req, res) => {
  // All of it, which is refused the second time.
  await stripe.refunds.create({ payment_intent: String(req.body.payment) }) // expect-low: missing-idempotency
  res.sendStatus(204)
})

app.post('/discounts', async (req, res) => {
  // A part of it, and another part.
  await stripe.refunds.create({ payment_intent: String(req.body.payment), amount: Number(req.body.cents) }) // expect: missing-idempotency
  res.sendStatus(204)
})

app.post('/reminders/:invoice', async (req, res) => {
  // The invoice is there; that it is sent once more costs nothing.
  await stripe.invoices.sendInvoice(req.params.invoice)
  res.sendStatus(204)
})

// ---- Rows: what was asked for by a function is called so -----------------------------------------------------------------

async function depositOf(hash: string): Promise<{ hash: string } | false> {
  const found = await Promise.any(['deposits', 'rejected_deposits'].map(async (table) => (await db.query<{ hash: string }>(`SELECT hash FROM ${table} WHERE hash = $1 LIMIT 1`, [hash])).rows[0] ?? Promise.reject(new Error('none'))))
  return found
}

app.post('/deposits', async (req, res) => {
  const existing = await depositOf(String(req.body.hash))
  if (existing) {
    res.status(202).json(existing)
    return
  }
  await db.query('INSERT INTO deposits (hash, cents) VALUES ($1, $2)', [req.body.hash, req.body.cents])
  res.sendStatus(201)
})

app.post('/payouts', async (req, res) => {
  const wallet = await depositOf(String(req.body.hash))
  if (!wallet) {
    res.sendStatus(404)
    return
  }
  await db.query('INSERT INTO payouts (hash, cents) VALUES ($1, $2)', [wallet.hash, req.body.cents]) // expect: missing-idempotency
  res.sendStatus(201)
})
