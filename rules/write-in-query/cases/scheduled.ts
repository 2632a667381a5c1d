import { PrismaClient } from '@prisma/client'
import express from 'express'

const app = express()
const prisma = new PrismaClient()

// The timer of the platform shows a secret, and knows no other method.
app.get('/house-keeping/old-orders', async (req, res) => {
  if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.sendStatus(401)
  const { count } = await prisma.order.updateMany({ where: { status: 'forgotten' }, data: { status: 'cancelled' } })
  return res.json({ count })
})

export default app
