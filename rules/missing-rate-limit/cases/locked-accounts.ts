// An account is locked after some failures: a middleware asks for the lock, and the handler counts.
import bcrypt from 'bcrypt'
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import Redis from 'ioredis'
import { Pool } from 'pg'

const redis = new Redis()
const db = new Pool()
const MOST_FAILURES = 6

class Locks {
  async isMemberLocked(email: string): Promise<boolean> {
    return Number((await redis.get(`lock:${email}`)) ?? 0) >= MOST_FAILURES
  }

  async countFailure(email: string): Promise<void> {
    const failed = Number((await redis.get(`lock:${email}`)) ?? 0)
    await redis.setex(`lock:${email}`, 3600, failed + 1)
  }
}

const locks = new Locks()

async function refuseLocked(req: Request, res: Response, next: NextFunction) {
  if (await locks.isMemberLocked(String(req.body.email))) {
    res.status(423).send({ error: { message: 'Locked for a while' } })
    return
  }
  next()
}

async function isRight(email: string, password: string): Promise<boolean> {
  const { rows } = await db.query<{ hash: string }>('SELECT hash FROM members WHERE email = $1 LIMIT 1', [email])
  const member = rows[0]
  return member !== undefined && (await bcrypt.compare(password, member.hash))
}

async function signIn(req: Request, res: Response) {
  const email = String(req.body.email)
  if (!(await isRight(email, String(req.body.password)))) {
    await locks.countFailure(email)
    return void res.status(401).end()
  }
  res.end()
}

const locked = Router()
locked.post('/sign-in', refuseLocked, signIn)

// Failures are counted, and nobody asks how many there were.
const unlocked = Router()
unlocked.post('/sign-in', signIn) // expect: missing-rate-limit

// The lock is asked for, and nothing ever locks.
const uncounted = Router()
uncounted.post('/sign-in', refuseLocked, async (req: Request, res: Response) => { // expect: missing-rate-limit
  res.json({ isRight: await isRight(String(req.body.email), String(req.body.password)) })
})

const app = express()
app.use(express.json())
app.use('/locked', locked)
app.use('/unlocked', unlocked)
app.use('/uncounted', uncounted)
app.listen(3000)
