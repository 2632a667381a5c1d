const express = require('express')
const cookieParser = require('cookie-parser')
const mysql = require('mysql2')

const db = mysql.createPool(process.env.DATABASE_URL)
const app = express()
app.use(cookieParser())

// Built over statements.
app.get('/orders', (req, res) => {
  let sql = 'SELECT id FROM orders WHERE 1 = 1'
  if (req.query.status) sql += " AND status = '" + req.query.status + "'" // expect: sql-injection
  sql += ' ORDER BY id'
  db.query(sql, (error, rows) => res.json(error || rows))
})

// Conditions collected in a list.
app.get('/orders/list', (req, res) => {
  const where = []
  if (req.query.status) where.push(`status = '${req.query.status}'`) // expect: sql-injection
  if (req.query.city) where.push(`city = '${req.query.city}'`)
  db.query('SELECT id FROM orders WHERE ' + where.join(' AND '), (error, rows) => res.json(error || rows))
})

// Conditions collected and their values bound.
app.get('/orders/list/bound', (req, res) => {
  const where = []
  const values = []
  if (req.query.status) {
    where.push('status = ?')
    values.push(req.query.status)
  }
  db.query('SELECT id FROM orders WHERE ' + where.join(' AND '), values, (error, rows) => res.json(error || rows))
})

// A default parameter.
function byStatus(status, sort = 'id') {
  return db.promise().query(`SELECT id FROM orders WHERE status = ? ORDER BY ${sort}`, [status]) // expect: sql-injection
}
app.get('/orders/by-status', async (req, res) => res.json(await byStatus(req.query.status, req.query.sort)))

// A service object, an options object.
const service = {
  find({ city, order = 'id' }) {
    return db.promise().query(`SELECT id FROM orders WHERE city = '${city}' ORDER BY ${order}`) // expect: sql-injection
  },
}
app.post('/orders/find', async (req, res) => res.json(await service.find({ city: req.body.city })))

// A constructor and its field.
class Report {
  constructor(month) {
    this.month = month
  }
  run() {
    return db.promise().query(`SELECT total FROM reports WHERE month = '${this.month}'`) // expect: sql-injection
  }
}
app.get('/reports', async (req, res) => res.json(await new Report(req.query.month).run()))

// Middleware leaves it on the request.
app.use((req, res, next) => {
  req.tenant = req.headers['x-tenant']
  next()
})
app.get('/tenants', (req, res) => {
  db.query(`SELECT id FROM tenants WHERE name = '${req.tenant}'`, (error, rows) => res.json(error || rows)) // expect: sql-injection
})

// Cookies and headers.
app.get('/session', (req, res) => {
  db.query("SELECT id FROM sessions WHERE token = '" + req.cookies.token + "'", (error, rows) => res.json(error || rows)) // expect: sql-injection
})
app.get('/keys', (req, res) => {
  db.query("SELECT id FROM api_keys WHERE secret = '" + req.get('x-api-key') + "'", (error, rows) => res.json(error || rows)) // expect: sql-injection
})
app.get('/keys/header', (req, res) => {
  db.query("SELECT id FROM api_keys WHERE secret = '" + req.header('x-api-key') + "'", (error, rows) => res.json(error || rows)) // expect: sql-injection
})

// Text with a name put in.
app.get('/replaced', (req, res) => {
  const template = "SELECT id FROM orders WHERE city = ':city'"
  db.query(template.replace(':city', req.query.city), (error, rows) => res.json(error || rows)) // expect: sql-injection
})
app.get('/formatted', (req, res) => {
  const util = require('util')
  db.query(util.format("SELECT id FROM orders WHERE city = '%s'", req.query.city), (error, rows) => res.json(error || rows)) // expect: sql-injection
})

// A map keyed by what was sent, and one with what was sent in it.
const COLUMNS = { date: 'placed_at', total: 'total' }
app.get('/mapped', (req, res) => {
  db.query(`SELECT id FROM orders ORDER BY ${COLUMNS[req.query.sort] || 'id'}`, (error, rows) => res.json(error || rows))
})
app.get('/filters', (req, res) => {
  const filters = Object.entries(req.query).map(([key, value]) => `${key} = '${value}'`)
  db.query(`SELECT id FROM orders WHERE ${filters.join(' AND ')}`, (error, rows) => res.json(error || rows)) // expect: sql-injection
})
app.post('/keys-of-the-body', (req, res) => {
  const columns = Object.keys(req.body).join(', ')
  db.query(`INSERT INTO orders (${columns}) VALUES (?)`, [Object.values(req.body)], (error) => res.json(error)) // expect: sql-injection
})

