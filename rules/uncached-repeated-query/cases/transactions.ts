// Reads of two transactions, and of one; rows that the first call makes.
import { PrismaClient, type Prisma } from '@prisma/client'
import express from 'express'

type Tx = Prisma.TransactionClient
const prisma = new PrismaClient()
const app = express()
app.use(express.json())

async function inTenant<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.tenant', ${tenant}, true)`
    return work(tx)
  })
}

function findOrder(tx: Tx, id: string) {
  return tx.order.findUnique({ where: { id: Number(id) } })
}

async function pending(tenant: string, id: string) {
  return inTenant(tenant, async (tx) => {
    const order = await findOrder(tx, id)
    return order?.status === 'pending'
  })
}

async function approve(tenant: string, id: string) {
  return inTenant(tenant, async (tx) => {
    const order = await findOrder(tx, id)
    if (order?.status !== 'pending') throw new Error('approved meanwhile')
    await tx.order.update({ where: { id: Number(id) }, data: { status: 'approved' } })
  })
}

// What was read in one transaction is looked at again in the next.
app.post('/orders/:id/approve', async (req, res) => {
  const isPending = await pending(String(req.headers['x-tenant']), req.params.id)
  if (isPending) await approve(String(req.headers['x-tenant']), req.params.id)
  res.end()
})

// So it is where a service finds the order, and another approves what it found.
class Orders {
  async execute(tenant: string, id: string) {
    return inTenant(tenant, async (tx) => {
      const [order] = await Promise.all([findOrder(tx, id), tx.customer.count()])
      return order
    })
  }
  async approve(tenant: string, id: string) {
    return inTenant(tenant, async (tx) => {
      const order = await findOrder(tx, id)
      if (order?.status !== 'pending') throw new Error('approved meanwhile')
      return tx.order.update({ where: { id: Number(id) }, data: { status: 'approved' } })
    })
  }
}
const orders = new Orders()
app.post('/approvals/:id', async (req, res) => {
  const order = await orders.execute(String(req.headers['x-tenant']), req.params.id)
  res.json({ order, approved: await orders.approve(String(req.headers['x-tenant']), req.params.id) })
})

// In one transaction nobody else comes in between.
app.post('/orders/:id/close', async (req, res) => {
  await inTenant(String(req.headers['x-tenant']), async (tx) => {
    const order = await findOrder(tx, req.params.id) // expect: uncached-repeated-query
    const again = await findOrder(tx, req.params.id)
    if (order?.status === again?.status) await tx.order.update({ where: { id: Number(req.params.id) }, data: { status: 'closed' } })
  })
  res.end()
})

// The first call makes the account with its bonus, and the second finds it.
async function settingOf(key: number) {
  return prisma.stock.findUnique({ where: { productId: key } })
}
async function accountOf(id: number) {
  const known = await prisma.account.findUnique({ where: { id } })
  if (known) return known
  const bonus = await settingOf(7)
  return prisma.account.create({ data: { id, balance: bonus?.amount ?? 0 } })
}
async function historyOf(id: number) {
  const account = await accountOf(id)
  return prisma.payment.findMany({ where: { orderId: account.id } })
}
app.get('/accounts/:id', async (req, res) => {
  const account = await accountOf(Number(req.params.id))
  res.json({ account, history: await historyOf(Number(req.params.id)) })
})

// Whoever only looks is told of it: nothing is made that the second would find.
async function balanceOf(id: number) {
  const known = await prisma.account.findUnique({ where: { id } })
  if (known) return known.balance
  const bonus = await settingOf(8)
  return bonus?.amount ?? 0
}
async function worthOf(id: number) {
  const payments = await prisma.payment.count({ where: { orderId: id } })
  return payments * (await balanceOf(id))
}
app.get('/balances/:id', async (req, res) => {
  const balance = await balanceOf(Number(req.params.id)) // expect: uncached-repeated-query
  res.json({ balance, worth: await worthOf(Number(req.params.id)) })
})

app.listen(3000)
