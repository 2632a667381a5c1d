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

// The object that both are given has another member the second time.
async function firstCode(match: any) {
  return Guest.findOne(match)
}
async function sameCode(match: any) {
  return Guest.findOne(match)
}
app.post('/guests/confirm', async (req, res) => {
  const match: any = { phone: String(req.body.phone) }
  const sent = await firstCode(match)
  if (!sent) return res.status(404).end()
  match.name = String(req.body.code)
  res.json({ isRight: (await sameCode(match)) !== null })
})
app.post('/guests/again', async (req, res) => {
  const match: any = { phone: String(req.body.phone) }
  const sent = await firstCode(match) // expect: uncached-repeated-query
  if (!sent) return res.status(404).end()
  res.json({ isRight: (await sameCode(match)) !== null })
})

// One parameter is not two things.
enum Change {
  Up,
  Down,
  Count,
}
async function priceOf(change: Change, id: string, count: number) {
  let price = 0
  if (change === Change.Up || change === Change.Down) {
    const booking = await Booking.findById(id)
    price += booking?.state === 'open' ? 1 : 2
  }
  if (change === Change.Count && count > 0) {
    const booking = await Booking.findById(id)
    price += booking?.room === 'suite' ? count : 0
  }
  if (change === Change.Down || change === Change.Count) {
    const booking = await Booking.findById(id) // expect: uncached-repeated-query
    price -= booking?.room === 'attic' ? 1 : 0
  }
  if (change === Change.Up || change === Change.Count) {
    const booking = await Booking.findById(id)
    price += booking?.room === 'hall' ? 1 : 0
  }
  return price
}
app.get('/bookings/:id/price', async (req, res) => {
  res.json({ price: await priceOf(Number(req.query.change) as Change, req.params.id, Number(req.query.count)) })
})

// The first call marks the row deep down, behind its own look.
class Ledger {
  async mark(id: string) {
    await pool.query('UPDATE proposals SET state = $2 WHERE id = $1', [id, 'accepted'])
  }
}
class Steps {
  private readonly ledger: Ledger
  constructor() {
    this.ledger = new Ledger()
  }
  async last(id: string) {
    await this.ledger.mark(id)
  }
  async run(id: string) {
    await this.last(id)
  }
}
class Proposals {
  private readonly steps: Steps
  constructor() {
    this.steps = new Steps()
  }
  async find(id: string) {
    const { rows } = await pool.query('SELECT * FROM proposals WHERE id = $1', [id])
    return rows[0]
  }
  async check(id: string) {
    const proposal = await this.find(id)
    if (proposal.state !== 'open') throw new Error('not open')
  }
  async finish(id: string) {
    await this.steps.run(id)
  }
  async accept(id: string) {
    await this.check(id)
    await this.finish(id)
  }
}
const proposals = new Proposals()
app.post('/proposals/:id/accept', async (req, res) => {
  await proposals.accept(req.params.id)
  res.json(await proposals.find(req.params.id))
})
app.post('/proposals/:id/look', async (req, res) => {
  await proposals.check(req.params.id) // expect: uncached-repeated-query
  res.json(await proposals.find(req.params.id))
})

// In front of every request, and only where a place is named.
async function rolesOf(user: string, place?: string) {
  if (place) {
    const { rows } = await pool.query('SELECT role FROM user_roles WHERE user_id = $1 AND place_id = $2', [user, place])
    return rows
  }
  return ['guest']
}
app.use(async (req, _res, next) => {
  req.headers['x-roles'] = (await rolesOf(String(req.headers['x-user']))).join()
  next()
})
app.use(async (req, _res, next) => {
  req.headers['x-roles'] = (await rolesOf(String(req.headers['x-user']), String(req.headers['x-place']))).join() // expect: uncached-repeated-query
  next()
})
app.get('/rooms', (req, res) => {
  res.json(req.headers['x-roles'])
})
