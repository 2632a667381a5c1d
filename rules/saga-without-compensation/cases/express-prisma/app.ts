import axios from 'axios'
import express from 'express'
import nodemailer from 'nodemailer'
import { PrismaClient } from '@prisma/client'
import Stripe from 'stripe'

const app = express()
const prisma = new PrismaClient()
const stripe = new Stripe('key')
const mailer = nodemailer.createTransport({})

// The card is charged, and there is no courier.
app.post('/orders', async (req, res) => {
  const charge = await stripe.charges.create({ amount: req.body.total, currency: 'eur' }, { idempotencyKey: req.body.key }) // expect: saga-without-compensation
  await prisma.order.create({ data: { charge: charge.id } })
  await axios.post('https://courier.example.com/shipments', { order: req.body.id })
  res.end()
})

// By functions of the project.
class Travel {
  async book(trip: { flight: string; hotel: string }) {
    const flight = await this.bookFlight(trip.flight) // expect: saga-without-compensation
    const hotel = await this.bookHotel(trip.hotel)
    return { flight, hotel }
  }

  private async bookFlight(code: string) {
    return (await axios.post('https://flights.example.com/bookings', { code })).data
  }

  private async bookHotel(name: string) {
    return (await axios.post('https://hotels.example.com/reservations', { name })).data
  }
}

app.post('/trips', async (req, res) => {
  res.json(await new Travel().book(req.body))
})

// ---- Quiet

// Taken back when the second step fails.
app.post('/parcels', async (req, res) => {
  const charge = await stripe.charges.create({ amount: req.body.total, currency: 'eur' }, { idempotencyKey: req.body.key })
  try {
    await axios.post('https://courier.example.com/shipments', { parcel: req.body.id })
  } catch (error) {
    await stripe.refunds.create({ charge: charge.id }, { idempotencyKey: charge.id })
    throw error
  }
  res.end()
})

// Kept for somebody who sees to it.
app.post('/boxes', async (req, res) => {
  await stripe.charges.create({ amount: req.body.total, currency: 'eur' }, { idempotencyKey: req.body.key })
  try {
    await axios.post('https://courier.example.com/shipments', { box: req.body.id })
  } catch {
    await prisma.order.update({ where: { id: req.body.id }, data: { status: 'unshipped' } })
  }
  res.end()
})

// Steps to undo are collected.
app.post('/tours', async (req, res) => {
  const compensations: (() => Promise<unknown>)[] = []
  try {
    const bus = await axios.post('https://bus.example.com/bookings', { tour: req.body.id })
    compensations.push(() => axios.delete(`https://bus.example.com/bookings/${bus.data.id}`))
    await axios.post('https://guide.example.com/bookings', { tour: req.body.id })
  } catch (error) {
    for (const compensate of compensations.reverse()) await compensate()
    throw error
  }
  res.end()
})

// The mail is the last step, and what it tells is true.
app.post('/donations', async (req, res) => {
  await stripe.charges.create({ amount: req.body.amount, currency: 'eur' }, { idempotencyKey: req.body.key })
  await mailer.sendMail({ to: req.body.email, subject: 'Thank you' })
  res.end()
})

// A sign-in and a question bind nobody.
app.post('/seats', async (req, res) => {
  const token = await axios.post('https://login.example.com/oauth/token', { grant: 'client' })
  await axios.post('https://seats.example.com/search', { row: req.body.row }, { headers: { authorization: token.data.value } })
  await axios.post('https://seats.example.com/reservations', { seat: req.body.seat }, { headers: { authorization: token.data.value } })
  res.end()
})

// One or the other.
app.post('/checkouts', async (req, res) => {
  if (req.body.card) await stripe.charges.create({ amount: req.body.total, currency: 'eur' }, { idempotencyKey: req.body.key })
  else await axios.post('https://bank.example.com/transfers', { total: req.body.total })
  res.end()
})

// The second step is the compensation.
app.post('/swaps', async (req, res) => {
  const charge = await stripe.charges.create({ amount: 100, currency: 'eur' }, { idempotencyKey: req.body.key })
  await stripe.refunds.create({ charge: charge.id }, { idempotencyKey: charge.id })
  res.end()
})
