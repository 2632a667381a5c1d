import { Entity, PrimaryGeneratedColumn, Column, type DeepPartial, type Repository } from 'typeorm'

@Entity()
export class Voucher {
  @PrimaryGeneratedColumn() id: number
  @Column() remaining: number
}

// Each gives the row to another of its name, and one of them to itself: the walk through the callers ends.
export abstract class Stored<T extends object> {
  constructor(protected readonly rows: Repository<T>) {}

  async save(row: T, isAgain = false): Promise<T> {
    if (isAgain) return this.create(row)
    return this.rows.save(row as DeepPartial<T>) as Promise<T>
  }

  async create(row: T): Promise<T> {
    return this.save(row, true)
  }
}

export class Vouchers extends Stored<Voucher> {
  async save(row: Voucher): Promise<Voucher> {
    return super.save(row)
  }

  async redeem(id: number) {
    const voucher = await this.rows.findOneByOrFail({ id }) // expect: check-then-act
    if (voucher.remaining < 1) throw new Error('used up')
    voucher.remaining -= 1
    await this.rows.save(voucher)
  }
}
