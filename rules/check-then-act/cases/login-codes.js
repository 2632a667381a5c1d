const { PrismaClient } = require('@prisma/client')
const express = require('express')

const prisma = new PrismaClient()
const app = express()

// Who has the code twice at once is the same person.
app.post('/login/link', async (req, res) => {
  const link = await prisma.magicLink.findUnique({ where: { token: String(req.body.token) } })
  if (!link || link.used) return res.sendStatus(401)
  await prisma.magicLink.update({ where: { id: link.id }, data: { used: true } }) // expect-low: check-then-act
  res.json({ userId: link.userId })
})

app.post('/password', async (req, res) => {
  const reset = await prisma.passwordReset.findUnique({ where: { token: String(req.body.token) } })
  if (!reset || reset.used) return res.sendStatus(401)
  await prisma.passwordReset.update({ where: { id: reset.id }, data: { used: true } }) // expect-low: check-then-act
  res.sendStatus(204)
})

app.post('/gift-cards/:code', async (req, res) => {
  const card = await prisma.giftCard.findUnique({ where: { code: req.params.code } })
  if (!card || card.used) return res.sendStatus(409)
  await prisma.giftCard.update({ where: { id: card.id }, data: { used: true } }) // expect: check-then-act
  res.sendStatus(204)
})
