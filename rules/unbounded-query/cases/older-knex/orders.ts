import express from 'express'
import Knex = require('knex')

export const db: Knex = Knex({ client: 'pg' })
const app = express()

app.post('/orders', async (req, res) => {
  await db('orders').insert({ total: 1 })
  res.json(await db('orders').select('id')) // expect: unbounded-query
})

app.listen(3000)
