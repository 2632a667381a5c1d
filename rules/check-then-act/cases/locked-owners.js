import { Prisma, PrismaClient } from '@prisma/client'
import { Hono } from 'hono'
import { MongoClient } from 'mongodb'
import { createTransport } from 'nodemailer'

const prisma = new PrismaClient()
const app = new Hono()
const mails = createTransport({ host: 'mail.example.com' })
const counters = new MongoClient(process.env.MONGO_URL).db().collection('counters')

// Whoever wants to add a guest waits for the lock on the event.
app.post('/events/:id/guests', async (c) => {
  const eventId = c.req.param('id')
  const { email } = await c.req.json()
  const guest = await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM events WHERE id = ${eventId} FOR UPDATE`
    const known = await tx.guest.findFirst({ where: { eventId, email } })
    if (known) return known
    return await tx.guest.create({ data: { eventId, email } })
  })
  return c.json(guest)
})

app.post('/events/:id/helpers', async (c) => {
  const eventId = c.req.param('id')
  const { email } = await c.req.json()
  const helper = await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM events WHERE id = ${eventId}`
    const known = await tx.helper.findFirst({ where: { eventId, email } })
    if (known) return known
    return await tx.helper.create({ data: { eventId, email } }) // expect-low: check-then-act
  })
  return c.json(helper)
})

// The key is declared where the tool does not look; the code knows it.
app.post('/domains', async (c) => {
  const { name } = await c.req.json()
  const taken = await prisma.domain.findFirst({ where: { name, verified: true } })
  if (taken) return c.json({ error: 'taken' }, 409)
  try {
    return c.json(await prisma.domain.create({ data: { name } }))
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return c.json({ error: 'taken' }, 409)
    throw error
  }
})

// An upsert keeps the key, not the value that was read before.
app.post('/counters/:name', async (c) => {
  const name = c.req.param('name')
  const counter = await counters.findOne({ name })
  await counters.updateOne({ name }, { $set: { value: (counter?.value ?? 0) + 1 } }, { upsert: true }) // expect: check-then-act
  await counters.updateOne({ name }, { $inc: { total: 1 } }, { upsert: true })
  return c.body(null, 204)
})

// One test of a state, which two writes leave.
app.post('/messages/:id/send', async (c) => {
  const id = c.req.param('id')
  const message = await prisma.message.findUniqueOrThrow({ where: { id } })
  if (message.status === 'sent') return c.body(null, 204)
  try {
    await mails.sendMail({ to: message.to, text: message.text })
    await prisma.message.update({ where: { id }, data: { status: 'sent' } }) // expect: check-then-act
  } catch (error) {
    console.error('not sent', error)
    await prisma.message.update({ where: { id }, data: { status: 'failed' } })
  }
  return c.body(null, 204)
})

// What is set is set again; what is taken is taken twice.
app.post('/partners/:id/disable', async (c) => {
  const partner = await prisma.partner.findUniqueOrThrow({ where: { id: c.req.param('id') } })
  if (!partner.payoutsEnabledAt) return c.body(null, 204)
  await prisma.partner.update({ where: { id: partner.id }, data: { payoutsEnabledAt: null } })
  await prisma.payout.updateMany({ where: { partnerId: partner.id }, data: { status: 'held' } })
  return c.body(null, 204)
})

app.post('/orders/:id/close', async (c) => {
  const order = await prisma.order.findUniqueOrThrow({ where: { id: c.req.param('id') } })
  if (order.status === 'closed') return c.body(null, 204)
  await prisma.wallet.update({ where: { id: order.walletId }, data: { balance: { decrement: order.total } } })
  await prisma.order.update({ where: { id: order.id }, data: { status: 'closed' } }) // expect: check-then-act
  return c.body(null, 204)
})

export default app
