const fastify = require('fastify')()
const { Pool } = require('pg')

const pool = new Pool()

fastify.post('/bookings', async (request, reply) => { // expect: business-logic-in-handler
  const show = (await pool.query('SELECT * FROM shows WHERE id = $1', [request.body.showId])).rows[0]
  if (!show) return reply.code(404).send()
  const member = (await pool.query('SELECT * FROM members WHERE id = $1', [request.body.memberId])).rows[0]
  let price = show.price * request.body.seats
  switch (member.tier) {
    case 'gold':
      price = price * 0.8
      break
    default:
      if (show.booked + request.body.seats > show.capacity) return reply.code(409).send()
  }
  await pool.query('UPDATE shows SET booked = booked + $1 WHERE id = $2', [request.body.seats, show.id])
  await pool.query('INSERT INTO bookings (show_id, member_id, price) VALUES ($1, $2, $3)', [show.id, member.id, price])
  return { price }
})

// Which kind of event came in is routing.
fastify.post('/webhooks/payments', async (request, reply) => {
  const event = request.body
  switch (event.type) {
    case 'paid':
      await pool.query('UPDATE bookings SET state = $1 WHERE id = $2', ['paid', event.data.id])
      break
    case 'failed':
      await pool.query('UPDATE bookings SET state = $1 WHERE id = $2', ['open', event.data.id])
      break
    default:
      await pool.query('INSERT INTO unknown_events (kind) VALUES ($1)', [event.type])
  }
  return reply.code(204).send()
})
