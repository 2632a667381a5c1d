/*
 * ECMAScript: what the checker needs of the standard library, and what its functions do with callbacks and data.
 * A global script: stands in for TypeScript's own lib files (`noLib`). No DOM.
 */

// ---- Primitives and objects ------------------------------------------------------------------------------------

declare type PropertyKey = string | number | symbol

interface PropertyDescriptor {
  configurable?: boolean
  enumerable?: boolean
  value?: any
  writable?: boolean
  get?(): any
  set?(v: any): void
}
interface PropertyDescriptorMap {
  [key: PropertyKey]: PropertyDescriptor
}
interface TypedPropertyDescriptor<T> {
  enumerable?: boolean
  configurable?: boolean
  writable?: boolean
  value?: T
  get?: () => T
  set?: (value: T) => void
}

interface Object {
  constructor: Function
  /** @coerces string @propagates this */
  toString(): string
  /** @coerces string @propagates this */
  toLocaleString(): string
  /** @returns this */
  valueOf(): Object
  hasOwnProperty(v: PropertyKey): boolean
  isPrototypeOf(v: Object): boolean
  propertyIsEnumerable(v: PropertyKey): boolean
}
interface ObjectConstructor {
  new (value?: any): Object
  /** @returns 0 */
  (value?: any): any
  readonly prototype: Object
  getPrototypeOf(o: any): any
  getOwnPropertyDescriptor(o: any, p: PropertyKey): PropertyDescriptor
  getOwnPropertyDescriptors(o: any): any
  /** @propagates 0 */
  getOwnPropertyNames(o: any): string[]
  getOwnPropertySymbols(o: any): symbol[]
  /** @propagates 0 1 */
  create(o: object, properties?: PropertyDescriptorMap): any
  /** @returns 0 */
  defineProperty<T>(o: T, p: PropertyKey, attributes: PropertyDescriptor): T
  /** @returns 0 */
  defineProperties<T>(o: T, properties: PropertyDescriptorMap): T
  /** @returns 0 */
  seal<T>(o: T): T
  /** @returns 0 */
  freeze<T>(o: T): Readonly<T>
  /** @returns 0 */
  preventExtensions<T>(o: T): T
  isSealed(o: any): boolean
  isFrozen(o: any): boolean
  isExtensible(o: any): boolean
  is(a: any, b: any): boolean
  hasOwn(o: object, v: PropertyKey): boolean
  /** @returns 0 */
  setPrototypeOf(o: any, proto: object): any
  /** @propagates 0 */
  keys(o: {}): string[]
  /** @propagates 0 */
  values<T>(o: { [s: string]: T } | ArrayLike<T>): T[]
  /** @propagates 0 */
  values(o: {}): any[]
  /** @propagates 0 */
  entries<T>(o: { [s: string]: T } | ArrayLike<T>): [string, T][]
  /** @propagates 0 */
  entries(o: {}): [string, any][]
  /** @propagates 0 */
  fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [k: string]: T }
  /** @propagates 0 1+ */
  assign<T, U = unknown, V = unknown, W = unknown>(target: T, source?: U, source2?: V, source3?: W, ...sources: any[]): T & U & V & W
  /** @iterates 0 1 @propagates 0 */
  groupBy<K extends PropertyKey, T>(items: Iterable<T>, keySelector: (item: T, index: number) => K): Partial<Record<K, T[]>>
}
declare var Object: ObjectConstructor

interface Function {
  /** @calls this */
  apply(this: Function, thisArg: any, argArray?: any): any
  /** @calls this */
  call(this: Function, thisArg: any, ...argArray: any[]): any
  /** @returns this */
  bind<F>(this: F, thisArg: any, ...argArray: any[]): F
  toString(): string
  prototype: any
  readonly length: number
  arguments: any
  caller: Function
  readonly name: string
  [Symbol.hasInstance](value: any): boolean
}
interface FunctionConstructor {
  new (...args: string[]): Function
  (...args: string[]): Function
  readonly prototype: Function
}
declare var Function: FunctionConstructor
interface CallableFunction extends Function {
  /** @calls this */
  apply<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, args?: A): R
  /** @calls this */
  call<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, ...args: A): R
  /** @returns this */
  bind<F>(this: F, thisArg: any, ...args: any[]): F
}
interface NewableFunction extends Function {
  apply(this: any, thisArg: any, args?: any): void
  call(this: any, thisArg: any, ...args: any[]): void
  /** @returns this */
  bind<F>(this: F, thisArg: any, ...args: any[]): F
}
interface IArguments {
  [index: number]: any
  length: number
  callee: Function
  [Symbol.iterator](): ArrayIterator<any>
}

interface Boolean {
  valueOf(): boolean
}
interface BooleanConstructor {
  new (value?: any): Boolean
  /** @coerces boolean */
  <T>(value?: T): boolean
  readonly prototype: Boolean
}
declare var Boolean: BooleanConstructor

interface Number {
  /** @coerces string @propagates this */
  toString(radix?: number): string
  /** @coerces string @propagates this */
  toFixed(fractionDigits?: number): string
  /** @coerces string @propagates this */
  toExponential(fractionDigits?: number): string
  /** @coerces string @propagates this */
  toPrecision(precision?: number): string
  /** @coerces string @propagates this */
  toLocaleString(locales?: string | string[], options?: Intl.NumberFormatOptions): string
  /** @returns this */
  valueOf(): number
}
interface NumberConstructor {
  /** @coerces number */
  new (value?: any): Number
  /** @coerces number */
  (value?: any): number
  readonly prototype: Number
  readonly MAX_VALUE: number
  readonly MIN_VALUE: number
  readonly NaN: number
  readonly NEGATIVE_INFINITY: number
  readonly POSITIVE_INFINITY: number
  readonly EPSILON: number
  readonly MAX_SAFE_INTEGER: number
  readonly MIN_SAFE_INTEGER: number
  isFinite(value: unknown): boolean
  isInteger(value: unknown): boolean
  isNaN(value: unknown): boolean
  isSafeInteger(value: unknown): boolean
  /** @coerces number */
  parseFloat(text: string): number
  /** @coerces number */
  parseInt(text: string, radix?: number): number
}
declare var Number: NumberConstructor
declare var NaN: number
declare var Infinity: number

interface BigInt {
  /** @coerces string @propagates this */
  toString(radix?: number): string
  /** @coerces string @propagates this */
  toLocaleString(locales?: any, options?: any): string
  /** @returns this */
  valueOf(): bigint
}
interface BigIntConstructor {
  /** @coerces number */
  (value: bigint | boolean | number | string): bigint
  readonly prototype: BigInt
  /** @coerces number */
  asIntN(bits: number, value: bigint): bigint
  /** @coerces number */
  asUintN(bits: number, value: bigint): bigint
}
declare var BigInt: BigIntConstructor

