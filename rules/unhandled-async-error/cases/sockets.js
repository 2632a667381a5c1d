const _ = require('lodash')
const { Pool } = require('pg')
const { Server } = require('socket.io')

const pool = new Pool()
const io = new Server(3000)

async function take(seat) {
  await pool.query('UPDATE seats SET taken = true WHERE id = $1', [seat])
}

io.use(async (socket, next) => { // expect: unhandled-async-error
  await pool.query('SELECT 1 FROM users WHERE id = $1', [socket.id])
  next()
})

io.on('connection', async (socket) => { // expect: unhandled-async-error
  await take(socket.id)
  socket.on('take', async (seat, done) => { // expect: unhandled-async-error
    await take(seat)
    done()
  })
  socket.on('leave', async (seat, done) => {
    try {
      await take(seat)
      done()
    } catch (error) {
      done(error)
    }
  })
})

_.forEach(['a1', 'a2'], async (seat) => { // expect: unhandled-async-error
  await take(seat)
})

async function free(seats) {
  await Promise.all(_.map(seats, async (seat) => take(seat)))
  return _.filter(seats, async (seat) => { // expect: unhandled-async-error
    const { rowCount } = await pool.query('SELECT 1 FROM seats WHERE id = $1', [seat])
    return rowCount === 0
  })
}

// One function listens to many things, and none of its listeners catches: told at the first.
function listen(socket) {
  socket.on('hold', async (seat) => { // expect: unhandled-async-error
    await take(seat)
  })
  socket.on('swap', async (seat) => {
    await take(seat)
  })
  socket.on('extend', async (seat) => {
    await take(seat)
  })
  socket.on('share', async (seat) => {
    await take(seat)
  })
  socket.on('gift', async (seat) => {
    await take(seat)
  })
  socket.on('sell', async (seat) => {
    await take(seat)
  })
}

io.of('/seats').on('connection', listen)

module.exports = { free }
