import { PrismaClient } from '@prisma/client'
import type { NextApiRequest, NextApiResponse } from 'next'
import { mailLater } from '../../src/server-only/mail'

const prisma = new PrismaClient()

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  await prisma.seat.update({ where: { id: req.body.id }, data: { kept: true } })
  mailLater(req.body.id)
  prisma.seat.count().then((count) => console.log(count)) // expect: floating-promise
  res.status(204).end()
}
