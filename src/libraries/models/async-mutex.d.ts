/* async-mutex: locks within one process. */

declare module 'async-mutex' {
  export interface MutexInterface {
    /** @effect lock */
    acquire(priority?: number): Promise<MutexInterface.Releaser>
    /** @effect lock @calls 0 once */
    runExclusive<T>(run: () => Promise<T> | T, priority?: number): Promise<T>
    waitForUnlock(priority?: number): Promise<void>
    isLocked(): boolean
    /** @effect unlock */
    release(): void
    cancel(): void
  }
  export namespace MutexInterface {
    interface Releaser {
      /** @effect unlock */
      (): void
    }
  }
  export interface SemaphoreInterface {
    /** @effect lock */
    acquire(weight?: number, priority?: number): Promise<[number, SemaphoreInterface.Releaser]>
    /** @effect lock @calls 0 once */
    runExclusive<T>(run: (value: number) => Promise<T> | T, weight?: number, priority?: number): Promise<T>
    waitForUnlock(weight?: number, priority?: number): Promise<void>
    isLocked(): boolean
    getValue(): number
    setValue(value: number): void
    /** @effect unlock */
    release(weight?: number): void
    cancel(): void
  }
  export namespace SemaphoreInterface {
    interface Releaser {
      /** @effect unlock */
      (): void
    }
  }
  export interface Mutex extends MutexInterface {}
  export class Mutex {
    constructor(cancelError?: Error)
  }
  export interface Semaphore extends SemaphoreInterface {}
  export class Semaphore {
    constructor(value: number, cancelError?: Error)
  }
  /** @returns 0 */
  export function withTimeout<T>(lock: T, timeout: number, error?: Error): T
  /** @returns 0 */
  export function tryAcquire<T>(lock: T, error?: Error): T
  export const E_TIMEOUT: Error
  export const E_ALREADY_LOCKED: Error
  export const E_CANCELED: Error
}
