import { prisma } from '@shop/database'
import express from 'express'

export const router = express.Router()

router.delete('/plans/:id', async (req, res) => {
  await prisma.plan.delete({ where: { id: Number(req.params.id) } })
  res.sendStatus(204)
})
