import { EventEmitter } from 'node:events'
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { Pool } from 'pg'

const pool = new Pool()
const bus = new EventEmitter()

async function releaseSeats() {
  await pool.query('UPDATE seats SET held = false WHERE held_until < now()')
}

async function releaseQuietly() {
  try {
    await releaseSeats()
  } catch (error) {
    console.error('seats were not released', error)
  }
}

setInterval(releaseSeats, 60_000) // expect: unhandled-async-error
setInterval(() => releaseSeats(), 60_000) // expect: unhandled-async-error
setInterval(releaseQuietly, 60_000)
setInterval(() => {
  releaseSeats().catch(console.error)
}, 60_000)
setTimeout(async () => { // expect: unhandled-async-error
  await releaseSeats()
}, 1_000)
setTimeout(() => void releaseSeats(), 1_000)

bus.on('order.paid', async (orderId: number) => { // expect: unhandled-async-error
  await pool.query('UPDATE orders SET paid = true WHERE id = $1', [orderId])
})
bus.on('order.paid', async () => {
  await releaseQuietly()
})
bus.on('order.cancelled', (orderId: number) => {
  console.log(orderId)
})

createReadStream('/var/import/orders.csv').on('data', async (chunk) => { // expect: unhandled-async-error
  await pool.query('INSERT INTO imports (text) VALUES ($1)', [String(chunk)])
})

createServer(async (request, response) => { // expect: unhandled-async-error
  const { rows } = await pool.query('SELECT count(*) FROM orders')
  response.end(String(rows[0].count))
}).listen(3000)

process.on('message', async () => { // expect: unhandled-async-error
  await releaseSeats()
})
process.on('SIGTERM', async () => { // expect-low: unhandled-async-error
  await pool.end()
})

export async function importOrders(ids: number[]) {
  ids.forEach(async (id) => { // expect: unhandled-async-error
    await pool.query('UPDATE orders SET imported = true WHERE id = $1', [id])
  })
  ids.forEach((id) => pool.query('UPDATE orders SET seen = true WHERE id = $1', [id])) // expect: unhandled-async-error
  ids.map(async (id) => { // expect: unhandled-async-error
    await pool.query('UPDATE orders SET printed = true WHERE id = $1', [id])
  })
  await Promise.all(
    ids.map(async (id) => {
      await pool.query('UPDATE orders SET mailed = true WHERE id = $1', [id])
    }),
  )
  const pending = ids.map(async (id) => pool.query('UPDATE orders SET kept = true WHERE id = $1', [id]))
  await Promise.allSettled(pending)
  return ids.filter(async (id) => { // expect: unhandled-async-error
    const { rowCount } = await pool.query('SELECT 1 FROM orders WHERE id = $1', [id])
    return rowCount === 1
  })
}

export function lockSeat(id: number) {
  return new Promise<void>(async (resolve) => { // expect: unhandled-async-error
    await pool.query('SELECT 1 FROM seats WHERE id = $1 FOR UPDATE', [id])
    resolve()
  })
}

export function lockSeatSafely(id: number) {
  return new Promise<void>(async (resolve, reject) => {
    try {
      await pool.query('SELECT 1 FROM seats WHERE id = $1 FOR UPDATE', [id])
      resolve()
    } catch (error) {
      reject(error)
    }
  })
}

// ---- The process ends anyway

bus.on('stopping', async () => { // expect-low: unhandled-async-error
  await pool.query('UPDATE workers SET gone = true')
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => { // expect-low: unhandled-async-error
    await pool.query('UPDATE workers SET gone = true')
  })
}

// A program that cannot start ends, and should.

async function main() {
  await pool.query('UPDATE workers SET gone = false')
}

process.nextTick(main) // expect-low: unhandled-async-error

const signals = ['SIGINT', 'SIGTERM'] as const
for (const signal of signals)
  process.on(signal, async () => { // expect-low: unhandled-async-error
    await pool.end()
    process.exit(0)
  })

const changes = ['paid', 'cancelled'] as const
for (const change of changes)
  bus.on(change, async () => { // expect: unhandled-async-error
    await releaseSeats()
  })

// ---- On the machines of developers, and everywhere but in tests

if (process.env.NODE_ENV === 'local') {
  const local = createServer()
  local.on('connection', async () => { // expect-low: unhandled-async-error
    await releaseSeats()
  })
}
if (process.env.NODE_ENV !== 'test') {
  bus.on('opened', async () => { // expect: unhandled-async-error
    await releaseSeats()
  })
}
