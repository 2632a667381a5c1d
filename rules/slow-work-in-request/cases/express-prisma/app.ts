import axios from 'axios'
import { Queue } from 'bullmq'
import express from 'express'
import nodemailer from 'nodemailer'
import { PrismaClient } from '@prisma/client'
import Stripe from 'stripe'

const app = express()
const prisma = new PrismaClient()
const stripe = new Stripe('key')
const mailer = nodemailer.createTransport({})
const mails = new Queue('mails')

// A payment, a shipment, a mail and a number for the marketing people.
app.post('/orders', async (req, res) => {
  const payment = await stripe.paymentIntents.create({ amount: req.body.total, currency: 'eur' }, { idempotencyKey: req.body.key }) // expect: slow-work-in-request
  const order = await prisma.order.create({ data: { total: req.body.total, paymentId: payment.id } })
  await axios.post('https://shipping.example.com/labels', { orderId: order.id })
  await mailer.sendMail({ to: req.body.email, subject: 'Thank you' })
  await axios.post('https://analytics.example.com/events', { name: 'order', id: order.id })
  res.json(order)
})

// The same by functions of the project.
class Notifications {
  async confirm(email: string) {
    await mailer.sendMail({ to: email, subject: 'Booked' })
  }
  async tellPartner(seat: string) {
    await axios.post('https://partner.example.com/seats', { seat })
  }
}

class BookingService {
  constructor(private readonly notifications: Notifications) {}

  async book(email: string, seat: string) {
    const booking = await prisma.booking.create({ data: { email, seat } })
    await this.notifications.confirm(email) // expect: slow-work-in-request
    await this.notifications.tellPartner(seat)
    return booking
  }
}

const bookings = new BookingService(new Notifications())

app.post('/bookings', async (req, res) => {
  res.json(await bookings.book(req.body.email, req.body.seat))
})

// ---- Quiet

// A worker sends the mail.
app.post('/invoices', async (req, res) => {
  const payment = await stripe.paymentIntents.create({ amount: req.body.total, currency: 'eur' }, { idempotencyKey: req.body.key })
  await mails.add('invoice', { email: req.body.email })
  res.json(payment)
})

// Both at the same time: the request waits for the slower one.
app.post('/invitations', async (req, res) => {
  await Promise.all([mailer.sendMail({ to: req.body.email, subject: 'Welcome' }), axios.post('https://crm.example.com/people', { email: req.body.email })])
  res.status(201).end()
})

// One or the other.
app.post('/reminders', async (req, res) => {
  if (req.body.channel === 'mail') {
    await mailer.sendMail({ to: req.body.email, subject: 'Reminder' })
  } else {
    await axios.post('https://push.example.com/send', { to: req.body.device })
  }
  res.end()
})

// The second is tried when the first fails.
app.post('/codes', async (req, res) => {
  try {
    await mailer.sendMail({ to: req.body.email, subject: 'Code' })
  } catch {
    await axios.post('https://push.example.com/send', { to: req.body.device })
  }
  res.end()
})

// The user has the answer already.
app.post('/tickets', async (req, res) => {
  const ticket = await prisma.ticket.create({ data: { text: req.body.text } })
  res.status(202).json(ticket)
  await mailer.sendMail({ to: 'desk@example.com', subject: 'A ticket' })
  await axios.post('https://chat.example.com/rooms/desk', { ticket: ticket.id })
})

// The answer is made of both.
app.get('/rates', async (_req, res) => {
  const rates = await axios.get('https://rates.example.com/today')
  const names = await axios.get('https://rates.example.com/names')
  res.json({ rates: rates.data, names: names.data })
})

// Nobody waits.
app.post('/complaints', async (req, res) => {
  void mailer.sendMail({ to: 'desk@example.com', subject: 'A complaint' })
  axios.post('https://chat.example.com/rooms/desk', { text: req.body.text }).catch(() => undefined)
  setImmediate(async () => {
    await axios.post('https://crm.example.com/complaints', { text: req.body.text })
  })
  res.end()
})

// Whether the answer is given at all depends on the check; removing a file is what was asked for.
async function assertHuman(token: string) {
  const answer = await axios.post('https://captcha.example.com/verify', { token })
  if (!answer.data.ok) throw new Error('a robot')
}
app.post('/accounts', async (req, res) => {
  await assertHuman(req.body.token)
  await assertHuman(req.body.secondToken)
  res.status(201).end()
})
