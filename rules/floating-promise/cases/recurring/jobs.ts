// A listener of the process writes down what fails, and the next run comes.
import { Cron } from 'croner'
import { Pool } from 'pg'

process.on('unhandledRejection', (error) => console.error(error))

const pool = new Pool()

async function freeSeats(): Promise<void> {
  await pool.query('update seats set held = false where held_until < now()')
}

new Cron('0 * * * *', () => {
  freeSeats() // expect-low: floating-promise
})

// Nobody does it again.
new Cron(new Date('2030-01-01'), () => {
  freeSeats() // expect: floating-promise
})

export function close(): void {
  freeSeats() // expect: floating-promise
}
