import knex from 'knex'

const db = knex({ client: 'pg' })

/** Whoever calls it ends it. */
const begin = () => db.transaction()

export async function importOrders(orders: { id: number }[]): Promise<void> {
  const trx = await begin() // expect: unreleased-connection
  for (const order of orders) await trx('orders').insert(order)
  await trx.commit()
}

export async function importInvoices(invoices: { id: number }[]): Promise<void> {
  const trx = await begin()
  try {
    await trx('invoices').insert(invoices)
    await trx.commit()
  } catch (error) {
    await trx.rollback()
    throw error
  }
}
