/* joi: schemas validate a value and return it, or throw. */

declare module 'joi' {
  namespace Joi {
    interface ValidationOptions {
      abortEarly?: boolean
      allowUnknown?: boolean
      stripUnknown?: any
      [option: string]: any
    }
    interface ValidationResult<T = any> {
      error?: ValidationError
      value: T
    }
    interface ValidationError extends Error {
      details: { message: string; path: any[]; type: string; context?: any }[]
      _original: any
    }
    interface AnySchema<T = any> {
      /** @validates 0 result @returns 0 */
      validate(value: any, options?: ValidationOptions): ValidationResult<T>
      /** @validates 0 throws @returns 0 */
      validateAsync(value: any, options?: ValidationOptions): Promise<T>
      allow(...values: any[]): this
      valid(...values: any[]): this
      equal(...values: any[]): this
      invalid(...values: any[]): this
      required(): this
      optional(): this
      forbidden(): this
      default(value?: any): this
      /** @calls 0 once */
      custom(fn: (value: any, helpers: any) => any, description?: string): this
      /** @calls 0 once */
      external(method: (value: any, helpers?: any) => any, description?: string): this
      label(name: string): this
      messages(messages: any): this
      error(err: any): this
      when(ref: any, options?: any): this
      strip(enabled?: boolean): this
      options(options: ValidationOptions): this
      prefs(options: ValidationOptions): this
      preferences(options: ValidationOptions): this
      concat(schema: this): this
      description(desc: string): this
      example(value: any, options?: any): this
    }
    type Schema<T = any> = AnySchema<T>
    type SchemaLike<T1 = any> = any
    interface StringSchema<T = string> extends AnySchema<T> {
      min(limit: any): this
      max(limit: any): this
      length(limit: any): this
      email(options?: any): this
      uri(options?: any): this
      uuid(options?: any): this
      guid(options?: any): this
      hex(options?: any): this
      alphanum(): this
      /** @pattern 0 */
      pattern(pattern: RegExp, options?: any): this
      /** @pattern 0 */
      regex(pattern: RegExp, options?: any): this
      isoDate(): this
      trim(enabled?: any): this
      lowercase(): this
      uppercase(): this
      truncate(enabled?: boolean): this
      replace(pattern: any, replacement: string): this
    }
    interface NumberSchema<T = number> extends AnySchema<T> {
      /** @bounded 0 */
      max(limit: any): this
      /** @bounded 0 */
      less(limit: any): this
      min(limit: any): this
      greater(limit: any): this
      integer(): this
      positive(): this
      negative(): this
      multiple(base: any): this
      precision(limit: number): this
      port(): this
      unsafe(enabled?: any): this
    }
    interface BooleanSchema<T = boolean> extends AnySchema<T> {
      truthy(...values: any[]): this
      falsy(...values: any[]): this
    }
    interface DateSchema<T = Date> extends AnySchema<T> {
      min(date: any): this
      max(date: any): this
      iso(): this
      timestamp(type?: any): this
    }
    interface ArraySchema<T = any[]> extends AnySchema<T> {
      items(...types: any[]): this
      /** @bounded 0 */
      max(limit: any): this
      /** @bounded 0 */
      length(limit: any): this
      min(limit: any): this
      unique(comparator?: any, options?: any): this
      single(enabled?: any): this
    }
    interface ObjectSchema<T = any> extends AnySchema<T> {
      keys(schema?: any): ObjectSchema<any>
      append(schema?: any): ObjectSchema<any>
      unknown(allow?: boolean): this
      pattern(pattern: any, schema: any, options?: any): this
      and(...peers: any[]): this
      or(...peers: any[]): this
      xor(...peers: any[]): this
      with(key: string, peers: any): this
      without(key: string, peers: any): this
      min(limit: any): this
      max(limit: any): this
    }
    interface Root {
      string<T = string>(): StringSchema<T>
      number<T = number>(): NumberSchema<T>
      boolean<T = boolean>(): BooleanSchema<T>
      bool<T = boolean>(): BooleanSchema<T>
      date<T = Date>(): DateSchema<T>
      array<T = any[]>(): ArraySchema<T>
      object<T = any>(schema?: any): ObjectSchema<T>
      any<T = any>(): AnySchema<T>
      alternatives<T = any>(...types: any[]): AnySchema<T>
      binary<T = Buffer>(): AnySchema<T>
      valid(...values: any[]): AnySchema
      ref(key: string, options?: any): any
      link(ref?: string): AnySchema
      compile(schema: any, options?: any): AnySchema
      extend(...extensions: any[]): any
      defaults(fn: any): Root
      isSchema(schema: any, options?: any): boolean
      isError(error: any): boolean
      /** @validates 0 throws */
      assert(value: any, schema: any, ...options: any[]): void
      /** @validates 0 throws @returns 0 */
      attempt<T = any>(value: any, schema: any, ...options: any[]): T
      ValidationError: new (message: string, details: any, original: any) => ValidationError
    }
  }
  const Joi: Joi.Root
  export = Joi
}
