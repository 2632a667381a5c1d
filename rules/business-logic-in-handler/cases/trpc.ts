import { PrismaClient } from '@prisma/client'
import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'

const prisma = new PrismaClient()
const t = initTRPC.create()

export const router = t.router({
  close: t.procedure.input(z.object({ id: z.number() })).mutation(async ({ input }) => { // expect: business-logic-in-handler
    const account = await prisma.account.findUniqueOrThrow({ where: { id: input.id } })
    const payment = await prisma.payment.findFirst({ where: { orderId: input.id } })
    if (payment?.status === 'pending') throw new TRPCError({ code: 'CONFLICT' })
    if (account.balance < 0) throw new TRPCError({ code: 'CONFLICT' })
    const credit = account.version > 3 ? 10 : 5
    await prisma.account.update({ where: { id: account.id }, data: { balance: account.balance + credit, name: 'closed' } })
    await prisma.auditLog.create({ data: { what: 'closed', customerId: account.id } })
  }),
  rename: t.procedure.input(z.object({ id: z.number(), name: z.string() })).mutation(async ({ input }) => {
    await prisma.account.findUniqueOrThrow({ where: { id: input.id } })
    await prisma.account.update({ where: { id: input.id }, data: { name: input.name } })
    await prisma.auditLog.create({ data: { what: 'renamed', customerId: input.id } })
  }),
})
