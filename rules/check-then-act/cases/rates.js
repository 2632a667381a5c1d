import { PrismaClient } from '@prisma/client'
import { Hono } from 'hono'

const prisma = new PrismaClient()
const app = new Hono()

// A brake need not be exact.
app.post('/rooms/:id/messages', async (c) => {
  const recent = await prisma.message.count({ where: { roomId: c.req.param('id'), sentAt: { gt: new Date(Date.now() - 60_000) } } }) // expect-low: check-then-act
  if (recent >= 20) return c.text('too many', 429)
  await prisma.message.create({ data: { roomId: c.req.param('id'), text: await c.req.text() } })
  return c.body(null, 204)
})

app.post('/rooms/:id/guests', async (c) => {
  const guests = await prisma.guest.count({ where: { roomId: c.req.param('id') } }) // expect: check-then-act
  if (guests >= 20) return c.text('full', 409)
  await prisma.guest.create({ data: { roomId: c.req.param('id'), name: await c.req.text() } })
  return c.body(null, 204)
})

export default app
