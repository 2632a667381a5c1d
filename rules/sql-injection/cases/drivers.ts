import Database from 'better-sqlite3'
import express from 'express'
import { sql as kyselySql, Kysely } from 'kysely'
import { sql as drizzleSql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import mssql from 'mssql'
import mysql from 'mysql2/promise'
import { knex } from 'knex'
import pgPromise from 'pg-promise'
import postgres from 'postgres'
import sqlite3 from 'sqlite3'
import { Sequelize, literal } from 'sequelize'
import { createPool, sql as slonikSql } from 'slonik'
import { Prisma, PrismaClient } from '@prisma/client'
import { Pool } from 'pg'
import { MikroORM } from '@mikro-orm/postgresql'
import { Model } from 'objection'

const app = express()
const lite = new Database('orders.db')
const lite3 = new sqlite3.Database('orders.db')
const my = mysql.createPool({ uri: process.env.MYSQL_URL })
const pg = new Pool()
const db = knex({ client: 'pg' })
const pgp = pgPromise()(process.env.PG_URL ?? '')
const pgsql = postgres()
const sequelize = new Sequelize('sqlite::memory:')
const prisma = new PrismaClient()
const kysely = new Kysely<{ orders: { id: number; status: string } }>({ dialect: undefined as never })
const orm = drizzle(pg)

class Order extends Model {
  static override tableName = 'orders'
}

app.get('/better-sqlite3', (req, res) => {
  res.json(lite.prepare(`SELECT id FROM orders WHERE status = '${req.query.status}'`).all()) // expect: sql-injection
})
app.get('/better-sqlite3/exec', (req, res) => {
  lite.exec("DELETE FROM orders WHERE status = '" + req.query.status + "'") // expect: sql-injection
  res.end()
})
app.get('/better-sqlite3/bound', (req, res) => {
  res.json(lite.prepare('SELECT id FROM orders WHERE status = ?').all(req.query.status))
})

app.get('/sqlite3', (req, res) => {
  lite3.all(`SELECT id FROM orders WHERE status = '${req.query.status}'`, (error, rows) => res.json(error ?? rows)) // expect: sql-injection
})
app.get('/sqlite3/bound', (req, res) => {
  lite3.all('SELECT id FROM orders WHERE status = ?', [req.query.status], (error, rows) => res.json(error ?? rows))
})

app.get('/mysql2', async (req, res) => {
  const [rows] = await my.query('SELECT id FROM orders WHERE status = "' + req.query.status + '"') // expect: sql-injection
  res.json(rows)
})
app.get('/mysql2/execute', async (req, res) => {
  const [rows] = await my.execute(`SELECT id FROM orders ORDER BY ${req.query.sort} LIMIT 10`) // expect: sql-injection
  res.json(rows)
})
app.get('/mysql2/object', async (req, res) => {
  const [rows] = await my.query({ sql: `SELECT id FROM orders WHERE status = '${req.query.status}'`, timeout: 1000 }) // expect: sql-injection
  res.json(rows)
})
app.get('/mysql2/escaped', async (req, res) => {
  const [rows] = await my.query(`SELECT id FROM orders WHERE status = ${my.escape(req.query.status)} ORDER BY ${mysql.escapeId(String(req.query.sort))}`)
  res.json(rows)
})

app.get('/pg/client', async (req, res) => {
  const client = await pg.connect()
  try {
    const text = `SELECT id FROM orders WHERE status = '${req.query.status}'` // expect: sql-injection
    const { rows } = await client.query({ text })
    res.json(rows)
  } finally {
    client.release()
  }
})
app.get('/pg/literal', async (req, res) => {
  const client = await pg.connect()
  const { rows } = await client.query(`SELECT id FROM orders WHERE status = ${client.escapeLiteral(String(req.query.status))} ORDER BY ${client.escapeIdentifier(String(req.query.sort))}`)
  client.release()
  res.json(rows)
})

app.get('/knex/raw', async (req, res) => {
  res.json(await db.raw(`SELECT id FROM orders WHERE status = '${req.query.status}'`)) // expect: sql-injection
})
app.get('/knex/order', async (req, res) => {
  res.json(await db('orders').select('id').orderByRaw(`${req.query.sort} DESC`)) // expect: sql-injection
})
app.get('/knex/select', async (req, res) => {
  res.json(await db('orders').select(db.raw(`SUM(${req.query.column}) AS total`))) // expect: sql-injection
})
app.get('/knex/having', async (req, res) => {
  res.json(await db('orders').groupBy('status').havingRaw('COUNT(*) > ' + req.query.least)) // expect: sql-injection
})
app.get('/knex/bound', async (req, res) => {
  res.json(await db('orders').whereRaw('status = ?', [req.query.status as string]).orderBy('id'))
})

app.get('/pg-promise', async (req, res) => {
  res.json(await pgp.any(`SELECT id FROM orders WHERE status = '${req.query.status}'`)) // expect: sql-injection
})
app.get('/pg-promise/one', async (req, res) => {
  res.json(await pgp.oneOrNone('SELECT id FROM orders WHERE id = ' + req.query.id)) // expect: sql-injection
})
app.get('/pg-promise/bound', async (req, res) => {
  res.json(await pgp.any('SELECT id FROM orders WHERE status = $1', [req.query.status]))
})

app.get('/postgres', async (req, res) => {
  res.json(await pgsql.unsafe(`SELECT id FROM orders WHERE status = '${req.query.status}'`)) // expect: sql-injection
})
app.get('/postgres/fragment', async (req, res) => {
  res.json(await pgsql`SELECT id FROM orders ORDER BY ${pgsql.unsafe(String(req.query.sort))}`) // expect: sql-injection
})
app.get('/postgres/bound', async (req, res) => {
  res.json(await pgsql`SELECT id FROM orders WHERE status = ${req.query.status as string} ORDER BY ${pgsql(String(req.query.sort))}`)
})

app.get('/sequelize', async (req, res) => {
  res.json(await sequelize.query(`SELECT id FROM orders WHERE status = '${req.query.status}'`)) // expect: sql-injection
})
app.get('/sequelize/literal', async (req, res) => {
  res.json(await sequelize.model('Order').findAll({ order: literal(`${req.query.sort} DESC`), limit: 10 })) // expect: sql-injection
})
app.get('/sequelize/bound', async (req, res) => {
  res.json(await sequelize.query('SELECT id FROM orders WHERE status = :status', { replacements: { status: req.query.status } }))
})

app.get('/prisma', async (req, res) => {
  res.json(await prisma.$queryRawUnsafe('SELECT id FROM orders WHERE status = \'' + req.query.status + '\'')) // expect: sql-injection
})
app.get('/prisma/execute', async (req, res) => {
  res.json(await prisma.$executeRawUnsafe(`UPDATE orders SET status = 'paid' WHERE id = ${req.query.id}`)) // expect: sql-injection
})
app.get('/prisma/raw', async (req, res) => {
  const order = Prisma.raw(`ORDER BY ${req.query.sort}`) // expect: sql-injection
  res.json(await prisma.$queryRaw`SELECT id FROM orders ${order}`)
})
app.get('/prisma/raw/whole', async (req, res) => {
  res.json(await prisma.$queryRaw`SELECT id FROM orders ORDER BY ${Prisma.raw(String(req.query.sort))}`) // expect: sql-injection
})
app.get('/prisma/bound', async (req, res) => {
  res.json(await prisma.$queryRawUnsafe('SELECT id FROM orders WHERE status = $1', req.query.status))
  res.json(await prisma.$queryRaw(Prisma.sql`SELECT id FROM orders WHERE status = ${req.query.status}`))
})

app.get('/kysely', async (req, res) => {
  res.json(await kysely.selectFrom('orders').selectAll().orderBy(kyselySql.raw(String(req.query.sort))).execute()) // expect: sql-injection
})
app.get('/kysely/bound', async (req, res) => {
  res.json(await kyselySql`SELECT id FROM orders WHERE status = ${req.query.status}`.execute(kysely))
})

app.get('/drizzle', async (req, res) => {
  res.json(await orm.execute(drizzleSql.raw(`SELECT id FROM orders WHERE status = '${req.query.status}'`))) // expect: sql-injection
})
app.get('/drizzle/fragment', async (req, res) => {
  res.json(await orm.execute(drizzleSql`SELECT id FROM orders ORDER BY ${drizzleSql.raw(req.query.sort as string)}`)) // expect: sql-injection
})
app.get('/drizzle/bound', async (req, res) => {
  res.json(await orm.execute(drizzleSql`SELECT id FROM orders WHERE status = ${req.query.status}`))
})

app.get('/mssql', async (req, res) => {
  const request = new mssql.Request()
  res.json(await request.query(`SELECT id FROM orders WHERE status = '${req.query.status}'`)) // expect: sql-injection
})
app.get('/mssql/pool', async (req, res) => {
  const pool = await mssql.connect(process.env.MSSQL_URL ?? '')
  res.json(await pool.request().query("SELECT id FROM orders WHERE id = '" + req.query.id + "'")) // expect: sql-injection
})
app.get('/mssql/bound', async (req, res) => {
  const pool = await mssql.connect(process.env.MSSQL_URL ?? '')
  res.json(await pool.request().input('status', req.query.status).query('SELECT id FROM orders WHERE status = @status'))
})

app.get('/mikro-orm', async (req, res) => {
  const { em } = await MikroORM.init({})
  res.json(await em.getConnection().execute(`SELECT id FROM orders WHERE status = '${req.query.status}'`)) // expect: sql-injection
})
app.get('/objection', async (req, res) => {
  res.json(await Order.query().whereRaw(`status = '${req.query.status}'`).limit(10)) // expect: sql-injection
})
app.get('/objection/knex', async (req, res) => {
  res.json(await Order.knex().raw(`SELECT id FROM orders WHERE status = '${req.query.status}'`)) // expect: sql-injection
})

app.get('/slonik', async (req, res) => {
  const pool = await createPool(process.env.PG_URL ?? '')
  res.json(await pool.any(slonikSql.unsafe`SELECT id FROM orders WHERE status = ${String(req.query.status)}`))
})
