import { PrismaClient } from '@prisma/client'
import { celebrate, Joi, Segments } from 'celebrate'
import express, { type NextFunction, type Request, type Response } from 'express'
import { body, validationResult } from 'express-validator'
import { z } from 'zod'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

app.post('/users', async (req, res) => {
  res.json(await prisma.customer.create({ data: req.body })) // expect: unvalidated-input
})

app.patch('/users/:id', async (req, res) => {
  const user = await prisma.customer.update({ where: { id: Number(req.params.id) }, data: { ...req.body, city: 'Bern' } }) // expect: unvalidated-input
  res.json(user)
})

app.put('/users/:id', async (req, res) => {
  const { id, ...rest } = req.body // expect: unvalidated-input
  res.json(await prisma.customer.update({ where: { id: Number(req.params.id) }, data: rest }))
  return id
})

/** The handler hands the body on; the mistake is told where it comes in. */
class Users {
  create(data: any) {
    return prisma.customer.create({ data })
  }
}
const users = new Users()
app.post('/members', async (req, res) => {
  res.json(await users.create(req.body)) // expect: unvalidated-input
})

app.post('/notes', async (req, res) => {
  res.json(await prisma.$executeRaw`SELECT 1`)
})

// A body kept whole in one column sets no other.
app.post('/quiet/kept', async (req, res) => {
  res.json(await prisma.auditLog.create({ data: { customerId: 1, what: req.body } }))
})

// ---- Quiet neighbours -------------------------------------------------------------------------------------

const NewUser = z.object({ city: z.string(), name: z.string() })

app.post('/quiet/parsed', async (req, res) => {
  res.json(await prisma.customer.create({ data: NewUser.parse(req.body) }))
})

app.post('/quiet/safe', async (req, res) => {
  const parsed = NewUser.safeParse(req.body)
  if (!parsed.success) {
    res.status(400).json(parsed.error)
    return
  }
  res.json(await prisma.customer.create({ data: parsed.data }))
})

app.post('/quiet/typed-fields', async (req, res) => {
  const { city, name } = req.body
  if (typeof city !== 'string' || typeof name !== 'string') return void res.sendStatus(400)
  res.json(await prisma.customer.create({ data: { city, name } }))
})

// Two named fields that a service looks one row up by are no write.
app.post('/quiet/lookup', async (req, res) => {
  const { city } = req.body
  res.json(await prisma.customer.findFirst({ where: { city } }))
})

app.post('/quiet/celebrate', celebrate({ [Segments.BODY]: Joi.object({ email: Joi.string().required() }) }), async (req, res) => {
  res.json(await prisma.customer.create({ data: req.body }))
})

app.post('/celebrated-query', celebrate({ [Segments.QUERY]: Joi.object({ page: Joi.number() }) }), async (req, res) => {
  res.json(await prisma.customer.create({ data: req.body })) // expect: unvalidated-input
})

app.post('/quiet/chains', body('email').isEmail(), body('name').isString(), async (req, res) => {
  const errors = validationResult(req)
  if (!errors.isEmpty()) return void res.status(400).json(errors.array())
  res.json(await prisma.customer.create({ data: req.body }))
})

app.post('/chains-nobody-looks-at', body('email').isEmail(), async (req, res) => {
  res.json(await prisma.customer.create({ data: req.body })) // expect: unvalidated-input
})

const validate = (schema: z.ZodType) => (req: Request, res: Response, next: NextFunction) => {
  try {
    req.body = schema.parse(req.body)
    next()
  } catch (error) {
    res.status(400).json(error)
  }
}
app.post('/quiet/middleware', validate(NewUser), async (req, res) => {
  res.json(await prisma.customer.create({ data: req.body }))
})

const swallow = (schema: z.ZodType) => (req: Request, _res: Response, next: NextFunction) => {
  try {
    schema.parse(req.body)
  } catch (error) {
    console.error(error)
  }
  next()
}
app.post('/swallowed', swallow(NewUser), async (req, res) => {
  res.json(await prisma.customer.create({ data: req.body })) // expect: unvalidated-input
})

// A validator behind the body of another part of the request checks nothing of this one.
const validateQuery = (req: Request, _res: Response, next: NextFunction) => {
  NewUser.parse(req.query)
  next()
}
app.post('/checked-query', validateQuery, async (req, res) => {
  res.json(await prisma.customer.create({ data: req.body })) // expect: unvalidated-input
})
