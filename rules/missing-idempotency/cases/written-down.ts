// Rows named for money: written down by staff, telling of pieces and points, or taken from what was looked at.
import express, { type NextFunction, type Request, type Response } from 'express'
import mongoose, { Schema } from 'mongoose'

const Payout = mongoose.model('Payout', new Schema({ vendor: String, amount: Number, status: String }))
const Vendor = mongoose.model('Vendor', new Schema({ user: String, pending: Number, paid: Number }))
const Product = mongoose.model('Product', new Schema({ sku: String, stock: Number }))
const StockTransaction = mongoose.model('StockTransaction', new Schema({ sku: String, quantity: Number }))
const AuditLog = mongoose.model('AuditLog', new Schema({ action: String }))

const app = express()
app.use(express.json())

function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if (res.locals.user?.role !== 'admin') return res.status(403).json({ message: 'not for you' })
  next()
}

app.post('/staff/payouts', requireAdmin, async (req, res) => {
  const payout = await Payout.create({ vendor: String(req.body.vendor), amount: Number(req.body.amount), status: 'pending' }) // expect-low: missing-idempotency
  await AuditLog.create({ action: 'payout' })
  res.json(payout)
})
// It is booked too.
app.post('/staff/payouts/booked', requireAdmin, async (req, res) => {
  const payout = await Payout.create({ vendor: String(req.body.vendor), amount: Number(req.body.amount), status: 'pending' }) // expect: missing-idempotency
  await Vendor.updateOne({ user: String(req.body.vendor) }, { $inc: { paid: Number(req.body.amount) } })
  res.json(payout)
})
// It is paid by somebody else.
app.post('/staff/payouts/sent', requireAdmin, async (req, res) => {
  await fetch('https://bank.example.com/payments', { method: 'POST', body: JSON.stringify({ amount: Number(req.body.amount) }) })
  res.json(await Payout.create({ vendor: String(req.body.vendor), amount: Number(req.body.amount), status: 'sent' })) // expect: missing-idempotency
})
app.post('/payouts', async (req, res) => {
  res.json(await Payout.create({ vendor: String(req.body.vendor), amount: Number(req.body.amount), status: 'pending' })) // expect: missing-idempotency
})

// The number is what is wrong.
app.post('/stock', async (req, res) => {
  await Product.updateOne({ sku: String(req.body.sku) }, { $inc: { stock: Number(req.body.quantity) } }) // expect-low: missing-idempotency
  res.json(await StockTransaction.create({ sku: String(req.body.sku), quantity: Number(req.body.quantity) }))
})

app.post('/payouts/of-pending', async (req, res) => {
  const vendor = await Vendor.findOne({ user: String(req.body.vendor) })
  if (!vendor) return res.status(404).end()
  if (Number(req.body.amount) > (vendor.pending ?? 0)) throw new Error('More than there is')
  const payout = await Payout.create({ vendor: vendor.user, amount: Number(req.body.amount), status: 'pending' }) // expect-low: missing-idempotency
  vendor.pending = (vendor.pending ?? 0) - Number(req.body.amount)
  await vendor.save()
  res.json(payout)
})
// What is taken from one comes to another.
app.post('/payouts/to-other', async (req, res) => {
  const vendor = await Vendor.findOne({ user: String(req.body.vendor) })
  if (!vendor) return res.status(404).end()
  if (Number(req.body.amount) > (vendor.pending ?? 0)) throw new Error('More than there is')
  const payout = await Payout.create({ vendor: vendor.user, amount: Number(req.body.amount), status: 'done' }) // expect: missing-idempotency
  await Vendor.updateOne({ user: vendor.user }, { $inc: { pending: -Number(req.body.amount) } })
  await Vendor.updateOne({ user: String(req.body.other) }, { $inc: { pending: Number(req.body.amount) } })
  res.json(payout)
})

// What is done is not found again.
app.post('/payouts/process', async (req, res) => {
  const payouts = await Payout.find({ _id: { $in: req.body.ids }, status: { $ne: 'done' } }).limit(50)
  for (const payout of payouts) {
    payout.status = 'done'
    await payout.save()
    await Vendor.updateOne({ user: payout.vendor }, { $inc: { pending: -Number(payout.amount) } })
  }
  res.json(payouts.length)
})
// It is found again when it breaks off in between.
app.post('/payouts/process-late', async (req, res) => {
  const payouts = await Payout.find({ _id: { $in: req.body.ids }, status: { $ne: 'done' } }).limit(50)
  for (const payout of payouts) {
    await Vendor.updateOne({ user: payout.vendor }, { $inc: { pending: -Number(payout.amount) } }) // expect: missing-idempotency
    payout.status = 'done'
    await payout.save()
  }
  res.json(payouts.length)
})
// It is still found.
app.post('/payouts/touch', async (req, res) => {
  const payouts = await Payout.find({ _id: { $in: req.body.ids }, status: { $ne: 'done' } }).limit(50)
  for (const payout of payouts) {
    payout.status = 'touched'
    await payout.save()
    await Vendor.updateOne({ user: payout.vendor }, { $inc: { pending: -Number(payout.amount) } }) // expect: missing-idempotency
  }
  res.json(payouts.length)
})

app.listen(3000)
