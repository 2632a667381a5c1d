import knex from 'knex'

const db = knex({ client: 'pg' })

export function rate(day: string): Promise<unknown> {
  return db('rates').where({ day }).first()
}
