// What only developers start has low confidence, also where others in between call it.
import { Pool } from 'pg'

const pool = new Pool()

async function fill(): Promise<void> {
  await pool.query('insert into seats (row) values (1)')
}

export function startLocally(): void {
  console.log('starting')
  fill() // expect-low: floating-promise
}

export function startHere(): void {
  console.log('starting here')
  fill() // expect: floating-promise
}

export function start(): void {
  if (process.env.NODE_ENV === 'development') return startLocally()
  startHere()
}

/** A plugin of the server of pages. */
export const seatPages = {
  name: 'seat-pages',
  configureServer(server: { restart: () => void }): void {
    fill() // expect-low: floating-promise
    server.restart()
  },
  buildStart(): void {
    fill() // expect: floating-promise
  },
}
