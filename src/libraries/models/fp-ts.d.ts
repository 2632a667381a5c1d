/* fp-ts: values that say that something failed. */

declare module 'fp-ts/Either' {
  export interface Left<E> {
    readonly _tag: 'Left'
    readonly left: E
  }
  export interface Right<A> {
    readonly _tag: 'Right'
    readonly right: A
  }
  export type Either<E, A> = Left<E> | Right<A>
  /** @failure */
  export function left<E = never, A = never>(error: E): Either<E, A>
  export function right<E = never, A = never>(value: A): Either<E, A>
  export function isLeft<E>(value: Either<E, unknown>): value is Left<E>
  export function isRight<A>(value: Either<unknown, A>): value is Right<A>
}

declare module 'fp-ts/lib/Either' {
  export * from 'fp-ts/Either'
}

declare module 'fp-ts/TaskEither' {
  import { Either } from 'fp-ts/Either'
  export interface TaskEither<E, A> {
    (): Promise<Either<E, A>>
  }
  /** @failure */
  export function left<E = never, A = never>(error: E): TaskEither<E, A>
  export function right<E = never, A = never>(value: A): TaskEither<E, A>
}

declare module 'fp-ts/lib/TaskEither' {
  export * from 'fp-ts/TaskEither'
}
