import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

// Nobody asks for the hard way.
const removeUser = (id: number, isHard?: boolean) => (isHard ? prisma.user.delete({ where: { id } }) : prisma.user.update({ where: { id }, data: { deletedAt: new Date() } }))

const removeSeller = (id: number, isHard?: boolean) => (isHard ? prisma.seller.delete({ where: { id } }) : prisma.seller.update({ where: { id }, data: { deletedAt: new Date() } }))

app.delete('/users/:id', async (req, res) => {
  await removeUser(Number(req.params.id))
  res.sendStatus(204)
})

app.delete('/sellers/:id', async (req, res) => {
  await removeSeller(Number(req.params.id), req.query.hard === 'yes')
  res.sendStatus(204)
})
