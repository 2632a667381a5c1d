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

// A value of another type is left out, or replaced.
app.post<{ Body: { rights: Record<string, unknown>; tags?: unknown } }>('/quiet/types', async (request) => {
  const rights: Record<string, unknown> = { isOpen: true, isListed: false }
  for (const key in request.body.rights) {
    if (rights[key] !== undefined && typeof request.body.rights[key] === 'boolean') rights[key] = request.body.rights[key]
  }
  let tags = request.body.tags
  if (tags && !Array.isArray(tags)) tags = null
  return db('bookings').insert({ rights, tags })
})
app.post<{ Body: { rights: Record<string, unknown>; note: unknown } }>('/bookings/rights', async (request) => {
  const rights: Record<string, unknown> = { isOpen: true, isListed: false }
  for (const key in request.body.rights) {
    if (rights[key] !== undefined) rights[key] = request.body.rights[key] // expect: unvalidated-input
  }
  return db('bookings').insert({ rights, room: 'hall' })
})

app.post<{ Body: Booking }>(
  '/quiet/schema',
  { schema: { body: { type: 'object', properties: { room: { type: 'string' }, guest: { type: 'string' } } } } },
  async (request) => db('bookings').insert(request.body),
)
