const express = require('express')
const mongoose = require('mongoose')

const app = express()

const Schedule = mongoose.model('Schedule', new mongoose.Schema({ status: String, busId: String }))
const Bus = mongoose.model('Bus', new mongoose.Schema({ isReady: Boolean, trips: Number }))

// Said twice, the bus is not ready all the same.
app.post('/schedules/:id/stop', async (req, res) => {
  const schedule = await Schedule.findById(req.params.id)
  if (schedule.status === 'STOPPED') throw new Error('stopped before')
  schedule.status = 'STOPPED'
  await schedule.save() // expect-low: check-then-act
  await Bus.findByIdAndUpdate(schedule.busId, { isReady: false })
  res.sendStatus(204)
})

// Two starts count two trips.
app.post('/schedules/:id/start', async (req, res) => {
  const schedule = await Schedule.findById(req.params.id)
  if (schedule.status === 'STARTED') throw new Error('started before')
  schedule.status = 'STARTED'
  await schedule.save() // expect: check-then-act
  await Bus.findByIdAndUpdate(schedule.busId, { $inc: { trips: 1 } })
  res.sendStatus(204)
})

// Who is turned away does not come to the trip.
app.post('/schedules/:id/check', async (req, res) => {
  const schedule = await Schedule.findById(req.params.id)
  if (schedule.status === 'BROKEN') throw new Error('broken')
  if (req.body.isBroken) {
    if (req.body.isSure) {
      schedule.status = 'BROKEN'
      await schedule.save()
    }
    throw new Error('broken')
  }
  await Bus.findByIdAndUpdate(schedule.busId, { $inc: { trips: 1 } })
  res.sendStatus(204)
})

module.exports = app
