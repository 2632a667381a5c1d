const express = require('express')
const mongoose = require('mongoose')
const { Queue } = require('bullmq')
const Redis = require('ioredis')

const Customer = mongoose.model('Customer', new mongoose.Schema({ shopId: { type: Number, index: { unique: true, sparse: true } }, mailId: { type: Number, index: true } }))
const Enrolment = mongoose.model('Enrolment', new mongoose.Schema({ status: String, step: Number }))
const steps = new Queue('steps')
const redis = new Redis()
const app = express()

app.post('/customers/:shopId', async (req, res) => {
  const shopId = Number(req.params.shopId)
  const known = await Customer.findOne({ shopId }) // expect-low: check-then-act
  if (!known) await Customer.create({ shopId })
  res.sendStatus(204)
})

app.post('/mails/:mailId', async (req, res) => {
  const mailId = Number(req.params.mailId)
  const known = await Customer.findOne({ mailId })
  if (!known) await Customer.create({ mailId }) // expect: check-then-act
  res.sendStatus(204)
})

// The second job of the same name is left out, and the state is written again.
app.post('/enrolments/:id/resume', async (req, res) => {
  const enrolment = await Enrolment.findById(req.params.id)
  if (enrolment.status !== 'paused') return res.sendStatus(409)
  await steps.add('step', { id: enrolment.id }, { jobId: `step-${enrolment.id}-${enrolment.step}` })
  await Enrolment.updateOne({ _id: req.params.id }, { status: 'active' })
  res.sendStatus(204)
})

app.post('/enrolments/:id/resume-twice', async (req, res) => {
  const enrolment = await Enrolment.findById(req.params.id)
  if (enrolment.status !== 'paused') return res.sendStatus(409)
  await steps.add('step', { id: enrolment.id })
  await Enrolment.updateOne({ _id: req.params.id }, { status: 'active' }) // expect: check-then-act
  res.sendStatus(204)
})

// What is counted in one step keeps people out, and the mark only spares counting.
async function consume(key, limit) {
  if (await redis.get(`${key}:banned`)) throw new Error('too many')
  const count = await redis.incr(key)
  if (count > limit) {
    await redis.setex(`${key}:banned`, 60, '1')
    throw new Error('too many')
  }
}

app.post('/votes', async (req, res) => {
  await consume(`votes:${req.ip}`, 5)
  if (await redis.get(`voting:${req.ip}:seen`)) return res.sendStatus(409)
  await redis.setex(`voting:${req.ip}:seen`, 60, '1') // expect: check-then-act
  res.sendStatus(204)
})
