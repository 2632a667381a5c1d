import asyncHandler from 'express-async-handler'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

type Run = (req: Request, res: Response) => Promise<unknown>

const told = (run: Run): RequestHandler => {
  const handler = (req: Request, res: Response, next: NextFunction) => {
    run(req, res).catch(next)
  }
  return handler
}

const noted = (run: Run): RequestHandler => {
  const handler = async (req: Request, res: Response) => { // expect: unhandled-async-error
    console.log(req.path)
    await run(req, res)
  }
  return handler
}

/** Routes know what controllers promise to have; what tells errors is put around their members. */
interface SeatRoutes {
  list: RequestHandler
  count: RequestHandler
  show: RequestHandler
  remove: RequestHandler
  renumber: RequestHandler
}

class SeatController implements SeatRoutes {
  list = told(async (_req, res) => res.json(await prisma.seat.findMany({ take: 50 })))
  count = asyncHandler(async (_req, res) => {
    res.json(await prisma.seat.count())
  })
  show = noted(async (req, res) => res.json(await prisma.seat.findUnique({ where: { id: Number(req.params.seat) } })))
  remove = async (req: Request, res: Response) => { // expect: unhandled-async-error
    await prisma.seat.delete({ where: { id: Number(req.params.seat) } })
    res.sendStatus(204)
  }
  renumber = told(async (req, res) => {
    await prisma.seat.update({ where: { id: Number(req.params.seat) }, data: { number: Number(req.body.number) } })
    res.sendStatus(204)
  })
}

function seatRoutes(seats: SeatRoutes) {
  const router = express.Router()
  router.get('/seats', seats.list)
  router.get('/seats/count', seats.count)
  router.get('/seats/:seat', seats.show)
  router.delete('/seats/:seat', seats.remove)
  router.patch('/seats/:seat', seats.renumber)
  return router
}

export default seatRoutes(new SeatController())
