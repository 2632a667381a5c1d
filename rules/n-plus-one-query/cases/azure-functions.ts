import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

const idsOf = (request: HttpRequest) => (request.query.get('ids') ?? '').split(',').map(Number)

async function listOrders(request: HttpRequest): Promise<HttpResponseInit> {
  const found = []
  for (const id of idsOf(request)) found.push(await prisma.order.findUnique({ where: { id } })) // expect: n-plus-one-query
  return { jsonBody: found }
}

async function listAtOnce(request: HttpRequest): Promise<HttpResponseInit> {
  return { jsonBody: await prisma.order.findMany({ where: { id: { in: idsOf(request) } } }) }
}

app.http('listOrders', { methods: ['GET'], authLevel: 'function', route: 'orders', handler: listOrders })
app.get('listAtOnce', listAtOnce)

app.serviceBusQueue('stock', {
  connection: 'SERVICE_BUS',
  queueName: 'stock',
  handler: async (message) => {
    for (const productId of message as number[]) await prisma.stock.update({ where: { productId }, data: { amount: 0 } }) // expect: n-plus-one-query
  },
})
