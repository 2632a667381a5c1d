import { Pool } from 'pg'
import pick from 'lodash/pick'
import { v4 as uuidv4 } from 'uuid'
// Made by a build step, and not here.
import { OrderStatus, owners } from './generated/orders.js'

const pool = new Pool()

export function openOrders() {
  return pool.query(`SELECT id FROM orders WHERE status = '${OrderStatus.OPEN}'`)
}

export function ordersOf() {
  return pool.query(`SELECT id FROM orders WHERE owner = '${owners.first}'`) // expect: string-sql
}

// Pieces of a statement that come back through a function which is given another one.
const below = (column, operator) => pool.query(`SELECT id FROM orders WHERE ${column} ${operator} 100`)
const either = (column, exclude, run, other = '<') => (exclude ? run(column, '>=') : run(column, other))
export const small = () => either('total', false, below)
export const large = () => either('total', true, below)

// Lists and parts of dates that are written down.
const deep = (path, level) => (level === path.length ? ':value' : `jsonb_set(data, '{${path[level]}}', ${deep(path, level + 1)})`)
export const mark = (id) => pool.query(`UPDATE orders SET data = ${deep(['mails', 'sent'], 0)} WHERE id = $1`, [id])

const exists = (query) => {
  const queries = Array.isArray(query) ? query : [query]
  return pool.query(`SELECT ${queries.map((one) => `EXISTS (${one})`).join(' OR ')} AS result`)
}
export const hasOrders = () => exists('SELECT 1 FROM orders')
export const hasAny = () => exists(['SELECT 1 FROM orders', 'SELECT 1 FROM carts'])

export function since(where, date) {
  let condition = `created_at > '${date.toISOString().substr(0, 10)}' AND day <> '${date.toISOString().split('T')[0]}'`
  Object.keys(pick(where, ['owner', 'hall'])).forEach((key) => {
    condition += ` AND ${key} IS NOT NULL`
  })
  return pool.query(`SELECT id FROM orders WHERE ${condition}`)
}

export const traced = () => pool.query(`SELECT set_config('audit.id', '${uuidv4()}', true)`)

export function among(names) {
  const quoted = names.filter(Boolean).map((name) => `'${name.replace(/'/g, "''")}'`)
  const list = quoted.length > 0 ? quoted.join(', ') : "''"
  return pool.query(`SELECT id FROM orders WHERE name IN (${list})`) // expect-low: string-sql
}

// Nothing is known of who calls these; those that change the schema are no part of a request.
export const analyze = (table) => pool.query(`ANALYZE ${table}`) // expect-low: string-sql
export const rowsOf = (table) => pool.query(`SELECT id FROM ${table}`) // expect: string-sql
