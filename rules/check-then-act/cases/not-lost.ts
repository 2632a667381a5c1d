import express from 'express'
import knex from 'knex'
import mongoose, { Schema } from 'mongoose'
import { MongoClient } from 'mongodb'
import Stripe from 'stripe'
import { Column, DataSource, Entity, JoinColumn, OneToOne, PrimaryGeneratedColumn, type Repository } from 'typeorm'

const app = express()
const db = knex({ client: 'pg' })
const stripe = new Stripe('key')

// Elements that are moved or taken out are written as a whole list, which is refused when the row has changed since.
const productSchema = new Schema({ images: [{ url: String, isMain: Boolean }], views: Number, sold: Number })
const Product = mongoose.model('Product', productSchema)

app.delete('/products/:id/images/:index', async (req, res) => {
  const product = await Product.findById(req.params.id)
  if (!product) return res.status(404).end()
  product.images.splice(Number(req.params.index), 1)
  if (product.images.length > 0) product.images[0].isMain = true
  await product.save()
  res.json(product)
})

app.post('/products/:id/sales', async (req, res) => {
  const product = await Product.findById(req.params.id) // expect: check-then-act
  if (!product) return res.status(404).end()
  product.sold = (product.sold ?? 0) + 1
  await product.save()
  res.json(product)
})

// What is there or not is asked of a list, not how full it is.
interface Account {
  id: string
  logins: { kind: string }[]
  seats: number
}

const accounts = new MongoClient('mongodb://localhost').db('shop').collection<Readonly<Account>>('accounts')

app.post('/accounts/:id/logins', async (req, res) => {
  const account = await accounts.findOne({ id: req.params.id })
  if (!account) return res.status(404).end()
  const same = account.logins.filter(({ kind }) => kind === req.body.kind)
  if (same.length > 0) throw new Error('there is one of that kind')
  await accounts.findOneAndUpdate({ id: req.params.id }, { $push: { logins: { kind: String(req.body.kind) } } })
  res.status(204).end()
})

app.post('/accounts/:id/members', async (req, res) => {
  const account = await accounts.findOne({ id: req.params.id }) // expect: check-then-act
  if (!account) return res.status(404).end()
  if (account.logins.length >= 20) throw new Error('no more than 20')
  await accounts.findOneAndUpdate({ id: req.params.id }, { $push: { logins: { kind: 'member' } } })
  res.status(204).end()
})

// Whoever is turned away is counted, too.
async function countTry(id: string) {
  await db('accounts').where({ id }).increment('tries', 1)
}

app.post('/accounts/:id/open', async (req, res) => {
  const account = await db('accounts').where({ id: req.params.id }).first()
  if (account.tries >= 5) {
    await countTry(account.id)
    throw new Error('too many')
  }
  res.json(account)
})

// A number that goes on, a sum that goes on, and a row that is there already.
app.post('/series/:id/invoices', async (req, res) => {
  const last = await db('invoices').where({ series_id: req.params.id }).orderBy('number', 'desc').first() // expect: check-then-act
  await db('invoices').insert({ series_id: req.params.id, number: last.number + 1 })
  res.status(201).end()
})

app.put('/days/:id/cups', async (req, res) => {
  const day = await db('days').where({ id: req.params.id }).first() // expect: check-then-act
  const cups = (day?.cups ?? 0) + Number(req.body.cups)
  await db('days').insert({ id: req.params.id, cups }).onConflict('id').merge({ cups })
  res.json({ cups })
})

app.post('/days/:id', async (req, res) => {
  const day = await db('days').where({ id: req.params.id }).first()
  await db('days').insert({ id: req.params.id, cups: day.cups + 1 }).onConflict('id').ignore()
  res.status(204).end()
})

// Said twice to the provider, it is so all the same.
app.post('/customers/:id/resume', async (req, res) => {
  const subscription = await db('subscriptions').where({ id: req.params.id }).first()
  if (!subscription.is_paused) return res.status(409).end()
  await stripe.subscriptions.update(subscription.stripe_id, { pause_collection: null })
  await db('subscriptions').where({ id: subscription.id }).update({ is_paused: false })
  res.status(204).end()
})

// The second of two is refused, because there is no discount any more.
app.post('/subscriptions/:id/full-price', async (req, res) => {
  const subscription = await db('subscriptions').where({ id: req.params.id }).first()
  if (!subscription.is_reduced) return res.status(409).end()
  await stripe.subscriptions.deleteDiscount(subscription.stripe_id)
  await db('subscriptions').where({ id: subscription.id }).update({ is_reduced: false })
  res.status(204).end()
})

app.post('/orders/:id/pay', async (req, res) => {
  const order = await db('orders').where({ id: req.params.id }).first() // expect: check-then-act
  if (order.is_paid) return res.status(409).end()
  await stripe.charges.create({ amount: order.total, currency: 'eur', source: String(req.body.source) })
  await db('orders').where({ id: order.id }).update({ is_paid: true })
  res.status(204).end()
})

// One note an hour is enough; two do no harm.
app.get('/orders/:id/log', async (req, res) => {
  const since = new Date(Date.now() - 3_600_000)
  const recent = await db('views').where({ order_id: req.params.id }).where('created_at', '>=', since).first() // expect-low: check-then-act
  if (!recent) await db('views').insert({ order_id: req.params.id })
  res.status(204).end()
})

// One row for each on the other side: the column that joins them is unique.
@Entity()
export class Shop {
  @PrimaryGeneratedColumn() id!: number
}

@Entity()
export class Branding {
  @PrimaryGeneratedColumn() id!: number
  @OneToOne(() => Shop) @JoinColumn({ name: 'shopId' }) shop!: Shop
  @Column() shopId!: number
  @Column() color!: string
}

const brandings: Repository<Branding> = new DataSource({ type: 'postgres' }).getRepository(Branding)

app.post('/shops/:id/branding', async (req, res) => {
  const shopId = Number(req.params.id)
  const known = await brandings.findOne({ where: { shopId } }) // expect-low: check-then-act
  if (known) return res.status(409).end()
  await brandings.save(brandings.create({ shopId, color: 'red' }))
  res.status(201).end()
})


app.listen(3000)
