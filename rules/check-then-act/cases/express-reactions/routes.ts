import express from 'express'
import { Pool } from 'pg'

const pool = new Pool()
const app = express()

// The kind is part of the key, and part of what is asked.
app.post('/comments/:id/like', async (req, res) => {
  const found = await pool.query(`SELECT 1 FROM reaction WHERE entity_type='comment' AND entity_id=$1 AND visitor=$2`, [req.params.id, req.body.visitor]) // expect-low: check-then-act
  if (found.rows.length === 0) {
    await pool.query(`INSERT INTO reaction (entity_type, entity_id, visitor) VALUES ('comment', $1, $2)`, [req.params.id, req.body.visitor])
  }
  res.sendStatus(204)
})

// All rows that are made here are of one kind: of two at once, the second fails on the key.
app.post('/posts/:id/like', async (req, res) => {
  const found = await pool.query(`SELECT 1 FROM reaction WHERE entity_id=$1 AND visitor=$2`, [req.params.id, req.body.visitor]) // expect-low: check-then-act
  if (found.rows.length === 0) {
    await pool.query(`INSERT INTO reaction (entity_type, entity_id, visitor) VALUES ('post', $1, $2)`, [req.params.id, req.body.visitor])
  }
  res.sendStatus(204)
})
