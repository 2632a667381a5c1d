import { prisma } from '@shop/database'

export async function subscribe(planId: number) {
  return prisma.subscription.create({ data: { planId, state: 'active' } })
}

export async function change(id: number, planId: number) {
  return prisma.subscription.update({ where: { id }, data: { planId } })
}
