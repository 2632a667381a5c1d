// What is false unless all went well says by itself that it did not.
import express from 'express'
import { Pool } from 'pg'

const pool = new Pool()
const app = express()

async function isOwner(id: string): Promise<boolean> {
  let owns = false
  try {
    const found = await pool.query('SELECT 1 FROM shops WHERE id = $1', [id])
    if (found.rowCount === 0) return false
    owns = true
  } catch {} // expect-low: swallowed-error
  return owns
}

async function keep(id: string): Promise<boolean> {
  let isNew = false
  try {
    await pool.query('INSERT INTO shops (id) VALUES ($1)', [id])
  } catch {} // expect: swallowed-error
  isNew = true
  return isNew
}

app.get('/shops/:id/owner', async (req, res) => {
  res.json({ owns: await isOwner(req.params.id) })
})
app.post('/shops/:id', async (req, res) => {
  res.json({ isNew: await keep(req.params.id) })
})
app.listen(3000)
