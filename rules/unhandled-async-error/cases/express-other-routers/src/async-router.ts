import { Router, type RouterOptions } from 'express'

const decorate = require('async-express-decorator')

/** A router whose handlers may be async. */
export function asyncRouter(options?: RouterOptions): Router {
  return decorate(Router(options))
}

/** One that may not. */
export function plainRouter(options?: RouterOptions): Router {
  return Router(options)
}
