import { unlink } from 'node:fs'
import express from 'express'
import { Pool } from 'pg'
import Redis from 'ioredis'

const pool = new Pool()
const redis = new Redis()
const app = express()

export async function closeSeat(id: number) {
  await pool.query('UPDATE seats SET open = false WHERE id = $1', [id]).then(
    () => undefined,
    () => {}, // expect: swallowed-error
  )
  await pool.query('UPDATE seats SET open = false WHERE id = $1', [id]).then(
    () => true,
    (error) => console.error('seat was not closed', error),
  )
}

app.post('/seats/:id/close', (req, res) => {
  pool.query('UPDATE seats SET open = false', (error: Error) => {}) // expect: swallowed-error
  pool.query('UPDATE seats SET seen = true', (error: Error) => {
    if (error) console.error(error)
  })
  unlink('/tmp/seats.lock', (error) => {})
  res.sendStatus(202)
})

export async function seatOf(id: number) {
  const found = await redis.get(`seat:${id}`).catch(() => undefined) // expect-low: swallowed-error
  if (!found) return pool.query('SELECT * FROM seats WHERE id = $1', [id])
  return JSON.parse(found)
}

let loading: Promise<unknown> | undefined

/** Whoever asked is told by the promise that is given back. */
export function load() {
  loading ??= pool.query('SELECT * FROM halls LIMIT 10')
  loading.finally(() => (loading = undefined)).catch(() => {})
  return loading
}

export async function noteVisit(userId: number) {
  await pool.query('UPDATE users SET last_seen_at = now() WHERE id = $1', [userId]).catch(() => {}) // expect-low: swallowed-error
}

async function register(id: number) {
  try {
    await pool.query('INSERT INTO halls (id) VALUES ($1)', [id])
  } catch (error) {
    console.error('hall was not registered', { id, error })
    throw error
  }
}

export function registerLater(id: number) {
  // It has reported its failure.
  setTimeout(() => void register(id).catch(() => undefined), 1_000)
}

/** Rejects what went wrong, after it has said so. */
function enter(id: number) {
  return new Promise<void>(async (resolve, reject) => {
    try {
      await pool.query('INSERT INTO halls (id) VALUES ($1)', [id])
      resolve()
    } catch (error) {
      console.error('hall was not entered', { id, error })
      return reject(error)
    }
  })
}

export async function enterUnseen(id: number) {
  await enter(id).catch(() => undefined) // expect-low: swallowed-error
}
