import { PrismaClient } from '@prisma/client'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const prisma = new PrismaClient()
const t = initTRPC.create()

const Page = z.object({
  search: z.string().optional(),
  page: z.coerce.number().min(1).optional(),
  perPage: z.coerce.number().min(1).max(100).optional(),
})

const OrdersOfCustomer = Page.extend({ customerId: z.number() })

const Unlimited = z.object({ customerId: z.number(), perPage: z.number().min(1).optional() })

async function findOrders({ customerId, perPage = 20, page = 1 }: { customerId: number; perPage?: number; page?: number }) {
  return prisma.order.findMany({ where: { customerId }, take: perPage, skip: (page - 1) * perPage })
}

async function findOpenOrders(customerId: number, perPage: number) {
  return prisma.order.findMany({ where: { customerId, status: 'open' }, take: perPage }) // expect: unbounded-query
}

export const router = t.router({
  // The schema is made from one that says how many at most.
  orders: t.procedure.input(OrdersOfCustomer).query(({ input }) => findOrders(input)),
  open: t.procedure.input(Unlimited).query(({ input }) => findOpenOrders(input.customerId, input.perPage ?? 20)),
})

// A schema that is made from another one, and a schema beside the handler.
const PageSize = z.preprocess((size) => (size === '' ? undefined : size), z.coerce.number().int().gte(1).lte(100))
const InvoicePage = z.object({ limit: PageSize.optional().default(50) })

export const invoices = t.router({
  page: t.procedure.input(InvoicePage).query(({ input }) => prisma.invoice.findMany({ take: input.limit })),
})
