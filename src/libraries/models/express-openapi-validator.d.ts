/* A validator that an OpenAPI description of all routes tells what to check. */

declare module 'express-openapi-validator' {
  import { RequestHandler } from 'express-serve-static-core'

  /** @guard validate */
  export const middleware: (options: any) => RequestHandler[]
}
