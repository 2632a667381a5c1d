const { Prisma, PrismaClient } = require('@prisma/client')
const express = require('express')

const prisma = new PrismaClient()
const app = express()

const isTaken = (error) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

// The violation that is handled is one of the name; nothing keeps a shop from having two domains.
app.post('/shops/:id/domain', async (req, res) => {
  const shopId = Number(req.params.id)
  const known = await prisma.mailDomain.findFirst({ where: { shopId } })
  if (known) return res.sendStatus(409)
  try {
    res.json(await prisma.mailDomain.create({ data: { shopId, name: req.body.name } })) // expect: check-then-act
  } catch (error) {
    if (error.code === 'P2002') return res.sendStatus(409)
    throw error
  }
})

// A key over the domain of what is verified stands in a migration by hand.
app.post('/shops/:id/claims', async (req, res) => {
  const { domain } = req.body
  const taken = await prisma.claim.findFirst({ where: { domain, verified: true } })
  if (taken) return res.sendStatus(409)
  try {
    res.json(await prisma.claim.create({ data: { shopId: Number(req.params.id), domain, verified: false } }))
  } catch (error) {
    if (isTaken(error) || error.code === 'P2002') return res.sendStatus(409)
    throw error
  }
})

module.exports = app
