import type { Request, Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// The rest of a handler, by method: that it does nothing but query makes it no repository.
export async function listSettings(req: Request, res: Response) { // expect-low: http-in-service
  const settings = await prisma.setting.findMany({ where: { key: String(req.query.key) }, take: 50 })
  res.status(200).json(settings)
}

export async function removeSetting(req: Request, res: Response) { // expect-low: http-in-service
  await prisma.setting.delete({ where: { key: String(req.params.key) } })
  res.status(204).end()
}

// A description of an endpoint, with the function that handles it.
export const endpoint = {
  path: '/settings/:key',
  handler: async (req: Request) => prisma.setting.findUnique({ where: { key: String(req.params.key) } }),
}
