import Router from '@koa/router'
import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import { type Generated, Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'

interface Database {
  wallet: { id: number; balance: number; owner: string }
  booking: { id: Generated<number>; room_id: number; day: string }
}
const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool() }) })
const app = new Koa()
app.use(bodyParser())
const router = new Router()

router.post('/withdraw', async (ctx) => {
  const { id, amount } = ctx.request.body as { id: number; amount: number; room: number; day: string }
  const wallet = await db.selectFrom('wallet').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (wallet.balance < amount) ctx.throw(402)
  await db.updateTable('wallet').set({ balance: wallet.balance - amount }).where('id', '=', id).execute() // expect: check-then-act
  ctx.status = 204
})
// No change is lost, and the balance falls below zero.
router.post('/withdraw/by-expression', async (ctx) => {
  const { id, amount } = ctx.request.body as { id: number; amount: number; room: number; day: string }
  const wallet = await db.selectFrom('wallet').select(['balance']).where('id', '=', id).executeTakeFirst()
  if (!wallet || wallet.balance < amount) { ctx.status = 402; return }
  await db.updateTable('wallet').set((eb) => ({ balance: eb('balance', '-', amount) })).where('id', '=', id).execute() // expect: check-then-act
})
router.post('/withdraw/conditional', async (ctx) => {
  const { id, amount } = ctx.request.body as { id: number; amount: number; room: number; day: string }
  const result = await db.updateTable('wallet').set((eb) => ({ balance: eb('balance', '-', amount) })).where('id', '=', id).where('balance', '>=', amount).executeTakeFirst()
  if (result.numUpdatedRows === 0n) ctx.throw(402)
})
router.post('/withdraw/locked', async (ctx) => {
  const { id, amount } = ctx.request.body as { id: number; amount: number; room: number; day: string }
  await db.transaction().execute(async (trx) => {
    const wallet = await trx.selectFrom('wallet').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
    if (wallet.balance < amount) throw new Error('x')
    await trx.updateTable('wallet').set({ balance: wallet.balance - amount }).where('id', '=', id).execute()
  })
})
router.post('/withdraw/serialisable', async (ctx) => {
  const { id, amount } = ctx.request.body as { id: number; amount: number; room: number; day: string }
  await db.transaction().setIsolationLevel('serializable').execute(async (trx) => {
    const wallet = await trx.selectFrom('wallet').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    if (wallet.balance < amount) throw new Error('x')
    await trx.updateTable('wallet').set({ balance: wallet.balance - amount }).where('id', '=', id).execute()
  })
})
// What is unique is declared nowhere that can be read.
router.post('/book', async (ctx) => {
  const { room, day } = ctx.request.body as { id: number; amount: number; room: number; day: string }
  const taken = await db.selectFrom('booking').select('id').where('room_id', '=', room).where('day', '=', day).executeTakeFirst()
  if (taken) ctx.throw(409)
  await db.insertInto('booking').values({ room_id: room, day }).execute() // expect-low: check-then-act
})
app.use(router.routes())
