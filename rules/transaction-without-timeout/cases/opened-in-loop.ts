// A transaction for each item of a list ends with the item; one around the list ends with the list.
import type { Knex } from 'knex'
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Parcel {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}

export async function sendEach(db: Knex, ids: number[]) {
  for (const id of ids) {
    const trx = await db.transaction() // expect-low: transaction-without-timeout
    try {
      await trx('parcels').where({ id }).update({ status: 'sent' })
      await trx('labels').insert({ parcel_id: id })
      await trx.commit()
    } catch (error) {
      await trx.rollback()
      throw error
    }
  }
}

export async function sendAll(source: DataSource, ids: number[]) {
  const runner = source.createQueryRunner()
  await runner.startTransaction() // expect: transaction-without-timeout
  try {
    for (const id of ids) await runner.manager.update(Parcel, { id }, { status: 'sent' })
    await runner.commitTransaction()
  } finally {
    await runner.release()
  }
}
