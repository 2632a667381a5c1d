const express = require('express')
const pool = require('./pool')
const { findCustomer, setPoints, takePoints } = require('./customers')
const app = express()
app.use(express.json())

app.post('/redeem', async (req, res) => {
  const customer = await findCustomer(req.body.id)
  if (customer.points < req.body.cost) return res.status(402).end()
  await setPoints(customer.id, customer.points - req.body.cost) // expect: check-then-act
  res.end()
})
app.post('/redeem/computed', async (req, res) => {
  const customer = await findCustomer(req.body.id)
  if (customer.points < req.body.cost) return res.status(402).end()
  await takePoints(req.body.id, req.body.cost) // expect: check-then-act
  res.end()
})
app.post('/redeem/inline', async (req, res) => {
  const { rows: [customer] } = await pool.query('SELECT * FROM customers WHERE id = $1', [req.body.id])
  if (customer.points < req.body.cost) return res.status(402).end()
  await pool.query('UPDATE customers SET points = $1 WHERE id = $2', [customer.points - req.body.cost, req.body.id]) // expect: check-then-act
  res.end()
})
app.post('/redeem/in-a-transaction', async (req, res) => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await client.query('SELECT points FROM customers WHERE id = $1', [req.body.id])
    const points = result.rows[0].points
    if (points < req.body.cost) { await client.query('ROLLBACK'); return res.status(402).end() }
    await client.query('UPDATE customers SET points = $1 WHERE id = $2', [points - req.body.cost, req.body.id]) // expect: check-then-act
    await client.query('COMMIT')
    res.end()
  } catch (e) {
    await client.query('ROLLBACK')
    throw e
  } finally {
    client.release()
  }
})
app.post('/redeem/locked', async (req, res) => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await client.query('SELECT points FROM customers WHERE id = $1 FOR UPDATE', [req.body.id])
    const points = result.rows[0].points
    if (points < req.body.cost) { await client.query('ROLLBACK'); return res.status(402).end() }
    await client.query('UPDATE customers SET points = $1 WHERE id = $2', [points - req.body.cost, req.body.id])
    await client.query('COMMIT')
    res.end()
  } catch (e) {
    await client.query('ROLLBACK')
    throw e
  } finally {
    client.release()
  }
})
app.post('/redeem/conditional', async (req, res) => {
  const result = await pool.query('UPDATE customers SET points = points - $1 WHERE id = $2 AND points >= $1', [req.body.cost, req.body.id])
  if (result.rowCount === 0) return res.status(402).end()
  res.end()
})
app.post('/book', async (req, res) => {
  const existing = await pool.query('SELECT 1 FROM bookings WHERE room_id = $1 AND day = $2', [req.body.room, req.body.day])
  if (existing.rowCount > 0) return res.status(409).end()
  await pool.query('INSERT INTO bookings (room_id, day) VALUES ($1, $2)', [req.body.room, req.body.day]) // expect: check-then-act
  res.end()
})
app.post('/book/limited', async (req, res) => {
  const room = (await pool.query('SELECT capacity FROM rooms WHERE id = $1', [req.body.room])).rows[0]
  const { rows } = await pool.query('SELECT count(*) FROM bookings WHERE room_id = $1', [req.body.room])
  if (parseInt(rows[0].count, 10) >= room.capacity) return res.status(409).end()
  await pool.query('INSERT INTO bookings (room_id, day) VALUES ($1, $2)', [req.body.room, req.body.day]) // expect: check-then-act
  res.end()
})
app.listen(3000)
