// TypeScript that loads modules as JavaScript does.
const express = require('express')
const { Pool } = require('pg')
const { findInvoices } = require('./invoices')

const pool = new Pool()
const app = express()

app.get('/orders', async (req: any, res: any) => {
  const { rows } = await pool.query(`SELECT id FROM orders WHERE customer = '${req.query.customer}' LIMIT 20`) // expect: sql-injection
  res.json(rows)
})
app.get('/invoices', async (req: any, res: any) => {
  res.json(await findInvoices(req.query.customer))
})
app.get('/orders/:id', async (req: any, res: any) => {
  const { rows } = await pool.query('SELECT id FROM orders WHERE id = $1', [req.params.id])
  res.json(rows)
})
