import express, { Router, type Request } from 'express'
import rateLimit from 'express-rate-limit'

const app = express()

// A router without routes stands in front of what follows; one with a path in front of that path alone.
const common = Router()
common.use(express.json())
common.use(rateLimit({ windowMs: 60_000, limit: 20 }))

const reports = Router()
reports.use(rateLimit({ windowMs: 60_000, limit: 5 }))

const accounts = Router()
accounts.post('/login', (_req, res) => void res.json({ ok: true }))

app.use('/reports', reports)
app.post('/signup', (_req, res) => void res.json({ ok: true })) // expect: missing-rate-limit
app.use(common)
app.use('/accounts', accounts)
app.listen(3000)

const partners = express()

/** Registers what it is given. */
function post(path: string, handle: (req: Request) => Promise<unknown>): void {
  partners.post(path, async (req, res, next) => {
    try {
      res.json(await handle(req))
    } catch (error) {
      next(error)
    }
  })
}

post('/orders', async () => ({ ok: true }))
post('/login', async () => ({ ok: true })) // expect: missing-rate-limit
partners.listen(3001)
