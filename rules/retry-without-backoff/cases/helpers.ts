import axios from 'axios'
import { Queue } from 'bullmq'
import express from 'express'
import Stripe from 'stripe'

const app = express()
const stripe = new Stripe('sk_test_placeholder')
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Runs what its callers give it. */
async function withRetry<T>(work: () => Promise<T>, retries = 3): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (retries === 0) throw error
    return withRetry(work, retries - 1) // expect: retry-without-backoff
  }
}

const timer = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** It waits, under whatever name. */
async function untilAllowed<T>(work: () => Promise<T>, attempt = 0): Promise<T> {
  try {
    return await work()
  } catch (error: any) {
    if (attempt < 5 && error.status === 429) {
      await timer(Math.min(30_000, 200 * 2 ** attempt) * (0.5 + Math.random()))
      return untilAllowed(work, attempt + 1)
    }
    throw error
  }
}

export const prices = () => untilAllowed(() => axios.get('https://prices.example.com', { timeout: 3000 }))

async function repeat<T>(work: () => Promise<T>, most = 3): Promise<T> {
  let last: unknown
  for (let attempt = 0; attempt < most; attempt++) { // expect: retry-without-backoff
    try {
      return await work()
    } catch (error) {
      last = error
      await sleep(500)
    }
  }
  throw last
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error: any) {
      if (attempt >= 5 || error.status < 500) throw error
      await sleep(Math.min(30_000, 200 * 2 ** attempt) * (0.5 + Math.random()))
    }
  }
}

app.get('/rates', async (_req, res) => {
  const { data } = await withRetry(() => axios.get('https://rates.example.com', { timeout: 3000 }))
  res.json(data)
})

app.get('/stock', async (_req, res) => {
  const { data } = await repeat(() => axios.get('https://stock.example.com', { timeout: 3000 }))
  res.json(data)
})

/** The time in between is right, and the charge has no key by which it is done once. */
app.post('/orders/:id/charge', async (req, res) => {
  const charge = await patiently(() => stripe.charges.create({ amount: 100, currency: 'eur' })) // expect: retry-without-backoff
  res.json({ order: req.params.id, charge: charge.id })
})

export function send(message: string, attempt: number): Promise<unknown> {
  return axios.post('https://hooks.example.com', { message }, { timeout: 1000 }).catch((error) => {
    if (attempt < 5) return send(message, attempt + 1) // expect: retry-without-backoff
    throw error
  })
}

/** Once more on a fresh connection is no storm. */
export async function publish(message: string, attempt = 0): Promise<void> {
  try {
    await axios.post('https://broker.example.com', { message }, { timeout: 1000 })
  } catch (error) {
    if (attempt < 1) return publish(message, attempt + 1) // expect-low: retry-without-backoff
    throw error
  }
}

/** Each server is asked once. */
export async function ask(servers: string[]): Promise<unknown> {
  for (let index = 0; index < servers.length; index++) {
    try {
      return await fetch(String(servers[index]))
    } catch (error) {
      console.error('no answer', error)
    }
  }
  return undefined
}

export const mails = new Queue('mails', { connection: {}, defaultJobOptions: { attempts: 10, backoff: 1000 } }) // expect: retry-without-backoff
export const seats = new Queue('seats', { connection: {}, defaultJobOptions: { attempts: 10 } }) // expect: retry-without-backoff
export const invoices = new Queue('invoices', { connection: {}, defaultJobOptions: { attempts: 10, backoff: { type: 'exponential', delay: 1000, jitter: 0.5 } } })
export const views = new Queue('views', { connection: {}, defaultJobOptions: { removeOnComplete: true } })

app.listen(3000)
