// What is there twice is seen and deleted, or cannot come about by doing the same thing twice.
import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

const MOST_PICTURES = 200

// A second invitation is one mail more.
app.post('/shops/:id/invitations', async (req, res) => {
  const shopId = req.params.id
  const email = String(req.body.email)
  const known = await prisma.invitation.findFirst({ where: { shopId, email } }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  await prisma.invitation.create({ data: { shopId, email, expiresAt: new Date(Date.now() + 86_400_000) } })
  res.status(201).end()
})
app.delete('/invitations/:id', async (req, res) => {
  await prisma.invitation.delete({ where: { id: req.params.id } })
  res.status(204).end()
})

// A second voucher is money.
app.post('/shops/:id/vouchers', async (req, res) => {
  const shopId = req.params.id
  const email = String(req.body.email)
  const known = await prisma.voucher.findFirst({ where: { shopId, email } }) // expect: check-then-act
  if (known) return res.status(409).end()
  await prisma.voucher.create({ data: { shopId, email } })
  res.status(201).end()
})

// Who comes back from a provider brings a code that works once.
app.post('/logins', async (req, res) => {
  const { customerId, provider, providerUserId } = req.body
  const known = await prisma.login.findFirst({ where: { provider, providerUserId } }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  await prisma.login.create({ data: { customerId, provider, providerUserId } })
  res.status(201).end()
})

// The same request twice fails with the number of the badge.
app.post('/customers', async (req, res) => {
  const { nickname, number } = req.body
  const known = await prisma.customer.findFirst({ where: { nickname } }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  await prisma.customer.create({ data: { nickname, badges: { create: { number: req.body.number } } } })
  res.status(201).json({ number })
})
app.post('/customers/marked', async (req, res) => {
  const { nickname } = req.body
  const known = await prisma.customer.findFirst({ where: { nickname } }) // expect: check-then-act
  if (known) return res.status(409).end()
  await prisma.customer.create({ data: { nickname, marks: { create: { number: req.body.number } } } })
  res.status(201).end()
})
app.post('/customers/numbered', async (req, res) => {
  const { nickname } = req.body
  const known = await prisma.customer.findFirst({ where: { nickname } }) // expect: check-then-act
  if (known) return res.status(409).end()
  await prisma.customer.create({ data: { nickname, badges: { create: { number: crypto.randomUUID() } } } })
  res.status(201).end()
})

// A key with a column that is null in every living row holds nothing back.
app.post('/shops/:id/suppliers', async (req, res) => {
  const shopId = req.params.id
  const name = String(req.body.name)
  const known = await prisma.supplier.findFirst({ where: { shopId, name, deletedAt: null } }) // expect: check-then-act
  if (known) return res.status(409).end()
  await prisma.supplier.create({ data: { shopId, name } })
  res.status(201).end()
})

// What is picked out by something inside of a column no key can say.
app.post('/shops/:id/channels', async (req, res) => {
  const shopId = req.params.id
  const channels = await prisma.channel.findMany({ where: { shopId } }) // expect-low: check-then-act
  const known = channels.find((channel) => (channel.settings as { phone: string }).phone === req.body.phone)
  if (known) return res.status(409).end()
  await prisma.channel.create({ data: { shopId, kind: 'chat', settings: { phone: req.body.phone } } })
  res.status(201).end()
})
app.post('/shops/:id/channels/by-kind', async (req, res) => {
  const shopId = req.params.id
  const kind = String(req.body.kind)
  const channels = await prisma.channel.findMany({ where: { shopId } }) // expect: check-then-act
  const known = channels.find((channel) => channel.kind === kind)
  if (known) return res.status(409).end()
  await prisma.channel.create({ data: { shopId, kind, settings: {} } })
  res.status(201).end()
})

// The course says which shop it is, and drafts of one shop have each title once.
app.post('/courses/:id/draft', async (req, res) => {
  const courseId = req.params.id
  const course = await prisma.course.findUniqueOrThrow({ where: { id: courseId } })
  const known = await prisma.draft.findFirst({ where: { title: `${courseId}`, isOwn: true } }) // expect-low: check-then-act
  if (known) return res.json(known)
  res.json(await prisma.draft.create({ data: { title: `${courseId}`, isOwn: true, shopId: course.shopId } }))
})
app.post('/courses/:id/draft/elsewhere', async (req, res) => {
  const courseId = req.params.id
  const known = await prisma.draft.findFirst({ where: { title: `${courseId}`, isOwn: true } }) // expect: check-then-act
  if (known) return res.json(known)
  res.json(await prisma.draft.create({ data: { title: `${courseId}`, isOwn: true, shopId: String(req.body.shopId) } }))
})

// Some pictures more than two hundred hurt nobody; of three one more is a third, and seats are taken from others.
app.post('/shops/:id/pictures', async (req, res) => {
  const shopId = req.params.id
  const count = await prisma.picture.count({ where: { shopId } }) // expect-low: check-then-act
  if (count >= MOST_PICTURES) return res.status(409).end()
  await prisma.picture.create({ data: { shopId } })
  res.status(201).end()
})
app.post('/shops/:id/covers', async (req, res) => {
  const shopId = req.params.id
  const count = await prisma.picture.count({ where: { shopId } }) // expect: check-then-act
  if (count >= 3) return res.status(409).end()
  await prisma.picture.create({ data: { shopId } })
  res.status(201).end()
})
app.post('/courses/:id/seats', async (req, res) => {
  const courseId = req.params.id
  const count = await prisma.seat.count({ where: { courseId } }) // expect: check-then-act
  if (count >= MOST_PICTURES) return res.status(409).end()
  await prisma.seat.create({ data: { courseId } })
  res.status(201).end()
})

// Where something stands in a list that is shown.
app.delete('/shops/:id/shelves/:shelf', async (req, res) => {
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: req.params.id } }) // expect-low: check-then-act
  const shelfOrder = shop.shelfOrder.filter((shelf) => shelf !== req.params.shelf)
  await prisma.shop.update({ where: { id: req.params.id }, data: { shelfOrder } })
  res.status(204).end()
})
