import express from 'express'
import Redis from 'ioredis'
import { PrismaClient } from '@prisma/client'
import { z } from 'zod'

const redis = new Redis()
const prisma = new PrismaClient()
const app = express()

// A cache that does not answer holds nothing: its readers ask the source.
async function cachedPlan(id: string): Promise<string | null> {
  try {
    return await redis.get(`plan:${id}`)
  } catch {  // expect-low: swallowed-error
    return null
  }
}

async function keepPlan(id: string, plan: string): Promise<void> {
  try {
    await redis.set(`plan:${id}`, plan, 'EX', 60)
  } catch {}  // expect-low: swallowed-error
}

// The copy and the original alike.
async function renamePlan(id: string, name: string): Promise<void> {
  try {
    await prisma.plan.update({ where: { id: Number(id) }, data: { name } })
    await redis.del(`plan:${id}`)
  } catch {}  // expect: swallowed-error
}

app.get('/plans/:id', async (req, res) => {
  const plan = (await cachedPlan(req.params.id)) ?? JSON.stringify(await prisma.plan.findUnique({ where: { id: Number(req.params.id) } }))
  await keepPlan(req.params.id, plan)
  res.send(plan)
})

app.put('/plans/:id', async (req, res) => {
  await renamePlan(req.params.id, String(req.body.name))
  res.sendStatus(204)
})

// Whoever sent it is told that it does not fit.
export const Voucher = z.object({
  code: z.string().refine(async (code) => {
    try {
      const voucher = await prisma.plan.findUnique({ where: { id: Number(code) } })
      return voucher !== null
    } catch {  // expect-low: swallowed-error
      return false
    }
  }),
})
