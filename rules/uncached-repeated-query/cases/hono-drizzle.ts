// Hono with Drizzle: a page and how many rows there are in all, and the same row twice.
import { and, count, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { boolean, integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { Hono } from 'hono'

const shows = pgTable('shows', { id: serial('id').primaryKey(), name: text('name'), isOpen: boolean('is_open') })
const tickets = pgTable('tickets', { id: serial('id').primaryKey(), showId: integer('show_id') })
const db = drizzle('postgres://localhost')
const app = new Hono()

app.get('/shows', async (c) => {
  const id = Number(c.req.query('id'))
  const filters = and(eq(shows.isOpen, true), id ? eq(shows.id, id) : undefined)
  const page = await db.select().from(shows).where(filters).limit(20)
  const [all] = await db.select({ total: count() }).from(shows).where(filters)
  return c.json({ page, all })
})

app.get('/shows/:id', async (c) => {
  const id = Number(c.req.param('id'))
  const [show] = await db.select().from(shows).where(eq(shows.id, id)).limit(1)
  if (!show) return c.notFound()
  const [again] = await db.select().from(shows).where(eq(shows.id, id)).limit(1) // expect: uncached-repeated-query
  return c.json(again ?? {})
})

// A subquery is a piece of the query that it is joined to, and is not sent by itself.
app.get('/shows/:id/tickets', async (c) => {
  const id = Number(c.req.param('id'))
  const shown = db.select().from(shows).where(eq(shows.id, id)).as('shown')
  const sold = await db.select().from(tickets).innerJoin(shown, eq(tickets.showId, shown.id))
  if (sold.length > 0) return c.json(sold)
  const [show] = await db.select().from(shows).where(eq(shows.id, id)).limit(1)
  return c.json(show ?? {})
})
