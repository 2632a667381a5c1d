import { db } from '../../shared/db'

// Whoever lets people in makes the rows that say who they are.
export async function register(email: string, hash: string) {
  await db('users').insert({ email, hash })
}
