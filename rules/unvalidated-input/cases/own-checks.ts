// Checks that the project wrote itself.
import express, { type NextFunction, type Request, type Response } from 'express'
import { initTRPC } from '@trpc/server'
import { model, Schema } from 'mongoose'

const Order = model('Order', new Schema({ title: String, seats: Number }))

interface NewOrder {
  title: string
  seats: number
}

function isOrder(input: any): input is NewOrder {
  return typeof input?.title === 'string' && typeof input?.seats === 'number' && Object.keys(input).length === 2
}

function assertOrder(input: any): asserts input is NewOrder {
  if (typeof input.title !== 'string' || typeof input.seats !== 'number') throw new Error('no order')
}

function hasTitle(input: any) {
  return input.title !== undefined
}

/** Whose type nobody knows: `await` as a statement says that it throws. */
const validate = (schema: any) => async (request: Request, response: Response, next: NextFunction) => {
  try {
    await schema.validate({ body: request.body })
    next()
  } catch (error) {
    response.status(400).json(error)
  }
}

declare const rules: any

const app = express()
app.use(express.json())
app.post('/orders', async (request, response) => {
  if (!isOrder(request.body)) {
    response.status(400).end()
    return
  }
  response.json(await Order.create(request.body))
})
app.put('/orders', async (request, response) => {
  assertOrder(request.body)
  response.json(await Order.create(request.body))
})
app.patch('/orders', async (request, response) => {
  if (!hasTitle(request.body)) {
    response.status(400).end()
    return
  }
  response.json(await Order.create(request.body)) // expect: unvalidated-input
})
app.post('/orders/checked', validate(rules), async (request, response) => {
  response.json(await Order.create(request.body))
})

const t = initTRPC.create()
export const router = t.router({
  loose: t.procedure.input((value: unknown) => value as any).mutation(async ({ input }) => Order.create(input)), // expect: unvalidated-input
})
