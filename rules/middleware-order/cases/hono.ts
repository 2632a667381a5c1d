import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable } from 'drizzle-orm/pg-core'
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { cors } from 'hono/cors'

const orders = pgTable('orders', { id: integer('id').primaryKey() })
const db = drizzle('postgres://localhost/shop')

export const late = new Hono()
late.get('/orders', async (c) => c.json(await db.select().from(orders).limit(20)))
late.use(cors()) // expect: middleware-order
late.use('/orders/*', bearerAuth({ token: process.env.TOKEN as string })) // expect: middleware-order

export const early = new Hono()
early.use(cors())
early.use('/orders/*', bearerAuth({ token: process.env.TOKEN as string }))
early.get('/orders', async (c) => c.json(await db.select().from(orders).limit(20)))
early.onError((error, c) => c.json({ error: error.message }, 500))
