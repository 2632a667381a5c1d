/* The p- family: iteration and queues of promises. */

declare module 'p-map' {
  type Input<T> = Iterable<T | PromiseLike<T>> | AsyncIterable<T | PromiseLike<T>>
  /** @iterates 0 1 */
  function pMap<T, R>(input: Input<T>, mapper: pMap.Mapper<T, R>, options?: pMap.Options): Promise<R[]>
  namespace pMap {
    interface Options {
      readonly concurrency?: number
      readonly stopOnError?: boolean
      readonly signal?: AbortSignal
    }
    interface IterableOptions {
      readonly concurrency?: number
      readonly backpressure?: number
    }
    type Mapper<T = any, R = unknown> = (element: T, index: number) => R | Promise<R>
    /** @iterates 0 1 */
    function pMapIterable<T, R>(input: Input<T>, mapper: Mapper<T, R>, options?: IterableOptions): AsyncIterable<R>
    /** @iterates 0 1 */
    function pMapSettled<T, R>(input: Input<T>, mapper: Mapper<T, R>, options?: Options): Promise<PromiseSettledResult<R>[]>
    /** @iterates 0 1 */
    function pMapKeyed(input: any, mapper: (value: any, key: any) => any, options?: Options): Promise<any>
    const pMapSkip: any
    const pMapStop: any
  }
  export = pMap
}

declare module 'p-limit' {
  function pLimit(concurrency: number | pLimit.Options): pLimit.LimitFunction
  namespace pLimit {
    interface Options {
      readonly concurrency: number
    }
    interface LimitFunction {
      readonly activeCount: number
      readonly pendingCount: number
      concurrency: number
      clearQueue(): void
      /** @iterates 0 1 */
      map<T, R>(iterable: Iterable<T>, mapper: (input: T, index: number) => R | PromiseLike<R>): Promise<R[]>
      /** @calls 0 once */
      <A extends unknown[], R>(fn: (...args: A) => R | PromiseLike<R>, ...args: A): Promise<R>
    }
    /** @returns 0 */
    function limitFunction<A extends unknown[], R>(fn: (...args: A) => PromiseLike<R>, options: Options): (...args: A) => Promise<R>
  }
  export = pLimit
}

declare module 'p-queue' {
  import EventEmitter = require('events')
  class PQueue<T1 = any, T2 = any> extends EventEmitter {
    constructor(options?: {
      concurrency?: number
      autoStart?: boolean
      interval?: number
      intervalCap?: number
      timeout?: number
      [option: string]: any
    })
    concurrency: number
    timeout?: number
    readonly size: number
    readonly pending: number
    readonly isPaused: boolean
    /** @calls 0 once */
    add<R>(fn: (options?: any) => R | PromiseLike<R>, options?: any): Promise<R>
    /** @calls 0 once */
    addAll<R>(fns: readonly ((options?: any) => R | PromiseLike<R>)[], options?: any): Promise<R[]>
    start(): this
    pause(): void
    clear(): void
    setPriority(id: string, priority: number): void
    sizeBy(options: any): number
    onEmpty(): Promise<void>
    onIdle(): Promise<void>
    onSizeLessThan(limit: number): Promise<void>
  }
  export default PQueue
}

declare module 'p-each-series' {
  /** @iterates 0 1 @returns 0 */
  function pEachSeries<T>(input: Iterable<T | PromiseLike<T>>, iterator: (element: T, index: number) => any): Promise<T[]>
  namespace pEachSeries {
    const stop: any
  }
  export = pEachSeries
}

declare module 'p-all' {
  /** @calls 0 once */
  function pAll<R = any>(tasks: readonly (() => R | PromiseLike<R>)[], options?: { concurrency?: number; stopOnError?: boolean }): Promise<R[]>
  export = pAll
}

declare module 'p-props' {
  /** @iterates 0 1 @collects 0 @propagates 0 */
  function pProps(input: any, mapper?: (value: any, key: any) => any, options?: { concurrency?: number }): Promise<any>
  export = pProps
}

declare module 'p-filter' {
  type Input<T> = Iterable<T | PromiseLike<T>> | AsyncIterable<T | PromiseLike<T>>
  /** @iterates 0 1 @returns 0 */
  function pFilter<T>(input: Input<T>, filterer: (element: T, index: number) => boolean | PromiseLike<boolean>, options?: { concurrency?: number }): Promise<T[]>
  namespace pFilter {
    /** @iterates 0 1 @returns 0 */
    function pFilterIterable<T>(input: Input<T>, filterer: (element: T, index: number) => any, options?: any): AsyncIterable<T>
  }
  export = pFilter
}

declare module 'p-reduce' {
  /** @iterates 0 1 @propagates 0 2 */
  function pReduce<T, R = T>(
    input: Iterable<T | PromiseLike<T>>,
    reducer: (previous: R, current: T, index: number) => R | PromiseLike<R>,
    initial?: R,
  ): Promise<R>
  export = pReduce
}
