const async = require('async')
const express = require('express')
const { Pool } = require('pg')

const pool = new Pool()
const app = express()

const visits = async.queue(async (visit) => {
  await pool.query('INSERT INTO visits (path) VALUES ($1)', [visit.path])
})
visits.error((error) => console.error('a visit was lost', error))

async function show(req, res) {
  const { rows } = await pool.query('SELECT * FROM orders WHERE id = $1', [req.params.id])
  res.json(rows[0])
}

app.get('/orders/:id', (req, res) => {
  // Without a callback the queue reports failures of its worker to `error` only.
  visits.push({ path: req.path }) // expect-low: floating-promise
  show(req, res) // expect: floating-promise
})
