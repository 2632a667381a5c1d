// The listener closes the server, and what that calls ends the process.
import { createServer } from 'node:http'
import { Pool } from 'pg'

const pool = new Pool()
const server = createServer()

process.on('unhandledRejection', (error) => {
  console.error('not handled', error)
  server.close(() => process.exit(1))
})

setInterval(async () => { // expect: unhandled-async-error
  await pool.query('update seats set held = false where held_until < now()')
}, 60_000)

server.listen(3000)

export function stop(signal: string): void {
  if (signal === 'SIGTERM') {
    setTimeout(async () => { // expect-low: unhandled-async-error
      await pool.end()
    }, 10_000)
  }
  setTimeout(async () => { // expect: unhandled-async-error
    await pool.query('delete from seats where sold')
  }, 10_000)
}
