// How long a list of a request may be, where its schema says so.
import { PrismaClient } from '@prisma/client'
import express from 'express'
import { z } from 'zod'

const prisma = new PrismaClient()
const app = express()

const few = z.object({ ids: z.array(z.number()).max(5), status: z.string().max(20) })
const any = z.object({ ids: z.array(z.number()), status: z.string().max(20) })

async function parseBody<T>(body: unknown, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new Error('invalid')
  return parsed.data
}

async function closeFew(input: { ids: number[]; status: string }) {
  const ids = input.ids.map((id) => id + 0)
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: input.status } })
  })
}

async function closeAny(input: { ids: number[]; status: string }) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const id of input.ids) await tx.order.update({ where: { id }, data: { status: input.status } })
  })
}

app.put('/orders/few', async (req, res) => {
  const body = await parseBody(req.body, few)
  await closeFew({ ids: body.ids, status: body.status })
  res.sendStatus(204)
})

app.put('/orders/any', async (req, res) => {
  const body = await parseBody(req.body, any)
  await closeAny({ ids: body.ids, status: body.status })
  res.sendStatus(204)
})

app.put('/orders/few-more', async (req, res) => {
  const parsed = few.safeParse(req.body)
  if (!parsed.success) return res.sendStatus(400)
  await closeFew(parsed.data)
  res.sendStatus(204)
})
