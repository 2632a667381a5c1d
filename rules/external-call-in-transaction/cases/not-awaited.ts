import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import Fastify from 'fastify'
import { Pool } from 'pg'
import { Resend } from 'resend'

const orm = drizzle(new Pool())
const seats = pgTable('seats', { id: integer('id').primaryKey(), state: text('state') })
const resend = new Resend('key')
const app = Fastify()

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function connect(id: number): Promise<number> {
  return new Promise((resolve) => {
    // Nobody waits here.
    sleep(1000)
    resolve(id)
  })
}

app.post('/seats/:id', async (request) => {
  const { id } = request.params as { id: number }
  await orm.transaction(async (tx) => {
    await tx.update(seats).set({ state: 'held' }).where(eq(seats.id, id))
    await connect(id)
  })
  await orm.transaction(async (tx) => {
    await tx.update(seats).set({ state: 'held' }).where(eq(seats.id, id))
    await sleep(1000) // expect: external-call-in-transaction
  })
})

// Nothing is locked for long, and a rollback does not take the mail back.
app.post('/seats/:id/mail', async (request) => {
  const { id } = request.params as { id: number }
  const mails: Promise<unknown>[] = []
  const later: (() => Promise<unknown>)[] = []
  await orm.transaction(async (tx) => {
    await tx.update(seats).set({ state: 'sold' }).where(eq(seats.id, id))
    mails.push(resend.emails.send({ from: 'a@example.com', to: 'b@example.com', subject: 'sold', text: 'sold' })) // expect: external-call-in-transaction
    later.push(() => resend.emails.send({ from: 'a@example.com', to: 'b@example.com', subject: 'sold', text: 'sold' }))
  })
  await Promise.all(mails)
  for (const send of later) await send()
})