interface Symbol {
  toString(): string
  valueOf(): symbol
  readonly description: string
}
interface SymbolConstructor {
  readonly prototype: Symbol
  (description?: string | number): symbol
  for(key: string): symbol
  keyFor(sym: symbol): string
  readonly iterator: unique symbol
  readonly asyncIterator: unique symbol
  readonly hasInstance: unique symbol
  readonly isConcatSpreadable: unique symbol
  readonly match: unique symbol
  readonly matchAll: unique symbol
  readonly replace: unique symbol
  readonly search: unique symbol
  readonly species: unique symbol
  readonly split: unique symbol
  readonly toPrimitive: unique symbol
  readonly toStringTag: unique symbol
  readonly unscopables: unique symbol
  readonly dispose: unique symbol
  readonly asyncDispose: unique symbol
  readonly metadata: unique symbol
}
declare var Symbol: SymbolConstructor

// ---- Text ------------------------------------------------------------------------------------------------------

interface String {
  readonly length: number
  readonly [index: number]: string
  /** @coerces string @propagates this */
  toString(): string
  /** @returns this */
  valueOf(): string
  /** @propagates this */
  at(index: number): string
  /** @propagates this */
  charAt(pos: number): string
  charCodeAt(index: number): number
  codePointAt(pos: number): number
  /** @propagates this 0+ */
  concat(...strings: string[]): string
  indexOf(searchString: string, position?: number): number
  lastIndexOf(searchString: string, position?: number): number
  includes(searchString: string, position?: number): boolean
  startsWith(searchString: string, position?: number): boolean
  endsWith(searchString: string, endPosition?: number): boolean
  localeCompare(that: string, locales?: string | string[], options?: any): number
  /** @propagates this */
  match(matcher: string | RegExp): RegExpMatchArray
  /** @propagates this */
  matchAll(matcher: RegExp): RegExpStringIterator<RegExpExecArray>
  /** @propagates this 1 */
  replace(searchValue: string | RegExp, replaceValue: string | ((substring: string, ...args: any[]) => string)): string
  /** @propagates this 1 */
  replaceAll(searchValue: string | RegExp, replaceValue: string | ((substring: string, ...args: any[]) => string)): string
  search(regexp: string | RegExp): number
  /** @propagates this */
  slice(start?: number, end?: number): string
  /** @propagates this */
  split(separator?: string | RegExp, limit?: number): string[]
  /** @propagates this */
  substring(start: number, end?: number): string
  /** @propagates this */
  substr(from: number, length?: number): string
  /** @propagates this */
  toLowerCase(): string
  /** @propagates this */
  toLocaleLowerCase(locales?: string | string[]): string
  /** @propagates this */
  toUpperCase(): string
  /** @propagates this */
  toLocaleUpperCase(locales?: string | string[]): string
  /** @propagates this */
  trim(): string
  /** @propagates this */
  trimStart(): string
  /** @propagates this */
  trimEnd(): string
  /** @propagates this */
  trimLeft(): string
  /** @propagates this */
  trimRight(): string
  /** @propagates this 1 */
  padStart(maxLength: number, fillString?: string): string
  /** @propagates this 1 */
  padEnd(maxLength: number, fillString?: string): string
  /** @propagates this */
  repeat(count: number): string
  /** @propagates this */
  normalize(form?: string): string
  isWellFormed(): boolean
  /** @propagates this */
  toWellFormed(): string
  [Symbol.iterator](): StringIterator<string>
}
interface StringConstructor {
  /** @coerces string @propagates 0 */
  new (value?: any): String
  /** @coerces string @propagates 0 */
  (value?: any): string
  readonly prototype: String
  fromCharCode(...codes: number[]): string
  fromCodePoint(...codePoints: number[]): string
  /** @propagates 0 1+ */
  raw(template: { raw: readonly string[] | ArrayLike<string> }, ...substitutions: any[]): string
}
declare var String: StringConstructor

interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[]
}

interface RegExpMatchArray extends Array<string> {
  index?: number
  input?: string
  groups?: { [key: string]: string }
  0: string
}
interface RegExpExecArray extends Array<string> {
  index: number
  input: string
  groups?: { [key: string]: string }
  0: string
}
interface RegExp {
  /** @propagates 0 */
  exec(text: string): RegExpExecArray
  test(text: string): boolean
  readonly source: string
  readonly flags: string
  readonly global: boolean
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly sticky: boolean
  readonly unicode: boolean
  readonly dotAll: boolean
  readonly hasIndices: boolean
  lastIndex: number
}
interface RegExpConstructor {
  new (pattern: RegExp | string, flags?: string): RegExp
  (pattern: RegExp | string, flags?: string): RegExp
  readonly prototype: RegExp
  /** @escapes regex @propagates 0 */
  escape(text: string): string
}
declare var RegExp: RegExpConstructor

/** @propagates 0 @throws 0 */
declare function decodeURI(encodedURI: string): string
/** @propagates 0 @throws 0 */
declare function decodeURIComponent(encodedURIComponent: string): string
/** @propagates 0 */
declare function encodeURI(uri: string): string
/** @propagates 0 */
declare function encodeURIComponent(uriComponent: string | number | boolean): string
/** @propagates 0 */
declare function escape(text: string): string
/** @propagates 0 */
declare function unescape(text: string): string
declare function eval(x: string): any
/** @coerces number */
declare function parseInt(text: string, radix?: number): number
/** @coerces number */
declare function parseFloat(text: string): number
declare function isNaN(value: number): boolean
declare function isFinite(value: number): boolean

interface JSON {
  /** @propagates 0 @calls 1 @throws 0 */
  parse(text: string, reviver?: (this: any, key: string, value: any) => any): any
  /** @propagates 0 @calls 1 */
  stringify(
    value: any,
    replacer?: ((this: any, key: string, value: any) => any) | (number | string)[],
    space?: string | number,
  ): string
}
declare var JSON: JSON

// ---- Numbers ---------------------------------------------------------------------------------------------------

interface Math {
  readonly E: number
  readonly LN10: number
  readonly LN2: number
  readonly LOG2E: number
  readonly LOG10E: number
  readonly PI: number
  readonly SQRT1_2: number
  readonly SQRT2: number
  /** @coerces number */
  abs(x: number): number
  /** @coerces number */
  acos(x: number): number
  /** @coerces number */
  asin(x: number): number
  /** @coerces number */
  atan(x: number): number
  /** @coerces number */
  atan2(y: number, x: number): number
  /** @coerces number */
  cbrt(x: number): number
  /** @coerces number */
  ceil(x: number): number
  /** @coerces number */
  cos(x: number): number
  /** @coerces number */
  exp(x: number): number
  /** @coerces number @bounded 0 */
  floor(x: number): number
  /** @coerces number */
  fround(x: number): number
  /** @coerces number */
  hypot(...values: number[]): number
  /** @coerces number */
  log(x: number): number
  /** @coerces number */
  log10(x: number): number
  /** @coerces number */
  log1p(x: number): number
  /** @coerces number */
  log2(x: number): number
  /** @coerces number  @propagates 0+ */
  max(...values: number[]): number
  /** @coerces number @bounded 0+ */
  min(...values: number[]): number
  /** @coerces number */
  pow(x: number, y: number): number
  /** @bounded */
  random(): number
  /** @coerces number */
  round(x: number): number
  /** @coerces number @bounded */
  sign(x: number): number
  /** @coerces number @bounded */
  sin(x: number): number
  /** @coerces number */
  sqrt(x: number): number
  /** @coerces number */
  tan(x: number): number
  /** @coerces number */
  trunc(x: number): number
}
declare var Math: Math

