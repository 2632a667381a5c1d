import type { Collection, Db, IndexDescription } from 'mongodb'

const indexes: IndexDescription[] = [
  { unique: true, key: { email: 1 }, name: 'email_1' },
  { unique: true, key: { badge: 1 }, name: 'badge_1', partialFilterExpression: { state: 'inside' } },
  { key: { phone: 1 }, name: 'phone_1' },
]

async function addIndexes(collection: Collection, given: IndexDescription[]) {
  for (const index of given) await collection.createIndex(index.key, { unique: index.unique, name: index.name })
}

async function dropIndexes(collection: Collection, given: IndexDescription[]) {
  for (const { name } of given) if (name) await collection.dropIndex(name)
}

export async function up(db: Db) {
  await addIndexes(db.collection('guests'), indexes)
  const desks = db.collection('desks')
  await desks.createIndex({ number: 1, floor: 1 }, { unique: true })
}

export async function down(db: Db) {
  await dropIndexes(db.collection('guests'), indexes)
}
