import { type Prisma, PrismaClient } from '@prisma/client'

export class InvoiceRepository {
  constructor(private readonly prisma: PrismaClient) {}

  byId(id: number) {
    return this.prisma.invoice.findUnique({ where: { id } })
  }

  ofCustomer(customerId: number) {
    return this.prisma.invoice.findMany({ where: { customerId }, take: 100 })
  }

  list(where: Prisma.InvoiceWhereInput, take = 20) { // expect: leaky-repository
    return this.prisma.invoice.findMany({ where, take })
  }

  // Values to write are what a repository is given.
  create(data: Prisma.InvoiceUncheckedCreateInput) {
    return this.prisma.invoice.create({ data })
  }

  add(customerId: number) {
    return this.prisma.invoice.create({ data: { customerId } })
  }
}

// A layer that only passes on has nothing to hide.
export class AnyRepository {
  constructor(private readonly prisma: PrismaClient) {}

  find(args: Prisma.OrderFindManyArgs) { // expect-low: leaky-repository
    return this.prisma.order.findMany(args)
  }

  count(where: Prisma.OrderWhereInput) { // expect-low: leaky-repository
    return this.prisma.order.count({ where })
  }
}
