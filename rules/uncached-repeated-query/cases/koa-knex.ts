import Router from '@koa/router'
import type { Context, Next } from 'koa'
import knex from 'knex'

const db = knex({ client: 'pg' })
const router = new Router()

async function loadTeam(ctx: Context, next: Next) {
  const team = await db('teams').where('id', ctx.params.id).first()
  ctx.state.team = team
  await next()
}

async function teamById(id: string) {
  return db('teams').where({ id }).first()
}

async function settingsOf(ctx: Context, next: Next) {
  ctx.state.settings = await db('settings').where('key', 'site').first() // expect: uncached-repeated-query
  await next()
}

router.use(settingsOf)

router.get('/teams/:id', loadTeam, async (ctx) => {
  ctx.body = ctx.state.team
})

router.get('/teams/:id/members', loadTeam, async (ctx) => {
  const team = await teamById(ctx.state.team.id) // expect: uncached-repeated-query
  ctx.body = { team, members: await db('members').where({ team_id: team.id }).limit(50) }
})

router.put('/teams/:id', loadTeam, async (ctx) => {
  await db('teams').where('id', ctx.state.team.id).update({ name: 'new' })
  ctx.body = await teamById(ctx.state.team.id)
})

// What many ask for is built once, and each adds something of its own.
const membersOf = (id: string) => db('members').where({ team_id: id })

router.get('/teams/:id/numbers', async (ctx) => {
  const open = await membersOf(ctx.params.id).where({ open: true }).limit(20)
  const latest = await membersOf(ctx.params.id).orderBy('joined_at', 'desc').limit(5)
  ctx.body = { open, latest }
})
