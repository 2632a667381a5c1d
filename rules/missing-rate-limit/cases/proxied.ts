// A gateway hands requests on as they came; what they lead to is limited where they are served.
import { timingSafeEqual } from 'node:crypto'
import axios from 'axios'
import express, { Router, type Request, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'

class Proxy {
  async send(req: Request, res: Response, endpoint: string, payload: unknown): Promise<void> {
    const answer = await axios.request({ method: req.method, url: `${process.env.ACCOUNTS_URL}/${endpoint}`, data: payload, timeout: 5000 })
    res.status(answer.status).json(answer.data)
  }
}

const proxy = new Proxy()

const members = Router()
members.post('/login', async (req: Request, res: Response) => {
  await proxy.send(req, res, 'accounts/sign-in', req.body)
})

// Nothing in the repository serves that path.
const partners = Router()
partners.post('/login', async (req: Request, res: Response) => { // expect-low: missing-rate-limit
  await proxy.send(req, res, 'partners/sign-in', req.body)
})

// It looks at what was sent before it hands it on.
const staff = Router()
staff.post('/login', async (req: Request, res: Response) => { // expect: missing-rate-limit
  if (!timingSafeEqual(Buffer.from(String(req.body.pin)), Buffer.from(String(process.env.PIN)))) return void res.status(401).end()
  await proxy.send(req, res, 'accounts/sign-in', req.body)
})

const gateway = express()
gateway.use('/members', members)
gateway.use('/partners', partners)
gateway.use('/staff', staff)
gateway.listen(3000)

const accounts = express()
accounts.post('/accounts/sign-in', rateLimit({ windowMs: 60_000, limit: 5 }), (_req: Request, res: Response) => void res.end())
accounts.listen(3001)
