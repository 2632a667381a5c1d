import { BadRequestException, Injectable } from '@nestjs/common'
import { PrismaService } from './prisma.service'
import { WalletRepository } from './wallet.repository'
@Injectable()
export class WalletService {
  constructor(private readonly prisma: PrismaService, private readonly wallets: WalletRepository) {}

  async withdraw(id: number, amount: number) {
    const wallet = await this.wallets.getOrThrow(id)
    if (wallet.balance.lessThan(amount)) throw new BadRequestException('insufficient')
    await this.wallets.updateBalance(id, wallet.balance.minus(amount).toNumber()) // expect: check-then-act
  }
  async deposit(id: number, amount: number) {
    const wallet = await this.wallets.findById(id)
    const newBalance = Number(wallet!.balance) + amount
    return this.wallets.save(id, { balance: newBalance }) // expect: check-then-act
  }
  async transfer(fromId: number, toId: number, amount: number) {
    await this.prisma.$transaction(async (tx) => {
      const from = await tx.wallet.findUniqueOrThrow({ where: { id: fromId } })
      const to = await tx.wallet.findUniqueOrThrow({ where: { id: toId } })
      if (Number(from.balance) < amount) throw new BadRequestException()
      await tx.wallet.update({ where: { id: fromId }, data: { balance: Number(from.balance) - amount } }) // expect: check-then-act
      await tx.wallet.update({ where: { id: toId }, data: { balance: Number(to.balance) + amount } }) // expect: check-then-act
    })
  }
  // check then decrement: the balance may go negative
  async pay(id: number, amount: number) {
    const wallet = await this.prisma.wallet.findUnique({ where: { id } })
    if (!wallet || wallet.balance.lt(amount)) throw new BadRequestException('insufficient funds')
    await this.prisma.wallet.update({ where: { id }, data: { balance: { decrement: amount } } }) // expect: check-then-act
  }
  async payConditionally(id: number, amount: number) {
    const { count } = await this.prisma.wallet.updateMany({ where: { id, balance: { gte: amount } }, data: { balance: { decrement: amount } } })
    if (count === 0) throw new BadRequestException('insufficient funds')
  }
  async paySerialised(id: number, amount: number) {
    await this.prisma.$transaction(async (tx) => {
      const wallet = await tx.wallet.findUniqueOrThrow({ where: { id } })
      if (wallet.balance.lt(amount)) throw new BadRequestException()
      await tx.wallet.update({ where: { id }, data: { balance: wallet.balance.minus(amount) } })
    }, { isolationLevel: 'Serializable' })
  }
  async payLocked(id: number, amount: number) {
    await this.prisma.$transaction(async (tx) => {
      const [wallet] = await tx.$queryRaw<{ id: number; balance: number }[]>`SELECT id, balance FROM "Wallet" WHERE id = ${id} FOR UPDATE`
      if (!wallet || wallet.balance < amount) throw new BadRequestException()
      await tx.wallet.update({ where: { id }, data: { balance: wallet.balance - amount } })
    })
  }
}
