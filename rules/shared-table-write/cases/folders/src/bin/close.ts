import { db } from '../shared/db'

// What an operator does by hand.
export async function close(email: string) {
  await db('vouchers').where({ email }).delete()
}
