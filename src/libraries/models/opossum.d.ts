/* opossum: a circuit breaker around a function, which it also gives ten seconds unless told otherwise. */

declare module 'opossum' {
  class CircuitBreaker<TI extends unknown[] = unknown[], TR = unknown> {
    /** @breaker @timeout step @calls 0 */
    constructor(action: (...values: TI) => Promise<TR>, options?: CircuitBreaker.Options)
    fire(...values: TI): Promise<TR>
    call(context: any, ...values: TI): Promise<TR>
    fallback(fn: any): this
    on(event: string, listener: (...values: any[]) => void): this
    open(): void
    close(): void
    readonly opened: boolean
    readonly stats: any
  }
  namespace CircuitBreaker {
    type Options<T1 = any> = any
  }
  export = CircuitBreaker
}