// ---- Dates and formats -----------------------------------------------------------------------------------------

interface Date {
  /** @propagates this */
  toString(): string
  toDateString(): string
  toTimeString(): string
  toLocaleString(locales?: string | string[], options?: Intl.DateTimeFormatOptions): string
  toLocaleDateString(locales?: string | string[], options?: Intl.DateTimeFormatOptions): string
  toLocaleTimeString(locales?: string | string[], options?: Intl.DateTimeFormatOptions): string
  toISOString(): string
  toUTCString(): string
  toJSON(key?: any): string
  valueOf(): number
  getTime(): number
  getFullYear(): number
  getUTCFullYear(): number
  getMonth(): number
  getUTCMonth(): number
  getDate(): number
  getUTCDate(): number
  getDay(): number
  getUTCDay(): number
  getHours(): number
  getUTCHours(): number
  getMinutes(): number
  getUTCMinutes(): number
  getSeconds(): number
  getUTCSeconds(): number
  getMilliseconds(): number
  getUTCMilliseconds(): number
  getTimezoneOffset(): number
  setTime(time: number): number
  setMilliseconds(ms: number): number
  setUTCMilliseconds(ms: number): number
  setSeconds(sec: number, ms?: number): number
  setUTCSeconds(sec: number, ms?: number): number
  setMinutes(min: number, sec?: number, ms?: number): number
  setUTCMinutes(min: number, sec?: number, ms?: number): number
  setHours(hours: number, min?: number, sec?: number, ms?: number): number
  setUTCHours(hours: number, min?: number, sec?: number, ms?: number): number
  setDate(date: number): number
  setUTCDate(date: number): number
  setMonth(month: number, date?: number): number
  setUTCMonth(month: number, date?: number): number
  setFullYear(year: number, month?: number, date?: number): number
  setUTCFullYear(year: number, month?: number, date?: number): number
  [Symbol.toPrimitive](hint: string): string | number
}
interface DateConstructor {
  /** @coerces date */
  new (value?: number | string | Date, month?: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): Date
  (): string
  readonly prototype: Date
  /** @coerces number */
  parse(text: string): number
  UTC(year: number, month?: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number
  now(): number
}
declare var Date: DateConstructor

declare namespace Intl {
  type LocalesArgument = string | string[]
  interface NumberFormatOptions {
    [option: string]: any
  }
  interface DateTimeFormatOptions {
    [option: string]: any
  }
  interface ResolvedDateTimeFormatOptions {
    locale: string
    calendar: string
    numberingSystem: string
    timeZone: string
  }
  interface NumberFormat {
    /** @propagates 0 */
    format(value: number | bigint): string
    formatToParts(value?: number | bigint): { type: string; value: string }[]
    resolvedOptions(): any
  }
  var NumberFormat: {
    new (locales?: string | string[], options?: NumberFormatOptions): NumberFormat
    (locales?: string | string[], options?: NumberFormatOptions): NumberFormat
  }
  interface DateTimeFormat {
    format(date?: Date | number): string
    formatToParts(date?: Date | number): { type: string; value: string }[]
    resolvedOptions(): ResolvedDateTimeFormatOptions
  }
  var DateTimeFormat: {
    new (locales?: string | string[], options?: DateTimeFormatOptions): DateTimeFormat
    (locales?: string | string[], options?: DateTimeFormatOptions): DateTimeFormat
  }
  interface Collator {
    compare(x: string, y: string): number
  }
  var Collator: {
    new (locales?: string | string[], options?: any): Collator
    (locales?: string | string[], options?: any): Collator
  }
  interface PluralRules {
    select(n: number): string
  }
  var PluralRules: { new (locales?: string | string[], options?: any): PluralRules }
  interface RelativeTimeFormat {
    format(value: number, unit: string): string
  }
  var RelativeTimeFormat: { new (locales?: string | string[], options?: any): RelativeTimeFormat }
  interface ListFormat {
    /** @propagates 0 */
    format(list: Iterable<string>): string
  }
  var ListFormat: { new (locales?: string | string[], options?: any): ListFormat }
  interface DisplayNames {
    of(code: string): string
  }
  var DisplayNames: { new (locales: string | string[], options: any): DisplayNames }
  function supportedValuesOf(key: string): string[]
  function getCanonicalLocales(locale?: string | string[]): string[]
}

// ---- Errors ----------------------------------------------------------------------------------------------------

interface Error {
  name: string
  message: string
  stack?: string
  cause?: unknown
}
interface ErrorOptions {
  cause?: unknown
}
interface ErrorConstructor {
  /** @propagates 0 */
  new (message?: string, options?: ErrorOptions): Error
  /** @propagates 0 */
  (message?: string, options?: ErrorOptions): Error
  readonly prototype: Error
}
declare var Error: ErrorConstructor
interface EvalError extends Error {}
interface EvalErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): EvalError
}
declare var EvalError: EvalErrorConstructor
interface RangeError extends Error {}
interface RangeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): RangeError
}
declare var RangeError: RangeErrorConstructor
interface ReferenceError extends Error {}
interface ReferenceErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): ReferenceError
}
declare var ReferenceError: ReferenceErrorConstructor
interface SyntaxError extends Error {}
interface SyntaxErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): SyntaxError
}
declare var SyntaxError: SyntaxErrorConstructor
interface TypeError extends Error {}
interface TypeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): TypeError
}
declare var TypeError: TypeErrorConstructor
interface URIError extends Error {}
interface URIErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): URIError
}
declare var URIError: URIErrorConstructor
interface AggregateError extends Error {
  errors: any[]
}
interface AggregateErrorConstructor {
  new (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError
  (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError
  readonly prototype: AggregateError
}
declare var AggregateError: AggregateErrorConstructor

// ---- Iteration -------------------------------------------------------------------------------------------------

interface IteratorYieldResult<TYield> {
  done?: false
  value: TYield
}
interface IteratorReturnResult<TReturn> {
  done: true
  value: TReturn
}
type IteratorResult<T, TReturn = any> = IteratorYieldResult<T> | IteratorReturnResult<TReturn>
interface Iterator<T, TReturn = any, TNext = any> {
  next(...[value]: [] | [TNext]): IteratorResult<T, TReturn>
  return?(value?: TReturn): IteratorResult<T, TReturn>
  throw?(e?: any): IteratorResult<T, TReturn>
}
interface Iterable<T, TReturn = any, TNext = any> {
  [Symbol.iterator](): Iterator<T, TReturn, TNext>
}
interface IterableIterator<T, TReturn = any, TNext = any> extends Iterator<T, TReturn, TNext> {
  [Symbol.iterator](): IterableIterator<T, TReturn, TNext>
}
interface IteratorObject<T, TReturn = unknown, TNext = unknown> extends Iterator<T, TReturn, TNext> {
  [Symbol.iterator](): IteratorObject<T, TReturn, TNext>
  /** @iterates this 0 */
  map<U>(callback: (value: T, index: number) => U): IteratorObject<U, undefined, unknown>
  /** @iterates this 0 @returns this @drops 0 true */
  filter(predicate: (value: T, index: number) => unknown): IteratorObject<T, undefined, unknown>
  /** @returns this @bounded 0 */
  take(limit: number): IteratorObject<T, undefined, unknown>
  /** @returns this */
  drop(count: number): IteratorObject<T, undefined, unknown>
  /** @iterates this 0 */
  flatMap<U>(callback: (value: T, index: number) => Iterator<U> | Iterable<U>): IteratorObject<U, undefined, unknown>
  /** @iterates this 0 @propagates this 1 */
  reduce<U = T>(callback: (previous: U, value: T, index: number) => U, initial?: U): U
  /** @returns this */
  toArray(): T[]
  /** @iterates this 0 @drops 0 */
  forEach(callback: (value: T, index: number) => void): void
  /** @iterates this 0 @drops 0 true */
  some(predicate: (value: T, index: number) => unknown): boolean
  /** @iterates this 0 @drops 0 true */
  every(predicate: (value: T, index: number) => unknown): boolean
  /** @iterates this 0 @propagates this @drops 0 true */
  find(predicate: (value: T, index: number) => unknown): T
}
interface IteratorConstructor {
  /** @returns 0 */
  from<T>(value: Iterator<T> | Iterable<T>): IteratorObject<T, undefined, unknown>
}
declare var Iterator: IteratorConstructor
type BuiltinIteratorReturn = intrinsic
interface ArrayIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
  [Symbol.iterator](): ArrayIterator<T>
}
interface MapIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
  [Symbol.iterator](): MapIterator<T>
}
interface SetIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
  [Symbol.iterator](): SetIterator<T>
}
interface StringIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
  [Symbol.iterator](): StringIterator<T>
}
interface RegExpStringIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
  [Symbol.iterator](): RegExpStringIterator<T>
}
interface Generator<T = unknown, TReturn = any, TNext = any> extends IteratorObject<T, TReturn, TNext> {
  next(...[value]: [] | [TNext]): IteratorResult<T, TReturn>
  return(value: TReturn): IteratorResult<T, TReturn>
  throw(e: any): IteratorResult<T, TReturn>
  [Symbol.iterator](): Generator<T, TReturn, TNext>
}
interface GeneratorFunction {
  new (...args: any[]): Generator
  (...args: any[]): Generator
  readonly length: number
  readonly name: string
  readonly prototype: Generator
}
interface AsyncIterator<T, TReturn = any, TNext = any> {
  next(...[value]: [] | [TNext]): Promise<IteratorResult<T, TReturn>>
  return?(value?: TReturn | PromiseLike<TReturn>): Promise<IteratorResult<T, TReturn>>
  throw?(e?: any): Promise<IteratorResult<T, TReturn>>
}
interface AsyncIterable<T, TReturn = any, TNext = any> {
  [Symbol.asyncIterator](): AsyncIterator<T, TReturn, TNext>
}
interface AsyncIterableIterator<T, TReturn = any, TNext = any> extends AsyncIterator<T, TReturn, TNext> {
  [Symbol.asyncIterator](): AsyncIterableIterator<T, TReturn, TNext>
}
interface AsyncIteratorObject<T, TReturn = unknown, TNext = unknown> extends AsyncIterator<T, TReturn, TNext> {
  [Symbol.asyncIterator](): AsyncIteratorObject<T, TReturn, TNext>
}
interface AsyncGenerator<T = unknown, TReturn = any, TNext = any> extends AsyncIteratorObject<T, TReturn, TNext> {
  next(...[value]: [] | [TNext]): Promise<IteratorResult<T, TReturn>>
  return(value: TReturn | PromiseLike<TReturn>): Promise<IteratorResult<T, TReturn>>
  throw(e: any): Promise<IteratorResult<T, TReturn>>
  [Symbol.asyncIterator](): AsyncGenerator<T, TReturn, TNext>
}
interface AsyncGeneratorFunction {
  new (...args: any[]): AsyncGenerator
  (...args: any[]): AsyncGenerator
  readonly length: number
  readonly name: string
  readonly prototype: AsyncGenerator
}

