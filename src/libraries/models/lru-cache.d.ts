/* lru-cache: a bounded cache in the memory of the process. Versions before 8 export the class as the module itself. */

declare module 'lru-cache' {
  export namespace LRUCache {
    interface Options<K, V, FC = unknown> {
      max?: number
      ttl?: number
      maxSize?: number
      allowStale?: boolean
      updateAgeOnGet?: boolean
      sizeCalculation?: (value: V, key: K) => number
      dispose?: (value: V, key: K, reason: any) => void
      fetchMethod?: (key: K, stale: V, options: any) => V | Promise<V>
      memoMethod?: (key: K, stale: V, options: any) => V
      ttlAutopurge?: boolean
    }
  }
  export class LRUCache<K = any, V = any, FC = unknown> {
    constructor(options?: LRUCache.Options<K, V, FC> | number)
    max: number
    ttl: number
    readonly size: number
    readonly calculatedSize: number
    /** @effect cache-read */
    get(key: K, options?: any): V
    /** @effect cache-read */
    peek(key: K, options?: any): V
    /** @effect cache-read */
    has(key: K, options?: any): boolean
    /** The method that loads is given to the constructor. @effect cache-read */
    fetch(key: K, options?: any): Promise<V>
    /** @effect cache-read */
    memo(key: K, options?: any): V
    /** @effect cache-write */
    set(key: K, value: V, options?: any): this
    /** @effect cache-delete */
    delete(key: K): boolean
    /** @effect cache-delete */
    clear(): void
    /** @effect cache-delete */
    pop(): V
    /** @effect cache-delete */
    del(key: K): void
    /** @effect cache-delete */
    reset(): void
    purgeStale(): boolean
    getRemainingTTL(key: K): number
    keys(): IterableIterator<K>
    values(): IterableIterator<V>
    entries(): IterableIterator<[K, V]>
    /** @iterates this 0 */
    forEach(run: (value: V, key: K, cache: this) => any, self?: any): void
    /** @iterates this 0 */
    find(matches: (value: V, key: K, cache: this) => boolean, options?: any): V
    [Symbol.iterator](): IterableIterator<[K, V]>
  }
  export default LRUCache
}
