/*
 * express-validator: chains that stand in front of a handler note what is wrong; nothing is refused until somebody
 * looks at the result.
 */

declare module 'express-validator' {
  /** @guard validate deferred */
  export interface ValidationChain {
    (req: any, res: any, next: (error?: any) => void): void
    builder: any
    run(req: any, options?: any): Promise<any>
    withMessage(message: any): this
    custom(validator: (value: any, meta: any) => any): this
    customSanitizer(sanitizer: (value: any, meta: any) => any): this
    bail(options?: any): this
    if(condition: any): this
    not(): this
    optional(options?: any): this
    exists(options?: any): this
    notEmpty(options?: any): this
    isString(): this
    isArray(options?: any): this
    isObject(options?: any): this
    isEmail(options?: any): this
    isInt(options?: any): this
    isFloat(options?: any): this
    isNumeric(options?: any): this
    isBoolean(options?: any): this
    isLength(options: any): this
    isIn(values: any): this
    isMongoId(): this
    isUUID(version?: any): this
    isURL(options?: any): this
    isISO8601(options?: any): this
    isDate(options?: any): this
    isStrongPassword(options?: any): this
    isMobilePhone(locale?: any, options?: any): this
    isAlphanumeric(locale?: any, options?: any): this
    isAlpha(locale?: any, options?: any): this
    isEmpty(options?: any): this
    isHexColor(): this
    isJSON(options?: any): this
    isDecimal(options?: any): this
    /** @pattern 0 */
    matches(pattern: any, modifiers?: any): this
    equals(comparison: string): this
    contains(element: any, options?: any): this
    trim(chars?: string): this
    escape(): this
    normalizeEmail(options?: any): this
    toInt(radix?: number): this
    toFloat(): this
    toBoolean(strict?: boolean): this
    toDate(): this
    toLowerCase(): this
    toUpperCase(): this
    toArray(): this
    default(value: any): this
    blacklist(chars: string): this
    whitelist(chars: string): this
  }
  export interface ValidationError {
    type: string
    msg: any
    [member: string]: any
  }
  export class Result<T = any> {
    isEmpty(): boolean
    array(options?: any): T[]
    mapped(): any
    throw(): void
    formatWith(formatter: (error: any) => any): Result<any>
  }
  export function body(fields?: any, message?: any): ValidationChain
  export function query(fields?: any, message?: any): ValidationChain
  export function param(fields?: any, message?: any): ValidationChain
  export function header(fields?: any, message?: any): ValidationChain
  export function cookie(fields?: any, message?: any): ValidationChain
  export function check(fields?: any, message?: any): ValidationChain
  export function checkSchema(schema: any, locations?: any): ValidationChain[] & { run(req: any): Promise<any> }
  /** @guard validate deferred */
  export function oneOf(chains: any, options?: any): any
  /** @guard validate deferred */
  export function checkExact(chains?: any, options?: any): any
  /** @validates 0 result */
  export function validationResult(req: any): Result<ValidationError>
  /** @validates 0 throws */
  export function matchedData(req: any, options?: any): any
  export type Schema<T1 = any> = any
  export type ParamSchema<T1 = any> = any
}
