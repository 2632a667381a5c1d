import express from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })

app.get('/booking', async (_req, res) => {
  const other = await fetch('http://pricing:3000/')
  res.json([await db('rates').where({ day: 'monday' }).first(), other.status])
})

app.listen(3000)
