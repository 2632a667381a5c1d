// Handlers that a function of the project wraps: it checks the parts of a request for which it is told a schema.
import express, { type Request, type RequestHandler, Router } from 'express'
import { model, Schema } from 'mongoose'
import { z, type ZodType } from 'zod'

const Order = model('Order', new Schema({ reference: String, shop: String, status: String }))

interface Rules<Body extends ZodType, Query extends ZodType> {
  readonly bodySchema?: Body
  readonly querySchema?: Query
  readonly summary: string
}

function fits<T extends ZodType>(schema: T, value: unknown): { success: true; data: z.output<T> } | { success: false; errors: string[] } {
  const result = schema.safeParse(value)
  if (!result.success) return { success: false, errors: result.error.issues.map((issue) => issue.message) }
  return { success: true, data: result.data }
}

async function run(req: { body: unknown; query: unknown }, schemas: { body?: ZodType | undefined; query?: ZodType | undefined }, handler: (req: never) => Promise<unknown>): Promise<{ status: number; body: unknown }> {
  const errors: string[] = []
  if (schemas.query) {
    const checked = fits(schemas.query, req.query)
    if (!checked.success) errors.push(...checked.errors)
    else req.query = checked.data
  }
  if (schemas.body) {
    const checked = fits(schemas.body, req.body)
    if (!checked.success) errors.push(...checked.errors)
    else req.body = checked.data
  }
  if (errors.length > 0) return { status: 400, body: errors }
  return { status: 200, body: await handler(req as never) }
}

function endpoint<Body extends ZodType, Query extends ZodType>(rules: Rules<Body, Query>) {
  const { bodySchema, querySchema, summary } = rules
  return (handler: (req: Request<object, unknown, z.infer<Body>, z.infer<Query>>) => Promise<unknown>) => {
    const wrapped: RequestHandler = async (req, res, next) => {
      try {
        const { status, body } = await run(req, { body: bodySchema, query: querySchema }, handler)
        res.status(status).json(body)
      } catch (error) {
        next(error)
      }
    }
    return { summary, handler: wrapped }
  }
}

const findOrder = { bodySchema: z.object({ reference: z.string() }), querySchema: z.object({ shop: z.string() }), summary: 'Finds an order' }

export const find = endpoint(findOrder)(async (req) => Order.findOne({ reference: req.body.reference, shop: req.query.shop }))

// One that only measures checks nothing.
function timed(handler: (req: Request) => Promise<unknown>): RequestHandler {
  return async (req, res) => {
    const started = Date.now()
    res.json(await handler(req))
    console.info(`${Date.now() - started} ms`)
  }
}

export const status = timed(async (req) => Order.findOne({ status: req.body.status })) // expect: nosql-injection

// `validate({ params })` says nothing of the body.
function validate(rules: { body?: ZodType; params?: ZodType }): RequestHandler {
  return (req, res, next) => {
    for (const [schema, value] of [[rules.body, req.body], [rules.params, req.params]] as const) if (schema && !schema.safeParse(value).success) return void res.sendStatus(400)
    if (rules.body && !rules.body.safeParse(req.body).success) return void res.sendStatus(400)
    next()
  }
}

const orders = {
  async byReference(req: express.Request, res: express.Response) {
    res.json(await Order.findOne({ reference: req.body.reference }))
  },
  async byStatus(req: express.Request, res: express.Response) {
    res.json(await Order.findOne({ status: req.body.status })) // expect: nosql-injection
  },
}

function caught<T extends Record<string, (req: express.Request, res: express.Response) => Promise<void>>>(controller: T): Record<keyof T, RequestHandler> {
  return Object.fromEntries(Object.entries(controller).map(([name, run]) => [name, ((req, res, next) => run(req, res).catch(next)) as RequestHandler])) as Record<keyof T, RequestHandler>
}

const controller = caught(orders)

export const router = Router()
  .post('/orders/search', validate({ body: z.object({ reference: z.string() }) }), controller.byReference)
  .post('/orders/status/:shop', validate({ params: z.object({ shop: z.string() }) }), controller.byStatus)
