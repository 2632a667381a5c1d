const express = require('express')
const mongoose = require('mongoose')

const Device = mongoose.model('Device', new mongoose.Schema({ reuseCount: Number, openOrders: Number, helpfulCount: Number, starCount: Number }))
const Plan = mongoose.model('Plan', new mongoose.Schema({ share: Number, stage: String }))
const app = express()

// Nothing of the program reads how often.
app.post('/devices/:id/touch', async (req, res) => {
  const device = await Device.findById(req.params.id)
  device.reuseCount = (device.reuseCount || 0) + 1
  await device.save() // expect-low: check-then-act
  res.sendStatus(204)
})

app.post('/devices/:id/orders', async (req, res) => {
  const device = await Device.findById(req.params.id)
  device.openOrders = (device.openOrders || 0) + 1
  await device.save() // expect: check-then-act
  res.sendStatus(204)
})

app.get('/devices/:id', async (req, res) => {
  const device = await Device.findById(req.params.id)
  res.json({ orders: device.openOrders, helpful: device.helpfulCount, stars: device.starCount })
})

app.post('/devices/:id/helpful', async (req, res) => {
  const device = await Device.findById(req.params.id)
  device.helpfulCount = (device.helpfulCount || 0) + 1
  await device.save() // expect-low: check-then-act
  res.sendStatus(204)
})

function requireSuperAdmin(req, res, next) {
  if (req.user.role !== 'SUPER_ADMIN') return res.sendStatus(403)
  next()
}

// Who sets it twice sees what it is.
app.post('/admin/plans/:id/roll-out', requireSuperAdmin, async (req, res) => {
  const plan = await Plan.findById(req.params.id)
  if (req.body.share <= plan.share) return res.sendStatus(409)
  await Plan.updateOne({ _id: req.params.id }, { share: req.body.share }) // expect-low: check-then-act
  res.sendStatus(204)
})
