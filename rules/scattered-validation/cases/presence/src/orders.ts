import { Router } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
export const orders = Router()

// What the path has to hold for the route to be taken is always there: these checks are idle, and no schema would be written for them.
orders.get('/orders/:orderId', async (req, res) => {
  const { orderId } = req.params
  if (!orderId) return res.status(400).json({ error: 'orderId is required' })
  return res.json(await prisma.order.findUnique({ where: { id: orderId } }))
})

orders.get('/orders/:orderId/lines', async (req, res) => {
  const { orderId } = req.params
  if (!orderId) return res.status(400).json({ error: 'orderId is required' })
  return res.json(await prisma.orderLine.findMany({ where: { orderId }, take: 100 }))
})

orders.delete('/orders/:orderId', async (req, res) => {
  if (!req.params.orderId) return res.status(400).json({ error: 'orderId is required' })
  return res.json(await prisma.order.delete({ where: { id: req.params.orderId } }))
})
