import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

// Made where it was not there yet, in a function of its own.
async function settingsOf(accountId: number) {
  const existing = await prisma.plan.findFirst({ where: { accountId } as any })
  if (existing) return existing
  return prisma.plan.create({ data: { accountId } as any })
}

app.get('/accounts/:id/plan', async (req, res) => {
  res.json(await settingsOf(Number(req.params.id))) // expect-low: write-in-query
})

async function placeSeat(orderId: number) {
  return prisma.seat.create({ data: { orderId } as any })
}

app.get('/orders/:id/seat', async (req, res) => {
  let seat = await prisma.seat.findFirst({ where: { orderId: Number(req.params.id) } as any })
  if (!seat) seat = await placeSeat(Number(req.params.id)) // expect-low: write-in-query
  res.json(seat)
})

// Worked out the first time it is asked for.
app.get('/invoices/:id/summary', async (req, res) => {
  const invoice: any = await prisma.invoice.findUnique({ where: { id: Number(req.params.id) } })
  if (invoice.summary) {
    res.json(invoice.summary)
    return
  }
  res.json(await summaryOf(invoice)) // expect-low: write-in-query
})

async function summaryOf(invoice: any) {
  if (invoice.summary && invoice.lines > 0) {
    console.log('summary of', invoice.id)
    return { summary: invoice.summary }
  }
  const summary = `${invoice.lines} lines`
  await prisma.invoice.update({ where: { id: invoice.id }, data: { summary } as any })
  return { summary }
}

// A copy of what somebody else knows.
app.get('/accounts/:id/balance', async (req, res) => {
  const balance = Number(req.headers['x-balance'])
  await prisma.account.update({ where: { id: Number(req.params.id) }, data: { balance, lastSyncedAt: new Date() } as any }) // expect-low: write-in-query
  res.json({ balance })
})

// That it was looked at.
app.get('/receipts/:id', async (req, res) => {
  const id = Number(req.params.id)
  await prisma.payment.update({ where: { id }, data: { viewedAt: new Date(), status: 'VIEWED' } as any }) // expect-low: write-in-query
  res.json(await prisma.payment.findUnique({ where: { id } }))
})

app.get('/quotes/:id', async (req, res) => {
  const id = Number(req.params.id)
  await prisma.invoice.update({ where: { id }, data: { status: 'VIEWED' } as any }) // expect-low: write-in-query
  res.json(await prisma.invoice.findUnique({ where: { id } }))
})

// Away with what has had its time.
app.get('/coupons', async (req, res) => {
  const coupons: any[] = await prisma.coupon.findMany({ take: 100 })
  await Promise.all(coupons.filter((coupon) => coupon.isExpired()).map((coupon) => prisma.coupon.delete({ where: { code: coupon.code } }))) // expect-low: write-in-query
  res.json(coupons)
})

// People come back from a provider with a code, and are sent on.
app.get('/linked-accounts.post', async (req, res) => {
  const { code } = req.query
  await prisma.account.update({ where: { id: 1 }, data: { code } as any })
  res.redirect('/settings')
})

// A status of its own is no look.
app.get('/receipts/:id/close', async (req, res) => {
  await prisma.payment.update({ where: { id: Number(req.params.id) }, data: { status: 'CLOSED' } as any }) // expect: write-in-query
  res.end()
})

// A link in a mail, by the token that it carries.
app.get('/orders/:id/approve', async (req, res) => {
  const token = String(req.query.token ?? '')
  if (token !== process.env.APPROVAL) return void res.status(401).end()
  await prisma.order.update({ where: { id: Number(req.params.id) }, data: { status: 'approved' } as any })
  res.end()
})

// One mistake, where it is first met.
async function bookCommissions(orderId: number) {
  await prisma.payment.create({ data: { orderId, amount: 5 } as any })
}

app.get('/orders/:id/commissions', async (req, res) => {
  await bookCommissions(Number(req.params.id)) // expect: write-in-query
  res.json([])
})

app.get('/orders/:id/payout', async (req, res) => {
  await bookCommissions(Number(req.params.id))
  res.json({})
})

app.listen(3000)
