import type { NextFunction, Request, RequestHandler, Response } from 'express'

export const catchAsync =
  (run: (req: Request, res: Response, next: NextFunction) => Promise<unknown>): RequestHandler =>
  (req, res, next) => {
    Promise.resolve(run(req, res, next)).catch(next)
  }

export function timed(run: (req: Request, res: Response) => Promise<unknown>): RequestHandler {
  return async (req, res) => { // expect: unhandled-async-error
    const started = Date.now()
    await run(req, res)
    res.locals.duration = Date.now() - started
  }
}
