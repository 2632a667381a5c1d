const express = require('express')
const Redis = require('ioredis')
const bcrypt = require('bcrypt')
const { Pool } = require('pg')

const redis = new Redis()
const pool = new Pool()
const app = express()

// It counts and refuses, whatever it is called.
const guard = async (req, res, next) => {
  const hits = await redis.incr(req.ip)
  if (hits > 5) return res.status(429).json({ error: 'slow down' })
  next()
}
// It is called a limiter and does nothing.
const rateLimiter = (req, res, next) => next()
const catchErrors = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next)

// Known by what it does: it compares a password.
app.post('/session', catchErrors(async (req, res) => { // expect: missing-rate-limit
  res.json(await bcrypt.compare(req.body.password, req.body.hash))
}))
app.post('/session/limited', guard, catchErrors(async (req, res) => {
  res.json(await bcrypt.compare(req.body.password, req.body.hash))
}))

const accounts = express.Router()
accounts.post('/login', rateLimiter, (req, res) => res.json({})) // expect: missing-rate-limit
app.use('/accounts', accounts)

const limited = express.Router()
limited.use(guard)
limited.post('/login', (req, res) => res.json({}))
app.use('/limited', limited)

// Dear work for everybody.
const catalogue = express.Router()
catalogue.get('/search', async (req, res) => { // expect: missing-rate-limit
  const { rows } = await pool.query('SELECT id FROM products WHERE name ILIKE $1 LIMIT 20', [req.query.term])
  res.json(rows)
})
app.use('/catalogue', catalogue)

// Behind a guard, for work that is no login.
const requireSession = (req, res, next) => (req.headers.authorization ? next() : res.status(401).end())
const members = express.Router()
members.use(requireSession)
members.get('/search', async (req, res) => {
  const { rows } = await pool.query('SELECT id FROM orders WHERE name ILIKE $1 LIMIT 20', [req.query.term])
  res.json(rows)
})
app.use('/members', members)

app.post('/webhooks/login', (req, res) => res.json({}))
app.post('/internal/token', (req, res) => res.json({}))
