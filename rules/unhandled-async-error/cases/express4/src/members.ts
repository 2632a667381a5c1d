import asyncHandler from 'express-async-handler'
import express, { type RequestHandler } from 'express'
import { PrismaClient } from '@prisma/client'
import * as notes from './notes'
import { seatController } from './seats'

function wrapAll<T extends string>(members: Record<T, any>): Record<T, RequestHandler> {
  const wrapped = {} as Record<T, RequestHandler>
  for (const name of Object.keys(members) as T[]) wrapped[name] = asyncHandler(members[name])
  return wrapped
}

const router = express.Router()
const safeNotes = wrapAll(notes)
const seats = seatController(new PrismaClient())

router.get('/:id/all-notes', safeNotes.listNotes)
router.get('/halls/:hall/seats', seats.list)

export default router
