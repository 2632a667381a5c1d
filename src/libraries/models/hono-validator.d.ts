/* hono/validator: a function or schema checks a part of the request before the handler. */

declare module 'hono/validator' {
  /** @guard validate */
  export function validator(target: any, check: (value: any, context: any) => any, ...options: any[]): any
}
