// The value that stands for a failure is asked for, and whoever asked is refused.
import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

const paidOrders = (customerId: number) => prisma.order.count({ where: { customerId, status: 'paid' } })

app.post('/customers/:id/refund', async (req, res) => {
  let allowed = false
  try {
    allowed = (await paidOrders(Number(req.params.id))) > 0
  } catch {
    allowed = false
  }
  if (!allowed) throw new Error('there is nothing to refund')
  res.sendStatus(202)
})

app.post('/customers/:id/credit', async (req, res) => {
  let owes = true
  try {
    owes = (await paidOrders(Number(req.params.id))) > 0
  } catch { // expect: swallowed-error
    owes = false
  }
  // A database that is down lets them pass.
  if (owes) throw new Error('pay first')
  res.sendStatus(202)
})

/** @returns whether it failed */
async function note(orderId: number): Promise<boolean> {
  try {
    await prisma.invoice.create({ data: { orderId } as never })
    return false
  } catch {
    return true
  }
}

app.post('/orders/:id/cancel', async (req, res) => {
  await prisma.order.update({ where: { id: Number(req.params.id) }, data: { status: 'cancelled' } })
  const noteFailed = await note(Number(req.params.id))
  throw new Error(`too late, and cancelled all the same${noteFailed ? ', which was not noted' : ''}`)
})

async function settle(orderId: number): Promise<boolean> {
  try {
    return (await prisma.order.update({ where: { id: orderId }, data: { status: 'settled' } })) !== null
  } catch {
    return false
  }
}

app.post('/orders/:id/settle', async (req, res) => {
  if (!(await settle(Number(req.params.id)))) return void res.status(409).json({ message: 'not settled' })
  res.sendStatus(204)
})

async function freeze(orderId: number): Promise<boolean> {
  try {
    return (await prisma.order.update({ where: { id: orderId }, data: { status: 'frozen' } })) !== null
  } catch { // expect: swallowed-error
    return false
  }
}

app.post('/orders/:id/freeze', async (req, res) => {
  if (await freeze(Number(req.params.id))) await prisma.order.delete({ where: { id: Number(req.params.id) } })
  res.sendStatus(204)
})

async function reserve(orderId: number): Promise<boolean> {
  try {
    return (await prisma.order.update({ where: { id: orderId }, data: { status: 'reserved' } })) !== null
  } catch {
    return false
  }
}

export async function dispatch(orderId: number): Promise<{ orderId: number; status: string; reason?: string }> {
  const reserved = await reserve(orderId)
  if (!reserved) {
    return { orderId, status: 'failed', reason: 'the order is not reserved' }
  }
  return { orderId, status: 'dispatched' }
}

async function release(orderId: number): Promise<boolean> {
  try {
    return (await prisma.order.update({ where: { id: orderId }, data: { status: 'released' } })) !== null
  } catch {
    return false
  }
}

export async function unbook(orderId: number): Promise<{ orderId: number; error: string | null }> {
  if (!(await release(orderId))) return { orderId, error: 'not released' }
  return { orderId, error: null }
}

async function hold(orderId: number): Promise<boolean> {
  try {
    return (await prisma.order.update({ where: { id: orderId }, data: { status: 'held' } })) !== null
  } catch { // expect: swallowed-error
    return false
  }
}

export async function postpone(orderId: number): Promise<{ orderId: number; error: null; status: string }> {
  if (!(await hold(orderId))) return { orderId, error: null, status: 'open' }
  return { orderId, error: null, status: 'held' }
}

app.listen(3000)

/** The code with which a command ends. */
export class ReportCommand {
  async execute() {
    try {
      await prisma.order.updateMany({ where: { status: 'paid' }, data: { status: 'reported' } })
    } catch {
      return 1
    }
    return
  }

  async count(status: string) {
    try {
      const { count } = await prisma.order.updateMany({ where: { status }, data: { status: 'counted' } })
      return count
    } catch { // expect: swallowed-error
      return 1
    }
  }
}