// ---- Arrays ----------------------------------------------------------------------------------------------------

interface ArrayLike<T> {
  readonly length: number
  readonly [n: number]: T
}
interface ConcatArray<T> {
  readonly length: number
  readonly [n: number]: T
  join(separator?: string): string
  slice(start?: number, end?: number): T[]
}
type FlatArray<Arr, Depth extends number> = Depth extends 0
  ? Arr
  : Arr extends readonly (infer Inner)[]
    ? Depth extends 1
      ? Inner
      : FlatArray<Inner, 1>
    : Arr

interface ReadonlyArray<T> {
  readonly length: number
  readonly [n: number]: T
  /** @coerces string @propagates this */
  toString(): string
  /** @coerces string @propagates this */
  toLocaleString(): string
  /** @returns this @propagates this 0+ */
  concat(...items: (T | ConcatArray<T>)[]): T[]
  /** @propagates this 0 */
  join(separator?: string): string
  /** @returns this */
  slice(start?: number, end?: number): T[]
  indexOf(searchElement: T, fromIndex?: number): number
  lastIndexOf(searchElement: T, fromIndex?: number): number
  includes(searchElement: T, fromIndex?: number): boolean
  /** @propagates this */
  at(index: number): T
  /** @iterates this 0 @drops 0 true */
  every(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): boolean
  /** @iterates this 0 @drops 0 true */
  some(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): boolean
  /** @iterates this 0 @drops 0 */
  forEach(callback: (value: T, index: number, array: readonly T[]) => void, thisArg?: any): void
  /** @iterates this 0 */
  map<U>(callback: (value: T, index: number, array: readonly T[]) => U, thisArg?: any): U[]
  /** @iterates this 0 @returns this @drops 0 true */
  filter<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): S[]
  /** @iterates this 0 @returns this @drops 0 true */
  filter(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): T[]
  /** @iterates this 0 @propagates this 1 */
  reduce<U = T>(callback: (previous: U, value: T, index: number, array: readonly T[]) => U, initial?: U): U
  /** @iterates this 0 @propagates this 1 */
  reduceRight<U = T>(callback: (previous: U, value: T, index: number, array: readonly T[]) => U, initial?: U): U
  /** @iterates this 0 @propagates this @drops 0 true */
  find<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): S
  /** @iterates this 0 @propagates this @drops 0 true */
  find(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): T
  /** @iterates this 0 @propagates this @drops 0 true */
  findLast(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): T
  /** @iterates this 0 @drops 0 true */
  findIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): number
  /** @iterates this 0 @drops 0 true */
  findLastIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): number
  /** @iterates this 0 */
  flatMap<U>(callback: (value: T, index: number, array: T[]) => U | readonly U[], thisArg?: any): U[]
  /** @returns this */
  flat<D extends number = 1>(depth?: D): FlatArray<T, D>[]
  /** @returns this */
  entries(): ArrayIterator<[number, T]>
  keys(): ArrayIterator<number>
  /** @returns this */
  values(): ArrayIterator<T>
  /** @returns this */
  toReversed(): T[]
  /** @returns this @iterates this 0 */
  toSorted(compare?: (a: T, b: T) => number): T[]
  /** @returns this @propagates this 2+ */
  toSpliced(start: number, skipCount?: number, ...items: T[]): T[]
  /** @returns this @propagates this 1 */
  with(index: number, value: T): T[]
  /** @returns this */
  [Symbol.iterator](): ArrayIterator<T>
}

