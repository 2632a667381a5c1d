import { PrismaClient } from '@prisma/client'
import { initTRPC } from '@trpc/server'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import express from 'express'
import { z } from 'zod'

const prisma: any = new PrismaClient()
const t = initTRPC.create()
const Clear = z.object({ teamId: z.string().optional() })
const Either = z.object({ teamId: z.string().optional(), ownerId: z.string().optional() }).refine((value) => value.teamId ?? value.ownerId)

export const campaigns = t.router({
  clear: t.procedure.input(Clear).mutation(async ({ input }) => {
    await prisma.campaign.deleteMany({ where: { teamId: input.teamId } }) // expect: unfiltered-write
  }),
  clearTaken: t.procedure.input(z.object({ teamId: z.string().nullish() })).mutation(async ({ input: { teamId } }) => {
    await prisma.campaign.deleteMany({ where: { teamId } }) // expect: unfiltered-write
  }),
  clearOne: t.procedure.input(z.object({ teamId: z.string() })).mutation(async ({ input }) => {
    await prisma.campaign.deleteMany({ where: { teamId: input.teamId } })
  }),
  clearDefault: t.procedure.input(z.object({ teamId: z.string().optional().default('none') })).mutation(async ({ input }) => {
    await prisma.campaign.deleteMany({ where: { teamId: input.teamId } })
  }),
  clearEither: t.procedure.input(Either).mutation(async ({ input }) => {
    await prisma.campaign.deleteMany({ where: { teamId: input.teamId, ownerId: input.ownerId } })
  }),
})

const app = express()
app.delete('/campaigns', async (req, res) => {
  const { teamId } = Clear.parse(req.query)
  await prisma.campaign.deleteMany({ where: { teamId } }) // expect: unfiltered-write
  res.sendStatus(204)
})
app.delete('/drafts', async (req, res) => {
  const query = z.object({ teamId: z.string() }).parse(req.query)
  await prisma.campaign.deleteMany({ where: { teamId: query.teamId } })
  res.sendStatus(204)
})

const db = drizzle('postgres://localhost/campaigns')
const orders = pgTable('orders', { id: integer('id').primaryKey(), teamId: integer('team_id'), status: text('status') })

export async function close(teamId?: number): Promise<void> {
  await db.update(orders).set({ status: 'closed' }).where(teamId ? eq(orders.teamId, teamId) : undefined) // expect-low: unfiltered-write
}

export async function cancel(teamId?: number): Promise<void> {
  if (!teamId) throw new Error('teamId is missing')
  await db.update(orders).set({ status: 'cancelled' }).where(teamId ? eq(orders.teamId, teamId) : undefined)
}
