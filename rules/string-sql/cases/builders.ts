import { Prisma, PrismaClient } from '@prisma/client'
import { knex } from 'knex'
import postgres from 'postgres'
import { DataSource } from 'typeorm'

const prisma = new PrismaClient()
const db = knex({ client: 'pg' })
const sql = postgres()
const source = new DataSource({ type: 'postgres' })

export async function unsafe(city: string) {
  return prisma.$queryRawUnsafe(`SELECT id FROM customers WHERE city = '${city}'`) // expect: string-sql
}

export async function rawFragment(city: string) {
  return db('customers').whereRaw(`city = '${city}'`) // expect: string-sql
}

export async function condition(city: string) {
  return source.createQueryBuilder().where("city = '" + city + "'").getMany() // expect: string-sql
}

export async function managed(city: string) {
  return source.manager.query(`SELECT id FROM customers WHERE city = '${city}'`) // expect: string-sql
}

export async function unsafeTemplate(city: string) {
  return sql.unsafe(`SELECT id FROM customers WHERE city = '${city}'`) // expect: string-sql
}

// Tagged templates bind what is interpolated.
export async function tagged(city: string) {
  await sql`SELECT id FROM customers WHERE city = ${city}`
  return prisma.$queryRaw(Prisma.sql`SELECT id FROM customers WHERE city = ${city}`)
}

export async function taggedDirectly(city: string) {
  return prisma.$queryRaw`SELECT id FROM customers WHERE city = ${city}`
}

export async function bindings(city: string) {
  await db('customers').whereRaw('city = ?', [city])
  await db.raw('SELECT id FROM customers WHERE city = :city', { city })
  return source.createQueryBuilder().where('city = :city', { city }).getMany()
}

// Raw SQL without anything from outside.
export async function counted() {
  return db('customers').select(db.raw('count(*) as total')).orderByRaw('total desc')
}
