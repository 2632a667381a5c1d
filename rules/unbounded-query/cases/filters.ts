import express from 'express'
import knexFactory from 'knex'
import { Kysely, SelectQueryBuilder } from 'kysely'
import mongoose, { Schema } from 'mongoose'
import { Pool } from 'pg'
import { Column, DataSource, Entity, In, PrimaryGeneratedColumn, Repository } from 'typeorm'
import { PrismaClient } from '@prisma/client'

const app = express()
const knex = knexFactory({ client: 'pg' })
const pool = new Pool()
const prisma = new PrismaClient()

@Entity()
class Order {
  @PrimaryGeneratedColumn() id!: number
  @Column() customerId!: number
}
const source = new DataSource({ type: 'postgres' })
const orders: Repository<Order> = source.getRepository(Order)

// Options are no filter.
app.get('/orders/newest', async (_req, res) => res.json(await orders.find({ order: { id: 'DESC' } }))) // expect: unbounded-query
app.get('/orders/full', async (_req, res) => res.json(await orders.find({ relations: ['lines'] }))) // expect: unbounded-query
app.get('/orders/any', async (_req, res) => res.json(await orders.find({ where: {} }))) // expect: unbounded-query
app.get('/orders/counted', async (_req, res) => res.json(await orders.findAndCount({ order: { id: 'ASC' } }))) // expect: unbounded-query
app.get('/orders/first', async (_req, res) => res.json(await orders.find({ order: { id: 'DESC' }, take: 20 })))
app.get('/orders/some', async (_req, res) => res.json(await orders.findBy({ id: In([1, 2]) })))

const Message = mongoose.model('Message', new Schema({ text: String, room: String }))

// An empty filter is none.
app.get('/messages', async (_req, res) => res.json(await Message.find({}).sort({ createdAt: -1 }).lean())) // expect: unbounded-query
app.get('/messages/latest', async (_req, res) => res.json(await Message.find({}).sort({ createdAt: -1 }).limit(50)))
app.get('/messages/room', async (req, res) => res.json(await Message.find({ room: String(req.query.room) }))) // expect: unbounded-query
app.get('/messages/rooms', async (_req, res) => res.json(await Message.distinct('room')))

// Conditions that may be left out.
app.get('/payments', async (req, res) => {
  const where: { status?: string } = {}
  if (req.query.status) where.status = String(req.query.status)
  res.json(await prisma.payment.findMany({ where })) // expect: unbounded-query
})
app.get('/payments/by-status', async (req, res) => {
  res.json(await prisma.payment.findMany({ where: req.query.status ? { status: String(req.query.status) } : {} })) // expect: unbounded-query
})
app.get('/payments/built', async (req, res) => {
  let query = knex('payments') // expect: unbounded-query
  if (req.query.status) query = query.where('status', String(req.query.status))
  res.json(await query)
})

// One parent, or one row.
app.get('/events', async (req, res) => res.json((await pool.query('SELECT * FROM events WHERE order_id = $1', [req.query.order])).rows)) // expect: unbounded-query
app.get('/events/one', async (req, res) => res.json((await pool.query('SELECT * FROM events WHERE id = $1', [req.query.id])).rows))
app.get('/events/several', async (req, res) => res.json((await pool.query('SELECT * FROM events WHERE order_id = ANY($1)', [req.query.orders])).rows))

// The limit may be in what is spread, or come with what the builder is given to.
function page(query: Record<string, unknown>) {
  const size = Math.min(Number(query.size) || 10, 100)
  return { take: size, skip: Number(query.page) * size }
}
app.get('/invoices', async (req, res) => res.json(await prisma.invoice.findMany({ ...page(req.query) }))) // expect-low: unbounded-query

const db = new Kysely<Record<string, Record<string, unknown>>>({} as never)
function paginated<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>, size: number) {
  return query.limit(Math.min(size, 100)).execute()
}
app.get('/invoices/paged', async (req, res) => {
  const query = db.selectFrom('invoices').selectAll()
  res.json(await paginated(query, Number(req.query.size)))
})
app.get('/invoices/all', async (_req, res) => res.json(await db.selectFrom('invoices').selectAll().execute())) // expect: unbounded-query

// As many rows as there are kinds.
app.get('/invoices/kinds', async (_req, res) => res.json(await db.selectFrom('invoices').select('status').groupBy('status').execute()))
app.get('/invoices/statuses', async (_req, res) => res.json(await prisma.invoice.findMany({ distinct: ['status'], select: { status: true } })))

app.post('/orders', async (req, res) => {
  await prisma.order.create({ data: { customerId: Number(req.body.customerId), status: 'open' } })
  res.end()
})
