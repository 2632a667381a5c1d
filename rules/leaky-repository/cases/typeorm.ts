import { EntityRepository, Repository, type FindManyOptions, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Wallet {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  owner: string

  @Column()
  balance: number
}

export class WalletRepository extends Repository<Wallet> {
  ofOwner(owner: string) {
    return this.find({ where: { owner }, take: 20 })
  }

  richest() {
    return this.find({ order: { balance: 'DESC' }, take: 10 })
  }

  empty() {
    return this.createQueryBuilder('wallet').where('wallet.balance = 0').take(100).getMany()
  }

  selection(): SelectQueryBuilder<Wallet> {
    return this.createQueryBuilder('wallet').where('wallet.balance > 0') // expect: leaky-repository
  }

  matching(options: FindManyOptions<Wallet>) { // expect: leaky-repository
    return this.find(options)
  }
}

@EntityRepository(Wallet)
export abstract class BaseRepository<T extends ObjectLiteral> extends Repository<T> {
  // A base for all repositories is general.
  some(options: FindManyOptions<T>) { // expect-low: leaky-repository
    return this.find(options)
  }
}
