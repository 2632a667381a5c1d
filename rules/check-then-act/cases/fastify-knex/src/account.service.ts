import { db } from './db'
import { AccountRepository } from './repositories/account.repository'

export class AccountService {
  private readonly accounts = new AccountRepository()

  async withdraw(id: number, amount: number) {
    const account = await this.accounts.findById(id)
    if (!account) throw new Error('no account')
    if (account.balance < amount) throw new Error('insufficient')
    await this.accounts.setBalance(id, account.balance - amount) // expect: check-then-act
  }
  async withdrawTx(id: number, amount: number) {
    await db.transaction(async (trx) => {
      const account = await this.accounts.findById(id, trx)
      if (account!.balance < amount) throw new Error('insufficient')
      await this.accounts.setBalance(id, account!.balance - amount, trx) // expect: check-then-act
    })
  }
  async patch(id: number, amount: number) {
    const account = await this.accounts.findById(id)
    await this.accounts.update(id, { balance: account!.balance + amount }) // expect: check-then-act
  }
  async checked(id: number, amount: number) {
    const account = await this.accounts.findById(id)
    if (account!.balance < amount) throw new Error('insufficient')
    await this.accounts.addBalance(id, -amount) // expect: check-then-act
  }
  async raw(id: number, amount: number) {
    const account = await db('accounts').where({ id }).first()
    await db.raw('UPDATE accounts SET balance = ? WHERE id = ?', [account.balance + amount, id]) // expect: check-then-act
  }
  async locked(id: number, amount: number) {
    await db.transaction(async (trx) => {
      const account = await trx('accounts').where({ id }).forUpdate().first()
      await trx('accounts').where({ id }).update({ balance: account.balance - amount })
    })
  }
  async optimistic(id: number, amount: number) {
    const account = await this.accounts.findById(id)
    const n = await db('accounts').where({ id, version: account!.version }).update({ balance: account!.balance - amount, version: account!.version + 1 })
    if (n === 0) throw new Error('try again')
  }
  async guarded(id: number, amount: number) {
    const n = await db('accounts').where({ id }).andWhere('balance', '>=', amount).decrement('balance', amount)
    if (n === 0) throw new Error('insufficient')
  }
  async reserve(tableId: number, slot: string) {
    const taken = await db('reservations').where({ table_id: tableId, slot }).first()
    if (taken) throw new Error('taken')
    const [id] = await db('reservations').insert({ table_id: tableId, slot }).returning('id') // expect: check-then-act
    return id
  }
  async join(projectId: number, userId: number) {
    const project = await db('projects').where('id', projectId).first()
    const [{ count }] = await db('memberships').where('project_id', projectId).count('* as count')
    if (Number(count) >= project.max_members) throw new Error('full')
    await db('memberships').insert({ project_id: projectId, user_id: userId }) // expect: check-then-act
  }

  // The key of the two columns turns the second into an error that nobody answers.
  async joinOnce(projectId: number, userId: number) {
    const known = await db('memberships').where({ project_id: projectId, user_id: userId }).first()
    if (known) return
    await db('memberships').insert({ project_id: projectId, user_id: userId }) // expect-low: check-then-act
  }
}
