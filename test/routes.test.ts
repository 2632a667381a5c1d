/**
 * `backend-lint routes` of the built program, end to end.
 */
import { describe, expect, it } from 'vitest'
import { backendLint, project } from './support/program.js'

interface Count {
  readonly fixed: number
  readonly perItem: number
  readonly nested: number
  readonly growth: string
  readonly text: string
}

interface Route {
  readonly name: string
  readonly kind: string
  readonly file: string
  readonly line: number
  readonly auth: { by?: string; how: string; confidence: string } | null
  readonly validation: { how: string } | null
  readonly limiter: { by?: string } | null
  readonly idempotency: string | null
  readonly transaction: string | null
  readonly queries: Count
  readonly queriesBefore: Count
  readonly externalCalls: readonly { kind: string; label: string; perItem: boolean }[]
}

const SHOP = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '^5.0.0', 'express-rate-limit': '^8.0.0', '@prisma/client': '^6.0.0', zod: '^4.0.0', stripe: '^19.0.0', bullmq: '^5.0.0' } }),
  'src/server.ts': `import express from 'express'
import rateLimit from 'express-rate-limit'
import { orders } from './orders'
import { requireCustomer } from './auth'

const app = express()
app.use(express.json())
app.use('/orders', requireCustomer, orders)
app.post('/login', rateLimit({ windowMs: 60_000, limit: 5 }), (req, res) => {
  res.end()
})
`,
  'src/auth.ts': `import type { NextFunction, Request, Response } from 'express'
import { prisma } from './db'

export async function requireCustomer(req: Request, res: Response, next: NextFunction) {
  const customer = await prisma.customer.findUnique({ where: { token: String(req.headers.authorization) } })
  if (!customer) return void res.status(401).end()
  next()
}
`,
  'src/db.ts': `import { PrismaClient } from '@prisma/client'

export const prisma = new PrismaClient()
`,
  'src/orders.ts': `import { Router } from 'express'
import Stripe from 'stripe'
import { z } from 'zod'
import { prisma } from './db'

const stripe = new Stripe('')
const Placed = z.object({ lines: z.array(z.object({ productId: z.number() })) })
export const orders = Router()

orders.get('/', async (req, res) => {
  res.json(await prisma.order.findMany({ take: 20 }))
})

orders.post('/', async (req, res) => {
  const { lines } = Placed.parse(req.body)
  await prisma.$transaction(async (tx) => {
    const order = await tx.order.create({ data: {} })
    for (const line of lines) await tx.orderLine.create({ data: { ...line, orderId: order.id } })
  })
  res.end()
})

orders.post('/:id/pay', async (req, res) => {
  await pay(Number(req.params.id), String(req.headers['idempotency-key']))
  res.end()
})

orders.get('/report', async (req, res) => {
  const customers = await prisma.customer.findMany()
  for (const customer of customers) {
    const found = await prisma.order.findMany({ where: { customerId: customer.id } })
    for (const order of found) await prisma.orderLine.findMany({ where: { orderId: order.id } })
  }
  res.end()
})

orders.patch('/:id', async (req, res) => {
  await prisma.order.update({ where: { id: Number(req.params.id) }, data: { shown: true } })
  res.end()
})

orders.post('/:id/refund', async (req, res) => {
  await refund({ payment_intent: req.params.id })
  res.end()
})

async function refund(what: Stripe.RefundCreateParams, options?: Stripe.RequestOptions) {
  return stripe.refunds.create(what, options)
}

async function pay(id: number, key: string) {
  const order = await prisma.order.findUnique({ where: { id } })
  await stripe.paymentIntents.create({ amount: order?.total ?? 0, currency: 'eur' }, { idempotencyKey: key })
  await prisma.order.update({ where: { id }, data: { paid: true } })
  await prisma.payment.create({ data: { orderId: id } })
}
`,
  'src/worker.ts': `import { Worker } from 'bullmq'
import { prisma } from './db'

export const worker = new Worker('expiry', async (job) => {
  await prisma.order.delete({ where: { id: job.data.id } })
})
`,
}

function routes(folder: string, args: readonly string[] = []): readonly Route[] {
  const { code, stdout } = backendLint(folder, ['routes', '-f', 'json', ...args])
  expect(code).toBe(0)
  return (JSON.parse(stdout) as { version: number; routes: readonly Route[] }).routes
}

