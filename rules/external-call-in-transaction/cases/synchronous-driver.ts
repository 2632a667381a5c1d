// A synchronous driver commits when the function that it is given returns: a promise is not waited for.
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePool } from 'drizzle-orm/node-postgres'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { integer as wholeNumber, pgTable } from 'drizzle-orm/pg-core'
import { Pool } from 'pg'

const covers = sqliteTable('covers', { id: integer('id').primaryKey(), file: text('file') })
const shelves = pgTable('shelves', { id: wholeNumber('id').primaryKey(), places: wholeNumber('places') })
const db = drizzle(new Database('books.db'))
const orm = drizzlePool(new Pool())

const announce = (id: number) => fetch(`https://covers.example.com/${id}`, { method: 'POST' })

// The transaction is over, and empty, before the first of these is done.
export async function replaceCover(id: number, file: string) {
  await db.transaction(async (tx) => {
    await tx.update(covers).set({ file }).where(eq(covers.id, id))
    await announce(id)
  })
}

export async function clearShelf(id: number) {
  await orm.transaction(async (tx) => {
    await tx.update(shelves).set({ places: 0 }).where(eq(shelves.id, id))
    await announce(id) // expect: external-call-in-transaction
  })
}
