// What becomes of the row: only whether there is one, what it holds, or more.
import express, { type NextFunction, type Request, type Response } from 'express'
import { Schema, model } from 'mongoose'

const Member = model('Member', new Schema({ phone: String, email: String, name: String, plan: String, deletedAt: Date, verified: Boolean }))
const Attempt = model('Attempt', new Schema({ phone: String, code: String, done: Boolean, changedAt: Date }))
const app = express()
app.use(express.json())

// Nothing of it is used, whether it has to be there or must not be.
app.post('/codes/again', async (req, res) => {
  const { phone } = req.body
  const member = await Member.findOne({ phone, deletedAt: null }) // expect-low: nosql-injection
  if (!member) return res.status(200).json({ sent: true })
  return res.json({ sent: true, until: Date.now() })
})
app.post('/codes/send', async (req, res) => {
  const { phone } = req.body
  const member = await Member.findOne({ phone }) // expect: nosql-injection
  if (!member) return res.status(200).json({ sent: true })
  return res.json({ sent: true, name: member.name })
})
app.post('/members/taken', async (req, res) => {
  res.json({ taken: (await Member.exists({ email: req.body.email })) !== null }) // expect-low: nosql-injection
})
app.post('/members/limited', async (req, res) => {
  const recent = await Attempt.countDocuments({ phone: req.body.phone }) // expect-low: nosql-injection
  if (recent >= 3) return res.status(429).end()
  return res.end()
})
app.post('/members/counted', async (req, res) => {
  res.json({ attempts: await Attempt.countDocuments({ phone: req.body.phone }) }) // expect: nosql-injection
})
app.post('/members/by-chain', (req, res) => {
  void Member.findOne({ email: req.body.email }).then((member) => { // expect-low: nosql-injection
    if (member) return res.status(400).end()
    return res.status(201).end()
  })
})
app.post('/members/login', (req, res) => {
  void Member.findOne({ email: req.body.email }).then((member) => { // expect: nosql-injection
    if (member) return res.json({ id: member.id })
    return res.status(401).end()
  })
})

// What only one person knows lets somebody in, and nothing else of the row is needed for that.
app.post('/codes/check', async (req, res) => {
  const found = await Attempt.exists({ code: req.body.code }) // expect: nosql-injection
  if (!found) return res.status(403).end()
  return res.json({ open: true })
})
app.post('/codes/enter', async (req: Request & { opened?: boolean }, res) => {
  const found = await Attempt.findOne({ code: req.body.code }) // expect: nosql-injection
  if (found) req.opened = true
  res.end()
})

// The same through functions that hand back whether there is one.
async function isTaken(phone: string) {
  const member = await Member.findOne({ phone }).select('plan').lean() // expect-low: nosql-injection
  return member !== null
}
async function mustBeNew(email: string) {
  const member = await Member.findOne({ email }) // expect-low: nosql-injection
  if (member) throw new Error('known already')
}
async function stateOf(phone: string) {
  const member = await Member.findOne({ phone, verified: true }).lean() // expect-low: nosql-injection
  if (!member) return { isKnown: false, plan: null }
  return { isKnown: true, plan: member.plan }
}
async function planOf(phone: string) {
  const member = await Member.findOne({ phone, verified: false }).lean() // expect: nosql-injection
  if (!member) return { isKnown: false, plan: null }
  return { isKnown: true, plan: member.plan }
}
app.post('/members/free', async (req, res) => {
  if (await isTaken(req.body.phone)) return res.status(409).end()
  await mustBeNew(req.body.email)
  return res.end()
})
app.post('/members/state', async (req, res) => {
  const { isKnown } = await stateOf(req.body.phone)
  res.status(isKnown ? 409 : 204).end()
})
app.post('/members/plan', async (req, res) => {
  const { plan } = await planOf(req.body.phone)
  res.json({ plan })
})

// The row is looked at, and what is made of it holds the value as text: an object ends there.
app.post('/members', async (req, res) => {
  const { phone, name } = req.body
  const attempt = await Attempt.findOne({ phone, done: true }) // expect-low: nosql-injection
  if (!attempt) return res.status(400).end()
  if ((attempt.changedAt ?? new Date(0)) < new Date(Date.now() - 60_000) || attempt.done === false) return res.status(400).end()
  const member = new Member({ phone, name: String(name) })
  await member.save()
  return res.status(201).end()
})
app.post('/members/shown', async (req, res) => {
  const { phone, name } = req.body
  const attempt = await Attempt.findOne({ phone, done: true }) // expect: nosql-injection
  if (!attempt) return res.status(400).end()
  await Member.create({ phone, name: String(name) })
  return res.json(attempt)
})

function guard(req: Request, res: Response, next: NextFunction) {
  if (!req.headers.authorization) return res.status(401).end()
  next()
}
app.use(guard)
app.listen(3000)
