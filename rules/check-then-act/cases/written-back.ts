import express from 'express'
import { MongoClient, type Collection } from 'mongodb'

interface Account {
  id: string
  balance: number
}

interface Accounts {
  find(id: string): Promise<Account | null>
  save(account: Account): Promise<void>
}

/** The collection's name is a setting. */
class StoredAccounts implements Accounts {
  constructor(private readonly collection: Collection<Account>) {}

  async find(id: string) {
    return this.collection.findOne({ id })
  }

  async save(account: Account) {
    await this.collection.replaceOne({ id: account.id }, account)
  }
}

class Withdraw {
  constructor(private readonly accounts: Accounts) {}

  async execute(id: string, amount: number) {
    const account = await this.accounts.find(id) // expect: check-then-act
    if (!account || account.balance < amount) throw new Error('the balance is too low')
    account.balance -= amount
    await this.accounts.save(account)
  }
}

const accounts = new StoredAccounts(new MongoClient('mongodb://localhost').db().collection(process.env.ACCOUNTS ?? 'accounts'))
const app = express()

app.post('/accounts/:id/withdraw', async (req, res) => {
  await new Withdraw(accounts).execute(req.params.id, req.body.amount)
  res.end()
})
