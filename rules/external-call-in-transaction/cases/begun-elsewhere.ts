import axios from 'axios'
import knex from 'knex'
import mongoose, { model, Schema } from 'mongoose'
import { Pool } from 'pg'

const db = knex({ client: 'pg' })
const pool = new Pool()
const Order = model('Order', new Schema({ total: Number }))

/** Whoever calls these ends what they begin. */
const begin = () => db.transaction()
async function beginOnClient() {
  const client = await pool.connect()
  await client.query('BEGIN')
  return client
}
async function beginSession() {
  const session = await mongoose.startSession()
  session.startTransaction()
  return session
}

export async function ship(id: number): Promise<void> {
  const trx = await begin()
  try {
    await trx('orders').where({ id }).update({ status: 'shipped' })
    await axios.post('https://carrier.example.com/parcels', { id }) // expect: external-call-in-transaction
    await trx.commit()
  } catch (error) {
    await trx.rollback()
    throw error
  }
  await axios.post('https://mail.example.com/shipped', { id })
}

export async function charge(id: number): Promise<void> {
  const client = await beginOnClient()
  try {
    await client.query('UPDATE orders SET status = $1 WHERE id = $2', ['paid', id])
    await axios.post('https://payments.example.com/charges', { id }) // expect: external-call-in-transaction
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

export async function cancel(id: string): Promise<void> {
  const session = await beginSession()
  try {
    await Order.updateOne({ _id: id }, { total: 0 }, { session })
    await axios.post('https://mail.example.com/cancelled', { id }) // expect: external-call-in-transaction
    await session.commitTransaction()
  } catch (error) {
    await session.abortTransaction()
    throw error
  } finally {
    await session.endSession()
  }
}
