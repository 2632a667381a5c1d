// What operators win whoever sends them: nothing where staff sends them, where the rows are their own, or where a key is asked for.
import express, { type NextFunction, type Request, type Response } from 'express'
import { Schema, model, type PipelineStage } from 'mongoose'

const Order = model('Order', new Schema({ userId: String, number: String, voucher: String, total: Number }))
const Invitation = model('Invitation', new Schema({ email: String, code: String, userId: String }))
const User = model('User', new Schema({ email: String, role: String, city: String }))

interface Known extends Request {
  currentUser?: { id: string; role: string }
}

function signedIn(req: Known, res: Response, next: NextFunction) {
  if (!req.currentUser) return res.status(401).end()
  next()
}
function onlyStaff(req: Known, res: Response, next: NextFunction) {
  if (!req.currentUser || req.currentUser.role !== 'admin') return res.status(403).json({ message: 'not for you' })
  next()
}
function requireRole(...roles: string[]) {
  return (req: Known, res: Response, next: NextFunction) => {
    if (!roles.includes(req.currentUser?.role ?? '')) return res.status(403).end()
    next()
  }
}
function isAdminOrOwner(req: Known, res: Response, next: NextFunction) {
  if (!req.currentUser) return res.status(403).end()
  next()
}

const app = express()
app.use(express.json())

app.post('/users/search', signedIn, async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect: nosql-injection
})
app.post('/reports/users', onlyStaff, async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect-low: nosql-injection
})
app.post('/reports/more-users', requireRole('admin', 'manager'), async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect-low: nosql-injection
})
app.post('/members/users', requireRole('admin', 'member'), async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect: nosql-injection
})
app.post('/owners/users', isAdminOrOwner, async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect: nosql-injection
})
app.post('/admin/users', signedIn, async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect-low: nosql-injection
})
app.post('/admin/open', async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect: nosql-injection
})

app.post('/orders/mine', signedIn, async (req: Known, res) => {
  res.json(await Order.find({ number: req.body.number, userId: req.currentUser?.id })) // expect-low: nosql-injection
})
app.post('/orders/of', signedIn, async (req: Known, res) => {
  const userId = req.body.userId
  res.json(await Order.find({ number: req.body.number, userId })) // expect: nosql-injection
})
app.post('/orders/one', signedIn, async (req: Known, res) => {
  res.json(await Order.findOne({ _id: req.body.order })) // expect-low: nosql-injection
})
app.post('/orders/by-id', signedIn, async (req: Known, res) => {
  res.json(await Order.findById(req.body.id)) // expect-low: nosql-injection
})
app.post('/orders/some', signedIn, async (req: Known, res) => {
  res.json(await Order.find({ _id: req.body.id })) // expect: nosql-injection
})
app.post('/orders/drop', signedIn, async (req: Known, res) => {
  res.json(await Order.deleteOne({ _id: req.body.id })) // expect-low: nosql-injection
})

// What only one person knows is passed without knowing it, whoever the row belongs to.
app.post('/invitations/accept', signedIn, async (req: Known, res) => {
  const found = await Invitation.findOne({ userId: req.currentUser?.id, code: req.body.code }) // expect: nosql-injection
  if (!found) return res.status(404).end()
  res.json(found)
})
app.post('/invitations/open', async (req: Known, res) => {
  res.json(await Invitation.findOne({ _id: req.body.id })) // expect: nosql-injection
})

// The row is named by what cannot be an object; the operator only chooses inside of it.
app.post('/orders/:id/voucher', signedIn, async (req: Known, res) => {
  res.json(await Order.updateOne({ _id: req.params.id, number: req.body.number }, { total: 0 })) // expect-low: nosql-injection
})
function isAdminOrStaff(req: Known, res: Response, next: NextFunction) {
  if (!req.currentUser || !['admin', 'staff'].includes(req.currentUser.role)) return res.status(403).end()
  next()
}
app.post('/back/users', isAdminOrStaff, async (req, res) => {
  res.json(await User.find({ city: req.body.city })) // expect-low: nosql-injection
})
app.post('/orders/mine/by-number', signedIn, async (req: Known, res) => {
  const filter: Record<string, unknown> = {}
  filter.userId = req.currentUser?.id
  if (req.body.number) filter.number = req.body.number
  res.json(await Order.find(filter)) // expect-low: nosql-injection
})

// Leaving the city out shows all of them; a voucher is known by one person.
app.get('/users/by-city', signedIn, async (req, res) => {
  res.json(await User.find({ role: 'member', ...(req.query.city && { city: req.query.city }) })) // expect-low: nosql-injection
})
app.get('/invitations/by-code', signedIn, async (req, res) => {
  const filter: Record<string, unknown> = { email: 'ada@example.com' }
  if (req.query.code) filter.code = req.query.code
  res.json(await Invitation.findOne(filter)) // expect: nosql-injection
})
app.post('/users/rename', signedIn, async (req, res) => {
  const { id, city } = req.body
  const known = await User.findOne({ city }) // expect-low: nosql-injection
  if (known && known.id !== id) return res.status(409).end()
  res.end()
})

// The same in the steps of a pipeline; of alternatives, each that is sent finds rows more.
app.get('/users/per-city', signedIn, async (req, res) => {
  const steps: PipelineStage[] = []
  if (req.query.role) steps.push({ $match: { role: req.query.role } })
  res.json(await User.aggregate([...steps, { $group: { _id: '$city', count: { $sum: 1 } } }])) // expect-low: nosql-injection
})
app.get('/users/of-city', signedIn, async (req, res) => {
  const found: Record<string, unknown> = {}
  if (req.query.city) found.city = req.query.city
  res.json(await User.aggregate([{ $match: found }])) // expect-low: nosql-injection
})
app.get('/orders/totals', signedIn, async (req: Known, res) => {
  res.json(await Order.aggregate([{ $match: { userId: req.currentUser?.id, number: req.query.number } }, { $group: { _id: '$number', total: { $sum: '$total' } } }])) // expect-low: nosql-injection
})
app.get('/users/any-city', signedIn, async (req, res) => {
  res.json(await User.aggregate([{ $match: { city: req.query.city } }])) // expect: nosql-injection
})
app.post('/users/sign-in', async (req, res) => {
  const ways: Record<string, unknown>[] = []
  if (req.body.email) ways.push({ email: req.body.email })
  if (req.body.city) ways.push({ city: req.body.city })
  const user = await User.findOne({ $or: ways }) // expect: nosql-injection
  if (!user) return res.status(401).end()
  res.json({ role: user.role })
})
