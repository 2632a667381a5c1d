// A server of pages listens to the rejections of its process, which goes on.
import next from 'next'
import { scheduleJob } from 'node-schedule'
import { createServer } from 'node:http'
import { Pool } from 'pg'

const pool = new Pool()
const pages = next({ dev: false })

async function release(): Promise<void> {
  await pool.query('update seats set held = false where held_until < now()')
}

async function start(): Promise<void> {
  await pages.prepare()
  const show = pages.getRequestHandler()
  createServer((request, response) => void show(request, response)).listen(3000)
  // The next run does what this one has left.
  setInterval(() => release(), 60_000) // expect-low: unhandled-async-error
  scheduleJob('0 * * * *', async () => { // expect-low: unhandled-async-error
    await release()
  })
  // Nobody does it again.
  scheduleJob(new Date('2030-01-01'), async () => { // expect: unhandled-async-error
    await release()
  })
  setTimeout(async () => { // expect: unhandled-async-error
    await release()
  }, 5_000)
}

void start()
