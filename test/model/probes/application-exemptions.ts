// What a guard does not hold for, and routers that are classes of the project.
import { Controller, Get, Module, Post, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import Router from '@koa/router'
import Fastify, { type FastifyRequest, type FastifyReply } from 'fastify'
import jwt from 'jsonwebtoken'
import Koa, { type Context, type Next } from 'koa'

// A hook that leaves for some paths before it looks.
const server = Fastify()
const OPEN = ['/status', '/health']
server.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
  try {
    if (request.url === '/login' && request.method === 'POST') return
    if (OPEN.includes(request.url) || request.url.startsWith('/public/')) return
    jwt.verify(String(request.headers.authorization), String(process.env['KEY']))
  } catch {
    await reply.code(401).send({})
  }
})
server.post('/login', async () => ({})) // entry: route POST /login; guards: -
server.get('/login', async () => ({})) // entry: route GET /login; guards: auth
server.get('/health', async () => ({})) // entry: route GET /health; guards: -
server.get('/public/prices', async () => ({})) // guards: -
server.get('/orders', async () => ({})) // entry: route GET /orders; guards: auth

// A decorator that says that a handler is open to everybody.
const Public = () => SetMetadata('isPublic', true)
export class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest<{ headers: { authorization?: string } }>()
    return jwt.verify(String(request.headers.authorization), String(process.env['KEY'])) !== undefined
  }
}
@Controller('prices')
export class Prices {
  @Public() // entry: route GET /prices; guards: -
  @Get()
  list() {
    return []
  }

  @Post() // entry: route POST /prices; guards: auth
  add() {
    return {}
  }
}
@Module({ controllers: [Prices], providers: [{ provide: APP_GUARD, useClass: SessionGuard }] })
export class Shop {}

// Routers that are classes of the project: their prefix, and what they register on themselves.
export class InvoiceRouter extends Router {
  constructor() {
    super({ prefix: '/invoices' })
    this.get('/:id', (ctx) => { // entry: route GET /api/invoices/:id; guards: auth
      ctx.body = {}
    })
  }
}
const known = async (ctx: Context, next: Next) => {
  jwt.verify(ctx.get('authorization'), String(process.env['KEY']))
  await next()
}
const api = new Router({ prefix: '/api' })
api.use(known)
const invoices = new InvoiceRouter()
invoices.get('/open', (ctx) => { // entry: route GET /api/invoices/open; guards: auth
  ctx.body = []
})
api.use(invoices.routes())
const koa = new Koa()
koa.use(api.routes())
