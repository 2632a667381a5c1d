import { Injectable } from '@nestjs/common'
import { InjectConnection, InjectModel } from '@nestjs/mongoose'
import { ClientSession, type Connection, type FilterQuery, type Model, Schema, type UpdateQuery } from 'mongoose'

/** Writes with the session that it is given, and without one otherwise. */
class Repository<T> {
  constructor(private readonly model: Model<T>) {}

  async create(row: T | T[], session?: ClientSession) {
    if (Array.isArray(row)) {
      return session ? this.model.insertMany(row, { session }) : this.model.insertMany(row)
    }
    const made = new this.model(row)
    if (session) {
      return await made.save({ session })
    } else {
      return await made.save()
    }
  }

  async update(filter: FilterQuery<T>, change: UpdateQuery<T>, session?: ClientSession) {
    if (!session) return await this.model.updateOne(filter, change)
    return await this.model.updateOne(filter, change, { session })
  }

  async remove(filter: FilterQuery<T>, session?: ClientSession) {
    if (session) {
      return await this.model.deleteOne(filter, { session })
    }
    return await this.model.deleteOne(filter)
  }
}

interface Wallet {
  owner: string
  balance: number
}
interface Transfer {
  from: string
  to: string
  amount: number
}
export const walletSchema = new Schema<Wallet>({ owner: String, balance: Number })

@Injectable()
export class TransferService {
  private readonly wallets: Repository<Wallet>
  private readonly transfers: Repository<Transfer>

  constructor(
    @InjectConnection() private readonly connection: Connection,
    @InjectModel('Wallet') wallets: Model<Wallet>,
    @InjectModel('Transfer') transfers: Model<Transfer>,
  ) {
    this.wallets = new Repository(wallets)
    this.transfers = new Repository(transfers)
  }

  async move(transfer: Transfer) {
    await this.connection.transaction(async (session) => {
      await this.wallets.update({ owner: transfer.from }, { $inc: { balance: -transfer.amount } }, session)
      await this.wallets.update({ owner: transfer.to }, { $inc: { balance: transfer.amount } }, session)
      await this.transfers.create(transfer, session)
      await this.transfers.remove({ amount: 0 }, session)
    })
  }

  async moveHalf(transfer: Transfer) {
    await this.connection.transaction(async (session) => {
      await this.wallets.update({ owner: transfer.from }, { $inc: { balance: -transfer.amount } }, session)
      await this.wallets.update({ owner: transfer.to }, { $inc: { balance: transfer.amount } }) // expect: escaped-transaction
      await this.transfers.create(transfer) // expect: escaped-transaction
      await this.transfers.remove({ amount: 0 }) // expect: escaped-transaction
    })
  }
}
