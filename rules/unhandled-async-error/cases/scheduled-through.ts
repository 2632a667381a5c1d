// A function in between gives the work to a schedule; a listener of the process goes on, and the next run comes.
import { CronJob } from 'cron'
import { Pool } from 'pg'

process.on('unhandledRejection', (error) => console.error(error))

const pool = new Pool()

async function release(): Promise<void> {
  await pool.query('update seats set held = false where held_until < now()')
}

async function print(): Promise<void> {
  await pool.query('insert into prints default values')
}

function addJob(at: string, run: () => void): void {
  const job = new CronJob(at, () => {
    run()
  })
  job.start()
}

function later(run: () => void): void {
  setTimeout(() => {
    run()
  }, 1000)
}

addJob('0 * * * *', release) // expect-low: unhandled-async-error
later(print) // expect: unhandled-async-error
