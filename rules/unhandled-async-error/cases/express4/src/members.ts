import asyncHandler from 'express-async-handler'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { PrismaClient } from '@prisma/client'
import * as notes from './notes'
import { seatController } from './seats'

function wrapAll<T extends string>(members: Record<T, any>): Record<T, RequestHandler> {
  const wrapped = {} as Record<T, RequestHandler>
  for (const name of Object.keys(members) as T[]) wrapped[name] = asyncHandler(members[name])
  return wrapped
}

function told(handler: (req: Request, res: Response, next: NextFunction) => Promise<unknown>): RequestHandler {
  return (req, res, next) => {
    void handler(req, res, next).catch(next)
  }
}

// Handlers that a function makes and gives back in an object: what tells errors was put around each, or was not.
function hallController(prisma: PrismaClient, title?: string) {
  const list = told(async (_req, res) => res.json(await prisma.user.findMany({ where: { name: title }, take: 50 })))
  const count = async (_req: Request, res: Response) => { // expect: unhandled-async-error
    res.json(await prisma.user.count())
  }
  return { list, count }
}

const router = express.Router()
const halls = hallController(new PrismaClient(), 'hall')
const safeNotes = wrapAll(notes)
const seats = seatController(new PrismaClient())

router.get('/:id/all-notes', safeNotes.listNotes)
router.get('/halls/:hall/seats', seats.list)
router.get('/halls', halls.list)
router.get('/halls/count', halls.count)

export default router
