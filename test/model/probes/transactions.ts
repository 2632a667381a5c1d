import { PrismaClient, type Prisma } from '@prisma/client'
import { knex, type Knex } from 'knex'
import { Pool, type PoolClient } from 'pg'
import { DataSource } from 'typeorm'

const prisma = new PrismaClient()
const db = knex({ client: 'pg' })
const pool = new Pool()
const source = new DataSource({ type: 'postgres' })

export async function callbacks(id: number) {
  await prisma.$transaction(async (tx) => {
    await tx.order.delete({ where: { id } }) // operation: query delete one order; transaction: in
    await prisma.order.delete({ where: { id } }) // operation: query delete one order; transaction: out
    await given(tx, id)
  })
  await prisma.$transaction([prisma.order.deleteMany()]) // operation: query delete many order; transaction: in
  await db.transaction((trx) => trx('orders').del()) // operation: query delete unknown orders; transaction: in
  await source.transaction(async (manager) => {
    await manager.query('DELETE FROM orders') // operation: query delete many orders; transaction: in
  })
}

async function given(client: Prisma.TransactionClient, id: number) {
  await client.order.count({ where: { id } }) // operation: query aggregate one order; transaction: in
}

export async function mixed(id: number, trx: Knex = db) {
  await trx('orders').where({ id }).del() // operation: query delete unknown orders; transaction: parameter
}

/** A list that is spread may hold the handle. */
async function listed(id: number, trx: Knex = db) {
  await trx('orders').where({ id }).del() // operation: query delete unknown orders; transaction: parameter
}

export async function spread(parts: [number, Knex]) {
  await listed(...parts)
}

export async function begun() {
  const runner = source.createQueryRunner()
  await runner.startTransaction()
  await runner.manager.query('DELETE FROM orders') // operation: query delete many orders; transaction: in
  await runner.commitTransaction()
  const client = await pool.connect()
  await client.query('BEGIN') // operation: query unknown unknown ?
  await client.query('DELETE FROM orders') // operation: query delete many orders; transaction: in
  await client.query('COMMIT') // operation: query unknown unknown ?
}

async function inside<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  await client.query('BEGIN') // operation: query unknown unknown ?
  const result = await run(client)
  await client.query('COMMIT') // operation: query unknown unknown ?
  return result
}

export async function helped() {
  await inside(async (client) => {
    await client.query('DELETE FROM orders') // operation: query delete many orders; transaction: in
    await pool.query('DELETE FROM orders') // operation: query delete many orders; transaction: out
  })
  await mixed(1)
  await db.transaction((trx) => mixed(1, trx))
}
