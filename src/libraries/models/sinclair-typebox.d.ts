/* TypeBox: JSON schemas as types, and functions that check values against them. */

declare module '@sinclair/typebox' {
  export interface TSchema {
    static: unknown
    [option: string]: any
  }
  export type Static<T> = T extends { static: infer Output } ? Output : any
  type Schema<T> = TSchema & { static: T }
  type Shape<P> = { [K in keyof P]: Static<P[K]> }
  class JavaScriptTypeBuilder {
    String(options?: any): Schema<string>
    Number(options?: any): Schema<number>
    Integer(options?: any): Schema<number>
    Boolean(options?: any): Schema<boolean>
    Null(options?: any): Schema<null>
    Any(options?: any): Schema<any>
    Unknown(options?: any): Schema<unknown>
    Date(options?: any): Schema<Date>
    Literal<T>(value: T, options?: any): Schema<T>
    Object<P>(properties: P, options?: any): Schema<Shape<P>>
    Array<T>(items: T, options?: any): Schema<Static<T>[]>
    Tuple(types: any, options?: any): Schema<any>
    Union(types: any, options?: any): Schema<any>
    Intersect(types: any, options?: any): Schema<any>
    Record(key: any, value: any, options?: any): Schema<any>
    Enum(values: any, options?: any): Schema<any>
    Optional<T>(schema: T, enable?: any): T
    Readonly<T>(schema: T, enable?: any): T
    Partial(schema: any, options?: any): Schema<any>
    Required(schema: any, options?: any): Schema<any>
    Pick(schema: any, keys: any, options?: any): Schema<any>
    Omit(schema: any, keys: any, options?: any): Schema<any>
    Composite(schemas: any, options?: any): Schema<any>
    Ref(...options: any[]): Schema<any>
    Recursive(callback: (self: any) => any, options?: any): Schema<any>
    Transform(schema: any): any
    Unsafe<T>(schema?: any): Schema<T>
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
