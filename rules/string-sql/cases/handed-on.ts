import { Pool, type PoolClient } from 'pg'

const pool = new Pool()

interface Report {
  query?: string
  owner: string
}

// The whole statement is somebody else's, or one written here: nothing is put together.
export async function runReport(report: Report) {
  let text = report.query
  if (!text) text = 'SELECT count(*) FROM invoices'
  return pool.query(text)
}

export async function runOr(report: Report) {
  return pool.query(report.query || 'SELECT count(*) FROM invoices')
}

// One of the alternatives is.
export async function ownReport(report: Report) {
  let text = 'SELECT count(*) FROM invoices'
  if (report.owner) text = `SELECT count(*) FROM invoices WHERE owner = '${report.owner}'` // expect: string-sql
  return pool.query(text)
}

// Quotes that the code doubles by itself keep the value inside of its own.
export async function byStatus(statuses: string[]) {
  const list = statuses.map((status) => `'${status.replace(/'/g, "''")}'`).join(',')
  return pool.query(`SELECT id FROM orders WHERE status IN (${list})`) // expect-low: string-sql
}

export async function byCodes(codes: Record<string, string>) {
  const quoted = Object.keys(codes).map((code) => code.replaceAll("'", "''"))
  return pool.query(`SELECT id FROM orders WHERE code IN (${quoted.map((code) => `'${code}'`).join(',')})`) // expect-low: string-sql
}

// Where no quotes stand around it, there are none to double.
export async function sortedBy(column: string) {
  return pool.query(`SELECT id FROM orders ORDER BY ${column.replace(/'/g, "''")}`) // expect: string-sql
}

// The pieces of a query builder of the project, which binds its values.
class Columns {
  private names: string[] = []

  add(name: string) {
    this.names.push(name)
  }

  render() {
    let text = ''
    this.names.forEach((name) => {
      text += `${name}, `
    })
    return text.slice(0, -2)
  }
}

class Order {
  constructor(
    private column: string,
    private direction: string,
  ) {}

  render() {
    return `ORDER BY ${this.column} ${this.direction}`
  }
}

export class Select {
  readonly columns = new Columns()
  values: unknown[] = []

  constructor(
    private table: string,
    private order: Order,
  ) {}

  private from() {
    return `FROM ${this.table}`
  }

  async execute(client: PoolClient) {
    const text = ['SELECT', this.columns.render(), this.from(), this.order.render()].join(' ')
    return client.query(text, this.values) // expect-low: string-sql
  }
}

// Dates that the code makes, in a list a function gives.
function monthAround(day: Date): [string, string] {
  return [new Date(day.getFullYear(), day.getMonth(), 1).toISOString(), new Date(day.getFullYear(), day.getMonth() + 1, 1).toISOString()]
}

export async function placedIn(day: Date) {
  const month = monthAround(day)
  const [from, to] = monthAround(day)
  await pool.query(`SELECT id FROM orders WHERE placed_at >= '${from}' AND placed_at < '${to}'`)
  return pool.query(`SELECT id FROM orders WHERE placed_at >= '${month[0]}' AND placed_at < '${month[1]}'`)
}

// What is called the name of a column stands for one, and everybody who calls takes it from the code.
function firstKey(columnName: string) {
  return pool.query(`SELECT jsonb_object_keys(${columnName}) FROM orders LIMIT 1`) // expect-low: string-sql
}

export async function keys(field: { column: string }) {
  return firstKey(field.column)
}

// One of several functions of a map.
const WHERE = {
  open: () => "status = 'open'",
  late: (owner: string) => `owner = '${owner}'`,
}

export async function of(kind: keyof typeof WHERE, owner: string) {
  return pool.query(`SELECT id FROM orders WHERE ${WHERE[kind](owner)}`) // expect: string-sql
}

// A name in double quotes whose own are doubled is a name, whatever it holds.
function quoted(name: string) {
  return `"${name.replaceAll('"', '""')}"`
}

export async function totalOf(column: string, table: string) {
  return pool.query(`SELECT sum(${quoted(column)}) FROM "${table.replace(/"/g, '""')}"`)
}

// The first one alone is not enough.
export async function countOf(table: string) {
  return pool.query(`SELECT count(*) FROM "${table.replace('"', '""')}"`) // expect: string-sql
}
