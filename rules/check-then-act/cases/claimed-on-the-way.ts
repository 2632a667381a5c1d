import { and, eq, lt, ne, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/mysql2'
import { datetime, int, mysqlTable, serial, uniqueIndex, varchar } from 'drizzle-orm/mysql-core'
import express from 'express'
import { createPool } from 'mysql2/promise'
import Stripe from 'stripe'

const contracts = mysqlTable(
  'contracts',
  { id: serial('id').primaryKey(), orgId: int('org_id').notNull(), status: varchar('status', { length: 20 }).notNull(), subscriptionId: varchar('subscription_id', { length: 100 }), updatedAt: datetime('updated_at') },
  (t) => [uniqueIndex('contracts_org').on(t.orgId)],
)
const made = drizzle(createPool('mysql://localhost/contracts'))
const db = () => made
const stripe = new Stripe('key')
const app = express()
app.use(express.json())

const changedRows = (result: unknown) => {
  if (Array.isArray(result)) return (result[0] as { affectedRows?: number } | undefined)?.affectedRows ?? 0
  return (result as { affectedRows?: number } | undefined)?.affectedRows ?? 0
}

// Of two at once, one claims the row or makes it.
app.post('/contracts', async (req, res) => {
  const { orgId, customer, price } = req.body
  const [existing] = await db().select().from(contracts).where(eq(contracts.orgId, orgId)).limit(1)
  if (existing?.status === 'active') throw new Error('signed already')
  if (existing) {
    const stale = new Date(Date.now() - 60_000)
    const claim = await db().update(contracts).set({ status: 'processing' }).where(and(eq(contracts.id, existing.id), or(ne(contracts.status, 'processing'), lt(contracts.updatedAt, stale))))
    if (changedRows(claim) === 0) throw new Error('at it already')
  } else {
    try {
      await db().insert(contracts).values({ orgId, status: 'processing' })
    } catch {
      throw new Error('at it already')
    }
  }
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }] })
  await db().update(contracts).set({ status: 'active', subscriptionId: subscription.id }).where(eq(contracts.orgId, orgId))
  res.status(201).end()
})

// Nobody looks at whether the row was changed.
app.post('/contracts/unchecked', async (req, res) => {
  const { orgId, customer, price } = req.body
  const [existing] = await db().select().from(contracts).where(eq(contracts.orgId, orgId)).limit(1)
  if (existing?.status === 'active') throw new Error('signed already')
  await db().update(contracts).set({ status: 'processing' }).where(and(eq(contracts.orgId, orgId), ne(contracts.status, 'processing')))
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }] })
  await db().update(contracts).set({ status: 'active', subscriptionId: subscription.id }).where(eq(contracts.orgId, orgId)) // expect: check-then-act
  res.status(201).end()
})

app.listen(3000)
