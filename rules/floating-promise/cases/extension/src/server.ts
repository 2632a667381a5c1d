import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export function touch(id: number): void {
  prisma.order.update({ where: { id }, data: { seen: true } as never }) // expect: floating-promise
}
