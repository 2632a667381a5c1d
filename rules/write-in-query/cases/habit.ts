import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

// One habit of the whole project is told once.
async function award(id: number) {
  await prisma.plan.update({ where: { id }, data: { earned: true } as any })
}

app.get('/orders', async (req, res) => {
  await award(1) // expect-low: write-in-query
  res.json([])
})

app.get('/seats', async (req, res) => {
  await award(2)
  res.json([])
})

app.get('/invoices', async (req, res) => {
  await award(3)
  res.json([])
})

app.get('/wallets', async (req, res) => {
  await award(4)
  res.json([])
})

app.listen(3000)
