import Router from '@koa/router'
import Koa, { type Context, type Next } from 'koa'
import ratelimit from 'koa-ratelimit'

const app = new Koa()
const handle = async (ctx: Context) => {
  ctx.body = { ok: true }
}

const accounts = new Router({ prefix: '/accounts' })
accounts.post('login', '/login', handle) // expect: missing-rate-limit
accounts.post('/register', handle)
app.use(accounts.routes())

const limited = new Router({ prefix: '/limited' })
limited.use(ratelimit({ driver: 'memory', db: new Map(), duration: 60_000, max: 5 }))
limited.post('/login', handle)
app.use(limited.routes())

const store = { incr: async (key: string) => key.length }
async function slow(ctx: Context, next: Next) {
  if ((await store.incr(ctx.ip)) > 5) ctx.throw(429)
  await next()
}
const own = new Router({ prefix: '/own' })
own.post('/sign-in', slow, handle)
app.use(own.routes())

const expensive = new Router()
expensive.get('/invoices/export', handle) // expect-low: missing-rate-limit
app.use(expensive.routes())
