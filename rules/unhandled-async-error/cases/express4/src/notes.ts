import type { Request, Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

/** Every member is wrapped before it is registered. */
export async function listNotes(req: Request, res: Response) {
  res.json(await prisma.note.findMany({ where: { orderId: Number(req.params.id) }, take: 50 }))
}
