import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Pool } from 'pg'

const db = new Pool()

// Its description says that a credential has to be sent.
const searchOrders = createRoute({
  method: 'get',
  path: '/orders/search',
  security: [{ bearerAuth: [] }],
  responses: { 200: { description: 'Orders', content: { 'application/json': { schema: z.array(z.any()) } } } },
})

const searchProducts = createRoute({
  method: 'get',
  path: '/products/search',
  responses: { 200: { description: 'Products', content: { 'application/json': { schema: z.array(z.any()) } } } },
})

const orders = new OpenAPIHono().openapi(searchOrders, async (c) => c.json((await db.query('SELECT id FROM orders LIMIT 20')).rows, 200))
const products = new OpenAPIHono().openapi(searchProducts, async (c) => c.json((await db.query('SELECT id FROM products LIMIT 20')).rows, 200)) // expect: missing-rate-limit

const app = new OpenAPIHono()
app.route('/', orders)
app.route('/', products)
export default app