interface Array<T> {
  length: number
  [n: number]: T
  /** @coerces string @propagates this */
  toString(): string
  /** @coerces string @propagates this */
  toLocaleString(): string
  /** @propagates this */
  pop(): T
  push(...items: T[]): number
  /** @returns this @propagates this 0+ */
  concat(...items: (T | ConcatArray<T>)[]): T[]
  /** @propagates this 0 */
  join(separator?: string): string
  /** @returns this */
  reverse(): T[]
  /** @propagates this */
  shift(): T
  /** @returns this */
  slice(start?: number, end?: number): T[]
  /** @returns this @iterates this 0 */
  sort(compare?: (a: T, b: T) => number): this
  /** @returns this */
  splice(start: number, deleteCount?: number, ...items: T[]): T[]
  unshift(...items: T[]): number
  indexOf(searchElement: T, fromIndex?: number): number
  lastIndexOf(searchElement: T, fromIndex?: number): number
  includes(searchElement: T, fromIndex?: number): boolean
  /** @propagates this */
  at(index: number): T
  /** @iterates this 0 @drops 0 true */
  every(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean
  /** @iterates this 0 @drops 0 true */
  some(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean
  /** @iterates this 0 @drops 0 */
  forEach(callback: (value: T, index: number, array: T[]) => void, thisArg?: any): void
  /** @iterates this 0 */
  map<U>(callback: (value: T, index: number, array: T[]) => U, thisArg?: any): U[]
  /** @iterates this 0 @returns this @drops 0 true */
  filter<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArg?: any): S[]
  /** @iterates this 0 @returns this @drops 0 true */
  filter(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T[]
  /** @iterates this 0 @propagates this 1 */
  reduce<U = T>(callback: (previous: U, value: T, index: number, array: T[]) => U, initial?: U): U
  /** @iterates this 0 @propagates this 1 */
  reduceRight<U = T>(callback: (previous: U, value: T, index: number, array: T[]) => U, initial?: U): U
  /** @iterates this 0 @propagates this @drops 0 true */
  find<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArg?: any): S
  /** @iterates this 0 @propagates this @drops 0 true */
  find(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T
  /** @iterates this 0 @propagates this @drops 0 true */
  findLast(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T
  /** @iterates this 0 @drops 0 true */
  findIndex(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): number
  /** @iterates this 0 @drops 0 true */
  findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): number
  /** @iterates this 0 */
  flatMap<U>(callback: (value: T, index: number, array: T[]) => U | readonly U[], thisArg?: any): U[]
  /** @returns this */
  flat<D extends number = 1>(depth?: D): FlatArray<T, D>[]
  /** @returns this @propagates this 0 */
  fill(value: T, start?: number, end?: number): this
  /** @returns this */
  copyWithin(target: number, start: number, end?: number): this
  /** @returns this */
  entries(): ArrayIterator<[number, T]>
  keys(): ArrayIterator<number>
  /** @returns this */
  values(): ArrayIterator<T>
  /** @returns this */
  toReversed(): T[]
  /** @returns this @iterates this 0 */
  toSorted(compare?: (a: T, b: T) => number): T[]
  /** @returns this @propagates this 2+ */
  toSpliced(start: number, skipCount?: number, ...items: T[]): T[]
  /** @returns this @propagates this 1 */
  with(index: number, value: T): T[]
  /** @returns this */
  [Symbol.iterator](): ArrayIterator<T>
}
interface ArrayConstructor {
  new (arrayLength: number): any[]
  /** @propagates 0+ */
  new <T>(...items: T[]): T[]
  (arrayLength: number): any[]
  /** @propagates 0+ */
  <T>(...items: T[]): T[]
  isArray(arg: any): arg is any[]
  readonly prototype: any[]
  /** @returns 0 */
  from<T>(iterable: Iterable<T> | ArrayLike<T>): T[]
  /** @iterates 0 1 */
  from<T, U>(iterable: Iterable<T> | ArrayLike<T>, mapfn: (v: T, k: number) => U, thisArg?: any): U[]
  /** @returns 0 */
  fromAsync<T>(iterable: AsyncIterable<T> | Iterable<T | PromiseLike<T>> | ArrayLike<T | PromiseLike<T>>): Promise<T[]>
  /** @iterates 0 1 */
  fromAsync<T, U>(
    iterable: AsyncIterable<T> | Iterable<T> | ArrayLike<T>,
    mapfn: (v: Awaited<T>, k: number) => U,
    thisArg?: any,
  ): Promise<Awaited<U>[]>
  /** @propagates 0+ */
  of<T>(...items: T[]): T[]
}
declare var Array: ArrayConstructor

// ---- Keyed collections -----------------------------------------------------------------------------------------

interface ReadonlyMap<K, V> {
  /** @iterates this 0 @drops 0 */
  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void, thisArg?: any): void
  /** @propagates this */
  get(key: K): V
  has(key: K): boolean
  readonly size: number
  /** @returns this */
  entries(): MapIterator<[K, V]>
  /** @returns this */
  keys(): MapIterator<K>
  /** @returns this */
  values(): MapIterator<V>
  [Symbol.iterator](): MapIterator<[K, V]>
}
interface Map<K, V> {
  clear(): void
  delete(key: K): boolean
  /** @iterates this 0 @drops 0 */
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void, thisArg?: any): void
  /** @propagates this */
  get(key: K): V
  has(key: K): boolean
  /** @returns this @propagates this 0 1 */
  set(key: K, value: V): this
  readonly size: number
  /** @returns this */
  entries(): MapIterator<[K, V]>
  /** @returns this */
  keys(): MapIterator<K>
  /** @returns this */
  values(): MapIterator<V>
  [Symbol.iterator](): MapIterator<[K, V]>
}
interface MapConstructor {
  /** @propagates 0 */
  new <K = any, V = any>(entries?: readonly (readonly [K, V])[]): Map<K, V>
  /** @propagates 0 */
  new <K = any, V = any>(entries?: Iterable<readonly [K, V]>): Map<K, V>
  readonly prototype: Map<any, any>
  /** @iterates 0 1 @propagates 0 */
  groupBy<K, T>(items: Iterable<T>, keySelector: (item: T, index: number) => K): Map<K, T[]>
}
declare var Map: MapConstructor
interface WeakMap<K extends WeakKey, V> {
  delete(key: K): boolean
  /** @propagates this */
  get(key: K): V
  has(key: K): boolean
  /** @returns this @propagates this 1 */
  set(key: K, value: V): this
}
interface WeakMapConstructor {
  new <K extends WeakKey = WeakKey, V = any>(entries?: Iterable<readonly [K, V]>): WeakMap<K, V>
  readonly prototype: WeakMap<WeakKey, any>
}
declare var WeakMap: WeakMapConstructor

