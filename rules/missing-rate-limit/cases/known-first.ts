// Handlers that ask who is there before they do anything.
import express, { Router, type Request, type Response } from 'express'
import { Pool } from 'pg'

const db = new Pool()

const answers = {
  errorForbidden: (res: Response) => void res.status(403).end(),
  errorMissing: (res: Response) => void res.status(404).end(),
}

const exported = async (req: any, res: Response) => {
  if (!req.isAuthenticated()) {
    return answers.errorForbidden(res)
  }
  const { rows } = await db.query('SELECT id FROM notes WHERE owner = $1 LIMIT 1000', [req.user.id])
  res.json(rows)
}

const known = Router()
known.post('/me/export', exported)

// A shop that does not exist is nobody's.
const open = Router()
open.post('/shops/:shop/export', async (req: Request, res: Response) => { // expect: missing-rate-limit
  const { rows } = await db.query('SELECT id FROM products WHERE shop = $1 LIMIT 1000', [req.params.shop])
  if (rows.length === 0) return answers.errorMissing(res)
  res.json(rows)
})

const app = express()
app.use('/known', known)
app.use('/open', open)
app.listen(3000)
