/* TypeBox: JSON schemas as types, and functions that check values against them. */

declare module '@sinclair/typebox' {
  export interface TSchema {
    static: unknown
    [option: string]: any
  }
  export type Static<T, T2 = any, T3 = any> = T extends { static: infer Output } ? Output : any
  export interface TUnsafe<T> extends TSchema {
    static: T
  }
  type Shape<P> = { [K in keyof P]: Static<P[K]> }
  class JavaScriptTypeBuilder {
    String(options?: any): TUnsafe<string>
    Number(options?: any): TUnsafe<number>
    Integer(options?: any): TUnsafe<number>
    Boolean(options?: any): TUnsafe<boolean>
    Null(options?: any): TUnsafe<null>
    Any(options?: any): TUnsafe<any>
    Unknown(options?: any): TUnsafe<unknown>
    Date(options?: any): TUnsafe<Date>
    Literal<T>(value: T, options?: any): TUnsafe<T>
    Object<P>(properties: P, options?: any): TUnsafe<Shape<P>>
    Array<T>(items: T, options?: any): TUnsafe<Static<T>[]>
    Tuple(types: any, options?: any): TUnsafe<any>
    Union(types: any, options?: any): TUnsafe<any>
    Intersect(types: any, options?: any): TUnsafe<any>
    Record(key: any, value: any, options?: any): TUnsafe<any>
    Enum(values: any, options?: any): TUnsafe<any>
    Optional<T>(schema: T, enable?: any): T
    Readonly<T>(schema: T, enable?: any): T
    Partial(schema: any, options?: any): TUnsafe<any>
    Required(schema: any, options?: any): TUnsafe<any>
    Pick(schema: any, keys: any, options?: any): TUnsafe<any>
    Omit(schema: any, keys: any, options?: any): TUnsafe<any>
    Composite(schemas: any, options?: any): TUnsafe<any>
    Ref(...options: any[]): TUnsafe<any>
    Recursive(callback: (self: any) => any, options?: any): TUnsafe<any>
    Transform(schema: any): any
    Unsafe<T>(schema?: any): TUnsafe<T>
  }
  export const Type: JavaScriptTypeBuilder
}
declare module '@sinclair/typebox/value' {
  export namespace Value {
    /** @validates 1 result */
    function Check(schema: any, value: any, ...rest: any[]): boolean
    /** @validates 1 throws @returns 1 */
    function Parse(schema: any, value: any, ...rest: any[]): any
    /** @validates 1 throws */
    function Assert(schema: any, value: any, ...rest: any[]): void
    /** @validates 1 throws @returns 1 */
    function Decode(schema: any, value: any, ...rest: any[]): any
    /** @validates 1 result */
    function Errors(schema: any, value: any, ...rest: any[]): any
    /** @propagates 1 */
    function Clean(schema: any, value: any, ...rest: any[]): any
    /** @propagates 1 */
    function Convert(schema: any, value: any, ...rest: any[]): any
    /** @propagates 1 */
    function Default(schema: any, value: any, ...rest: any[]): any
    /** @propagates 1 */
    function Cast(schema: any, value: any, ...rest: any[]): any
  }
}
declare module '@sinclair/typebox/compiler' {
  export class TypeCheck<T = any> {
    /** @validates 0 result */
    Check(value: unknown): boolean
    /** @validates 0 result */
    Errors(value: unknown): any
    /** @validates 0 throws @returns 0 */
    Decode(value: unknown): any
  }
  export namespace TypeCompiler {
    function Compile<T>(schema: T, references?: any): TypeCheck<T>
  }
}
