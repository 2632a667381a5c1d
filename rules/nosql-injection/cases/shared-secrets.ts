// Who sends a secret that the program has from its environment is known.
import { timingSafeEqual } from 'node:crypto'
import express, { type Request } from 'express'
import { Schema, model } from 'mongoose'

const Rate = model('Rate', new Schema({ currency: String, value: Number }))
const { HOOK_SECRET = '', API_VERSION = '1' } = process.env
const app = express()
app.use(express.json())

async function isSame(one: string, other: string) {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

async function take({ secret, currency }: { secret: string; currency: string }) {
  if (!HOOK_SECRET || !(await isSame(secret, HOOK_SECRET))) throw new Error('not from them')
  return Rate.updateMany({ currency }, { value: 1 })
}
app.post('/rates', async (req, res) => {
  res.json(await take(req.body))
})
app.post('/rates/plain', async (req, res) => {
  if (req.body.secret !== process.env.RATES_SECRET) throw new Error('not from them')
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 2 }))
})

const production = { city: 'Bern', feedSecret: process.env.FEED_SECRET ?? '', feedUrl: process.env.FEED_URL }
const settings = Object.assign({}, { port: 3000 }, production)
const { feedSecret, city } = settings

function isFeed(req: Request) {
  const given = req.get('Authorization') ?? ''
  if (!feedSecret || !given.startsWith('Bearer ')) return false
  const [left, right] = [Buffer.from(given.slice(7)), Buffer.from(feedSecret)]
  return left.length === right.length && given.slice(7) === settings.feedSecret
}
function isFeedInTime(req: Request) {
  const given = Buffer.from(req.get('Authorization') ?? '')
  const expected = Buffer.from(feedSecret)
  if (given.length !== expected.length) return false
  return timingSafeEqual(given, expected)
}
app.post('/rates/feed', async (req, res) => {
  if (!isFeed(req)) return res.sendStatus(401)
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 5 }))
})
app.post('/rates/feed/in-time', async (req, res) => {
  if (!isFeedInTime(req)) return res.sendStatus(401)
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 6 }))
})

// Whoever sends something says no secret, nor does one who knows the town.
function isSomebody(req: Request) {
  if (req.get('X-Internal') === '1') return true
  return req.get('Authorization') === settings.feedSecret
}
function isFromTown(req: Request) {
  return req.get('X-City') === city
}
app.post('/rates/somebody', async (req, res) => {
  if (!isSomebody(req)) return res.sendStatus(401)
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 7 })) // expect: nosql-injection
})
app.post('/rates/town', async (req, res) => {
  if (!isFromTown(req)) return res.sendStatus(401)
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 8 })) // expect: nosql-injection
})

// Neither a version nor a code that is kept for somebody says who sends it.
app.post('/rates/version', async (req, res) => {
  if (req.body.version !== API_VERSION) throw new Error('too old')
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 3 })) // expect: nosql-injection
})
app.post('/rates/stored', async (req, res) => {
  const rate = await Rate.findOne({ value: 4 })
  if (!(await isSame(String(req.body.secret), String(rate?.currency)))) throw new Error('wrong')
  res.json(await Rate.updateMany({ currency: req.body.currency }, { value: 4 })) // expect: nosql-injection
})
