/* Redlock 4 and 5: locks in Redis that several processes share. */

declare module 'redlock' {
  import EventEmitter = require('events')
  class Redlock extends EventEmitter {
    constructor(clients: Iterable<any>, options?: Redlock.Options, scripts?: any)
    /** @effect lock */
    acquire(resource: string | string[], ttl: number, options?: any): Promise<Redlock.Lock>
    /** @effect lock */
    lock(resource: string | string[], ttl: number, callback?: (error: any, lock: Redlock.Lock) => void): Promise<Redlock.Lock>
    /** @effect lock */
    disposer(resource: string, ttl: number, onError?: any): any
    /** Since 5. @effect lock @calls last once */
    using<T>(resources: string[], ttl: number, options: any, run?: (signal: any) => Promise<T>): Promise<T>
    /** @effect unlock */
    release(lock: Redlock.Lock, options?: any): Promise<any>
    /** @effect unlock */
    unlock(lock: Redlock.Lock, callback?: (error: any) => void): Promise<void>
    extend(lock: Redlock.Lock, ttl: number, options?: any): Promise<Redlock.Lock>
    quit(callback?: any): Promise<void>
  }
  namespace Redlock {
    interface Options {
      driftFactor?: number
      retryCount?: number
      retryDelay?: number
      retryJitter?: number
    }
    class Lock {
      value: string
      expiration: number
      attempts: any
      /** @effect unlock */
      unlock(callback?: (error: any) => void): Promise<void>
      /** Since 5. @effect unlock */
      release(): Promise<any>
      extend(ttl: number, callback?: any): Promise<Lock>
    }
    class LockError extends Error {}
  }
  export = Redlock
}
