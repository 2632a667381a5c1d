import { PrismaClient } from '@prisma/client'
import { asyncRouter, plainRouter } from './async-router'

const prisma = new PrismaClient()

export const orders = asyncRouter()
orders.get('/', async (req, res) => {
  res.json(await prisma.order.findMany({ take: 50 }))
})
orders.route('/:id').get(async (req, res) => {
  res.json(await prisma.order.findUniqueOrThrow({ where: { id: Number(req.params.id) } }))
})

export const lines = plainRouter()
lines.get('/', async (req, res) => { // expect: unhandled-async-error
  res.json(await prisma.line.findMany({ take: 50 }))
})
lines.route('/:id').get(async (req, res) => { // expect: unhandled-async-error
  res.json(await prisma.line.findUniqueOrThrow({ where: { id: Number(req.params.id) } }))
})
