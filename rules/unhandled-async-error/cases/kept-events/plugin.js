// The emitter of the project looks after what its listeners give, or does not; nobody declares that the object holds it.
const { Pool } = require('pg')

const pool = new Pool()

exports.start = async function (context) {
  const { seatEvents } = context
  context.seatEvents.on('sold', async (order) => {
    await pool.query('update seats set sold = true where id = $1', [order.seat])
  })
  seatEvents.on('held', async (order) => {
    await pool.query('update seats set held = true where id = $1', [order.seat])
  })
  context.looseEvents.on('sold', async () => { // expect: unhandled-async-error
    await pool.query('update halls set sold = sold + 1')
  })
  context.plainEvents.on('sold', async (order) => { // expect: unhandled-async-error
    await pool.query('insert into sales (seat) values ($1)', [order.seat])
  })
  setInterval(async () => {
    await seatEvents.emit('checked', undefined)
  }, 60_000)
  setInterval(async () => { // expect: unhandled-async-error
    await context.looseEvents.emit('checked')
  }, 60_000)
}
