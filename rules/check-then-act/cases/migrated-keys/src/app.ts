import express from 'express'
import { type Generated, Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'

interface Database {
  Grant: { id: Generated<number>; feature: string; orgId: number | null; teamId: number | null; note: string | null }
  Deck: { id: Generated<number>; ownerId: number; title: string; code: string | null; state: string }
}
const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool() }) })
const app = express()
app.use(express.json())

// Keys over what one side looks for.
app.post('/grants', async (req, res) => {
  const { feature, orgId, teamId } = req.body
  const known = await db // expect-low: check-then-act
    .selectFrom('Grant')
    .selectAll()
    .where('feature', '=', feature)
    .where((is) => is.or([is('orgId', '=', orgId || null), is('teamId', '=', teamId || null)]))
    .executeTakeFirst()
  if (known) return res.status(409).end()
  await db.insertInto('Grant').values({ feature, orgId: orgId || null, teamId: teamId || null }).execute()
  res.status(201).end()
})

app.post('/grants/noted', async (req, res) => {
  const { feature, note } = req.body
  const known = await db.selectFrom('Grant').selectAll().where('feature', '=', feature).where('note', '=', note).executeTakeFirst() // expect: check-then-act
  if (known) return res.status(409).end()
  await db.insertInto('Grant').values({ feature, note }).execute()
  res.status(201).end()
})

// One deck for everybody but nobody.
app.post('/decks', async (req, res) => {
  const { ownerId, title } = req.body
  const deck = await db.selectFrom('Deck').select('id').where('ownerId', '=', ownerId).executeTakeFirst() // expect-low: check-then-act
  if (!deck) await db.insertInto('Deck').values({ ownerId, title, state: 'draft' }).execute()
  res.status(201).end()
})

// The key is over those that are shown, and this one is not.
app.post('/decks/titles', async (req, res) => {
  const { ownerId, title } = req.body
  const deck = await db.selectFrom('Deck').select('id').where('title', '=', title).executeTakeFirst() // expect: check-then-act
  if (!deck) await db.insertInto('Deck').values({ ownerId, title, state: 'draft' }).execute()
  res.status(201).end()
})

// No key, as its index is not unique.
app.post('/decks/codes', async (req, res) => {
  const { ownerId, title, code } = req.body
  const deck = await db.selectFrom('Deck').select('id').where('code', '=', code).executeTakeFirst() // expect: check-then-act
  if (!deck) await db.insertInto('Deck').values({ ownerId, title, code, state: 'draft' }).execute()
  res.status(201).end()
})

app.listen(3000)
