const fastify = require('fastify')()
const knex = require('knex')({ client: 'pg' })
const { Pool } = require('pg')

const pool = new Pool()

fastify.get('/orders', async () => knex('orders').orderBy('id')) // expect: unbounded-query
fastify.get('/orders/page', { schema: { querystring: { type: 'object', properties: { limit: { type: 'integer', maximum: 100 } } } } }, async (request) => knex('orders').limit(request.query.limit))
fastify.get('/orders/any', { schema: { querystring: { type: 'object', properties: { limit: { type: 'integer' } } } } }, async (request) => knex('orders').limit(request.query.limit)) // expect: unbounded-query

// Read as they are sent.
fastify.get('/orders/export', async (_request, reply) => reply.send(knex('orders').stream()))

// The limit stands in the text.
fastify.get('/logs', async (request) => (await pool.query(`SELECT * FROM logs ORDER BY id DESC LIMIT ${Number(request.query.size)}`)).rows) // expect: unbounded-query
fastify.get('/logs/last', async () => (await pool.query('SELECT * FROM logs ORDER BY id DESC FETCH FIRST 10 ROWS ONLY')).rows)
