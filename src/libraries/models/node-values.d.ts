/*
 * Text, time, tests and the like of Node.js. Each module is declared under its bare name; its `node:` name leads there.
 */

declare module 'util' {
  export interface InspectOptions {
    [option: string]: any
  }
  export type CustomPromisify<F extends Function> = F & { __promisify__: Function }
  /** @returns 0 */
  export function promisify<F extends Function>(fn: { __promisify__: F }): F
  /** @returns 0 */
  export function promisify<A extends any[], R>(fn: (...args: [...A, (err: any, result: R) => void]) => any): (...args: A) => Promise<R>
  /** @returns 0 */
  export function promisify(fn: Function): Function
  /** @returns 0 */
  export function callbackify<A extends any[], R>(
    fn: (...args: A) => Promise<R>,
  ): (...args: [...A, (err: NodeJS.ErrnoException, result: R) => void]) => void
  /** @returns 0 */
  export function deprecate<F extends Function>(fn: F, message: string, code?: string): F
  /** @propagates 0+ */
  export function format(format?: any, ...values: any[]): string
  /** @propagates 1+ */
  export function formatWithOptions(options: InspectOptions, format?: any, ...values: any[]): string
  /** @propagates 0 */
  export function inspect(value: any, ...options: any[]): string
  export namespace inspect {
    let defaultOptions: InspectOptions
    const custom: unique symbol
  }
  export function inherits(constructor: unknown, parent: unknown): void
  export function isDeepStrictEqual(a: unknown, b: unknown): boolean
  export function debuglog(section: string, callback?: any): (message: string, ...values: unknown[]) => void
  /** @propagates 0 */
  export function stripVTControlCharacters(text: string): string
  /** @propagates 0 */
  export function toUSVString(text: string): string
  /** @propagates 1 */
  export function styleText(format: any, text: string): string
  export function parseArgs(config?: any): { values: any; positionals: string[] }
  export function isArray(value: unknown): value is unknown[]
  export function aborted(signal: AbortSignal, resource: any): Promise<void>
  export namespace types {
    function isPromise(value: unknown): value is Promise<unknown>
    function isDate(value: unknown): value is Date
    function isRegExp(value: unknown): value is RegExp
    function isNativeError(value: unknown): value is Error
    function isAsyncFunction(value: unknown): boolean
    function isGeneratorFunction(value: unknown): boolean
    function isProxy(value: unknown): boolean
    function isMap(value: unknown): boolean
    function isSet(value: unknown): boolean
    function isUint8Array(value: unknown): value is Uint8Array
    function isAnyArrayBuffer(value: unknown): value is ArrayBufferLike
  }
  const TextEncoder: typeof globalThis.TextEncoder
  type TextEncoder = globalThis.TextEncoder
  const TextDecoder: typeof globalThis.TextDecoder
  type TextDecoder = globalThis.TextDecoder
  export { TextEncoder, TextDecoder }
}
declare module 'timers' {
  const setTimeout: typeof globalThis.setTimeout
  const setInterval: typeof globalThis.setInterval
  const setImmediate: typeof globalThis.setImmediate
  const clearTimeout: typeof globalThis.clearTimeout
  const clearInterval: typeof globalThis.clearInterval
  const clearImmediate: typeof globalThis.clearImmediate
  import * as promises from 'timers/promises'
  export { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate, promises }
}
declare module 'timers/promises' {
  /** @effect sleep @returns 1 */
  export function setTimeout<T = void>(delay?: number, value?: T, options?: any): Promise<T>
  /** @returns 0 */
  export function setImmediate<T = void>(value?: T, options?: any): Promise<T>
  /** @effect sleep @stream */
  export function setInterval<T = void>(delay?: number, value?: T, options?: any): AsyncIterableIterator<T>
  export const scheduler: {
    /** @effect sleep */
    wait(delay?: number, options?: any): Promise<void>
    yield(): Promise<void>
  }
}
declare module 'os' {
  export function arch(): string
  export function availableParallelism(): number
  export function cpus(): { model: string; speed: number; times: any }[]
  export function endianness(): 'BE' | 'LE'
  export function freemem(): number
  export function homedir(): string
  export function hostname(): string
  export function loadavg(): number[]
  export function machine(): string
  export function networkInterfaces(): NodeJS.Dict<{ address: string; family: string; internal: boolean }[]>
  export function platform(): NodeJS.Platform
  export function release(): string
  export function tmpdir(): string
  export function totalmem(): number
  export function type(): string
  export function uptime(): number
  export function userInfo(options?: any): { username: string; uid: number; gid: number; shell: string; homedir: string }
  export function version(): string
  export const EOL: string
  export const devNull: string
  export const constants: any
}
declare module 'readline' {
  import EventEmitter = require('events')
  import * as promises from 'readline/promises'
  export { promises }
  export interface ReadLineOptions {
    [option: string]: any
  }
  export class Interface extends EventEmitter {
    readonly terminal: boolean
    readonly line: string
    getPrompt(): string
    setPrompt(prompt: string): void
    prompt(preserveCursor?: boolean): void
    /** @calls last deferred @drops last */
    question(query: string, options: any, callback?: (answer: string) => void): void
    pause(): this
    resume(): this
    close(): void
    write(data: any, key?: any): void
    /** @stream */
    [Symbol.asyncIterator](): AsyncIterableIterator<string>
  }
  export interface ReadLine extends Interface {}
  export function createInterface(input: any, output?: any, completer?: any, terminal?: boolean): Interface
  export function clearLine(stream: NodeJS.WritableStream, direction: number, callback?: () => void): boolean
  export function clearScreenDown(stream: NodeJS.WritableStream, callback?: () => void): boolean
  export function cursorTo(stream: NodeJS.WritableStream, x: number, y?: any, callback?: () => void): boolean
  export function moveCursor(stream: NodeJS.WritableStream, dx: number, dy: number, callback?: () => void): boolean
  export function emitKeypressEvents(stream: NodeJS.ReadableStream, readline?: Interface): void
}
declare module 'readline/promises' {
  import { Interface as Base } from 'readline'
  export class Interface extends Base {
    question(query: string, options?: any): Promise<string>
  }
  export function createInterface(input: any, output?: any, completer?: any, terminal?: boolean): Interface
}
declare module 'assert' {
  function assert(value: unknown, message?: string | Error): asserts value
  namespace assert {
    class AssertionError extends Error {
      actual: unknown
      expected: unknown
      operator: string
    }
    function fail(message?: string | Error): never
    function ok(value: unknown, message?: string | Error): asserts value
    function equal(actual: unknown, expected: unknown, message?: string | Error): void
    function notEqual(actual: unknown, expected: unknown, message?: string | Error): void
    function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void
    function notDeepEqual(actual: unknown, expected: unknown, message?: string | Error): void
    function strictEqual(actual: unknown, expected: unknown, message?: string | Error): void
    function notStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void
    function deepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void
    function notDeepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void
    function match(value: string, regexp: RegExp, message?: string | Error): void
    function doesNotMatch(value: string, regexp: RegExp, message?: string | Error): void
    function ifError(value: unknown): void
    /** @calls 0 once catches */
    function throws(block: () => unknown, error?: any, message?: string | Error): void
    /** @calls 0 once */
    function doesNotThrow(block: () => unknown, error?: any, message?: string | Error): void
    /** @calls 0 once catches */
    function rejects(block: (() => Promise<unknown>) | Promise<unknown>, error?: any, message?: string | Error): Promise<void>
    /** @calls 0 once */
    function doesNotReject(block: (() => Promise<unknown>) | Promise<unknown>, error?: any, message?: string | Error): Promise<void>
    const strict: typeof assert
  }
  export = assert
}
declare module 'assert/strict' {
  import { strict } from 'assert'
  export = strict
}
declare module 'buffer' {
  const Buffer: BufferConstructor
  type Buffer<T1 = any> = globalThis.Buffer
  const Blob: typeof globalThis.Blob
  type Blob = globalThis.Blob
  const File: typeof globalThis.File
  type File = globalThis.File
  export { Buffer, Blob, File }
  export const constants: { MAX_LENGTH: number; MAX_STRING_LENGTH: number }
  export const kMaxLength: number
}
declare module 'console' {
  const console: Console
  export = console
}
declare module 'process' {
  const process: NodeJS.Process
  export = process
}
declare module 'module' {
  export function createRequire(path: string | URL): NodeJS.Require
  export const builtinModules: string[]
  export function isBuiltin(name: string): boolean
  export function register(specifier: string | URL, parent?: any, options?: any): void
}
declare module 'v8' {
  export function getHeapStatistics(): any
  export function getHeapSpaceStatistics(): any[]
  /** @effect file-write sync */
  export function writeHeapSnapshot(filename?: string, options?: any): string
  export function setFlagsFromString(flags: string): void
  /** @propagates 0 */
  export function serialize(value: any): Buffer
  /** @propagates 0 */
  export function deserialize(buffer: any): any
}
declare module 'vm' {
  export class Script {
    constructor(code: string, options?: any)
    runInContext(context: any, options?: any): any
    runInNewContext(context?: any, options?: any): any
    runInThisContext(options?: any): any
  }
  /** @returns 0 */
  export function createContext(sandbox?: any, options?: any): any
  export function isContext(sandbox: any): boolean
  export function runInContext(code: string, context: any, options?: any): any
  export function runInNewContext(code: string, context?: any, options?: any): any
  export function runInThisContext(code: string, options?: any): any
}
declare module 'diagnostics_channel' {
  export class Channel<T1 = any, T2 = any> {
    readonly name: string
    readonly hasSubscribers: boolean
    publish(message: unknown): void
    /** @calls 0 deferred @drops 0 */
    subscribe(onMessage: (message: unknown, name: string | symbol) => void): void
    unsubscribe(onMessage: (message: unknown, name: string | symbol) => void): void
  }
  export function channel(name: string | symbol): Channel
  export function hasSubscribers(name: string | symbol): boolean
  /** @calls 1 deferred @drops 1 */
  export function subscribe(name: string | symbol, onMessage: (message: unknown, name: string | symbol) => void): void
}
declare module 'tty' {
  export function isatty(fd: number): boolean
}
declare module 'node:test' {
  function test(name?: any, options?: any, fn?: any): Promise<void>
  namespace test {
    export { test, test as it }
    export function describe(name?: any, options?: any, fn?: any): Promise<void>
    export function suite(name?: any, options?: any, fn?: any): Promise<void>
    export function before(fn?: any, options?: any): void
    export function after(fn?: any, options?: any): void
    export function beforeEach(fn?: any, options?: any): void
    export function afterEach(fn?: any, options?: any): void
    export const mock: any
  }
  export = test
}

declare module 'node:util' {
  export * from 'util'
}
declare module 'node:timers' {
  export * from 'timers'
}
declare module 'node:timers/promises' {
  export * from 'timers/promises'
}
declare module 'node:os' {
  export * from 'os'
}
declare module 'node:readline' {
  export * from 'readline'
}
declare module 'node:readline/promises' {
  export * from 'readline/promises'
}
declare module 'node:assert' {
  import whole = require('assert')
  export = whole
}
declare module 'node:assert/strict' {
  import whole = require('assert/strict')
  export = whole
}
declare module 'node:buffer' {
  export * from 'buffer'
}
declare module 'node:console' {
  import whole = require('console')
  export = whole
}
declare module 'node:process' {
  import whole = require('process')
  export = whole
}
declare module 'node:module' {
  export * from 'module'
}
declare module 'node:v8' {
  export * from 'v8'
}
declare module 'node:vm' {
  export * from 'vm'
}
declare module 'node:diagnostics_channel' {
  export * from 'diagnostics_channel'
}
declare module 'node:tty' {
  export * from 'tty'
}
