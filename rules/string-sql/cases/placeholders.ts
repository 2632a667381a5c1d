import Database from 'better-sqlite3'
import mssql from 'mssql'
import mysql from 'mysql2/promise'
import { knex } from 'knex'
import pgPromise from 'pg-promise'
import postgres from 'postgres'
import sqlite3 from 'sqlite3'
import { QueryTypes, Sequelize } from 'sequelize'
import { sql as drizzleSql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { sql as kyselySql, Kysely } from 'kysely'
import { PrismaClient } from '@prisma/client'
import { Pool } from 'pg'
import { MikroORM } from '@mikro-orm/postgresql'
import { DataSource } from 'typeorm'

const lite = new Database('seats.db')
const lite3 = new sqlite3.Database('seats.db')
const my = mysql.createPool({ uri: process.env.MYSQL_URL })
const pg = new Pool()
const db = knex({ client: 'pg' })
const pgp = pgPromise()(process.env.PG_URL ?? '')
const pgsql = postgres()
const sequelize = new Sequelize('sqlite::memory:')
const prisma = new PrismaClient()
const orm = drizzle(pg)
const kysely = new Kysely<{ seats: { id: number; label: string } }>({ dialect: undefined as never })
const source = new DataSource({ type: 'postgres' })

export const pgValue = (label: string, hall: number) => pg.query(`SELECT id FROM seats WHERE hall = ${hall} AND label = '${label}'`) // expect: string-sql
export const pgLike = (label: string) => pg.query(`SELECT id FROM seats WHERE label ILIKE '%${label}%'`) // expect: string-sql
export const pgStarts = (label: string) => pg.query("SELECT id FROM seats WHERE label LIKE '" + label + "%' ORDER BY id") // expect: string-sql
export const pgMore = (hall: string, label: string) => pg.query(`SELECT id FROM seats WHERE hall = $1 AND label = '${label}'`, [hall]) // expect: string-sql
export const pgObject = (label: string) => pg.query({ text: `SELECT id FROM seats WHERE label = '${label}'` }) // expect: string-sql
export const pgObjectValues = (hall: string, label: string) => pg.query({ text: `SELECT id FROM seats WHERE hall = $1 AND label = '${label}'`, values: [hall] }) // expect: string-sql

export const mysqlQuery = (label: string) => my.query(`SELECT id FROM seats WHERE label = "${label}"`) // expect: string-sql
export const mysqlExecute = (label: string) => my.execute("SELECT id FROM seats WHERE label = '" + label + "'") // expect: string-sql
export const mysqlObject = (label: string) => my.query({ sql: `SELECT id FROM seats WHERE label = '${label}'` }) // expect: string-sql

export const liteAll = (label: string) => lite.prepare(`SELECT id FROM seats WHERE label = '${label}'`).all() // expect: string-sql
export const liteGet = (label: string, hall: string) => lite.prepare(`SELECT id FROM seats WHERE label = '${label}' AND hall = ?`).get(hall) // expect: string-sql
export const lite3All = (label: string, done: (error: Error | null) => void) => lite3.all(`SELECT id FROM seats WHERE label = '${label}'`, done) // expect: string-sql

export const knexRaw = (label: string) => db.raw(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
export const knexWhere = (label: string) => db('seats').whereRaw(`lower(label) = '${label}'`) // expect: string-sql

export const pgpAny = (label: string) => pgp.any(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
export const pgpOne = (label: string) => pgp.one("SELECT id FROM seats WHERE label = '" + label + "'") // expect: string-sql

export const postgresUnsafe = (label: string) => pgsql.unsafe(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql

export const sequelizeQuery = (label: string) => sequelize.query(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
export const sequelizeOptions = (label: string) => sequelize.query(`SELECT id FROM seats WHERE label LIKE '%${label}%'`, { type: QueryTypes.SELECT }) // expect: string-sql

export const prismaQuery = (label: string) => prisma.$queryRawUnsafe(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
export const prismaGeneric = (label: string) => prisma.$queryRawUnsafe<{ id: number }[]>(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
export const prismaConcatenated = (label: string) => prisma.$executeRawUnsafe("DELETE FROM seats WHERE label = '" + label + "'") // expect: string-sql

export const drizzleRaw = (label: string) => orm.execute(drizzleSql.raw(`SELECT id FROM seats WHERE label = '${label}'`)) // expect: string-sql
export const kyselyRaw = (label: string) => kyselySql.raw(`SELECT id FROM seats WHERE label = '${label}'`).execute(kysely) // expect: string-sql

export const typeormQuery = (label: string) => source.query(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
export const typeormManager = (label: string) => source.manager.query(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
export const typeormWhere = (label: string) => source.createQueryBuilder().where(`seat.label = '${label}'`).getMany() // expect: string-sql
export const typeormAnd = (label: string, hall: string) => source.createQueryBuilder().where('seat.hall = :hall', { hall }).andWhere(`seat.label LIKE '%${label}%'`).getMany() // expect: string-sql

export const mssqlRequest = (label: string) => new mssql.Request().query(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql

export async function mikro(label: string) {
  const { em } = await MikroORM.init({})
  return em.getConnection().execute(`SELECT id FROM seats WHERE label = '${label}'`) // expect: string-sql
}

// Built over a constant, and over statements.
export async function named(label: string) {
  const text = `SELECT id FROM seats WHERE label = '${label}'` // expect: string-sql
  return pg.query(text)
}

export async function collected(label?: string, hall?: string) {
  let text = 'SELECT id FROM seats WHERE 1 = 1'
  if (label) text += ` AND label = '${label}'` // expect: string-sql
  if (hall) text += " AND hall = '" + hall + "'"
  return pg.query(text)
}

// What is no value stays in the text.
const TABLES = { seats: 'seats', halls: 'halls' } as const
export const keptNames = (table: keyof typeof TABLES, label: string) => my.query(`SELECT id FROM \`${TABLES[table]}\` WHERE label = '${label}'`) // expect: string-sql
export const limited = (limit: string) => my.query(`SELECT id FROM seats LIMIT ${limit}`) // expect: string-sql
export const dated = (days: string) => pg.query(`SELECT id FROM seats WHERE sold_at > now() - interval '${days} days'`) // expect: string-sql

// A name from outside: a list of those that are known.
export async function sorted(sort: string, order: string) {
  return pg.query(`SELECT id, label FROM seats ORDER BY ${sort} ${order}`) // expect: string-sql
}
