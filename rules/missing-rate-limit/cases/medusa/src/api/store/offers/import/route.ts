import type { Request, Response } from 'express'
import { keep } from '../../../../db'

// Customers are looked at under /store, and nobody is refused.
export const POST = async (req: Request, res: Response) => { // expect: missing-rate-limit
  await keep('offers', req.body)
  res.json({ ok: true })
}
