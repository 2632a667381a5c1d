/* io-ts: codecs decode to an Either; a Left is a rejected value. */

declare module 'io-ts' {
  export class Type<A = any, O = A, I = unknown> {
    readonly _A: A
    readonly name: string
    /** @validates 0 result @returns 0 */
    decode(value: I): any
    /** @validates 0 result */
    is(value: unknown): value is A
    encode(value: A): O
    pipe(codec: any, name?: string): any
  }
  export type Mixed = Type<any, any, any>
  export type Any = Type<any, any, any>
  export type TypeOf<C> = C extends { readonly _A: infer A } ? A : any
  type Values<P> = { [K in keyof P]: TypeOf<P[K]> }
  export const string: Type<string>
  export const number: Type<number>
  export const boolean: Type<boolean>
  export const bigint: Type<bigint>
  export const unknown: Type<unknown>
  export const UnknownRecord: Type<{ [key: string]: unknown }>
  export const Int: Type<number>
  export function type<P>(props: P, name?: string): Type<Values<P>>
  export function partial<P>(props: P, name?: string): Type<Partial<Values<P>>>
  export function strict<P>(props: P, name?: string): Type<Values<P>>
  export function exact<C>(codec: C, name?: string): C
  export function array<C>(item: C, name?: string): Type<TypeOf<C>[]>
  export function record(domain: any, codomain: any, name?: string): Type<any>
  export function union(codecs: any, name?: string): Type<any>
  export function intersection(codecs: any, name?: string): Type<any>
  export function literal<T>(value: T, name?: string): Type<T>
  export function keyof<D>(keys: D, name?: string): Type<keyof D>
  export function tuple(codecs: any, name?: string): Type<any>
  export function recursion(name: string, definition: any): Type<any>
  export function brand(codec: any, predicate: any, name: any): Type<any>
  export function readonly<C>(codec: C, name?: string): C
}
