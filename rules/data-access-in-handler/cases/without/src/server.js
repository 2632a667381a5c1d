const express = require('express')
const { Pool } = require('pg')

const pool = new Pool()
const app = express()

// A project without a layer for it has nowhere else to query.
app.get('/wallets/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM wallets WHERE id = $1', [req.params.id])
  res.json(rows[0])
})

app.post('/wallets', async (req, res) => {
  await pool.query('INSERT INTO wallets (owner) VALUES ($1)', [req.body.owner])
  res.end()
})
