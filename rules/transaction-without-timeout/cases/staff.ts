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
