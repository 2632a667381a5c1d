// What does not run for what a call gives fails nothing there.
import { Pool, type PoolClient } from 'pg'

const pool = new Pool()

interface Seat {
  id: number
  status: string
}

function check(seat: Seat): void {
  if (seat.status === 'sold') throw new Error('sold')
}

async function assertOpen(seat: Seat, client?: PoolClient): Promise<void> {
  if (client) {
    const { rows } = await client.query<Seat>('select * from seats where id = $1 for update', [seat.id])
    return check(rows[0] as Seat)
  }
  check(seat)
}

async function assertKnown(seat: Seat, client?: PoolClient): Promise<void> {
  if (client) await client.query('select 1 from seats where id = $1', [seat.id])
  console.log(seat.status)
}

async function note(what: { key: string } | { user: string }): Promise<void> {
  if ('key' in what) {
    await pool.query('insert into calls (key) values ($1)', [what.key])
    return
  }
  console.log(what.user)
}

async function noteOpen(what: { key: string; seat: Seat }): Promise<void> {
  if (what.key && (await pool.query('select 1 from calls where key = $1', [what.key])).rowCount === 0) return
  await pool.query('insert into notes (seat) values ($1)', [what.seat.id])
}

export async function hold(seat: Seat, client: PoolClient): Promise<void> {
  // It throws for what it is given here, too.
  assertOpen(seat) // expect: floating-promise
  assertKnown(seat)
  assertKnown(seat, client) // expect: floating-promise
  note({ user: 'clerk' })
  note({ key: 'window' }) // expect: floating-promise
  noteOpen({ key: 'lobby', seat }) // expect: floating-promise
  await assertOpen(seat, client)
  await note({ key: 'door' })
}

async function release(seat: Seat, checked = false, { told = 'nobody' }: { told?: string } = {}): Promise<void> {
  if (checked) await assertOpen(seat)
  if (told !== 'nobody') await pool.query('select pg_notify($1, $2)', [told, seat.status])
  console.log(seat.id)
}

// What is not given is what stands there for it.
export function releaseAll(seats: Seat[]): void {
  for (const seat of seats) {
    release(seat)
    release(seat, undefined)
    release(seat, true) // expect: floating-promise
  }
}
