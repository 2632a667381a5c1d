import { PrismaClient } from '@prisma/client'
import express, { type NextFunction, type Request, type Response } from 'express'

const prisma = new PrismaClient()

async function ensureMember(req: Request, res: Response, next: NextFunction) {
  try {
    await prisma.user.findUniqueOrThrow({ where: { id: Number(req.headers['x-user']) } })
    return next()
  } catch (error) {
    console.error('nobody known', error)
    return res.sendStatus(401)
  }
}

async function ensureAdmin(req: Request, res: Response, next: NextFunction) {
  await prisma.user.findUniqueOrThrow({ where: { id: Number(req.headers['x-user']) } })
  next()
}

const isInside = (req: Request) => req.ip === '127.0.0.1'

/** Of a choice only what gives a promise counts, and `next` gives none. */
function member(req: Request, res: Response, next: NextFunction) {
  return isInside(req) ? next() : ensureMember(req, res, next)
}

function admin(req: Request, res: Response, next: NextFunction) { // expect: unhandled-async-error
  return isInside(req) ? next() : ensureAdmin(req, res, next)
}

export function staffRouter() {
  const router = express.Router()
  router.get('/staff', member, (_req, res) => res.sendStatus(204))
  router.get('/admins', admin, (_req, res) => res.sendStatus(204))
  router.get('/guests', async (_req, res) => { // expect: unhandled-async-error
    res.json(await prisma.user.findMany({ take: 10 }))
  })
  return router
}
