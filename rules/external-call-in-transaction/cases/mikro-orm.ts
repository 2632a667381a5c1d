import { AfterCreate, Entity, EntityManager, PrimaryKey, Property, Transactional, type EventArgs } from '@mikro-orm/core'
import { Resend } from 'resend'

const resend = new Resend('key')

@Entity()
export class Wallet {
  @PrimaryKey() id!: number
  @Property() balance!: number

  @AfterCreate()
  async welcome(_args: EventArgs<Wallet>) {
    await resend.emails.send({ from: 'bank@example.org', to: 'owner@example.org', subject: 'Welcome', text: '' }) // expect: external-call-in-transaction
  }
}

export class WalletService {
  constructor(private readonly em: EntityManager) {}

  async pay(id: number, amount: number) {
    await this.em.transactional(async (em) => {
      const wallet = await em.findOneOrFail(Wallet, { id })
      wallet.balance -= amount
      await fetch(`https://bank/${id}`, { method: 'POST' }) // expect: external-call-in-transaction
    })
  }

  @Transactional()
  async close(id: number) {
    await this.em.nativeDelete(Wallet, { id })
    await fetch(`https://bank/${id}`, { method: 'DELETE' }) // expect: external-call-in-transaction
  }

  async freeze(id: number) {
    await this.em.begin()
    await this.em.nativeUpdate(Wallet, { id }, { balance: 0 })
    await this.em.commit()
    await fetch(`https://bank/${id}`, { method: 'POST' })
  }
}
