import type { Request, Response } from 'express'
import { keep } from '../../../../db'

export const AUTHENTICATE = false

export const POST = async (req: Request, res: Response) => { // expect: missing-rate-limit
  await keep('offers', req.body)
  res.json({ ok: true })
}
