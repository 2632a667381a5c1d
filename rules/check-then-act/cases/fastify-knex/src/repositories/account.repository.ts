import type { Knex } from 'knex'
import { db } from '../db'
export interface Account { id: number; balance: number; version: number }
export class AccountRepository {
  constructor(private readonly knex: Knex = db) {}
  async findById(id: number, trx: Knex = this.knex): Promise<Account | undefined> {
    return trx<Account>('accounts').where({ id }).first()
  }
  async setBalance(id: number, balance: number, trx: Knex = this.knex): Promise<void> {
    await trx('accounts').where({ id }).update({ balance })
  }
  async update(id: number, patch: Partial<Account>): Promise<void> {
    await this.knex('accounts').where('id', id).update(patch)
  }
  async addBalance(id: number, by: number): Promise<void> {
    await this.knex('accounts').where('id', id).increment('balance', by)
  }
}
