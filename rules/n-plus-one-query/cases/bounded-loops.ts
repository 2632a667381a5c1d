import { EventEmitter } from 'node:events'
import { readdirSync } from 'node:fs'
import { PrismaClient } from '@prisma/client'
import { Pool } from 'pg'

const prisma = new PrismaClient()
const pool = new Pool()
const events = new EventEmitter()
const PAGE = 500

enum Channel {
  Web = 'web',
  Shop = 'shop',
}

// As often as somebody wrote it down.
export async function perKind() {
  for (const channel of Object.values(Channel)) await prisma.order.count({ where: { channel } })
  for (const [status] of Object.entries({ open: 'Open', paid: 'Paid' })) await prisma.order.count({ where: { status } })
  for (const day of Array.from({ length: 7 }, (_unused, index) => index)) await prisma.order.count({ where: { day } })
  await Promise.all([...Array(7).keys()].map((day) => prisma.order.count({ where: { day } })))
  for (let month = 1; month <= 12; month++) await prisma.order.count({ where: { month } })
}

// Workers side by side, however many orders there are.
export async function drainWith(concurrency: number) {
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const job = await prisma.job.findFirst({ where: { status: 'queued' } })
      if (job) await prisma.job.update({ where: { id: job.id }, data: { status: 'done' } })
    }),
  )
}

// Groups, however they are made.
export async function inGroups(ids: number[]) {
  const groups: number[][] = []
  for (let start = 0; start < ids.length; start += PAGE) groups.push(ids.slice(start, start + PAGE))
  for (const some of groups) await prisma.order.findMany({ where: { id: { in: some } } })
  while (ids.length > 0) {
    const some = ids.splice(0, PAGE)
    await prisma.order.deleteMany({ where: { id: { in: some } } })
  }
}

// The query of a group takes all of its keys.
export async function perStatus(orders: { id: number; status: string }[]) {
  const byStatus = new Map<string, number[]>()
  for (const order of orders) byStatus.set(order.status, [...(byStatus.get(order.status) ?? []), order.id])
  for (const [status, ids] of byStatus) await prisma.order.updateMany({ where: { id: { in: ids } }, data: { status } })
}

export async function perTable(keys: Record<string, Set<number>>) {
  for (const table in keys) {
    const ids = Array.from(keys[table] ?? [])
    await pool.query(`SELECT * FROM ${table === 'orders' ? 'orders' : 'invoices'} WHERE id = ANY($1)`, [ids])
  }
}

// One of its keys only: that is a query for each customer.
export async function perCustomer(orders: Map<number, { total: number }[]>) {
  for (const [customerId, own] of orders) { // expect: n-plus-one-query
    await prisma.customer.update({ where: { id: customerId }, data: { spent: own.reduce((sum, order) => sum + order.total, 0) } })
  }
}

// Pages that are counted first.
export async function pages() {
  const total = await prisma.order.count()
  const count = Math.ceil(total / PAGE)
  for (let page = 0; page < count; page++) await prisma.order.findMany({ take: PAGE, skip: page * PAGE })
}

// Tries until one is free.
export async function freeCode(base: string) {
  let code = base
  let suffix = 1
  while (await prisma.coupon.findUnique({ where: { code } })) code = `${base}-${suffix++}`
  return code
}

// Looks again until there is something.
export async function waitFor(id: number, until: number) {
  while (Date.now() < until) {
    const order = await prisma.order.findUnique({ where: { id } })
    if (order?.status === 'paid') return order
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return undefined
}

// At most one of them has the id.
export async function chosen(orders: { id: number }[], id: number) {
  for (const order of orders.filter((one) => one.id === id)) await prisma.order.findUnique({ where: { id: order.id } })
}

// Set by whoever runs the program.
const config = { get: (_name: string): { regions: string[] } => ({ regions: (process.env.REGIONS ?? 'eu').split(',') }) }
export async function perRegion() {
  const { regions } = config.get('server')
  for (const region of regions) await prisma.order.count({ where: { region } })
}

// Modules of the program.
export async function setUp(folder: string) {
  for (const name of readdirSync(folder)) {
    const { title } = await import(`${folder}/${name}`)
    await prisma.plugin.upsert({ where: { name }, create: { name, title }, update: { title } })
  }
}

// Statements, one after the other.
export async function runAll(statements: { sql: string }[]) {
  for (const statement of statements) await pool.query(statement.sql)
}

// What is remembered is asked for once.
export async function withCustomers(orders: { customerId: number }[]) {
  const customers = new Map<number, unknown>()
  for (const { customerId } of orders) {
    if (!customers.has(customerId)) customers.set(customerId, await prisma.customer.findUnique({ where: { id: customerId } })) // expect-low: n-plus-one-query
  }
  return customers
}

// A listener does its work when something happens.
async function listenTo(name: string, react: (id: number) => Promise<void>) {
  const listener = (id: number) => react(id)
  events.addListener(name, listener)
}
export async function subscribe(shops: { id: string }[]) {
  await Promise.all(
    shops.map((shop) =>
      listenTo(shop.id, async (id) => {
        await prisma.order.findUnique({ where: { id } })
      }),
    ),
  )
}

// Each row says that the slow part of it is done.
export async function renderAll(invoices: { id: number; url: string }[]) {
  for (const invoice of invoices) { // expect-low: n-plus-one-query
    const answer = await fetch(invoice.url)
    await prisma.invoice.update({ where: { id: invoice.id }, data: { pdf: await answer.text() } })
  }
}

// Each table is another statement.
export async function sizes(tables: string[]) {
  const counts: unknown[] = []
  for (const table of tables) counts.push(await pool.query(`SELECT count(*) FROM "${table}"`))
  return counts
}
