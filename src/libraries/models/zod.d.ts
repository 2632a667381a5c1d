/* zod: a schema's type is what its parse returns, so a validated number is a number to the checker. */

declare module 'zod' {
  namespace zod {
    type Shape = { [key: string]: any }
    type OutputOf<T> = T extends { _output: infer Output } ? Output : any
    type OutputOfShape<S> = { [K in keyof S]: OutputOf<S[K]> }
    export interface ZodIssue {
      code: any
      path: any[]
      message: string
    }
    export class ZodError<T = any> extends Error {
      issues: ZodIssue[]
      format(): any
      flatten(): any
    }
    interface SafeParseResult<Input = any, Output = any> {
      success: boolean
      /** @validates this */
      data?: Output
      error?: ZodError<Input>
    }
    export class ZodType<Output = any, Input = any, T3 = any> {
      readonly _output: Output
      readonly _input: Input
      /** @validates 0 throws @returns 0 */
      parse(data: unknown, params?: any): Output
      /** @validates 0 throws @returns 0 */
      parseAsync(data: unknown, params?: any): Promise<Output>
      /** @validates 0 result @returns 0 */
      safeParse(data: unknown, params?: any): SafeParseResult<Input, Output>
      /** @validates 0 result @returns 0 */
      safeParseAsync(data: unknown, params?: any): Promise<SafeParseResult<Input, Output>>
      /** @validates 0 result @returns 0 */
      spa(data: unknown, params?: any): Promise<SafeParseResult<Input, Output>>
      optional(): ZodOptional<this>
      nullable(): ZodNullable<this>
      nullish(): ZodOptional<this>
      default(def: any): ZodDefault<this>
      catch(def: any): ZodCatch<this>
      array(): ZodArray<this>
      or<T>(option: T): ZodType<Output | OutputOf<T>>
      and<T>(incoming: T): ZodType<Output & OutputOf<T>>
      /** @calls 0 once */
      transform<NewOutput>(transform: (value: Output, context?: any) => NewOutput | Promise<NewOutput>): ZodType<NewOutput, Input>
      /** @calls 0 once */
      refine(check: (value: Output) => any, params?: any): this
      /** @calls 0 once */
      superRefine(refinement: (value: Output, context: any) => any): this
      pipe<T>(target: T): ZodType<OutputOf<T>, Input>
      brand(...options: any[]): this
      readonly(): this
      describe(description: string): this
    }
    export type ZodTypeAny<T1 = any, T2 = any, T3 = any> = ZodType
    export type ZodSchema<Output = any, T2 = any, T3 = any> = ZodType<Output>
    export type ZodRawShape = Shape
    export type infer<T> = OutputOf<T>
    export type TypeOf<T> = OutputOf<T>
    export type output<T> = OutputOf<T>
    export type input<T> = T extends { _input: infer Input } ? Input : any

    export class ZodString extends ZodType<string, string> {
      min(...options: any[]): this
      max(...options: any[]): this
      length(...options: any[]): this
      nonempty(...options: any[]): this
      /** @pattern 0 */
      regex(...options: any[]): this
      includes(...options: any[]): this
      startsWith(...options: any[]): this
      endsWith(...options: any[]): this
      email(...options: any[]): this
      url(...options: any[]): this
      uuid(...options: any[]): this
      cuid(...options: any[]): this
      cuid2(...options: any[]): this
      ulid(...options: any[]): this
      nanoid(...options: any[]): this
      datetime(...options: any[]): this
      date(...options: any[]): this
      time(...options: any[]): this
      ip(...options: any[]): this
      jwt(...options: any[]): this
      base64(...options: any[]): this
      trim(...options: any[]): this
      toLowerCase(...options: any[]): this
      toUpperCase(...options: any[]): this
  }
    export class ZodNumber extends ZodType<number, number> {
      /** @bounded 0 */
      max(value: number, params?: any): this
      /** @bounded 0 */
      lte(value: number, params?: any): this
      /** @bounded 0 */
      lt(value: number, params?: any): this
      min(...options: any[]): this
      gte(...options: any[]): this
      gt(...options: any[]): this
      int(...options: any[]): this
      positive(...options: any[]): this
      negative(...options: any[]): this
      nonnegative(...options: any[]): this
      nonpositive(...options: any[]): this
      multipleOf(...options: any[]): this
      finite(...options: any[]): this
      safe(...options: any[]): this
      step(...options: any[]): this
  }
    export class ZodBigInt extends ZodType<bigint, bigint> {
      /** @bounded 0 */
      max(value: bigint, params?: any): this
      min(value: bigint, params?: any): this
    }
    export class ZodBoolean extends ZodType<boolean, boolean> {}
    export class ZodDate extends ZodType<Date, Date> {
      min(value: any, params?: any): this
      max(value: any, params?: any): this
    }
    export class ZodAny extends ZodType<any> {}
    export class ZodUnknown extends ZodType<unknown> {}
    export class ZodEnum<T = any> extends ZodType<T extends readonly (infer U)[] ? U : T extends { [key: string]: infer U } ? U : string> {
      options: any[]
      enum: any
    }
    export class ZodLiteral<T = any> extends ZodType<T, T> {}
    export class ZodArray<T = any, T2 = any> extends ZodType<OutputOf<T>[]> {
      element: T
      /** @bounded 0 */
      max(value: number, params?: any): this
      /** @bounded 0 */
      length(value: number, params?: any): this
      min(value: number, params?: any): this
      nonempty(params?: any): this
    }
    export class ZodObject<S = Shape, T2 = any, T3 = any, T4 = any, T5 = any> extends ZodType<OutputOfShape<S>> {
      readonly shape: S
      extend<A>(shape: A): ZodObject<Omit<S, keyof A> & A>
      merge<A>(other: ZodObject<A>): ZodObject<Omit<S, keyof A> & A>
      pick<K extends keyof S>(mask: { [key in K]?: true }): ZodObject<Pick<S, K>>
      omit<K extends keyof S>(mask: { [key in K]?: true }): ZodObject<Omit<S, K>>
      partial(mask?: any): ZodObject<S>
      required(mask?: any): ZodObject<S>
      strict(message?: any): ZodObject<S>
      strip(): ZodObject<S>
      passthrough(): ZodObject<S>
      catchall(schema: any): ZodObject<S>
      keyof(): ZodEnum<any>
    }
    export class ZodUnion<T = any, T2 = any> extends ZodType<T extends readonly (infer U)[] ? OutputOf<U> : any> {}
    export class ZodRecord<K = any, V = any> extends ZodType<{ [key: string]: OutputOf<V> }> {}
    export class ZodOptional<T = any> extends ZodType<OutputOf<T>> {
      unwrap(): T
    }
    export class ZodNullable<T = any> extends ZodType<OutputOf<T>> {
      unwrap(): T
    }
    export class ZodDefault<T = any> extends ZodType<OutputOf<T>> {}
    export class ZodCatch<T = any> extends ZodType<OutputOf<T>> {}

