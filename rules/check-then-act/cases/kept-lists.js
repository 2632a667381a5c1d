const express = require('express')
const mongoose = require('mongoose')

const Customer = mongoose.model(
  'Customer',
  new mongoose.Schema({
    methods: [String],
    cards: [{ brand: String, number: String }],
    guests: [String],
    likes: [String],
    favourites: [String],
    channels: [String],
    seats: [String],
    pushTokens: [String],
    addresses: [String],
    isSilent: Boolean,
    unread: Number,
    visits: Number,
  }),
)

const app = express()

// A list that is replaced is refused when it has changed meanwhile.
app.delete('/methods/:name', async (req, res) => {
  const customer = await Customer.findById(req.user.id)
  customer.methods = customer.methods.filter((one) => one !== req.params.name)
  if (customer.methods.length === 0) return res.sendStatus(409)
  await customer.save()
  res.sendStatus(204)
})

// What is added is sent as an addition.
app.post('/cards', async (req, res) => {
  const customer = await Customer.findById(req.user.id)
  customer.cards.push({ brand: req.body.brand, number: req.body.number })
  await customer.save()
  res.sendStatus(204)
})

app.post('/guests', async (req, res) => {
  const customer = await Customer.findById(req.user.id) // expect: check-then-act
  if (customer.guests.length >= 5) return res.sendStatus(409)
  customer.guests.push(req.body.name)
  await customer.save()
  res.sendStatus(204)
})

app.post('/likes/:id', async (req, res) => {
  const customer = await Customer.findById(req.params.id) // expect: check-then-act
  if (customer.likes.includes(req.user.id)) return res.sendStatus(409)
  customer.likes.push(req.user.id)
  await customer.save()
  res.sendStatus(204)
})

// One's own list with a name in it twice: all code asks whether it is in it.
app.post('/channels/:name', async (req, res) => {
  const customer = await Customer.findById(req.user.id) // expect-low: check-then-act
  if (!customer.channels.includes(req.params.name)) customer.channels.push(req.params.name)
  await customer.save()
  res.sendStatus(204)
})

app.delete('/channels/:name', async (req, res) => {
  const customer = await Customer.findById(req.user.id)
  if (!customer.channels.includes(req.params.name)) return res.sendStatus(404)
  customer.channels = customer.channels.filter((one) => one !== req.params.name)
  if (customer.channels.length === 0) customer.isSilent = true
  await customer.save()
  res.sendStatus(204)
})

// Two of one name are two that are paid for.
app.post('/seats/:name', async (req, res) => {
  const customer = await Customer.findById(req.user.id) // expect: check-then-act
  if (!customer.seats.includes(req.params.name)) customer.seats.push(req.params.name)
  await customer.save()
  res.json({ price: customer.seats.length * 20 })
})

// A device whose token was lost gives it again.
app.post('/devices/:token', async (req, res) => {
  const customer = await Customer.findById(req.params.id).lean() // expect-low: check-then-act
  await Customer.updateOne({ _id: req.params.id }, { $set: { pushTokens: [...customer.pushTokens, req.params.token] } })
  res.sendStatus(204)
})

app.post('/addresses', async (req, res) => {
  const customer = await Customer.findById(req.params.id).lean() // expect: check-then-act
  await Customer.updateOne({ _id: req.params.id }, { $set: { addresses: [...customer.addresses, req.body.address] } })
  res.sendStatus(204)
})

// Who passes the test never comes to the addition.
app.post('/guests/:id', async (req, res) => {
  const customer = await Customer.findById(req.params.id)
  if (req.body.close) {
    if (customer.guests.length >= 5) return res.sendStatus(409)
    await customer.deleteOne()
    return res.sendStatus(204)
  } else {
    customer.guests.push(req.body.name)
    await customer.save()
    return res.sendStatus(204)
  }
})

app.put('/guests/:id', async (req, res) => {
  const customer = await Customer.findById(req.params.id) // expect: check-then-act
  if (req.body.close) {
    if (customer.guests.length >= 5) return res.sendStatus(409)
  }
  customer.guests.push(req.body.name)
  await customer.save()
  res.sendStatus(204)
})

// One's own list with a name in it twice, and a number beside an envelope.
app.post('/favourites/:id', async (req, res) => {
  const customer = await Customer.findById(req.user.id) // expect-low: check-then-act
  if (customer.favourites.includes(req.params.id)) return res.sendStatus(409)
  customer.favourites.push(req.params.id)
  await customer.save()
  res.sendStatus(204)
})

app.post('/messages', async (req, res) => {
  const customer = await Customer.findById(req.body.customerId) // expect-low: check-then-act
  customer.unread += 1
  await customer.save()
  res.sendStatus(204)
})

// Numbers are not kept so; one change, saved at two places.
app.post('/visits', async (req, res) => {
  const customer = await Customer.findById(req.user.id) // expect: check-then-act
  customer.visits = customer.visits + 1
  if (req.body.early) {
    await customer.save()
    return res.sendStatus(204)
  }
  await customer.save()
  res.sendStatus(204)
})

module.exports = app
