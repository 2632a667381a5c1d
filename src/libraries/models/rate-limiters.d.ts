/* Limiters of requests: middleware, and stores that code asks before it works. */

declare module 'express-rate-limit' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @guard limit */
  export const rateLimit: (options?: any) => RequestHandler
  export default rateLimit
  export class MemoryStore {
    constructor(...options: any[])
  }
  export type Options = any
  export type RateLimitRequestHandler = RequestHandler
}
declare module 'express-slow-down' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @guard limit */
  export const slowDown: (options?: any) => RequestHandler
  export default slowDown
}
declare module 'express-brute' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @guard limit */
  class ExpressBrute {
    constructor(store: any, options?: any)
    /** @guard limit */
    getMiddleware(options: any): RequestHandler
    /** @guard limit */
    prevent: RequestHandler
    reset(ip: string, key: string, next: any): RequestHandler
  }
  export = ExpressBrute
}
declare module 'koa-ratelimit' {
  import { Middleware } from 'koa'
  /** @guard limit */
  function ratelimit(options: any): Middleware
  export = ratelimit
}
declare module 'hono-rate-limiter' {
  import { MiddlewareHandler } from 'hono'
  /** @guard limit */
  export function rateLimiter(config: any): MiddlewareHandler
  export class MemoryStore<T1 = any, T2 = any, T3 = any> {
    constructor(...options: any[])
  }
  export class RedisStore<T1 = any, T2 = any, T3 = any> {
    constructor(...options: any[])
  }
}
declare module '@fastify/rate-limit' {
  import { FastifyPluginCallback } from 'fastify'
  /** @guard limit if=1.global */
  function fastifyRateLimit(...options: any[]): any
  namespace fastifyRateLimit {
    /** @guard limit if=1.global */
    export const fastifyRateLimit: FastifyPluginCallback
    export { fastifyRateLimit as default }
  }
  export = fastifyRateLimit
}
declare module '@upstash/ratelimit' {
  /** @guard limit */
  export class Ratelimit {
    constructor(options: any)
    /** @guard limit */
    limit(identifier: string, request?: any): Promise<{ success: boolean; limit: number; remaining: number; reset: number; pending: Promise<any> }>
    /** @guard limit */
    blockUntilReady(identifier: string, timeout: number): Promise<any>
    static fixedWindow(tokens: number, window: any): any
    static slidingWindow(tokens: number, window: any): any
    static tokenBucket(rate: number, interval: any, tokens: number): any
    static cachedFixedWindow(tokens: number, window: any): any
  }
}
declare module 'rate-limiter-flexible' {
  export class RateLimiterRes {
    msBeforeNext: number
    remainingPoints: number
    consumedPoints: number
    isFirstInDuration: boolean
  }
  export class RateLimiterAbstract {
    constructor(options: any)
    /** @guard limit */
    consume(key: any, points?: number, options?: any): Promise<RateLimiterRes>
    /** @guard limit */
    penalty(key: any, points?: number, options?: any): Promise<RateLimiterRes>
    reward(key: any, points?: number, options?: any): Promise<RateLimiterRes>
    get(key: any, options?: any): Promise<RateLimiterRes | null>
    block(key: any, seconds: number, options?: any): Promise<RateLimiterRes>
    delete(key: any): Promise<boolean>
  }
  export class RateLimiterInsuredAbstract extends RateLimiterAbstract {}
  export class RateLimiterStoreAbstract extends RateLimiterInsuredAbstract {}
  export class RateLimiterMemory extends RateLimiterAbstract {}
  export class RateLimiterCluster extends RateLimiterAbstract {}
  export class RateLimiterRedis extends RateLimiterStoreAbstract {}
  export class RateLimiterValkey extends RateLimiterStoreAbstract {}
  export class RateLimiterMongo extends RateLimiterStoreAbstract {}
  export class RateLimiterMySQL extends RateLimiterStoreAbstract {}
  export class RateLimiterPostgres extends RateLimiterStoreAbstract {}
  export class RateLimiterSQLite extends RateLimiterStoreAbstract {}
  export class RateLimiterPrisma extends RateLimiterStoreAbstract {}
  export class RateLimiterDrizzle extends RateLimiterStoreAbstract {}
  export class RateLimiterMemcache extends RateLimiterStoreAbstract {}
  export class RateLimiterDynamo extends RateLimiterStoreAbstract {}
  export class RateLimiterUnion {
    constructor(...limiters: any[])
    /** @guard limit */
    consume(key: any, points?: number): Promise<any>
  }
  export class BurstyRateLimiter {
    constructor(limiter: any, burst: any)
    /** @guard limit */
    consume(key: any, points?: number, options?: any): Promise<any>
  }
}
declare module 'elysia-rate-limit' {
  import { Elysia } from 'elysia'
  /** @guard limit */
  export const rateLimit: (options?: any) => Elysia
}
