import knex from 'knex'

const db = knex({ client: 'pg' })

export function frequent(): Promise<unknown[]> {
  return db('patients').select('id', 'visits').where('visits', '>', 10).limit(50)
}

export function doctor(id: number): Promise<unknown> {
  return db('doctors').where({ id }).first()
}
