import { Prisma, PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

/** The handle is picked where it is used, with no variable in between. */
class Orders {
  pay(id: number, tx?: Prisma.TransactionClient) {
    return (tx ?? prisma).order.update({ where: { id }, data: { status: 'paid' } })
  }

  close(id: number, tx?: Prisma.TransactionClient) {
    return (tx ? tx : prisma).order.update({ where: { id }, data: { status: 'closed' } })
  }
}

const orders = new Orders()

export async function settle(id: number) {
  await prisma.$transaction(async (tx) => {
    await orders.pay(id, tx)
    await orders.close(id) // expect: escaped-transaction
  })
}

export async function settleInOne(id: number) {
  await prisma.$transaction(async (tx) => {
    await orders.pay(id, tx)
    await orders.close(id, tx)
  })
}
