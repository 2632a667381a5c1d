import knexFactory from 'knex'

const knex = knexFactory({ client: 'pg' })

export async function cancel(orderId: number, reason: string | undefined) {
  knex('orders').where({ id: orderId }).update({ status: 'cancelled' }) // expect: unexecuted-query
  await knex('lines').where({ order_id: orderId }).delete()
  void knex('audits').insert({ order_id: orderId }) // expect: unexecuted-query

  const note = knex('notes').where({ order_id: orderId }) // expect: unexecuted-query
  if (reason) note.update({ reason })

  let search = knex('orders').where({ status: 'open' })
  if (reason) search = search.where({ reason })
  const rows = await search.limit(10)

  knex('stock')
    .where({ order_id: orderId })
    .increment('amount', 1)
    .then(() => undefined)
    .catch(() => undefined)
  return rows
}

export function openOrders() {
  return knex('orders').where({ status: 'open' })
}

export async function withSubquery() {
  const paid = knex('payments').select('order_id')
  return knex('orders').whereIn('id', paid).limit(10)
}

export async function both() {
  const first = knex('orders').where({ id: 1 }).update({ status: 'open' })
  const second = knex('lines').where({ order_id: 1 }).update({ status: 'open' })
  await Promise.all([first, second])
}

export async function inTransaction() {
  await knex.transaction(async (trx) => {
    trx('orders').insert({ status: 'open' }) // expect: unexecuted-query
    await trx('lines').insert({ order_id: 1 })
  })
}

export async function rebuild() {
  knex.raw('REFRESH MATERIALIZED VIEW seats_by_hall') // expect: unexecuted-query
  await knex.raw('ANALYZE seats')
  knex.schema.dropTable('seats_old') // expect: unexecuted-query
  await knex.schema.dropTableIfExists('seats_older')
}

function holdSeat(id: number) {
  return knex('seats').where({ id }).update({ held: true })
}

export async function holdBoth(first: number, second: number) {
  holdSeat(first) // expect: unexecuted-query
  await holdSeat(second)
}

export async function freeSeats(hall: number | undefined) {
  const query = knex('seats').where({ held: false }).limit(20)
  // The step changes the builder, which is run below.
  if (hall !== undefined) void query.where({ hall })
  return await query
}
