// One password, and a token that names nobody: who comes in runs the system.
import express, { type NextFunction, type Request, type Response } from 'express'
import jwt from 'jsonwebtoken'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

function look(req: Request, res: Response, next: NextFunction) {
  try {
    jwt.verify(String(req.headers.authorization), String(process.env.TOKEN_SECRET))
    res.locals.isAuthenticated = true
  } catch {
    res.locals.isAuthenticated = false
  }
  next()
}
function onlyOwner(req: Request, res: Response, next: NextFunction) {
  if (!res.locals.isAuthenticated) return void res.status(401).send('Unauthorized')
  next()
}
function tokenFor(hours: number) {
  return jwt.sign({ app: 'desk' }, String(process.env.TOKEN_SECRET), { expiresIn: hours * 3600 })
}

app.post('/login', (req, res) => {
  if (process.env.PASSWORD !== req.body.password) return void res.status(401).end()
  res.json({ token: tokenFor(12) })
})
app.post('/customers', look, onlyOwner, async (req, res) => {
  res.json(await prisma.customer.create({ data: { ...req.body } })) // expect-low: unvalidated-input
})
// Nobody is sent away.
app.post('/guests', look, async (req, res) => {
  res.json(await prisma.customer.create({ data: { ...req.body } })) // expect: unvalidated-input
})
