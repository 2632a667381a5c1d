// A driver that answers before it returns leaves no room for another request, also where its queries are awaited.
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import express from 'express'

const meters = sqliteTable('meters', { id: integer('id').primaryKey(), serial: text('serial').notNull(), used: integer('used').notNull(), limit: integer('limit').notNull() })

const db = drizzle(new Sqlite('meters.db'), { schema: { meters } })
const app = express()
app.use(express.json())

app.post('/readings', async (req, res) => {
  for (const { serial, amount } of req.body.readings) {
    const meter = await db.query.meters.findFirst({ where: eq(meters.serial, serial) })
    if (!meter) continue
    await db.update(meters).set({ used: meter.used + amount }).where(eq(meters.id, meter.id))
  }
  res.status(204).end()
})

app.post('/meters', async (req, res) => {
  const serial = String(req.body.serial)
  const known = await db.query.meters.findFirst({ where: eq(meters.serial, serial) })
  if (known) return res.status(409).end()
  await db.insert(meters).values({ serial, used: 0, limit: 100 })
  res.status(201).end()
})

// Another machine is waited for in between.
app.post('/readings/priced', async (req, res) => {
  const { serial, amount } = req.body
  const meter = await db.query.meters.findFirst({ where: eq(meters.serial, serial) })
  if (!meter) return res.status(404).end()
  const answer = await fetch(`https://prices.example.com/${meter.serial}`)
  const { factor } = (await answer.json()) as { factor: number }
  await db.update(meters).set({ used: meter.used + amount * factor }).where(eq(meters.id, meter.id)) // expect: check-then-act
  res.status(204).end()
})

app.post('/meters/checked', async (req, res) => {
  const serial = String(req.body.serial)
  const known = await db.query.meters.findFirst({ where: eq(meters.serial, serial) }) // expect: check-then-act
  if (known) return res.status(409).end()
  await fetch(`https://registry.example.com/${serial}`)
  await db.insert(meters).values({ serial, used: 0, limit: 100 })
  res.status(201).end()
})
