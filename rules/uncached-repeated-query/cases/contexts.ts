import { PrismaClient } from '@prisma/client'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { initTRPC } from '@trpc/server'

const prisma: any = new PrismaClient()

async function createContext({ role }: { role: string }) {
  const permissions = await prisma.permission.findMany({ where: { role } }) // expect: uncached-repeated-query
  return { role, permissions }
}
type Context = Awaited<ReturnType<typeof createContext>>

const t = initTRPC.context<Context>().create()
export const orders = t.router({
  count: t.procedure.query(({ ctx }) => ctx.permissions.length),
  place: t.procedure.mutation(({ ctx }) => ctx.role),
})

const resolvers = {
  Query: { orders: () => [], invoices: () => [] },
  Mutation: { pay: () => true },
}
const server = new ApolloServer({ typeDefs: '', resolvers })
export const listening = startStandaloneServer(server, {
  context: async ({ req }) => {
    const settings = await prisma.setting.findMany({ where: { tenant: req.headers.host } }) // expect: uncached-repeated-query
    return { settings }
  },
})

// Nobody makes a context of it.
export async function describe(role: string) {
  return prisma.permission.findMany({ where: { role } })
}
