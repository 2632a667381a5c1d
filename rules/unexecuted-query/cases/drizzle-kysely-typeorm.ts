import { drizzle } from 'drizzle-orm/node-postgres'
import { eq } from 'drizzle-orm'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { Kysely } from 'kysely'
import { DataSource } from 'typeorm'
import type { SelectQueryBuilder } from 'typeorm/query-builder/SelectQueryBuilder.js'

const orders = pgTable('orders', { id: integer('id').primaryKey(), status: text('status') })
const db = drizzle('postgres://localhost/shop')

interface Database {
  seats: { id: number; taken: boolean }
}
declare const kysely: Kysely<Database>
declare const source: DataSource

export async function close(id: number) {
  db.update(orders).set({ status: 'closed' }).where(eq(orders.id, id)) // expect: unexecuted-query
  await db.update(orders).set({ status: 'closed' }).where(eq(orders.id, id))
}

export async function take(id: number) {
  kysely.updateTable('seats').set({ taken: true }).where('id', '=', id) // expect: unexecuted-query
  await kysely.updateTable('seats').set({ taken: true }).where('id', '=', id).execute()
}

export async function archive(id: number) {
  await source.createQueryBuilder().update('orders').set({ archived: true }).where('id = :id', { id }) // expect: unexecuted-query
  await source.createQueryBuilder().update('orders').set({ archived: true }).where('id = :id', { id }).execute()
}

// A builder changes itself: what a step gives is not needed.
const openOrders = (): SelectQueryBuilder<{ id: number }> => source.getRepository<{ id: number }>('orders').createQueryBuilder('o').where('o.open')

export async function listOpen() {
  const builder = openOrders().leftJoinAndSelect('o.lines', 'line')
  builder.orderBy('o.id', 'DESC').addOrderBy('o.total')
  return builder.getMany()
}
