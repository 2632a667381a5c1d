const express = require('express')
const jwt = require('jsonwebtoken')
const { Pool } = require('pg')

const pool = new Pool()
const app = express()

function requireAuth(req, res, next) {
  const token = req.headers.authorization
  if (!token) return res.sendStatus(401)
  req.user = jwt.verify(token, process.env.JWT_SECRET)
  next()
}

function handleErrors(error, req, res, next) {
  res.status(500).json({ error: 'internal error' })
}

// It is called when the database answers: by then, all that stands beside it is registered.
function addRoutes() {
  app.get('/orders', async (req, res) => {
    const { rows } = await pool.query('SELECT id FROM orders WHERE owner = $1 LIMIT 20', [req.user.id])
    res.json(rows)
  })
  app.get('/invoices', (req, res) => res.json({ owner: req.user.id }))
  app.get('/seats', (req, res) => res.json({ owner: req.user.id }))
  app.use(handleErrors)
}

app.use(requireAuth)

pool.query('SELECT 1').then(() => {
  addRoutes()
  app.listen(3000)
})
