import { and, count, eq, gte, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { index, integer, jsonb, pgTable, serial, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { Hono } from 'hono'
import { Pool } from 'pg'

const organizations = pgTable('organizations', { id: serial('id').primaryKey(), name: text('name'), seats: integer('seats').notNull() })
const users = pgTable('users', { id: serial('id').primaryKey(), email: text('email').notNull(), credits: integer('credits').notNull(), orgId: integer('org_id').references(() => organizations.id) }, (t) => ({ email: uniqueIndex('e').on(t.email) }))
const posts = pgTable('posts', { id: serial('id').primaryKey(), userId: integer('user_id').references(() => users.id), slug: text('slug'), createdAt: timestamp('created_at') })
const products = pgTable('products', { id: serial('id').primaryKey(), stock: integer('stock').notNull() })
const orders = pgTable('orders', { id: serial('id').primaryKey(), productId: integer('product_id'), quantity: integer('quantity'), status: text('status') })

const channels = pgTable('channels', { id: serial('id').primaryKey(), orgId: integer('org_id').notNull(), kind: text('kind').notNull(), settings: jsonb('settings') }, (t) => ({ once: uniqueIndex('once').on(t.orgId, t.kind) }))
const feeds = pgTable('feeds', { id: serial('id').primaryKey(), orgId: integer('org_id').notNull(), kind: text('kind').notNull(), address: text('address') })
const badges = pgTable('badges', { id: serial('id').primaryKey(), orgId: integer('org_id').notNull(), label: text('label').notNull(), code: text('code').notNull() }, (t) => [
  uniqueIndex('badges_label').using('btree', t.orgId.asc().nullsLast().op('int4_ops'), t.label.asc().nullsLast().op('text_ops')),
  index('badges_code').using('btree', t.orgId.asc().nullsLast().op('int4_ops'), t.code.asc().nullsLast().op('text_ops')),
])
const passes = pgTable('passes', { id: serial('id').primaryKey(), guestId: integer('guest_id').notNull(), email: text('email').notNull(), status: text('status') }, (t) => [
  uniqueIndex('passes_open').using('btree', t.guestId.asc()).concurrently().where(sql`${t.status} = 'open'`),
  uniqueIndex('passes_email').on(sql`lower(${t.email})`),
])

const db = drizzle(new Pool(), { schema: { organizations, users, posts, products, orders } })
const app = new Hono()

app.post('/orders', async (c) => {
  const { productId, quantity } = await c.req.json()
  const [product] = await db.select().from(products).where(eq(products.id, productId)).limit(1)
  if (!product || product.stock < quantity) return c.json({ error: 'sold out' }, 409)
  await db.update(products).set({ stock: product.stock - quantity }).where(eq(products.id, productId)) // expect: check-then-act
  return c.json({})
})
app.post('/credits', async (c) => {
  const { id, amount } = await c.req.json()
  const user = await db.query.users.findFirst({ where: eq(users.id, id) })
  if (!user) return c.notFound()
  await db.update(users).set({ credits: user.credits + amount }).where(eq(users.id, user.id)) // expect: check-then-act
  return c.json({})
})
app.post('/spend', async (c) => {
  const { id, amount } = await c.req.json()
  const user = await db.query.users.findFirst({ where: eq(users.id, id) })
  if (!user || user.credits < amount) return c.json({}, 402)
  await db.update(users).set({ credits: sql`${users.credits} - ${amount}` }).where(eq(users.id, id)) // expect: check-then-act
  return c.json({})
})
app.post('/spend/conditional', async (c) => {
  const { id, amount } = await c.req.json()
  const rows = await db.update(users).set({ credits: sql`${users.credits} - ${amount}` }).where(and(eq(users.id, id), gte(users.credits, amount))).returning()
  if (rows.length === 0) return c.json({}, 402)
  return c.json({})
})
app.post('/spend/locked', async (c) => {
  const { id, amount } = await c.req.json()
  await db.transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, id)).for('update')
    if (!user || user.credits < amount) throw new Error('too few')
    await tx.update(users).set({ credits: user.credits - amount }).where(eq(users.id, id))
  })
  return c.json({})
})
app.post('/posts', async (c) => {
  const { slug, userId } = await c.req.json()
  const existing = await db.select().from(posts).where(eq(posts.slug, slug))
  if (existing.length > 0) return c.json({}, 409)
  await db.insert(posts).values({ slug, userId }) // expect: check-then-act
  return c.json({})
})
app.post('/members', async (c) => {
  const { orgId, email } = await c.req.json()
  const org = await db.query.organizations.findFirst({ where: eq(organizations.id, orgId) })
  const [row] = await db.select({ value: count() }).from(users).where(eq(users.orgId, orgId))
  if (!org || (row?.value ?? 0) >= org.seats) return c.json({}, 402)
  await db.insert(users).values({ orgId, email, credits: 0 }) // expect: check-then-act
  return c.json({})
})
app.post('/users', async (c) => {
  const { email } = await c.req.json()
  const [found] = await db.select().from(users).where(eq(users.email, email))
  if (found) return c.json({}, 409)
  await db.insert(users).values({ email, credits: 0 }) // expect-low: check-then-act
  return c.json({})
})

