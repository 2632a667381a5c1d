import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma: any = new PrismaClient()
const app = express()

interface Limits {
  links: number
  members: number
}

const FREE: Limits = { links: 0, members: 1 }
const BUSINESS: Limits = { links: 100, members: 5 }
const PREMIUM: Limits = { links: 1_000, members: 20 }

const PLANS: Record<string, Limits> = { free: FREE, business: BUSINESS, premium: PREMIUM }

async function limitsOf(teamId: string) {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: teamId } })
  const limits = PLANS[team.plan] ?? FREE
  return { ...limits, name: team.name, guests: team.guests }
}

// A link more than a hundred hurts nobody.
app.post('/teams/:id/links', async (req, res) => {
  const teamId = req.params.id
  const count = await prisma.link.count({ where: { teamId } }) // expect-low: check-then-act
  const limits = await limitsOf(teamId)
  if (limits && count >= limits.links) return res.sendStatus(403)
  await prisma.link.create({ data: { teamId, url: req.body.url } })
  res.sendStatus(201)
})

app.post('/teams/:id/rooms', async (req, res) => {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: req.params.id } })
  const count = await prisma.link.count({ where: { teamId: team.id } }) // expect-low: check-then-act
  const limits = await limitsOf(team.id)
  if (!team.plan.includes('trial') && ['business', 'premium'].includes(team.plan) && count >= limits.links) return res.sendStatus(403)
  await prisma.link.create({ data: { teamId: team.id, url: req.body.url } })
  res.sendStatus(201)
})

// Members are what a plan sells.
app.post('/teams/:id/members', async (req, res) => {
  const teamId = req.params.id
  const count = await prisma.membership.count({ where: { teamId } }) // expect: check-then-act
  const limits = await limitsOf(teamId)
  if (limits && count >= limits.members) return res.sendStatus(403)
  await prisma.membership.create({ data: { teamId, name: req.body.name } })
  res.sendStatus(201)
})

// A row says how many.
app.post('/teams/:id/guests', async (req, res) => {
  const teamId = req.params.id
  const count = await prisma.visitor.count({ where: { teamId } }) // expect: check-then-act
  const limits = await limitsOf(teamId)
  if (count >= limits.guests) return res.sendStatus(403)
  await prisma.visitor.create({ data: { teamId, name: req.body.name } })
  res.sendStatus(201)
})
