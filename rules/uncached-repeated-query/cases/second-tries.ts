import express from 'express'
import Redis from 'ioredis'
import knex from 'knex'
import { Column, DataSource, Entity, PrimaryGeneratedColumn, type FindOneOptions } from 'typeorm'

const app = express()
const redis = new Redis()
const db = knex({ client: 'pg' })

function findTier(name: string) {
  return db('tiers').where({ name }).first()
}

// One of the two runs: there is a subscription, or there is none.
async function limitOf(userId: string) {
  const subscription = (await db('subscriptions').where({ user_id: userId }).first()) ?? null
  let limit = 0
  if (subscription === null) {
    const free = await findTier('free')
    limit = free.seats
  }
  if (subscription !== null && subscription.ends_at < new Date()) {
    const free = await findTier('free')
    limit = free.seats
  }
  return limit
}

// Both run where the second does not depend on the first.
async function seatsOf(userId: string) {
  const subscription = (await db('subscriptions').where({ user_id: userId }).first()) ?? null
  let limit = 0
  if (subscription === null) {
    const free = await findTier('free') // expect: uncached-repeated-query
    limit = free.seats
  }
  const base = await findTier('free')
  return limit + base.extra_seats
}

app.get('/users/:id/limit', async (req, res) => res.json(await limitOf(req.params.id)))
app.get('/users/:id/seats', async (req, res) => res.json(await seatsOf(req.params.id)))

// The second is asked where the first found nothing.
app.get('/orders/:id', async (req, res) => {
  let order = await db('orders').where({ id: req.params.id }).first()
  if (req.query.fresh && !order) order = await db('orders').where({ id: req.params.id }).first()
  res.json(order)
})

app.get('/prices/:code', async (req, res) => {
  let name: string | undefined
  const price = await db('prices').where({ code: req.params.code }).first()
  if (price) name = price.name
  if (!name) {
    const again = await db('prices').where({ code: req.params.code }).first()
    name = again?.name
  }
  res.json({ name })
})

// That something failed in between is news.
app.post('/leads/:key', async (req, res) => {
  const lead = await db('leads').where({ key: req.params.key }).first()
  if (!lead) return res.status(404).end()
  try {
    await redis.rpush('leads', req.params.key)
  } catch {
    const now = await db('leads').where({ key: req.params.key }).first()
    return res.json(now)
  }
  res.status(201).end()
})

// Whoever has the row gives it.
async function isOwner(invoiceId: string, userId: string, invoice?: { owner_id: string }) {
  const row = invoice ?? (await db('invoices').where({ id: invoiceId }).first())
  return row.owner_id === userId
}

async function mayEdit({ invoiceId, userId, invoice }: { invoiceId: string; userId: string; invoice?: { owner_id: string } }) {
  if (!invoice) invoice = await db('invoices').where({ id: invoiceId }).first()
  return invoice?.owner_id === userId
}

async function close(invoiceId: string, mode: 'soft' | 'hard') {
  if (mode === 'hard') return db('invoices').where({ id: invoiceId }).first()
  return null
}

app.get('/invoices/:id', async (req, res) => {
  const invoice = await db('invoices').where({ id: req.params.id }).first()
  if (!invoice) return res.status(404).end()
  const isMine = await isOwner(req.params.id, String(req.query.user), invoice)
  const isEditable = await mayEdit({ invoiceId: req.params.id, userId: String(req.query.user), invoice })
  res.json({ invoice, isMine, isEditable, closed: await close(req.params.id, 'soft') })
})

app.get('/invoices/:id/owner', async (req, res) => {
  const invoice = await db('invoices').where({ id: req.params.id }).first() // expect: uncached-repeated-query
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
  return db('tags').where({ shop_id: shopId }).limit(100)
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
@Entity()
class Shop {
  @PrimaryGeneratedColumn() id!: string
  @Column() owner!: string
}

const shops = new DataSource({ type: 'postgres' }).getRepository(Shop)

function readShop(id: string, options?: FindOneOptions<Shop>) {
  return shops.findOne({ where: { id }, ...options })
}

function findShop(id: string, options?: FindOneOptions<Shop>) {
  return readShop(id, options)
}

async function ownerOf(id: string) {
  const shop = await findShop(id, { relations: ['owner'] })
  return shop?.owner
}

app.get('/shops/:id/owner', async (req, res) => {
  const shop = await findShop(req.params.id) // expect-low: uncached-repeated-query
  if (!shop) return res.status(404).end()
  res.json(await ownerOf(req.params.id))
})