    export function string(params?: any): ZodString
    export function number(params?: any): ZodNumber
    export function int(params?: any): ZodNumber
    export function bigint(params?: any): ZodBigInt
    export function boolean(params?: any): ZodBoolean
    export function date(params?: any): ZodDate
    export function any(): ZodAny
    export function unknown(): ZodUnknown
    export function uuid(params?: any): ZodString
    export function email(params?: any): ZodString
    export function url(params?: any): ZodString
    export function stringbool(params?: any): ZodBoolean
    export function literal<const T>(value: T, params?: any): ZodLiteral<T>
    export function nativeEnum<T>(values: T, params?: any): ZodEnum<T>
    export function array<T>(element: T, params?: any): ZodArray<T>
    export function object<S extends Shape>(shape?: S, params?: any): ZodObject<S>
    export function strictObject<S extends Shape>(shape: S, params?: any): ZodObject<S>
    export function looseObject<S extends Shape>(shape: S, params?: any): ZodObject<S>
    export function union<T extends readonly any[]>(options: T, params?: any): ZodUnion<T>
    export function discriminatedUnion<T extends readonly any[]>(discriminator: string, options: T, params?: any): ZodUnion<T>
    export function intersection<A, B>(left: A, right: B): ZodType<OutputOf<A> & OutputOf<B>>
    export function record<V = any>(key: any, value?: V, params?: any): ZodRecord<any, V>
    export function tuple(items: any, ...rest: any[]): ZodType<any[]>
    export function map(key: any, value: any): ZodType<Map<any, any>>
    export function set(value: any): ZodType<Set<any>>
    export function optional<T>(schema: T): ZodOptional<T>
    export function nullable<T>(schema: T): ZodNullable<T>
    export function lazy<T>(getter: () => T): ZodType<OutputOf<T>>
    export function preprocess<T>(fn: (value: any, context?: any) => any, schema: T): ZodType<OutputOf<T>>
    export function custom<T = any>(check?: (value: any) => any, params?: any): ZodType<T>
    function enum_<const T>(values: T, params?: any): ZodEnum<T>
    function null_(params?: any): ZodType<null>
    function undefined_(params?: any): ZodType<undefined>
    function void_(params?: any): ZodType<void>
    function instanceof_<T>(cls: new (...args: any[]) => T, params?: any): ZodType<T>
    export { enum_ as enum, null_ as null, undefined_ as undefined, void_ as void, instanceof_ as instanceof }
    export namespace coerce {
      /** @coerces string */
      function string(params?: any): ZodString
      /** @coerces number */
      function number(params?: any): ZodNumber
      /** @coerces number */
      function bigint(params?: any): ZodBigInt
      /** @coerces boolean */
      function boolean(params?: any): ZodBoolean
      /** @coerces date */
      function date(params?: any): ZodDate
    }
    export { zod as z }
  }
  export = zod
}

declare module 'zod/v3' {
  import zod = require('zod')
  export = zod
}
declare module 'zod/v4' {
  import zod = require('zod')
  export = zod
}
