import { json } from '@sveltejs/kit'
import { db } from '$lib/server/db'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ url }) => {
  const rows = await db.$queryRawUnsafe(`SELECT id FROM "Order" WHERE total = '${url.searchParams.get('total')}' LIMIT 10`) // expect: sql-injection
  const bound = await db.$queryRaw`SELECT id FROM "Order" WHERE total = ${url.searchParams.get('total')} LIMIT 10`
  return json([rows, bound])
}
