import express from 'express'
import mongoose, { Schema } from 'mongoose'

const Guest = mongoose.model('Guest', new Schema({ email: String, badge: String, phone: String, state: String }))
const Desk = mongoose.model('Desk', new Schema({ number: Number, floor: Number, note: String }))

const app = express()
app.use(express.json())

async function addGuest(given: { email: string; phone: string }) {
  const guest = new Guest()
  Object.assign(guest, given)
  guest.state = 'outside'
  return guest.save()
}

// Keys that migrations make with the driver.
app.post('/guests', async (req, res) => {
  const { email, phone } = req.body
  const known = await Guest.findOne({ email }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  const guest = new Guest()
  guest.email = email
  guest.phone = phone
  await guest.save()
  res.status(201).end()
})

app.post('/guests/by-phone', async (req, res) => {
  const known = await Guest.findOne({ phone: req.body.phone }) // expect: check-then-act
  if (known) return res.status(409).end()
  await addGuest(req.body)
  res.status(201).end()
})

// The key is over those inside.
app.post('/guests/by-badge', async (req, res) => {
  const { badge } = req.body
  const known = await Guest.findOne({ badge }) // expect: check-then-act
  if (known) return res.status(409).end()
  await Guest.create({ badge, state: 'outside' })
  res.status(201).end()
})

app.post('/desks', async (req, res) => {
  const { number, floor } = req.body
  const known = await Desk.findOne({ number, floor }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  await Desk.create({ number, floor })
  res.status(201).end()
})

app.post('/desks/by-note', async (req, res) => {
  const { number, note } = req.body
  const known = await Desk.findOne({ number, note }) // expect: check-then-act
  if (known) return res.status(409).end()
  await Desk.create({ number, note })
  res.status(201).end()
})

app.listen(3000)
