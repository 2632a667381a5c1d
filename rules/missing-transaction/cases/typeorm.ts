import { Injectable } from '@nestjs/common'
import { Column, DataSource, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'
import { Transactional } from 'typeorm-transactional'

@Entity()
class Wallet {
  @PrimaryGeneratedColumn() id!: number
  @Column() balance!: number
}

@Entity()
class Payout {
  @PrimaryGeneratedColumn() id!: number
  @Column() amount!: number
}

@Entity()
class Member {
  @PrimaryGeneratedColumn() id!: number
  @Column() lastPayoutId!: number
  @Column() availableCount!: number
}

@Injectable()
export class PayoutService {
  constructor(
    private readonly wallets: Repository<Wallet>,
    private readonly payouts: Repository<Payout>,
    private readonly source: DataSource,
    private readonly members: Repository<Member>,
  ) {}

  // Which one was the last is looked at, and how many are left is owned.
  async note(id: number, amount: number) {
    const payout = await this.payouts.save({ amount }) // expect-low: missing-transaction
    await this.members.update({ id }, { lastPayoutId: payout.id })
  }

  async use(id: number, amount: number) {
    await this.payouts.save({ amount }) // expect: missing-transaction
    await this.members.update({ id }, { availableCount: 0 })
  }

  async request(wallet: Wallet, amount: number) {
    await this.wallets.decrement({ id: wallet.id }, 'balance', amount) // expect: missing-transaction
    return this.payouts.save({ amount })
  }

  async requestSafely(wallet: Wallet, amount: number) {
    return this.source.transaction(async (manager) => {
      await manager.getRepository(Wallet).decrement({ id: wallet.id }, 'balance', amount)
      return manager.getRepository(Payout).save({ amount })
    })
  }

  async requestByRunner(wallet: Wallet, amount: number) {
    const runner = this.source.createQueryRunner()
    await runner.connect()
    await runner.startTransaction()
    try {
      await runner.manager.decrement(Wallet, { id: wallet.id }, 'balance', amount)
      await runner.manager.save(Payout, { amount })
      await runner.commitTransaction()
    } catch (error) {
      await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }

  @Transactional()
  async requestDecorated(wallet: Wallet, amount: number) {
    await this.wallets.decrement({ id: wallet.id }, 'balance', amount)
    return this.payouts.save({ amount })
  }
}
