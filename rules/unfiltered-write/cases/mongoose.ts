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

const Quote = model('Quote', new Schema({ provider: String, price: Number }))

// All rows are fetched anew.
app.post('/quotes/fetch', async (req, res) => {
  const quotes = await fetch('https://quotes.example.com/today').then((answer) => answer.json() as Promise<{ provider: string; price: number }[]>)
  await Quote.deleteMany({}) // expect-low: unfiltered-write
  for (const { provider, price } of quotes) await Quote.create({ provider, price })
  res.sendStatus(204)
})
