// What else is done with the value on its way: it is written, it is a key of anybody's row, it is looked at for the sender.
import express, { type NextFunction, type Request, type Response } from 'express'
import mongoose, { Schema, model } from 'mongoose'

const Coupon = model('Coupon', new Schema({ name: String, used: Number, extra: Schema.Types.Mixed }))
const Usage = model('Usage', new Schema({ couponId: String, note: Schema.Types.Mixed }))
const Bus = model('Bus', new Schema({ busId: String, plate: String, extra: {}, owner: String, seats: Number }))
const Staff = model('Staff', new Schema({ user: String, owner: String }))
const Account = model('Account', new Schema({ name: String, password: String }))

interface Known extends Request {
  currentUser?: { id: string }
}
function signedIn(req: Known, res: Response, next: NextFunction) {
  if (!req.currentUser) return res.status(401).end()
  next()
}
const app = express()
app.use(express.json())
app.use(signedIn)

// Written before: an object is no text for the column, and the filter is never reached.
app.post('/coupons/use', async (req, res) => {
  const { couponId } = req.body
  const usage = new Usage({ couponId })
  await usage.save()
  res.json(await Coupon.updateMany({ name: couponId }, { $inc: { used: 1 } })) // expect-low: nosql-injection
})
app.post('/coupons/note', async (req, res) => {
  const { note } = req.body
  const usage = new Usage({ note })
  await usage.save()
  res.json(await Coupon.updateMany({ name: note }, { $inc: { used: 1 } })) // expect: nosql-injection
})
async function giveBack(name: string) {
  await Coupon.updateMany({ name }, { $inc: { used: -1 } }) // expect-low: nosql-injection
}
app.post('/coupons/back', async (req, res) => {
  const { couponId } = req.body
  await Usage.create({ couponId })
  await giveBack(couponId)
  res.end()
})
async function takeAway(name: string) {
  await Coupon.updateMany({ name }, { $inc: { used: 1 } }) // expect: nosql-injection
}
app.post('/coupons/away', async (req, res) => {
  const { couponId } = req.body
  if (req.query.noted === 'yes') await Usage.create({ couponId })
  await takeAway(couponId)
  res.end()
})

// The body that holds it is written by the same query.
app.post('/buses/change', async (req: Known, res) => {
  const own = await Bus.findOne({ busId: req.body.busId, owner: req.currentUser?.id }) // expect-low: nosql-injection
  if (!own) return res.status(403).end()
  return res.json(await Bus.updateMany({ busId: req.body.busId }, { ...req.body })) // expect-low: nosql-injection
})
app.post('/buses/change-rest', async (req, res) => {
  const { busId, ...rest } = req.body
  res.json(await Bus.updateMany({ busId }, rest)) // expect: nosql-injection
})

// One id after another does the same, where nobody asks whose row it is; not so where a query of its own did.
app.post('/buses/drop', async (req, res) => {
  res.json(await Bus.findByIdAndDelete(req.body.id)) // expect-low: nosql-injection
})
app.post('/buses/drop-own', async (req: Known, res) => {
  const { id } = req.body
  const own = await Bus.findOne({ _id: id, owner: req.currentUser?.id })
  if (!own) return res.status(403).end()
  return res.json(await Bus.findByIdAndDelete(id)) // expect: nosql-injection
})
app.post('/buses/drop-checked', async (req: Known, res) => {
  const { id } = req.body
  const bus = await Bus.findById(id)
  if (bus?.owner !== req.currentUser?.id) return res.status(403).end()
  return res.json(await Bus.findByIdAndDelete(id)) // expect: nosql-injection
})
app.post('/buses/drop-all', async (req, res) => {
  res.json(await Bus.deleteMany({ _id: req.body.id })) // expect: nosql-injection
})
app.post('/accounts/password', async (req, res) => {
  res.json(await Account.findByIdAndUpdate(req.body.id, { password: String(req.body.password) })) // expect: nosql-injection
})
app.post('/accounts/name', async (req, res) => {
  res.json(await Account.findByIdAndUpdate(req.body.id, { name: String(req.body.name) })) // expect: nosql-injection
})

// Of two values, the one that another query looked at for the sender.
app.post('/crew/board', async (req: Known, res) => {
  const { seat, user } = req.body
  const known = await Staff.findOne({ user, owner: req.currentUser?.id })
  if (!known) return res.status(404).end()
  return res.json(await Bus.updateMany({ plate: seat, owner: user }, { seats: 1 })) // expect: nosql-injection
})

// The sender is added under a condition that all callers but staff fulfil.
async function remove(id: string, owner: string | null = null) {
  const query: Record<string, unknown> = { _id: id }
  if (owner) query.owner = owner
  return Bus.findOneAndUpdate(query, { seats: 0 }).where({ plate: { $exists: true } }) // expect-low: nosql-injection
}
app.post('/buses/remove', async (req: Known, res) => {
  res.json(await remove(req.body.id, req.currentUser?.id))
})
app.post('/buses/remove/:id', async (req, res) => {
  res.json(await remove(req.params.id ?? ''))
})
async function removeMany(plate: string, owner: string | null = null) {
  const query: Record<string, unknown> = { plate }
  if (owner) query.owner = owner
  return Bus.deleteMany(query) // expect: nosql-injection
}
app.post('/buses/remove-many', async (req: Known, res) => {
  res.json(await removeMany(req.body.plate, req.currentUser?.id))
})
app.post('/buses/remove-any', async (req, res) => {
  res.json(await removeMany(req.body.plate))
})

// Tests that an object does not pass, under another name or as text.
app.post('/buses/by-alias', async (req, res) => {
  const id = req.body.id
  const known = await Account.findOne({ _id: new mongoose.Types.ObjectId(id) })
  res.json({ known, bus: await Bus.updateMany({ owner: req.body.id }, { seats: 2 }) })
})
app.post('/buses/by-other-name', async (req, res) => {
  const id = req.body.other
  const known = await Account.findOne({ _id: new mongoose.Types.ObjectId(id) })
  res.json({ known, bus: await Bus.updateMany({ owner: req.body.id }, { seats: 2 }) }) // expect: nosql-injection
})
app.post('/buses/compared', async (req: Known, res) => {
  const { owner } = req.body
  const bus = await Bus.findOne({ plate: String(req.body.plate) })
  if (!bus || String(bus.owner) !== owner.toString()) return res.status(403).end()
  return res.json(await Bus.updateMany({ owner }, { seats: 3 }))
})
app.post('/buses/compared-sometimes', async (req: Known, res) => {
  const { owner } = req.body
  const bus = await Bus.findOne({ plate: String(req.body.plate) })
  if (bus && String(bus.owner) !== owner.toString()) return res.status(403).end()
  return res.json(await Bus.updateMany({ owner }, { seats: 3 })) // expect: nosql-injection
})
app.post('/buses/compared-with-itself', async (req: Known, res) => {
  const { owner, copy } = req.body
  if (String(copy) !== owner.toString()) return res.status(400).end()
  return res.json(await Bus.updateMany({ owner }, { seats: 3 })) // expect: nosql-injection
})
app.listen(3000)
