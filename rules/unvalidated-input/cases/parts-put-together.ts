// Middleware of the project that puts parts of the request into one object for a schema, which says which parts there are.
import express, { type NextFunction, type Request, type Response } from 'express'
import { PrismaClient } from '@prisma/client'
import { z } from 'zod'

class BadRequest extends Error {}

/** Step by step; what was parsed is put back where there is any. */
const validated = (schema: z.ZodObject) => async (request: Request, _response: Response, next: NextFunction) => {
  try {
    const given: Record<string, unknown> = {}
    if (schema.shape['body']) given['body'] = request.body
    if (schema.shape['params']) given['params'] = request.params
    const parsed = await schema.safeParseAsync(given)
    if (!parsed.success) return next(new BadRequest(parsed.error.message))
    const { data } = parsed
    if (data['body'] !== undefined) request.body = data['body']
    return next()
  } catch {
    return next(new BadRequest('The request cannot be read.'))
  }
}

/** With a list of parts, in a function of its own that throws. */
const PARTS = ['body', 'query'] as const
function partsOf(request: Request) {
  const given: { [part: string]: unknown } = {}
  for (const part of PARTS) given[part] = request[part]
  return given
}
const parsed = (schema: z.ZodObject) => (request: Request, _response: Response, next: NextFunction) => {
  schema.parse(partsOf(request))
  next()
}

/** All at once. */
const checked = (schema: z.ZodObject) => (request: Request, response: Response, next: NextFunction) => {
  const given = { body: request.body, params: request.params, query: request.query }
  const result = schema.safeParse(given)
  if (!result.success) return void response.status(400).json(result.error)
  next()
}

/** What does not fit is written down, and let through. */
const watched = (schema: z.ZodObject) => async (request: Request, _response: Response, next: NextFunction) => {
  const given: Record<string, unknown> = {}
  if (schema.shape['body']) given['body'] = request.body
  const result = await schema.safeParseAsync(given)
  if (!result.success) console.warn(result.error)
  next()
}

/** Puts nothing of the body together. */
const addressed = (schema: z.ZodObject) => async (request: Request, _response: Response, next: NextFunction) => {
  const given: Record<string, unknown> = {}
  given['params'] = request.params
  const result = await schema.safeParseAsync(given)
  if (!result.success) return next(new BadRequest(result.error.message))
  return next()
}

/** The body alone: a field may be called what it likes. */
const ofBody = (schema: z.ZodObject) => (request: Request, _response: Response, next: NextFunction) => {
  request.body = schema.parse(request.body)
  next()
}

const ByNumber = z.object({ id: z.string() })
const NewCustomer = z.object({ body: z.object({ city: z.string(), name: z.string() }) })
const OneCustomer = z.object({ params: ByNumber })

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

app.post('/customers', validated(NewCustomer), async (request, response) => {
  response.json(await prisma.customer.create({ data: request.body }))
})
app.put('/customers/:id', validated(NewCustomer.extend({ params: ByNumber })), async (request, response) => {
  response.json(await prisma.customer.update({ where: { id: Number(request.params['id']) }, data: request.body }))
})
// The schema says nothing of the body.
app.patch('/customers/:id', validated(OneCustomer), async (request, response) => {
  response.json(await prisma.customer.update({ where: { id: Number(request.params['id']) }, data: request.body })) // expect: unvalidated-input
})
app.post('/customers/parsed', parsed(NewCustomer), async (request, response) => {
  response.json(await prisma.customer.create({ data: request.body }))
})
app.post('/customers/checked', checked(NewCustomer), async (request, response) => {
  response.json(await prisma.customer.create({ data: request.body }))
})
app.patch('/customers/checked/:id', checked(OneCustomer.strict()), async (request, response) => {
  response.json(await prisma.customer.update({ where: { id: Number(request.params['id']) }, data: request.body })) // expect: unvalidated-input
})
app.post('/customers/watched', watched(NewCustomer), async (request, response) => {
  response.json(await prisma.customer.create({ data: request.body })) // expect: unvalidated-input
})
app.post('/customers/addressed/:id', addressed(OneCustomer), async (request, response) => {
  response.json(await prisma.customer.create({ data: request.body })) // expect: unvalidated-input
})
app.post('/customers/searched', ofBody(z.object({ query: z.string(), params: z.string() })), async (request, response) => {
  response.json(await prisma.customer.create({ data: request.body }))
})
