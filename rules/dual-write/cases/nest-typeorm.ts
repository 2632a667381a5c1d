import { InjectQueue } from '@nestjs/bullmq'
import { Inject, Injectable } from '@nestjs/common'
import type { ClientProxy } from '@nestjs/microservices'
import { InjectRepository } from '@nestjs/typeorm'
import type { Queue } from 'bullmq'
import { Column, type DataSource, Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm'

@Entity('wallets')
class Wallet {
  @PrimaryGeneratedColumn() id!: number
  @Column() balance!: number
}

@Injectable()
export class WalletService {
  constructor(
    @InjectRepository(Wallet) private readonly wallets: Repository<Wallet>,
    private readonly dataSource: DataSource,
    @Inject('BUS') private readonly bus: ClientProxy,
    @InjectQueue('settlements') private readonly settlements: Queue,
    @InjectQueue('mails') private readonly mails: Queue,
  ) {}

  async open() {
    const wallet = await this.wallets.save({ balance: 0 }) // expect: dual-write
    this.bus.emit('wallet.opened', { id: wallet.id })
    return wallet
  }

  // A job that the row cannot do without.
  async freeze(id: number) {
    await this.wallets.update({ id }, { balance: 0 }) // expect: dual-write
    await this.settlements.add('settle-wallet', { id })
  }

  // A mail that somebody would miss.
  async close(id: number) {
    await this.wallets.delete({ id }) // expect-low: dual-write
    await this.mails.add('goodbye-mail', { id })
  }

  // The job may find nothing to do.
  async rename(id: number) {
    await this.settlements.add('settle-wallet', { id }) // expect-low: dual-write
    await this.wallets.update({ id }, { balance: 0 })
  }

  // That the job may get lost was thought of.
  async review(id: number) {
    await this.wallets.update({ id }, { balance: 0 }) // expect-low: dual-write
    this.settlements.add('review-wallet', { id }).catch((error) => console.warn(error))
  }

  // Sent before the commit: a finding of another rule.
  async credit(id: number, amount: number) {
    await this.dataSource.transaction(async (manager) => {
      await manager.increment(Wallet, { id }, 'balance', amount)
      this.bus.emit('wallet.credited', { id, amount })
    })
  }
}
