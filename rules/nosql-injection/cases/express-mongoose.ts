import { createHmac } from 'node:crypto'
import express, { type Request, type Response } from 'express'
import mongoose, { Schema, model } from 'mongoose'
import { z } from 'zod'

const User = model('User', new Schema({ email: String, password: String, role: String, resetToken: String }))
const Order = model('Order', new Schema({ customer: String, status: String, placedAt: Date }))

const app = express()
app.use(express.json())

app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email, password: req.body.password }) // expect: nosql-injection
  res.json(user)
})

app.post('/reset', async (req, res) => {
  const { token } = req.body
  const user = await User.findOne({ resetToken: token }) // expect: nosql-injection
  res.json(user)
})

// Checked by one name and read by another that says the same.
const Reset = z.object({ token: z.string() })
app.post('/reset/check', async (req, res) => {
  Reset.parse(req.body)
  res.json(await User.findOne({ resetToken: req?.body?.token }))
})

app.get('/users', async (req, res) => {
  res.json(await User.find(req.query)) // expect: nosql-injection
})

app.patch('/users', async (req, res) => {
  await User.updateOne(req.body.filter, { $set: { role: 'member' } }) // expect: nosql-injection
  res.sendStatus(204)
})

app.delete('/orders', async (req, res) => {
  await Order.findByIdAndDelete(req.body.id) // expect-low: nosql-injection
  res.sendStatus(204)
})

app.get('/orders/search', async (req, res) => {
  res.json(await Order.find(JSON.parse(String(req.query.filter)))) // expect: nosql-injection
})

app.get('/orders/where', async (req, res) => {
  res.json(await Order.find({ $where: `this.customer == '${req.query.customer}'` })) // expect: nosql-injection
})

app.get('/orders/program/:status', async (req, res) => {
  res.json(await Order.find().$where(`this.status == '${req.params.status}'`)) // expect: nosql-injection
})

app.post('/orders/or', async (req, res) => {
  const { customer, status } = req.body
  res.json(await Order.find({ $or: [{ customer }, { status: 'open' }] })) // expect: nosql-injection
  res.json(status)
})

app.post('/orders/report', async (req, res) => {
  const rows = await Order.aggregate([
    { $match: { status: req.body.status } }, // expect: nosql-injection
    { $group: { _id: '$customer', count: { $sum: 1 } } },
  ])
  res.json(rows)
})

app.post('/orders/by-field', async (req, res) => {
  const { field, value } = req.body
  res.json(await Order.find({ [field]: String(value) })) // expect: nosql-injection
})

/** The service that both callers share. */
class Accounts {
  findByEmail(email: string) {
    return User.findOne({ email }) // expect: nosql-injection
  }
  findByRole(role: string) {
    return User.find({ role })
  }
}
const accounts = new Accounts()

export async function forgot(req: Request, res: Response) {
  res.json(await accounts.findByEmail(req.body.email))
}
export async function byRole(req: Request, res: Response) {
  res.json(await accounts.findByRole(String(req.body.role)))
}
app.post('/forgot', forgot)
app.post('/by-role', byRole)

// ---- Quiet neighbours -------------------------------------------------------------------------------------

app.post('/quiet/coerced', async (req, res) => {
  const email = String(req.body.email)
  res.json(await User.findOne({ email, role: `${req.body.role}`, password: req.body.password.toString() }))
})

app.post('/quiet/operator', async (req, res) => {
  res.json(await User.findOne({ email: { $eq: req.body.email } }))
})

app.post('/quiet/in', async (req, res) => {
  res.json(await User.find({ role: { $in: req.body.roles } }))
})

app.get('/quiet/:id/:email', async (req, res) => {
  res.json([await User.findById(req.params.id), await User.findOne({ email: req.params.email })])
})

app.post('/quiet/id', async (req, res) => {
  res.json(await User.findOne({ _id: new mongoose.Types.ObjectId(req.body.id) }))
})

app.post('/quiet/typeof', async (req, res) => {
  const { email, password } = req.body
  if (typeof email !== 'string' || typeof password !== 'string') return void res.sendStatus(400)
  res.json(await User.findOne({ email, password }))
})

