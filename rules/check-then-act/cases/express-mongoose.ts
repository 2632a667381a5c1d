import express from 'express'
import mongoose, { model, Schema } from 'mongoose'
import Stripe from 'stripe'

const app = express()
const stripe = new Stripe('key')

const productSchema = new Schema({ name: String, stock: Number, sold: Number })
const Product = model('Product', productSchema)
const Ticket = model('Ticket', new Schema({ seats: Number, status: String }, { optimisticConcurrency: true }))
const Order = model('Order', new Schema({ status: String, total: Number, customer: String }))
const Vote = model('Vote', new Schema({ pollId: String, userId: String }))
const Coupon = model('Coupon', new Schema({ code: { type: String, unique: true }, uses: Number }))

app.post('/products/:id/purchases', async (req, res) => {
  const product = await Product.findById(req.params.id)
  if (!product || product.stock! < req.body.quantity) return res.status(409).end()
  product.stock! -= req.body.quantity
  await product.save() // expect: check-then-act
  res.json(product)
})

app.post('/products/:id/returns', async (req, res) => {
  const product = await Product.findById(req.params.id)
  if (!product) return res.status(404).end()
  await Product.findByIdAndUpdate(req.params.id, { $set: { stock: product.stock! + 1 } }) // expect: check-then-act
  res.json({})
})

app.post('/products/:id/sales', async (req, res) => {
  const product = await Product.findOneAndUpdate({ _id: req.params.id, stock: { $gte: 1 } }, { $inc: { stock: -1, sold: 1 } })
  if (!product) return res.status(409).end()
  res.json(product)
})

app.post('/products/:id/sessions', async (req, res) => {
  const session = await mongoose.startSession()
  await session.withTransaction(async () => {
    const product = await Product.findById(req.params.id, null, { session })
    if (!product || product.stock! < 1) throw new Error('sold out')
    product.stock! -= 1
    await product.save({ session })
  })
  res.json({})
})

app.post('/tickets/:id', async (req, res) => {
  const ticket = await Ticket.findById(req.params.id)
  if (!ticket || ticket.seats! < 1) return res.status(409).end()
  ticket.seats! -= 1
  await ticket.save()
  res.json(ticket)
})

app.post('/orders/:id/payments', async (req, res) => {
  const order = await Order.findById(req.params.id)
  if (!order || order.status !== 'pending') return res.status(409).end()
  await stripe.charges.create({ amount: order.total!, currency: 'eur', customer: order.customer! })
  order.status = 'paid'
  await order.save() // expect: check-then-act
  res.json(order)
})

app.post('/orders/:id/claims', async (req, res) => {
  const order = await Order.findOneAndUpdate({ _id: req.params.id, status: 'pending' }, { status: 'paying' })
  if (!order) return res.status(409).end()
  await stripe.charges.create({ amount: order.total!, currency: 'eur', customer: order.customer! })
  order.status = 'paid'
  await order.save()
  res.json(order)
})

app.put('/orders/:id', async (req, res) => {
  const order = await Order.findById(req.params.id)
  if (!order) return res.status(404).end()
  if (order.status === 'closed') return res.status(409).end()
  order.set({ customer: req.body.customer })
  await order.save()
  res.json(order)
})

app.post('/polls/:id/votes', async (req, res) => {
  const voted = await Vote.exists({ pollId: req.params.id, userId: req.body.userId })
  if (voted) return res.status(409).end()
  await Vote.create({ pollId: req.params.id, userId: req.body.userId }) // expect: check-then-act
  res.status(201).end()
})

app.post('/polls/:id/upserts', async (req, res) => {
  await Vote.updateOne({ pollId: req.params.id, userId: req.body.userId }, { $setOnInsert: { pollId: req.params.id } }, { upsert: true })
  res.status(201).end()
})

app.post('/coupons', async (req, res) => {
  const existing = await Coupon.findOne({ code: req.body.code })
  if (existing) return res.status(409).end()
  await Coupon.create({ code: req.body.code, uses: 0 }) // expect-low: check-then-act
  res.status(201).end()
})

app.post('/coupons/:code/uses', async (req, res) => {
  const coupon = await Coupon.findOne({ code: req.params.code })
  if (!coupon) return res.status(404).end()
  await Coupon.updateOne({ code: req.params.code }, { $set: { uses: coupon.uses! + 1 } }) // expect: check-then-act
  res.json({})
})
