// An error whose constructor reports it has done its work when it is made.
import { PrismaClient } from '@prisma/client'
import express from 'express'

const prisma = new PrismaClient()
const app = express()

const codes: number[] = []

function count(code: number): void {
  codes.push(code)
}

class CountedError extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message)
    Error.captureStackTrace(this, this.constructor)
    if (code > 0) count(code)
  }
}

class NotInvitedError extends CountedError {
  constructor() {
    super('not invited', 41)
  }
}

class ClosedError extends Error {
  readonly at: string
  constructor() {
    super('closed')
    this.at = this.now()
  }

  private now(): string {
    return new Date().toISOString()
  }
}

app.post('/orders/:id', async (req, res) => {
  const order = await prisma.order.findUnique({ where: { id: Number(req.params.id) } })
  if (order?.status === 'foreign') {
    new NotInvitedError()
    res.status(200).json({ codes: [41] })
    return
  }
  if (order?.status === 'closed') new ClosedError() // expect: swallowed-error
  res.json(order)
})
