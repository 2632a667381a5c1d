// What stands around handlers and drops all they fail with.
import type { NextFunction, Request, RequestHandler, Response } from 'express'

type Handler = (request: Request, response: Response, next: NextFunction) => Promise<unknown>

export const silent =
  (handler: Handler): RequestHandler =>
  async (req, res, next) => {
    try {
      await handler(req, res, next)
    } catch {} // expect: swallowed-error
  }

export const loud =
  (handler: Handler): RequestHandler =>
  async (req, res, next) => {
    try {
      await handler(req, res, next)
    } catch (error) {
      next(error)
    }
  }
