// Failures that are expected, or after which the same is done again; and what is only done on the side.
import { Pool } from 'pg'
import { GridFSBucket, MongoClient, type Collection } from 'mongodb'

const pool = new Pool()
const client = new MongoClient('mongodb://localhost')
const db = client.db('shop')
const filters = db.collection('filters')
const images = new GridFSBucket(db)

// ---- Whoever may not see it is answered by a rejection

async function canRead(customer: string, order: string): Promise<void> {
  const { rowCount } = await pool.query('SELECT 1 FROM orders WHERE id = $1 AND customer = $2', [order, customer])
  if (rowCount === 0) throw new Error('not theirs')
}

export function readable(customer: string, orders: string[]): Promise<(string | undefined)[]> {
  return Promise.all(
    orders.map((order) =>
      canRead(customer, order) // expect: n-plus-one-query
        .then(() => order)
        .catch(() => undefined), // expect-low: swallowed-error
    ),
  )
}

async function markRead(customer: string, order: string): Promise<void> {
  await pool.query('UPDATE orders SET read = true WHERE id = $1 AND customer = $2', [order, customer])
}

export function marked(customer: string, orders: string[]): Promise<(string | undefined)[]> {
  return Promise.all(
    orders.map((order) =>
      markRead(customer, order) // expect: n-plus-one-query
        .then(() => order)
        .catch(() => undefined), // expect: swallowed-error
    ),
  )
}

// ---- The key is taken where the row is as it should be

export async function keep(id: string, hash: string): Promise<void> {
  try {
    await filters.updateOne({ key: id, hash: { $ne: hash } }, { $set: { hash } }, { upsert: true })
  } catch {} // expect-low: swallowed-error
  try {
    await filters.updateOne({ key: id }, { $set: { hash } }, { upsert: true })
  } catch {} // expect: swallowed-error
}

// ---- Taken away, and made again

async function build(collection: Collection): Promise<void> {
  await collection.createIndex({ key: 1 })
}

export async function rebuild(collection: Collection): Promise<void> {
  try {
    await collection.dropIndexes()
  } catch {} // expect-low: swallowed-error
  await build(collection)
}

export async function forget(collection: Collection): Promise<void> {
  try {
    await collection.dropIndexes()
  } catch {} // expect: swallowed-error
}

export async function replace(id: string) {
  try {
    await images.delete(id as never)
  } catch {} // expect-low: swallowed-error
  return images.openUploadStreamWithId(id as never, 'image.png')
}

export async function remove(id: string): Promise<void> {
  try {
    await images.delete(id as never)
  } catch {} // expect: swallowed-error
}

// ---- On the side

const api = (path: string, order: number) => fetch(`https://shop.example.com${path}?order=${order}`, { method: 'POST', signal: AbortSignal.timeout(1000) })
const addToRecentViews = (order: number) => api('/recent', order)
const addToCart = (order: number) => api('/cart', order)

export async function leave(order: number): Promise<void> {
  await api('/auth/signout', order).catch(() => {}) // expect-low: swallowed-error
  addToRecentViews(order).catch(() => {}) // expect-low: swallowed-error
  addToCart(order).catch(() => {}) // expect: swallowed-error
}
