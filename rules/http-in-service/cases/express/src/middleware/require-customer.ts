import type { NextFunction, Request, Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// Middleware is made for requests.
export async function requireCustomer(req: Request, res: Response, next: NextFunction) {
  const customer = await prisma.customer.findUnique({ where: { email: String(req.headers['x-customer']) } })
  if (!customer) return void res.status(401).end()
  next()
}
