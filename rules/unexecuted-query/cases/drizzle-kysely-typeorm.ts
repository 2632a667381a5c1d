import { drizzle } from 'drizzle-orm/node-postgres'
import { eq } from 'drizzle-orm'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { Kysely } from 'kysely'
import { DataSource } from 'typeorm'

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
