/* class-validator: what a decorator lets through is of its kind, once `validate` or a validation pipe has run. */

declare module 'class-validator' {
  export interface ValidationOptions {
    each?: boolean
    message?: any
    [option: string]: any
  }
  export interface ValidatorOptions {
    whitelist?: boolean
    forbidNonWhitelisted?: boolean
    skipMissingProperties?: boolean
    [option: string]: any
  }
  export interface ValidationArguments {
    value: any
    constraints: any[]
    targetName: string
    object: object
    property: string
  }
  export class ValidationError {
    target?: object
    property: string
    value?: any
    constraints?: { [type: string]: string }
    children?: ValidationError[]
  }
  export interface ValidatorConstraintInterface {
    validate(value: any, validationArguments?: ValidationArguments): Promise<boolean> | boolean
    defaultMessage?(validationArguments?: ValidationArguments): string
  }
  /** @validates 0 result */
  export function validate(object: any, validatorOptions?: ValidatorOptions): Promise<ValidationError[]>
  /** @validates 0 throws */
  export function validateOrReject(object: any, validatorOptions?: ValidatorOptions): Promise<void>
  /** @validates 0 result */
  export function validateSync(object: any, validatorOptions?: ValidatorOptions): ValidationError[]
  export function registerDecorator(options: any): void
  export function useContainer(container: any, options?: any): void
  export function isEmail(value: any, ...options: any[]): boolean
  export function isUUID(value: any, ...options: any[]): boolean
  export function isMongoId(value: any, ...options: any[]): boolean
  export function isURL(value: any, ...options: any[]): boolean
  export function isInt(value: any, ...options: any[]): boolean
  export function isNumberString(value: any, ...options: any[]): boolean
  export function isString(value: unknown): value is string
  export function isNumber(value: unknown, options?: any): value is number
  export function isArray<T = any>(value: unknown): value is T[]

  /** @validates nothing */
  export function Allow(...options: any[]): PropertyDecorator
  /** @coerces array */
  export function ArrayContains(...options: any[]): PropertyDecorator
  /** @coerces array @bounded 0 */
  export function ArrayMaxSize(...options: any[]): PropertyDecorator
  /** @coerces array */
  export function ArrayMinSize(...options: any[]): PropertyDecorator
  /** @coerces array */
  export function ArrayNotContains(...options: any[]): PropertyDecorator
  /** @coerces array */
  export function ArrayNotEmpty(...options: any[]): PropertyDecorator
  /** @coerces array */
  export function ArrayUnique(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function Contains(...options: any[]): PropertyDecorator
  /** @validates this */
  export function Equals(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsAlpha(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsAlphanumeric(...options: any[]): PropertyDecorator
  /** @coerces array */
  export function IsArray(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsAscii(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsBIC(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsBase32(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsBase58(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsBase64(...options: any[]): PropertyDecorator
  /** @coerces boolean */
  export function IsBoolean(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsBooleanString(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsBtcAddress(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsByteLength(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsCreditCard(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsCurrency(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsDataURI(...options: any[]): PropertyDecorator
  /** @coerces date */
  export function IsDate(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsDateString(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsDecimal(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsDefined(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function IsDivisibleBy(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsEAN(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsEmail(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsEmpty(...options: any[]): PropertyDecorator
  /** @coerces id */
  export function IsEnum(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsEthereumAddress(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsFQDN(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsFirebasePushId(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsFullWidth(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsHSL(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsHalfWidth(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsHash(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsHexColor(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsHexadecimal(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsIBAN(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsIP(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISBN(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISIN(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISO31661Alpha2(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISO31661Alpha3(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISO31661Numeric(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISO4217CurrencyCode(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISO6391(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISO8601(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISRC(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsISSN(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsIdentityCard(...options: any[]): PropertyDecorator
  /** @coerces id */
  export function IsIn(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsInstance(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function IsInt(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsJSON(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsJWT(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsLatLong(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function IsLatitude(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsLocale(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function IsLongitude(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsLowercase(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsMACAddress(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsMagnetURI(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsMilitaryTime(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsMimeType(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsMobilePhone(...options: any[]): PropertyDecorator
  /** @coerces id */
  export function IsMongoId(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsMultibyte(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function IsNegative(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsNotEmpty(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsNotEmptyObject(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsNotIn(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function IsNumber(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsNumberString(...options: any[]): PropertyDecorator
  /** @validates this */
  export function IsObject(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsOctal(...options: any[]): PropertyDecorator
  /** @validates nothing */
  export function IsOptional(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsPassportNumber(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsPhoneNumber(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsPort(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function IsPositive(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsPostalCode(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsRFC3339(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsRgbColor(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsSemVer(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsString(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsStrongPassword(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsSurrogatePair(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsTaxId(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsTimeZone(...options: any[]): PropertyDecorator
  /** @coerces id */
  export function IsUUID(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsUppercase(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsUrl(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsVariableWidth(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function Length(...options: any[]): PropertyDecorator
  /** @coerces string @pattern 0 */
  export function Matches(...options: any[]): PropertyDecorator
  /** @coerces number @bounded 0 */
  export function Max(...options: any[]): PropertyDecorator
  /** @coerces date */
  export function MaxDate(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function MaxLength(...options: any[]): PropertyDecorator
  /** @coerces number */
  export function Min(...options: any[]): PropertyDecorator
  /** @coerces date */
  export function MinDate(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function MinLength(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function NotContains(...options: any[]): PropertyDecorator
  /** @validates this */
  export function NotEquals(...options: any[]): PropertyDecorator
  /** @validates this */
  export function Validate(...options: any[]): PropertyDecorator
  /** @validates this */
  export function ValidateBy(...options: any[]): PropertyDecorator
  /** @validates nothing */
  export function ValidateIf(...options: any[]): PropertyDecorator
  /** @validates this.* */
  export function ValidateNested(...options: any[]): PropertyDecorator
  /** @validates this */
  export function ValidatePromise(...options: any[]): PropertyDecorator
  export function ValidatorConstraint(...options: any[]): ClassDecorator
}
