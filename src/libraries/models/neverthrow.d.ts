/* neverthrow: values that say that something failed. */

declare module 'neverthrow' {
  export type Result<T, E> = Ok<T, E> | Err<T, E>
  export class Ok<T, E> {
    readonly value: T
    constructor(value: T)
    isOk(): boolean
    isErr(): boolean
    unwrapOr<A>(value: A): T | A
  }
  export class Err<T, E> {
    readonly error: E
    constructor(error: E)
    isOk(): boolean
    isErr(): boolean
    unwrapOr<A>(value: A): T | A
  }
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
    then<A, B>(onFulfilled?: (result: Result<T, E>) => A, onRejected?: (reason: unknown) => B): Promise<A | B>
  }
}
