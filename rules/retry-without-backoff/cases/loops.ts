import express from 'express'
import { PrismaClient } from '@prisma/client'
import Stripe from 'stripe'

const app = express()
const prisma = new PrismaClient()
const stripe = new Stripe('sk_test_placeholder')
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export async function loadRates(): Promise<unknown> {
  for (let attempt = 0; attempt < 5; attempt++) { // expect: retry-without-backoff
    try {
      return await fetch('https://rates.example.com')
    } catch (error) {
      console.error('rates', error)
    }
  }
  throw new Error('no rates')
}

export async function loadWeather(): Promise<unknown> {
  let tries = 3
  while (tries > 0) { // expect: retry-without-backoff
    try {
      return await fetch('https://weather.example.com')
    } catch {
      tries--
      await sleep(1000)
    }
  }
  return undefined
}

export async function loadStock(): Promise<unknown> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await fetch('https://stock.example.com')
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await sleep(Math.min(10_000, 200 * 2 ** attempt) * (0.5 + Math.random()))
    }
  }
  return undefined
}

export async function loadPrices(): Promise<unknown> {
  for (let attempt = 0; attempt < 5; attempt++) { // expect-low: retry-without-backoff
    try {
      return await fetch('https://prices.example.com')
    } catch {
      await sleep(200 * 2 ** attempt)
    }
  }
  return undefined
}

export async function loadSeats(attempt = 0): Promise<unknown> {
  try {
    return await fetch('https://seats.example.com')
  } catch (error) {
    if (attempt < 3) return loadSeats(attempt + 1) // expect: retry-without-backoff
    throw error
  }
}

export async function charge(amount: number): Promise<unknown> {
  for (let attempt = 0; attempt < 3; attempt++) { // expect: retry-without-backoff
    try {
      return await stripe.charges.create({ amount, currency: 'eur' })
    } catch {
      await sleep(Math.min(5000, 100 * 2 ** attempt) * Math.random())
    }
  }
  return undefined
}

/** A code that is taken is tried again with another. */
export async function createOrder(): Promise<unknown> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await prisma.order.create({ data: { status: String(Math.random()) } as never })
    } catch (error: any) {
      if (error.code !== 'P2002') throw error
    }
  }
  return undefined
}

/** Each round is about another order. */
export async function drain(queue: number[]): Promise<void> {
  while (queue.length > 0) {
    try {
      const id = queue.shift()
      await fetch(`https://orders.example.com/${id}`)
    } catch (error) {
      console.error(error)
    }
  }
}

/** Batches until one is short; a batch that fails is left out. */
export async function archive(): Promise<void> {
  for (;;) {
    try {
      const { count } = await prisma.order.deleteMany({ where: { status: 'old' } })
      if (count < 100) break
    } catch (error) {
      console.error(error)
    }
  }
}

/** A list of servers, each asked once. */
export async function ask(servers: string[]): Promise<unknown> {
  for (const server of servers) {
    try {
      return await fetch(server)
    } catch {
      continue
    }
  }
  return undefined
}

app.listen(3000)

/** The next receipt, and not the same again. */
export async function printAll(receipts: readonly string[], index = 0): Promise<void> {
  if (index >= receipts.length) return
  try {
    await fetch(`https://printer.example.com/${receipts[index]}`)
    await printAll(receipts, index + 1)
  } catch (error) {
    console.error(error)
    await printAll(receipts, index + 1)
  }
}

// Each round asks for something else: it sends along why the last one was refused.
export async function describeOrder(text: string): Promise<unknown> {
  let reason: string | undefined
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await describeOnce(text, reason)
    } catch (error) {
      reason = (error as Error).message
    }
  }
  throw new Error(reason)
}

async function describeOnce(text: string, reason: string | undefined) {
  const answer = await fetch('https://descriptions.example.com', { method: 'POST', body: JSON.stringify({ text, reason }) })
  return answer.json()
}

// What failed is only logged.
export async function describeStock(text: string): Promise<unknown> {
  let reason: string | undefined
  for (let attempt = 0; attempt < 3; attempt++) { // expect: retry-without-backoff
    try {
      console.log('attempt', reason)
      return await describeOnce(text, undefined)
    } catch (error) {
      reason = (error as Error).message
    }
  }
  throw new Error(reason)
}
