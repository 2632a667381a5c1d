import express from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })

app.get('/halls', async (_req, res) => {
  res.json(await db('halls').where({ id: 1 }).first())
})

app.listen(3000)
