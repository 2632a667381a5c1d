import { http } from '@google-cloud/functions-framework'
import { onCall, onRequest } from 'firebase-functions/v2/https'
import { onSchedule } from 'firebase-functions/v2/scheduler'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export const orders = onRequest({ region: 'europe-west1' }, async (request, response) => {
  const found = []
  for (const id of String(request.query.ids).split(',')) found.push(await prisma.order.findUnique({ where: { id: Number(id) } })) // expect: n-plus-one-query
  response.json(found)
})

export const stock = onCall(async (request) => {
  const ids = request.data.ids as number[]
  return Promise.all(ids.map((productId) => prisma.stock.findUnique({ where: { productId } }))) // expect: n-plus-one-query
})

export const stockAtOnce = onCall((request) => prisma.stock.findMany({ where: { productId: { in: request.data.ids as number[] } } }))

export const nightly = onSchedule('every day 03:00', async () => {
  const open = await prisma.order.findMany({ where: { status: 'open' }, take: 500 })
  for (const order of open) await prisma.order.update({ where: { id: order.id }, data: { status: 'late' } }) // expect: n-plus-one-query
})

http('prices', async (request, response) => {
  const prices = []
  for (const id of request.body.ids as string[]) prices.push(await prisma.product.findUnique({ where: { id } })) // expect: n-plus-one-query
  response.json(prices)
})
