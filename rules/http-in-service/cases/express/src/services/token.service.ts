import type { Request, Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// Who asks is what the request says: this is work on requests.
export async function sessionOf(req: Request) { // expect-low: http-in-service
  return prisma.setting.findUnique({ where: { key: String(req.headers.authorization) } })
}

// Answering is not.
export async function logIn(req: Request, res: Response) { // expect: http-in-service
  const customer = await prisma.customer.findUnique({ where: { email: String(req.body.email) } })
  if (!customer) return void res.status(401).json({ error: 'unknown' })
  res.json({ id: customer.id })
}
