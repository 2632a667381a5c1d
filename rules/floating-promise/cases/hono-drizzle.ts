import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { Hono } from 'hono'

const visits = pgTable('visits', { id: integer('id').primaryKey(), path: text('path') })
const db = drizzle('postgres://localhost/shop')
const app = new Hono()

async function keepVisit(path: string) {
  await db.insert(visits).values({ id: 1, path })
}

app.use(async (c, next) => {
  next() // expect: floating-promise
  c.header('x-shop', 'seats')
})

app.use(async (c, next) => {
  await next()
})

app.get('/seats', (c) => {
  keepVisit(c.req.path) // expect: floating-promise
  db.select().from(visits).limit(1).then((rows) => rows.length) // expect: floating-promise
  c.executionCtx.waitUntil(keepVisit(c.req.path))
  return c.json({})
})
