/*
 * The comparison with the month before. All queries are best-effort: the page still shows the rest without them.
 */
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function comparison(): Promise<{ orders: number; users: number }> {
  let orders = 0
  try {
    orders = await prisma.order.count()
  } catch {} // expect-low: swallowed-error
  return { orders, users: await countUsers() }
}

/** A failure here must not break the page. */
async function countUsers(): Promise<number> {
  let users = 0
  try {
    users = await prisma.user.count()
  } catch {}
  return users
}
