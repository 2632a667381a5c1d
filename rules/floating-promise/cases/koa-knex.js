const Koa = require('koa')
const knex = require('knex')({ client: 'pg' })

const app = new Koa()

async function chargeSeat(seatId) {
  await knex('seats').where({ id: seatId }).update({ charged: true })
}

async function noteFailure(seatId) {
  try {
    await knex('failures').insert({ seat_id: seatId })
  } catch (error) {
    await knex('failures').insert({ seat_id: seatId, message: error.message })
  }
}

app.use(async (ctx) => {
  chargeSeat(ctx.query.seat) // expect: floating-promise
  noteFailure(ctx.query.seat) // expect-low: floating-promise
  ctx.payments.charge(ctx.query.seat).then(() => { // expect: floating-promise
    ctx.body = 'charged'
  })
  ctx.payments
    .charge(ctx.query.seat)
    .then(() => undefined)
    .catch(() => ctx.throw(502))
})

module.exports = app
