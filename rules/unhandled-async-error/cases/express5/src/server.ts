import express from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const app = express()

app.get('/orders/:id', async (req, res) => {
  res.json(await prisma.order.findUniqueOrThrow({ where: { id: Number(req.params.id) } }))
})
