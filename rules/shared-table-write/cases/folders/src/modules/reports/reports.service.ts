import { db } from '../../shared/db'

export async function occupancy(showId: number) {
  const [row] = await db('seats').where({ show_id: showId, state: 'sold' }).count()
  await db('occupancy').insert({ show_id: showId, sold: row?.count })
}
