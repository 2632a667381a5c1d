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
app.listen(3000)
