// Express: a factory of middleware is registered in place of what it makes, and no request comes past it.
const express = require('express')
const { PrismaClient } = require('@prisma/client')

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

const isOwner = (kind) => async (req, res, next) => {
  const row = await prisma[kind].findUnique({ where: { id: Number(req.params.id) } })
  if (!row || row.customerId !== req.user.id) return res.status(404).end()
  return next()
}

async function isKnown(req, res, next) {
  if (!(await prisma.order.findUnique({ where: { id: Number(req.params.id) } }))) return res.status(404).end()
  return next()
}

app.patch('/orders/:id', isOwner, async (req, res) => {
  res.json(await prisma.order.update({ where: { id: Number(req.params.id) }, data: req.body }))
})

app.patch('/orders/:id/seats', isOwner('order'), async (req, res) => {
  res.json(await prisma.order.update({ where: { id: Number(req.params.id) }, data: req.body })) // expect: unvalidated-input
})

app.patch('/orders/:id/notes', isKnown, async (req, res) => {
  res.json(await prisma.order.update({ where: { id: Number(req.params.id) }, data: req.body })) // expect: unvalidated-input
})

app.listen(3000)
