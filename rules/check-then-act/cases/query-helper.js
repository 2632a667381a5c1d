const express = require('express')
const { Pool } = require('pg')

const pool = new Pool()
const query = (text, params) => pool.query(text, params)
const app = express()

app.post('/products/:sku/sell', async (req, res) => {
  const { rows } = await query('SELECT stock FROM products WHERE sku = $1', [req.params.sku]) // expect: check-then-act
  if (rows[0].stock < req.body.count) return res.sendStatus(409)
  await query('UPDATE products SET stock = $1 WHERE sku = $2', [rows[0].stock - req.body.count, req.params.sku])
  res.sendStatus(204)
})

app.post('/products/:sku/reserve', async (req, res) => {
  const { rows } = await query('SELECT stock FROM products WHERE sku = $1', [req.params.sku]) // expect: check-then-act
  if (rows[0].stock < req.body.count) return res.sendStatus(409)
  await query('UPDATE products SET stock = stock - $1 WHERE sku = $2', [req.body.count, req.params.sku])
  res.sendStatus(204)
})

app.post('/products/:sku/take', async (req, res) => {
  const { rowCount } = await query('UPDATE products SET stock = stock - $1 WHERE sku = $2 AND stock >= $1', [req.body.count, req.params.sku])
  res.sendStatus(rowCount === 0 ? 409 : 204)
})

module.exports = app
