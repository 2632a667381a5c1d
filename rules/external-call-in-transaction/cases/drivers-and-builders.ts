import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { eq } from 'drizzle-orm'
import { Kafka } from 'kafkajs'
import { knex } from 'knex'
import { Kysely, PostgresDialect } from 'kysely'
import mongoose, { Schema, model } from 'mongoose'
import mysql from 'mysql2/promise'
import { Pool, type PoolClient } from 'pg'
import { DataTypes, Sequelize } from 'sequelize'
import { createPool, sql } from 'slonik'
import { Model } from 'objection'

const producer = new Kafka({ brokers: [] }).producer()
const db = knex({ client: 'pg' })
const pool = new Pool()
const seats = pgTable('seats', { id: integer('id').primaryKey(), state: text('state') })
const orm = drizzle(pool)
const kysely = new Kysely<{ seats: { id: number; state: string } }>({ dialect: new PostgresDialect({ pool }) })
const sequelize = new Sequelize('postgres://db')
const Booking = sequelize.define('booking', { state: DataTypes.STRING })
const Ticket = model('Ticket', new Schema({ state: String }))

class Ledger extends Model {
  static tableName = 'ledger'
}

const announce = (id: number) => producer.send({ topic: 'seats', messages: [{ value: String(id) }] })

export async function holdWithKnex(id: number) {
  await db.transaction(async (trx) => {
    await trx('seats').where({ id }).update({ state: 'held' })
    await announce(id) // expect: external-call-in-transaction
  })
  await db.transaction(async (trx) => {
    await trx('seats').where({ id }).update({ state: 'held' })
    void trx.executionPromise.then(() => announce(id))
  })
}

export async function holdByHand(id: number) {
  const trx = await db.transaction()
  try {
    const [seat] = await trx('seats').where({ id })
    if (!seat) {
      await trx.rollback()
      await announce(id)
      return
    }
    await trx('seats').where({ id }).update({ state: 'held' })
    await announce(id) // expect: external-call-in-transaction
    await trx.commit()
  } catch (error) {
    await trx.rollback()
    throw error
  }
  await announce(id)
}

export async function holdWithDrizzle(id: number) {
  await orm.transaction(async (tx) => {
    await tx.update(seats).set({ state: 'held' }).where(eq(seats.id, id))
    await announce(id) // expect: external-call-in-transaction
  })
}

export async function holdWithKysely(id: number) {
  await kysely.transaction().execute(async (trx) => {
    await trx.updateTable('seats').set({ state: 'held' }).where('id', '=', id).execute()
    await fetch(`https://seats/${id}`) // expect: external-call-in-transaction
  })
}

export async function bookWithSequelize(id: number) {
  await sequelize.transaction(async (transaction) => {
    await Booking.update({ state: 'booked' }, { where: { id }, transaction })
    transaction.afterCommit(async () => {
      await announce(id)
    })
    await announce(id) // expect: external-call-in-transaction
  })
  const transaction = await sequelize.transaction()
  await Booking.update({ state: 'booked' }, { where: { id }, transaction })
  await announce(id) // expect: external-call-in-transaction
  await transaction.commit()
  await announce(id)
}

export async function sellWithMongoose(id: string) {
  const session = await mongoose.startSession()
  await session.withTransaction(async () => {
    await Ticket.updateOne({ _id: id }, { state: 'sold' }, { session })
    await fetch('https://tickets', { method: 'POST' }) // expect: external-call-in-transaction
  })
  session.startTransaction()
  await Ticket.updateOne({ _id: id }, { state: 'sold' }, { session })
  await fetch('https://tickets', { method: 'POST' }) // expect: external-call-in-transaction
  await session.commitTransaction()
  await fetch('https://tickets', { method: 'POST' })
}

// Nothing is written yet, and the session takes no connection until it is.
export async function quoteWithMongoose(id: string) {
  const session = await mongoose.startSession()
  await session.withTransaction(async () => {
    const ticket = await Ticket.findById(id).session(session)
    const response = await fetch(`https://tickets/${ticket?.id}`) // expect-low: external-call-in-transaction
    await Ticket.updateOne({ _id: id }, { state: response.ok ? 'sold' : 'free' }, { session })
  })
}

export async function payWithPg(id: number) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE seats SET state = $1 WHERE id = $2', ['paid', id])
    await announce(id) // expect: external-call-in-transaction
    await client.query('COMMIT')
    await announce(id)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

export async function payInOneBranch(id: number) {
  const client = await pool.connect()
  if (id > 10) {
    await client.query('BEGIN')
    await client.query('UPDATE seats SET state = $1 WHERE id = $2', ['paid', id])
    await client.query('COMMIT')
    return
  }
  await announce(id)
}

export async function payWithMysql(id: number) {
  const connection = await mysql.createConnection('mysql://db')
  await connection.beginTransaction()
  await connection.query('UPDATE seats SET state = ? WHERE id = ?', ['paid', id])
  await announce(id) // expect: external-call-in-transaction
  await connection.commit()
}

export async function payWithSlonik(id: number) {
  const slonik = await createPool('postgres://db')
  await slonik.transaction(async (connection) => {
    await connection.query(sql.unsafe`UPDATE seats SET state = 'paid' WHERE id = ${id}`)
    await announce(id) // expect: external-call-in-transaction
  })
}

export async function bookWithObjection(amount: number) {
  await Ledger.transaction(async (trx) => {
    await Ledger.query(trx).insert({ amount } as object)
    await announce(amount) // expect: external-call-in-transaction
  })
}

/** What is begun by hand and handed on to a function is a transaction around that function. */
async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

export async function holdHandedOn(id: number) {
  await inTransaction(async (client) => {
    await client.query('UPDATE seats SET state = $1 WHERE id = $2', ['held', id])
    await announce(id) // expect: external-call-in-transaction
  })
  await announce(id)
}