interface ReadonlySet<T> {
  /** @iterates this 0 @drops 0 */
  forEach(callback: (value: T, value2: T, set: ReadonlySet<T>) => void, thisArg?: any): void
  has(value: T): boolean
  readonly size: number
  /** @returns this */
  entries(): SetIterator<[T, T]>
  /** @returns this */
  keys(): SetIterator<T>
  /** @returns this */
  values(): SetIterator<T>
  [Symbol.iterator](): SetIterator<T>
}
interface Set<T> {
  /** @returns this @propagates this 0 */
  add(value: T): this
  clear(): void
  delete(value: T): boolean
  /** @iterates this 0 @drops 0 */
  forEach(callback: (value: T, value2: T, set: Set<T>) => void, thisArg?: any): void
  has(value: T): boolean
  readonly size: number
  /** @returns this */
  entries(): SetIterator<[T, T]>
  /** @returns this */
  keys(): SetIterator<T>
  /** @returns this */
  values(): SetIterator<T>
  /** @propagates this 0 */
  union<U>(other: ReadonlySetLike<U>): Set<T | U>
  /** @propagates this */
  intersection<U>(other: ReadonlySetLike<U>): Set<T & U>
  /** @returns this */
  difference<U>(other: ReadonlySetLike<U>): Set<T>
  /** @propagates this 0 */
  symmetricDifference<U>(other: ReadonlySetLike<U>): Set<T | U>
  isSubsetOf(other: ReadonlySetLike<unknown>): boolean
  isSupersetOf(other: ReadonlySetLike<unknown>): boolean
  isDisjointFrom(other: ReadonlySetLike<unknown>): boolean
  [Symbol.iterator](): SetIterator<T>
}
interface ReadonlySetLike<T> {
  keys(): Iterator<T>
  has(value: T): boolean
  readonly size: number
}
interface SetConstructor {
  /** @returns 0 */
  new <T = any>(values?: Iterable<T>): Set<T>
  readonly prototype: Set<any>
}
declare var Set: SetConstructor
interface WeakSet<T extends WeakKey> {
  /** @returns this */
  add(value: T): this
  delete(value: T): boolean
  has(value: T): boolean
}
interface WeakSetConstructor {
  new <T extends WeakKey = WeakKey>(values?: Iterable<T>): WeakSet<T>
  readonly prototype: WeakSet<WeakKey>
}
declare var WeakSet: WeakSetConstructor
interface WeakKeyTypes {
  object: object
  symbol: symbol
}
type WeakKey = WeakKeyTypes[keyof WeakKeyTypes]
interface WeakRef<T extends WeakKey> {
  /** @returns this */
  deref(): T
}
interface WeakRefConstructor {
  /** @returns 0 */
  new <T extends WeakKey>(target: T): WeakRef<T>
  readonly prototype: WeakRef<any>
}
declare var WeakRef: WeakRefConstructor
interface FinalizationRegistry<T> {
  register(target: WeakKey, heldValue: T, unregisterToken?: WeakKey): void
  unregister(unregisterToken: WeakKey): boolean
}
interface FinalizationRegistryConstructor {
  /** @calls 0 deferred */
  new <T>(cleanup: (heldValue: T) => void): FinalizationRegistry<T>
  readonly prototype: FinalizationRegistry<any>
}
declare var FinalizationRegistry: FinalizationRegistryConstructor

// ---- Promises --------------------------------------------------------------------------------------------------

