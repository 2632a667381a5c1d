// Exports that a queue of the project asks for: it signs what it sends, and nobody else gets past the look at the signature.
import { createHmac, timingSafeEqual } from 'node:crypto'
import express, { Router, type Request, type Response } from 'express'
import { Pool } from 'pg'

const pool = new Pool()

class Unsigned extends Error {}

function isSame(body: string, signature: string) {
  const expected = createHmac('sha256', String(process.env.QUEUE_KEY)).update(body).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}

async function verifyQueueSignature({ request, body }: { request: Request; body: string }) {
  if (!isSame(body, request.header('x-queue-signature') ?? '')) throw new Unsigned()
}

/** Says what it thinks of the signature, and leaves it at that. */
async function lookAtSignature({ request, body }: { request: Request; body: string }) {
  if (!isSame(body, request.header('x-queue-signature') ?? '')) console.warn('not signed')
}

function answerWith(error: unknown, response: Response) {
  return response.status(error instanceof Unsigned ? 400 : 500).end()
}

const app = express()
app.use(express.text())

const signed = Router()
signed.post('/orders/export', async (request: Request, response: Response) => {
  try {
    const body = String(request.body)
    await verifyQueueSignature({ request, body })
    const { rows } = await pool.query('SELECT id, total FROM orders WHERE shop = $1', [JSON.parse(body).shop])
    response.json(rows)
  } catch (error) {
    return answerWith(error, response)
  }
})
app.use('/signed', signed)

const tested = Router()
tested.post('/orders/export', async (request: Request, response: Response) => {
  const body = String(request.body)
  if (!isSame(body, request.header('x-queue-signature') ?? '')) return void response.status(400).end()
  const { rows } = await pool.query('SELECT id, total FROM orders WHERE shop = $1', [JSON.parse(body).shop])
  response.json(rows)
})
app.use('/tested', tested)

const looked = Router()
looked.post('/orders/export', async (request: Request, response: Response) => { // expect: missing-rate-limit
  const body = String(request.body)
  await lookAtSignature({ request, body })
  const { rows } = await pool.query('SELECT id, total FROM orders WHERE shop = $1', [JSON.parse(body).shop])
  response.json(rows)
})
app.use('/looked', looked)

// Without a signature it goes on all the same.
const caught = Router()
caught.post('/orders/export', async (request: Request, response: Response) => { // expect: missing-rate-limit
  const body = String(request.body)
  try {
    await verifyQueueSignature({ request, body })
  } catch (error) {
    console.warn(error)
  }
  const { rows } = await pool.query('SELECT id, total FROM orders WHERE shop = $1', [JSON.parse(body).shop])
  response.json(rows)
})
app.use('/caught', caught)

// Only some of them are signed.
const some = Router()
some.post('/orders/export', async (request: Request, response: Response) => { // expect: missing-rate-limit
  const body = String(request.body)
  if (request.query.signed === 'yes') await verifyQueueSignature({ request, body })
  const { rows } = await pool.query('SELECT id, total FROM orders WHERE shop = $1', [JSON.parse(body).shop])
  response.json(rows)
})
app.use('/some', some)

app.listen(3000)
