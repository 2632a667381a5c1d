import { eq, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { Hono } from 'hono'
import { Pool } from 'pg'

const workspaces = pgTable('workspaces', { id: serial('id').primaryKey(), name: text('name'), seats: integer('seats') })
const members = pgTable('members', { id: serial('id').primaryKey(), workspaceId: integer('workspace_id'), email: text('email') })

const db = drizzle(new Pool())
type Db = NodePgDatabase
type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** What is given to the constructor decides, at each place anew. */
class Repository {
  constructor(protected readonly db: Db | Tx) {}
}

class Workspaces extends Repository {
  async create(name: string) {
    const [workspace] = await this.db.insert(workspaces).values({ name }).returning()
    return workspace
  }
}

class Members extends Repository {
  async add(workspaceId: number, email: string) {
    await this.db.insert(members).values({ workspaceId, email })
  }
}

const app = new Hono<{ Variables: { db: Db } }>()

app.use('*', async (c, next) => {
  c.set('db', db)
  await next()
})

app.post('/workspaces', async (c) => {
  const { name, email } = await c.req.json()
  const workspace = await new Workspaces(db).create(name) // expect: missing-transaction
  await new Members(db).add(workspace?.id ?? 0, email)
  return c.json(workspace)
})

app.post('/workspaces/at-once', async (c) => {
  const { name, email } = await c.req.json()
  return db.transaction(async (tx) => {
    const workspace = await new Workspaces(tx).create(name)
    const team = new Members(tx)
    await team.add(workspace?.id ?? 0, email)
    return c.json(workspace)
  })
})

app.post('/workspaces/apart', async (c) => {
  const { name, email } = await c.req.json()
  return db.transaction(async (tx) => {
    const workspace = await new Workspaces(tx).create(name)
    await new Members(db).add(workspace?.id ?? 0, email) // expect: escaped-transaction
    return c.json(workspace)
  })
})

app.post('/workspaces/:id/members', async (c) => {
  const id = Number(c.req.param('id'))
  const { email } = await c.req.json()
  await c.get('db').insert(members).values({ workspaceId: id, email }) // expect: missing-transaction
  await c.get('db').update(workspaces).set({ seats: sql`${workspaces.seats} - 1` }).where(eq(workspaces.id, id))
  return c.json({})
})

export default app
