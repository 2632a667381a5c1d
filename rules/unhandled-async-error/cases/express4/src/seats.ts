import type { Request, Response } from 'express'
import type { PrismaClient } from '@prisma/client'

/** Made here as they are: nobody wraps them. */
export function seatController(prisma: PrismaClient) {
  return {
    async list(req: Request, res: Response) { // expect: unhandled-async-error
      res.json(await prisma.seat.findMany({ where: { hall: req.params.hall }, take: 50 }))
    },
  }
}
