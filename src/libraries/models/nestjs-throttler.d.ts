/* Rate limits in NestJS: the guard limits, decorators say how much or switch it off. */

declare module '@nestjs/throttler' {
  import { CanActivate, ExecutionContext } from '@nestjs/common'

  /** @guard limit */
  export class ThrottlerGuard implements CanActivate {
    constructor(...options: any[])
    canActivate(context: ExecutionContext): Promise<boolean>
  }
  /** @guard limit */
  export const Throttle: (options: any) => any
  /** @guard limit off if=0.default */
  export const SkipThrottle: (skip?: any) => any
  export class ThrottlerException extends Error {
    constructor(message?: string)
  }
  export class ThrottlerModule {
    static forRoot(options?: any): any
    static forRootAsync(options: any): any
  }
  export const seconds: (howMany: number) => number
  export const minutes: (howMany: number) => number
  export const hours: (howMany: number) => number
}
