import express from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })

app.get('/worker', async (_req, res) => {
  res.json(await db('seats').where({ hall: 1 }).first())
})

app.listen(3000)
