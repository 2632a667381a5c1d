import amqp from 'amqplib'
import express from 'express'
import { Kafka } from 'kafkajs'
import cron from 'node-cron'
import { PrismaClient } from '@prisma/client'

const app = express()
const prisma = new PrismaClient()
const producer = new Kafka({ brokers: [] }).producer()

// A row, and a message about it.
app.post('/orders', async (req, res) => {
  const order = await prisma.order.create({ data: { total: req.body.total } }) // expect: dual-write
  await producer.send({ topic: 'orders', messages: [{ value: JSON.stringify(order) }] })
  res.json(order)
})

// The message first is no better.
app.post('/seats/:id/release', async (req, res) => {
  await producer.send({ topic: 'seats', messages: [{ value: req.params.id }] }) // expect: dual-write
  await prisma.seat.update({ where: { id: req.params.id }, data: { taken: false } })
  res.end()
})

// By functions of the project, over two hops.
async function publish(name: string, value: unknown) {
  await producer.send({ topic: 'invoices', messages: [{ key: name, value: JSON.stringify(value) }] })
}

async function settle(id: string) {
  return prisma.invoice.update({ where: { id }, data: { settled: true } })
}

export async function settleInvoice(id: string) {
  const invoice = await settle(id) // expect: dual-write
  await publish('invoice.settled', invoice)
}

const connection = await amqp.connect('amqp://localhost')
const channel = await connection.createChannel()

app.delete('/orders/:id', async (req, res) => {
  await prisma.order.delete({ where: { id: req.params.id } }) // expect: dual-write
  channel.publish('orders', 'order.deleted', Buffer.from(req.params.id))
  res.end()
})

// ---- Quiet

// The message stands in the outbox.
app.post('/refunds', async (req, res) => {
  const refund = await prisma.$transaction(async (tx) => {
    const created = await tx.refund.create({ data: { amount: req.body.amount } })
    await tx.outbox.create({ data: { topic: 'refunds', payload: JSON.stringify(created) } })
    return created
  })
  res.json(refund)
})

// The relay sends what stands there, and marks it.
async function relay() {
  const rows = await prisma.outbox.findMany({ where: { sentAt: null }, take: 100 })
  for (const row of rows) {
    await producer.send({ topic: row.topic, messages: [{ value: row.payload }] })
    await prisma.outbox.update({ where: { id: row.id }, data: { sentAt: new Date() } })
  }
}
setInterval(() => void relay(), 1000)

// Only a row, only a message.
app.post('/carts', async (req, res) => {
  res.json(await prisma.cart.create({ data: { owner: req.body.owner } }))
})
app.post('/pings', async (_req, res) => {
  await producer.send({ topic: 'pings', messages: [{ value: 'ping' }] })
  res.end()
})

// Numbers, logs and caches may get lost.
app.post('/likes', async (req, res) => {
  await prisma.like.create({ data: { post: req.body.post } })
  await producer.send({ topic: 'analytics', messages: [{ value: req.body.post }] })
  await producer.send({ topic: 'cache-invalidation', messages: [{ value: req.body.post }] })
  res.end()
})

// A record of what happened is no state.
app.post('/doors/open', async (req, res) => {
  await producer.send({ topic: 'doors', messages: [{ value: req.body.door }] })
  await prisma.auditLog.create({ data: { what: 'door', who: req.body.user } })
  res.end()
})

// One or the other.
app.post('/transfers', async (req, res) => {
  if (req.body.later) await prisma.transfer.create({ data: { amount: req.body.amount } })
  else await producer.send({ topic: 'transfers', messages: [{ value: String(req.body.amount) }] })
  res.end()
})

// Taken back when the message cannot be sent.
app.post('/bookings', async (req, res) => {
  const booking = await prisma.booking.create({ data: { seat: req.body.seat } })
  try {
    await producer.send({ topic: 'bookings', messages: [{ value: JSON.stringify(booking) }] })
  } catch (error) {
    await prisma.booking.delete({ where: { id: booking.id } })
    throw error
  }
  res.json(booking)
})

// What was not announced is announced by the clock.
async function announce(id: string) {
  await producer.send({ topic: 'parcels', messages: [{ key: id, value: id }] })
}
app.post('/parcels', async (req, res) => {
  const parcel = await prisma.parcel.create({ data: { weight: req.body.weight } })
  await announce(parcel.id)
  res.json(parcel)
})
cron.schedule('*/5 * * * *', async () => {
  for (const parcel of await prisma.parcel.findMany({ where: { announced: false }, take: 100 })) await announce(parcel.id)
})
