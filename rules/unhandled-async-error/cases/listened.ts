// A listener of the process writes down what fails, and goes on: what a comment in it says is not done.
import { createServer } from 'node:http'
import { Pool } from 'pg'

const pool = new Pool()
const server = createServer()

process.on('unhandledRejection', (error) => {
  console.error('not handled', error)
  // server.close(() => process.exit(1))
})

setInterval(async () => { // expect-low: unhandled-async-error
  await pool.query('update seats set held = false where held_until < now()')
}, 60_000)

setTimeout(async () => { // expect: unhandled-async-error
  await pool.query('delete from seats where sold')
}, 60_000)

server.listen(3000)

/** Nobody waits for it, so nobody would learn of more if it waited. */
async function release(ids: readonly number[]): Promise<void> {
  ids.forEach(async (id) => { // expect-low: unhandled-async-error
    await pool.query('update seats set held = false where id = $1', [id])
  })
}

async function hold(ids: readonly number[]): Promise<void> {
  ids.forEach(async (id) => { // expect: unhandled-async-error
    await pool.query('update seats set held = true where id = $1', [id])
  })
}

server.on('request', (_request, response) => {
  release([1, 2])
  hold([3, 4]).then(
    () => response.end(),
    () => response.destroy(),
  )
})
