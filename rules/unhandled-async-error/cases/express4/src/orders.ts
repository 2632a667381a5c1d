import { PrismaClient } from '@prisma/client'
import type { NextFunction, Request, Response } from 'express'
import { catchAsync } from './wrap'

const prisma = new PrismaClient()

export async function list(req: Request, res: Response) { // expect: unhandled-async-error
  res.json(await prisma.order.findMany({ take: 20 }))
}

export const create = catchAsync(async (req, res) => {
  res.json(await prisma.order.create({ data: { customerId: req.body.customerId } }))
})

export class OrderController {
  show = async (req: Request, res: Response) => { // expect: unhandled-async-error
    res.json(await prisma.order.findUnique({ where: { id: Number(req.params.id) } }))
  }

  async remove(req: Request, res: Response, next: NextFunction) {
    try {
      await prisma.order.delete({ where: { id: Number(req.params.id) } })
      res.sendStatus(204)
    } catch (error) {
      next(error)
    }
  }

  async pay(req: Request, res: Response, next: NextFunction) { // expect: unhandled-async-error
    const order = await prisma.order.findUnique({ where: { id: Number(req.params.id) } })
    if (!order) return next()
    res.json(order)
  }
}
