/* Superstruct: functions check a value against a struct. */

declare module 'superstruct' {
  export class Struct<T = any, S = any> {
    readonly TYPE: T
    type: string
    schema: S
    /** @validates 0 throws */
    assert(value: unknown, message?: string): void
    /** @validates 0 throws @returns 0 */
    create(value: unknown, message?: string): T
    /** @validates 0 result */
    is(value: unknown): boolean
    /** @validates 0 throws @returns 0 */
    mask(value: unknown, message?: string): T
    /** @validates 0 result @returns 0 */
    validate(value: unknown, options?: any): any
  }
  export class StructError extends TypeError {
    value: any
    path: any[]
    failures: () => any[]
  }
  type OutputOf<S> = S extends { readonly TYPE: infer T } ? T : any
  export type Infer<S> = OutputOf<S>
  /** @validates 0 throws */
  export function assert<T, S>(value: unknown, struct: Struct<T, S>, message?: string): asserts value is T
  /** @validates 0 throws @returns 0 */
  export function create<T, S>(value: unknown, struct: Struct<T, S>, message?: string): T
  /** @validates 0 throws @returns 0 */
  export function mask<T, S>(value: unknown, struct: Struct<T, S>, message?: string): T
  /** @validates 0 result */
  export function is<T, S>(value: unknown, struct: Struct<T, S>): value is T
  /** @validates 0 result @returns 0 */
  export function validate<T, S>(value: unknown, struct: Struct<T, S>, options?: any): any
  export function any(): Struct<any>
  export function unknown(): Struct<unknown>
  export function string(): Struct<string>
  export function number(): Struct<number>
  export function integer(): Struct<number>
  export function boolean(): Struct<boolean>
  export function bigint(): Struct<bigint>
  export function date(): Struct<Date>
  export function literal<T>(constant: T): Struct<T>
  export function enums<T>(values: readonly T[]): Struct<T>
  export function object<S>(schema?: S): Struct<{ [K in keyof S]: OutputOf<S[K]> }>
  export function type<S>(schema: S): Struct<{ [K in keyof S]: OutputOf<S[K]> }>
  export function array<T>(element?: Struct<T, any>): Struct<T[]>
  export function record(key: any, value: any): Struct<any>
  export function tuple(structs: any): Struct<any>
  export function union(structs: any): Struct<any>
  export function intersection(structs: any): Struct<any>
  export function optional<T>(struct: Struct<T, any>): Struct<T>
  export function nullable<T>(struct: Struct<T, any>): Struct<T>
  export function defaulted<T>(struct: Struct<T, any>, fallback: any, options?: any): Struct<T>
  export function coerce<T>(struct: Struct<T, any>, condition: any, coercer: (value: any) => any): Struct<T>
  export function define<T>(name: string, validator: (value: any, context?: any) => any): Struct<T>
  export function refine<T>(struct: Struct<T, any>, name: string, refiner: (value: T, context?: any) => any): Struct<T>
  /** @pattern 1 */
  export function pattern<T>(struct: Struct<T, any>, regexp: RegExp): Struct<T>
  export function size<T>(struct: Struct<T, any>, min: number, max?: number): Struct<T>
  export function min<T>(struct: Struct<T, any>, threshold: any, options?: any): Struct<T>
  /** @bounded 1 */
  export function max<T>(struct: Struct<T, any>, threshold: any, options?: any): Struct<T>
  export function nonempty<T>(struct: Struct<T, any>): Struct<T>
  export function trimmed<T>(struct: Struct<T, any>): Struct<T>
  export function assign(...structs: any[]): Struct<any>
  export function pick(struct: any, keys: any): Struct<any>
  export function omit(struct: any, keys: any): Struct<any>
  export function partial(struct: any): Struct<any>
}
