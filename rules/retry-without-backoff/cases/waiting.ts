import { backOff } from 'exponential-backoff'
import pRetry from 'p-retry'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const load = () => fetch('https://rates.example.com', { signal: AbortSignal.timeout(1000) })

/** It is asked whether something has come up, until a time is over. */
export async function untilHealthy(url: string, most: number): Promise<boolean> {
  const started = Date.now()
  while (Date.now() - started < most) {
    try {
      const answer = await fetch(url)
      if (answer.ok) return true
    } catch {
      // not there yet
    }
    await sleep(500)
  }
  return false
}

export async function untilAnswered(url: string, most: number): Promise<Response> {
  const started = Date.now()
  while (Date.now() - started < most) { // expect: retry-without-backoff
    try {
      return await fetch(url)
    } catch (error) {
      console.error(url, error)
    }
  }
  throw new Error('no answer')
}

/** What is called between two attempts does the waiting. */
export const paced = () =>
  pRetry(load, {
    retries: 4,
    minTimeout: 0,
    onFailedAttempt: async (error) => {
      await sleep(Math.min(60_000, 2000 * 2 ** error.attemptNumber) * (0.5 + Math.random()))
    },
  })

export const chosen = (isTransient: (error: unknown) => boolean) =>
  backOff(load, {
    numOfAttempts: 4,
    jitter: 'full',
    maxDelay: 5000,
    retry: (error: Error) => {
      if (!isTransient(error)) return false
      console.warn('once more', error)
      return true
    },
  })

export const stubborn = () =>
  backOff(load, { // expect: retry-without-backoff
    numOfAttempts: 4,
    jitter: 'full',
    maxDelay: 5000,
    retry: (error: Error) => {
      console.warn('once more', error)
      return true
    },
  })

export async function asTold(most: number, waitFor: (error: unknown, next: number) => Promise<number | undefined>): Promise<unknown> {
  let wait = 0
  for (let attempt = 0; attempt < most; attempt++) { // expect-low: retry-without-backoff
    try {
      return await load()
    } catch (error) {
      const next = Math.min(60_000, 300 * 2 ** attempt)
      wait = (await waitFor(error, next)) ?? next
      await sleep(wait)
    }
  }
  return undefined
}

/** The count tells that somebody else was first. */
export async function close(id: number, status: string): Promise<void> {
  for (let attempt = 1; attempt <= 4; attempt++) {
    try {
      const order = await prisma.order.findUniqueOrThrow({ where: { id } })
      const written = await prisma.order.updateMany({ where: { id, status: order.status }, data: { status } })
      if (written.count === 1) return
    } catch (error) {
      console.error('close', id, error)
    }
  }
  throw new Error('the order keeps changing')
}

const MORE = 1

export async function onceMore(): Promise<unknown> {
  for (let attempt = 0; attempt <= MORE; attempt++) { // expect-low: retry-without-backoff
    try {
      return await load()
    } catch (error) {
      console.error('rates', error)
    }
  }
  return undefined
}
