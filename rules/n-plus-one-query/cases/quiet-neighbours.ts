import DataLoader from 'dataloader'
import { Redis } from 'ioredis'
import { Pool } from 'pg'

const pool = new Pool()
const redis = new Redis()

interface Author {
  id: string
  name: string
}

async function authorById(id: string): Promise<Author> {
  const { rows } = await pool.query('SELECT id, name FROM authors WHERE id = $1', [id])
  return rows[0]
}

async function authorsByIds(ids: readonly string[]): Promise<Author[]> {
  const { rows } = await pool.query('SELECT id, name FROM authors WHERE id = ANY($1)', [ids])
  return rows
}

const authors = new DataLoader<string, Author>(async (ids) => authorsByIds(ids))

// Collected, and sent as one query.
export async function names(ids: string[]) {
  return Promise.all(ids.map(async (id) => (await authors.load(id)).name))
}

async function cachedAuthor(id: string): Promise<Author> {
  const known = await redis.get(`author:${id}`)
  if (known) return JSON.parse(known)
  const author = await authorById(id)
  await redis.set(`author:${id}`, JSON.stringify(author))
  return author
}

// Only what the cache does not have is asked for.
export async function mostlyCached(ids: string[]) {
  const found: Author[] = []
  for (const id of ids) found.push(await cachedAuthor(id)) // expect-low: n-plus-one-query
  return found
}

const REGIONS = ['eu', 'us'] as const

export async function perRegion() {
  return Promise.all(REGIONS.map((region) => pool.query('SELECT count(*) FROM authors WHERE region = $1', [region])))
}

// One element, whatever the loop looks like.
export async function single(id: string) {
  for (const one of [id]) await authorById(one)
}

// In memory.
export function shouted(all: Author[]) {
  return all.map((author) => author.name.toUpperCase())
}

// Rows are read one by one and written in groups.
export async function copyInGroups(rows: Author[]) {
  let group: Author[] = []
  for (const row of rows) {
    group.push(row)
    if (group.length < 500) continue
    await pool.query('INSERT INTO copies SELECT * FROM jsonb_populate_recordset(NULL::copies, $1)', [JSON.stringify(group)])
    group = []
  }
}

// A cache of the project asks the database for what it does not hold.
class PriceCache {
  private readonly held = new Map<string, unknown>()

  async get<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.held.get(key)
    if (known !== undefined) return known as T
    const value = await load()
    this.held.set(key, value)
    return value
  }
}
const priceCache = new PriceCache()

export async function pricesBehindCache(productIds: string[]) {
  for (const id of productIds) await priceCache.get(id, () => pool.query('SELECT amount FROM prices WHERE product_id = $1', [id])) // expect-low: n-plus-one-query
}
