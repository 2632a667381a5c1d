import * as E from 'fp-ts/Either'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function cancel(id: number): Promise<E.Either<string, number>> {
  const order = await prisma.order.findUnique({ where: { id } })
  if (!order) E.left('there is no such order') // expect: swallowed-error
  if (order?.status === 'sent') return E.left('the order is on its way')
  try {
    await prisma.order.update({ where: { id }, data: { status: 'cancelled' } })
  } catch (error) {
    return E.left('the order could not be cancelled')
  }
  return E.right(id)
}
