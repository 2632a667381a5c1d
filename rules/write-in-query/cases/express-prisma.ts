import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.get('/orders/:id/cancel', async (req, res) => {
  await prisma.order.update({ where: { id: Number(req.params.id) }, data: { status: 'cancelled' } }) // expect: write-in-query
  res.end()
})

async function removeSeat(id: number) {
  await prisma.payment.delete({ where: { id } as any })
}

app.get('/seats/:id/delete', async (req, res) => {
  await removeSeat(Number(req.params.id)) // expect: write-in-query
  res.end()
})

// Counters of who looked.
app.get('/articles/:id', async (req, res) => {
  const article = await prisma.post.findUnique({ where: { id: Number(req.params.id) } })
  await prisma.post.update({ where: { id: Number(req.params.id) }, data: { views: { increment: 1 } } as any }) // expect-low: write-in-query
  res.json(article)
})

app.get('/accounts/me', async (req, res) => {
  await prisma.account.update({ where: { id: 1 }, data: { lastSeenAt: new Date() } as any }) // expect-low: write-in-query
  res.json(await prisma.account.findUnique({ where: { id: 1 } }))
})

// Links in mails, and providers that call back.
app.get('/confirm-email', async (req, res) => {
  await prisma.account.update({ where: { id: Number(req.query.account) }, data: { confirmed: true } as any })
  res.redirect('/')
})

app.get('/oauth/callback', async (req, res) => {
  await prisma.account.create({ data: { email: String(req.query.email) } as any })
  res.redirect('/')
})

app.get('/orders', async (req, res) => {
  res.json(await prisma.order.findMany({ take: 20 }))
})

app.post('/orders', async (req, res) => {
  res.json(await prisma.order.create({ data: { status: 'placed' } as any }))
})

app.listen(3000)
