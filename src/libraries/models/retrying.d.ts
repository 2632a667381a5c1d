/* Packages that run a function again until it succeeds. Delays are in milliseconds. */

declare module 'p-retry' {
  /** @returns 0 */
  export function makeRetriable<A extends readonly unknown[], R>(fn: (...values: A) => R | PromiseLike<R>, options?: any): (...values: A) => Promise<R>
  /** @calls 0 repeated @retries 0 options=1 delay=1.minTimeout factor=1.factor cap=1.maxTimeout jitter=1.randomize when=1.shouldRetry,1.onFailedAttempt default=exponential */
  export default function pRetry<T>(input: (attempt: number) => Promise<T> | T, options?: any): Promise<T>
  export class AbortError extends Error {
    constructor(message: any)
  }
  export type Options = any
}

declare module 'async-retry' {
  /** @calls 0 repeated @retries 0 options=1 delay=1.minTimeout factor=1.factor cap=1.maxTimeout jitter=1.randomize default=exponential */
  function retry<T>(fn: (bail: (error: any) => void, attempt: number) => T | Promise<T>, options?: any): Promise<T>
  namespace retry {
    type Options<T1 = any> = any
  }
  export = retry
}

declare module 'promise-retry' {
  /** @calls 0|1 repeated @retries 0|1 options=1|0 delay=1.minTimeout,0.minTimeout factor=1.factor,0.factor cap=1.maxTimeout,0.maxTimeout jitter=1.randomize,0.randomize default=exponential */
  function promiseRetry<T>(fn: any, options?: any): Promise<T>
  export = promiseRetry
}

declare module 'retry' {
  export interface RetryOperation {
    /** @calls 0 repeated */
    attempt(fn: (attempt: number) => void, timeout?: any): void
    retry(error?: any): boolean
    mainError(): any
    errors(): any[]
    attempts(): number
    stop(): void
  }
  /** @retries return options=0 delay=0.minTimeout factor=0.factor cap=0.maxTimeout jitter=0.randomize default=exponential */
  export function operation(options?: any): RetryOperation
  export function timeouts(options?: any): number[]
}

declare module 'exponential-backoff' {
  /** @calls 0 repeated @retries 0 options=1 delay=1.startingDelay factor=1.timeMultiple cap=1.maxDelay jitter=1.jitter when=1.retry default=exponential */
  export function backOff<T>(request: () => Promise<T>, options?: any): Promise<T>
  export type BackoffOptions = any
  export type IBackOffOptions = any
}

declare module 'axios-retry' {
  interface AxiosRetry {
    /** @retries 0 options=1 delay=1.retryDelay when=1.retryCondition default=none */
    (client: any, options?: any): any
    isNetworkError(error: any): boolean
    isRetryableError(error: any): boolean
    isNetworkOrIdempotentRequestError(error: any): boolean
    exponentialDelay(attempt?: number, error?: any, factor?: number): number
    linearDelay(factor?: number): any
  }
  /** @retries 0 options=1 delay=1.retryDelay when=1.retryCondition default=none */
  const axiosRetry: AxiosRetry
  export default axiosRetry
  export function isNetworkError(error: any): boolean
  export function isRetryableError(error: any): boolean
  export function isNetworkOrIdempotentRequestError(error: any): boolean
  export function exponentialDelay(attempt?: number, error?: any, factor?: number): number
  export function linearDelay(factor?: number): any
  export type IAxiosRetryConfig = any
}

declare module 'p-timeout' {
  /** @timeout step */
  export default function pTimeout<T>(input: PromiseLike<T>, options: any): Promise<T>
  export class TimeoutError extends Error {}
}

declare module 'bottleneck' {
  class Bottleneck {
    constructor(options?: any)
    /** @calls 0|1 */
    schedule<T>(...values: any[]): Promise<T>
    wrap(fn: any): any
    on(event: string, listener: (...values: any[]) => void): void
    stop(options?: any): Promise<void>
  }
  export default Bottleneck
}
