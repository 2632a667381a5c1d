import { Queue } from 'bullmq'
import knex from 'knex'

const db = knex({ client: 'pg' })
const events = new Queue('events')

// The rows stay locked, so that no other relay sends them too.
export async function relayEvents() {
  await db.transaction(async (trx) => {
    const rows = await trx('outbox').where({ sent_at: null }).orderBy('id').limit(100).forUpdate().skipLocked()
    for (const row of rows) {
      await events.add(row.kind, row.payload) // expect-low: external-call-in-transaction
      await trx('outbox').where({ id: row.id }).update({ sent_at: new Date() })
    }
  })
}

// Locked orders wait for the queue.
export async function closeOrders() {
  await db.transaction(async (trx) => {
    const rows = await trx('orders').where({ status: 'paid' }).limit(100).forUpdate()
    for (const row of rows) {
      await events.add('closed', { id: row.id }) // expect: external-call-in-transaction
      await trx('orders').where({ id: row.id }).update({ status: 'closed' })
    }
  })
}

// Looked at long after the commit.
export async function placeOrder(customerId: number) {
  await db.transaction(async (trx) => {
    const [order] = await trx('orders').insert({ customer_id: customerId }).returning('id')
    await events.add('cancel-unpaid', { id: order.id }, { delay: 30 * 60 * 1000 }) // expect-low: external-call-in-transaction
    await events.add('placed', { id: order.id }, { delay: 100 }) // expect: external-call-in-transaction
  })
}
