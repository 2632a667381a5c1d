const express = require('express')
const mysql = require('mysql2/promise')
const { Pool } = require('pg')

const pool = new Pool()

const db = {
  query: (text, params) => pool.query(text, params),
  client: () => pool.connect(),
}

class Wallets {
  constructor(config) {
    this.pool = mysql.createPool(config)
  }

  async run(sql, params) {
    const connection = await this.pool.getConnection()
    try {
      const [rows] = await connection.execute(sql, params)
      return rows
    } finally {
      connection.release()
    }
  }

  async transaction(work) {
    const connection = await this.pool.getConnection()
    try {
      await connection.beginTransaction()
      const result = await work(connection)
      await connection.commit()
      return result
    } catch (error) {
      await connection.rollback()
      throw error
    } finally {
      connection.release()
    }
  }
}

const wallets = new Wallets({})
const app = express()

// The text is only known where the helper is called.
app.post('/orders', async (req, res) => {
  const { rows } = await db.query('INSERT INTO orders (customer_id) VALUES ($1) RETURNING id', [req.body.customer]) // expect: missing-transaction
  for (const line of req.body.lines) await db.query('INSERT INTO order_lines (order_id, product) VALUES ($1, $2)', [rows[0].id, line.product])
  res.json(rows[0])
})

app.post('/orders/one', async (req, res) => {
  const client = await db.client()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query('INSERT INTO orders (customer_id) VALUES ($1) RETURNING id', [req.body.customer])
    await client.query('INSERT INTO order_lines (order_id, product) VALUES ($1, $2)', [rows[0].id, req.body.product])
    await client.query('COMMIT')
    res.json(rows[0])
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
})

app.post('/orders/split', async (req, res) => {
  const client = await db.client()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query('INSERT INTO orders (customer_id) VALUES ($1) RETURNING id', [req.body.customer])
    await db.query('INSERT INTO order_lines (order_id, product) VALUES ($1, $2)', [rows[0].id, req.body.product]) // expect: escaped-transaction
    await client.query('COMMIT')
    res.json(rows[0])
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
})

app.post('/transfers', async (req, res) => {
  await wallets.run('UPDATE wallets SET balance = balance - ? WHERE id = ?', [req.body.amount, req.body.from]) // expect: missing-transaction
  await wallets.run('UPDATE wallets SET balance = balance + ? WHERE id = ?', [req.body.amount, req.body.to])
  res.sendStatus(204)
})

app.post('/transfers/one', async (req, res) => {
  await wallets.transaction(async (connection) => {
    await connection.execute('UPDATE wallets SET balance = balance - ? WHERE id = ?', [req.body.amount, req.body.from])
    await connection.execute('UPDATE wallets SET balance = balance + ? WHERE id = ?', [req.body.amount, req.body.to])
  })
  res.sendStatus(204)
})

app.get('/pages/:id', async (req, res) => {
  const { rows } = await db.query('SELECT * FROM pages WHERE id = $1', [req.params.id])
  await db.query('UPDATE pages SET shown_at = now() WHERE id = $1', [req.params.id])
  res.json(rows)
})

module.exports = app
