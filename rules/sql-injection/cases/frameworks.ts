import { Context, Hono } from 'hono'
import Fastify from 'fastify'
import Hapi from '@hapi/hapi'
import Koa from 'koa'
import Router from '@koa/router'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import type { APIGatewayProxyEvent, SQSEvent } from 'aws-lambda'
import { Worker } from 'bullmq'
import { Pool } from 'pg'

const pool = new Pool()

// ---- Fastify ------------------------------------------------------------------------------------------------

const fastify = Fastify()
fastify.get<{ Querystring: { city: string } }>('/customers', async (request) => {
  const { city } = request.query
  return pool.query(`SELECT id FROM customers WHERE city = '${city}'`) // expect: sql-injection
})
fastify.route({
  method: 'GET',
  url: '/customers/:name',
  handler: async (request) => {
    const { name } = request.params as { name: string }
    return pool.query("SELECT id FROM customers WHERE name = '" + name + "'") // expect: sql-injection
  },
})
fastify.get('/customers/tenant', async (request) => {
  const tenant = request.headers['x-tenant']
  return pool.query(`SELECT id FROM ${tenant}.customers`) // expect: sql-injection
})
fastify.get<{ Params: { id: string } }>('/customers/by-id/:id', async (request) => pool.query('SELECT id FROM customers WHERE id = $1', [request.params.id]))

// ---- Koa ----------------------------------------------------------------------------------------------------

const router = new Router()
router.get('/orders', async (ctx) => {
  ctx.body = await pool.query(`SELECT id FROM orders WHERE status = '${ctx.query.status}'`) // expect: sql-injection
})
router.post('/orders', async (ctx) => {
  const { note } = ctx.request.body as { note: string }
  ctx.body = await pool.query(`INSERT INTO notes (text) VALUES ('${note}')`) // expect: sql-injection
})
router.get('/orders/:id', async (ctx) => {
  ctx.body = await pool.query('SELECT id FROM orders WHERE id = ' + ctx.params.id) // expect: sql-injection
})
router.get('/session', async (ctx) => {
  ctx.body = await pool.query(`SELECT id FROM sessions WHERE token = '${ctx.cookies.get('session')}'`) // expect: sql-injection
})
router.get('/tenant', async (ctx) => {
  ctx.body = await pool.query(`SELECT id FROM tenants WHERE host = '${ctx.get('x-host')}'`) // expect: sql-injection
})
new Koa().use(router.routes())

// ---- Hono ---------------------------------------------------------------------------------------------------

const hono = new Hono()
hono.get('/seats', async (c) => c.json(await pool.query(`SELECT id FROM seats WHERE row = '${c.req.query('row')}'`))) // expect: sql-injection
hono.get('/seats/:id', async (c) => {
  const id = c.req.param('id')
  return c.json(await pool.query(`SELECT id FROM seats WHERE id = ${id}`)) // expect: sql-injection
})
hono.post('/seats', async (c) => {
  const body = await c.req.json()
  return c.json(await pool.query(`UPDATE seats SET label = '${body.label}' WHERE id = 1`)) // expect: sql-injection
})
const byHeader = async (c: Context) => c.json(await pool.query(`SELECT id FROM seats WHERE hall = '${c.req.header('x-hall')}'`)) // expect: sql-injection
hono.get('/halls', byHeader)

// ---- hapi ---------------------------------------------------------------------------------------------------

const server = Hapi.server()
server.route({
  method: 'GET',
  path: '/wallets',
  handler: async (request) => pool.query(`SELECT id FROM wallets WHERE owner = '${request.query.owner}'`), // expect: sql-injection
})
server.route({
  method: 'POST',
  path: '/wallets',
  handler: async (request, h) => {
    const payload = request.payload as { owner: string }
    return h.response(await pool.query("INSERT INTO wallets (owner) VALUES ('" + payload.owner + "')")) // expect: sql-injection
  },
})

// ---- tRPC ---------------------------------------------------------------------------------------------------

const t = initTRPC.create()
export const appRouter = t.router({
  search: t.procedure.input(z.object({ term: z.string(), sort: z.enum(['name', 'city']), page: z.number() })).query(async ({ input }) => {
    await pool.query(`SELECT id FROM customers ORDER BY ${input.sort} OFFSET ${input.page}`)
    return pool.query(`SELECT id FROM customers WHERE name ILIKE '%${input.term}%'`) // expect: sql-injection
  }),
})

// ---- AWS Lambda ---------------------------------------------------------------------------------------------

export const handler = async (event: APIGatewayProxyEvent) => {
  const { status } = JSON.parse(event.body ?? '{}')
  const { rows } = await pool.query(`SELECT id FROM invoices WHERE status = '${status}'`) // expect: sql-injection
  return { statusCode: 200, body: JSON.stringify(rows) }
}
export const list = async (event: APIGatewayProxyEvent) => {
  const sort = event.queryStringParameters?.sort ?? 'id'
  const { rows } = await pool.query(`SELECT id FROM invoices ORDER BY ${sort}`) // expect: sql-injection
  return { statusCode: 200, body: JSON.stringify(rows) }
}
export const consume = async (event: SQSEvent) => {
  for (const record of event.Records) {
    const message = JSON.parse(record.body) as { invoice: string }
    await pool.query(`UPDATE invoices SET sent = true WHERE number = '${message.invoice}'`) // expect: sql-injection
  }
}

// ---- Queues -------------------------------------------------------------------------------------------------

new Worker('exports', async (job) => {
  await pool.query(`SELECT id FROM exports WHERE name = '${job.data.name}'`) // expect: sql-injection
})
