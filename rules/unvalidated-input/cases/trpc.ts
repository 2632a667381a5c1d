import { PrismaClient } from '@prisma/client'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const prisma = new PrismaClient()
const t = initTRPC.create()

export const appRouter = t.router({
  createCustomer: t.procedure.input(z.object({ name: z.string() })).mutation(({ input }) => prisma.customer.create({ data: input })),
})
