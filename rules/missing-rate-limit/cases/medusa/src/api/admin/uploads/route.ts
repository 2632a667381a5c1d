import type { Request, Response } from 'express'
import { keep } from '../../../db'

// The framework only lets members of staff come to what is under /admin.
export const POST = async (req: Request, res: Response) => {
  await keep('files', req.body)
  res.json({ ok: true })
}
