import { Body, Controller, Injectable, Param, Post } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Wallet {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  balance: number

  @Column()
  tier: string
}

@Entity()
export class Movement {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  amount: number
}

@Injectable()
export class TransferService {
  constructor(@InjectRepository(Wallet) private readonly wallets: Repository<Wallet>) {}

  // The same in a service is where it belongs.
  async transfer(from: number, to: number, amount: number) {
    const source = await this.wallets.findOneByOrFail({ id: from })
    const target = await this.wallets.findOneByOrFail({ id: to })
    const fee = source.tier === 'gold' ? 0 : amount * 0.01
    if (source.balance < amount + fee) return undefined
    await this.wallets.update({ id: from }, { balance: source.balance - amount - fee })
    await this.wallets.update({ id: to }, { balance: target.balance + amount })
    return fee
  }
}

@Controller('wallets')
export class WalletController {
  constructor(
    @InjectRepository(Wallet) private readonly wallets: Repository<Wallet>,
    @InjectRepository(Movement) private readonly movements: Repository<Movement>,
    private readonly transfers: TransferService,
  ) {}

  @Post(':id/withdrawals')
  async withdraw(@Param('id') id: string, @Body() body: { amount: number }) { // expect: business-logic-in-handler
    const wallet = await this.wallets.findOneByOrFail({ id: Number(id) })
    const fee = wallet.tier === 'gold' ? 0 : body.amount * 0.01
    if (wallet.balance < body.amount + fee) return { refused: true }
    const balance = wallet.balance - body.amount - fee
    await this.wallets.update({ id: wallet.id }, { balance })
    await this.movements.insert({ amount: -body.amount })
    return { balance }
  }

  @Post(':id/transfers')
  async transfer(@Param('id') id: string, @Body() body: { to: number; amount: number }) {
    const fee = await this.transfers.transfer(Number(id), body.to, body.amount)
    return fee === undefined ? { refused: true } : { fee }
  }
}
