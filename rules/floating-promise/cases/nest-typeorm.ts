import { Controller, Injectable, Logger, Param, Post } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Wallet {
  @PrimaryGeneratedColumn() id!: number
  @Column() balance!: number
}

export interface Notifier {
  notify(walletId: number): Promise<void>
}

@Injectable()
export class MailNotifier implements Notifier {
  async notify(walletId: number): Promise<void> {
    const response = await fetch(`https://mail.example/wallets/${walletId}`, { method: 'POST' })
    if (!response.ok) throw new Error('mail was not sent')
  }
}

@Injectable()
export class WalletService {
  private readonly logger = new Logger(WalletService.name)
  private ready: Promise<void>

  constructor(
    @InjectRepository(Wallet) private readonly wallets: Repository<Wallet>,
    private readonly notifier: Notifier,
  ) {
    this.ready = this.warmUp()
    this.warmUp() // expect: floating-promise
  }

  async warmUp(): Promise<void> {
    await this.wallets.count()
  }

  async freeze(id: number): Promise<void> {
    await this.ready
    this.wallets.update(id, { balance: 0 }) // expect: floating-promise
    this.notifier.notify(id) // expect: floating-promise
    this.recount(id)
  }

  async isFrozen(id: number): Promise<boolean> {
    const wallet = await this.wallets.findOneBy({ id })
    return wallet?.balance === 0
  }

  async thaw(id: number): Promise<void> {
    if (!this.isFrozen(id)) this.logger.log('not frozen') // expect: floating-promise
    const frozen = this.isFrozen(id) // expect: floating-promise
    if (!frozen) return
    const pending = this.isFrozen(id)
    if (await pending) await this.wallets.increment({ id }, 'balance', 1)
  }

  /** Deals with its own failures. */
  private async recount(id: number): Promise<void> {
    try {
      await this.wallets.findOneByOrFail({ id })
    } catch (error) {
      this.logger.error(error)
    }
  }

  async settle(ids: number[]): Promise<void> {
    const jobs: Promise<void>[] = []
    for (const id of ids) jobs.push(this.freeze(id))
    await Promise.all(jobs)
    const [first, second] = [this.freeze(1), this.freeze(2)]
    await Promise.allSettled([first, second])
    Promise.all(ids.map((id) => this.freeze(id))) // expect: floating-promise
  }

  finish(id: number): Promise<void> {
    return this.freeze(id)
  }

  relay(id: number): void {
    void this.freeze(id)
    this.freeze(id).catch((error) => this.logger.error(error))
    this.freeze(id).then(
      () => this.logger.log('frozen'),
      (error) => this.logger.error(error),
    )
    this.freeze(id).then(() => this.logger.log('frozen')) // expect: floating-promise
    this.freeze(id) // expect: floating-promise
    // Fire and forget: the nightly run freezes what is left.
    this.freeze(id) // expect-low: floating-promise
  }
}

@Controller('wallets')
export class WalletController {
  constructor(private readonly service: WalletService) {}

  @Post(':id/freeze')
  async freeze(@Param('id') id: string) {
    this.service.freeze(Number(id)) // expect: floating-promise
    return { accepted: true }
  }
}
