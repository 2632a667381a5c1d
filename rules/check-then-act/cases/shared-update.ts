import express from 'express'
import knex, { type Knex } from 'knex'

const db = knex({ client: 'pg' })

interface Row {
  id: number
}

/** One `update` for all who write, whether they hold a lock or not. */
abstract class TableRepository<T extends Row> {
  protected abstract readonly table: string

  protected query(trx?: Knex.Transaction) {
    return (trx ?? db)(this.table)
  }

  find(id: number, trx?: Knex.Transaction): Promise<T> {
    return this.query(trx).where({ id }).first() as Promise<T>
  }

  findLocked(id: number, trx: Knex.Transaction): Promise<T> {
    return this.query(trx).where({ id }).forUpdate().first() as Promise<T>
  }

  async update(id: number, values: Partial<T>, trx?: Knex.Transaction): Promise<void> {
    await this.query(trx)
      .where({ id })
      .update(values as object)
  }
}

class SeatRepository extends TableRepository<Row & { free: number }> {
  protected readonly table = 'shows'
}

const seats = new SeatRepository()

async function reserve(id: number, count: number): Promise<void> {
  const show = await seats.find(id)
  if (show.free < count) throw new Error('sold out')
  await seats.update(id, { free: show.free - count }) // expect: check-then-act
}

async function reserveLocked(id: number, count: number): Promise<void> {
  await db.transaction(async (trx) => {
    const show = await seats.findLocked(id, trx)
    if (show.free < count) throw new Error('sold out')
    await seats.update(id, { free: show.free - count }, trx)
  })
}

const STRICT = { isolationLevel: 'serializable' } as const

async function reserveStrictly(id: number, count: number): Promise<void> {
  await db.transaction(async (trx) => {
    const show = await trx('shows').where({ id }).first()
    if (show.free < count) throw new Error('sold out')
    await trx('shows')
      .where({ id })
      .update({ free: show.free - count })
  }, STRICT)
}

const LAX = { isolationLevel: 'read committed' } as const

async function reserveLaxly(id: number, count: number): Promise<void> {
  await db.transaction(async (trx) => {
    const show = await trx('shows').where({ id }).first()
    if (show.free < count) throw new Error('sold out')
    await trx('shows') // expect: check-then-act
      .where({ id })
      .update({ free: show.free - count })
  }, LAX)
}

const app = express()
app.post('/shows/:id/reserve', async (req, res) => {
  const id = Number(req.params.id)
  await reserve(id, 1)
  await reserveLocked(id, 1)
  await reserveStrictly(id, 1)
  await reserveLaxly(id, 1)
  res.sendStatus(204)
})
