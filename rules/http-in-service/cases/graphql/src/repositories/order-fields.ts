import type { Request } from 'express'
import { GraphQLInt, GraphQLNonNull, GraphQLString } from 'graphql'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// What a framework calls takes what the framework gives.
export const placeOrder = {
  type: GraphQLString,
  args: { total: { type: new GraphQLNonNull(GraphQLInt) } },
  resolve: async (_parent: unknown, args: { total: number }, req: Request) => {
    const order = await prisma.order.create({ data: { status: 'open', customerId: Number(req.headers['x-customer']) } })
    return `${order.id} ${args.total}`
  },
}

export const closeOrder = {
  type: GraphQLString,
  async resolve(_parent: unknown, args: { id: number }, req: Request) {
    const order = await prisma.order.update({ where: { id: args.id }, data: { status: String(req.headers['x-status']) } })
    return order.status
  },
}
