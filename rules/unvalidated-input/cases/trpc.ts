import { PrismaClient } from '@prisma/client'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const prisma = new PrismaClient()
const t = initTRPC.create()

const anything = z.record(z.string(), z.any())

export const appRouter = t.router({
  createCustomer: t.procedure.input(z.object({ name: z.string() })).mutation(({ input }) => prisma.customer.create({ data: input })),
  // Schemas that let anything through.
  importCustomer: t.procedure.input(z.any()).mutation(({ input }) => prisma.customer.create({ data: input })), // expect: unvalidated-input
  patchCustomer: t.procedure.input(anything).mutation(async ({ input }) => { // expect: unvalidated-input
    await prisma.customer.create({ data: input as never })
  }),
  updateCustomer: t.procedure.input(z.object({ id: z.number(), changes: z.any() })).mutation(({ input }) => prisma.customer.update({ where: { id: input.id }, data: input.changes })), // expect: unvalidated-input
})
