import express from 'express'
import knex from 'knex'

const app = express()
const db = knex({ client: 'pg' })

app.post('/charges', async (_req, res) => {
  await db('invoices').where({ paid: false }).update({ paid: true })
  await fetch(`${process.env.MAIL_SERVICE_URL}/send`, { method: 'POST' })
  res.end()
})

app.listen(3000)
