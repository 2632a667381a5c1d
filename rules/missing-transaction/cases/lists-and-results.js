import { PrismaClient } from '@prisma/client'
import { Hono } from 'hono'
import { err, ok } from 'neverthrow'

const prisma = new PrismaClient()
const app = new Hono()

// Nothing is sent before the list is given to the transaction.
app.post('/accounts/:id/merge', async (c) => {
  const { into } = await c.req.json()
  const id = c.req.param('id')
  const orders = prisma.order.updateMany({ where: { accountId: id }, data: { accountId: into } })
  const wallet = prisma.wallet.update({ where: { accountId: id }, data: { accountId: into } })
  await prisma.$transaction([orders, wallet])
  return c.body(null, 204)
})

app.post('/prices', async (c) => {
  const prices = await c.req.json()
  const updates = []
  for (const price of prices) {
    updates.push(prisma.price.update({ where: { sku: price.sku }, data: { amount: price.amount } }))
    updates.push(prisma.offer.updateMany({ where: { sku: price.sku }, data: { stale: true } }))
  }
  await prisma.$transaction(updates)
  return c.body(null, 204)
})

function closing(accountId) {
  return prisma.subscription.deleteMany({ where: { accountId } })
}

async function inOne(accountId, operations) {
  await prisma.$transaction([prisma.$queryRaw`select pg_advisory_xact_lock(hashtext(${accountId}))`, ...operations])
}

app.delete('/accounts/:id', async (c) => {
  const id = c.req.param('id')
  const closed = closing(id)
  await inOne(id, [closed, prisma.account.delete({ where: { id } })])
  return c.body(null, 204)
})

// A list that is not given to one is only two promises.
app.post('/accounts/:id/close', async (c) => {
  const id = c.req.param('id')
  const account = prisma.account.update({ where: { id }, data: { status: 'closed' } }) // expect: missing-transaction
  const wallet = prisma.wallet.update({ where: { accountId: id }, data: { frozen: true } })
  await Promise.all([account, wallet])
  return c.body(null, 204)
})

async function reserve(orderId) {
  const response = await fetch(`https://stock.example.com/reservations/${orderId}`, { method: 'POST', signal: AbortSignal.timeout(2000) })
  return response.ok ? ok(orderId) : err(new Error('no stock'))
}

// What is done when something failed undoes or records it.
app.post('/orders', async (c) => {
  const { customerId } = await c.req.json()
  const order = await prisma.order.create({ data: { customerId, status: 'open' } })
  const reserved = await reserve(order.id)
  if (reserved.isErr()) {
    await prisma.problem.create({ data: { orderId: order.id, reason: reserved.error.message } })
    return c.json({ error: 'no stock' }, 409)
  }
  return c.json(order, 201)
})

app.post('/orders/:id/pay', async (c) => {
  const id = c.req.param('id')
  const order = await prisma.order.update({ where: { id }, data: { status: 'paid' } }) // expect: missing-transaction
  const reserved = await reserve(id)
  if (reserved.isOk()) {
    await prisma.shipment.create({ data: { orderId: order.id } })
  }
  return c.json(order)
})

// One of the two in each round.
app.post('/deliveries/run', async (c) => {
  const deliveries = await prisma.delivery.findMany({ where: { status: 'due' }, take: 20 })
  for (const delivery of deliveries) {
    if (delivery.address === null) {
      await prisma.delivery.update({ where: { id: delivery.id }, data: { status: 'failed' } })
      continue
    }
    await prisma.parcel.update({ where: { deliveryId: delivery.id }, data: { sentTo: delivery.address } })
  }
  return c.body(null, 204)
})

// One row, found by what was read by it.
app.post('/invoices/:id/send', async (c) => {
  const id = c.req.param('id')
  await prisma.invoice.update({ where: { id }, data: { status: 'sending' } })
  const invoice = await prisma.invoice.findUniqueOrThrow({ where: { id } })
  await prisma.invoice.update({ where: { id: invoice.id }, data: { sentTo: invoice.email } })
  return c.body(null, 204)
})

async function claimInvoice(id) {
  const [invoice] = await prisma.$queryRaw`SELECT * FROM invoices WHERE id = ${id} FOR UPDATE SKIP LOCKED`
  return { status: 'claimed', invoice }
}

async function reopen(id) {
  const order = await prisma.order.findFirst({ where: { previousId: id } })
  return order && (await prisma.order.update({ where: { id: order.id }, data: { status: 'open' } }))
}

// Once the first was done, the second is not.
app.post('/orders/:id/again', async (c) => {
  const id = c.req.param('id')
  const reopened = await reopen(id)
  if (reopened) return c.json(reopened)
  await prisma.basket.create({ data: { orderId: id } })
  return c.body(null, 201)
})

app.post('/orders/:id/twice', async (c) => {
  const id = c.req.param('id')
  const reopened = await reopen(id) // expect: missing-transaction
  if (!reopened) return c.body(null, 404)
  await prisma.basket.create({ data: { orderId: id } })
  return c.body(null, 201)
})

// Whether these are two rows is not seen.
app.post('/invoices/:id/claim', async (c) => {
  const claim = await claimInvoice(c.req.param('id'))
  await prisma.invoice.update({ where: { id: claim.invoice.id }, data: { status: 'claimed' } })
  await prisma.invoice.update({ where: { id: c.req.param('id') }, data: { claimedBy: c.req.header('x-user') } })
  return c.body(null, 204)
})

app.post('/seats/swap', async (c) => {
  for (const swap of await c.req.json()) {
    await prisma.seat.update({ where: { id: swap.from }, data: { guestId: swap.second } }) // expect: missing-transaction
    await prisma.seat.update({ where: { id: swap.to }, data: { guestId: swap.first } })
  }
  return c.body(null, 204)
})

export default app
