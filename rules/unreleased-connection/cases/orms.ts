import knex from 'knex'
import mongoose from 'mongoose'
import { Sequelize, type Transaction } from 'sequelize'
import type { DataSource } from 'typeorm'

const db = knex({ client: 'pg' })
const sequelize = new Sequelize('postgres://localhost/shop')

export async function withRunner(source: DataSource, id: number) {
  const runner = source.createQueryRunner() // expect: unreleased-connection
  await runner.connect()
  await runner.query('DELETE FROM orders WHERE id = $1', [id])
  await runner.release()
}

export async function withRunnerAtLast(source: DataSource, id: number) {
  const runner = source.createQueryRunner()
  await runner.connect()
  await runner.startTransaction()
  try {
    await runner.query('DELETE FROM orders WHERE id = $1', [id])
    await runner.commitTransaction()
  } catch (error) {
    await runner.rollbackTransaction()
    throw error
  } finally {
    await runner.release()
  }
}

export async function unmanaged(id: number) {
  const transaction = await sequelize.transaction() // expect: unreleased-connection
  await sequelize.query('DELETE FROM orders WHERE id = ?', { replacements: [id], transaction })
  await transaction.commit()
}

export async function unmanagedReturn(id: number) {
  const transaction = await sequelize.transaction() // expect: unreleased-connection
  try {
    const [rows] = await sequelize.query('SELECT id FROM orders WHERE id = ?', { replacements: [id], transaction })
    if (rows.length === 0) return false
    await transaction.commit()
    return true
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

export async function unmanagedAtLast(id: number, given?: Transaction) {
  const transaction = given ?? (await sequelize.transaction())
  try {
    await sequelize.query('DELETE FROM orders WHERE id = ?', { replacements: [id], transaction })
    if (!given) await transaction.commit()
  } catch (error) {
    if (!given) await transaction.rollback()
    throw error
  }
}

// The function is given its transaction by the library.
export async function managed(id: number) {
  return sequelize.transaction(async (transaction) => sequelize.query('DELETE FROM orders WHERE id = ?', { replacements: [id], transaction }))
}

export async function byBuilder(id: number) {
  const trx = await db.transaction() // expect: unreleased-connection
  try {
    await trx('orders').where({ id }).del()
    await trx.commit()
  } catch (error) {
    console.error(error)
  }
}

export async function byBuilderAtLast(id: number) {
  const trx = await db.transaction()
  try {
    await trx('orders').where({ id }).del()
    await trx.commit()
  } catch (error) {
    await trx.rollback()
    throw error
  }
}

export async function byChain(id: number) {
  const trx = await db.transaction()
  return db('orders').where({ id }).del().transacting(trx).then(trx.commit).catch(trx.rollback)
}

export async function withSession() {
  const session = await mongoose.startSession() // expect: unreleased-connection
  session.startTransaction()
  await mongoose.connection.collection('orders').deleteOne({ paid: false }, { session })
  await session.commitTransaction()
}

export async function withSessionAtLast() {
  const session = await mongoose.startSession()
  try {
    await session.withTransaction(async () => {
      await mongoose.connection.collection('orders').deleteOne({ paid: false }, { session })
    })
  } finally {
    await session.endSession()
  }
}

export async function withSessionEnded() {
  const session = await mongoose.startSession()
  session.startTransaction()
  try {
    await mongoose.connection.collection('orders').deleteOne({ paid: false }, { session })
    await session.commitTransaction()
  } catch (error) {
    await session.abortTransaction()
    throw error
  }
}

// Nothing is taken before the runner is connected, or asked for the first time.
export async function closeOrders(dataSource: DataSource, status: string) {
  const runner = dataSource.createQueryRunner()
  const known = await knownStatus(status)
  if (!known) return 0
  await runner.connect()
  try {
    return await runner.query('UPDATE orders SET status = $1', [status])
  } finally {
    await runner.release()
  }
}

export async function countOrders(dataSource: DataSource, status: string) {
  const runner = dataSource.createQueryRunner() // expect: unreleased-connection
  await runner.connect()
  const known = await knownStatus(status)
  if (!known) return 0
  const found = await runner.query('SELECT count(*) FROM orders WHERE status = $1', [status])
  await runner.release()
  return found
}

async function knownStatus(status: string) {
  const answer = await fetch(`https://statuses.example.com/${status}`)
  return answer.ok
}

// The library ends the transaction; the session stays until it times out.
export async function withSessionOfItsOwn(paid: boolean) {
  const session = await mongoose.startSession() // expect-low: unreleased-connection
  await session.withTransaction(async () => {
    await mongoose.connection.collection('orders').deleteOne({ paid }, { session })
  })
  await session.endSession()
}

// Nothing is part of the transaction.
export async function withSessionOfNobody(paid: boolean) {
  const session = await mongoose.startSession() // expect-low: unreleased-connection
  session.startTransaction()
  const { deletedCount } = await mongoose.connection.collection('orders').deleteMany({ paid })
  if (deletedCount === 0) {
    await session.abortTransaction()
    return 0
  }
  await session.commitTransaction()
  await session.endSession()
  return deletedCount
}
