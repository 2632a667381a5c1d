// What is not waited for where the work ends, begins, or has failed.
import express from 'express'
import mongoose, { Schema } from 'mongoose'

const Order = mongoose.model('Order', new Schema({ seat: String, status: String }))
const app = express()

app.post('/orders/:id/cancel', async (req, res) => {
  const session = await mongoose.startSession()
  try {
    await Order.updateOne({ _id: req.params.id }, { status: 'cancelled' }, { session })
  } finally {
    session.endSession() // expect-low: floating-promise
  }
  res.sendStatus(204)
})

app.post('/orders', async (req, res) => {
  const session = await mongoose.startSession()
  session.startTransaction()
  try {
    await Order.create([{ seat: String(req.body.seat) }], { session })
    await session.commitTransaction()
  } catch {
    session.abortTransaction() // expect: floating-promise
    throw new Error('not ordered')
  }
  res.sendStatus(201)
})

// ---- The program starts

class Seats {
  async startServer(): Promise<void> {
    await Order.estimatedDocumentCount()
  }
  async countOrders(): Promise<number> {
    return Order.countDocuments({ status: 'open' })
  }
}
const seats = new Seats()

mongoose.connect('mongodb://localhost').then(() => {
  app.listen(3000)
  seats.startServer()
})

app.get('/seats', (_req, res) => {
  seats.countOrders() // expect: floating-promise
  res.sendStatus(204)
})

// ---- What stands in for nothing

async function keyOf(seat: string): Promise<string | undefined> {
  const order = await Order.findOne({ seat })
  return order?.id
}

export const sessions = {
  async start(seat: string) {
    return keyOf(seat) || '' // expect-low: floating-promise
  },
  async list(seat: string) {
    return keyOf(seat) || [] // expect: floating-promise
  },
}

// ---- On the machines of developers, and everywhere but in tests

export function openShop() {
  if (process.env.NODE_ENV === 'development') {
    seats.countOrders() // expect-low: floating-promise
  }
  if (process.env.NODE_ENV !== 'test') seats.countOrders() // expect: floating-promise
}

// ---- The program is told to end

async function stop(): Promise<void> {
  await Order.updateMany({ status: 'held' }, { status: 'open' })
  process.exit(0)
}

async function pause(): Promise<void> {
  await Order.updateMany({ status: 'held' }, { status: 'open' })
  console.log('paused')
}

process.on('message', (message) => {
  if (message === 'shutdown') stop() // expect-low: floating-promise
  if (message === 'pause') pause() // expect: floating-promise
})
