/* neverthrow: values that say that something failed. */

declare module 'neverthrow' {
  export type Result<T, E> = Ok<T, E> | Err<T, E>
  export namespace Result {
    function fromThrowable<A extends readonly any[], R, E>(run: (...given: A) => R, onError?: (error: unknown) => E): (...given: A) => Result<R, E>
    function combine(results: readonly any[]): Result<any[], any>
  }
  interface Outcome<T, E> {
    isOk(): this is Ok<T, E>
    isErr(): this is Err<T, E>
    unwrapOr<A>(value: A): T | A
    /** @calls 0 */
    map<A>(onOk: (value: T) => A): Result<A, E>
    /** @calls 0 */
    mapErr<F>(onErr: (error: E) => F): Result<T, F>
    /** @calls 0 */
    andThen<A, F>(onOk: (value: T) => Result<A, F>): Result<A, E | F>
    /** @calls 0 */
    orElse<A, F>(onErr: (error: E) => Result<A, F>): Result<T | A, F>
    /** @calls 0 */
    asyncMap<A>(onOk: (value: T) => Promise<A>): ResultAsync<A, E>
    /** @calls 0 */
    asyncAndThen<A, F>(onOk: (value: T) => ResultAsync<A, F>): ResultAsync<A, E | F>
    /**
     * @calls 0
     * @calls 1
     */
    match<A, B = A>(onOk: (value: T) => A, onErr: (error: E) => B): A | B
  }
  export class Ok<T, E> implements Outcome<T, E> {
    readonly value: T
    constructor(value: T)
  }
  export interface Ok<T, E> extends Outcome<T, E> {}
  export class Err<T, E> implements Outcome<T, E> {
    readonly error: E
    constructor(error: E)
  }
  export interface Err<T, E> extends Outcome<T, E> {}
  export function ok<T, E = never>(value: T): Ok<T, E>
  /** @failure */
  export function err<T = never, E = unknown>(error: E): Err<T, E>
  export function okAsync<T, E = never>(value: T): ResultAsync<T, E>
  /** @failure */
  export function errAsync<T = never, E = unknown>(error: E): ResultAsync<T, E>
  /** @settles result */
  export class ResultAsync<T, E> {
    static fromPromise<T, E>(promise: PromiseLike<T>, onError: (error: unknown) => E): ResultAsync<T, E>
    static fromSafePromise<T, E = never>(promise: PromiseLike<T>): ResultAsync<T, E>
    static fromThrowable<A extends readonly any[], R, E>(run: (...given: A) => Promise<R>, onError?: (error: unknown) => E): (...given: A) => ResultAsync<R, E>
    static combine(results: readonly any[]): ResultAsync<any[], any>
    static combineWithAllErrors(results: readonly any[]): ResultAsync<any[], any[]>
    /** @calls 0 */
    map<A>(onOk: (value: T) => A | Promise<A>): ResultAsync<A, E>
    /** @calls 0 */
    mapErr<F>(onErr: (error: E) => F | Promise<F>): ResultAsync<T, F>
    /** @calls 0 */
    andThen<A, F>(onOk: (value: T) => Result<A, F> | ResultAsync<A, F>): ResultAsync<A, E | F>
    /** @calls 0 */
    andThrough<F>(onOk: (value: T) => Result<unknown, F> | ResultAsync<unknown, F>): ResultAsync<T, E | F>
    /** @calls 0 once catches */
    andTee(onOk: (value: T) => unknown): ResultAsync<T, E>
    /** @calls 0 once catches */
    orTee(onErr: (error: E) => unknown): ResultAsync<T, E>
    /** @calls 0 */
    orElse<A, F>(onErr: (error: E) => Result<A, F> | ResultAsync<A, F>): ResultAsync<T | A, F>
    /**
     * @calls 0
     * @calls 1
     * @settles never
     */
    match<A, B = A>(onOk: (value: T) => A, onErr: (error: E) => B): Promise<A | B>
    /** @settles never */
    unwrapOr<A>(value: A): Promise<T | A>
    then<A, B>(onFulfilled?: (result: Result<T, E>) => A, onRejected?: (reason: unknown) => B): Promise<A | B>
  }
}
