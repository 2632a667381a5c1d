import knex from 'knex'
import { Kysely } from 'kysely'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, serial, text } from 'drizzle-orm/pg-core'
import { Pool } from 'pg'

const db = knex({ client: 'pg' })
const kysely = new Kysely<{ orders: { id: number; status: string } }>({} as any)
const pool = new Pool()
const dz = drizzle(pool)
const orders = pgTable('orders', { id: serial('id').primaryKey(), status: text('status') })

export async function close(id: number) {
  await db('orders').update({ status: 'closed' }) // expect: unfiltered-write
  await db('orders').del() // expect: unfiltered-write
  await db('orders').where({ id }).update({ status: 'closed' })
  await db('orders').del().where('id', id)
  await db('orders').insert({ status: 'open' })
  await kysely.deleteFrom('orders').execute() // expect: unfiltered-write
  await kysely.deleteFrom('orders').where('id', '=', id).execute()
  await kysely.updateTable('orders').set({ status: 'closed' }).execute() // expect: unfiltered-write
  await dz.delete(orders) // expect: unfiltered-write
  await dz.delete(orders).where(eq(orders.id, id))
  await dz.update(orders).set({ status: 'closed' }) // expect: unfiltered-write
  await pool.query('DELETE FROM orders') // expect: unfiltered-write
  await pool.query('UPDATE orders SET status = $1', ['closed']) // expect: unfiltered-write
  await pool.query('DELETE FROM orders WHERE id = $1', [id])
  await pool.query('INSERT INTO orders (status) VALUES ($1)', ['open'])
}

// Where the clause comes from elsewhere, nobody knows; without the id, no condition is added.
export async function closeSome(clause: string, id?: number) {
  await pool.query(`DELETE FROM orders ${clause}`)
  const query = db('orders').del() // expect: unfiltered-write
  if (id) query.where('id', id)
  await query
}

// Handed out before it runs.
export function closing() {
  return db('orders').update({ status: 'closed' })
}

// Made again all the time, outside of requests.
export async function fillReport() {
  await pool.query('DELETE FROM order_stats') // expect-low: unfiltered-write
  await pool.query('INSERT INTO order_stats SELECT status, count(*) FROM orders GROUP BY status')
}

export async function purge() {
  await pool.query('TRUNCATE orders') // expect-low: unfiltered-write
}

export async function removeSome(status: string | undefined, customerId: number | undefined) {
  const query = db('orders') // expect: unfiltered-write
  if (status) query.where({ status })
  if (customerId) query.andWhere({ customer_id: customerId })
  await query.delete()
}

export async function removeRefused(status: string | undefined, customerId: number | undefined) {
  if (!status && !customerId) throw new Error('nothing is asked for')
  const query = db('orders')
  if (status) query.where({ status })
  if (customerId) query.andWhere({ customer_id: customerId })
  await query.delete()
}

export async function removeOwned(ownerId: number, status: string | undefined) {
  const query = db('orders').where({ owner_id: ownerId })
  if (status) query.andWhere({ status })
  await query.delete()
}

export async function removeEither(isOpen: boolean, id: number) {
  const query = db('orders')
  if (isOpen) query.where({ id, open: true })
  else query.where({ id })
  await query.delete()
}

// The rest of the text is added where the rows are known.
export async function change(id: number, changes: { status?: string; note?: string }) {
  let text = 'UPDATE orders SET'
  const parts: string[] = []
  const values: unknown[] = []
  if (changes.status !== undefined) parts.push(`status = $${values.push(changes.status)}`)
  if (changes.note !== undefined) parts.push(`note = $${values.push(changes.note)}`)
  text += ` ${parts.join(', ')} WHERE id = $${values.push(id)}`
  await pool.query(text, values)
}

// Signing everybody out is what deleting all sessions is for.
export async function signOutEverybody() {
  await pool.query('DELETE FROM sessions') // expect-low: unfiltered-write
}