app.post('/quiet/typeof-of-the-whole', async (req, res) => {
  if (typeof req.body.email !== 'string') throw new Error('email')
  const { email } = req.body
  res.json(await User.findOne({ email }))
})

app.post('/typeof-the-wrong-way', async (req, res) => {
  const { email } = req.body
  if (typeof email === 'string') return void res.sendStatus(400)
  res.json(await User.findOne({ email })) // expect: nosql-injection
})

const Login = z.object({ email: z.string(), password: z.string() })

app.post('/quiet/parse', async (req, res) => {
  const { email, password } = Login.parse(req.body)
  res.json(await User.findOne({ email, password }))
})

app.post('/quiet/safe-parse', async (req, res) => {
  const parsed = Login.safeParse(req.body)
  if (!parsed.success) return void res.status(400).json(parsed.error)
  res.json(await User.findOne({ email: req.body.email, password: parsed.data.password }))
})

app.post('/unlooked-at', async (req, res) => {
  const parsed = Login.safeParse(req.body)
  console.log(parsed)
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})

app.post('/checked-too-late', async (req, res) => {
  const user = await User.findOne({ email: req.body.email }) // expect: nosql-injection
  Login.parse(req.body)
  res.json(user)
})

app.post('/quiet/list', async (req, res) => {
  const { status } = req.body
  if (!['open', 'paid'].includes(status)) return void res.sendStatus(400)
  res.json(await Order.find({ status }))
})

app.post('/quiet/reassigned', async (req, res) => {
  req.body = Login.parse(req.body)
  res.json(await User.findOne({ email: req.body.email }))
})

app.post('/quiet/pattern', async (req, res) => {
  res.json(await User.find({ email: new RegExp(String(req.body.email)) }))
})

/** A helper that really checks, and one that only looks as if. */
function validateLogin(body: unknown) {
  const result = Login.safeParse(body)
  if (!result.success) throw new Error('invalid')
}
function validateNothing(body: unknown) {
  console.log(body)
}
app.post('/quiet/helper', async (req, res) => {
  validateLogin(req.body)
  res.json(await User.findOne({ email: req.body.email }))
})
app.post('/helper-of-nothing', async (req, res) => {
  validateNothing(req.body)
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})

/** Middleware of the project: one checks, the other does not. */
const validate = (schema: z.ZodType) => (req: Request, res: Response, next: () => void) => {
  const result = schema.safeParse(req.body)
  if (!result.success) return res.status(400).json(result.error)
  next()
}
const trace = () => (req: Request, _res: Response, next: () => void) => {
  console.log(req.body)
  next()
}
app.post('/quiet/middleware', validate(Login), async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }))
})
app.post('/middleware-of-nothing', trace(), async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })) // expect: nosql-injection
})

// Bytes have no keys.
app.post('/login/passkey', async (req, res) => {
  const { credential } = req.body
  const parsed = JSON.parse(credential)
  const id = Buffer.from(parsed.id, 'base64url')
  res.json(await User.findOne({ resetToken: id }))
})

const Line = model('Line', new Schema({ sku: String, quantity: Number }))

// What is put into a list afterwards is not what was found in it.
app.post('/cart/lines', async (req, res) => {
  const lines: any[] = await Line.find({ cart: 'mine' }).limit(50)
  const known = lines.find((line) => line.sku === req.body.sku)
  if (known) await Line.findByIdAndUpdate({ _id: known._id }, { $inc: { quantity: 1 } })
  else lines.push(req.body)
  res.json(lines)
})

// In a loop it may be.
app.post('/cart/lines/all', async (req, res) => {
  const ids: any[] = []
  for (let turn = 0; turn < 2; turn++) {
    const [first] = ids
    if (first) await Line.findOneAndUpdate({ sku: first }, { quantity: turn }) // expect: nosql-injection
    ids.push(req.body.sku)
  }
  res.json(ids)
})

// The sender is known by the signature.
app.post('/payments/webhook', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.PAYMENT_WEBHOOK_SECRET ?? '').update(req.body).digest('hex')
  if (req.headers['x-payment-signature'] !== expected) return res.sendStatus(400)
  const event = JSON.parse(req.body.toString())
  await Line.findOneAndUpdate({ sku: event.data.sku }, { quantity: 0 })
  return res.sendStatus(204)
})
