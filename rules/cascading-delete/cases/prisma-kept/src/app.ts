import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.delete('/authors/:id', async (req, res) => {
  const { id } = req.params
  await prisma.$transaction(async (tx) => {
    await tx.post.deleteMany({ where: { authorId: id } })
    await tx.author.delete({ where: { id } })
  })
  res.end()
})

app.delete('/customers/:id', async (req, res) => {
  const { id } = req.params
  await prisma.$transaction(async (tx) => {
    await tx.ticket.deleteMany({ where: { customerId: id } })
    await tx.customer.delete({ where: { id } })
  })
  res.end()
})

app.listen(3000)
