/* Ajv: compiled JSON schemas; what they return says whether the value fits. */

declare module 'ajv' {
  export interface ErrorObject<T1 = any, T2 = any, T3 = any> {
    keyword: string
    instancePath: string
    schemaPath: string
    params: any
    message?: string
  }
  export interface ValidateFunction<T = any> {
    /** @validates 0 result */
    (data: any, context?: any): data is T
    errors?: null | ErrorObject[]
    schema: any
  }
  export type JSONSchemaType<T> = any
  export type Schema = any
  export type SchemaObject = any
  export type Options = any
  export class Ajv {
    constructor(options?: any)
    errors?: null | ErrorObject[]
    /** @validates 1 result */
    validate<T = any>(schema: any, data: any): data is T
    compile<T = any>(schema: any, meta?: boolean): ValidateFunction<T>
    compileAsync<T = any>(schema: any, meta?: boolean): Promise<ValidateFunction<T>>
    getSchema<T = any>(key: string): ValidateFunction<T> | undefined
    addSchema(schema: any, key?: string): this
    addMetaSchema(schema: any, key?: string): this
    addKeyword(...options: any[]): this
    addFormat(name: string, format: any): this
    addVocabulary(definitions: any): this
    removeSchema(key?: any): this
    errorsText(errors?: any, options?: any): string
  }
  export default Ajv
}
declare module 'ajv/dist/2019' {
  import { Ajv } from 'ajv'
  export class Ajv2019 extends Ajv {}
  export default Ajv2019
}
declare module 'ajv/dist/2020' {
  import { Ajv } from 'ajv'
  export class Ajv2020 extends Ajv {}
  export default Ajv2020
}
