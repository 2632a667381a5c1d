/* cache-manager 4 to 7 (from 6 on its stores tell listeners of what fails, and reject nothing), and the module of NestJS on top of it. */

declare module 'cache-manager' {
  export interface Cache {
    /** @effect cache-read */
    get<T = any>(key: string): Promise<T>
    /** @effect cache-read */
    mget<T = any>(keys: string[]): Promise<T[]>
    /** @effect cache-read */
    ttl(key: string): Promise<number>
    /** @effect cache-write @settles since=cache-manager@6 */
    set<T = any>(key: string, value: T, ttl?: any): Promise<T>
    /** @effect cache-write @settles since=cache-manager@6 */
    mset<T = any>(entries: any[], ttl?: any): Promise<any>
    /** @effect cache-delete @settles since=cache-manager@6 */
    del(key: string): Promise<any>
    /** @effect cache-delete @settles since=cache-manager@6 */
    mdel(keys: string[]): Promise<any>
    /** @effect cache-delete @settles since=cache-manager@6 */
    clear(): Promise<any>
    /** @effect cache-delete @settles since=cache-manager@6 */
    reset(): Promise<void>
    /** @memoizes 1 */
    wrap<T = any>(key: string, load: () => T | Promise<T>, options?: any, refreshThreshold?: any): Promise<T>
    on(event: string, listener: (...args: any[]) => void): any
    disconnect(): Promise<any>
    stores: any
    store: any
  }
  export function createCache(options?: any): Cache
  export function caching(...options: any[]): any
}

declare module '@nestjs/cache-manager' {
  import { Cache as Manager } from 'cache-manager'
  export interface Cache extends Manager {}
  export abstract class Cache {}
  export class CacheModule {
    static register(options?: any): any
    static registerAsync(options: any): any
  }
  /** Answers GET requests out of the cache. @guard cache */
  export class CacheInterceptor {
    intercept(context: any, next: any): Promise<any>
  }
  export function CacheKey(key: any): any
  export function CacheTTL(ttl: any): any
  export const CACHE_MANAGER: string
}
