import { PrismaClient } from '@prisma/client'
import express from 'express'
import { Pool } from 'pg'

const prisma = new PrismaClient()
const pool = new Pool()
const app = express()
const MOST = 200

class OrderService {
  all() {
    return prisma.order.findMany() // expect: unbounded-query
  }

  ofCustomer(customerId: number) {
    return prisma.order.findMany({ where: { customerId } }) // expect: unbounded-query
  }

  sized(limit: number) {
    return prisma.order.findMany({ take: limit }) // expect: unbounded-query
  }

  // Bounded by a constant, a clamp, a unique key, a list, or by what is counted.
  page(cursor: number | undefined) {
    return prisma.order.findMany({ take: 50, ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }) })
  }

  clamped(limit: number) {
    return prisma.order.findMany({ take: Math.min(limit, MOST) })
  }

  one(id: number) {
    return prisma.order.findMany({ where: { id } })
  }

  several(ids: number[]) {
    return prisma.order.findMany({ where: { id: { in: ids } } })
  }

  count() {
    return prisma.order.count()
  }

  async log() {
    const { rows } = await pool.query('SELECT * FROM events') // expect: unbounded-query
    return rows
  }

  async lastEvents() {
    const { rows } = await pool.query('SELECT * FROM events ORDER BY id DESC LIMIT 100')
    return rows
  }

  async add(customerId: number) {
    await prisma.order.create({ data: { customerId, status: 'open' } })
  }

  // Nothing known leads here.
  report() {
    return prisma.order.findMany()
  }
}

const orders = new OrderService()

app.get('/orders', async (req, res) => {
  res.json([
    await orders.all(),
    await orders.ofCustomer(Number(req.query.customer)),
    await orders.sized(Number(req.query.limit)),
    await orders.page(1),
    await orders.clamped(Number(req.query.limit)),
    await orders.one(1),
    await orders.several([1]),
    await orders.count(),
    await orders.log(),
    await orders.lastEvents(),
    await orders.add(1),
  ])
})
