import { db } from '../../shared/db'
import { reserve } from '../seats/seat.repository'

export async function sell(showId: number, seat: string) {
  await reserve(showId, seat)
  await db('tickets').insert({ show_id: showId, seat })
  await db('seats').where({ show_id: showId, seat }).update({ state: 'sold' }) // expect: shared-table-write
}

// Asking the owner is right.
export async function hold(showId: number, seat: string) {
  await reserve(showId, seat)
}
