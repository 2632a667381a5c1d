// A route that answers "too many requests" by what it remembers.
import express from 'express'
import nodemailer from 'nodemailer'
import { Pool } from 'pg'

const pool = new Pool()
const mailer = nodemailer.createTransport({})
const app = express()
const PAUSE = 30

const until = (now: number, then: number) => Math.max(0, then - now)

app.post('/accounts/:id/send-otp', async (req, res) => {
  const { rows } = await pool.query('SELECT email, sent_at FROM accounts WHERE id = $1', [req.params.id])
  const now = Date.now()
  const remaining = until(now, Number(rows[0].sent_at) + PAUSE * 1000)
  if (remaining > 0) return res.status(429).json({ error: 'Not yet', seconds: Math.ceil(remaining / 1000) })
  await mailer.sendMail({ to: rows[0].email, text: String(now) })
  await pool.query('UPDATE accounts SET sent_at = $1 WHERE id = $2', [now, req.params.id])
  res.end()
})

// What somebody else answers says nothing of what is asked here.
app.post('/accounts/:id/verify-otp', async (req, res) => { // expect: missing-rate-limit
  const response = await fetch('https://codes.example.com', { method: 'POST', body: JSON.stringify({ code: req.body.code, at: Date.now() }) })
  if (response.status >= 429) return res.status(429).end()
  res.end()
})
