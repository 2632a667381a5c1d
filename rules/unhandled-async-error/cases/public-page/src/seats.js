const { Pool } = require('pg')

const pool = new Pool()

async function releaseSeats() {
  await pool.query('update seats set held = false where held_until < now()')
}

setInterval(releaseSeats, 60_000) // expect: unhandled-async-error
