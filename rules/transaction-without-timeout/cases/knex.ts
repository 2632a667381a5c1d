import { knex } from 'knex'

const db = knex({ client: 'pg' })

export async function hold(id: number) {
  await db.transaction(async (trx) => {
    await trx('seats').where({ id }).update({ state: 'held' })
  })
}

// One setting bounds them all: told once, where the work is longest.
export async function holdAll(ids: number[]) {
  await db.transaction(async (trx) => { // expect: transaction-without-timeout
    for (const id of ids) await trx('seats').where({ id }).update({ state: 'held' })
  })
}

export async function sell(id: number) {
  await db.transaction(async (trx) => {
    await trx('seats').where({ id }).update({ state: 'sold' })
  })
}
