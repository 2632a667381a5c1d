import { PrismaClient } from '@prisma/client'

export const prisma = new PrismaClient()

export class OrderRepository {
  byId(id: number) {
    return prisma.order.findUnique({ where: { id } })
  }

  ofCustomer(customerId: number) {
    return prisma.order.findMany({ where: { customerId }, take: 100 })
  }

  place(customerId: number) {
    return prisma.order.create({ data: { customerId, status: 'placed' } })
  }
}
