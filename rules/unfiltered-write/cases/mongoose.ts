import express from 'express'
import { Schema, model } from 'mongoose'

const Order = model('Order', new Schema({ customer: String, status: String }))
const app = express()

app.delete('/orders', async (req, res) => {
  // What is undefined becomes null there, and fits orders without a customer only.
  await Order.deleteMany({ customer: req.query.customer as any })
  await Order.deleteMany({}) // expect: unfiltered-write
  await Order.deleteMany() // expect: unfiltered-write
  await Order.updateMany({}, { status: 'closed' }) // expect: unfiltered-write
  await Order.deleteOne({ customer: req.query.customer as any })
  await Order.deleteMany({ status: 'draft' })
  await Order.deleteMany({ customer: String(req.query.customer) }) 
  res.sendStatus(204)
})
