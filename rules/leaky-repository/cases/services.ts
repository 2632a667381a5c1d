import { type Prisma, PrismaClient } from '@prisma/client'

// No repository: a service that queries may speak the library's language.
export class ReportService {
  constructor(private readonly prisma: PrismaClient) {}

  orders(where: Prisma.OrderWhereInput) {
    return this.prisma.order.findMany({ where, take: 100 })
  }

  async total(customerId: number) {
    return this.prisma.order.count({ where: { customerId } })
  }
}
