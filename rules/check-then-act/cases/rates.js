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

async function refuseMany(roomId) {
  const since = new Date()
  since.setHours(since.getHours() - 24)
  const invited = await prisma.invitation.count({ where: { roomId, createdAt: { gte: since } } })
  if (invited >= 50) throw new Error('too many')
}

// The brake stands in a helper.
app.post('/rooms/:id/invitations', async (c) => {
  const roomId = c.req.param('id')
  await refuseMany(roomId) // expect-low: check-then-act
  await prisma.invitation.create({ data: { roomId, email: await c.req.text() } })
  return c.body(null, 204)
})

// While another machine works, any number of requests pass.
app.post('/rooms/:id/drawings', async (c) => {
  const roomId = c.req.param('id')
  const midnight = new Date()
  midnight.setHours(0, 0, 0, 0)
  const drawn = await prisma.drawing.count({ where: { roomId, createdAt: { gte: midnight } } }) // expect: check-then-act
  if (drawn >= 5) return c.text('too many', 429)
  const drawing = await fetch('https://drawings.example.com', { method: 'POST', body: await c.req.text(), signal: AbortSignal.timeout(20_000) })
  await prisma.drawing.create({ data: { roomId, image: await drawing.text() } })
  return c.body(null, 204)
})

export default app
