import express from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })

app.post('/orders', async (req, res) => {
  await db('orders').insert({ sku: String(req.body.sku) })
  await db('invoices').insert({ sku: String(req.body.sku) })
  await fetch('http://billing:3000/charges', { method: 'POST' })
  res.status(201).end()
})

app.listen(3000)
