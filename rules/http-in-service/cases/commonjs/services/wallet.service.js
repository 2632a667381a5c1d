const { Pool } = require('pg')

const pool = new Pool()

async function topUp(req, res) { // expect: http-in-service
  const { rows } = await pool.query('UPDATE wallets SET balance = balance + $1 WHERE id = $2 RETURNING balance', [req.body.amount, req.params.id])
  if (rows.length === 0) return res.status(404).json({ error: 'no such wallet' })
  return res.json(rows[0])
}

// `request` is a row here, and `c` a character.
async function approve(request, c) {
  await pool.query('UPDATE payouts SET state = $1, note = $2 WHERE id = $3', ['approved', c.toUpperCase(), request.id])
}

module.exports = { topUp, approve }
