// Elysia: schemas as the last argument of a route, instances as plugins.
import { drizzle } from 'drizzle-orm/postgres-js'
import { sql } from 'drizzle-orm'
import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { Elysia, t } from 'elysia'
import postgres from 'postgres'

const dishes = pgTable('dishes', { id: serial('id').primaryKey(), name: text('name'), cook: integer('cook') })
const db = drizzle(postgres(String(process.env['DATABASE_URL'])))

const menu = new Elysia({ prefix: '/menu' })
  .get('/', async () => db.select().from(dishes)) // expect: unbounded-query
  .get('/first', async () => db.select().from(dishes).limit(20))
  .get('/search', async ({ query }) => db.execute(sql.raw(`select id from dishes where name = '${query['name']}' limit 5`))) // expect: sql-injection
  .get('/bound', async ({ query }) => db.execute(sql`select id from dishes where name = ${query['name']} limit 5`))
  .post('/', async ({ body }) => db.insert(dishes).values(body as any)) // expect: unvalidated-input
  .post('/checked', async ({ body }) => db.insert(dishes).values(body), { body: t.Object({ name: t.String(), cook: t.Number() }) })

// A schema by the name it was given, and one for another part of the request.
const models = new Elysia().model({ dish: t.Object({ name: t.String(), cook: t.Number() }) })
const named = new Elysia()
  .use(models)
  .post('/named', async ({ body }) => db.insert(dishes).values(body), { body: 'dish' })
  .post('/other', async ({ body }) => db.insert(dishes).values(body as any), { query: t.Object({ day: t.String() }) }) // expect: unvalidated-input

new Elysia().use(menu).use(named).listen(3000)
