import { limitOf } from './limits'
const { Pool } = require('pg')

const pool = new Pool()

export async function findInvoices(customer: string) {
  const { rows } = await pool.query("SELECT id FROM invoices WHERE customer = '" + customer + "' LIMIT " + limitOf()) // expect: sql-injection
  return rows
}
