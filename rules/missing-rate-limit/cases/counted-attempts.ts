import bcrypt from 'bcrypt'
import express, { Router, type Request, type Response } from 'express'
import jwt from 'jsonwebtoken'
import { Pool } from 'pg'

const db = new Pool()
const app = express()

interface Code {
  readonly id: number
  readonly value: string
  readonly attempts: number
}

async function lastCode(phone: string): Promise<Code | undefined> {
  const { rows } = await db.query<Code>('SELECT id, value, attempts FROM codes WHERE phone = $1 ORDER BY id DESC LIMIT 1', [phone])
  return rows[0]
}

async function incrementAttempts(id: number): Promise<void> {
  await db.query('UPDATE codes SET attempts = attempts + 1 WHERE id = $1', [id])
}

// ---- A code takes three guesses --------------------------------------------------------------------------------------

async function checkCode(phone: string, value: string): Promise<boolean> {
  const code = await lastCode(phone)
  if (code && code.attempts > 3) {
    throw new Error('Ask for another code')
  }
  if (code?.value === value) return true
  if (code) await incrementAttempts(code.id)
  return false
}

const codes = Router()
codes.post('/verify-otp', async (req: Request, res: Response) => {
  res.json({ ok: await checkCode(String(req.body.phone), String(req.body.code)) })
})

// Attempts are counted, and nobody looks how many there were.
const counted = Router()
counted.post('/verify-otp', async (req: Request, res: Response) => { // expect: missing-rate-limit
  const code = await lastCode(String(req.body.phone))
  if (code && code.value !== req.body.code) await incrementAttempts(code.id)
  res.json({ ok: code?.value === req.body.code })
})

// ---- An account is locked for a while ----------------------------------------------------------------------------------

const members = Router()
members.post('/login', async (req: Request, res: Response) => {
  const { rows } = await db.query<{ id: number; hash: string; locked_until: Date }>('SELECT id, hash, locked_until FROM members WHERE email = $1 LIMIT 1', [req.body.email])
  const member = rows[0]
  if (!member) return void res.sendStatus(401)
  if (member.locked_until > new Date()) return void res.sendStatus(423)
  const isRight = await bcrypt.compare(String(req.body.password), member.hash)
  if (!isRight) await db.query('UPDATE members SET failed_logins = failed_logins + 1 WHERE id = $1', [member.id])
  res.json({ isRight })
})

// ---- What was sent lately is counted -----------------------------------------------------------------------------------

async function countRecent(phone: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>("SELECT count(*) AS count FROM codes WHERE phone = $1 AND created_at > now() - interval '1 hour'", [phone])
  return rows[0]?.count ?? 0
}

const senders = Router()
senders.post('/send-otp', async (req: Request, res: Response) => {
  const recentCodesCount = await countRecent(String(req.body.phone))
  if (recentCodesCount >= 5) throw new Error('That is enough for now')
  await db.query('INSERT INTO codes (phone, value) VALUES ($1, $2)', [req.body.phone, '1234'])
  res.sendStatus(202)
})

// ---- A person is asked for ----------------------------------------------------------------------------------------------

async function verifyCaptcha(answer: string): Promise<void> {
  const { rows } = await db.query<{ answer: string }>('SELECT answer FROM puzzles WHERE answer = $1 LIMIT 1', [answer])
  if (rows.length === 0) throw new Error('Not a person')
}

const asked = Router()
asked.post('/forget-password', async (req: Request, res: Response) => { // expect-low: missing-rate-limit
  await verifyCaptcha(String(req.body.answer))
  await db.query('INSERT INTO resets (email) VALUES ($1)', [req.body.email])
  res.sendStatus(202)
})

const unasked = Router()
unasked.post('/forget-password', async (req: Request, res: Response) => { // expect: missing-rate-limit
  await db.query('INSERT INTO resets (email) VALUES ($1)', [req.body.email])
  res.sendStatus(202)
})

// Mails for whoever asks.
const confirmations = Router()
confirmations.post('/resend-verification-email', async (req: Request, res: Response) => { // expect: missing-rate-limit
  await db.query('INSERT INTO confirmations (email) VALUES ($1)', [req.body.email])
  res.sendStatus(202)
})

// Whether a number is known is no code.
const numbers = Router()
numbers.post('/verify-phone', async (req: Request, res: Response) => {
  const { rows } = await db.query('SELECT id FROM members WHERE phone = $1 LIMIT 1', [req.body.phone])
  res.json({ isKnown: rows.length > 0 })
})

// ---- Known people ---------------------------------------------------------------------------------------------------------

const reports = Router()
reports.post('/export', async (req: any, res: Response) => {
  const shopId = Number(req.user && req.user.shopId)
  if (!shopId) return void res.status(401).json({ error: 'unauthorized' })
  const { rows } = await db.query('SELECT id FROM sales WHERE shop_id = $1 LIMIT 1000', [shopId])
  res.json(rows)
})

// Who has a key gets a token for it; a key is not guessed.
const keys = Router()
keys.post('/sessions', async (req: Request, res: Response) => {
  const known = jwt.verify(String(req.headers.authorization), String(process.env.KEY)) as { id?: string } | undefined
  if (!known) return void res.status(401).json({ error: 'unauthorized' })
  res.json({ token: jwt.sign({ id: known.id }, String(process.env.KEY)) })
})

const strangers = Router()
strangers.post('/sessions', async (req: Request, res: Response) => { // expect: missing-rate-limit
  const { rows } = await db.query<{ id: string }>('SELECT id FROM members WHERE email = $1 AND pin = $2 LIMIT 1', [req.body.email, req.body.pin])
  const member = rows[0]
  if (!member) return void res.status(401).json({ error: 'unauthorized' })
  res.json({ token: jwt.sign({ id: member.id }, String(process.env.KEY)) })
})

// Everybody is let in, known or not.
function optionalAuth(req: any, res: Response, next: () => void) {
  const token = req.headers.authorization
  if (token === 'blocked') return void res.status(401).end()
  if (token) req.user = token
  next()
}

const guests = Router()
guests.post('/export', optionalAuth, async (_req: Request, res: Response) => { // expect: missing-rate-limit
  const { rows } = await db.query('SELECT id FROM products LIMIT 1000')
  res.json(rows)
})

app.use('/codes', codes)
app.use('/counted', counted)
app.use('/members', members)
app.use('/senders', senders)
app.use('/asked', asked)
app.use('/unasked', unasked)
app.use('/confirmations', confirmations)
app.use('/numbers', numbers)
app.use('/reports', reports)
app.use('/guests', guests)
app.use('/keys', keys)
app.use('/strangers', strangers)
app.listen(3000)
