import { Prisma, PrismaClient } from '@prisma/client'

class UnitOfWork {
  constructor(private readonly prisma: PrismaClient) {}

  run<T>(work: (tx: any) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work)
  }

  runStrictly<T>(work: (tx: any) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work, { isolationLevel: Prisma.TransactionIsolationLevel.Serializable })
  }
}

export class Wallets {
  constructor(private readonly work: UnitOfWork) {}

  async spend(id: string, amount: number) {
    await this.work.run(async (tx) => {
      const wallet = await tx.wallet.findUniqueOrThrow({ where: { id } })
      if (wallet.balance < amount) throw new Error('insufficient')
      await tx.wallet.update({ where: { id }, data: { balance: wallet.balance - amount } }) // expect: check-then-act
    })
  }

  async spendStrictly(id: string, amount: number) {
    await this.work.runStrictly(async (tx) => {
      const wallet = await tx.wallet.findUniqueOrThrow({ where: { id } })
      if (wallet.balance < amount) throw new Error('insufficient')
      await tx.wallet.update({ where: { id }, data: { balance: wallet.balance - amount } })
    })
  }
}
