import express from 'express'
import { count, desc, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { Pool } from 'pg'

const app = express()
const pool = new Pool()
const orders = pgTable('orders', { id: integer('id').primaryKey(), note: text('note'), customerId: integer('customer_id') })
const db = drizzle(pool, { schema: { orders } })
const SIZES = [10, 20, 50]

app.get('/orders', async (req, res) => res.json(await db.select().from(orders))) // expect: unbounded-query
app.get('/orders/with-lines', async (_req, res) => res.json(await db.query.orders.findMany())) // expect: unbounded-query
app.get('/orders/of-customer', async (req, res) => res.json(await db.select().from(orders).where(eq(orders.customerId, Number(req.query.customer))))) // expect: unbounded-query
app.get('/orders/one', async (req, res) => res.json(await db.select().from(orders).where(eq(orders.id, Number(req.query.id)))))
app.get('/orders/latest', async (_req, res) => res.json(await db.select().from(orders).orderBy(desc(orders.id)).limit(20)))
app.get('/orders/count', async (_req, res) => res.json(await db.select({ total: count() }).from(orders)))

// The page size of the request, as people write it.
app.get('/orders/a', async (req, res) => res.json(await db.select().from(orders).limit(parseInt(req.query.size as string, 10)))) // expect: unbounded-query
app.get('/orders/b', async (req, res) => {
  const { page = 1, limit = 10 } = req.query as unknown as { page?: number; limit?: number }
  res.json(await db.select().from(orders).offset((page - 1) * limit).limit(limit * 1)) // expect: unbounded-query
})
app.get('/orders/c', async (req, res) => {
  const size = Math.max(1, Number(req.query.size))
  res.json(await db.select().from(orders).limit(size)) // expect: unbounded-query
})
app.get('/orders/d', async (req, res) => res.json((await pool.query('SELECT id FROM orders LIMIT $1', [req.query.limit])).rows)) // expect: unbounded-query

// One size for two reads is one mistake.
app.get('/search', async (req, res) => {
  const size = Number(req.query.size)
  const found = await db.select().from(orders).limit(size) // expect: unbounded-query
  const more = await db.select().from(orders).orderBy(desc(orders.id)).limit(size)
  res.json([found, more])
})

// Capped, each in its own way.
app.get('/orders/e', async (req, res) => {
  const size = Number(req.query.size)
  if (size > 200) throw new Error('too many')
  res.json(await db.select().from(orders).limit(size))
})
app.get('/orders/f', async (req, res) => {
  const size = SIZES.includes(Number(req.query.size)) ? Number(req.query.size) : 10
  res.json(await db.select().from(orders).limit(size))
})
app.get('/orders/g', async (req, res) => {
  const size = Number(req.query.size) > 100 ? 100 : Number(req.query.size)
  res.json(await db.select().from(orders).limit(size))
})
