import express, { Router, type Request, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'

const auth = Router()
auth.post('/login', (_req: Request, res: Response) => void res.end())
auth.post('/forgot-password', (_req: Request, res: Response) => void res.end())

class Server {
  readonly app = express()

  constructor() {
    this.secure()
    this.routes()
  }

  private secure() {
    this.app.use(rateLimit({ windowMs: 60_000, limit: 100 }))
  }

  private routes() {
    this.app.use('/auth', auth)
  }
}

export const server = new Server()
