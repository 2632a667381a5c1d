import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Wallet {
  @PrimaryGeneratedColumn() id!: string
  @Column() open!: boolean
}

@Injectable()
export class WalletService {
  constructor(@InjectRepository(Wallet) private readonly wallets: Repository<Wallet>) {}

  async topUp(id: string): Promise<void> {
    console.log('topping up', id) // expect: uninformative-error-log
    await this.wallets.update(id, { open: true })
    console.log('done')
  }

  async close(id: string): Promise<void> {
    await this.wallets.update(id, { open: false })
  }
}
