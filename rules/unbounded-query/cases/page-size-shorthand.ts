import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.get('/orders', async (req, res) => {
  const take = Number(req.query.take)
  res.json(
    await prisma.order.findMany({
      where: { status: 'open' },
      take, // expect: unbounded-query
    }),
  )
})

app.get('/orders/all', async (_req, res) => {
  res.json(
    await prisma.order.findMany({ // expect: unbounded-query
      orderBy: { id: 'asc' },
    }),
  )
})
