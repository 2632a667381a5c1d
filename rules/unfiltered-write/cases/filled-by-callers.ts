// What a request can bring about, and what callers always say.
import { PrismaClient, type Prisma } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

interface Selection {
  customerId?: number
  status?: string
}

async function closeWhere(selection: Selection): Promise<void> {
  const where: Prisma.OrderWhereInput = {}
  if (selection.customerId) where.customerId = selection.customerId
  if (selection.status) where.status = selection.status
  await prisma.order.updateMany({ where, data: { status: 'closed' } }) // expect: unfiltered-write
}

async function cancelWhere(selection: Selection): Promise<void> {
  const where: Prisma.OrderWhereInput = {}
  if (selection.customerId) where.customerId = selection.customerId
  if (selection.status) where.status = selection.status
  await prisma.order.updateMany({ where, data: { status: 'cancelled' } }) // expect-low: unfiltered-write
}

async function reopenWhere(status?: string): Promise<void> {
  const where: Prisma.OrderWhereInput = {}
  if (status) where.status = status
  await prisma.order.updateMany({ where, data: { status: 'open' } }) // expect-low: unfiltered-write
}

app.post('/orders/close', async (req, res) => {
  await closeWhere(req.body as Selection)
  await closeWhere({ status: 'draft' })
  await cancelWhere({ status: 'draft' })
  await reopenWhere('closed')
  res.sendStatus(204)
})

app.post('/customers/:id/cancel', async (req, res) => {
  await cancelWhere({ customerId: Number(req.params.id) })
  res.sendStatus(204)
})
app.listen(3000)
