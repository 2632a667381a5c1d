import type { Request, Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export class OrderService {
  async place(req: Request, res: Response): Promise<void> { // expect: http-in-service
    const order = await prisma.order.create({ data: { customerId: req.body.customerId, status: 'placed' } })
    res.status(201).json(order)
  }

  async close(id: number, response: Response) { // expect: http-in-service
    const order = await prisma.order.findUnique({ where: { id } })
    if (!order) return response.sendStatus(404)
    await prisma.order.update({ where: { id }, data: { status: 'closed' } })
    return undefined
  }

  // Values in, a result out.
  async cancel(id: number, reason: string) {
    return prisma.order.update({ where: { id }, data: { status: `cancelled: ${reason}` } })
  }

  // The answer of another service is not the one being given.
  async price(sku: string): Promise<number> {
    const response = await fetch(`https://prices.example.com/${sku}`)
    if (response.status === 404) return 0
    return ((await response.json()) as { amount: number }).amount
  }
}
