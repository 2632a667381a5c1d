// Feathers: the members of a service answer requests.
import type { Id, Params } from '@feathersjs/feathers'
import { feathers } from '@feathersjs/feathers'
import { bodyParser, koa, rest, type Application as KoaApplication } from '@feathersjs/koa'
import knex, { type Knex } from 'knex'

interface Configuration {
  db: Knex
}
type Application = KoaApplication<{ messages: MessageService; wallets: WalletService }, Configuration>

class MessageService {
  constructor(private readonly app: Application) {}

  async find(_params: Params) {
    const db = this.app.get('db')
    const rows = await db('messages').select('*') // expect: unbounded-query
    const result: unknown[] = []
    for (const row of rows) result.push({ ...row, user: await db('users').where({ id: row.user_id }).first() }) // expect: n-plus-one-query
    return result
  }
  async get(id: Id) {
    return this.app.get('db')('messages').where({ id }).first()
  }
  async create(data: any, _params: Params) { // expect: unvalidated-input
    const [row] = await this.app.get('db')('messages').insert(data).returning('*')
    return row
  }
  async patch(id: Id, data: { text: string }, params: Params) {
    await this.app.get('db').raw(`UPDATE messages SET seen = true WHERE room = '${params.query?.['room']}'`) // expect: sql-injection
    const [row] = await this.app.get('db')('messages').where({ id }).update({ text: String(data.text) }).returning('*')
    return row
  }
  async remove(_id: Id) {
    await this.app.get('db')('messages').del() // expect: unfiltered-write
  }
}

class WalletService {
  constructor(private readonly app: Application) {}

  async create(data: { from: number; to: number; amount: number }) {
    const db = this.app.get('db')
    const wallet = await db('wallets').where({ id: data.from }).first()
    if (wallet.balance < data.amount) throw new Error('too little')
    await db('wallets').where({ id: data.from }).update({ balance: wallet.balance - data.amount }) // expect: check-then-act, missing-transaction
    await db('wallets').where({ id: data.to }).increment('balance', data.amount)
    return {}
  }
  async update(id: Id, data: { to: number; amount: number }) {
    await this.app.get('db').transaction(async (trx) => {
      const paid = await trx('wallets').where({ id }).andWhere('balance', '>=', data.amount).decrement('balance', data.amount)
      if (paid === 0) throw new Error('too little')
      await trx('wallets').where({ id: data.to }).increment('balance', data.amount)
    })
    return {}
  }
}

const wallets = (app: Application) => {
  app.use('wallets', new WalletService(app))
}

const app: Application = koa(feathers())
app.use(bodyParser())
app.configure(rest())
app.set('db', knex({ client: 'pg' }))
app.use('messages', new MessageService(app))
app.configure(wallets)
void app.listen(3030)
