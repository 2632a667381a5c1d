import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const orders = await db.order.findMany() // expect: unbounded-query
  const customers: unknown[] = []
  for (const order of orders) customers.push(await db.customer.findUnique({ where: { id: order.customerId } })) // expect: n-plus-one-query
  const found = await db.$queryRawUnsafe(`SELECT id FROM "Order" WHERE total = '${url.searchParams.get('total')}' LIMIT 5`) // expect: sql-injection
  return json({ orders, customers, found, first: await db.order.findMany({ take: 20 }) })
}

export const action = async ({ params }: ActionFunctionArgs) => {
  const customer = await db.customer.findUniqueOrThrow({ where: { id: Number(params['customer']) } })
  if (customer.credit < 5) return json({}, { status: 409 })
  await db.customer.update({ where: { id: customer.id }, data: { credit: customer.credit - 5 } }) // expect: check-then-act
  return redirect('/orders')
}
