// Whether anybody feels that a row is read again.
import axios from 'axios'
import express, { type NextFunction, type Request, type Response } from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })

function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if (req.headers['x-role'] !== 'admin') return res.status(403).end()
  next()
}

function findVenue(id: string) {
  return db('venues').where({ id }).first()
}

async function closeVenue(id: string) {
  const venue = await findVenue(id)
  if (venue.closed) throw new Error('closed already')
  await db('venues').where({ id }).update({ closed: true })
}

// Administrators do that now and then.
app.post('/admin/venues/:id/visit', requireAdmin, async (req, res) => {
  const venue = await db('venues').where({ id: String(req.params.id) }).first() // expect-low: uncached-repeated-query
  await checkVisit(String(req.params.id))
  res.json(venue)
})
async function checkVisit(id: string) {
  const venue = await db('venues').where({ id }).first()
  if (venue.closed) throw new Error('closed')
}

// So they look at a page of their own.
app.get('/admin/venues/:id', requireAdmin, async (req, res) => {
  const venue = await db('venues').where({ id: String(req.params.id) }).first() // expect-low: uncached-repeated-query
  await checkVisit(String(req.params.id))
  res.json(venue)
})

// Inside of one function it is a slip, whoever comes.
app.post('/admin/venues/:id/name', requireAdmin, async (req, res) => {
  const venue = await db('venues').where({ id: req.params.id }).first() // expect: uncached-repeated-query
  const again = await db('venues').where({ id: req.params.id }).first()
  res.json({ name: venue.name, city: again.city })
})

// Whether the sender may is one function's matter, and what is done is another's that others call too.
app.post('/venues/:id/close', async (req, res) => {
  const venue = await findVenue(req.params.id) // expect-low: uncached-repeated-query
  if (venue.owner !== req.headers['x-user']) return res.status(403).end()
  await closeVenue(req.params.id)
  res.status(204).end()
})

// What everybody asks for all day is another matter.
app.get('/seats/:id', async (req, res) => {
  const seat = await db('seats').where({ id: req.params.id }).first() // expect: uncached-repeated-query
  res.json({ seat, row: await rowOf(req.params.id) })
})
async function rowOf(id: string) {
  const seat = await db('seats').where({ id }).first()
  return seat.row
}

// The other service takes a hundred times as long.
app.get('/offers/:id', async (req, res) => {
  const offer = await db('offers').where({ id: req.params.id }).first() // expect-low: uncached-repeated-query
  const { data } = await axios.get('https://rates.example.com/today', { timeout: 1000 })
  res.json({ offer, rate: data.rate, price: await priceOf(req.params.id) })
})
async function priceOf(id: string) {
  const offer = await db('offers').where({ id }).first()
  return offer.price
}

// Nobody waits for the note.
app.get('/notes/:id', async (req, res) => {
  const note = await db('notes').where({ id: req.params.id }).first() // expect-low: uncached-repeated-query
  void count(req.params.id)
  res.json(note)
})
async function count(id: string) {
  const note = await db('notes').where({ id }).first()
  console.log(note.title)
}

// What is loaded with the row is said by whoever calls, however far away.
interface Options {
  withHalls: boolean
}
function venueWith(id: string, options?: Options) {
  return db('halls_venues').where({ id }).first(options?.withHalls ? ['*', 'halls'] : ['*'])
}
function venueOrFail(id: string, options?: Options) {
  return venueWith(id, options)
}
app.get('/halls/:id', async (req, res) => {
  const venue = await venueWith(req.params.id) // expect-low: uncached-repeated-query
  const full = await venueOrFail(req.params.id, { withHalls: true })
  res.json({ venue, full })
})

function hallWith(id: string, options?: Options) {
  return db('halls').where({ id }).first(options?.withHalls ? ['*', 'seats'] : ['*'])
}
function hallOrFail(id: string, options?: Options) {
  return hallWith(id, options)
}
app.get('/rooms/:id', async (req, res) => {
  const hall = await hallWith(req.params.id) // expect: uncached-repeated-query
  const again = await hallOrFail(req.params.id)
  res.json({ hall, again })
})

// Loaded to be changed: `retire` is whole by itself, and does not know who looked before.
async function retire(id: string) {
  const licence = await db('licences').where({ id }).first()
  if (licence.retired) throw new Error('retired already')
  await db('licences').where({ id }).update({ retired: true })
}
async function licenceOf(id: string) {
  return db('licences').where({ id }).first()
}
async function retireFor(owner: string, id: string) {
  const licence = await licenceOf(id) // expect-low: uncached-repeated-query
  if (licence.owner !== owner) throw new Error('of somebody else')
  await retire(id)
}
app.post('/licences/:id/retire', async (req, res) => {
  await retireFor(String(req.headers['x-user']), req.params.id)
  res.status(204).end()
})

// What only looks at the row can be given it.
async function isRetired(id: string) {
  const licence = await db('licences').where({ id }).first()
  return licence.retired === true
}
async function renew(owner: string, id: string) {
  const licence = await licenceOf(id) // expect: uncached-repeated-query
  if (licence.owner !== owner || (await isRetired(id))) throw new Error('not to be renewed')
  await db('licences').where({ id }).update({ renewed: true })
}
app.post('/licences/:id/renew', async (req, res) => {
  await renew(String(req.headers['x-user']), req.params.id)
  res.status(204).end()
})

// A guard of one route that changes something.
async function requireOwner(req: Request, res: Response, next: NextFunction) {
  const stall = await db('stalls').where({ id: req.params.id }).first()
  if (stall.owner !== req.headers['x-user']) return res.status(403).end()
  next()
}
app.put('/stalls/:id/price', requireOwner, async (req, res) => {
  const stall = await db('stalls').where({ id: req.params.id }).first() // expect-low: uncached-repeated-query
  await db('stalls').where({ id: req.params.id }).update({ price: Number(req.query.price) })
  res.json({ before: stall.price })
})

// The same guard, where somebody only looks.
app.get('/stalls/:id/price', requireOwner, async (req, res) => {
  const stall = await db('stalls').where({ id: req.params.id }).first() // expect: uncached-repeated-query
  res.json({ price: stall.price })
})

// Whoever comes to the second look-up waits for the other service, too.
async function tenantOf(id: string) {
  return db('tenants').where({ id }).first()
}
async function announce(id: string, text: string) {
  const tenant = await tenantOf(id)
  await axios.post('https://mail.example.com/send', { from: tenant.mail, text }, { timeout: 1000 })
}
app.get('/tenants/:id/notice', async (req, res) => {
  if (req.query.send === 'yes') {
    const tenant = await tenantOf(req.params.id) // expect-low: uncached-repeated-query
    await announce(req.params.id, `Hello ${tenant.name}`)
  }
  res.end()
})

// One function that is asked about two people.
async function roleIn(household: string, person: string) {
  const found = await db('households').where({ id: household }).first()
  return found.owner === person ? 'owner' : 'guest'
}
async function isGuest(household: string, person: string) {
  return (await roleIn(household, person)) === 'guest'
}
app.get('/households/:id/visit', async (req, res) => {
  const role = await roleIn(req.params.id, String(req.query.host)) // expect-low: uncached-repeated-query
  res.json({ role, isGuest: await isGuest(req.params.id, String(req.query.visitor)) })
})
async function isOwner(household: string, person: string) {
  return (await roleIn(household, person)) === 'owner'
}
app.get('/households/:id/stay', async (req, res) => {
  const role = await roleIn(req.params.id, String(req.query.host)) // expect: uncached-repeated-query
  res.json({ role, isOwner: await isOwner(req.params.id, String(req.query.host)) })
})
