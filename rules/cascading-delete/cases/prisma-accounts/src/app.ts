import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.delete('/users/:id', async (req, res) => {
  await prisma.user.delete({ where: { id: Number(req.params.id) } })
  res.sendStatus(204)
})

app.delete('/employees/:id', async (req, res) => {
  await prisma.employee.delete({ where: { id: Number(req.params.id) } })
  res.sendStatus(204)
})
