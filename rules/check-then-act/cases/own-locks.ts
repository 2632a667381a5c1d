import { PrismaClient } from '@prisma/client'
import { Hono } from 'hono'

const prisma = new PrismaClient()
const app = new Hono()

class KeyedLock {
  private readonly running = new Map<string, Promise<unknown>>()
  async dispatch<T>(key: string, run: () => Promise<T>): Promise<T> {
    await this.running.get(key)
    const next = run()
    this.running.set(key, next)
    return next
  }
}

const asyncLock = new KeyedLock()
const lockers = new KeyedLock()

app.post('/seats', async (c) => {
  const { number } = await c.req.json()
  await asyncLock.dispatch(number, async () => {
    const seat = await prisma.seat.findFirst({ where: { number } })
    if (!seat) await prisma.seat.create({ data: { number } })
  })
  return c.body(null, 201)
})

// Lockers are rented.
app.post('/lockers', async (c) => {
  const { number } = await c.req.json()
  await lockers.dispatch(number, async () => {
    const seat = await prisma.seat.findFirst({ where: { number } }) // expect-low: check-then-act
    if (!seat) await prisma.seat.create({ data: { number } })
  })
  return c.body(null, 201)
})

// One number, whichever branch writes it.
app.post('/accounts/:id/deposit', async (c) => {
  const id = Number(c.req.param('id'))
  const account = await prisma.account.findUniqueOrThrow({ where: { id } }) // expect: check-then-act
  const balance = account.balance + 1
  if (balance > 5) await prisma.account.update({ where: { id }, data: { balance, name: 'rich' } })
  else await prisma.account.update({ where: { id }, data: { balance } })
  return c.body(null, 204)
})
