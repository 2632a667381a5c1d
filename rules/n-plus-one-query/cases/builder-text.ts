import knexFactory from 'knex'
import { Pool } from 'pg'

const knex = knexFactory({ client: 'pg' })
const pool = new Pool()

// Text is made for each order, and all of it goes to the database at once.
export async function moveAll(orders: { id: number; position: number }[]) {
  const updates = orders.map((order) => knex('orders').where('id', order.id).update({ position: order.position }).toQuery())
  await pool.query(updates.join(';'))
}

export async function moveEach(orders: { id: number; position: number }[]) {
  for (const order of orders) {
    await knex('orders').where('id', order.id).update({ position: order.position }) // expect: n-plus-one-query
  }
}

// Parts of one statement.
export async function named(names: Map<number, string>) {
  return knex.unionAll([...names].map(([id, name]) => knex.select(knex.raw('? as id, ? as name', [id, name]))))
}
