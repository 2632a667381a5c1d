import type { Request } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// Who asks is what the request says: this is work on requests.
export async function sessionOf(req: Request) { // expect-low: http-in-service
  return prisma.setting.findUnique({ where: { key: String(req.headers.authorization) } })
}
