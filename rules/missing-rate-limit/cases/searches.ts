// A few rows by what an index knows cost next to nothing; looking through texts, and as many rows as are asked for, do.
import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

const cities = express.Router()
cities.get('/search', async (req, res) => { // expect-low: missing-rate-limit
  res.json(await prisma.customer.findMany({ where: { city: { startsWith: String(req.query.q) } }, take: 10 }))
})
app.use('/cities', cities)

const names = express.Router()
names.get('/search', async (req, res) => { // expect: missing-rate-limit
  res.json(await prisma.customer.findMany({ where: { name: { contains: String(req.query.q), mode: 'insensitive' } }, take: 10 }))
})
app.use('/names', names)

const channels = express.Router()
channels.get('/search', async (req, res) => { // expect: missing-rate-limit
  res.json(await prisma.order.findMany({ where: { channel: String(req.query.q) }, take: Number(req.query.limit) }))
})
app.use('/channels', channels)

const regions = express.Router()
regions.get('/search', async (req, res) => { // expect-low: missing-rate-limit
  res.json(await prisma.order.findMany({ where: { region: String(req.query.q) }, take: Math.min(Number(req.query.limit) || 10, 50) }))
})
app.use('/regions', regions)

// Six digits out of a mail are tried one after the other.
const codes = express.Router()
codes.post('/verify-email-code', async (req, res) => { // expect: missing-rate-limit
  res.json(await prisma.customer.findFirst({ where: { email: String(req.body.email), name: String(req.body.code) } }))
})
app.use('/codes', codes)

app.listen(3000)
