import { prisma } from '@shop/database'

export async function createPlan(name: string) {
  return prisma.plan.create({ data: { name } })
}
