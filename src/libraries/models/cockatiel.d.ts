/* cockatiel: policies that run a function: again, with a time limit, or not at all while the other side is down. */

declare module 'cockatiel' {
  export class Policy {
    orType(type: any, predicate?: any): Policy
    orWhen(predicate: any): Policy
  }
  export const handleAll: Policy
  export function handleType(type: any, predicate?: any): Policy
  export function handleWhen(predicate: any): Policy
  export function handleResultType(type: any, predicate?: any): Policy
  export interface IPolicy<T1 = any, T2 = any> {
    /** @calls 0 */
    execute<T>(fn: (context: any) => T | PromiseLike<T>, signal?: any): Promise<T>
  }
  export class RetryPolicy implements IPolicy {
    /** @calls 0 repeated */
    execute<T>(fn: (context: any) => T | PromiseLike<T>, signal?: any): Promise<T>
    onRetry: any
    onGiveUp: any
  }
  export class CircuitBreakerPolicy implements IPolicy {
    /** @calls 0 @breaker */
    execute<T>(fn: (context: any) => T | PromiseLike<T>, signal?: any): Promise<T>
    onBreak: any
    onReset: any
    isolate(): any
  }
  export class TimeoutPolicy implements IPolicy {
    /** @calls 0 @timeout step */
    execute<T>(fn: (context: any) => T | PromiseLike<T>, signal?: any): Promise<T>
  }
  export class BulkheadPolicy implements IPolicy {
    /** @calls 0 */
    execute<T>(fn: (context: any) => T | PromiseLike<T>, signal?: any): Promise<T>
  }
  /** @retries this options=1 delay=1.backoff when=0 default=none */
  export function retry(policy: Policy, options?: any): RetryPolicy
  /** @breaker */
  export function circuitBreaker(policy: Policy, options: any): CircuitBreakerPolicy
  /** @timeout step */
  export function timeout(duration: number, strategy: any): TimeoutPolicy
  export function bulkhead(limit: number, queue?: number): BulkheadPolicy
  export function fallback(policy: Policy, value: any): IPolicy
  export function wrap(...policies: any[]): IPolicy
  export class ExponentialBackoff<T1 = any> {
    constructor(options?: any)
  }
  export class ConstantBackoff {
    constructor(interval: number)
  }
  export class IterableBackoff {
    constructor(durations: readonly number[])
  }
  export class DelegateBackoff<T1 = any, T2 = any> {
    constructor(fn: any)
  }
  export class ConsecutiveBreaker {
    constructor(threshold: number)
  }
  export class SamplingBreaker {
    constructor(options: any)
  }
  export const TimeoutStrategy: any
}
