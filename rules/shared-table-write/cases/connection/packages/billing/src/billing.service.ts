import { db } from '@clinic/db'

// No declaration of the table says so, but the connection is the same.
export async function settle(id: number) {
  await db('orders').where({ id }).update({ state: 'paid' }) // expect: shared-table-write
}
