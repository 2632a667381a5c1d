import Koa, { type Middleware } from 'koa'
import compose from 'koa-compose'
import mount from 'koa-mount'
import Router from 'koa-router'
import { jwtVerify } from 'jose'
import { z } from 'zod'

// What is done when the next one failed, or is done, keeps nobody out.
const onFailure = (): Middleware => async (_ctx, next) => {
  try {
    await next()
  } catch (error) {
    const { token } = z.object({ token: z.string() }).parse(error)
    throw Object.assign(new Error(token), { status: 401 })
  }
}
const shaped: Middleware = async (ctx, next) => {
  await next()
  z.object({ seats: z.number() }).parse(ctx.body)
}
const signed = (): Middleware => async (ctx, next) => {
  try {
    await jwtVerify(ctx.headers.authorization ?? '', new Uint8Array())
    await next()
  } catch {
    ctx.status = 401
  }
}
const noted: Middleware = async (ctx, next) => {
  ctx.state.at = Date.now()
  return next()
}
const page: Middleware = (ctx) => {
  if (!ctx.cookies.get('session')) ctx.throw(401)
}

const verifyForgeryToken = (): Middleware => async (ctx, next) => {
  if (ctx.headers['x-csrf-token'] !== ctx.cookies.get('csrf')) ctx.throw(403)
  await next()
}
const known = (options: { optional?: boolean } = {}): Middleware => async (ctx, next) => {
  try {
    await jwtVerify(ctx.headers.authorization ?? '', new Uint8Array())
  } catch (error) {
    if (!options.optional) throw error
  }
  await next()
}
const rateLimiter = (requests: number): Middleware => async (ctx, next) => {
  const who = await jwtVerify(ctx.headers.authorization ?? '', new Uint8Array()).catch(() => undefined)
  if (Number(who?.payload.sub) > requests) ctx.throw(429)
  await next()
}

// A router that goes on under another name, and is given away under that.
function seatRoutes(given: Router) {
  const seats = (given as Router<any, any> as Router<any, { seat: string }>).use(noted)
  seats.get('/seats', shaped, (ctx) => { // entry: route GET /api/seats; before: onFailure(), noted, noted, shaped; guards: -
    ctx.body = {}
  })
  seats.get('/open', verifyForgeryToken(), known({ optional: true }), rateLimiter(5), (ctx) => { // guards: limit
    ctx.body = {}
  })
  seats.get('/known', known(), (ctx) => { // guards: auth
    ctx.body = {}
  })
  seats.register('/either', ['get', 'post'], [noted, (ctx) => { // entry: route GET /api/either; entry: route POST /api/either
    ctx.body = {}
  }])
  rowRoutes(seats)
}
function rowRoutes(router: Router<any, any>) {
  router.post('/rows', (ctx) => { // entry: route POST /api/rows; before: onFailure(), noted, noted; guards: -
    ctx.body = {}
  })
}

// Routers that a function makes and a loop mounts, on an application that another function makes.
function routersOf(name: string) {
  const open = new Router()
  const closed = new Router()
  seatRoutes(open)
  closed.use(signed())
  closed.get('/orders', (ctx) => { // entry: route GET /api/orders; before: onFailure(), noted, signed(); guards: auth
    ctx.body = name
  })
  return [open, closed]
}
function apiOf(name: string): Koa {
  const api = new Koa()
  api.use(noted)
  for (const router of routersOf(name)) api.use(router.routes()).use(router.allowedMethods())
  return api
}

class Shop {
  constructor(readonly name: string) {
    const app = new Koa()
    app.use(onFailure())
    // Only what is asked under its path comes to it.
    app.use(mount('/desk', compose([page])))
    app.use(mount('/api', apiOf(name)))
    app.listen(3000)
  }
}
export const shops = [new Shop('first'), new Shop('second')]
