import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { PrismaClient } from '@prisma/client'
import express, { type Response } from 'express'
import Redis from 'ioredis'
import Stripe from 'stripe'

const prisma = new PrismaClient()
const stripe = new Stripe('sk_test_placeholder')
const redis = new Redis()
const app = express()

declare const flags: { load(id: string): Promise<void> }
declare const docker: { container(id: string): { remove(): Promise<void>; start(): Promise<void> }; terminateWorkflow(id: string): Promise<void> }

// ---- Nothing but the failure of something on the side

/** A client nobody declares, and a promise nobody waits for: likely meant. */
export function warmUp(id: string): void {
  flags.load(id).catch(() => {}) // expect-low: swallowed-error
  redis.publish('seats', id).catch(() => {}) // expect-low: swallowed-error
}

export async function replace(id: string): Promise<void> {
  try {
    await docker.container(id).remove()
  } catch {} // expect-low: swallowed-error

  try {
    await docker.terminateWorkflow(id)
  } catch {}

  try {
    await docker.container(id).start()
  } catch {} // expect: swallowed-error
}

export async function leave(id: string): Promise<void> {
  const cleanupOperations = [() => docker.container(id).start(), () => flags.load(id)]
  for (const operation of cleanupOperations) {
    try {
      await operation()
    } catch {} // expect-low: swallowed-error
  }
}

async function trackVisit(id: number): Promise<void> {
  try {
    await prisma.order.update({ where: { id }, data: { visits: { increment: 1 } } as never })
  } catch {} // expect-low: swallowed-error
}

// ---- Names that sound like the end of something, and change data

export async function cancel(id: string): Promise<void> {
  try {
    await stripe.subscriptions.cancel(id)
  } catch {} // expect: swallowed-error
}

async function releaseSeats(orderId: number): Promise<void> {
  await prisma.stock.updateMany({ where: { orderId } as never, data: { orderId: null } as never })
}

export async function giveUp(orderId: number): Promise<void> {
  try {
    await releaseSeats(orderId)
  } catch {} // expect: swallowed-error
}

// ---- Whoever asked has gone, or is told

export async function download(body: Readable, res: Response): Promise<void> {
  try {
    await pipeline(body, res)
  } catch {}
}

export async function save(body: Readable, path: string): Promise<void> {
  try {
    await pipeline(body, createWriteStream(path))
  } catch {} // expect: swallowed-error
}

app.get('/rates', async (_req, res) => {
  const response = await fetch('https://rates.example.com', { signal: AbortSignal.timeout(1000) })
  if (response.ok) {
    res.json(await response.json())
    return
  }
  let detail = ''
  try {
    detail = String(await response.json())
  } catch {}
  res.status(502).json({ message: `no rates: ${detail}` })
})

app.get('/orders/:id', async (req, res) => {
  await trackVisit(Number(req.params.id))
  try {
    const order = await prisma.order.findUniqueOrThrow({ where: { id: Number(req.params.id) } })
    return res.json(order)
  } catch {}
  return res.status(404).json({ message: 'no such order' })
})

// ---- What is inside deals with its own failure

async function notify(id: number): Promise<void> {
  try {
    await fetch(`https://hooks.example.com/${id}`, { method: 'POST', signal: AbortSignal.timeout(1000) })
  } catch (error) {
    console.error('not notified', id, error)
  }
}

app.post('/orders/:id/notify', async (req, res) => {
  try {
    await notify(Number(req.params.id))
  } catch {}
  res.sendStatus(204)
})

app.post('/orders/:id/close', async (req, res) => {
  try {
    try {
      await prisma.order.delete({ where: { id: Number(req.params.id) } })
    } catch {} // expect: swallowed-error
  } catch {}
  res.sendStatus(204)
})

app.listen(3000)

// ---- An answer that looks like any other, and one that tells

export async function listOrders(): Promise<{ rows: unknown[]; total: number }> {
  try {
    const [rows, total] = await Promise.all([prisma.order.findMany({ take: 10 }), prisma.order.count()])
    return { rows, total }
  } catch { // expect: swallowed-error
    return { rows: [], total: 0 }
  }
}

export async function refund(charge: string): Promise<{ refunded: boolean }> {
  try {
    await stripe.refunds.create({ charge })
    return { refunded: true }
  } catch {
    return { refunded: false }
  }
}

export function remove(id: number): Promise<boolean> {
  return prisma.order.delete({ where: { id } }).then(() => true).catch(() => false) // expect-low: swallowed-error
}

// ---- The words stand where it is tried

export async function countUse(id: number): Promise<void> {
  try {
    // catch for duplicates of one request
    await prisma.order.update({ where: { id }, data: { status: 'used' } })
  } catch {}
}

export async function bothTokens(url: string): Promise<unknown> {
  // The second is non-fatal: the next round asks for it again.
  const second = await (async () => {
    try {
      return await stripe.charges.create({ amount: 1, currency: 'eur', source: url })
    } catch {
      return null
    }
  })()
  return second
}

export async function useOf(id: number): Promise<unknown> {
  try {
    // The row of the month.
    return await prisma.order.update({ where: { id }, data: { status: 'used' } })
  } catch { // expect: swallowed-error
    return null
  }
}

// ---- The source is asked where the cache does not answer

export async function seatOf(id: number): Promise<unknown> {
  try {
    const kept = await redis.get(`seat:${id}`)
    if (kept) return JSON.parse(kept)
  } catch {}

  return prisma.order.findUnique({ where: { id } })
}

/** Where that fails nobody is there to be told. */
export async function answerFailure(error: Error, response: { status(code: number): { send(body: unknown): Promise<void> } }): Promise<void> {
  try {
    await response.status(500).send({ message: error.message })
  } catch {}
}
