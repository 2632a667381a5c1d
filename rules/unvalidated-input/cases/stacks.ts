import Hapi from '@hapi/hapi'
import Joi from 'joi'
import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { celebrate, Segments } from 'celebrate'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import express from 'express'
import { body, validationResult } from 'express-validator'
import { Kysely } from 'kysely'
import { MongoClient } from 'mongodb'
import { Pool } from 'pg'
import { Model } from 'objection'
import { DataTypes, Sequelize } from 'sequelize'
import { createClient } from '@supabase/supabase-js'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { z } from 'zod'

const pool = new Pool()
const db = drizzle(pool)
const seats = pgTable('seats', { id: integer('id'), label: text('label'), ownerId: integer('owner_id') })
const kysely = new Kysely<{ invoices: { number: string; total: number } }>({ dialect: undefined as never })
const orders = new MongoClient('mongodb://localhost').db('shop').collection('orders')
const sequelize = new Sequelize('sqlite::memory:')
const Wallet = sequelize.define('Wallet', { owner: DataTypes.STRING, balance: DataTypes.INTEGER })
const supabase = createClient('https://shop.supabase.co', process.env.SUPABASE_KEY ?? '')

class Note extends Model {
  static override tableName = 'notes'
}

// ---- Express ------------------------------------------------------------------------------------------------

const app = express()
app.use(express.json())
app.post('/wallets', async (req, res) => {
  res.json(await Wallet.create(req.body)) // expect: unvalidated-input
})
app.put('/wallets/:id', async (req, res) => {
  await Wallet.update({ ...req.body }, { where: { id: req.params.id } }) // expect: unvalidated-input
  res.end()
})
app.post('/wallets/many', async (req, res) => {
  res.json(await Wallet.bulkCreate(req.body)) // expect: unvalidated-input
})
app.post('/notes', async (req, res) => {
  res.json(await Note.query().insert(req.body)) // expect: unvalidated-input
})
app.post('/orders', async (req, res) => {
  res.json(await orders.insertOne(req.body)) // expect: unvalidated-input
})
app.patch('/orders/:id', async (req, res) => {
  const { id, ...changes } = req.body // expect: unvalidated-input
  res.json(await orders.updateOne({ number: String(id) }, { $set: changes }))
})
app.post('/invoices', async (req, res) => {
  const { number, total } = req.body // expect: unvalidated-input
  res.json(await pool.query('INSERT INTO invoices (number, total) VALUES ($1, $2)', [number, total]))
})
// Tested in the list of what is bound.
app.put('/invoices/:id', async (req, res) => {
  const paid = req.body.paid ?? req.body.isPaid
  res.json(await pool.query('UPDATE invoices SET paid = COALESCE($2::boolean, paid) WHERE id = $1', [Number(req.params.id), typeof paid === 'boolean' ? paid : null]))
})
app.post('/supabase', async (req, res) => {
  res.json(await supabase.from('orders').insert(req.body)) // expect: unvalidated-input
})
app.post('/celebrate', celebrate({ [Segments.BODY]: Joi.object({ owner: Joi.string() }) }), async (req, res) => {
  res.json(await Wallet.create(req.body))
})
// Looks at another part of the request.
app.post('/celebrate/query', celebrate({ [Segments.QUERY]: Joi.object({ owner: Joi.string() }) }), async (req, res) => {
  res.json(await Wallet.create(req.body)) // expect: unvalidated-input
})
app.post('/express-validator', body('owner').isString(), async (req, res) => {
  const errors = validationResult(req)
  if (!errors.isEmpty()) return void res.status(400).json(errors.array())
  res.json(await Wallet.create(req.body))
})
// Chains whose result nobody looks at.
app.post('/express-validator/ignored', body('owner').isString(), async (req, res) => {
  res.json(await Wallet.create(req.body)) // expect: unvalidated-input
})
app.post('/picked', async (req, res) => {
  if (typeof req.body.owner !== 'string' || !Number.isInteger(req.body.balance)) return void res.status(400).end()
  res.json(await Wallet.create({ owner: req.body.owner, balance: req.body.balance }))
})

// ---- Hono ---------------------------------------------------------------------------------------------------

const hono = new Hono()
hono.post('/seats', async (c) => {
  const seat = await c.req.json() // expect: unvalidated-input
  await db.insert(seats).values(seat)
  return c.json(seat)
})
hono.put('/seats/:id', async (c) => {
  await db.update(seats).set(await c.req.json()) // expect: unvalidated-input
  return c.body(null)
})
const Seat = z.object({ label: z.string() })
hono.post('/seats/checked', validator('json', (value) => Seat.parse(value)), async (c) => {
  await db.insert(seats).values(c.req.valid('json'))
  return c.body(null)
})

// ---- hapi ---------------------------------------------------------------------------------------------------

const server = Hapi.server()
server.route({
  method: 'POST',
  path: '/invoices',
  handler: async (request) => kysely.insertInto('invoices').values(request.payload as never).execute(), // expect: unvalidated-input
})
server.route({
  method: 'POST',
  path: '/invoices/checked',
  options: { validate: { payload: Joi.object({ number: Joi.string(), total: Joi.number() }) } },
  handler: async (request) => kysely.insertInto('invoices').values(request.payload as never).execute(),
})

// ---- AWS Lambda ---------------------------------------------------------------------------------------------

const Order = z.object({ number: z.string() })

export const create = async (event: APIGatewayProxyEvent) => {
  const order = JSON.parse(event.body ?? '{}') // expect: unvalidated-input
  await orders.insertOne(order)
  return { statusCode: 201, body: '' }
}
export const createChecked = async (event: APIGatewayProxyEvent) => {
  await orders.insertOne(Order.parse(JSON.parse(event.body ?? '{}')))
  return { statusCode: 201, body: '' }
}