/** What only a whole count tells: sides of a decision, a builder run twice, recursion, helpers called twice. */
const COUNTED = {
  'package.json': JSON.stringify({ name: 'seats', dependencies: { fastify: '^5.0.0', typeorm: '^0.3.0' } }),
  'src/server.ts': `import fastify from 'fastify'
import { DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'
import { catchError, from } from 'rxjs'

@Entity()
export class Seat {
  @PrimaryGeneratedColumn()
  id: number
}

const source = new DataSource({ type: 'postgres' })
const seats = source.getRepository(Seat)
const app = fastify()

app.get('/sides', async (request) => {
  const { kind } = request.query as { kind: string }
  if (kind === 'first') return seats.findOneBy({ id: 1 })
  if (kind === 'pair') {
    await seats.findOneBy({ id: 1 })
    await seats.findOneBy({ id: 2 })
  } else await seats.count()
  return kind === 'all' ? seats.find() : seats.findOneBy({ id: 3 })
})

app.get('/pages', async () => {
  const found = seats.createQueryBuilder('seat').where('seat.id > 0')
  const total = await found.getCount()
  return { total, rows: await found.take(10).getMany() }
})

app.get('/nested', async (request) => {
  const { kind } = request.query as { kind: string }
  if (kind !== 'plain') {
    const found = await seats.findOneBy({ id: 1 })
    if (found) {
      await seats.count()
      await seats.count()
      return found
    }
  }
  try {
    return await seats.find()
  } finally {
    app.log.info('asked')
  }
})

app.post('/events', async (request) => {
  const event = request.body as { type: string }
  if (event.type === 'sold') await seats.delete({ id: 1 })
  if (event.type === 'paid') {
    await seats.findOneBy({ id: 1 })
    await seats.findOneBy({ id: 2 })
  }
})

app.get('/tried', async () => from([1]).pipe(catchError(async () => seats.count())))
app.get('/twice', async () => [await one(1), await one(2)])
app.get('/tree', async () => below(1))

async function one(id: number) {
  return seats.findOneBy({ id })
}

async function below(id: number): Promise<unknown[]> {
  const found = await seats.find({ where: { id } })
  return Promise.all(found.map((seat) => below(seat.id)))
}
`,
}

/** Queries made by functions that are given a connection, kept in members, tried again, and answers that are checked. */
const MADE = {
  'package.json': JSON.stringify({ name: 'halls', dependencies: { koa: '^3.0.0', 'koa-router': '^13.0.0', slonik: '^46.0.0', zod: '^3.0.0', 'p-retry': '^6.0.0', '@azure/storage-blob': '^12.0.0' } }),
  'src/guard.ts': `import type { Middleware } from 'koa'
import type { ZodType } from 'zod'

/** Gives the parts of a request, and the answer, to the schemas it is made with. */
export const guard = ({ query, body, response }: { query?: ZodType; body?: ZodType; response?: ZodType; status?: number }): Middleware => async (ctx, next) => {
  ctx.state.query = query?.parse(ctx.request.query)
  ctx.state.body = body?.parse(ctx.request.body)
  await next()
  response?.parse(ctx.body)
}
`,
  'src/halls.ts': `import { sql, type CommonQueryMethods, type DatabasePool } from 'slonik'
import { BlobServiceClient } from '@azure/storage-blob'

const finds = (pool: CommonQueryMethods) => (name: string) => async (id: string) => pool.maybeOne(sql.unsafe\`select * from halls where id = \${id} and name = \${name}\`)

export class Halls {
  readonly #find: (id: string) => Promise<unknown>

  constructor(readonly pool: DatabasePool) {
    this.#find = finds(this.pool)('hall')
  }

  async find(id: string) {
    return this.#find(id)
  }
}

export const createSeats = (pool: CommonQueryMethods) => {
  const add = async (id: string) => {
    await pool.query(sql.unsafe\`insert into seats (id) values (\${id})\`)
  }
  const number = async (id: string) => {
    await pool.query(sql.unsafe\`update seats set number = 1 where id = \${id}\`)
  }
  return { add, number }
}

type Put = (data: Buffer, key: string) => Promise<void>

export function createPlans(connection: string): { put: Put } {
  const plans = BlobServiceClient.fromConnectionString(connection).getContainerClient('plans')
  const put: Put = async (data, key) => {
    await plans.getBlockBlobClient(key).uploadData(data)
  }
  return { put }
}
`,
  'src/server.ts': `import Koa from 'koa'
import Router from 'koa-router'
import pRetry from 'p-retry'
import { createPool, sql } from 'slonik'
import { z } from 'zod'
import { guard } from './guard'
import { createPlans, createSeats, Halls } from './halls'

const pool = await createPool('')
const halls = new Halls(pool)
const seats = createSeats(pool)
const { put } = createPlans('')
const router = new Router()

router.get('/halls/:id', guard({ response: z.object({}), status: 200 }), async (ctx) => {
  ctx.body = await halls.find(ctx.params.id)
})
router.get('/halls', guard({ query: z.object({ page: z.number() }), response: z.object({}) }), async (ctx) => {
  ctx.body = await pRetry(async () => pool.any(sql.unsafe\`select * from halls limit 10\`))
})
router.post('/seats', guard({ body: z.object({ id: z.string() }) }), async (ctx) => {
  const unique = deduplicate(ctx.state.body.ids)
  await pool.transaction(async (connection) => {
    const { add } = createSeats(connection)
    await add(unique[0])
    await seats.number(unique[0])
  })
})
router.put('/seats', async (ctx) => {
  // Dedup what was sent: a number may be there twice.
  await seats.number(ctx.params.id)
})
const within: Koa.Middleware = async (ctx, next) => {
  await pool.transaction(async (connection) => {
    ctx.state.connection = connection
    return next()
  })
}
const stored = (ctx: Koa.Context, id: string) => (ctx.state.connection as typeof pool).query(sql.unsafe\`insert into halls (id) values (\${id})\`)
router.put('/halls', within, async (ctx) => {
  await stored(ctx, 'first')
  await stored(ctx, 'second')
})
router.put('/plans', async (ctx) => {
  await put(ctx.state.file, 'plan')
})

function deduplicate(values: string[]): string[] {
  return [...new Set(values)]
}

const app = new Koa()
app.use(router.routes())
`,
}

