// Guards that are taken out of an object under another name, and hand an error on when the password is wrong.
const express = require('express')
const basicAuth = require('basic-auth')
const tsscmp = require('tsscmp')
const { Pool } = require('pg')

const db = new Pool()

function isPartner(req) {
  const given = basicAuth(req)
  return given !== undefined && tsscmp(given.pass, process.env.PARTNER_PASSWORD)
}

function letPartnersIn(req, res, next) {
  if (isPartner(req)) return next()
  const error = new Error('not known')
  error.statusCode = 401
  error.headers = { 'WWW-Authenticate': 'Basic realm="Partners"' }
  return next(error)
}

// It refuses what is too new, whoever asks.
function letCurrentIn(req, res, next) {
  if (req.headers['x-version'] === '2') return next()
  const error = new Error('not supported')
  error.statusCode = 400
  return next(error)
}

function handlersBySender() {
  const handlers = {}
  handlers.partner = letPartnersIn
  handlers.current = letCurrentIn
  return handlers
}

const { partner: onlyPartners, current: onlyCurrent } = handlersBySender()

const stored = async (req, res) => {
  await db.query('INSERT INTO imports (body) VALUES ($1)', [JSON.stringify(req.body)])
  res.json({ ok: true })
}

const stock = express.Router()
stock.post('/stock/import', onlyPartners, stored)

const prices = express.Router()
prices.post('/prices/import', onlyCurrent, stored) // expect: missing-rate-limit

const app = express()
app.use('/partners', stock)
app.use('/public', prices)
app.listen(3000)
