import { PrismaClient } from '@prisma/client'
import express from 'express'
import Stripe from 'stripe'

const prisma: any = new PrismaClient()
const stripe = new Stripe('key')
const app = express()

// The state was changed with the old one in the filter: of two requests, one comes here.
async function refundDeposit(id: string) {
  const booking = await prisma.booking.findUnique({ where: { id } })
  if (booking.depositStatus !== 'paid') return
  await stripe.refunds.create({ payment_intent: booking.depositRef })
  await prisma.booking.update({ where: { id }, data: { depositStatus: 'refunded' } })
}

app.post('/bookings/:id/cancel', async (req, res) => {
  const { count } = await prisma.booking.updateMany({ where: { id: req.params.id, status: 'confirmed' }, data: { status: 'cancelled' } })
  if (count === 0) throw new Error('cancelled before')
  await refundDeposit(req.params.id)
  res.sendStatus(204)
})

async function close(id: string) {
  const { count } = await prisma.booking.updateMany({ where: { id, status: 'confirmed' }, data: { status: 'closed' } })
  if (count === 0) throw new Error('closed before')
}

async function refundRest(id: string) {
  const booking = await prisma.booking.findUnique({ where: { id } })
  if (booking.restStatus !== 'paid') return
  await stripe.refunds.create({ payment_intent: booking.restRef })
  await prisma.booking.update({ where: { id }, data: { restStatus: 'refunded' } })
}

app.post('/bookings/:id/close', async (req, res) => {
  await close(req.params.id)
  await refundRest(req.params.id)
  res.sendStatus(204)
})

async function refundFee(id: string) {
  const booking = await prisma.booking.findUnique({ where: { id } })
  if (booking.feeStatus !== 'paid') return
  await stripe.refunds.create({ payment_intent: booking.feeRef })
  await prisma.booking.update({ where: { id }, data: { feeStatus: 'refunded' } }) // expect: check-then-act
}

// Nobody looks at the count.
app.post('/bookings/:id/cancel-fee', async (req, res) => {
  await prisma.booking.updateMany({ where: { id: req.params.id, status: 'confirmed' }, data: { status: 'cancelled' } })
  await refundFee(req.params.id)
  res.sendStatus(204)
})

app.listen(3000)
