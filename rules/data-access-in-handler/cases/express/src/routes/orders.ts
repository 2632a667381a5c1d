import express from 'express'
import { OrderRepository, prisma } from '../repositories/order.repository'

const orders = new OrderRepository()
export const router = express.Router()

router.get('/orders/:id', async (req, res) => {
  res.json(await orders.byId(Number(req.params.id)))
})

router.get('/orders', async (req, res) => {
  res.json(await prisma.order.findMany({ where: { customerId: Number(req.query.customer) }, take: 20 })) // expect: data-access-in-handler
})

router.post('/orders/:id/close', async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: Number(req.params.id) }, data: { status: 'closed' } }) // expect: data-access-in-handler
  })
  res.end()
})

// No part of the project queries plans for others.
router.get('/plans', async (req, res) => {
  res.json(await prisma.plan.findMany({ take: 20 }))
})

router.get('/health', async (req, res) => {
  await prisma.$queryRaw`SELECT 1`
  res.end()
})
