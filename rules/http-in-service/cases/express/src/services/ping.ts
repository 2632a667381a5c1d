import type { Request, Response } from 'express'

// A service by its folder alone.
export function confirm(req: Request, res: Response) { // expect-low: http-in-service
  res.json({ confirmed: req.params.id })
}
