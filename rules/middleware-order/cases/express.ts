import cors from 'cors'
import express, { type NextFunction, type Request, type Response } from 'express'
import jwt from 'jsonwebtoken'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

function requireAuth(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.slice('Bearer '.length)
  if (!token) return void res.sendStatus(401)
  res.locals.user = jwt.verify(token, process.env.JWT_SECRET as string)
  next()
}

function handleErrors(error: Error, req: Request, res: Response, next: NextFunction) {
  console.error(error)
  res.status(500).json({ error: 'internal error' })
}

/** Everything that has to come first comes last. */
export function createShop() {
  const app = express()
  app.use(handleErrors) // expect: middleware-order
  app.get('/health', (req, res) => void res.json({ ok: true }))
  app.get('/orders', async (req, res) => {
    res.json(await prisma.order.findMany({ take: 20 }))
  })
  app.post('/orders', async (req, res) => {
    res.json(await prisma.order.create({ data: { customerId: req.body.customerId, status: 'open' } }))
  })
  app.use(express.json()) // expect: middleware-order
  app.use(cors()) // expect: middleware-order
  app.use(requireAuth) // expect: middleware-order
  return app
}

/** In the right order: what is open to all, then who is known, then failures. */
export function createOffice() {
  const app = express()
  app.use(cors())
  app.use(express.json())
  app.get('/prices', async (req, res) => {
    res.json(await prisma.product.findMany({ take: 20 }))
  })
  app.use(requireAuth)
  app.get('/invoices', async (req, res) => {
    res.json(await prisma.invoice.findMany({ take: 20 }))
  })
  app.use((req, res) => void res.sendStatus(404))
  app.use(handleErrors)
  return app
}

/** One route counts on the user, and stands in front of what finds out who it is. */
export function createAccount() {
  const app = express()
  app.get('/account', async (req, res) => {
    res.json(await prisma.user.findUnique({ where: { id: res.locals.user.id } }))
  })
  app.use(requireAuth) // expect: middleware-order
  app.get('/plans', async (req, res) => {
    res.json(await prisma.plan.findMany({ take: 20 }))
  })
  app.use(handleErrors)
  return app
}

/** A webhook needs the raw body, and parses it itself. */
export function createHooks() {
  const app = express()
  app.post('/webhooks/payments', express.raw({ type: 'application/json' }), (req, res) => {
    res.json({ size: req.body.length })
  })
  app.use(express.json())
  app.post('/notes', (req, res) => void res.json(req.body))
  app.use(handleErrors)
  return app
}

/** Three parameters: every request that no route answers is "an error". */
export function createReports() {
  const app = express()
  app.get('/reports', async (req, res) => {
    res.json(await prisma.order.findMany({ take: 20 }))
  })
  app.use((error: any, req: any, res: any) => { // expect: middleware-order
    console.error(error)
    res.status(500).json({ error: 'internal error' })
  })
  return app
}
