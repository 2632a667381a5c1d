import { prisma } from '@shop/database'
import express from 'express'

export const router = express.Router()

// The same part of the system, in front of the package it is built on.
router.delete('/subscriptions/:id', async (req, res) => {
  await prisma.subscription.delete({ where: { id: Number(req.params.id) } })
  res.sendStatus(204)
})
