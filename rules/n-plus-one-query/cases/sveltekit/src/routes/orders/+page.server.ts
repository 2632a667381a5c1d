import { fail } from '@sveltejs/kit'
import { z } from 'zod'
import { db } from '$lib/server/db'
import type { Actions, PageServerLoad } from './$types'

const Place = z.object({ customerId: z.coerce.number(), total: z.coerce.number().positive() })

export const load: PageServerLoad = async () => {
  const orders = await db.order.findMany() // expect: unbounded-query
  const result = []
  for (const order of orders) result.push({ ...order, customer: await db.customer.findUnique({ where: { id: order.customerId } }) }) // expect: n-plus-one-query
  return { orders: result }
}

export const actions: Actions = {
  create: async ({ request }) => {
    const data = Object.fromEntries(await request.formData()) // expect: unvalidated-input
    await db.order.create({ data })
  },
  checked: async ({ request }) => {
    const parsed = Place.safeParse(Object.fromEntries(await request.formData()))
    if (!parsed.success) return fail(400)
    await db.order.create({ data: parsed.data })
  },
}
