import { db } from '../../shared/db'

export async function reserve(showId: number, seat: string) {
  await db('seats').insert({ show_id: showId, seat, state: 'reserved' })
}

export async function release(showId: number, seat: string) {
  await db('seats').where({ show_id: showId, seat }).del()
}
