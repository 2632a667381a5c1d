import { server as hapi } from '@hapi/hapi'
import Router from '@koa/router'
import '@fastify/jwt'
import rateLimit from '@fastify/rate-limit'
import { initTRPC } from '@trpc/server'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Hono, type Context, type Next } from 'hono'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { rateLimiter } from 'hono-rate-limiter'
import Koa from 'koa'
import koaLimit from 'koa-ratelimit'
import { z } from 'zod/v3'

// Fastify: plugins with a scope, plugins that share one, hooks in any order, options of routes.
const app = fastify()
const signed = async (request: FastifyRequest) => {
  await request.jwtVerify()
}
const noted = async (request: FastifyRequest) => {
  request.log.info('asked')
}
const shared = fp(async (instance: FastifyInstance) => {
  await instance.register(rateLimit, { max: 10 })
})
const orders = async (instance: FastifyInstance) => {
  instance.get('/', async () => []) // entry: route GET /orders; before: signed; guards: auth
  instance.register(shared)
  instance.post('/', { schema: { body: {} } }, async () => []) // entry: route POST /orders; before: rateLimit, signed, schema; guards: limit, auth, validate
  instance.addHook('preHandler', signed)
}
app.post('/stock', { preHandler: [noted], onRequest: signed, config: { rateLimit: { max: 5 } }, schema: { body: {} } }, async () => []) // before: signed, config.rateLimit, schema, noted; guards: auth, limit, validate
app.register(orders, { prefix: '/orders' })
app.route({ method: 'PUT', url: '/prices', preHandler: [signed], handler: async () => [] }) // entry: route PUT /prices; before: signed

// Koa: named routes, prefixes, what is used before.
const koa = new Koa()
const router = new Router({ prefix: '/stock' })
const limit = koaLimit({ driver: 'memory', db: new Map() })
koa.use(limit)
router.get('list', '/all', async (ctx) => { // entry: route GET /stock/all; before: limit; guards: limit
  ctx.body = []
})
koa.use(router.routes())

// Routers that are handed on as one list of arguments, and a guard that a function of the project makes.
const checked = <Output, Definition extends z.ZodTypeDef, Input>(schema: z.ZodType<Output, Definition, Input>): Koa.Middleware => async (ctx, next) => {
  schema.parse(ctx.request.body)
  await next()
}
type Init = [router: Router, shop: { name: string }]
function priceRoutes(...[prices, { name }]: Init) {
  prices.delete('/prices/:id', checked(z.object({})), async (ctx) => { // entry: route DELETE /desk/prices/:id; before: limit, limit, checked(z.object({})); guards: limit, limit, validate
    ctx.body = name
  })
}
function deskRoutes(...args: Init) {
  const [desk] = args
  desk.get('/open', async (ctx) => { // entry: route GET /desk/open; before: limit, limit; guards: limit, limit
    ctx.body = true
  })
  priceRoutes(...args)
}
const deskRouter = new Router({ prefix: '/desk' })
deskRouter.use(limit)
deskRoutes(deskRouter, { name: 'desk' })
koa.use(deskRouter.routes())

// Hono: chains, base paths, mounted applications.
const known = async (c: Context, next: Next) => {
  if (!c.req.header('authorization')) return c.json({}, 401)
  return next()
}
const inner = new Hono().use(known).get('/:id', (c) => c.json({})) // entry: route GET /v2/items/:id; before: rateLimiter({ limit: 5, keyGenerator: () => '' }), known; guards: limit, auth
const hono = new Hono().basePath('/v2')
hono.use('/items/*', rateLimiter({ limit: 5, keyGenerator: () => '' }))
hono.route('/items', inner)
hono.get('/free', (c) => c.json({})) // entry: route GET /v2/free; before: -

// Routes described by an object that a function hands back.
const described = new OpenAPIHono()
const listSeats = createRoute({ method: 'get', path: '/seats', responses: { 200: { description: 'all seats' } } })
described.openapi(listSeats, (c) => c.text('')) // entry: route GET /venue/seats; before: -
described.openapi(createRoute({ method: 'post', path: '/bookings', responses: { 200: { description: 'booked' } } }), (c) => { // entry: route POST /venue/bookings; before: -
  return c.text('')
})
const venue = new OpenAPIHono()
venue.route('/venue', described)

// hapi: lists of routes and their options.
const server = hapi()
server.route([
  { method: 'GET', path: '/seats', handler: () => [] }, // entry: route GET /seats; guards: -
  { method: 'POST', path: '/seats', options: { auth: 'session', handler: () => [] } }, // entry: route POST /seats; before: auth; guards: auth
])

// tRPC: procedures built step by step.
const t = initTRPC.context<{ user: string | undefined }>().create()
const isSignedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw new Error('UNAUTHORIZED')
  return next()
})
const protectedProcedure = t.procedure.use(isSignedIn)
export const appRouter = t.router({
  orders: t.router({
    add: protectedProcedure.input(z.object({})).mutation(() => 1), // entry: procedure MUTATION orders.add; before: isSignedIn, .input; guards: auth, validate
  }),
})
