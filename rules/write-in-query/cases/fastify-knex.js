const fastify = require('fastify')()
const knex = require('knex')({ client: 'pg' })

fastify.get('/wallets/:id/close', async (request) => {
  await knex('wallets').where({ id: request.params.id }).update({ status: 'closed' }) // expect: write-in-query
  return {}
})

fastify.head('/invoices/:id', async (request, reply) => {
  await knex('invoices').where({ id: request.params.id }).del() // expect: write-in-query
  reply.send()
})

fastify.get('/invoices', async () => knex('invoices').select('*').limit(20))

// What was asked for is noted down beside the answer.
fastify.get('/reports', async () => {
  await knex('audit_logs').insert({ action: 'reports' }) // expect-low: write-in-query
  return knex('reports').select('*').limit(20)
})

fastify.listen({ port: 3000 })
