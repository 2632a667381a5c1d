// Prisma cannot say keys that hold for some of the rows; its migrations do.
import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

app.post('/markers', async (req, res) => {
  const familyId = String(req.body.familyId)
  const season = Number(req.body.season)
  const known = await prisma.marker.findFirst({ where: { familyId, season, releasedAt: null } }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  res.json(await prisma.marker.create({ data: { familyId, season } }))
})
const ACTIVE = { releasedAt: null } as const

app.post('/markers/active', async (req, res) => {
  const familyId = String(req.body.familyId)
  const season = Number(req.body.season)
  const known = await prisma.marker.findFirst({ where: { familyId, season, ...ACTIVE } }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  res.json(await prisma.marker.create({ data: { familyId, season } }))
})
app.post('/members', async (req, res) => {
  const email = String(req.body.email)
  const known = await prisma.member.findFirst({ where: { email } }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  res.json(await prisma.member.create({ data: { email, canLogin: true } }))
})
app.post('/members/without-login', async (req, res) => {
  const email = String(req.body.email)
  const known = await prisma.member.findFirst({ where: { email } }) // expect: check-then-act
  if (known) return res.status(409).end()
  res.json(await prisma.member.create({ data: { email, canLogin: false } }))
})
app.post('/visitors', async (req, res) => {
  const email = String(req.body.email)
  const known = await prisma.visitor.findFirst({ where: { email } }) // expect: check-then-act
  if (known) return res.status(409).end()
  res.json(await prisma.visitor.create({ data: { email } }))
})

// A shop has one account: the second of two approvals fails with it, and takes everything back.
app.post('/shops/:id/approve', async (req, res) => {
  const shopId = req.params.id
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } })
  if (shop.status === 'approved') throw new Error('approved before')
  await prisma.$transaction(async (tx) => {
    await tx.payoutAccount.create({ data: { shopId } })
    await tx.shop.update({ where: { id: shopId }, data: { status: 'approved' } }) // expect-low: check-then-act
  })
  res.status(204).end()
})

// It can have many bonuses.
app.post('/shops/:id/welcome', async (req, res) => {
  const shopId = req.params.id
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } })
  if (shop.status === 'welcomed') throw new Error('welcomed before')
  await prisma.$transaction(async (tx) => {
    await tx.creditBonus.create({ data: { shopId } })
    await tx.shop.update({ where: { id: shopId }, data: { status: 'welcomed' } }) // expect: check-then-act
  })
  res.status(204).end()
})

// Outside of a transaction, the state is written all the same.
app.post('/shops/:id/reopen', async (req, res) => {
  const shopId = req.params.id
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } })
  if (shop.status === 'open') throw new Error('open already')
  await prisma.shop.update({ where: { id: shopId }, data: { status: 'open' } }) // expect: check-then-act
  await prisma.payoutAccount.create({ data: { shopId } })
  res.status(204).end()
})

app.listen(3000)
