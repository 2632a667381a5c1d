const express = require('express')
const { Pool } = require('pg')

const app = express()
const pool = new Pool()

const passOf = (customerId, gymId) => pool.query("SELECT id FROM passes WHERE customer_id = $1 AND gym_id = $2 AND status = 'active'", [customerId, gymId])

// Whoever tells the violation from other failures knows of the key, also where it is tried again without a column.
app.post('/gyms/:id/passes', async (req, res) => {
  const { customerId, note } = req.body
  const known = await passOf(customerId, req.params.id)
  if (known.rows.length > 0) return res.json(known.rows[0])
  try {
    await pool.query("INSERT INTO passes (customer_id, gym_id, status, note) VALUES ($1, $2, 'active', $3)", [customerId, req.params.id, note])
  } catch (error) {
    if (String(error.message).includes('note')) await pool.query("INSERT INTO passes (customer_id, gym_id, status) VALUES ($1, $2, 'active')", [customerId, req.params.id])
    else if (error.code === '23505') return res.json((await passOf(customerId, req.params.id)).rows[0])
    else throw error
  }
  res.status(201).end()
})

// The same key.
app.post('/desk/passes', async (req, res) => {
  const { customerId, gymId } = req.body
  const known = await passOf(customerId, gymId)
  if (known.rows.length > 0) return res.status(409).end()
  await pool.query("INSERT INTO passes (customer_id, gym_id, status) VALUES ($1, $2, 'active')", [customerId, gymId])
  res.status(201).end()
})

app.listen(3000)
