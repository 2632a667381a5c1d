import { PrismaClient } from '@prisma/client'
import type { Prisma } from '@prisma/client'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const prisma = new PrismaClient()

export const createContext = async () => ({ prisma, userId: 1 })

const t = initTRPC.context<typeof createContext>().create()

const addLine = (orderId: number, productId: number, db: Prisma.TransactionClient = prisma) => db.orderLine.create({ data: { orderId, productId } })

const order = z.object({ customerId: z.number(), productId: z.number() })

export const orders = t.router({
  // The client stands in the context that the framework gives.
  place: t.procedure.input(order).mutation(async ({ ctx, input }) => {
    const placed = await ctx.prisma.order.create({ data: { customerId: input.customerId, status: 'new' } }) // expect: missing-transaction
    await addLine(placed.id, input.productId)
    return placed
  }),

  placeAtOnce: t.procedure.input(order).mutation(({ ctx, input }) =>
    ctx.prisma.$transaction(async (tx) => {
      const placed = await tx.order.create({ data: { customerId: input.customerId, status: 'new' } })
      await addLine(placed.id, input.productId, tx)
      return placed
    }),
  ),

  placeApart: t.procedure.input(order).mutation(({ ctx, input }) =>
    ctx.prisma.$transaction(async (tx) => {
      const placed = await tx.order.create({ data: { customerId: input.customerId, status: 'new' } })
      await addLine(placed.id, input.productId) // expect: escaped-transaction
      return placed
    }),
  ),
})
