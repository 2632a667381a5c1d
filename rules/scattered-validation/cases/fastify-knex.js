const fastify = require('fastify')()
const knex = require('knex')({ client: 'pg' })

fastify.post('/seats', async (request, reply) => {
  const { row, number } = request.body
  if (!row) return reply.code(400).send({ error: 'row is missing' }) // expect: scattered-validation
  if (!Number.isInteger(number)) return reply.code(400).send({ error: 'number is missing' })
  await knex('seats').insert({ row, number })
  return { row, number }
})

fastify.post('/halls', async (request, reply) => {
  const errors = []
  if (!request.body.name) errors.push('name is missing')
  if (request.body.rows > 100) errors.push('too many rows')
  if (errors.length > 0) return reply.code(400).send({ errors })
  await knex('halls').insert({ name: request.body.name, rows: request.body.rows })
  return {}
})

fastify.put('/seats/:id', async (request, reply) => {
  if (typeof request.body.price !== 'number') {
    reply.code(422)
    return { error: 'price must be a number' }
  }
  await knex('seats').where({ id: request.params.id }).update({ price: request.body.price })
  return {}
})

fastify.listen({ port: 3000 })
