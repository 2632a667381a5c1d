import { createHmac, timingSafeEqual } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { eq, sql } from 'drizzle-orm'
import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { Hono } from 'hono'
import { SquareClient } from 'square'

const payments = pgTable('payments', { id: serial('id').primaryKey(), externalId: text('external_id').unique(), amount: integer('amount').notNull(), status: text('status') })
const credits = pgTable('credits', { id: serial('id').primaryKey(), userId: integer('user_id').notNull(), amount: integer('amount').notNull() })
const balances = pgTable('balances', { userId: integer('user_id').primaryKey(), amount: integer('amount').notNull() })
const providers = pgTable('providers', { id: serial('id').primaryKey(), name: text('name').notNull(), kind: text('kind'), secret: text('secret') })
const refunds = pgTable('refunds', { id: serial('id').primaryKey(), paymentId: integer('payment_id').notNull() })

const db = drizzle('postgres://localhost')
const square = new SquareClient({ token: 'token' })
const app = new Hono()

function isSigned(body: string, signature: string) {
  const expected = createHmac('sha256', 'key').update(body).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}

app.post('/billing/events', async (c) => {
  const body = await c.req.text()
  if (!isSigned(body, c.req.header('x-signature') ?? '')) return c.text('no', 401)
  const event = JSON.parse(body)
  if (event.type === 'payment.completed') {
    await db.insert(credits).values({ userId: event.userId, amount: event.amount }) // expect: missing-idempotency
    await db.update(balances).set({ amount: sql`${balances.amount} + ${event.amount}` }).where(eq(balances.userId, event.userId))
  }
  return c.text('ok')
})

// What is sent out is signed; whoever asks for it is a user.
app.post('/billing/events/new', async (c) => {
  const { userId, webhookSecret } = await c.req.json()
  const body = JSON.stringify({ userId })
  const [row] = await db.insert(providers).values({ name: String(userId), kind: 'mail' }).returning()
  await fetch('https://desk.example.com/events', { method: 'POST', signal: AbortSignal.timeout(2000), body, headers: { 'x-desk-event': 'credits.read', authorization: createHmac('sha256', String(webhookSecret)).update(body).digest('hex') } })
  return c.json(row ?? {})
})

// The provider's id is unique.
app.post('/billing/recorded', async (c) => {
  const body = await c.req.text()
  if (!isSigned(body, c.req.header('x-signature') ?? '')) return c.text('no', 401)
  const event = JSON.parse(body)
  await db.insert(payments).values({ externalId: event.id, amount: event.amount })
  return c.text('ok')
})

app.post('/billing/ignored', async (c) => {
  const body = await c.req.text()
  if (!isSigned(body, c.req.header('x-signature') ?? '')) return c.text('no', 401)
  const event = JSON.parse(body)
  const [row] = await db.insert(payments).values({ externalId: event.id, amount: event.amount }).onConflictDoNothing().returning()
  return c.json(row ?? {})
})

app.post('/refunds', async (c) => {
  const { paymentId } = await c.req.json()
  await db.insert(refunds).values({ paymentId }) // expect: missing-idempotency
  return c.json({})
})

app.post('/square/payments', async (c) => {
  const { sourceId, orderId } = await c.req.json()
  await square.payments.create({ sourceId, idempotencyKey: `order-${orderId}`, amountMoney: { amount: 100n, currency: 'EUR' } })
  return c.json({})
})

// A secret that is stored is not one that something is compared with.
app.post('/providers', async (c) => {
  const data = (await (await fetch(`https://provider.example/apps/${c.req.query('code')}`)).json()) as { name: string; kind: string; webhook_secret: string }
  await db.insert(providers).values({ name: data.name, kind: data.kind, secret: data.webhook_secret })
  return c.json({})
})

// The database adds, and adds again.
app.post('/webhooks/topups', async (c) => {
  const body = await c.req.text()
  if (!isSigned(body, c.req.header('x-signature') ?? '')) return c.text('no', 401)
  const event = JSON.parse(body)
  await db.update(balances).set({ amount: sql`${balances.amount} + ${event.amount}` }).where(eq(balances.userId, event.userId)) // expect: missing-idempotency
  return c.text('ok')
})
