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

function addRoutes() {
  app.get('/orders', async (req, res) => {
    const { rows } = await pool.query('SELECT id FROM orders WHERE owner = $1 LIMIT 20', [req.user.id])
    res.json(rows)
  })
  app.get('/invoices', (req, res) => res.json({ owner: req.user.id }))
  app.get('/seats', (req, res) => res.json({ owner: req.user.id }))
  app.use(handleErrors)
}

addRoutes()
app.use(requireAuth) // expect: middleware-order
app.listen(3000)
