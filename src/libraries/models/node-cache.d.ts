/* node-cache: a cache in the memory of the process. */

declare module 'node-cache' {
  import EventEmitter = require('events')
  class NodeCache extends EventEmitter {
    constructor(options?: NodeCache.Options)
    options: NodeCache.Options
    /** @effect cache-read */
    get<T = any>(key: NodeCache.Key): T
    /** @effect cache-read */
    mget<T = any>(keys: NodeCache.Key[]): { [key: string]: T }
    /** @effect cache-read */
    take<T = any>(key: NodeCache.Key): T
    /** @effect cache-read */
    has(key: NodeCache.Key): boolean
    /** @effect cache-write */
    set<T = any>(key: NodeCache.Key, value: T, ttl?: number | string): boolean
    /** @effect cache-write */
    mset<T = any>(entries: NodeCache.ValueSetItem<T>[]): boolean
    /** @effect cache-delete */
    del(keys: NodeCache.Key | NodeCache.Key[]): number
    /** @effect cache-write */
    ttl(key: NodeCache.Key, ttl?: number): boolean
    getTtl(key: NodeCache.Key): number
    keys(): string[]
    getStats(): NodeCache.Stats
    /** @effect cache-delete */
    flushAll(): void
    flushStats(): void
    close(): void
  }
  namespace NodeCache {
    type Key = string | number
    type ValueSetItem<T = any> = { key: Key; val: T; ttl?: number }
    interface Options {
      stdTTL?: number
      checkperiod?: number
      useClones?: boolean
      deleteOnExpire?: boolean
      maxKeys?: number
    }
    interface Stats {
      hits: number
      misses: number
      keys: number
      ksize: number
      vsize: number
    }
  }
  export = NodeCache
}
