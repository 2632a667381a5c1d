import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

app.delete('/users/:id', async (req, res) => {
  await prisma.user.delete({ where: { id: Number(req.params.id) } })
  res.sendStatus(204)
})

app.delete('/workspaces/:id', async (req, res) => {
  await prisma.workspace.update({ where: { id: Number(req.params.id) }, data: { deletedAt: new Date() } })
  res.sendStatus(204)
})
