import { PrismaClient } from '@prisma/client'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const prisma = new PrismaClient()
const t = initTRPC.create()

export const appRouter = t.router({
  createOrder: t.procedure.input(z.object({ item: z.string() })).mutation(({ input }) => prisma.order.create({ data: input })),
})
