// The password of the environment is one way in, and not the only one.
import express, { type NextFunction, type Request, type Response } from 'express'
import jwt from 'jsonwebtoken'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

function onlyKnown(req: Request, res: Response, next: NextFunction) {
  try {
    jwt.verify(String(req.headers.authorization), String(process.env.TOKEN_SECRET))
  } catch {
    return void res.status(401).send('Unauthorized')
  }
  next()
}

app.post('/login', (req, res) => {
  if (process.env.PASSWORD !== req.body.password) return void res.status(401).end()
  res.json({ token: jwt.sign({ app: 'desk' }, String(process.env.TOKEN_SECRET)) })
})
app.post('/enter/:code', async (req, res) => {
  const customer = await prisma.customer.findFirst({ where: { name: req.params.code } })
  if (!customer) return void res.status(401).end()
  res.json({ token: jwt.sign({ sub: customer.id }, String(process.env.TOKEN_SECRET)) })
})
app.post('/customers', onlyKnown, async (req, res) => {
  res.json(await prisma.customer.create({ data: { ...req.body } })) // expect: unvalidated-input
})
