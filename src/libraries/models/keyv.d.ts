/* Keyv: one interface over stores of keys and values. */

declare module 'keyv' {
  import EventEmitter = require('events')
  export class Keyv<Value = any> extends EventEmitter {
    constructor(store?: any, options?: any)
    namespace: string
    ttl: number
    /** @effect cache-read */
    get<T = Value>(key: string, options?: any): Promise<T>
    /** @effect cache-read */
    getMany<T = Value>(keys: string[], options?: any): Promise<T[]>
    /** @effect cache-read */
    has(key: string): Promise<boolean>
    /** @effect cache-write */
    set<T = Value>(key: string, value: T, ttl?: number): Promise<boolean>
    /** @effect cache-write */
    setMany(entries: any[]): Promise<boolean[]>
    /** @effect cache-delete */
    delete(key: string | string[]): Promise<boolean>
    /** @effect cache-delete */
    deleteMany(keys: string[]): Promise<boolean>
    /** @effect cache-delete */
    clear(): Promise<void>
    disconnect(): Promise<void>
  }
  export default Keyv
}