/** Routers that a loader finds by the place of their files; one is mounted by hand. */
const LOADED = {
  'package.json': JSON.stringify({ name: 'halls', dependencies: { express: '^5.0.0' } }),
  'src/server.ts': `import path from 'node:path'
import express from 'express'
import { load } from './load'
import { seats } from './seats'

const app = express()
app.use('/seats', seats)
load(app, path.join(__dirname, 'routes', '/'))
`,
  'src/load.ts': `import { readdirSync } from 'node:fs'
import type { Express } from 'express'

export function load(app: Express, root: string) {
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const place = '/' + file.replace(/\\.[jt]s$/, '').replaceAll('#', ':').replace(/\\/index$/, '')
    app.use(place, require(root + file).default)
  }
}
`,
  'src/seats.ts': `import { Router } from 'express'
export const seats = Router()
seats.get('/', (req, res) => res.json([]))
`,
  'src/routes/halls/#hall_id/index.ts': `import { Router } from 'express'
const router = Router({ mergeParams: true })
router.get('/', (req, res) => res.json({}))
router.post('/seats', (req, res) => res.json({}))
export default router
`,
  'src/routes/%2Ewell-known.ts': `import { Router } from 'express'
const router = Router()
router.get('/halls', (req, res) => res.json({}))
export default router
`,
  // Nobody reads this folder.
  'src/others/plays.ts': `import { Router } from 'express'
const router = Router()
router.get('/', (req, res) => res.json({}))
export default router
`,
}

