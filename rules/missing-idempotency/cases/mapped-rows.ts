// What is read is made into something else before it is tested; the test still keeps the work from being done twice.
import express from 'express'
import mongoose, { Schema } from 'mongoose'

const Transfer = mongoose.model('Transfer', new Schema({ reference: String, status: String, user: String }))
const Subscription = mongoose.model('Subscription', new Schema({ user: String, plan: String }))
const Order = mongoose.model('Order', new Schema({ user: String, total: Number }))

interface Seen {
  id: string
  user: string
  status: string
}

function seen(row: { _id: unknown; user?: string | null; status?: string | null }): Seen {
  return JSON.parse(JSON.stringify({ id: row._id, user: row.user, status: row.status }))
}
async function transferOf(reference: string): Promise<Seen | undefined> {
  const row = await Transfer.findOne({ reference })
  return row ? seen(row) : undefined
}
async function update(id: string, data: Partial<Seen>): Promise<void> {
  await Transfer.findByIdAndUpdate(id, data)
}

const app = express()
app.use(express.json())

app.post('/webhooks/bank', async (req, res) => {
  const transfer = await transferOf(String(req.body.reference))
  if (!transfer) return res.status(404).end()
  if (transfer.status !== 'pending') return res.json({ done: true })
  await update(transfer.id, { status: 'paid' })
  await Subscription.create({ user: transfer.user, plan: 'pro' })
  res.end()
})
// Its state is looked at, and stays what it is.
app.post('/orders/of-transfer', async (req, res) => {
  const transfer = await transferOf(String(req.body.reference))
  if (!transfer) return res.status(404).end()
  if (transfer.status !== 'paid') return res.status(400).end()
  const order = await Order.create({ user: transfer.user, total: 10 }) // expect: missing-idempotency
  res.json(order)
})
