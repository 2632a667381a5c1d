import express from 'express'
import { knex } from 'knex'

const db = knex({ client: 'pg' })
const app = express()
app.use(express.json())

async function take(walletId: number, amount: number) {
  await db('wallets').where({ id: walletId }).where('balance', '>=', amount).decrement('balance', amount)
}

async function give(walletId: number, amount: number) {
  await db('wallets').where({ id: walletId }).increment('balance', amount)
}

// A transfer whose two halves stand in functions of their own.
app.post('/transfers', async (req, res) => {
  await take(req.body.from, req.body.amount) // expect: missing-transaction
  await give(req.body.to, req.body.amount)
  res.sendStatus(204)
})

// One row that is changed twice.
app.post('/wallets/:id/close', async (req, res) => {
  await db('wallets').where({ id: req.params.id }).update({ status: 'closing' })
  await db('wallets').where({ id: req.params.id, status: 'closing' }).update({ status: 'closed' })
  res.sendStatus(204)
})

// Half of the stock is taken when the third item fails.
app.post('/baskets', async (req, res) => {
  for (const item of req.body.items) {
    await db('stock').where({ product_id: item.productId }).decrement('amount', item.quantity) // expect: missing-transaction
  }
  res.sendStatus(204)
})

// Setting what is given can be done again as a whole.
app.put('/prices', async (req, res) => {
  for (const price of req.body.prices) {
    await db('prices').where({ product_id: price.productId }).update({ amount: price.amount })
  }
  res.sendStatus(204)
})

async function verifyCustomer(id: number) {
  const customer = await db('customers').where({ id }).first()
  await db('customers').where({ id }).update({ tier: customer.total > 1000 ? 'gold' : 'basic' })
  return customer
}

// What a function that looks at something writes on the way would be written the next time as well.
app.post('/orders', async (req, res) => {
  const customer = await verifyCustomer(req.body.customerId) // expect-low: missing-transaction
  await db('orders').insert({ customer_id: customer.id, total: req.body.total })
  res.sendStatus(201)
})

async function markAsOpened(id: number) {
  await db('carts').where({ id }).update({ opened: true })
}

// Nobody waits for the first, and its failure ends nothing.
app.post('/carts/:id', async (req, res) => {
  markAsOpened(Number(req.params.id)).catch((error) => console.error('cart', error)) // expect-low: missing-transaction
  await db('orders').insert({ cart_id: req.params.id })
  res.sendStatus(201)
})
