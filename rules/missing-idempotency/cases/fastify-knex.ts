import braintree from 'braintree'
import fastify from 'fastify'
import knex from 'knex'
import { Redis } from 'ioredis'

const db = knex({ client: 'pg' })
const redis = new Redis()
const gateway = new braintree.BraintreeGateway({ environment: braintree.Environment.Sandbox, merchantId: 'm', publicKey: 'p', privateKey: 'k' })
const app = fastify()

// The provider takes no key, so the route has to know what it did.
app.post<{ Body: { nonce: string; amount: string } }>('/checkout', async (request) => {
  return gateway.transaction.sale({ amount: request.body.amount, paymentMethodNonce: request.body.nonce }) // expect: missing-idempotency
})

app.post<{ Body: { amount: number; to: number } }>('/transfers', async (request, reply) => {
  const [transfer] = await db('transfers').insert({ amount: request.body.amount, to_account: request.body.to }).returning('*') // expect: missing-idempotency
  return reply.code(201).send(transfer)
})

app.post<{ Body: { amount: number; key: string } }>('/payments', async (request) => {
  return db('payments').insert({ amount: request.body.amount, client_key: request.body.key }).onConflict('client_key').ignore()
})

app.post<{ Body: { amount: number } }>('/orders', async (request, reply) => {
  const key = request.headers['idempotency-key'] as string
  const known = await db('orders').where({ request_key: key }).first()
  if (known) return reply.send(known)
  return db('orders').insert({ amount: request.body.amount, request_key: key })
})

app.post<{ Body: { id: string; type: string; amount: number; account: number } }>('/hooks/bank', async (request, reply) => {
  if (request.body.type === 'credit') {
    await db('accounts').where({ id: request.body.account }).increment('balance', request.body.amount) // expect: missing-idempotency
    await db('ledger').insert({ account: request.body.account, amount: request.body.amount })
  }
  return reply.send()
})

app.post<{ Body: { id: string; type: string; amount: number; account: number } }>('/hooks/bank-once', async (request, reply) => {
  const first = await redis.set(`bank:${request.body.id}`, '1', 'EX', 86400, 'NX')
  if (!first) return reply.send()
  await db('accounts').where({ id: request.body.account }).increment('balance', request.body.amount)
  return reply.send()
})

// A sum goes from one account to another.
app.post<{ Body: { from: number; to: number; amount: number } }>('/accounts/transfer', async (request, reply) => {
  await db.transaction(async (trx) => {
    await trx('accounts').where({ id: request.body.from }).decrement('balance', request.body.amount) // expect: missing-idempotency
    await trx('accounts').where({ id: request.body.to }).increment('balance', request.body.amount)
  })
  return reply.send()
})

async function alreadyProcessed(id: string) {
  return (await db('received_events').where({ id }).first()) !== undefined
}

app.post<{ Body: { id: string; type: string; amount: number; account: number } }>('/hooks/bank-helper', async (request, reply) => {
  if (await alreadyProcessed(request.body.id)) return reply.send()
  await db('accounts').where({ id: request.body.account }).increment('balance', request.body.amount)
  await db('received_events').insert({ id: request.body.id })
  return reply.send()
})
