import Fastify from 'fastify'
import knex from 'knex'

const db = knex({ client: 'pg' })
const app = Fastify()

interface Booking {
  room: string
  guest: string
}

app.post<{ Body: Booking }>('/bookings', async (request) => db('bookings').insert(request.body)) // expect: unvalidated-input

app.post<{ Body: Booking }>('/bookings/picked', async (request) => {
  const { room, guest } = request.body // expect: unvalidated-input
  return db('bookings').insert({ room, guest })
})

app.post<{ Body: Booking }>('/quiet/tested', async (request, reply) => {
  const { room, guest } = request.body
  if (!room || !guest) return reply.code(400).send()
  return db('bookings').insert({ room, guest })
})

app.post<{ Body: Booking }>(
  '/quiet/schema',
  { schema: { body: { type: 'object', properties: { room: { type: 'string' }, guest: { type: 'string' } } } } },
  async (request) => db('bookings').insert(request.body),
)
