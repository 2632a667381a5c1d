import { db } from '@clinic/db'

export async function place(patient: string) {
  await db('orders').insert({ patient, state: 'placed' })
}
