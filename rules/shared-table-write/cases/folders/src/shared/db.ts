import knex from 'knex'

export const db = knex({ client: 'pg' })

// Code that all parts share is no part of its own.
export async function touchShow(id: number) {
  await db('shows').where({ id }).update({ touched_at: new Date() })
}
