import { db } from '../../shared/db'

export async function removeOld() {
  await db('vouchers').where('created_at', '<', new Date(0)).delete()
}
