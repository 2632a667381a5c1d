import { EventEmitter } from 'node:events'
import knex from 'knex'

const db = knex({ client: 'pg' })
const events = new EventEmitter()

events.on('user.registered', async (user) => {
  await db('wallets').insert({ owner: user.id }) // expect: event-handler-without-recovery
})

// A change of a connection is no event of the business.
events.on('ready', async () => {
  await db('workers').insert({ started: new Date() })
})

async function withRetry(work) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return await work()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100))
    }
  }
}

events.on('user.deleted', async (user) => {
  await withRetry(() => db('wallets').where({ owner: user.id }).delete())
})

// A message to a chat that is lost leaves no data wrong.
const tellSlack = (text) => fetch('https://hooks.slack.com/services/orders', { method: 'POST', body: text })

events.on('order.placed', async (order) => {
  await tellSlack(`order ${order.id}`) // expect-low: event-handler-without-recovery
})
