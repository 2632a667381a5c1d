import express from 'express'
import { PrismaClient } from '@prisma/client'
import Redis from 'ioredis'
import knex from 'knex'

const app = express()
const prisma = new PrismaClient()
const redis = new Redis()
const db = knex({ client: 'pg' })

function findTier(name: string) {
  return prisma.tier.findUnique({ where: { name } })
}

// One of the two runs: there is a subscription, or there is none.
async function limitOf(userId: string) {
  const subscription = await prisma.subscription.findFirst({ where: { userId } })
  let limit = 0
  if (subscription === null) {
    const free = await findTier('free')
    limit = free?.seats ?? 0
  }
  if (subscription !== null && subscription.endsAt < new Date()) {
    const free = await findTier('free')
    limit = free?.seats ?? 0
  }
  return limit
}

// Both run where the second does not depend on the first.
async function seatsOf(userId: string) {
  const subscription = await prisma.subscription.findFirst({ where: { userId } })
  let limit = 0
  if (subscription === null) {
    const free = await findTier('free') // expect: uncached-repeated-query
    limit = free?.seats ?? 0
  }
  const base = await findTier('free')
  return limit + (base?.extraSeats ?? 0)
}

app.get('/users/:id/limit', async (req, res) => res.json(await limitOf(req.params.id)))
app.get('/users/:id/seats', async (req, res) => res.json(await seatsOf(req.params.id)))

// The second is asked where the first found nothing.
app.get('/orders/:id', async (req, res) => {
  let order = await prisma.order.findUnique({ where: { id: req.params.id } })
  if (req.query.fresh && !order) order = await prisma.order.findUnique({ where: { id: req.params.id } })
  res.json(order)
})

app.get('/prices/:code', async (req, res) => {
  let name: string | undefined
  const price = await prisma.price.findUnique({ where: { code: req.params.code } })
  if (price) name = price.name
  if (!name) {
    const again = await prisma.price.findUnique({ where: { code: req.params.code } })
    name = again?.name
  }
  res.json({ name })
})

// That something failed in between is news.
app.post('/leads/:key', async (req, res) => {
  let lead = await prisma.lead.findUnique({ where: { key: req.params.key } })
  if (lead) return res.json(lead)
  try {
    await redis.rpush('leads', req.params.key)
  } catch {
    const other = await prisma.lead.findUnique({ where: { key: req.params.key } })
    return res.json(other)
  }
  res.status(201).end()
})

// Whoever has the row gives it.
async function isOwner(orderId: string, userId: string, order?: { ownerId: string }) {
  const row = order ?? (await prisma.invoice.findUnique({ where: { id: orderId } }))
  return row?.ownerId === userId
}

async function mayEdit({ invoiceId, userId, invoice }: { invoiceId: string; userId: string; invoice?: { ownerId: string } }) {
  if (!invoice) invoice = (await prisma.invoice.findUnique({ where: { id: invoiceId } })) ?? undefined
  return invoice?.ownerId === userId
}

async function close(invoiceId: string, mode: 'soft' | 'hard') {
  if (mode === 'hard') return prisma.invoice.findUnique({ where: { id: invoiceId } })
  return null
}

app.get('/invoices/:id', async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } })
  if (!invoice) return res.status(404).end()
  const isMine = await isOwner(req.params.id, String(req.query.user), invoice)
  const isEditable = await mayEdit({ invoiceId: req.params.id, userId: String(req.query.user), invoice })
  res.json({ invoice, isMine, isEditable, closed: await close(req.params.id, 'soft') })
})

app.get('/invoices/:id/owner', async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } }) // expect: uncached-repeated-query
  if (!invoice) return res.status(404).end()
  res.json({ invoice, isMine: await isOwner(req.params.id, String(req.query.user)) })
})

// A cache knew nothing, or the query is not asked.
async function readMembers(key: string) {
  return redis.smembers(key)
}

async function tagsOf(shopId: string) {
  const known = await readMembers(`tags:${shopId}`)
  if (known.length > 0) return known
  return prisma.tag.findMany({ where: { shopId } })
}

async function tagCount(shopId: string) {
  return (await tagsOf(shopId)).length
}

app.get('/shops/:id/tags', async (req, res) => res.json({ tags: await tagsOf(req.params.id), count: await tagCount(req.params.id) }))

// Columns named by constants are columns.
enum SeatColumn {
  id = 'id',
  holder = 'holder',
}

function findSeat(id: string) {
  return db('seats').where(SeatColumn.id, id).first()
}

app.get('/seats/:id/:other', async (req, res) => res.json([await findSeat(req.params.id), await findSeat(req.params.other)]))

async function assertFree(id: string) {
  const seat = await findSeat(id)
  if (seat?.holder) throw new Error('taken')
}

app.get('/seats/:id', async (req, res) => {
  await assertFree(req.params.id) // expect: uncached-repeated-query
  res.json(await findSeat(req.params.id))
})

// One asks for more than the other.
function findShop(id: string, options: { include?: { owner: boolean } } = {}) {
  return prisma.shop.findUnique({ where: { id }, ...options })
}

async function ownerOf(id: string) {
  const shop = await findShop(id, { include: { owner: true } })
  return shop?.owner
}

app.get('/shops/:id/owner', async (req, res) => {
  const shop = await findShop(req.params.id) // expect-low: uncached-repeated-query
  if (!shop) return res.status(404).end()
  res.json(await ownerOf(req.params.id))
})
