import { prisma } from '@shop/database'

export async function expire(id: number) {
  await prisma.subscription.update({ where: { id }, data: { state: 'expired' } }) // expect: shared-table-write
}
