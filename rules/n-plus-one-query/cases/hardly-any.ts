import { Worker } from 'bullmq'
import { Pool } from 'pg'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const pool = new Pool()

interface Line {
  id: number
  orderId: number
  productId: string
}

// Kept by the object that loads it.
class Settings {
  private jobs: { id: number }[] | undefined

  async all() {
    if (this.jobs === undefined) this.jobs = await prisma.job.findMany({ where: { status: 'open' } })
    return this.jobs
  }
}

export async function numbered(lines: Line[], settings: Settings) {
  const totals: number[] = []
  for (const line of lines) totals.push(line.id * ((await settings.all())[0]?.id ?? 1)) // expect-low: n-plus-one-query
  return totals
}

// Kept in a map that the caller gives.
async function productOf(line: Line, known: Map<string, unknown>) {
  let product
  if (known.has(line.productId)) {
    product = known.get(line.productId)
  } else {
    product = await prisma.product.findUnique({ where: { id: line.productId } })
    known.set(line.productId, product)
  }
  return product
}

export async function products(lines: Line[]) {
  const known = new Map<string, unknown>()
  const found: unknown[] = []
  for (const line of lines) found.push(await productOf(line, known)) // expect-low: n-plus-one-query
  return found
}

// Kept for as long as one order is worked on: each order starts anew.
async function price(first: string, second: string) {
  const prices = new Map<string, number>()
  const priceOf = async (id: string) => {
    const known = prices.get(id)
    if (known !== undefined) return known
    const product = await prisma.product.findUnique({ where: { id } })
    prices.set(id, product?.price ?? 0)
    return product?.price ?? 0
  }
  return (await priceOf(first)) + (await priceOf(second))
}

export async function prices(pairs: [string, string][]) {
  return Promise.all(pairs.map(([first, second]) => price(first, second))) // expect: n-plus-one-query
}

// What was seen is not what was found.
export async function descendants(id: string, seen: string[] = []): Promise<string[]> {
  const children = await prisma.folder.findMany({ where: { parentId: id } })
  for (const child of children) {
    if (!seen.includes(child.id)) {
      seen.push(child.id)
      await descendants(child.id, seen) // expect: n-plus-one-query
    }
  }
  return seen
}

// Loaded once, and given along.
async function notify(event: string, hooks?: { host: string }[]) {
  if (hooks === undefined) hooks = await prisma.server.findMany({ where: { host: event } })
  return hooks.map(({ host }) => `${host}?event=${event}`)
}

async function announce({ line, hooks }: { line: Line; hooks?: { host: string }[] }) {
  const all = hooks ?? (await prisma.server.findMany({ where: { host: `line-${line.id}` } }))
  return all.length
}

export async function announceAll(lines: Line[]) {
  const hooks = await prisma.server.findMany({ where: { host: 'line' } })
  for (const line of lines) {
    await notify('line', hooks)
    await announce({ line, hooks })
  }
  for (const line of lines) await announce({ line }) // expect: n-plus-one-query
}

// Handed on, but given by nobody.
async function announceLine(line: Line, hooks?: { host: string }[]) {
  return announce({ line, hooks })
}
export async function announceEach(lines: Line[]) {
  for (const line of lines) await announceLine(line) // expect: n-plus-one-query
}

async function announceWith(options: { line: Line; hooks?: { host: string }[] }) {
  const { line, hooks } = options
  return announce({ line, hooks })
}
export async function announceOnce(lines: Line[]) {
  for (const line of lines) await announceWith({ line }) // expect: n-plus-one-query
}

// One line at most has the id; several may have the state.
export async function replace(lines: (Line & { state: string })[], wanted: { id: number; state: string }) {
  for (const line of lines) {
    if (line.id === wanted.id) await prisma.orderLine.update({ where: { id: line.id }, data: { amount: 0 } })
  }
  for (const line of lines) { // expect: n-plus-one-query
    if (line.state === wanted.state) await prisma.orderLine.update({ where: { id: line.id }, data: { amount: 1 } })
  }
}

// Handed to something that runs it when it is asked.
declare const assistant: { offer(name: string, run: (input: { id: number }) => Promise<unknown>): void }
export function offer(names: string[]) {
  for (const name of names) assistant.offer(name, async (input) => prisma.order.findUnique({ where: { id: input.id } }))
}

// Work that is remembered, and done again, by itself.
declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> }
export async function mergeAll(orderIds: number[]) {
  for (const id of orderIds) await step.run(`merge-${id}`, () => prisma.order.update({ where: { id }, data: { paid: true } })) // expect-low: n-plus-one-query
}

// A statement of its own for each report, sent through the same function; and the same one for each line.
async function send(text: string, values: unknown[] = []) {
  return (await pool.query(text, values)).rows
}

function statementOf(report: { table: string; columns: string[] }) {
  return [`SELECT ${report.columns.join(', ')}`, `FROM ${report.table}`].join('\n')
}

export async function reports(wanted: { table: string; columns: string[] }[]) {
  const found: unknown[] = []
  for (const report of wanted) found.push(await send(statementOf(report))) // expect-low: n-plus-one-query
  return found
}

const BY_ID = 'SELECT * FROM products WHERE id = $1'
export async function productRows(lines: Line[]) {
  const found: unknown[] = []
  for (const line of lines) found.push(await send(BY_ID, [line.productId])) // expect: n-plus-one-query
  return found
}

// The connection is told how to behave.
export async function configure(parameters: { name: string; value: string }[]) {
  for (const { name, value } of parameters) await pool.query(`SET ${name} = ${value}`)
}

export const worker = new Worker('orders', async (job) => {
  await prices(job.data.pairs)
})
