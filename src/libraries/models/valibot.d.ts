/* Valibot: schemas are values, functions parse with them. */

declare module 'valibot' {
  export interface BaseSchema<Input = any, Output = any, Issue = any> {
    readonly kind: 'schema'
    readonly type: string
    readonly expects: string
  }
  export type GenericSchema<Input = any, Output = Input, T3 = any> = BaseSchema<Input, Output>
  export type InferOutput<T> = T extends BaseSchema<any, infer Output, any> ? Output : any
  export type InferInput<T> = any
  type OutputOfShape<S> = { [K in keyof S]: InferOutput<S[K]> }
  export interface SafeParseResult<T = any> {
    typed: boolean
    success: boolean
    output: any
    issues: any
  }
  /** @validates 1 throws @returns 1 */
  export function parse<S>(schema: S, input: unknown, config?: any): InferOutput<S>
  /** @validates 1 throws @returns 1 */
  export function parseAsync<S>(schema: S, input: unknown, config?: any): Promise<InferOutput<S>>
  /** @validates 1 result @returns 1 */
  export function safeParse<S>(schema: S, input: unknown, config?: any): SafeParseResult<S>
  /** @validates 1 result @returns 1 */
  export function safeParseAsync<S>(schema: S, input: unknown, config?: any): Promise<SafeParseResult<S>>
  /** @validates 1 result */
  export function is<S>(schema: S, input: unknown): boolean
  /** @validates 1 throws */
  export function assert<S>(schema: S, input: unknown): void
  export function parser(schema: any, config?: any): any
  export function safeParser(schema: any, config?: any): any
  export class ValiError<T = any> extends Error {
    issues: any
  }
  export function flatten(issues: any): any

  export function string(message?: any): BaseSchema<string, string>
  export function number(message?: any): BaseSchema<number, number>
  export function bigint(message?: any): BaseSchema<bigint, bigint>
  export function boolean(message?: any): BaseSchema<boolean, boolean>
  export function date(message?: any): BaseSchema<Date, Date>
  export function any(): BaseSchema<any, any>
  export function unknown(): BaseSchema<unknown, unknown>
  export function literal<const T>(value: T, message?: any): BaseSchema<T, T>
  export function picklist<const T extends readonly any[]>(options: T, message?: any): BaseSchema<T[number], T[number]>
  function enum_(values: any, message?: any): BaseSchema<any, any>
  export { enum_ as enum }
  export function object<S>(entries: S, message?: any): BaseSchema<any, OutputOfShape<S>>
  export function strictObject<S>(entries: S, message?: any): BaseSchema<any, OutputOfShape<S>>
  export function looseObject<S>(entries: S, message?: any): BaseSchema<any, OutputOfShape<S>>
  export function array<S>(item: S, message?: any): BaseSchema<any, InferOutput<S>[]>
  export function tuple(items: any, message?: any): BaseSchema<any, any[]>
  export function record(key: any, value: any, message?: any): BaseSchema<any, any>
  export function union(options: any, message?: any): BaseSchema<any, any>
  export function variant(key: string, options: any, message?: any): BaseSchema<any, any>
  export function optional<S>(schema: S, fallback?: any): S
  export function nullable<S>(schema: S, fallback?: any): S
  export function nullish<S>(schema: S, fallback?: any): S
  export function partial<S>(schema: S, keys?: any): S
  export function pick<S>(schema: S, keys: any): S
  export function omit<S>(schema: S, keys: any): S
  export function pipe<S>(schema: S, ...items: any[]): S
  export function lazy(getter: (input: unknown) => any): BaseSchema<any, any>
  export function minLength(requirement: any, message?: any): any
  export function maxLength(requirement: any, message?: any): any
  export function minValue(requirement: any, message?: any): any
  /** @bounded 0 */
  export function maxValue(requirement: any, message?: any): any
  export function length(requirement: any, message?: any): any
  export function nonEmpty(message?: any): any
  export function email(message?: any): any
  export function url(message?: any): any
  export function uuid(message?: any): any
  /** @pattern 0 */
  export function regex(requirement: RegExp, message?: any): any
  export function integer(message?: any): any
  export function trim(): any
  export function toLowerCase(): any
  export function isoDate(message?: any): any
  export function isoTimestamp(message?: any): any
  export function transform(operation: (input: any) => any): any
  export function check(requirement: (input: any) => boolean, message?: any): any
}
