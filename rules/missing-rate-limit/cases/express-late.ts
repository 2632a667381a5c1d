import express, { type Express, type Request, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'

function register(app: Express, path: string, handler: (req: Request, res: Response) => void) {
  app.post(path, handler)
}

const app = express()
register(app, '/login', (_req, res) => void res.end()) // expect: missing-rate-limit
app.use(rateLimit({ windowMs: 60_000 }))
register(app, '/register', (_req, res) => void res.end())
