/* DataLoader: keys asked for in one turn are loaded by one call. */

declare module 'dataloader' {
  class DataLoader<K, V, C = K> {
    /** @calls 0 batch */
    constructor(load: (keys: readonly K[]) => PromiseLike<ArrayLike<V | Error>>, options?: any)
    /** @batched */
    load(key: K): Promise<V>
    /** @batched */
    loadMany(keys: ArrayLike<K>): Promise<(V | Error)[]>
    clear(key: K): this
    clearAll(): this
    prime(key: K, value: any): this
  }
  export = DataLoader
}
