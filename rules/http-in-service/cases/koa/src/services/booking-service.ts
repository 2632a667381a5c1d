import type { Context } from 'koa'
import knex from 'knex'

const db = knex({ client: 'pg' })

export async function bookSeat(ctx: Context) { // expect: http-in-service
  const { showId, seat } = ctx.request.body as { showId: number; seat: string }
  const taken = await db('bookings').where({ show_id: showId, seat }).first()
  if (taken) {
    ctx.status = 409
    return
  }
  ctx.body = await db('bookings').insert({ show_id: showId, seat }).returning('*')
}

export async function releaseSeat(showId: number, seat: string) {
  return db('bookings').where({ show_id: showId, seat }).del()
}
