/* Bluebird: promises with iteration. */

declare module 'bluebird' {
  class Bluebird<R> implements PromiseLike<R> {
    /** @calls 0 once */
    constructor(callback: (resolve: (value?: R | PromiseLike<R>) => void, reject: (error?: any) => void, onCancel?: any) => void)
    /** @calls 0 @calls 1 */
    then<U = R, V = never>(
      onFulfill?: (value: R) => U | PromiseLike<U>,
      onReject?: (error: any) => V | PromiseLike<V>,
    ): Bluebird<U | V>
    /** @calls last @returns this */
    catch<U = R>(...filtersAndHandler: any[]): Bluebird<U | R>
    /** @calls last @returns this */
    error<U = R>(onReject: (reason: any) => U | PromiseLike<U>): Bluebird<U | R>
    /** @calls 0 cleanup @returns this */
    finally(handler: () => any): Bluebird<R>
    /** @calls 0 @returns this */
    tap(handler: (value: R) => any): Bluebird<R>
    /** @calls last @returns this */
    tapCatch(...filtersAndHandler: any[]): Bluebird<R>
    /** @calls 0 */
    spread<U = any>(handler: (...values: any[]) => U | PromiseLike<U>): Bluebird<U>
    /** @returns this */
    bind(thisArg: any): Bluebird<R>
    /** @returns this */
    delay(ms: number): Bluebird<R>
    /** @returns this */
    timeout(ms: number, message?: string | Error): Bluebird<R>
    /** @returns this @calls 0 */
    asCallback(callback?: (err: any, value?: R) => void, options?: any): this
    /** @returns this @calls 0 */
    nodeify(callback?: (err: any, value?: R) => void, options?: any): this
    return<U>(value?: U): Bluebird<U>
    thenReturn<U>(value?: U): Bluebird<U>
    /** @returns this */
    get(key: any): Bluebird<any>
    /** @returns this */
    reflect(): Bluebird<any>
    /** @collects this @returns this */
    all(): Bluebird<any>
    /** @collects this @returns this */
    props(): Bluebird<any>
    /** @iterates this 0 */
    map<U = any>(iterator: (item: any, index: number, length: number) => U | PromiseLike<U>, options?: Bluebird.ConcurrencyOption): Bluebird<U[]>
    /** @iterates this 0 */
    mapSeries<U = any>(iterator: (item: any, index: number, length: number) => U | PromiseLike<U>): Bluebird<U[]>
    /** @iterates this 0 @returns this */
    each(iterator: (item: any, index: number, length: number) => any): Bluebird<R>
    /** @iterates this 0 @returns this */
    filter(iterator: (item: any, index: number, length: number) => any, options?: Bluebird.ConcurrencyOption): Bluebird<R>
    /** @iterates this 0 @propagates this 1 */
    reduce<U = any>(reducer: (memo: U, item: any, index: number, length: number) => U | PromiseLike<U>, initial?: U): Bluebird<U>
    cancel(): void
    isFulfilled(): boolean
    isRejected(): boolean
    isPending(): boolean
    value(): R
    reason(): any

    static resolve<T = void>(value?: T | PromiseLike<T>): Bluebird<T>
    static reject(reason?: any): Bluebird<never>
    /** @effect sleep */
    static delay<T = void>(ms: number, value?: T | PromiseLike<T>): Bluebird<T>
    /** @calls 0 once */
    static try<T>(fn: () => T | PromiseLike<T>): Bluebird<T>
    /** @calls 0 once */
    static attempt<T>(fn: () => T | PromiseLike<T>): Bluebird<T>
    /** @returns 0 */
    static method<F>(fn: F): F
    /** @returns 0 */
    static coroutine(fn: (...args: any[]) => any): (...args: any[]) => Bluebird<any>
    /** @returns 0 */
    static promisify(fn: (...args: any[]) => any, options?: any): (...args: any[]) => Bluebird<any>
    /** @returns 0 */
    static promisifyAll<T>(target: T, options?: any): T & { [method: string]: any }
    /** @calls 0 once */
    static fromCallback<T = any>(resolver: (callback: (err: any, result?: T) => void) => void, options?: any): Bluebird<T>
    /** @calls 0 once */
    static fromNode<T = any>(resolver: (callback: (err: any, result?: T) => void) => void, options?: any): Bluebird<T>
    /** @collects 0 @propagates 0 */
    static all<T>(values: Iterable<T | PromiseLike<T>> | PromiseLike<Iterable<T | PromiseLike<T>>>): Bluebird<Awaited<T>[]>
    /** @collects 0 @propagates 0 */
    static allSettled<T>(values: Iterable<T | PromiseLike<T>>): Bluebird<any[]>
    /** @collects 0 @propagates 0 */
    static props(object: any): Bluebird<any>
    /** @collects 0 @propagates 0 */
    static any<T>(values: Iterable<T | PromiseLike<T>>): Bluebird<T>
    /** @collects 0 @propagates 0 */
    static some<T>(values: Iterable<T | PromiseLike<T>>, count: number): Bluebird<T[]>
    /** @collects 0 @propagates 0 */
    static race<T>(values: Iterable<T | PromiseLike<T>>): Bluebird<T>
    /** @collects 0+ @calls last */
    static join(...valuesAndHandler: any[]): Bluebird<any>
    /** @iterates 0 1 */
    static map<T, U = any>(
      values: Bluebird.Values<T>,
      iterator: (item: T, index: number, length: number) => U | PromiseLike<U>,
      options?: Bluebird.ConcurrencyOption,
    ): Bluebird<U[]>
    /** @iterates 0 1 */
    static mapSeries<T, U = any>(
      values: Bluebird.Values<T>,
      iterator: (item: T, index: number, length: number) => U | PromiseLike<U>,
    ): Bluebird<U[]>
    /** @iterates 0 1 @returns 0 */
    static each<T>(values: Bluebird.Values<T>, iterator: (item: T, index: number, length: number) => any): Bluebird<T[]>
    /** @iterates 0 1 @returns 0 */
    static filter<T>(
      values: Bluebird.Values<T>,
      filterer: (item: T, index: number, length: number) => any,
      options?: Bluebird.ConcurrencyOption,
    ): Bluebird<T[]>
    /** @iterates 0 1 @propagates 0 2 */
    static reduce<T, U = any>(
      values: Bluebird.Values<T>,
      reducer: (total: U, item: T, index: number, length: number) => U | PromiseLike<U>,
      initial?: U,
    ): Bluebird<U>
    /** @calls last once */
    static using(...disposersAndExecutor: any[]): Bluebird<any>
    static config(options: any): void
  }
  namespace Bluebird {
    type Values<T> = Iterable<T | PromiseLike<T>> | PromiseLike<Iterable<T | PromiseLike<T>>>
    interface ConcurrencyOption {
      concurrency: number
    }
    class CancellationError extends Error {}
    class TimeoutError extends Error {}
    class OperationalError extends Error {}
    class AggregateError extends Error {}
  }
  export = Bluebird
}
