import express from 'express'
import { Pool } from 'pg'

const app = express()
const pool = new Pool()

class CustomerRepository {
  search(term: string, sort: string) {
    return pool.query(`SELECT id FROM customers WHERE name LIKE '%${term}%' ORDER BY ${sort}`) // expect: sql-injection
  }

  byId(id: number) {
    return pool.query(`SELECT id FROM customers WHERE id = ${id}`)
  }

  where(filter: { city: string }) {
    return pool.query("SELECT id FROM customers WHERE city = '" + filter.city + "'") // expect: sql-injection
  }
}

const customers = new CustomerRepository()

app.get('/customers', async (req, res) => {
  const { term } = req.query
  const { rows } = await customers.search(String(term), req.query.sort as string)
  res.json(rows)
})

app.get('/customers/:id', async (req, res) => {
  const { rows } = await customers.byId(Number(req.params.id))
  res.json(rows)
})

app.post('/customers/filter', async (req, res) => {
  const { rows } = await customers.where({ city: req.body.city })
  res.json(rows)
})

app.get('/orders', async (req, res) => {
  const { rows } = await pool.query(`SELECT id FROM orders WHERE status = '${req.query.status}'`) // expect: sql-injection
  res.json(rows)
})

app.get('/orders/sorted', async (req, res) => {
  const sort = String(req.query.sort)
  const columns: Record<string, string> = { date: 'created_at', total: 'total' }
  if (!['date', 'total'].includes(sort)) return void res.status(400).end()
  const { rows } = await pool.query(`SELECT id FROM orders ORDER BY ${sort}`)
  const mapped = await pool.query(`SELECT id FROM orders ORDER BY ${columns[sort]}`)
  res.json([rows, mapped.rows])
})

app.get('/orders/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT id FROM orders WHERE id = $1', [req.params.id])
  res.json(rows)
})

app.get('/orders/several', async (req, res) => {
  const names = String(req.query.names).split(',')
  const { rows } = await pool.query(`SELECT id FROM orders WHERE name IN (${names.map((name) => `'${name}'`).join(',')})`) // expect: sql-injection
  res.json(rows)
})

// What is asked for of a list that was made anew is one property of its elements.
function condition(filters: { column: string; value: string }[]) {
  const known = filters.map((filter) => ({ filter, at: Date.now() }))
  return known.map(({ filter }) => `${filter.column} = ?`).join(' AND ')
}

app.get('/customers/matching', async (req, res) => {
  const filters = [{ column: 'city', value: String(req.query.city) }]
  const { rows } = await pool.query(`SELECT id FROM customers WHERE ${condition(filters)}`, filters.map(({ value }) => value))
  res.json(rows)
})
