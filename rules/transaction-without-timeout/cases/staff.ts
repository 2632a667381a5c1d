import { PrismaClient } from '@prisma/client'
import express, { type NextFunction, type Request, type Response } from 'express'

const prisma = new PrismaClient()
const app = express()

function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if (req.headers['x-role'] !== 'admin') return res.status(403).end()
  next()
}

// Staff know what they list; customers send what they like.
async function closeAll(ids: number[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: 'closed' } })
  })
}

async function reopenAll(ids: number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: 'open' } })
  })
}

app.post('/orders/close', requireAdmin, async (req, res) => {
  await closeAll(req.body.ids)
  await reopenAll(req.body.ids)
  res.end()
})

app.post('/orders/reopen', async (req, res) => {
  await reopenAll(req.body.ids)
  res.end()
})

// The handler asks for staff by itself, and ends where nobody of them has asked.
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

async function requireAdminSession(req: Request) {
  const session = await prisma.customer.findUnique({ where: { email: String(req.headers['x-session']) } })
  if (session?.name !== 'Grace') throw new Refusal(403, 'Administrators only')
  return session
}

async function archiveAll(ids: number[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: 'archived' } })
  })
}

app.post('/orders/archive', async (req, res) => {
  try {
    await requireAdminSession(req)
    await archiveAll(req.body.ids)
    res.end()
  } catch (error) {
    res.status(error instanceof Refusal ? error.status : 500).end()
  }
})

async function hideAll(ids: number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: 'hidden' } })
  })
}

// Asked, and let in all the same.
app.post('/orders/hide', async (req, res) => {
  const admin = await requireAdminSession(req).catch(() => undefined)
  try {
    await requireAdminSession(req)
  } catch {
    res.setHeader('x-guest', 'yes')
  }
  await hideAll(req.body.ids)
  res.json({ by: admin?.name })
})

// So much for each that staff waits for it, too.
async function splitAll(ids: number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const id of ids) {
      const order = await tx.order.findUniqueOrThrow({ where: { id } })
      const first = await tx.order.create({ data: { status: 'open', customerId: order.customerId } })
      const second = await tx.order.create({ data: { status: 'open', customerId: order.customerId } })
      await tx.payment.create({ data: { orderId: first.id, status: 'open' } })
      await tx.payment.create({ data: { orderId: second.id, status: 'open' } })
      await tx.orderLine.updateMany({ where: { orderId: id }, data: { orderId: first.id } })
      await tx.payment.updateMany({ where: { orderId: id }, data: { status: 'void' } })
      await tx.order.update({ where: { id }, data: { status: 'split' } })
      await tx.customer.update({ where: { id: order.customerId }, data: { name: 'split' } })
    }
  })
}

app.post('/orders/split', requireAdmin, async (req, res) => {
  await splitAll(req.body.ids)
  res.end()
})
