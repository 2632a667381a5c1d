import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

// The row is locked under its name in the database before it is read.
app.post('/shops/:shopId/offers/:id/redeem', async (req, res) => {
  const { id, shopId } = req.params
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "offers" WHERE id = ${id} FOR UPDATE`
    const offer = await tx.offer.findFirst({ where: { id, shopId } })
    if (!offer || offer.redeemed >= offer.maxRedemption) throw new Error('used up')
    await tx.offer.update({ where: { id }, data: { redeemed: { increment: 1 } } })
  })
  res.sendStatus(204)
})

// Another row is locked.
app.post('/shops/:shopId/offers/:id/redeem-late', async (req, res) => {
  const { id, shopId } = req.params
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "members" WHERE id = ${String(req.query.member)} FOR UPDATE`
    const offer = await tx.offer.findFirst({ where: { id, shopId } })
    if (!offer || offer.redeemed >= offer.maxRedemption) throw new Error('used up')
    await tx.offer.update({ where: { id }, data: { redeemed: { increment: 1 } } }) // expect: check-then-act
  })
  res.sendStatus(204)
})

// Two claims of one member wait for each other at the row of the member.
app.post('/members/:memberId/claims/:itemId', async (req, res) => {
  const { memberId, itemId } = req.params
  await prisma.$transaction(async (tx) => {
    await tx.member.update({ where: { id: memberId }, data: { points: { decrement: 10 } } })
    const known = await tx.claim.findFirst({ where: { memberId, itemId } })
    if (!known) await tx.claim.create({ data: { memberId, itemId } })
  })
  res.sendStatus(204)
})

app.post('/members/:memberId/free-claims/:itemId', async (req, res) => {
  const { memberId, itemId } = req.params
  await prisma.$transaction(async (tx) => {
    const known = await tx.claim.findFirst({ where: { memberId, itemId } })
    if (!known) await tx.claim.create({ data: { memberId, itemId } }) // expect: check-then-act
    await tx.member.update({ where: { id: memberId }, data: { points: { decrement: 10 } } })
  })
  res.sendStatus(204)
})
