import Fastify from 'fastify'
import knex from 'knex'
import { Pool } from 'pg'

const app = Fastify()
const pool = new Pool()
const db = knex({ client: 'pg' })

interface Transfer {
  Params: { id: string }
  Body: { amount: number; email: string }
}

app.post<Transfer>('/wallets/:id', async (request) => {
  const { rows } = await pool.query('SELECT id, balance FROM wallets WHERE id = $1', [request.params.id])
  const [wallet] = rows
  if (wallet.balance < request.body.amount) throw new Error('too little')
  await pool.query('UPDATE wallets SET balance = $1 WHERE id = $2', [wallet.balance - request.body.amount, wallet.id]) // expect: check-then-act
  return {}
})

app.post<Transfer>('/wallets/:id/relative', async (request) => {
  const { rowCount } = await pool.query('UPDATE wallets SET balance = balance - $1 WHERE id = $2 AND balance >= $1', [request.body.amount, request.params.id])
  if (rowCount === 0) throw new Error('too little')
  return {}
})

app.post<Transfer>('/wallets/:id/locked', async (request) => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query('SELECT id, balance FROM wallets WHERE id = $1 FOR UPDATE', [request.params.id])
    if (rows[0].balance < request.body.amount) throw new Error('too little')
    await client.query('UPDATE wallets SET balance = $1 WHERE id = $2', [rows[0].balance - request.body.amount, request.params.id])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  return {}
})

app.post<Transfer>('/products/:id', async (request) => {
  const product = await db('products').where({ id: request.params.id }).first()
  if (product.stock < request.body.amount) throw new Error('sold out')
  await db('products').where({ id: product.id }).update({ stock: product.stock - request.body.amount }) // expect: check-then-act
  return {}
})

app.post<Transfer>('/products/:id/atomic', async (request) => {
  const changed = await db('products').where({ id: request.params.id }).where('stock', '>=', request.body.amount).decrement('stock', request.body.amount)
  if (changed === 0) throw new Error('sold out')
  return {}
})

app.post<Transfer>('/products/:id/locked', async (request) => {
  await db.transaction(async (trx) => {
    const product = await trx('products').where({ id: request.params.id }).forUpdate().first()
    if (product.stock < request.body.amount) throw new Error('sold out')
    await trx('products').where({ id: product.id }).update({ stock: product.stock - request.body.amount })
  })
  return {}
})

app.post<Transfer>('/subscribers', async (request) => {
  const known = await db('subscribers').where('email', request.body.email).first()
  if (known) throw new Error('subscribed before')
  await db('subscribers').insert({ email: request.body.email }) // expect-low: check-then-act
  return {}
})

app.post<Transfer>('/subscribers/merged', async (request) => {
  const known = await db('subscribers').where('email', request.body.email).first()
  if (known) throw new Error('subscribed before')
  await db('subscribers').insert({ email: request.body.email }).onConflict('email').ignore()
  return {}
})

app.post<Transfer>('/wallets/:id/other', async (request) => {
  const { rows } = await pool.query('SELECT id, balance FROM wallets WHERE id = $1', [request.params.id])
  await pool.query('UPDATE wallets SET label = $1 WHERE id = $2', [`${rows[0].balance} coins`, rows[0].id])
  return {}
})
