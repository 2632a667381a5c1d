/* yup: schemas that return the checked value, or reject. */

declare module 'yup' {
  type OutputOf<T> = T extends { readonly __outputType: infer Output } ? Output : any
  type OutputOfShape<S> = { [K in keyof S]: OutputOf<S[K]> }
  export class ValidationError extends Error {
    value: any
    path?: string
    errors: string[]
    inner: ValidationError[]
    static isError(error: any): boolean
  }
  export class Schema<T = any, T2 = any, T3 = any, T4 = any> {
    readonly __outputType: T
    /** @validates 0 throws @returns 0 */
    validate(value: any, options?: any): Promise<T>
    /** @validates 0 throws @returns 0 */
    validateSync(value: any, options?: any): T
    /** @validates 0 result */
    isValid(value: any, options?: any): Promise<boolean>
    /** @validates 0 result */
    isValidSync(value: any, options?: any): boolean
    /** @propagates 0 */
    cast(value: any, options?: any): T
    required(...options: any[]): this
    optional(): this
    defined(...options: any[]): this
    nullable(...options: any[]): this
    nonNullable(...options: any[]): this
    notRequired(): this
    default(value?: any): this
    oneOf(...options: any[]): this
    notOneOf(...options: any[]): this
    /** @calls 0 once */
    transform(fn: (value: any, original: any, schema?: any) => any): this
    test(...options: any[]): this
    when(...options: any[]): this
    label(text: string): this
    meta(...options: any[]): any
    typeError(message: any): this
    strict(isStrict?: boolean): this
    strip(enabled?: boolean): this
    concat(schema: any): any
    clone(spec?: any): this
    describe(options?: any): any
  }
  export class StringSchema<T = string, T2 = any, T3 = any, T4 = any> extends Schema<T> {
    min(...options: any[]): this
    max(...options: any[]): this
    length(...options: any[]): this
    /** @pattern 0 */
    matches(...options: any[]): this
    email(...options: any[]): this
    url(...options: any[]): this
    uuid(...options: any[]): this
    datetime(...options: any[]): this
    trim(...options: any[]): this
    lowercase(...options: any[]): this
    uppercase(...options: any[]): this
  }
  export class NumberSchema<T = number, T2 = any, T3 = any, T4 = any> extends Schema<T> {
    /** @bounded 0 */
    max(value: any, message?: any): this
    /** @bounded 0 */
    lessThan(value: any, message?: any): this
    min(...options: any[]): this
    moreThan(...options: any[]): this
    positive(...options: any[]): this
    negative(...options: any[]): this
    integer(...options: any[]): this
    truncate(): this
    round(method?: any): this
  }
  export class BooleanSchema<T = boolean, T2 = any, T3 = any, T4 = any> extends Schema<T> {
    isTrue(...options: any[]): this
    isFalse(...options: any[]): this
  }
  export class DateSchema<T = Date, T2 = any, T3 = any, T4 = any> extends Schema<T> {
    min(...options: any[]): this
    max(...options: any[]): this
  }
  export class ArraySchema<T = any[], T2 = any, T3 = any, T4 = any> extends Schema<T> {
    of<S>(schema: S): ArraySchema<OutputOf<S>[]>
    /** @bounded 0 */
    max(value: any, message?: any): this
    /** @bounded 0 */
    length(value: any, message?: any): this
    min(...options: any[]): this
    ensure(): this
    compact(rejector?: any): this
  }
  export class ObjectSchema<T = any, T2 = any, T3 = any, T4 = any> extends Schema<T> {
    fields: any
    shape<S>(additions: S, excludes?: any): ObjectSchema<T & OutputOfShape<S>>
    pick(keys: any): ObjectSchema<any>
    omit(keys: any): ObjectSchema<any>
    partial(): ObjectSchema<T>
    noUnknown(...options: any[]): this
    from(...options: any[]): this
    camelCase(): this
  }
  export type AnyObjectSchema = ObjectSchema<any>
  export type AnySchema<T1 = any, T2 = any, T3 = any, T4 = any> = Schema<any>
  export type InferType<T> = OutputOf<T>
  export function string(): StringSchema
  export function number(): NumberSchema
  export function boolean(): BooleanSchema
  export function bool(): BooleanSchema
  export function date(): DateSchema
  export function mixed<T = any>(options?: any): Schema<T>
  export function array<S = any>(schema?: S): ArraySchema<OutputOf<S>[]>
  export function object<S = {}>(shape?: S): ObjectSchema<OutputOfShape<S>>
  export function tuple(schemas: any): Schema<any[]>
  export function lazy(builder: (value: any) => any): Schema<any>
  export function ref(key: string, options?: any): any
  export function addMethod(...options: any[]): void
  export function setLocale(locale: any): void
}
