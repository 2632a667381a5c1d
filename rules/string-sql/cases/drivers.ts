import mysql from 'mysql2/promise'
import { Pool } from 'pg'
import format from 'pg-format'

const pool = new Pool()
const db = mysql.createPool({ uri: process.env.DATABASE_URL })

const COLUMNS = { name: 'name', created: 'created_at' } as const
const BASE = 'SELECT id, name FROM customers'

export async function byEmail(email: string) {
  return pool.query(`SELECT id FROM customers WHERE email = '${email}'`) // expect: string-sql
}

export async function byName(name: string) {
  return db.query("SELECT id FROM customers WHERE name LIKE '%" + name + "%'") // expect: string-sql
}

export async function search(filters: { city?: string; name?: string }) {
  let sql = 'SELECT id FROM customers WHERE 1 = 1'
  if (filters.city) sql += ` AND city = '${filters.city}'` // expect: string-sql
  if (filters.name) sql += ` AND name = '${filters.name}'`
  return pool.query(sql)
}

export async function several(names: string[]) {
  return pool.query(`SELECT id FROM customers WHERE name IN (${names.map((name) => `'${name}'`).join(',')})`) // expect: string-sql
}

export async function sorted(column: string) {
  return pool.query(`SELECT id FROM customers ORDER BY ${column}`) // expect: string-sql
}

// A wrapper of the project: the text is built at its caller.
function run(text: string, values: unknown[] = []) {
  return pool.query(text, values)
}

export async function wrapped(id: string) {
  return run(`DELETE FROM customers WHERE id = '${id}'`) // expect: string-sql
}

// Placeholders.
export async function bound(email: string) {
  return pool.query('SELECT id FROM customers WHERE email = $1', [email])
}

export async function boundList(ids: string[]) {
  return run(`SELECT id FROM customers WHERE id IN (${ids.map((_, index) => `$${index + 1}`).join(', ')})`, ids)
}

// Constants put together for readability.
export async function page(limit: number) {
  return pool.query(`${BASE} ORDER BY ${COLUMNS.created} LIMIT ${limit}`)
}

const SYSTEM: { name: string } = { name: 'system' }

export async function bySystem() {
  return pool.query(`SELECT id FROM customers WHERE name = '${SYSTEM.name}'`)
}

// A name from a list in the code.
export async function allowed(sort: string) {
  if (!['name', 'created_at'].includes(sort)) throw new Error('unknown column')
  return pool.query(`SELECT id FROM customers ORDER BY ${sort}`)
}

export async function mapped(sort: keyof typeof COLUMNS) {
  return pool.query(`SELECT id FROM customers ORDER BY ${COLUMNS[sort]}`)
}

export async function direction(order: 'asc' | 'desc') {
  return pool.query(`SELECT id FROM customers ORDER BY name ${order}`)
}

// Escaped by the driver, or proven to be a number.
export async function escaped(table: string, name: string) {
  await pool.query(format('SELECT id FROM %I WHERE name = %L', table, name))
  return db.query(`SELECT id FROM customers WHERE name = ${db.escape(name)}`)
}

export async function numeric(id: string) {
  return db.query(`SELECT id FROM customers WHERE id = ${Number(id)}`)
}

// Columns that every caller writes down.
function matching(columns: string[], term: string) {
  return pool.query(`SELECT id FROM customers WHERE ${columns.map((column) => `${column} ILIKE $1`).join(' OR ')}`, [`%${term}%`])
}

export const byNameOrCity = (term: string) => matching(['name', 'city'], term)

// A statement that changes the schema takes no parameters; these names stand in the code.
export async function partition(tables: Record<string, { readonly parents: string[] }>) {
  const statements = Object.keys(tables).map((table) => `CREATE TABLE IF NOT EXISTS cat_${table.toLowerCase()} PARTITION OF catalogue FOR VALUES IN ('${table}')`) // expect-low: string-sql
  return pool.query(statements.join('; '))
}
