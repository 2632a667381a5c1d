import type { Request, Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// A service that is written so throughout is told once.
export async function listStock(req: Request, res: Response) { // expect: http-in-service
  res.json(await prisma.stock.findMany({ where: { amount: { gt: Number(req.query.least) } }, take: 100 }))
}

export async function readStock(req: Request, res: Response) {
  res.json(await prisma.stock.findUnique({ where: { productId: Number(req.params.id) } }))
}

export async function addStock(req: Request, res: Response) {
  res.status(201).json(await prisma.stock.create({ data: { productId: Number(req.body.product), amount: Number(req.body.amount) } }))
}

export async function dropStock(req: Request, res: Response) {
  await prisma.stock.delete({ where: { productId: Number(req.params.id) } })
  res.sendStatus(204)
}
