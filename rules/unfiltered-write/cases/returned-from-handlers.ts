import { initTRPC } from '@trpc/server'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, serial } from 'drizzle-orm/pg-core'
import { Pool } from 'pg'

const orders = pgTable('orders', { id: serial('id').primaryKey(), total: integer('total') })
const db = drizzle(new Pool())
const t = initTRPC.context<{ db: typeof db }>().create()

/** Whoever is given it waits for it. */
const remove = () => db.delete(orders) // expect: unfiltered-write

export const router = t.router({
  // The framework waits for what a handler returns.
  discard: t.procedure.mutation(({ ctx }) => ctx.db.delete(orders)), // expect: unfiltered-write
  first: t.procedure.mutation(({ ctx }) => ctx.db.delete(orders).where(eq(orders.id, 1))),
  again: t.procedure.mutation(async () => {
    await remove()
  }),
  list: t.procedure.query(({ ctx }) => ctx.db.select().from(orders)), // expect: unbounded-query
  some: t.procedure.query(({ ctx }) => ctx.db.select().from(orders).limit(20)),
})
