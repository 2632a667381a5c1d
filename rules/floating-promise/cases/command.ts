// A command-line tool: what it is asked for is all that it does, and Node shows what fails.
import { Pool } from 'pg'

const pool = new Pool()

async function addSeats(): Promise<void> {
  await pool.query('insert into seats (row) values (1)')
}

async function removeSeats(): Promise<void> {
  await pool.query('delete from seats')
}

const add = () => {
  ;(async () => {
    await addSeats()
    await pool.end()
  })()
}

const remove = () => {
  // Something else is done beside it.
  removeSeats() // expect-low: floating-promise
  console.log('removing')
}

export function replace(): void {
  removeSeats() // expect: floating-promise
}

switch (process.argv[2]) {
  case 'add':
    add()
    break
  case 'remove':
    remove()
    break
}