// An organization has one channel of a kind, whatever the channel is looked for by.
app.post('/channels', async (c) => {
  const { orgId, phone } = await c.req.json()
  const [known] = await db.select().from(channels).where(and(eq(channels.kind, 'chat'), sql`${channels.settings}->>'phone' = ${phone}`))
  if (known) return c.json({}, 409)
  await db.insert(channels).values({ orgId, kind: 'chat', settings: { phone } })
  return c.json({}, 201)
})
app.post('/feeds', async (c) => {
  const { orgId, address } = await c.req.json()
  const [known] = await db.select().from(feeds).where(and(eq(feeds.kind, 'news'), eq(feeds.address, address)))
  if (known) return c.json({}, 409)
  await db.insert(feeds).values({ orgId, kind: 'news', address }) // expect: check-then-act
  return c.json({}, 201)
})

// Keys as they are written when a database is read.
app.post('/badges', async (c) => {
  const { orgId, label, code } = await c.req.json()
  const [known] = await db.select().from(badges).where(and(eq(badges.orgId, orgId), eq(badges.label, label))) // expect-low: check-then-act
  if (known) return c.json({}, 409)
  await db.insert(badges).values({ orgId, label, code })
  return c.json({}, 201)
})
app.post('/badges/codes', async (c) => {
  const { orgId, code } = await c.req.json()
  const [known] = await db.select().from(badges).where(and(eq(badges.orgId, orgId), eq(badges.code, code)))
  if (known) return c.json({}, 409)
  await db.insert(badges).values({ orgId, label: crypto.randomUUID(), code }) // expect: check-then-act
  return c.json({}, 201)
})
app.post('/passes', async (c) => {
  const { guestId, email } = await c.req.json()
  const [known] = await db.select().from(passes).where(eq(passes.guestId, guestId))
  if (known) return c.json({}, 409)
  await db.insert(passes).values({ guestId, email }) // expect: check-then-act
  return c.json({}, 201)
})
app.post('/passes/by-address', async (c) => {
  const { guestId, email } = await c.req.json()
  const [known] = await db.select().from(passes).where(eq(passes.email, email)) // expect-low: check-then-act
  if (known) return c.json({}, 409)
  await db.insert(passes).values({ guestId, email })
  return c.json({}, 201)
})
export default app

// Sent twice by mistake within seconds: a brake.
app.post('/posts/drafts', async (c) => {
  const { userId } = await c.req.json()
  const since = new Date(Date.now() - 5000)
  const recent = await db.select().from(posts).where(and(eq(posts.userId, userId), sql`${posts.createdAt} > ${since}`)).limit(1) // expect-low: check-then-act
  if (recent.length > 0) return c.json({}, 429)
  await db.insert(posts).values({ userId })
  return c.json({}, 201)
})
