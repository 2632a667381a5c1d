/* celebrate: joi schemas for the parts of a request, checked before the handler runs. */

declare module 'celebrate' {
  import Joi = require('joi')
  export { Joi }
  /** @guard validate */
  export function celebrate(...rules: any[]): any
  /** @guard error */
  export function errors(options?: any): any
  export function isCelebrateError(error: any): boolean
  export const Segments: { PARAMS: 'params'; HEADERS: 'headers'; QUERY: 'query'; COOKIES: 'cookies'; SIGNEDCOOKIES: 'signedCookies'; BODY: 'body' }
  export const Modes: { FULL: 'full'; PARTIAL: 'partial' }
}
