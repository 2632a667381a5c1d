/* DataLoader: keys asked for in one turn of the event loop are loaded by one call, and remembered. */

declare module 'dataloader' {
  class DataLoader<K, V, C = K> {
    /** @calls 0 batch */
    constructor(load: DataLoader.BatchLoadFn<K, V>, options?: DataLoader.Options<K, V, C>)
    name: string
    /** @batched */
    load(key: K): Promise<V>
    /** @batched */
    loadMany(keys: ArrayLike<K>): Promise<(V | Error)[]>
    clear(key: K): this
    clearAll(): this
    prime(key: K, value: V | PromiseLike<V> | Error): this
  }
  namespace DataLoader {
    type BatchLoadFn<K, V> = (keys: readonly K[]) => PromiseLike<ArrayLike<V | Error>>
    interface CacheMap<K, V> {
      get(key: K): V | void
      set(key: K, value: V): any
      delete(key: K): any
      clear(): any
    }
    interface Options<K, V, C = K> {
      batch?: boolean
      maxBatchSize?: number
      cache?: boolean
      cacheMap?: CacheMap<C, Promise<V>>
      cacheKeyFn?: (key: K) => C
      batchScheduleFn?: (run: () => void) => void
      name?: string
    }
  }
  export = DataLoader
}
