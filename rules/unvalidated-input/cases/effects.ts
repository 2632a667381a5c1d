import { Queue } from 'bullmq'
import express from 'express'
import nodemailer from 'nodemailer'
import Stripe from 'stripe'
import { z } from 'zod'

const app = express()
app.use(express.json())
const mails = new Queue('mails')
const mailer = nodemailer.createTransport({ host: 'mail.shop.io' })
const stripe = new Stripe(process.env.STRIPE_KEY ?? '')

app.post('/contact', async (req, res) => {
  await mailer.sendMail({ to: 'desk@shop.io', subject: req.body.subject, text: req.body.text }) // expect: unvalidated-input
  res.end()
})
app.post('/charge', async (req, res) => {
  const { amount, source } = req.body // expect: unvalidated-input
  res.json(await stripe.charges.create({ amount, currency: 'eur', source }, { idempotencyKey: String(req.headers['idempotency-key']) }))
})
// What a provider refuses by itself.
app.patch('/cards/:id', async (req, res) => {
  const { month, year } = req.body // expect-low: unvalidated-input
  res.json(await stripe.paymentMethods.update(String(req.params.id), { card: { exp_month: month, exp_year: year } }))
})
app.post('/subscriptions/:id/cancel', async (req, res) => {
  const { feedback } = req.body // expect-low: unvalidated-input
  res.json(await stripe.subscriptions.update(String(req.params.id), { cancellation_details: { comment: feedback } }))
})
app.post('/subscriptions/:id/charge', async (req, res) => {
  const { application_fee } = req.body // expect: unvalidated-input
  res.json(await stripe.subscriptions.update(String(req.params.id), { application_fee_percent: application_fee }))
})
app.post('/later', async (req, res) => {
  await mails.add('send', req.body) // expect: unvalidated-input
  res.end()
})

const Contact = z.object({ subject: z.string().max(200), text: z.string().max(5000) })
app.post('/contact/checked', async (req, res) => {
  const { subject, text } = Contact.parse(req.body)
  await mailer.sendMail({ to: 'desk@shop.io', subject, text })
  res.end()
})
app.post('/charge/tested', async (req, res) => {
  const { amount } = req.body
  if (!Number.isInteger(amount) || amount > 10_000) return void res.status(400).end()
  res.json(await stripe.charges.create({ amount, currency: 'eur' }, { idempotencyKey: String(req.headers['idempotency-key']) }))
})
app.post('/later/coerced', async (req, res) => {
  await mails.add('send', { subject: String(req.body.subject).slice(0, 200) })
  res.end()
})
