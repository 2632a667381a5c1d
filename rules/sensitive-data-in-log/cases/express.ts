import express, { type Request, type Response } from 'express'
import { PrismaClient } from '@prisma/client'
import jwt from 'jsonwebtoken'
import winston from 'winston'

const app = express()
const prisma = new PrismaClient()
const logger = winston.createLogger({ level: 'info', transports: [new winston.transports.Console()] })
const SESSION_SECRET = process.env.SESSION_SECRET ?? ''

interface Registration {
  email: string
  password: string
}

interface Address {
  street: string
  city: string
}

function maskToken(value: string): string {
  return `${value.slice(0, 2)}...`
}

app.post('/login', async (req: Request, res: Response) => {
  const { email, password } = req.body
  console.log('login attempt', email, password) // expect: sensitive-data-in-log
  console.log('login attempt', email)
  logger.info('login attempt', req.body) // expect: sensitive-data-in-log
  logger.info('login fields', Object.keys(req.body))
  logger.info(`login with ${req.body.password}`) // expect: sensitive-data-in-log
  logger.info(`login of ${req.body.email}`)
  logger.debug({ headers: req.headers }) // expect: sensitive-data-in-log
  logger.info('agent', { agent: req.headers['user-agent'] })
  logger.info('auth', { auth: req.headers.authorization }) // expect: sensitive-data-in-log
  logger.info('auth', { hasAuth: !!req.headers.authorization, size: req.headers.authorization?.length })
  const token = jwt.sign({ email }, SESSION_SECRET)
  logger.info('signed in ' + token) // expect: sensitive-data-in-log
  logger.info('signed in', { token }) // expect: sensitive-data-in-log
  logger.info('signed in', { token: maskToken(token), lastFour: token.slice(-4) })
  logger.info('signed in', { tokenId: 12, tokenLength: token.length, hasToken: Boolean(token), given: token ? 'yes' : 'no' })
  logger.info('signed in', { password: '[hidden]' })
  res.json({ token })
})

app.post('/register', async (req: Request, res: Response) => {
  const registration: Registration = req.body
  const user = await prisma.user.create({ data: { name: registration.email, slug: 'new' } })
  console.log('registering', registration) // expect: sensitive-data-in-log
  console.log(`registered ${user}`)
  console.log('registered', user) // expect: sensitive-data-in-log
  console.log('registered', JSON.stringify(user)) // expect: sensitive-data-in-log
  console.log('registered', user.id, user.name)
  const safe = await prisma.user.findUnique({ where: { id: user.id }, select: { id: true, name: true } })
  console.log('safe', safe)
  const address: Address = req.body.address
  console.log('address', address)
  res.sendStatus(201)
})

app.post('/payments', async (req: Request, res: Response) => {
  const { cardNumber, cvc, amount } = req.body
  logger.info('charging', { cardNumber, cvc, amount }) // expect: sensitive-data-in-log
  logger.info('charging', { amount, card: `**** ${cardNumber.slice(-4)}` })
  const copy = { ...req.body }
  logger.warn('charge refused', copy) // expect: sensitive-data-in-log
  res.sendStatus(202)
})

export function start(): void {
  console.log('connecting to', process.env.DATABASE_URL) // expect: sensitive-data-in-log
  console.log('environment', process.env) // expect: sensitive-data-in-log
  console.log('listening on', process.env.PORT)
  console.log('secret', SESSION_SECRET) // expect: sensitive-data-in-log
  if (!SESSION_SECRET) console.error('SESSION_SECRET is missing')
  const options = { apiKey: process.env.MAIL_API_KEY, from: 'shop@example.com' }
  console.log('mail options', options) // expect: sensitive-data-in-log
  if (process.env.NODE_ENV === 'development') console.log('secret', SESSION_SECRET) // expect-low: sensitive-data-in-log
  app.listen(3000)
}

export function countTokens(tokens: string[], maxTokens: number, nextPageToken: string): void {
  logger.info('completion', { tokens: tokens.length, maxTokens, promptTokens: 12 })
  logger.info('next page', { nextPageToken })
  for (const token of tokens) logger.debug('word', { token })
}

export function validate(errors: { password?: string }): void {
  logger.warn('invalid', { password: errors.password })
}

// Shown to developers alone.
const isDev = process.env.NODE_ENV !== 'production'
if (isDev)
  app.post('/echo', (req: Request, res: Response) => {
    console.log('echo', req.body) // expect-low: sensitive-data-in-log
    res.sendStatus(204)
  })

// An object shows as much of itself as its own text does.
class Customer {
  id = ''
  email = ''
  password = ''

  toString() {
    return `customer ${this.id}`
  }
}

export function welcome(customer: Customer) {
  console.log('welcome', customer.toString())
  console.log('welcome', customer) // expect: sensitive-data-in-log
}

// Under a name of its own it is the same body.
app.post('/named', (req: Request, res: Response) => {
  const body = req.body
  console.log('named', body) // expect: sensitive-data-in-log
  res.json(body)
})

// Only the columns that are named are written, and the address of a queue opens nothing.
app.post('/customers/table', (req: Request, res: Response) => {
  const { email, password } = req.body as Registration
  console.table([{ email, password }], ['email'])
  console.table([{ email, password }]) // expect: sensitive-data-in-log
  const queueUrl = process.env.ORDER_QUEUE_URL
  logger.info(`subscribing to ${queueUrl}`)
  res.end()
})
