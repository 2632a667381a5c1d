// Read again behind a lock, on the way to an error, or by a branch that the caller does not reach; or not the same query.
import express from 'express'
import mongoose, { Schema } from 'mongoose'
import { Pool } from 'pg'

const Booking = mongoose.model('Booking', new Schema({ state: String, room: String }))
const Guest = mongoose.model('Guest', new Schema({ phone: String, page: String, name: String }))
const pool = new Pool()
const app = express()
app.use(express.json())

const waiting = new Map<string, Promise<unknown>>()
async function withBookingLock<T>(key: string, work: () => Promise<T>): Promise<T> {
  await waiting.get(key)
  const running = work()
  waiting.set(key, running)
  return running
}

app.post('/bookings/:id/move', async (req, res) => {
  const booking = await Booking.findById(req.params.id)
  if (!booking) return res.status(404).end()
  await withBookingLock(req.params.id, async () => {
    const locked = await Booking.findById(req.params.id)
    if (locked?.state !== 'open') throw new Error('moved meanwhile')
    await Booking.updateOne({ _id: locked._id }, { room: String(req.body.room) })
  })
  res.end()
})

async function refuse(id: string) {
  const booking = await Booking.findById(id)
  throw new Error(`${booking?.room} is ${booking?.state}`)
}
app.post('/bookings/:id/close', async (req, res) => {
  const booking = await Booking.findById(req.params.id)
  if (booking?.state !== 'open') {
    const known = await Booking.findById(req.params.id)
    throw new Error(`${known?.room} is ${known?.state}`)
  }
  res.json(booking)
})
app.post('/bookings/:id/open', async (req, res) => {
  const booking = await Booking.findById(req.params.id)
  if (booking?.state === 'open') await refuse(req.params.id)
  res.json(booking)
})

interface PageContext {
  page?: string
}
async function greet(phone: string, context?: PageContext) {
  if (context?.page) {
    const known = await Guest.findOne({ phone })
    return known?.page
  }
  return phone
}
app.post('/messages', async (req, res) => {
  const phone = String(req.body.phone)
  const guest = await Guest.findOne({ phone })
  res.json({ guest, greeting: await greet(phone, undefined) })
})
app.post('/pages', async (req, res) => {
  const phone = String(req.body.phone)
  const guest = await Guest.findOne({ phone })
  res.json({ guest, greeting: await greet(phone, { page: 'start' }) }) // expect: uncached-repeated-query
})

app.get('/categories/:id', async (req, res) => {
  const own = await pool.query('SELECT * FROM categories WHERE id = $1', [req.params.id])
  const above = await pool.query('WITH RECURSIVE path AS (SELECT * FROM categories WHERE id = $1 UNION ALL SELECT c.* FROM categories c JOIN path ON c.id = path.parent_id) SELECT * FROM path', [req.params.id])
  res.json({ own: own.rows[0], above: above.rows })
})

// Only tests take the first way.
async function currentGuest(phone: string) {
  if (process.env.NODE_ENV === 'test') return Guest.findOne({ phone })
  return { phone }
}
app.post('/greetings', async (req, res) => {
  const phone = String(req.body.phone)
  const current = await currentGuest(phone)
  const guest = await Guest.findOne({ phone })
  res.json({ current, guest })
})

// One side always answers.
app.post('/reports', async (req, res) => {
  const phone = String(req.body.phone)
  if (req.body.dry === true) {
    try {
      return res.json(await Guest.findOne({ phone }))
    } catch {
      return res.status(500).end()
    }
  }
  res.json({ sent: await Guest.findOne({ phone }) })
})

app.listen(3000)
