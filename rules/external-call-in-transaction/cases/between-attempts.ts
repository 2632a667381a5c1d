import { drizzle } from 'drizzle-orm/node-postgres'
import { eq } from 'drizzle-orm'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { Pool } from 'pg'
import { createClient } from 'redis'

const orm = drizzle(new Pool())
const seats = pgTable('seats', { id: integer('id').primaryKey(), state: text('state') })
const cache = createClient()

const ROUNDS = 5
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

// Nobody waits where the first look finds it.
async function planOf(hallId: string): Promise<string | null> {
  for (let i = 0; i < ROUNDS; i++) {
    if (i > 0) await sleep(75)
    const plan = await cache.get(`plan:${hallId}`)
    if (plan) return plan
  }
  return null
}

async function lockHall(hallId: string) {
  for (;;) {
    const locked = await cache.set(`hall:${hallId}`, '1', { NX: true, EX: 5 })
    if (locked === 'OK') return
    await sleep(20)
  }
}

async function waitForTurn(hallId: string) {
  while (!(await cache.get(`turn:${hallId}`))) await sleep(20)
}

// Between pages and between elements, everybody waits.
async function printRows(hallId: string) {
  for (let page = 0; page < ROUNDS; page++) {
    if (page > 0) await sleep(75)
    const rows = await cache.lRange(`rows:${hallId}`, page * 10, page * 10 + 9)
    if (rows.length === 0) break
    await cache.rPush('printer', rows)
  }
}

async function printAll(halls: readonly string[]) {
  for (let i = 0; i < halls.length; i++) {
    if (i > 0) await sleep(75)
    const plan = await cache.get(`plan:${halls[i]}`)
    if (plan) break
  }
}

export async function holdSeat(seatId: number, hallId: string, halls: readonly string[]) {
  await orm.transaction(async (tx) => {
    await tx.update(seats).set({ state: 'held' }).where(eq(seats.id, seatId))
    await planOf(hallId)
    await lockHall(hallId)
    await waitForTurn(hallId)
    await printRows(hallId) // expect: external-call-in-transaction
    await printAll(halls) // expect: external-call-in-transaction
  })
}
