import { and, count, eq, gte } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core'
import express from 'express'
import { Pool } from 'pg'

const rooms = pgTable('rooms', { id: serial('id').primaryKey(), houseId: text('house_id').notNull(), name: text('name').notNull() })
const doors = pgTable('doors', { id: serial('id').primaryKey(), houseId: text('house_id').notNull(), name: text('name').notNull() })
const lamps = pgTable('lamps', { id: serial('id').primaryKey(), houseId: text('house_id').notNull(), name: text('name').notNull() })
const mails = pgTable('mails', { id: serial('id').primaryKey(), address: text('address').notNull(), time: timestamp('time').notNull() })
const db = drizzle(new Pool())
const app = express()
app.use(express.json())

// Another way names a room as it likes.
app.post('/rooms', async (req, res) => {
  const { houseId, name } = req.body
  const [known] = await db.select().from(rooms).where(and(eq(rooms.houseId, houseId), eq(rooms.name, name))) // expect-low: check-then-act
  if (known) return res.status(409).end()
  await db.insert(rooms).values({ houseId, name })
  res.status(201).end()
})
app.patch('/rooms/:id', async (req, res) => {
  await db.update(rooms).set({ name: req.body.name }).where(eq(rooms.id, Number(req.params.id)))
  res.sendStatus(204)
})

// All that names a door asks for the name.
app.post('/doors', async (req, res) => {
  const { houseId, name } = req.body
  const [known] = await db.select().from(doors).where(and(eq(doors.houseId, houseId), eq(doors.name, name))) // expect: check-then-act
  if (known) return res.status(409).end()
  await db.insert(doors).values({ houseId, name })
  res.status(201).end()
})
app.patch('/doors/:id', async (req, res) => {
  const { houseId, name } = req.body
  const [known] = await db.select().from(doors).where(and(eq(doors.houseId, houseId), eq(doors.name, name))) // expect: check-then-act
  if (known) return res.status(409).end()
  await db.update(doors).set({ name }).where(eq(doors.id, Number(req.params.id)))
  res.sendStatus(204)
})

// A lamp is switched by its name: of two, the wrong one may be.
app.post('/lamps', async (req, res) => {
  const { houseId, name } = req.body
  const [known] = await db.select().from(lamps).where(and(eq(lamps.houseId, houseId), eq(lamps.name, name))) // expect: check-then-act
  if (known) return res.status(409).end()
  await db.insert(lamps).values({ houseId, name })
  res.status(201).end()
})
app.post('/houses/:id/lamps', async (req, res) => {
  await db.insert(lamps).values({ houseId: req.params.id, name: 'hall' })
  res.status(201).end()
})
app.post('/lamps/:name/switch', async (req, res) => {
  const [lamp] = await db.select().from(lamps).where(eq(lamps.name, req.params.name))
  res.json(lamp)
})

// A brake, which the database holds against the count.
app.post('/mails', async (req, res) => {
  const { address } = req.body
  const yesterday = new Date(Date.now() - 86_400_000)
  const [sent] = await db.select({ isTooMany: gte(count(), 3) }).from(mails).where(and(eq(mails.address, address), gte(mails.time, yesterday))) // expect-low: check-then-act
  if (sent?.isTooMany) return res.status(429).end()
  await db.insert(mails).values({ address, time: new Date() })
  res.status(201).end()
})

app.listen(3000)
