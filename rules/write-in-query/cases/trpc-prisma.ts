import { PrismaClient } from '@prisma/client'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const prisma = new PrismaClient()
const t = initTRPC.create()

export const router = t.router({
  order: t.procedure.input(z.number()).query(({ input }) => prisma.order.findUnique({ where: { id: input } })),
  ship: t.procedure.input(z.number()).query(async ({ input }) => {
    return prisma.order.update({ where: { id: input }, data: { status: 'shipped' } }) // expect: write-in-query
  }),
  cancel: t.procedure.input(z.number()).mutation(({ input }) => prisma.order.update({ where: { id: input }, data: { status: 'cancelled' } })),
})
