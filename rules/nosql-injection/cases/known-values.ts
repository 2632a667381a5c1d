// Express with Mongoose: values that a list is known to have, places of lists, keys that are handed on.
import express from 'express'
import { Schema, model } from 'mongoose'

const Court = model('Court', new Schema({ number: Number, sport: String }))
const Booking = model('Booking', new Schema({ court: Number, day: String, plan: String }))
const PLANS = [{ name: 'single' }, { name: 'season' }]
const app = express()
app.use(express.json())

app.post('/bookings/known', async (req, res) => {
  const courts = await Court.find({ sport: 'tennis' }).limit(20)
  const court = courts.find((one) => one.number == req.body.court)
  if (!court) return res.sendStatus(404)
  return res.json(await Booking.findOne({ court: req.body.court }))
})

app.post('/bookings/listed', async (req, res) => {
  if (!PLANS.some(({ name }) => name === req.body.plan)) return res.sendStatus(400)
  return res.json(await Booking.findOne({ plan: req.body.plan }))
})

app.post('/bookings/not-asked', async (req, res) => {
  const courts = await Court.find({ sport: 'tennis' }).limit(20)
  const court = courts.find((one) => one.number == req.body.court)
  res.json({ court, booking: await Booking.findOne({ court: req.body.court }) }) // expect: nosql-injection
})

// Only courts of other numbers are looked for.
app.post('/bookings/other', async (req, res) => {
  const other = PLANS.find((one) => one.name !== req.body.plan)
  if (!other) return res.sendStatus(404)
  return res.json(await Booking.findOne({ plan: req.body.plan })) // expect: nosql-injection
})

/** Courts that went, and what was asked for in their place. */
function difference(known: { number: number }[], asked: unknown[]): [{ number: number }[], unknown[]] {
  const gone: { number: number }[] = []
  const wanted: unknown[] = []
  for (const one of known) if (!asked.includes(one.number)) gone.push(one)
  for (const one of asked) wanted.push(one)
  return [gone, wanted]
}

app.post('/courts', async (req, res) => {
  const courts = (await Court.find({ sport: 'tennis' }).limit(20)).map(({ number }) => ({ number: Number(number) }))
  const [gone] = difference(courts, req.body.courts)
  const first = gone[0]
  res.json(first && (await Booking.findOne({ court: first.number })))
})

app.post('/courts/wanted', async (req, res) => {
  const [, wanted] = difference([], req.body.courts)
  res.json(await Booking.findOne({ court: wanted[0] as number })) // expect: nosql-injection
})

app.post('/courts/both', async (req, res) => {
  const [count, plan] = await Promise.all([Court.countDocuments({ sport: 'tennis' }), Promise.resolve(req.body.plan)])
  res.json({ booking: await Booking.findOne({ court: count }), other: await Booking.findOne({ plan }) }) // expect: nosql-injection
})

// The object is cast to a key, and what is inside of it made text.
app.post('/bookings/by-key', async (req, res) => {
  res.json(await Booking.findById({ _id: req.body.id, day: 'today' }))
})

app.post('/plans', async (req, res) => {
  const known = await Booking.findOne({ plan: req.body.plan }) // expect-low: nosql-injection
  if (known) return res.sendStatus(409)
  return res.json(await Booking.create({ plan: String(req.body.plan) }))
})

// What has to be there lets somebody in.
app.post('/plans/enter', async (req, res) => {
  const known = await Booking.findOne({ plan: req.body.code }) // expect: nosql-injection
  if (!known) return res.sendStatus(403)
  return res.json(await Court.updateOne({ sport: 'tennis' }, { number: 1 }))
})

/** One place to mend, however many routes hand their key on. */
function close(id: string, day: string) {
  return Booking.findByIdAndUpdate(id, { day }) // expect: nosql-injection
}

app.post('/bookings/close', async (req, res) => {
  res.json(await close(req.body.id, 'today'))
})

app.post('/bookings/reopen', async (req, res) => {
  res.json(await close(req.body.id, 'tomorrow'))
})

// What equals a member of an enumeration, or of an object that is written out, is that text.
enum Plan {
  Single = 'single',
  Season = 'season',
}
const DAYS = { first: 'monday', last: 'friday' } as const

const planOf = (raw: unknown): Plan => {
  if (raw === Plan.Single || raw === Plan.Season) return raw
  throw new Error('no such plan')
}

function dayOf(raw: unknown): unknown {
  if (raw === DAYS.first || raw === DAYS.last) return raw
  throw new Error('no such day')
}

function placeOf(raw: unknown, wanted: { day: unknown }): unknown {
  if (raw === Plan.Single || raw === wanted.day) return raw
  throw new Error('not that one')
}

app.post('/bookings/of-plan', async (req, res) => {
  await Booking.updateMany({ plan: planOf(req.body.plan) }, { day: 'today' })
  await Booking.updateMany({ day: dayOf(req.body.day) }, { plan: 'single' })
  res.end()
})

app.post('/bookings/of-place', async (req, res) => {
  await Booking.updateMany({ day: placeOf(req.body.place, { day: req.body.place }) }, { plan: 'single' }) // expect: nosql-injection
  res.end()
})

// Looked at where it is taken, and chosen later on.
async function reopen(user: { role: string; day: string }, query: Record<string, unknown>) {
  const day = typeof query.day === 'string' ? query.day : undefined
  if (user.role !== 'member' && !day) throw new Error('no day')
  const wanted = user.role === 'member' ? user.day : day!
  await Booking.updateOne({ day: wanted }, { plan: 'single' })
  const other = query.day === undefined ? undefined : (query.other as string)
  const chosen = user.role === 'member' ? user.day : other!
  await Booking.updateOne({ day: chosen }, { plan: 'season' }) // expect: nosql-injection
}

app.post('/bookings/reopen-day', async (req, res) => {
  await reopen(res.locals.user, req.body)
  res.end()
})

// The path says which one it is, and a part of a path is a text.
async function rename(booking: { id: string; day: string }) {
  await Booking.updateMany({ day: booking.id }, { plan: 'single' })
}
async function renameOther(booking: { id: string; day: string }) {
  await Booking.updateMany({ day: booking.id }, { plan: 'season' }) // expect: nosql-injection
}
app.put('/bookings/named/:id', async (req, res) => {
  const {
    params: { id },
    body: { booking },
  } = req
  if (id !== booking.id) throw new Error('another one')
  await rename(booking)
  res.end()
})
// Of what the body says twice, both may be objects; and nobody is sent away.
app.put('/bookings/said/:id', async (req, res) => {
  const { booking } = req.body
  if (req.body.id !== booking.id) throw new Error('another one')
  await renameOther(booking)
  if (req.params.id !== booking.id) console.log('another one')
  res.end()
})

// The key that an object becomes is kept under nowhere; what the body says under which key, it says itself.
app.post('/bookings/priced', async (req, res) => {
  const { plan, prices, day } = req.body
  const offered: Record<string, number> = { single: 20, season: 300 }
  if (!offered[plan]) return res.status(404).end()
  if (!prices[day]) return res.status(404).end()
  await Booking.deleteMany({ plan })
  res.json(await Booking.deleteMany({ day })) // expect: nosql-injection
})
app.post('/bookings/shown', async (req, res) => {
  const { plan } = req.body
  const offered: Record<string, number> = { single: 20, season: 300 }
  if (!offered[plan]) console.log('no such plan')
  res.json(await Booking.deleteMany({ plan })) // expect: nosql-injection
})
