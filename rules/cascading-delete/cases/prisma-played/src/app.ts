import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.delete('/workspaces/:id', async (req, res) => {
  await prisma.$executeRaw`DELETE FROM Workspace WHERE id = ${req.params.id}`
  res.end()
})

app.delete('/teams/:id', async (req, res) => {
  await prisma.team.delete({ where: { id: req.params.id } })
  res.end()
})

app.listen(3000)