// Loops.
app.post('/many', (req, res) => {
  for (const id of req.body.ids) db.query('DELETE FROM orders WHERE id = ' + id, () => {}) // expect: sql-injection
  res.end()
})
app.post('/several', (req, res) => {
  db.query(`DELETE FROM orders WHERE id IN (${req.body.ids.join(',')})`, () => res.end()) // expect: sql-injection
})
app.post('/several/placeholders', (req, res) => {
  db.query(`DELETE FROM orders WHERE id IN (${req.body.ids.map(() => '?').join(',')})`, req.body.ids, () => res.end())
})
app.post('/several/numbers', (req, res) => {
  db.query(`DELETE FROM orders WHERE id IN (${req.body.ids.map(Number).join(',')})`, () => res.end())
})

// ---- Quiet neighbours -------------------------------------------------------------------------------------

app.get('/quiet/number', (req, res) => {
  const page = parseInt(req.query.page, 10) || 1
  const size = +req.query.size
  db.query(`SELECT id FROM orders LIMIT ${size} OFFSET ${(page - 1) * 20}`, (error, rows) => res.json(error || rows))
})
app.get('/quiet/direction', (req, res) => {
  const direction = req.query.direction === 'desc' ? 'DESC' : 'ASC'
  db.query(`SELECT id FROM orders ORDER BY id ${direction}`, (error, rows) => res.json(error || rows))
})
app.get('/quiet/switch', (req, res) => {
  let column
  switch (req.query.sort) {
    case 'date':
      column = 'placed_at'
      break
    default:
      column = 'id'
  }
  db.query(`SELECT id FROM orders ORDER BY ${column}`, (error, rows) => res.json(error || rows))
})
app.get('/quiet/in', (req, res) => {
  const { sort } = req.query
  if (!(sort in COLUMNS)) return res.status(400).end()
  db.query(`SELECT id FROM orders ORDER BY ${sort}`, (error, rows) => res.json(error || rows))
})
app.get('/quiet/set', (req, res) => {
  const allowed = new Set(['id', 'total'])
  const sort = allowed.has(req.query.sort) ? req.query.sort : 'id'
  db.query(`SELECT id FROM orders ORDER BY ${sort}`, (error, rows) => res.json(error || rows))
})
app.get('/quiet/escape', (req, res) => {
  db.query('SELECT id FROM orders WHERE city = ' + mysql.escape(req.query.city), (error, rows) => res.json(error || rows))
})

// A statement with its values, or text alone.
const { Pool } = require('pg')
const pool = new Pool()
const statementOf = (statement) => (typeof statement === 'string' ? { text: statement } : statement)
function execute(statement) {
  const query = statementOf(statement)
  return pool.query(query.text, query.values)
}
app.get('/quiet/statement', async (req, res) => {
  res.json(await execute({ text: 'SELECT id FROM orders WHERE city = $1', values: [req.query.city] }))
})

// Names and values of whatever was sent, out of the pairs of an object.
function matching(filters) {
  let clause = 'WHERE 1 = 1'
  for (const [name, value] of Object.entries(filters)) clause += ` AND ${name} = '${value}'`
  return clause
}
app.get('/orders/matching', (req, res) => {
  db.query('SELECT id FROM orders ' + matching(req.query), (error, rows) => res.json(error || rows)) // expect: sql-injection
})

// One of a list, whichever way it is written.
const DIRECTIONS = ['ASC', 'DESC']
app.get('/orders/sorted', (req, res) => {
  const direction = DIRECTIONS.includes(req.query.direction?.toUpperCase()) ? req.query.direction.toUpperCase() : 'ASC'
  db.query(`SELECT id FROM orders ORDER BY id ${direction}`, (error, rows) => res.json(error || rows))
})
