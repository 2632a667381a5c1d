// The database says which rows of a table a transaction sees.
import express from 'express'
import knex from 'knex'

const db = knex({ client: 'pg' })
const app = express()

app.post('/rates/stop', async (req, res) => {
  await db.transaction(async (trx) => {
    await trx.raw(`SELECT set_config('app.tenant', ?, true)`, [String(req.headers['x-tenant'])])
    await trx('rates').update({ active: false }) // expect-low: unfiltered-write
  })
  res.end()
})
app.post('/notices/seen', async (_req, res) => {
  await db('notices').update({ seen: true }) // expect: unfiltered-write
  res.end()
})
app.listen(3000)
