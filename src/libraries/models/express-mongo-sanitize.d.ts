/* express-mongo-sanitize: takes keys with `$` or `.` out of what a request brings. */

declare module 'express-mongo-sanitize' {
  /** @guard sanitize */
  function mongoSanitize(options?: any): any
  namespace mongoSanitize {
    /** @escapes operators @returns 0 */
    function sanitize<T>(target: T, options?: any): T
    function has(target: any, allowDots?: boolean): boolean
  }
  export = mongoSanitize
}
