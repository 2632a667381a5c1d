import { EventEmitter2 } from '@nestjs/event-emitter'
import { Mutex } from 'async-mutex'
import Redis from 'ioredis'
import knex, { type Knex } from 'knex'
import mongoose, { Schema } from 'mongoose'

const db = knex({ client: 'pg' })
const redis = new Redis()
const lock = new Mutex()
const Ticket = mongoose.model('Ticket', new Schema({ seat: String }))

// ---- Methods that stand in for others fail in no way of their own

abstract class Letter {
  async render(): Promise<string> {
    throw new Error('Method not implemented')
  }

  async print(): Promise<void> {
    console.log(await this.render())
  }
}

export class Invoice extends Letter {
  async render(): Promise<string> {
    return 'invoice'
  }
}

export function printAll(invoices: Invoice[]): void {
  for (const invoice of invoices) void invoice.print()
  for (const invoice of invoices) invoice.print()
}

// ---- Steps of a builder that is run elsewhere

function byStatus(query: Knex.QueryBuilder, status: string): Knex.QueryBuilder {
  return query.where({ status })
}

export async function openOrders(statuses: string[]): Promise<unknown[]> {
  const query = db('orders').select('id')
  for (const status of statuses) byStatus(query, status)
  return query
}

// ---- What runs under a lock fails as what it runs

async function refresh(): Promise<void> {
  try {
    await db('rates').delete()
  } catch (error) {
    console.error('no rates', error)
  }
}

export function refreshSoon(): void {
  lock.runExclusive(() => refresh())
  lock.runExclusive(() => db('rates').delete()) // expect: floating-promise
}

// ---- Messages dropped in one place are dropped in all of them

export class Sockets {
  opened(id: string): void {
    redis.publish('sockets', `opened ${id}`) // expect: floating-promise
  }

  closed(id: string): void {
    redis.publish('sockets', `closed ${id}`)
  }
}

// ---- The framework deals with what fails in listeners

export class Orders {
  constructor(private readonly events: EventEmitter2) {}

  place(id: number): void {
    this.events.emitAsync('order.placed', { id }) // expect-low: floating-promise
  }
}

// ---- A query that is taken for its result

export async function isSold(seat: string): Promise<boolean> {
  const found = Ticket.exists({ seat }) // expect: floating-promise
  if (!found) return false
  return true
}

// ---- A builder that is built on behind a test

export async function addColumn(table: string, wanted: boolean): Promise<string[]> {
  let change: Knex.SchemaBuilder | undefined
  if (wanted) {
    change = db.schema.alterTable(table, (columns) => {
      columns.string('note')
    })
  }
  if (!change) return []
  return change.toSQL().map(({ sql }) => sql)
}

// ---- What is made of a promise with a name is told where that is made

export function announce(): void {
  const cleared = db('rates').delete().then(() => db('rates').insert({ at: new Date() })) // expect: floating-promise
  cleared.then(() => console.log('cleared'))
  const kept = db('rates').delete().then(() => db('rates').insert({ at: new Date() }))
  kept.then(() => console.log('kept')).catch((error) => console.error('not kept', error))
}
