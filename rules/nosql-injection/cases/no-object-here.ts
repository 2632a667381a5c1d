// Values that cannot be objects where the filter is sent, by what was done with them before.
import crypto from 'node:crypto'
import express, { type NextFunction, type Request, type Response } from 'express'
import mongoose, { Schema, model } from 'mongoose'

const Shop = model('Shop', new Schema({ name: String, domain: String, city: String, owner: String, active: Boolean }))

const app = express()
app.use(express.json())

app.post('/by-domain', async (req, res) => {
  const email = req.body.email
  const domain = email.split('@')[1]
  const known = await Shop.find({ owner: email })
  const others = await Shop.find({ domain })
  res.json({ known, others })
})
app.post('/by-owner', async (req, res) => {
  const owner = req.body.owner
  const isKnown = req.query.exact === 'yes' ? owner.trim() === owner : false
  res.json({ isKnown, shops: await Shop.find({ owner }) }) // expect: nosql-injection
})
app.post('/by-optional-owner', async (req, res) => {
  const owner = req.body.owner
  const shown = owner?.trim()
  const clean = owner && owner.toLowerCase()
  res.json({ shown, clean, shops: await Shop.find({ owner }) })
})
app.post('/close', async (req, res) => {
  const shop = await Shop.findOne({ _id: new mongoose.Types.ObjectId(req.body.shop) })
  await Shop.updateMany({ _id: req.body.shop }, { active: false })
  res.json(shop)
})

app.post('/by-trimmed', async (req, res) => {
  const owner = (req.body?.owner ?? '').trim()
  const cities = { city: [...req.body.cities.split(',')] }
  res.json({ of: await Shop.findOne({ owner }), in: await Shop.find(cities) })
})

// What a client sends as `user` is written over before the handler runs.
async function authenticate(req: Request, res: Response, next: NextFunction) {
  try {
    const session = await mongoose.connection.collection('sessions').findOne({ token: String(req.headers.authorization) })
    if (!session) return res.status(401).end()
    req.body.account = String(session.account)
    next()
  } catch (error) {
    next(error)
  }
}
function maybeAuthenticate(req: Request, _res: Response, next: NextFunction) {
  if (req.headers.authorization) req.body.account = 'known'
  next()
}
app.post('/mine', authenticate, async (req, res) => {
  res.json(await Shop.find({ owner: req.body.account }))
})
app.post('/perhaps-mine', maybeAuthenticate, async (req, res) => {
  res.json(await Shop.find({ owner: req.body.account })) // expect: nosql-injection
})

// The class says which argument a field holds.
class Search {
  readonly city: string
  constructor(
    readonly name: string,
    readonly active: boolean,
    options: { city: string },
  ) {
    this.city = options.city
  }
}
app.post('/search', async (req, res) => {
  const search = new Search(String(req.body.name), req.body.active, { city: req.body.city })
  const named = await Shop.find({ name: search.name })
  const inCity = await Shop.find({ city: search.city }) // expect: nosql-injection
  res.json({ named, inCity })
})

// The sender is known by a signature in the function that is given the body.
function hasSignature(body: unknown, signature: string) {
  return crypto.createHmac('sha256', process.env.WEBHOOK_SECRET ?? '').update(JSON.stringify(body)).digest('hex') === signature
}
async function closed(body: { owner: string }, signature: string) {
  if (!hasSignature(body, signature)) throw new Error('not from them')
  return Shop.find({ owner: body.owner })
}
app.post('/hooks/closed', async (req, res) => {
  res.json(await closed(req.body, String(req.headers['x-signature'])))
})

// An object is no text for the column either, and the update is never sent.
app.post('/rename', async (req, res) => {
  const { owner, name } = req.body
  await Shop.updateMany({ owner }, { owner, name: String(name) }) // expect-low: nosql-injection
  res.end()
})
async function save(shop: { owner: string; name: string }) {
  await Shop.updateOne({ owner: shop.owner }, shop) // expect-low: nosql-injection
}
app.post('/save', async (req, res) => {
  await save(req.body)
  res.end()
})
app.post('/make-and-list', async (req, res) => {
  const city = req.body.city
  await Shop.create({ name: 'new', city })
  res.json(await Shop.find({ city })) // expect-low: nosql-injection
})

// One value in two filters: what deletes is told.
app.post('/drop', async (req, res) => {
  const owner = req.body.owner
  const shops = await Shop.find({ owner })
  await Shop.deleteMany({ owner }) // expect: nosql-injection
  res.json(shops)
})
// Also where the second stands in a callback; what is asked for in the third is another value.
function later(run: () => void) {
  setImmediate(run)
}
app.post('/shut', async (req, res) => {
  const { town, street } = req.body
  const shops = await Shop.find({ city: town })
  later(() => {
    later(async () => {
      await Shop.updateMany({ city: town }, { active: false }) // expect: nosql-injection
      await Shop.updateMany({ name: street }, { active: false }) // expect: nosql-injection
    })
  })
  res.json(shops)
})

app.listen(3000)
