import { db } from '../../shared/db'

export async function rename(id: number, name: string) {
  await db('users').where({ id }).update({ name })
}

export async function invite(email: string) {
  await db('users').insert({ email, invited: true })
  await db('vouchers').insert({ email, open: true })
}

export async function redeem(email: string) {
  await db('vouchers').where({ email }).update({ open: false })
}

export async function reopen(email: string) {
  await db('vouchers').where({ email }).update({ open: true })
}
