// Encore.ts: endpoints, SQL as tagged templates, topics.
import { api, APIError } from 'encore.dev/api'
import { CronJob } from 'encore.dev/cron'
import { Subscription, Topic } from 'encore.dev/pubsub'
import { SQLDatabase } from 'encore.dev/storage/sqldb'

const db = new SQLDatabase('parcels', { migrations: './migrations' })
const shipped = new Topic<{ id: number }>('shipped', { deliveryGuarantee: 'at-least-once' })

interface Parcel {
  id: number
  sender: number
  weight: number
}

export const list = api({ method: 'GET', path: '/parcels', expose: true, auth: true }, async (): Promise<{ parcels: unknown[] }> => {
  const parcels: unknown[] = []
  const rows = await db.queryAll<Parcel>`SELECT * FROM parcels` // expect: unbounded-query
  for (const row of rows) parcels.push({ ...row, sender: await db.queryRow`SELECT name FROM senders WHERE id = ${row.sender}` }) // expect: n-plus-one-query
  return { parcels }
})

export const search = api({ method: 'GET', path: '/parcels/search', expose: true, auth: true }, async ({ term }: { term: string }): Promise<{ rows: unknown[] }> => {
  const rows = await db.rawQueryAll(`SELECT id FROM parcels WHERE label = '${term}' LIMIT 20`) // expect: sql-injection
  const bound = await db.rawQueryAll('SELECT id FROM parcels WHERE label = $1 LIMIT 20', term)
  return { rows: [...rows, ...bound] }
})

export const create = api({ method: 'POST', path: '/parcels', expose: true, auth: true }, async (parcel: Parcel): Promise<void> => {
  await db.exec`INSERT INTO parcels (sender, weight) VALUES (${parcel.sender}, ${parcel.weight})`
  shipped.publish({ id: parcel.id }) // expect: floating-promise
})

export const pay = api({ method: 'POST', path: '/parcels/:id/pay', expose: true, auth: true }, async ({ id, amount }: { id: number; amount: number }): Promise<void> => {
  const wallet = await db.queryRow<{ id: number; balance: number }>`SELECT id, balance FROM wallets WHERE owner = ${id}`
  if (!wallet || wallet.balance < amount) throw APIError.failedPrecondition('too little')
  await db.exec`UPDATE wallets SET balance = ${wallet.balance - amount} WHERE id = ${wallet.id}` // expect: check-then-act, missing-transaction
  await db.exec`INSERT INTO payments (wallet, amount) VALUES (${wallet.id}, ${amount})`
})

export const payAtOnce = api({ method: 'POST', path: '/parcels/:id/pay-at-once', expose: true, auth: true }, async ({ id, amount }: { id: number; amount: number }): Promise<void> => {
  await using tx = await db.begin()
  const paid = await tx.queryRow`UPDATE wallets SET balance = balance - ${amount} WHERE owner = ${id} AND balance >= ${amount} RETURNING id`
  if (!paid) throw APIError.failedPrecondition('too little')
  await tx.exec`INSERT INTO payments (owner, amount) VALUES (${id}, ${amount})`
  await tx.commit()
})

new Subscription(shipped, 'mail', {
  handler: async (event) => {
    await fetch('https://mail.example.com/send', { method: 'POST', body: String(event.id) }) // expect: external-call-without-timeout
  },
})

export const clean = api({}, async () => {
  await db.exec`DELETE FROM parcels` // expect: unfiltered-write
})
new CronJob('clean', { title: 'Clean', every: '24h', endpoint: clean })