describe('routes', () => {
  it('knows the path of a router that a loader finds by the place of its file', () => {
    expect(routes(project(LOADED)).map(({ name }) => name)).toEqual(['GET /', 'GET /.well-known/halls', 'GET /halls/:hall_id', 'POST /halls/:hall_id/seats', 'GET /seats'])
  })

  it('understands what makers and members give, and checks of answers', () => {
    const all = Object.fromEntries(routes(project(MADE)).map((route) => [route.name, route]))
    expect(Object.keys(all)).toEqual(['GET /halls', 'PUT /halls', 'GET /halls/:id', 'PUT /plans', 'POST /seats', 'PUT /seats'])
    expect(all['GET /halls/:id']).toMatchObject({ validation: null, queries: { text: '1' } })
    expect(all['GET /halls']).toMatchObject({ validation: { how: 'it calls query?.parse' }, queries: { text: '1' } })
    expect(all['POST /seats']).toMatchObject({ validation: { confidence: 'high' }, idempotency: 'none', transaction: 'some', queries: { text: '2' } })
    expect(all['PUT /seats']).toMatchObject({ validation: null, idempotency: 'none', transaction: 'single' })
    expect(all['PUT /halls']).toMatchObject({ transaction: 'all', queries: { text: '2' } })
    expect(all['PUT /plans']).toMatchObject({ externalCalls: [{ kind: 'storage', label: 'plans.getBlockBlobClient(key).uploadData' }] })
  })

  it('counts what one request can send', () => {
    const counts = Object.fromEntries(routes(project(COUNTED)).map(({ name, queries }) => [name, queries.text]))
    expect(counts).toEqual({ 'GET /nested': '3', 'GET /sides': '3', 'POST /events': '2', 'GET /tried': '1', 'GET /pages': '2', 'GET /twice': '2', 'GET /tree': '1 + n' })
  })

  it('follows the built files of another package to their sources', () => {
    const folder = project({
      'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
      'packages/tools/package.json': '{ "name": "@halls/tools", "main": "lib/index.js", "dependencies": { "pg": "*" } }',
      'packages/tools/src/stock/index.ts': "import { Pool } from 'pg'\n\nconst pool = new Pool()\nexport async function stock() {\n  return pool.query('select * from seats limit 10')\n}\n",
      'packages/api/package.json': '{ "name": "@halls/api", "dependencies": { "express": "*", "@halls/tools": "*" } }',
      'packages/api/src/server.ts': "import express from 'express'\nimport { stock } from '@halls/tools/lib/stock/index.js'\n\nexpress().get('/stock', async (_req, res) => {\n  res.json(await stock())\n})\n",
    })
    expect(routes(folder).map(({ name, queries }) => [name, queries.text])).toEqual([['GET /stock', '1']])
  })

  it('knows the application that is handed to what a table of imports loads', () => {
    const service = (name: string) => `import type Koa from 'koa'\nimport Router from 'koa-router'\n\nexport default function start(app: Koa) {\n  const router = new Router()\n  router.get('/${name}', (ctx) => {\n    ctx.body = []\n  })\n  app.use(router.routes())\n}\n`
    const folder = project({
      'package.json': '{ "name": "halls", "dependencies": { "koa": "*", "koa-router": "*", "koa-ratelimit": "*" } }',
      'src/seats.ts': service('seats'),
      'src/desk.ts': service('desk'),
      'src/main.ts': "import Koa from 'koa'\nimport limit from 'koa-ratelimit'\n\nconst services = { seats: () => import('./seats'), desk: () => import('./desk') } as const\n\nexport async function main(names: (keyof typeof services)[]) {\n  const app = new Koa()\n  app.use(limit({ driver: 'memory', db: new Map() }))\n  for (const name of names) {\n    const { default: start } = await services[name]()\n    start(app)\n  }\n}\n",
    })
    expect(routes(folder).map(({ name, limiter }) => [name, limiter !== null])).toEqual([['GET /desk', true], ['GET /seats', true]])
  })

  it('says of each entry point what stands before it, and what running it does', () => {
    const all = routes(project(SHOP))
    expect(all.map(({ name }) => name)).toEqual(['POST /login', 'GET /orders', 'POST /orders', 'PATCH /orders/:id', 'POST /orders/:id/pay', 'POST /orders/:id/refund', 'GET /orders/report', 'job expiry'])
    const [login, list, place, shown, pay, refund, report, job] = all
    expect(login).toMatchObject({ auth: null, limiter: { by: 'rateLimit({ windowMs: 60_000, limit: 5 })' }, idempotency: null, transaction: null, queries: { text: '0', growth: '0' } })
    expect(list).toMatchObject({ file: 'src/orders.ts', line: 10, auth: { by: 'requireCustomer', confidence: 'high' }, validation: null, limiter: null, queries: { text: '1', growth: '1' }, queriesBefore: { text: '1' }, externalCalls: [] })
    expect(place).toMatchObject({ validation: { how: 'the handler calls Placed.parse' }, idempotency: 'none', transaction: 'all', queries: { fixed: 1, perItem: 1, text: '1 + n', growth: 'n' } })
    expect(pay).toMatchObject({ idempotency: 'key', transaction: 'none', queries: { text: '3' }, externalCalls: [{ kind: 'payment', label: 'stripe.paymentIntents.create', perItem: false }] })
    expect(report).toMatchObject({ queries: { fixed: 1, perItem: 1, nested: 1, text: '1 + n + n*m', growth: 'n*m' } })
    expect(shown).toMatchObject({ idempotency: 'repeatable', transaction: 'single' })
    expect(refund).toMatchObject({ idempotency: 'none', externalCalls: [{ label: 'stripe.refunds.create' }] })
    expect(job).toMatchObject({ kind: 'job', auth: null, idempotency: 'repeatable', transaction: 'single', queries: { text: '1' } })
  })

  it('counts a pipe for all handlers where a parameter declares what it takes', () => {
    const seats = project({
      'package.json': '{ "dependencies": { "@nestjs/common": "*", "@nestjs/core": "*", "class-validator": "*" } }',
      'src/main.ts': "import { ValidationPipe } from '@nestjs/common'\nimport { NestFactory } from '@nestjs/core'\nimport { Seats } from './seats'\n\nasync function start() {\n  const app = await NestFactory.create(Seats)\n  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))\n  await app.listen(3000)\n}\nvoid start()\n",
      'src/seats.ts': "import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common'\nimport { IsString } from 'class-validator'\n\nexport class Booking {\n  @IsString() name!: string\n}\n\n@Controller('seats')\nexport class Seats {\n  @Get() list() {\n    return []\n  }\n  @Get(':id') one(@Param('id', ParseIntPipe) id: number) {\n    return id\n  }\n  @Post() book(@Body() booking: Booking) {\n    return booking\n  }\n  @Post('raw') raw(@Body() body: { name: string }) {\n    return body\n  }\n}\n",
    })
    expect(routes(seats).map(({ name, validation }) => [name, validation !== null])).toEqual([
      ['GET /seats', false],
      ['POST /seats', true],
      ['GET /seats/:id', true],
      ['POST /seats/raw', false],
    ])
  })

  it('prints a table and Markdown', () => {
    const folder = project(SHOP)
    const table = backendLint(folder, ['routes'])
    expect(table.code).toBe(0)
    expect(table.stdout).toMatch(/^entry point +auth +validation +limiter +idempotency +transaction +queries +external calls +where$/m)
    expect(table.stdout).toMatch(/^GET \/orders\/report +yes +no +no +- +- +1 \+ n \+ n\*m \(before: 1\) +- +src\/orders\.ts:28$/m)
    expect(table.stdout).toContain('8 entry points.')
    const markdown = backendLint(folder, ['routes', '--format', 'markdown']).stdout.split('\n')
    expect(markdown[0]).toBe('| entry point | auth | validation | limiter | idempotency | transaction | queries | external calls | where |')
    expect(markdown).toContain('| `POST /orders/:id/pay` | yes | no | no | key | no | 3 (before: 1) | `stripe.paymentIntents.create` | `src/orders.ts:23` |')
  })

  it('prints a block for each entry point where the terminal is narrow', () => {
    const lines = backendLint(project(SHOP), ['routes'], { COLUMNS: '60' }).stdout.split('\n')
    expect(lines.slice(0, 3)).toEqual(['POST /login', '  auth no, validation no, limiter yes, queries 0', '  src/server.ts:9'])
    expect(lines).toContain('  calls stripe.paymentIntents.create')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
    const wide = backendLint(project(SHOP), ['routes'], { COLUMNS: '150' }).stdout.split('\n')
    expect(wide[0]).toMatch(/^entry point +auth/)
    expect(Math.max(...wide.map((line) => line.length))).toBeLessThanOrEqual(150)
  })

  it('shows those of the paths asked for', () => {
    expect(routes(project(SHOP), ['src/worker.ts']).map(({ name }) => name)).toEqual(['job expiry'])
  })

  it('says so where there are none, and where a path does not exist', () => {
    const folder = project({ 'package.json': '{"name":"a"}', 'src/a.ts': 'export const a = 1\n' })
    expect(backendLint(folder, ['routes'])).toMatchObject({ code: 0, stdout: 'No entry point was found in 2 files.\n' })
    const wrong = backendLint(folder, ['routes', 'nowhere'])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('The path "nowhere" does not exist')
  })
})
