import cors from '@koa/cors'
import Router from '@koa/router'
import jwt from 'jsonwebtoken'
import knexFactory from 'knex'
import Koa, { type Context, type Next } from 'koa'
import bodyParser from 'koa-bodyparser'

const knex = knexFactory({ client: 'pg' })

async function requireUser(ctx: Context, next: Next) {
  const token = ctx.headers.authorization
  if (!token) ctx.throw(401)
  ctx.state.user = jwt.verify(String(token), process.env.JWT_SECRET as string)
  await next()
}

async function answerErrors(ctx: Context, next: Next) {
  try {
    await next()
  } catch (error) {
    console.error(error)
    ctx.status = 500
    ctx.body = { error: 'internal error' }
  }
}

function seatRouter() {
  const router = new Router()
  router.get('/seats', async (ctx) => {
    ctx.body = await knex('seats').limit(20)
  })
  router.post('/seats', async (ctx) => {
    const { hall } = ctx.request.body as { hall: number }
    ctx.body = await knex('seats').insert({ hall })
  })
  return router
}

export function createLate() {
  const app = new Koa()
  const router = new Router()
  router.get('/halls', async (ctx) => {
    ctx.body = await knex('halls').limit(20)
  })
  router.post('/halls', async (ctx) => {
    const { name } = ctx.request.body as { name: string }
    ctx.body = await knex('halls').insert({ name })
  })
  app.use(router.routes())
  app.use(answerErrors) // expect: middleware-order
  app.use(cors()) // expect: middleware-order
  app.use(bodyParser()) // expect: middleware-order
  app.use(requireUser) // expect: middleware-order
  return app
}

export function createEarly() {
  const app = new Koa()
  app.use(answerErrors)
  app.use(cors())
  app.use(bodyParser())
  app.use(requireUser)
  app.use(seatRouter().routes())
  return app
}
