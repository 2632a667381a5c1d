import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable } from 'drizzle-orm/pg-core'
import knexFactory from 'knex'
import { Pool } from 'pg'

const knex = knexFactory({ client: 'pg' })
const orders = pgTable('orders', { id: integer('id').primaryKey() })
const db = drizzle(new Pool(), { schema: { orders } })

// Nobody gets what the function returns.
export function removeEach(ids: number[]) {
  ids.forEach((id) => knex('orders').where({ id }).del()) // expect: unexecuted-query
}

export function removeAll(ids: number[]) {
  ids.map((id) => db.delete(orders).where(eq(orders.id, id))) // expect: unexecuted-query
}

// Waited for.
export async function removeTogether(ids: number[]) {
  await Promise.all(ids.map((id) => db.delete(orders).where(eq(orders.id, id))))
}

export function removals(ids: number[]) {
  return ids.map((id) => knex('orders').where({ id }).del())
}