interface PromiseLike<T> {
  /** @calls 0 @calls 1 */
  then<A = T, B = never>(
    onfulfilled?: (value: T) => A | PromiseLike<A>,
    onrejected?: (reason: any) => B | PromiseLike<B>,
  ): PromiseLike<A | B>
}
interface Promise<T> {
  /** @calls 0 @calls 1 */
  then<A = T, B = never>(
    onfulfilled?: (value: T) => A | PromiseLike<A>,
    onrejected?: (reason: any) => B | PromiseLike<B>,
  ): Promise<A | B>
  /** @calls 0 @returns this */
  catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<T | B>
  /** @calls 0 cleanup @returns this */
  finally(onfinally?: () => void): Promise<T>
}
interface PromiseFulfilledResult<T> {
  status: 'fulfilled'
  value: T
}
interface PromiseRejectedResult {
  status: 'rejected'
  reason: any
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult
interface PromiseWithResolvers<T> {
  promise: Promise<T>
  resolve: (value: T | PromiseLike<T>) => void
  reject: (reason?: any) => void
}
interface PromiseConstructor {
  readonly prototype: Promise<any>
  /** @calls 0 once @drops 0 */
  new <T>(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void): Promise<T>
  /** @collects 0 @propagates 0 */
  all<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>
  /** @collects 0 @propagates 0 */
  all<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>
  /** @collects 0 @propagates 0 */
  allSettled<T extends readonly unknown[] | []>(
    values: T,
  ): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>
  /** @collects 0 @propagates 0 */
  allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<Awaited<T>>[]>
  /** @collects 0 @propagates 0 */
  race<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>
  /** @collects 0 @propagates 0 */
  any<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>
  reject<T = never>(reason?: any): Promise<T>
  /** @returns 0 */
  resolve<T = void>(value?: T | PromiseLike<T>): Promise<Awaited<T>>
  withResolvers<T>(): PromiseWithResolvers<T>
  /** @calls 0 once */
  try<T, A extends unknown[]>(callback: (...args: A) => T | PromiseLike<T>, ...args: A): Promise<Awaited<T>>
}
declare var Promise: PromiseConstructor
type Awaited<T> = T extends null | undefined
  ? T
  : T extends object & { then(onfulfilled: infer F, ...args: infer _): any }
    ? F extends (value: infer V, ...args: infer _) => any
      ? Awaited<V>
      : never
    : T

// ---- Type operators --------------------------------------------------------------------------------------------

type Partial<T> = { [P in keyof T]?: T[P] }
type Required<T> = { [P in keyof T]-?: T[P] }
type Readonly<T> = { readonly [P in keyof T]: T[P] }
type Pick<T, K extends keyof T> = { [P in K]: T[P] }
type Record<K extends keyof any, T> = { [P in K]: T }
type Exclude<T, U> = T extends U ? never : T
type Extract<T, U> = T extends U ? T : never
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>
type NonNullable<T> = T & {}
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never
type ConstructorParameters<T extends abstract new (...args: any) => any> = T extends abstract new (...args: infer P) => any ? P : never
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any
type InstanceType<T extends abstract new (...args: any) => any> = T extends abstract new (...args: any) => infer R ? R : any
type ThisParameterType<T> = T extends (this: infer U, ...args: never) => any ? U : unknown
type OmitThisParameter<T> = unknown extends ThisParameterType<T> ? T : T extends (...args: infer A) => infer R ? (...args: A) => R : T
type Uppercase<S extends string> = intrinsic
type Lowercase<S extends string> = intrinsic
type Capitalize<S extends string> = intrinsic
type Uncapitalize<S extends string> = intrinsic
type NoInfer<T> = intrinsic
interface ThisType<T> {}

// ---- Reflection ------------------------------------------------------------------------------------------------

interface ProxyHandler<T extends object> {
  apply?(target: T, thisArg: any, argArray: any[]): any
  construct?(target: T, argArray: any[], newTarget: Function): object
  defineProperty?(target: T, property: string | symbol, attributes: PropertyDescriptor): boolean
  deleteProperty?(target: T, p: string | symbol): boolean
  get?(target: T, p: string | symbol, receiver: any): any
  getOwnPropertyDescriptor?(target: T, p: string | symbol): PropertyDescriptor
  getPrototypeOf?(target: T): object
  has?(target: T, p: string | symbol): boolean
  ownKeys?(target: T): ArrayLike<string | symbol>
  set?(target: T, p: string | symbol, newValue: any, receiver: any): boolean
}
interface ProxyConstructor {
  /** @returns 0 */
  new <T extends object>(target: T, handler: ProxyHandler<T>): T
  revocable<T extends object>(target: T, handler: ProxyHandler<T>): { proxy: T; revoke: () => void }
}
declare var Proxy: ProxyConstructor
declare namespace Reflect {
  /** @calls 0 */
  function apply(target: Function, thisArgument: any, argumentsList: ArrayLike<any>): any
  function construct(target: Function, argumentsList: ArrayLike<any>, newTarget?: Function): any
  function defineProperty(target: object, propertyKey: PropertyKey, attributes: PropertyDescriptor): boolean
  function deleteProperty(target: object, propertyKey: PropertyKey): boolean
  /** @propagates 0 */
  function get(target: object, propertyKey: PropertyKey, receiver?: any): any
  function getOwnPropertyDescriptor(target: object, propertyKey: PropertyKey): PropertyDescriptor
  function getPrototypeOf(target: object): object
  function has(target: object, propertyKey: PropertyKey): boolean
  /** @propagates 0 */
  function ownKeys(target: object): (string | symbol)[]
  function set(target: object, propertyKey: PropertyKey, value: any, receiver?: any): boolean
  function setPrototypeOf(target: object, proto: object): boolean
}

// ---- Binary data -----------------------------------------------------------------------------------------------

interface ArrayBuffer {
  readonly byteLength: number
  /** @returns this */
  slice(begin?: number, end?: number): ArrayBuffer
  readonly [Symbol.toStringTag]: 'ArrayBuffer'
}
interface ArrayBufferTypes {
  ArrayBuffer: ArrayBuffer
  SharedArrayBuffer: SharedArrayBuffer
}
type ArrayBufferLike = ArrayBufferTypes[keyof ArrayBufferTypes]
interface ArrayBufferConstructor {
  readonly prototype: ArrayBuffer
  new (byteLength: number): ArrayBuffer
  isView(arg: any): arg is ArrayBufferView
}
declare var ArrayBuffer: ArrayBufferConstructor
interface ArrayBufferView<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B
  readonly byteLength: number
  readonly byteOffset: number
}
interface SharedArrayBuffer {
  readonly byteLength: number
  slice(begin?: number, end?: number): SharedArrayBuffer
  readonly [Symbol.toStringTag]: 'SharedArrayBuffer'
}
interface SharedArrayBufferConstructor {
  readonly prototype: SharedArrayBuffer
  new (byteLength?: number): SharedArrayBuffer
}
declare var SharedArrayBuffer: SharedArrayBufferConstructor
interface DataView<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B
  readonly byteLength: number
  readonly byteOffset: number
  getFloat32(byteOffset: number, littleEndian?: boolean): number
  getFloat64(byteOffset: number, littleEndian?: boolean): number
  getInt8(byteOffset: number): number
  getInt16(byteOffset: number, littleEndian?: boolean): number
  getInt32(byteOffset: number, littleEndian?: boolean): number
  getUint8(byteOffset: number): number
  getUint16(byteOffset: number, littleEndian?: boolean): number
  getUint32(byteOffset: number, littleEndian?: boolean): number
  setFloat32(byteOffset: number, value: number, littleEndian?: boolean): void
  setFloat64(byteOffset: number, value: number, littleEndian?: boolean): void
  setInt8(byteOffset: number, value: number): void
  setInt16(byteOffset: number, value: number, littleEndian?: boolean): void
  setInt32(byteOffset: number, value: number, littleEndian?: boolean): void
  setUint8(byteOffset: number, value: number): void
  setUint16(byteOffset: number, value: number, littleEndian?: boolean): void
  setUint32(byteOffset: number, value: number, littleEndian?: boolean): void
}
interface DataViewConstructor {
  readonly prototype: DataView
  /** @returns 0 */
  new (buffer: ArrayBufferLike, byteOffset?: number, byteLength?: number): DataView
}
declare var DataView: DataViewConstructor
interface Uint8Array<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly BYTES_PER_ELEMENT: number
  readonly buffer: B
  readonly byteLength: number
  readonly byteOffset: number
  readonly length: number
  [index: number]: number
  at(index: number): number
  fill(value: number, start?: number, end?: number): this
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint8Array
  find(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): number
  forEach(callback: (value: number, index: number, array: this) => void, thisArg?: any): void
  every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean
  some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean
  includes(searchElement: number, fromIndex?: number): boolean
  indexOf(searchElement: number, fromIndex?: number): number
  /** @propagates this */
  join(separator?: string): string
  map(callback: (value: number, index: number, array: this) => number, thisArg?: any): Uint8Array
  reduce<U = number>(callback: (previous: U, value: number, index: number, array: this) => U, initial?: U): U
  /** @returns this */
  reverse(): this
  set(array: ArrayLike<number>, offset?: number): void
  /** @returns this */
  slice(start?: number, end?: number): Uint8Array
  /** @returns this */
  sort(compare?: (a: number, b: number) => number): this
  /** @returns this */
  subarray(begin?: number, end?: number): Uint8Array
  /** @coerces string @propagates this */
  toString(): string
  entries(): ArrayIterator<[number, number]>
  keys(): ArrayIterator<number>
  values(): ArrayIterator<number>
  [Symbol.iterator](): ArrayIterator<number>
}
interface Uint8ArrayConstructor {
  readonly prototype: Uint8Array
  readonly BYTES_PER_ELEMENT: number
  /** @returns 0 */
  new (source?: number | ArrayLike<number> | ArrayBufferLike | Iterable<number>, byteOffset?: number, length?: number): Uint8Array<ArrayBuffer>
  of(...items: number[]): Uint8Array
  /** @returns 0 */
  from<T>(source: Iterable<T> | ArrayLike<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint8Array
}
declare var Uint8Array: Uint8ArrayConstructor
interface Int8Array<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Int8ArrayConstructor extends Uint8ArrayConstructor {}
declare var Int8Array: Int8ArrayConstructor
interface Uint8ClampedArray<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Uint8ClampedArrayConstructor extends Uint8ArrayConstructor {}
declare var Uint8ClampedArray: Uint8ClampedArrayConstructor
interface Int16Array<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Int16ArrayConstructor extends Uint8ArrayConstructor {}
declare var Int16Array: Int16ArrayConstructor
interface Uint16Array<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Uint16ArrayConstructor extends Uint8ArrayConstructor {}
declare var Uint16Array: Uint16ArrayConstructor
interface Int32Array<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Int32ArrayConstructor extends Uint8ArrayConstructor {}
declare var Int32Array: Int32ArrayConstructor
interface Uint32Array<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Uint32ArrayConstructor extends Uint8ArrayConstructor {}
declare var Uint32Array: Uint32ArrayConstructor
interface Float32Array<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Float32ArrayConstructor extends Uint8ArrayConstructor {}
declare var Float32Array: Float32ArrayConstructor
interface Float64Array<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {}
interface Float64ArrayConstructor extends Uint8ArrayConstructor {}
declare var Float64Array: Float64ArrayConstructor
interface BigInt64Array<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B
  readonly length: number
  [index: number]: bigint
}
declare var BigInt64Array: { new (source?: any): BigInt64Array }
interface BigUint64Array<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B
  readonly length: number
  [index: number]: bigint
}
declare var BigUint64Array: { new (source?: any): BigUint64Array }
interface Atomics {
  add(typedArray: any, index: number, value: any): any
  load(typedArray: any, index: number): any
  store(typedArray: any, index: number, value: any): any
  notify(typedArray: any, index: number, count?: number): number
  /** @effect sleep sync */
  wait(typedArray: any, index: number, value: any, timeout?: number): 'ok' | 'not-equal' | 'timed-out'
}
declare var Atomics: Atomics

