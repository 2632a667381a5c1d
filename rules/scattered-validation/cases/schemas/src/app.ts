import { Hono } from 'hono'
import { z } from 'zod'

const app = new Hono()
const Order = z.object({ sku: z.string(), from: z.number(), until: z.number() })

app.post('/orders', async (c) => {
  const parsed = Order.safeParse(await c.req.json())
  if (!parsed.success) return c.json({ error: parsed.error.message }, 400)
  if (parsed.data.from > parsed.data.until) return c.json({ error: 'ends before it starts' }, 400)
  return c.json(parsed.data)
})

app.put('/orders', async (c) => {
  const order = Order.parse(await c.req.json())
  if (order.from > order.until) return c.json({ error: 'ends before it starts' }, 400)
  return c.json(order)
})

app.patch('/orders', async (c) => {
  const order = Order.partial().parse(await c.req.json())
  if (order.sku === '') return c.json({ error: 'no sku' }, 400)
  return c.json(order)
})

export default app
