import express from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })

app.get('/wallets', async (_req, res) => {
  res.json(await db('wallets').where({ id: 1 }).first())
})

app.listen(3000)