// ---- Resources, modules, decorators ----------------------------------------------------------------------------

interface Disposable {
  [Symbol.dispose](): void
}
interface AsyncDisposable {
  [Symbol.asyncDispose](): PromiseLike<void>
}
interface DisposableStack {
  dispose(): void
  /** @returns 0 */
  use<T>(value: T): T
  /** @calls 1 cleanup @returns 0 */
  adopt<T>(value: T, onDispose: (value: T) => void): T
  /** @calls 0 cleanup */
  defer(onDispose: () => void): void
  /** @returns this */
  move(): DisposableStack
  [Symbol.dispose](): void
}
declare var DisposableStack: { new (): DisposableStack }
interface AsyncDisposableStack {
  disposeAsync(): Promise<void>
  /** @returns 0 */
  use<T>(value: T): T
  /** @calls 1 cleanup @returns 0 */
  adopt<T>(value: T, onDispose: (value: T) => PromiseLike<void> | void): T
  /** @calls 0 cleanup */
  defer(onDispose: () => PromiseLike<void> | void): void
  /** @returns this */
  move(): AsyncDisposableStack
  [Symbol.asyncDispose](): Promise<void>
}
declare var AsyncDisposableStack: { new (): AsyncDisposableStack }

interface ImportMeta {}
interface ImportCallOptions {
  with?: ImportAttributes
}
interface ImportAssertions {
  [key: string]: string
}
interface ImportAttributes {
  [key: string]: string
}

declare type ClassDecorator = <T extends Function>(target: T) => T | void
declare type PropertyDecorator = (target: Object, propertyKey: string | symbol) => void
declare type MethodDecorator = <T>(
  target: Object,
  propertyKey: string | symbol,
  descriptor: TypedPropertyDescriptor<T>,
) => TypedPropertyDescriptor<T> | void
declare type ParameterDecorator = (target: Object, propertyKey: string | symbol, parameterIndex: number) => void

type DecoratorMetadataObject = Record<PropertyKey, unknown>
type DecoratorMetadata = DecoratorMetadataObject
interface ClassDecoratorContext<Class = any> {
  readonly kind: 'class'
  readonly name: string
  addInitializer(initializer: (this: Class) => void): void
  readonly metadata: DecoratorMetadata
}
interface ClassMethodDecoratorContext<This = unknown, Value = any> {
  readonly kind: 'method'
  readonly name: string | symbol
  readonly static: boolean
  readonly private: boolean
  addInitializer(initializer: (this: This) => void): void
  readonly metadata: DecoratorMetadata
}
interface ClassGetterDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: 'getter'
  readonly name: string | symbol
  readonly static: boolean
  readonly private: boolean
  addInitializer(initializer: (this: This) => void): void
  readonly metadata: DecoratorMetadata
}
interface ClassSetterDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: 'setter'
  readonly name: string | symbol
  readonly static: boolean
  readonly private: boolean
  addInitializer(initializer: (this: This) => void): void
  readonly metadata: DecoratorMetadata
}
interface ClassAccessorDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: 'accessor'
  readonly name: string | symbol
  readonly static: boolean
  readonly private: boolean
  addInitializer(initializer: (this: This) => void): void
  readonly metadata: DecoratorMetadata
}
interface ClassAccessorDecoratorTarget<This, Value> {
  get(this: This): Value
  set(this: This, value: Value): void
}
interface ClassAccessorDecoratorResult<This, Value> {
  get?(this: This): Value
  set?(this: This, value: Value): void
  init?(this: This, value: Value): Value
}
interface ClassFieldDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: 'field'
  readonly name: string | symbol
  readonly static: boolean
  readonly private: boolean
  addInitializer(initializer: (this: This) => void): void
  readonly metadata: DecoratorMetadata
}
type ClassMemberDecoratorContext =
  | ClassMethodDecoratorContext
  | ClassGetterDecoratorContext
  | ClassSetterDecoratorContext
  | ClassFieldDecoratorContext
  | ClassAccessorDecoratorContext
type DecoratorContext = ClassDecoratorContext | ClassMemberDecoratorContext
