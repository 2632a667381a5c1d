/* Passport, and its guard in NestJS. */

declare module 'passport' {
  import { RequestHandler } from 'express-serve-static-core'
  namespace passport {
    interface Authenticator<T1 = any, T2 = any, T3 = any, T4 = any> {
      /** @guard auth */
      authenticate(strategy: any, options?: any, callback?: (...result: any[]) => any): any
      /** @guard auth */
      authorize(strategy: any, options?: any, callback?: (...result: any[]) => any): any
      initialize(options?: any): RequestHandler
      session(options?: any): RequestHandler
      use(...strategy: any[]): this
      unuse(name: string): this
      /** @calls 0 deferred @drops 0 */
      serializeUser(run: any): void
      /** @calls 0 deferred @drops 0 */
      deserializeUser(run: any): void
    }
    interface PassportStatic extends Authenticator {
      Passport: any
      Strategy: any
    }
  }
  const passport: passport.PassportStatic
  export = passport
}
declare module '@nestjs/passport' {
  /** @guard auth */
  export const AuthGuard: (type?: string | string[]) => new (...args: any[]) => {
    canActivate(context: any): any
    handleRequest(...result: any[]): any
    getRequest(context: any): any
    logIn(request: any): Promise<void>
  }
  /** @layer guard */
  export function PassportStrategy(strategy: any, name?: string, callbackArity?: any): new (...args: any[]) => any
  export abstract class PassportSerializer {
    abstract serializeUser(user: any, done: Function): any
    abstract deserializeUser(payload: any, done: Function): any
  }
  export class PassportModule {
    static register(options: any): any
    static registerAsync(options: any): any
  }
}
