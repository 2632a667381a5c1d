/*
 * Node.js: its globals and built-in modules, with what they do to the world outside and to callbacks.
 * A global script. Every module is declared under its bare name; the `node:` names at the end lead there.
 */

// ---- Timers ----------------------------------------------------------------------------------------------------

/** @calls 0 deferred @drops 0 */
declare function setTimeout<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout
/** @calls 0 repeated @drops 0 */
declare function setInterval<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout
/** @calls 0 deferred @drops 0 */
declare function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): NodeJS.Immediate
declare function clearTimeout(timeout: NodeJS.Timeout | string | number): void
declare function clearInterval(timeout: NodeJS.Timeout | string | number): void
declare function clearImmediate(immediate: NodeJS.Immediate): void
/** @calls 0 deferred @drops 0 */
declare function queueMicrotask(callback: () => void): void
/** @returns 0 */
declare function structuredClone<T>(value: T, options?: any): T
/** @propagates 0 */
declare function atob(data: string): string
/** @propagates 0 */
declare function btoa(data: string): string

// ---- Modules ---------------------------------------------------------------------------------------------------

declare var require: NodeJS.Require
declare var module: NodeJS.Module
declare var exports: any
declare var __dirname: string
declare var __filename: string
declare var global: typeof globalThis
interface ImportMeta {
  dirname: string
  filename: string
  url: string
  resolve(specifier: string, parent?: string | URL): string
}
interface ErrorConstructor {
  captureStackTrace(target: object, constructor?: Function): void
  prepareStackTrace?: (error: Error, stackTraces: any[]) => any
  stackTraceLimit: number
}
interface RequireResolve extends NodeJS.RequireResolve {}

declare namespace NodeJS {
  interface Require {
    (id: string): any
    resolve: RequireResolve
    cache: Dict<Module>
    main: Module | undefined
  }
  interface RequireResolve {
    (id: string, options?: { paths?: string[] }): string
    paths(request: string): string[]
  }
  interface Module {
    children: Module[]
    exports: any
    filename: string
    id: string
    loaded: boolean
    parent: Module
    path: string
    paths: string[]
    require(id: string): any
  }
  interface Timeout {
    hasRef(): boolean
    ref(): this
    refresh(): this
    unref(): this
    close(): this
    [Symbol.toPrimitive](): number
    [Symbol.dispose](): void
  }
  interface Timer extends Timeout {}
  interface Immediate {
    hasRef(): boolean
    ref(): this
    unref(): this
    [Symbol.dispose](): void
  }
  interface Dict<T> {
    [key: string]: T
  }
  interface ReadOnlyDict<T> {
    readonly [key: string]: T
  }
  interface ErrnoException extends Error {
    errno?: number
    code?: string
    path?: string
    syscall?: string
  }
  type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array
  type ArrayBufferView = TypedArray | DataView
  type Platform = string
  type Architecture = string
  type Signals = string
  interface EventEmitter {
    /** @calls 1 deferred @drops 1 @returns this */
    addListener(event: string | symbol, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 @returns this */
    on(event: string | symbol, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 @returns this */
    once(event: string | symbol, listener: (...args: any[]) => void): this
    /** @returns this */
    removeListener(event: string | symbol, listener: (...args: any[]) => void): this
    /** @returns this */
    off(event: string | symbol, listener: (...args: any[]) => void): this
    /** @returns this */
    removeAllListeners(event?: string | symbol): this
    setMaxListeners(n: number): this
    getMaxListeners(): number
    listeners(event: string | symbol): Function[]
    rawListeners(event: string | symbol): Function[]
    emit(event: string | symbol, ...args: any[]): boolean
    listenerCount(event: string | symbol, listener?: Function): number
    /** @calls 1 deferred @drops 1 @returns this */
    prependListener(event: string | symbol, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 @returns this */
    prependOnceListener(event: string | symbol, listener: (...args: any[]) => void): this
    eventNames(): (string | symbol)[]
  }
  interface ReadableStream extends EventEmitter {
    readable: boolean
    /** @propagates this */
    read(size?: number): any
    setEncoding(encoding: BufferEncoding): this
    pause(): this
    resume(): this
    isPaused(): boolean
    /** @returns 0 */
    pipe<T extends WritableStream>(destination: T, options?: { end?: boolean }): T
    unpipe(destination?: WritableStream): this
    [Symbol.asyncIterator](): AsyncIterableIterator<any>
  }
  interface WritableStream extends EventEmitter {
    writable: boolean
    write(chunk: any, encoding?: any, callback?: (err?: Error) => void): boolean
    end(chunk?: any, encoding?: any, callback?: () => void): this
  }
  interface ReadWriteStream extends ReadableStream, WritableStream {}
  interface ProcessEnv extends Dict<string> {}
  interface ProcessVersions extends Dict<string> {
    node: string
    v8: string
  }
  interface MemoryUsage {
    rss: number
    heapTotal: number
    heapUsed: number
    external: number
    arrayBuffers: number
  }
  interface CpuUsage {
    user: number
    system: number
  }
  interface HRTime {
    (time?: [number, number]): [number, number]
    bigint(): bigint
  }
  interface WriteStream extends WritableStream {
    isTTY: boolean
    columns: number
    rows: number
  }
  interface ReadStream extends ReadableStream {
    isTTY?: boolean
    isRaw?: boolean
    setRawMode?(mode: boolean): this
  }
  interface Process extends EventEmitter {
    stdout: WriteStream
    stderr: WriteStream
    stdin: ReadStream
    argv: string[]
    argv0: string
    execArgv: string[]
    execPath: string
    env: ProcessEnv
    exitCode?: number | string
    version: string
    versions: ProcessVersions
    pid: number
    ppid: number
    title: string
    arch: string
    platform: string
    release: { name: string; lts?: string }
    config: any
    features: any
    connected: boolean
    abort(): never
    chdir(directory: string): void
    cwd(): string
    emitWarning(warning: string | Error, ...args: any[]): void
    exit(code?: number | string): never
    kill(pid: number, signal?: string | number): true
    getuid?(): number
    getgid?(): number
    setuid?(id: number | string): void
    memoryUsage: { (): MemoryUsage; rss(): number }
    cpuUsage(previousValue?: CpuUsage): CpuUsage
    resourceUsage(): any
    /** @calls 0 deferred @drops 0 */
    nextTick(callback: Function, ...args: any[]): void
    umask(mask?: string | number): number
    uptime(): number
    hrtime: HRTime
    /** @effect publish */
    send?(message: any, ...args: any[]): boolean
    disconnect(): void
    setUncaughtExceptionCaptureCallback(callback: (err: Error) => void): void
    hasUncaughtExceptionCaptureCallback(): boolean
  }
}
declare var process: NodeJS.Process

// ---- Logging ---------------------------------------------------------------------------------------------------

interface Console {
  assert(value: any, message?: string, ...rest: any[]): void
  clear(): void
  count(label?: string): void
  countReset(label?: string): void
  /** @effect log debug */
  debug(message?: any, ...rest: any[]): void
  /** @effect log debug */
  dir(value: any, options?: any): void
  /** @effect log debug */
  dirxml(...data: any[]): void
  /** @effect log error */
  error(message?: any, ...rest: any[]): void
  group(...label: any[]): void
  groupCollapsed(...label: any[]): void
  groupEnd(): void
  /** @effect log info */
  info(message?: any, ...rest: any[]): void
  /** @effect log info */
  log(message?: any, ...rest: any[]): void
  /** @effect log debug */
  table(data: any, properties?: readonly string[]): void
  time(label?: string): void
  timeEnd(label?: string): void
  timeLog(label?: string, ...data: any[]): void
  /** @effect log debug */
  trace(message?: any, ...rest: any[]): void
  /** @effect log warn */
  warn(message?: any, ...rest: any[]): void
}
declare var console: Console

// ---- Binary data -----------------------------------------------------------------------------------------------

type BufferEncoding =
  | 'ascii'
  | 'utf8'
  | 'utf-8'
  | 'utf16le'
  | 'utf-16le'
  | 'ucs2'
  | 'ucs-2'
  | 'base64'
  | 'base64url'
  | 'latin1'
  | 'binary'
  | 'hex'
interface BufferConstructor {
  /** @propagates 0 */
  new (value: any, encoding?: BufferEncoding): Buffer
  /** @propagates 0 */
  from(value: any, encodingOrOffset?: any, length?: number): Buffer
  of(...items: number[]): Buffer
  alloc(size: number, fill?: any, encoding?: BufferEncoding): Buffer
  allocUnsafe(size: number): Buffer
  allocUnsafeSlow(size: number): Buffer
  isBuffer(value: any): value is Buffer
  isEncoding(encoding: string): boolean
  byteLength(value: any, encoding?: BufferEncoding): number
  compare(a: Uint8Array, b: Uint8Array): number
  /** @propagates 0 */
  concat(list: readonly Uint8Array[], totalLength?: number): Buffer
  poolSize: number
}
interface Buffer<T1 = any> extends Uint8Array {
  write(text: string, offset?: any, length?: any, encoding?: BufferEncoding): number
  /** @coerces string @propagates this */
  toString(encoding?: BufferEncoding, start?: number, end?: number): string
  toJSON(): { type: 'Buffer'; data: number[] }
  equals(other: Uint8Array): boolean
  compare(target: Uint8Array, targetStart?: number, targetEnd?: number, sourceStart?: number, sourceEnd?: number): number
  copy(target: Uint8Array, targetStart?: number, sourceStart?: number, sourceEnd?: number): number
  /** @returns this */
  slice(start?: number, end?: number): Buffer
  /** @returns this */
  subarray(start?: number, end?: number): Buffer
  readUInt8(offset?: number): number
  readUInt16LE(offset?: number): number
  readUInt16BE(offset?: number): number
  readUInt32LE(offset?: number): number
  readUInt32BE(offset?: number): number
  readInt8(offset?: number): number
  readInt16LE(offset?: number): number
  readInt16BE(offset?: number): number
  readInt32LE(offset?: number): number
  readInt32BE(offset?: number): number
  readBigUInt64BE(offset?: number): bigint
  readBigUInt64LE(offset?: number): bigint
  readBigInt64BE(offset?: number): bigint
  readBigInt64LE(offset?: number): bigint
  readDoubleBE(offset?: number): number
  readDoubleLE(offset?: number): number
  readFloatBE(offset?: number): number
  readFloatLE(offset?: number): number
  writeUInt8(value: number, offset?: number): number
  writeUInt16LE(value: number, offset?: number): number
  writeUInt16BE(value: number, offset?: number): number
  writeUInt32LE(value: number, offset?: number): number
  writeUInt32BE(value: number, offset?: number): number
  writeInt32LE(value: number, offset?: number): number
  writeInt32BE(value: number, offset?: number): number
}
declare var Buffer: BufferConstructor

// ---- Web platform ----------------------------------------------------------------------------------------------

interface AbortController {
  readonly signal: AbortSignal
  abort(reason?: any): void
}
declare var AbortController: { prototype: AbortController; new (): AbortController }
interface Event {
  readonly type: string
  readonly target: EventTarget
  readonly currentTarget: EventTarget
  readonly defaultPrevented: boolean
  readonly timeStamp: number
  preventDefault(): void
  stopPropagation(): void
  stopImmediatePropagation(): void
}
declare var Event: { prototype: Event; new (type: string, init?: any): Event }
interface EventTarget {
  /** @calls 1 deferred @drops 1 */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void
  removeEventListener(type: string, listener: (event: any) => void, options?: any): void
  dispatchEvent(event: Event): boolean
}
declare var EventTarget: { prototype: EventTarget; new (): EventTarget }
interface AbortSignal extends EventTarget {
  readonly aborted: boolean
  readonly reason: any
  onabort: (event: Event) => any
  throwIfAborted(): void
}
declare var AbortSignal: {
  prototype: AbortSignal
  new (): AbortSignal
  abort(reason?: any): AbortSignal
  timeout(milliseconds: number): AbortSignal
  any(signals: AbortSignal[]): AbortSignal
}

interface URL {
  hash: string
  host: string
  hostname: string
  /** @propagates this */
  href: string
  readonly origin: string
  password: string
  pathname: string
  port: string
  protocol: string
  search: string
  readonly searchParams: URLSearchParams
  username: string
  /** @propagates this */
  toString(): string
  /** @propagates this */
  toJSON(): string
}
declare var URL: {
  prototype: URL
  /** @propagates 0 1 */
  new (input: string | URL, base?: string | URL): URL
  canParse(input: string, base?: string): boolean
  createObjectURL(blob: any): string
  revokeObjectURL(id: string): void
}
interface URLSearchParams {
  readonly size: number
  append(name: string, value: string): void
  delete(name: string, value?: string): void
  /** @propagates this */
  get(name: string): string
  /** @propagates this */
  getAll(name: string): string[]
  has(name: string, value?: string): boolean
  set(name: string, value: string): void
  sort(): void
  /** @propagates this */
  toString(): string
  /** @iterates this 0 */
  forEach(callback: (value: string, name: string, params: URLSearchParams) => void): void
  /** @propagates this */
  entries(): URLSearchParamsIterator<[string, string]>
  /** @propagates this */
  keys(): URLSearchParamsIterator<string>
  /** @propagates this */
  values(): URLSearchParamsIterator<string>
  [Symbol.iterator](): URLSearchParamsIterator<[string, string]>
}
interface URLSearchParamsIterator<T> extends IterableIterator<T> {
  [Symbol.iterator](): URLSearchParamsIterator<T>
}
declare var URLSearchParams: {
  prototype: URLSearchParams
  /** @propagates 0 */
  new (init?: any): URLSearchParams
}

interface Headers extends Iterable<[string, string]> {
  append(name: string, value: string): void
  delete(name: string): void
  /** @propagates this */
  get(name: string): string
  has(name: string): boolean
  set(name: string, value: string): void
  getSetCookie(): string[]
  /** @iterates this 0 */
  forEach(callback: (value: string, key: string, headers: Headers) => void): void
  /** @propagates this */
  entries(): IterableIterator<[string, string]>
  /** @propagates this */
  keys(): IterableIterator<string>
  /** @propagates this */
  values(): IterableIterator<string>
  [Symbol.iterator](): IterableIterator<[string, string]>
}
declare var Headers: {
  prototype: Headers
  /** @propagates 0 */
  new (init?: any): Headers
}
interface FormData extends Iterable<[string, any]> {
  append(name: string, value: any, fileName?: string): void
  delete(name: string): void
  /** @propagates this */
  get(name: string): any
  /** @propagates this */
  getAll(name: string): any[]
  has(name: string): boolean
  set(name: string, value: any, fileName?: string): void
  /** @iterates this 0 */
  forEach(callback: (value: any, key: string, form: FormData) => void): void
  /** @propagates this */
  entries(): IterableIterator<[string, any]>
  /** @propagates this */
  keys(): IterableIterator<string>
  /** @propagates this */
  values(): IterableIterator<any>
  [Symbol.iterator](): IterableIterator<[string, any]>
}
declare var FormData: { prototype: FormData; new (): FormData }
interface Blob {
  readonly size: number
  readonly type: string
  /** @propagates this */
  arrayBuffer(): Promise<ArrayBuffer>
  /** @returns this */
  slice(start?: number, end?: number, type?: string): Blob
  /** @propagates this */
  stream(): ReadableStream
  /** @propagates this */
  text(): Promise<string>
}
declare var Blob: {
  prototype: Blob
  /** @propagates 0 */
  new (sources?: any[], options?: any): Blob
}
interface File extends Blob {
  readonly name: string
  readonly lastModified: number
}
declare var File: {
  prototype: File
  /** @propagates 0 */
  new (sources: any[], fileName: string, options?: any): File
}
interface RequestInit {
  method?: string
  headers?: any
  body?: any
  redirect?: string
  signal?: AbortSignal
  keepalive?: boolean
  credentials?: string
  mode?: string
  referrer?: string
  integrity?: string
  duplex?: string
}
interface ResponseInit {
  readonly status?: number
  readonly statusText?: string
  readonly headers?: any
}
/** A request that a server was given; one built by hand to be sent is rarely read. */
interface Request {
  /** @source headers */
  readonly headers: Headers
  readonly method: string
  /** @source query */
  readonly url: string
  readonly signal: AbortSignal
  /** @source body */
  readonly body: ReadableStream
  readonly bodyUsed: boolean
  /** @source body */
  arrayBuffer(): Promise<ArrayBuffer>
  /** @source file */
  blob(): Promise<Blob>
  /** @upload @source form */
  formData(): Promise<FormData>
  /** @source body */
  json(): Promise<any>
  /** @source body */
  text(): Promise<string>
  /** @returns this */
  clone(): Request
}
declare var Request: {
  prototype: Request
  new (input: string | URL | Request, init?: RequestInit): Request
}
interface Response {
  readonly headers: Headers
  readonly ok: boolean
  readonly redirected: boolean
  readonly status: number
  readonly statusText: string
  readonly type: string
  readonly url: string
  readonly body: ReadableStream
  readonly bodyUsed: boolean
  arrayBuffer(): Promise<ArrayBuffer>
  blob(): Promise<Blob>
  formData(): Promise<FormData>
  json(): Promise<any>
  text(): Promise<string>
  /** @returns this */
  clone(): Response
}
declare var Response: {
  prototype: Response
  new (body?: any, init?: ResponseInit): Response
  error(): Response
  json(data: any, init?: ResponseInit): Response
  redirect(url: string | URL, status?: number): Response
}
/** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.signal|1.dispatcher default=300000 */
declare function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>

interface ReadableStream<R = any> {
  readonly locked: boolean
  cancel(reason?: any): Promise<void>
  getReader(options?: any): any
  /** @propagates this */
  pipeThrough(transform: any, options?: any): ReadableStream<any>
  pipeTo(destination: any, options?: any): Promise<void>
  tee(): [ReadableStream<R>, ReadableStream<R>]
  values(options?: any): AsyncIterableIterator<R>
  [Symbol.asyncIterator](): AsyncIterableIterator<R>
}
declare var ReadableStream: {
  prototype: ReadableStream
  new <R = any>(source?: any, strategy?: any): ReadableStream<R>
}
interface WritableStream<W = any> {
  readonly locked: boolean
  abort(reason?: any): Promise<void>
  close(): Promise<void>
  getWriter(): any
}
declare var WritableStream: { prototype: WritableStream; new <W = any>(sink?: any, strategy?: any): WritableStream<W> }
interface TransformStream<I = any, O = any> {
  readonly readable: ReadableStream<O>
  readonly writable: WritableStream<I>
}
declare var TransformStream: {
  prototype: TransformStream
  new <I = any, O = any>(transformer?: any, writable?: any, readable?: any): TransformStream<I, O>
}
interface TextEncoder {
  readonly encoding: string
  /** @propagates 0 */
  encode(input?: string): Uint8Array
}
declare var TextEncoder: { prototype: TextEncoder; new (): TextEncoder }
interface TextDecoder {
  readonly encoding: string
  /** @coerces string @propagates 0 */
  decode(input?: any, options?: any): string
}
declare var TextDecoder: { prototype: TextDecoder; new (label?: string, options?: any): TextDecoder }
interface MessagePort extends EventTarget {
  postMessage(value: any, transferList?: readonly any[]): void
  /** @calls 1 deferred @drops 1 */
  on(event: string, listener: (...args: any[]) => void): this
  /** @calls 1 deferred @drops 1 */
  once(event: string, listener: (...args: any[]) => void): this
  close(): void
  start(): void
  ref(): void
  unref(): void
}
interface MessageChannel {
  readonly port1: MessagePort
  readonly port2: MessagePort
}
declare var MessageChannel: { prototype: MessageChannel; new (): MessageChannel }
interface BroadcastChannel {
  readonly name: string
  close(): void
  postMessage(message: unknown): void
  onmessage: (message: unknown) => void
}
declare var BroadcastChannel: { prototype: BroadcastChannel; new (name: string): BroadcastChannel }
interface Performance {
  now(): number
  readonly timeOrigin: number
  mark(name: string, options?: any): any
  measure(name: string, start?: any, end?: any): any
  clearMarks(name?: string): void
  getEntries(): any[]
  getEntriesByName(name: string, type?: any): any[]
  getEntriesByType(type: any): any[]
  eventLoopUtilization: any
  toJSON(): any
}
declare var performance: Performance
interface SubtleCrypto {
  decrypt(algorithm: any, key: CryptoKey, data: any): Promise<ArrayBuffer>
  deriveBits(algorithm: any, key: CryptoKey, length: number): Promise<ArrayBuffer>
  deriveKey(algorithm: any, key: CryptoKey, derived: any, extractable: boolean, usages: readonly any[]): Promise<CryptoKey>
  digest(algorithm: any, data: any): Promise<ArrayBuffer>
  encrypt(algorithm: any, key: CryptoKey, data: any): Promise<ArrayBuffer>
  exportKey(format: string, key: CryptoKey): Promise<any>
  generateKey(algorithm: any, extractable: boolean, usages: readonly any[]): Promise<any>
  importKey(format: any, data: any, algorithm: any, extractable: boolean, usages: readonly any[]): Promise<CryptoKey>
  sign(algorithm: any, key: CryptoKey, data: any): Promise<ArrayBuffer>
  verify(algorithm: any, key: CryptoKey, signature: any, data: any): Promise<boolean>
}
interface CryptoKey {
  readonly algorithm: any
  readonly extractable: boolean
  readonly type: string
  readonly usages: string[]
}
interface Crypto {
  readonly subtle: SubtleCrypto
  /** @returns 0 */
  getRandomValues<T>(typedArray: T): T
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`
}
declare var crypto: Crypto

// ---- Events and streams ----------------------------------------------------------------------------------------

declare module 'events' {
  interface EventEmitter<T = any> extends NodeJS.EventEmitter {}
  class EventEmitter<T = any> {
    constructor(options?: { captureRejections?: boolean })
    /** Resolves with the arguments of the next such event. */
    static once(emitter: any, event: string | symbol, options?: any): Promise<any[]>
    /** @stream */
    static on(emitter: any, event: string | symbol, options?: any): AsyncIterableIterator<any[]>
    static listenerCount(emitter: NodeJS.EventEmitter, event: string | symbol): number
    static setMaxListeners(n?: number, ...targets: any[]): void
    static defaultMaxListeners: number
    static readonly captureRejectionSymbol: unique symbol
    static readonly errorMonitor: unique symbol
    static captureRejections: boolean
  }
  namespace EventEmitter {
    export { EventEmitter }
    export class EventEmitterAsyncResource extends EventEmitter {}
  }
  export = EventEmitter
}

declare module 'stream' {
  import EventEmitter = require('events')
  export class Stream extends EventEmitter {
    /** @returns 0 */
    pipe<T>(destination: T, options?: { end?: boolean }): T
  }
  export interface ReadableOptions<T1 = any> {
    [option: string]: any
  }
  export interface WritableOptions<T1 = any> {
    [option: string]: any
  }
  export interface DuplexOptions<T1 = any> extends ReadableOptions {}
  export interface TransformOptions<T1 = any> extends ReadableOptions {}
  export class Readable extends Stream implements NodeJS.ReadableStream {
    constructor(options?: ReadableOptions)
    /** @propagates 0 */
    static from(iterable: Iterable<any> | AsyncIterable<any>, options?: ReadableOptions): Readable
    /** @propagates 0 */
    static fromWeb(stream: any, options?: any): Readable
    static toWeb(stream: Readable): any
    readable: boolean
    readonly readableEnded: boolean
    readonly readableFlowing: boolean
    readonly readableLength: number
    readonly readableObjectMode: boolean
    destroyed: boolean
    readonly errored: Error
    _read(size: number): void
    /** @propagates this */
    read(size?: number): any
    setEncoding(encoding: BufferEncoding): this
    pause(): this
    resume(): this
    isPaused(): boolean
    unpipe(destination?: NodeJS.WritableStream): this
    unshift(chunk: any, encoding?: BufferEncoding): void
    push(chunk: any, encoding?: BufferEncoding): boolean
    _destroy(error: Error, callback: (error?: Error) => void): void
    destroy(error?: Error): this
    /** @iterates this 0 */
    map(fn: (data: any, options?: any) => any, options?: any): Readable
    /** @iterates this 0 @returns this */
    filter(fn: (data: any, options?: any) => boolean | Promise<boolean>, options?: any): Readable
    /** @iterates this 0 */
    forEach(fn: (data: any, options?: any) => void | Promise<void>, options?: any): Promise<void>
    /** @returns this */
    toArray(options?: any): Promise<any[]>
    /** @iterates this 0 */
    flatMap(fn: (data: any, options?: any) => any, options?: any): Readable
    /** @iterates this 0 @propagates this 1 */
    reduce<T = any>(fn: (previous: any, data: any, options?: any) => T, initial?: T, options?: any): Promise<T>
    /** @returns this */
    take(limit: number, options?: any): Readable
    /** @returns this */
    drop(limit: number, options?: any): Readable
    [Symbol.asyncIterator](): AsyncIterableIterator<any>
  }
  export class Writable extends Stream implements NodeJS.WritableStream {
    constructor(options?: WritableOptions)
    static fromWeb(stream: any, options?: any): Writable
    static toWeb(stream: Writable): any
    writable: boolean
    readonly writableEnded: boolean
    readonly writableFinished: boolean
    readonly writableLength: number
    readonly writableNeedDrain: boolean
    destroyed: boolean
    readonly errored: Error
    _write(chunk: any, encoding: BufferEncoding, callback: (error?: Error) => void): void
    _final(callback: (error?: Error) => void): void
    _destroy(error: Error, callback: (error?: Error) => void): void
    write(chunk: any, encoding?: any, callback?: (error: Error) => void): boolean
    setDefaultEncoding(encoding: BufferEncoding): this
    end(chunk?: any, encoding?: any, callback?: () => void): this
    cork(): void
    uncork(): void
    destroy(error?: Error): this
  }
  export class Duplex extends Readable implements NodeJS.ReadWriteStream {
    constructor(options?: DuplexOptions)
    writable: boolean
    readonly writableEnded: boolean
    readonly writableFinished: boolean
    readonly writableNeedDrain: boolean
    allowHalfOpen: boolean
    _write(chunk: any, encoding: BufferEncoding, callback: (error?: Error) => void): void
    _final(callback: (error?: Error) => void): void
    write(chunk: any, encoding?: any, callback?: (error: Error) => void): boolean
    end(chunk?: any, encoding?: any, callback?: () => void): this
    cork(): void
    uncork(): void
  }
  export class Transform extends Duplex {
    constructor(options?: TransformOptions)
    _transform(chunk: any, encoding: BufferEncoding, callback: (error?: Error, data?: any) => void): void
    _flush(callback: (error?: Error, data?: any) => void): void
  }
  export class PassThrough extends Transform {}
  export function pipeline(...streams: any[]): any
  export function finished(stream: any, options: any, callback?: (err?: Error) => void): () => void
  export function addAbortSignal<T>(signal: AbortSignal, stream: T): T
  export function compose(...streams: any[]): Duplex
  import * as promises from 'stream/promises'
  export { promises }
}
declare module 'stream/promises' {
  export function pipeline(...streams: any[]): Promise<any>
  export function finished(stream: any, options?: any): Promise<void>
}
declare module 'stream/consumers' {
  /** @propagates 0 */
  export function buffer(stream: any): Promise<Buffer>
  /** @propagates 0 */
  export function text(stream: any): Promise<string>
  /** @propagates 0 */
  export function arrayBuffer(stream: any): Promise<ArrayBuffer>
  /** @propagates 0 */
  export function json(stream: any): Promise<unknown>
}
declare module 'string_decoder' {
  export class StringDecoder {
    constructor(encoding?: BufferEncoding)
    /** @propagates 0 */
    write(buffer: any): string
    end(buffer?: any): string
  }
}

// ---- Files -----------------------------------------------------------------------------------------------------

declare module 'fs' {
  import * as promises from 'fs/promises'
  import { Readable, Writable } from 'stream'
  import EventEmitter = require('events')
  export { promises }
  export type PathLike = string | Buffer | URL
  export type PathOrFileDescriptor = PathLike | number
  export type Mode = number | string
  export type NoParamCallback = (err: NodeJS.ErrnoException) => void
  type Done<T> = (err: NodeJS.ErrnoException, result: T) => void
  export interface StatsBase<T> {
    isFile(): boolean
    isDirectory(): boolean
    isBlockDevice(): boolean
    isCharacterDevice(): boolean
    isSymbolicLink(): boolean
    isFIFO(): boolean
    isSocket(): boolean
    dev: T
    ino: T
    mode: T
    nlink: T
    uid: T
    gid: T
    size: T
    blksize: T
    blocks: T
    atimeMs: T
    mtimeMs: T
    ctimeMs: T
    birthtimeMs: T
    atime: Date
    mtime: Date
    ctime: Date
    birthtime: Date
  }
  export interface Stats extends StatsBase<number> {}
  export class Stats {}
  export class Dirent<T1 = any> {
    isFile(): boolean
    isDirectory(): boolean
    isSymbolicLink(): boolean
    name: string
    parentPath: string
    path: string
  }
  export class Dir implements AsyncIterable<Dirent> {
    readonly path: string
    close(): Promise<void>
    closeSync(): void
    read(): Promise<Dirent>
    /** @effect file-read sync @brief */
    readSync(): Dirent
    [Symbol.asyncIterator](): AsyncIterableIterator<Dirent>
  }
  export interface FSWatcher extends EventEmitter {
    close(): void
    ref(): this
    unref(): this
  }
  export class ReadStream extends Readable {
    close(callback?: (err?: Error) => void): void
    bytesRead: number
    path: string | Buffer
    pending: boolean
  }
  export class WriteStream extends Writable {
    close(callback?: (err?: Error) => void): void
    bytesWritten: number
    path: string | Buffer
    pending: boolean
  }
  /** @effect file-read  @probes 0 */
  export function access(path: PathLike, callback: NoParamCallback): void
  /** @effect file-read  @probes 0 */
  export function access(path: PathLike, mode: number, callback: NoParamCallback): void
  /** @effect file-read sync @brief @async promises.access  @probes 0 */
  export function accessSync(path: PathLike, mode?: number): void
  /** @effect file-write */
  export function appendFile(path: PathOrFileDescriptor, data: any, callback: NoParamCallback): void
  /** @effect file-write */
  export function appendFile(path: PathOrFileDescriptor, data: any, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.appendFile */
  export function appendFileSync(path: PathOrFileDescriptor, data: any, options?: any): void
  /** @effect file-write */
  export function chmod(path: PathLike, mode: Mode, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.chmod */
  export function chmodSync(path: PathLike, mode: Mode): void
  /** @effect file-write */
  export function chown(path: PathLike, uid: number, gid: number, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.chown */
  export function chownSync(path: PathLike, uid: number, gid: number): void
  export function close(fd: number, callback?: NoParamCallback): void
  export function closeSync(fd: number): void
  /** @effect file-write */
  export function copyFile(source: PathLike, destination: PathLike, callback: NoParamCallback): void
  /** @effect file-write */
  export function copyFile(source: PathLike, destination: PathLike, mode: number, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.copyFile */
  export function copyFileSync(source: PathLike, destination: PathLike, mode?: number): void
  /** @effect file-write */
  export function cp(source: any, destination: any, callback: NoParamCallback): void
  /** @effect file-write */
  export function cp(source: any, destination: any, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.cp */
  export function cpSync(source: any, destination: any, options?: any): void
  /** @effect file-read */
  export function createReadStream(path: PathLike, options?: any): ReadStream
  /** @effect file-write */
  export function createWriteStream(path: PathLike, options?: any): WriteStream
  /** @effect file-read  @probes 0 */
  export function exists(path: PathLike, callback: (exists: boolean) => void): void
  /** @effect file-read sync @brief  @probes 0 */
  export function existsSync(path: PathLike): boolean
  /** @effect file-read */
  export function fstat(fd: number, callback: Done<Stats>): void
  /** @effect file-read sync @brief */
  export function fstatSync(fd: number, options?: any): Stats
  /** @effect file-write sync */
  export function fsyncSync(fd: number): void
  /** @effect file-read  @probes 0 */
  export function lstat(path: PathLike, callback: Done<Stats>): void
  /** @effect file-read sync @brief @async promises.lstat  @probes 0 */
  export function lstatSync(path: PathLike, options?: any): Stats
  /** @effect file-write */
  export function link(existing: PathLike, path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.link */
  export function linkSync(existing: PathLike, path: PathLike): void
  /** @effect file-write */
  export function mkdir(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write */
  export function mkdir(path: PathLike, options: any, callback: (err: NodeJS.ErrnoException, path?: string) => void): void
  /** @effect file-write sync @brief @async promises.mkdir */
  export function mkdirSync(path: PathLike, options?: any): string
  /** @effect file-write */
  export function mkdtemp(prefix: string, callback: Done<string>): void
  /** @effect file-write sync @brief @async promises.mkdtemp */
  export function mkdtempSync(prefix: string, options?: any): string
  /** @effect file-read */
  export function open(path: PathLike, callback: Done<number>): void
  /** @effect file-read */
  export function open(path: PathLike, flags: any, callback: Done<number>): void
  /** @effect file-read sync @brief @async promises.open */
  export function openSync(path: PathLike, flags: any, mode?: Mode): number
  /** @effect file-read */
  export function opendir(path: PathLike, options: any, callback: Done<Dir>): void
  /** @effect file-read sync @async promises.opendir */
  export function opendirSync(path: PathLike, options?: any): Dir
  /** @effect file-read */
  export function read(fd: number, buffer: any, offset: number, length: number, position: any, callback: Done<number>): void
  /** @effect file-read sync */
  export function readSync(fd: number, buffer: any, ...args: any[]): number
  /** @effect file-read */
  export function readFile(path: PathOrFileDescriptor, callback: Done<Buffer>): void
  /** @effect file-read */
  export function readFile(path: PathOrFileDescriptor, options: any, callback: Done<string>): void
  /** @effect file-read sync @async promises.readFile */
  export function readFileSync(path: PathOrFileDescriptor, options: string | { encoding: string; flag?: string }): string
  /** @effect file-read sync @async promises.readFile */
  export function readFileSync(path: PathOrFileDescriptor, options?: any): Buffer
  /** @effect file-read */
  export function readdir(path: PathLike, callback: Done<string[]>): void
  /** @effect file-read */
  export function readdir(path: PathLike, options: any, callback: Done<string[]>): void
  /** @effect file-read sync @async promises.readdir */
  export function readdirSync(path: PathLike, options: { withFileTypes: true; encoding?: any; recursive?: boolean }): Dirent[]
  /** @effect file-read sync @async promises.readdir */
  export function readdirSync(path: PathLike, options?: any): string[]
  /** @effect file-read */
  export function readlink(path: PathLike, callback: Done<string>): void
  /** @effect file-read sync @brief @async promises.readlink */
  export function readlinkSync(path: PathLike, options?: any): string
  /** @effect file-read */
  export function realpath(path: PathLike, callback: Done<string>): void
  /** @effect file-read sync @brief @async promises.realpath */
  export function realpathSync(path: PathLike, options?: any): string
  /** @effect file-write */
  export function rename(path: PathLike, to: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.rename */
  export function renameSync(path: PathLike, to: PathLike): void
  /** @effect file-write */
  export function rm(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write */
  export function rm(path: PathLike, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.rm @brief */
  export function rmSync(path: PathLike, options?: any): void
  /** @effect file-write */
  export function rmdir(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.rmdir */
  export function rmdirSync(path: PathLike, options?: any): void
  /** @effect file-read  @probes 0 */
  export function stat(path: PathLike, callback: Done<Stats>): void
  /** @effect file-read sync @brief @async promises.stat  @probes 0 */
  export function statSync(path: PathLike, options?: any): Stats
  /** @effect file-write */
  export function symlink(target: PathLike, path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.symlink */
  export function symlinkSync(target: PathLike, path: PathLike, type?: any): void
  /** @effect file-write */
  export function truncate(path: PathLike, length: number, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.truncate */
  export function truncateSync(path: PathLike, length?: number): void
  /** @effect file-write */
  export function unlink(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.unlink */
  export function unlinkSync(path: PathLike): void
  /** @effect file-write */
  export function utimes(path: PathLike, atime: any, mtime: any, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.utimes */
  export function utimesSync(path: PathLike, atime: any, mtime: any): void
  /** @calls last deferred @drops last */
  export function watch(path: PathLike, options?: any, listener?: (event: string, name: string) => void): FSWatcher
  /** @calls last deferred @drops last */
  export function watchFile(path: PathLike, options: any, listener?: (current: Stats, previous: Stats) => void): any
  export function unwatchFile(path: PathLike, listener?: any): void
  /** @effect file-write */
  export function write(fd: number, data: any, ...args: any[]): void
  /** @effect file-write sync */
  export function writeSync(fd: number, data: any, ...args: any[]): number
  /** @effect file-write */
  export function writeFile(path: PathOrFileDescriptor, data: any, callback: NoParamCallback): void
  /** @effect file-write */
  export function writeFile(path: PathOrFileDescriptor, data: any, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.writeFile */
  export function writeFileSync(path: PathOrFileDescriptor, data: any, options?: any): void
  export namespace constants {
    const F_OK: number
    const R_OK: number
    const W_OK: number
    const X_OK: number
    const COPYFILE_EXCL: number
    const O_RDONLY: number
    const O_WRONLY: number
    const O_CREAT: number
    const O_EXCL: number
  }
}
declare module 'fs/promises' {
  import { Stats, Dirent, Dir, PathLike, ReadStream, WriteStream, Mode } from 'fs'
  export interface FileHandle {
    readonly fd: number
    /** @effect file-write */
    appendFile(data: any, options?: any): Promise<void>
    /** @effect file-write */
    chmod(mode: Mode): Promise<void>
    createReadStream(options?: any): ReadStream
    createWriteStream(options?: any): WriteStream
    /** @effect file-write */
    datasync(): Promise<void>
    /** @effect file-write */
    sync(): Promise<void>
    /** @effect file-read */
    read(...args: any[]): Promise<{ bytesRead: number; buffer: any }>
    /** @effect file-read */
    readFile(options: string | { encoding: string }): Promise<string>
    /** @effect file-read */
    readFile(options?: any): Promise<Buffer>
    /** @stream */
    readLines(options?: any): any
    /** @effect file-read */
    stat(options?: any): Promise<Stats>
    /** @effect file-write */
    truncate(length?: number): Promise<void>
    /** @effect file-write */
    utimes(atime: any, mtime: any): Promise<void>
    /** @effect file-write */
    write(data: any, ...args: any[]): Promise<{ bytesWritten: number; buffer: any }>
    /** @effect file-write */
    writeFile(data: any, options?: any): Promise<void>
    close(): Promise<void>
    [Symbol.asyncDispose](): Promise<void>
  }
  /** @effect file-read  @probes 0 */
  export function access(path: PathLike, mode?: number): Promise<void>
  /** @effect file-write */
  export function appendFile(path: PathLike | FileHandle, data: any, options?: any): Promise<void>
  /** @effect file-write */
  export function chmod(path: PathLike, mode: Mode): Promise<void>
  /** @effect file-write */
  export function chown(path: PathLike, uid: number, gid: number): Promise<void>
  /** @effect file-write */
  export function copyFile(source: PathLike, destination: PathLike, mode?: number): Promise<void>
  /** @effect file-write */
  export function cp(source: any, destination: any, options?: any): Promise<void>
  /** @effect file-write */
  export function link(existing: PathLike, path: PathLike): Promise<void>
  /** @effect file-read  @probes 0 */
  export function lstat(path: PathLike, options?: any): Promise<Stats>
  /** @effect file-write */
  export function mkdir(path: PathLike, options?: any): Promise<string>
  /** @effect file-write */
  export function mkdtemp(prefix: string, options?: any): Promise<string>
  /** @effect file-read */
  export function open(path: PathLike, flags?: any, mode?: Mode): Promise<FileHandle>
  /** @effect file-read */
  export function opendir(path: PathLike, options?: any): Promise<Dir>
  /** @effect file-read */
  export function readFile(path: PathLike | FileHandle, options: string | { encoding: string; flag?: any }): Promise<string>
  /** @effect file-read */
  export function readFile(path: PathLike | FileHandle, options?: any): Promise<Buffer>
  /** @effect file-read */
  export function readdir(path: PathLike, options: { withFileTypes: true; encoding?: any; recursive?: boolean }): Promise<Dirent[]>
  /** @effect file-read */
  export function readdir(path: PathLike, options?: any): Promise<string[]>
  /** @effect file-read */
  export function readlink(path: PathLike, options?: any): Promise<string>
  /** @effect file-read */
  export function realpath(path: PathLike, options?: any): Promise<string>
  /** @effect file-write */
  export function rename(path: PathLike, to: PathLike): Promise<void>
  /** @effect file-write */
  export function rm(path: PathLike, options?: any): Promise<void>
  /** @effect file-write */
  export function rmdir(path: PathLike, options?: any): Promise<void>
  /** @effect file-read  @probes 0 */
  export function stat(path: PathLike, options?: any): Promise<Stats>
  /** @effect file-write */
  export function symlink(target: PathLike, path: PathLike, type?: string): Promise<void>
  /** @effect file-write */
  export function truncate(path: PathLike, length?: number): Promise<void>
  /** @effect file-write */
  export function unlink(path: PathLike): Promise<void>
  /** @effect file-write */
  export function utimes(path: PathLike, atime: any, mtime: any): Promise<void>
  /** @stream */
  export function watch(path: PathLike, options?: any): AsyncIterable<any>
  /** @effect file-write */
  export function writeFile(path: PathLike | FileHandle, data: any, options?: any): Promise<void>
  export const constants: typeof import('fs').constants
}
declare module 'path' {
  export interface ParsedPath {
    root: string
    dir: string
    base: string
    ext: string
    name: string
  }
  export interface PlatformPath {
    /** @propagates 0 */
    normalize(path: string): string
    /** @propagates 0+ */
    join(...paths: string[]): string
    /** @propagates 0+ */
    resolve(...paths: string[]): string
    isAbsolute(path: string): boolean
    /** @propagates 1 */
    relative(from: string, to: string): string
    /** @propagates 0 */
    dirname(path: string): string
    /** @propagates 0 */
    basename(path: string, suffix?: string): string
    /** @propagates 0 */
    extname(path: string): string
    readonly sep: '\\' | '/'
    readonly delimiter: ';' | ':'
    /** @propagates 0 */
    parse(path: string): ParsedPath
    /** @propagates 0 */
    format(path: Partial<ParsedPath>): string
    readonly posix: PlatformPath
    readonly win32: PlatformPath
  }
  /** @propagates 0 */
  export function normalize(path: string): string
  /** @propagates 0+ */
  export function join(...paths: string[]): string
  /** @propagates 0+ */
  export function resolve(...paths: string[]): string
  export function isAbsolute(path: string): boolean
  /** @propagates 1 */
  export function relative(from: string, to: string): string
  /** @propagates 0 */
  export function dirname(path: string): string
  /** @propagates 0 */
  export function basename(path: string, suffix?: string): string
  /** @propagates 0 */
  export function extname(path: string): string
  export const sep: '\\' | '/'
  export const delimiter: ';' | ':'
  /** @propagates 0 */
  export function parse(path: string): ParsedPath
  /** @propagates 0 */
  export function format(path: Partial<ParsedPath>): string
  export const posix: PlatformPath
  export const win32: PlatformPath
}

// ---- Cryptography and compression ------------------------------------------------------------------------------

declare module 'crypto' {
  import { Transform, Writable } from 'stream'
  export type BinaryLike = string | NodeJS.ArrayBufferView
  export class Hash extends Transform {
    /** @returns this */
    copy(options?: any): Hash
    /** @returns this */
    update(data: any, encoding?: any): Hash
    digest(): Buffer
    digest(encoding: string): string
  }
  export class Hmac extends Transform {
    /** @returns this */
    update(data: any, encoding?: any): Hmac
    digest(): Buffer
    digest(encoding: string): string
  }
  export class KeyObject {
    type: string
    asymmetricKeyType?: string
    symmetricKeySize?: number
    export(options?: any): any
    equals(other: KeyObject): boolean
  }
  export class Cipher extends Transform {
    update(data: any, inputEncoding?: any, outputEncoding?: any): any
    final(outputEncoding?: any): any
    setAutoPadding(auto?: boolean): this
  }
  export class Cipheriv extends Cipher {
    getAuthTag(): Buffer
    setAAD(buffer: any, options?: any): this
  }
  export interface CipherGCM extends Cipheriv {}
  export class Decipher extends Transform {
    update(data: any, inputEncoding?: any, outputEncoding?: any): any
    final(outputEncoding?: any): any
    setAutoPadding(auto?: boolean): this
  }
  export class Decipheriv extends Decipher {
    setAuthTag(tag: any, encoding?: any): this
    setAAD(buffer: any, options?: any): this
  }
  export interface DecipherGCM extends Decipheriv {}
  export class Sign extends Writable {
    /** @returns this */
    update(data: any, encoding?: any): this
    sign(key: any): Buffer
    sign(key: any, format: string): string
  }
  export class Verify extends Writable {
    /** @returns this */
    update(data: any, encoding?: any): Verify
    verify(key: any, signature: any, format?: any): boolean
  }
  export class X509Certificate {
    constructor(buffer: any)
    readonly subject: string
    readonly issuer: string
    readonly fingerprint256: string
    readonly publicKey: KeyObject
    readonly validTo: string
    verify(key: KeyObject): boolean
  }
  export class ECDH {
    computeSecret(key: any, ...encodings: any[]): any
    generateKeys(...args: any[]): any
    getPublicKey(...args: any[]): any
    getPrivateKey(...args: any[]): any
    setPrivateKey(key: any, encoding?: any): void
  }
  export function createHash(algorithm: string, options?: any): Hash
  export function createHmac(algorithm: string, key: any, options?: any): Hmac
  export function createCipheriv(algorithm: string, key: any, iv: any, options?: any): Cipheriv
  export function createDecipheriv(algorithm: string, key: any, iv: any, options?: any): Decipheriv
  export function createSign(algorithm: string, options?: any): Sign
  export function createVerify(algorithm: string, options?: any): Verify
  export function createPrivateKey(key: any): KeyObject
  export function createPublicKey(key: any): KeyObject
  export function createSecretKey(key: any, encoding?: any): KeyObject
  export function createECDH(curve: string): ECDH
  export function sign(algorithm: any, data: any, key: any): Buffer
  export function verify(algorithm: any, data: any, key: any, signature: any): boolean
  export function publicEncrypt(key: any, buffer: any): Buffer
  export function publicDecrypt(key: any, buffer: any): Buffer
  export function privateEncrypt(key: any, buffer: any): Buffer
  export function privateDecrypt(key: any, buffer: any): Buffer
  /** @effect cpu @credential hash */
  export function pbkdf2(
    password: BinaryLike,
    salt: BinaryLike,
    iterations: number,
    length: number,
    digest: string,
    callback: (err: Error, key: Buffer) => void,
  ): void
  /** @effect cpu sync @credential hash @async pbkdf2 promisified */
  export function pbkdf2Sync(password: BinaryLike, salt: BinaryLike, iterations: number, length: number, digest: string): Buffer
  /** @effect cpu @credential hash */
  export function scrypt(password: BinaryLike, salt: BinaryLike, length: number, callback: (err: Error, key: Buffer) => void): void
  /** @effect cpu @credential hash */
  export function scrypt(
    password: BinaryLike,
    salt: BinaryLike,
    length: number,
    options: any,
    callback: (err: Error, key: Buffer) => void,
  ): void
  /** @effect cpu sync @credential hash @async scrypt promisified */
  export function scryptSync(password: BinaryLike, salt: BinaryLike, length: number, options?: any): Buffer
  export function hkdf(
    digest: string,
    key: any,
    salt: any,
    info: any,
    length: number,
    callback: (err: Error, key: ArrayBuffer) => void,
  ): void
  export function hkdfSync(digest: string, key: any, salt: any, info: any, length: number): ArrayBuffer
  /** @effect cpu */
  export function generateKeyPair(type: string, options: any, callback: (err: Error, publicKey: any, privateKey: any) => void): void
  /** @effect cpu sync @async generateKeyPair promisified */
  export function generateKeyPairSync(type: string, options?: any): { publicKey: any; privateKey: any }
  /** @effect cpu sync @async generatePrime promisified */
  export function generatePrimeSync(size: number, options?: any): any
  export function generateKeySync(type: string, options: any): KeyObject
  export function randomBytes(size: number): Buffer
  export function randomBytes(size: number, callback: (err: Error, buffer: Buffer) => void): void
  /** @bounded */
  export function randomInt(min: number, max?: any, callback?: (err: Error, value: number) => void): number
  export function randomUUID(options?: any): `${string}-${string}-${string}-${string}-${string}`
  /** @returns 0 */
  export function randomFillSync<T>(buffer: T, offset?: number, size?: number): T
  /** @returns 0 */
  export function getRandomValues<T>(typedArray: T): T
  export function timingSafeEqual(a: NodeJS.ArrayBufferView, b: NodeJS.ArrayBufferView): boolean
  export function getHashes(): string[]
  export function getCiphers(): string[]
  export function hash(algorithm: string, data: any, encoding?: any): string
  export const webcrypto: Crypto
  export const subtle: SubtleCrypto
  export const constants: any
}
declare module 'zlib' {
  import { Transform } from 'stream'
  export interface ZlibOptions {
    [option: string]: any
  }
  export type InputType = string | ArrayBuffer | NodeJS.ArrayBufferView
  type Done = (error: Error, result: Buffer) => void
  export interface Gzip extends Transform {}
  export interface Gunzip extends Transform {}
  export interface Deflate extends Transform {}
  export interface Inflate extends Transform {}
  export interface Unzip extends Transform {}
  export interface BrotliCompress extends Transform {}
  export interface BrotliDecompress extends Transform {}
  export function createGzip(options?: ZlibOptions): Gzip
  export function createGunzip(options?: ZlibOptions): Gunzip
  export function createDeflate(options?: ZlibOptions): Deflate
  export function createInflate(options?: ZlibOptions): Inflate
  export function createUnzip(options?: ZlibOptions): Unzip
  export function createBrotliCompress(options?: any): BrotliCompress
  export function createBrotliDecompress(options?: any): BrotliDecompress
  /** @effect cpu */
  export function gzip(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function gzip(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async gzip promisified @propagates 0 */
  export function gzipSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function gunzip(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function gunzip(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async gunzip promisified @propagates 0 */
  export function gunzipSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function deflate(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function deflate(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async deflate promisified @propagates 0 */
  export function deflateSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu sync @async deflateRaw promisified @propagates 0 */
  export function deflateRawSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function inflate(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function inflate(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async inflate promisified @propagates 0 */
  export function inflateSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu sync @async inflateRaw promisified @propagates 0 */
  export function inflateRawSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function unzip(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function unzip(buffer: InputType, options: ZlibOptions, callback: Done): void
  /** @effect cpu sync @async unzip promisified @propagates 0 */
  export function unzipSync(buffer: InputType, options?: ZlibOptions): Buffer
  /** @effect cpu */
  export function brotliCompress(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function brotliCompress(buffer: InputType, options: any, callback: Done): void
  /** @effect cpu sync @async brotliCompress promisified @propagates 0 */
  export function brotliCompressSync(buffer: InputType, options?: any): Buffer
  /** @effect cpu */
  export function brotliDecompress(buffer: InputType, callback: Done): void
  /** @effect cpu */
  export function brotliDecompress(buffer: InputType, options: any, callback: Done): void
  /** @effect cpu sync @async brotliDecompress promisified @propagates 0 */
  export function brotliDecompressSync(buffer: InputType, options?: any): Buffer
  export const constants: any
}

// ---- Processes and threads -------------------------------------------------------------------------------------

declare module 'child_process' {
  import EventEmitter = require('events')
  import { Readable, Writable } from 'stream'
  export interface SpawnOptions {
    [option: string]: any
  }
  export interface ExecOptions {
    [option: string]: any
  }
  export type ExecException = Error & { cmd?: string; killed?: boolean; code?: number; signal?: string }
  type Finished = (error: ExecException, stdout: string, stderr: string) => void
  export interface ChildProcess extends EventEmitter {
    stdin: Writable
    stdout: Readable
    stderr: Readable
    readonly killed: boolean
    readonly pid?: number
    readonly connected: boolean
    readonly exitCode: number
    kill(signal?: NodeJS.Signals | number): boolean
    send(message: any, ...args: any[]): boolean
    disconnect(): void
    unref(): void
    ref(): void
  }
  export class ChildProcess {}
  export interface ChildProcessWithoutNullStreams extends ChildProcess {}
  export interface SpawnSyncReturns<T> {
    pid: number
    output: T[]
    stdout: T
    stderr: T
    status: number
    signal: string
    error?: Error
  }
  /** @effect process */
  export function spawn(command: string, args?: any, options?: SpawnOptions): ChildProcessWithoutNullStreams
  /** @effect process */
  export function exec(command: string, callback?: Finished): ChildProcess
  /** @effect process */
  export function exec(command: string, options: ExecOptions, callback?: Finished): ChildProcess
  export namespace exec {
    /** @effect process */
    function __promisify__(command: string, options?: ExecOptions): Promise<{ stdout: string; stderr: string }>
  }
  /** @effect process */
  export function execFile(file: string, args?: any, options?: any, callback?: Finished): ChildProcess
  export namespace execFile {
    /** @effect process */
    function __promisify__(file: string, args?: any, options?: any): Promise<{ stdout: string; stderr: string }>
  }
  /** @effect process */
  export function fork(modulePath: string | URL, args?: any, options?: any): ChildProcess
  /** @effect process sync */
  export function spawnSync(command: string, args?: any, options?: any): SpawnSyncReturns<any>
  /** @effect process sync */
  export function execSync(command: string, options?: any): Buffer
  /** @effect process sync */
  export function execFileSync(file: string, args?: any, options?: any): Buffer
}
declare module 'worker_threads' {
  import EventEmitter = require('events')
  export const isMainThread: boolean
  export const parentPort: MessagePort
  export const threadId: number
  export const workerData: any
  export class Worker extends EventEmitter {
    constructor(filename: string | URL, options?: any)
    readonly threadId: number
    postMessage(value: any, transferList?: readonly any[]): void
    terminate(): Promise<number>
    ref(): void
    unref(): void
  }
  const MessagePort: { prototype: globalThis.MessagePort }
  type MessagePort = globalThis.MessagePort
  const MessageChannel: typeof globalThis.MessageChannel
  type MessageChannel = globalThis.MessageChannel
  const BroadcastChannel: typeof globalThis.BroadcastChannel
  type BroadcastChannel = globalThis.BroadcastChannel
  export { MessagePort, MessageChannel, BroadcastChannel }
  export function setEnvironmentData(key: any, value: any): void
  export function getEnvironmentData(key: any): any
  export const SHARE_ENV: unique symbol
}
declare module 'cluster' {
  import EventEmitter = require('events')
  import { ChildProcess } from 'child_process'
  export class Worker extends EventEmitter {
    id: number
    process: ChildProcess
    send(message: any, ...args: any[]): boolean
    kill(signal?: string): void
    disconnect(): this
    isConnected(): boolean
    isDead(): boolean
  }
  export interface Cluster extends EventEmitter {
    /** @effect process */
    fork(env?: any): Worker
    disconnect(callback?: () => void): void
    readonly isMaster: boolean
    readonly isPrimary: boolean
    readonly isWorker: boolean
    readonly worker?: Worker
    readonly workers?: NodeJS.Dict<Worker>
    readonly settings: any
    setupPrimary(settings?: any): void
    setupMaster(settings?: any): void
  }
  const cluster: Cluster
  export default cluster
}
declare module 'async_hooks' {
  export class AsyncLocalStorage<T> {
    constructor(options?: any)
    /** @returns 0 */
    static bind<F extends (...args: any[]) => any>(fn: F): F
    static snapshot(): <R>(fn: (...args: any[]) => R, ...args: any[]) => R
    disable(): void
    /** @context */
    getStore(): T
    /** @calls 1 once */
    run<R>(store: T, callback: (...args: any[]) => R, ...args: any[]): R
    /** @calls 0 once */
    exit<R>(callback: (...args: any[]) => R, ...args: any[]): R
    enterWith(store: T): void
  }
  export class AsyncResource {
    constructor(type: string, options?: any)
    /** @returns 0 */
    static bind<F extends (...args: any[]) => any>(fn: F, type?: string, thisArg?: any): F
    /** @returns 0 */
    bind<F extends (...args: any[]) => any>(fn: F): F
    /** @calls 0 once */
    runInAsyncScope<R>(fn: (...args: any[]) => R, thisArg?: any, ...args: any[]): R
    emitDestroy(): this
  }
  export function executionAsyncId(): number
  export function triggerAsyncId(): number
  export function createHook(callbacks: any): any
}
declare module 'perf_hooks' {
  const performance: Performance
  export { performance }
  export class PerformanceObserver {
    constructor(callback: (list: any, observer: PerformanceObserver) => void)
    observe(options: any): void
    disconnect(): void
  }
  export function monitorEventLoopDelay(options?: any): any
  export function createHistogram(options?: any): any
}

// ---- Network ---------------------------------------------------------------------------------------------------

declare module 'net' {
  import { Duplex } from 'stream'
  import EventEmitter = require('events')
  export interface AddressInfo {
    address: string
    family: string
    port: number
  }
  export class Socket extends Duplex {
    constructor(options?: any)
    /** @effect http */
    connect(...args: any[]): this
    setTimeout(timeout: number, callback?: () => void): this
    setNoDelay(on?: boolean): this
    setKeepAlive(on?: boolean, delay?: number): this
    address(): AddressInfo | {}
    unref(): this
    ref(): this
    readonly remoteAddress?: string
    readonly remotePort?: number
    readonly localAddress?: string
    readonly localPort?: number
    readonly connecting: boolean
  }
  export class Server extends EventEmitter {
    constructor(options?: any, listener?: (socket: Socket) => void)
    listen(...args: any[]): this
    close(callback?: (err?: Error) => void): this
    address(): AddressInfo | string
    getConnections(callback: (err: Error, count: number) => void): this
    ref(): this
    unref(): this
    readonly listening: boolean
  }
  /** @calls last deferred @drops last */
  export function createServer(options?: any, listener?: (socket: Socket) => void): Server
  /** @effect http */
  export function connect(...args: any[]): Socket
  /** @effect http */
  export function createConnection(...args: any[]): Socket
  export function isIP(input: string): number
  export function isIPv4(input: string): boolean
  export function isIPv6(input: string): boolean
}
declare module 'tls' {
  import * as net from 'net'
  export class TLSSocket extends net.Socket {
    authorized: boolean
    encrypted: true
    getPeerCertificate(detailed?: boolean): any
    getProtocol(): string
  }
  export class Server extends net.Server {}
  export interface ConnectionOptions {
    [option: string]: any
  }
  export interface SecureContext {
    context: any
  }
  /** @effect http */
  export function connect(...args: any[]): TLSSocket
  export function createSecureContext(options?: any): SecureContext
  /** @calls last deferred @drops last */
  export function createServer(options?: any, listener?: (socket: TLSSocket) => void): Server
  export function checkServerIdentity(host: string, certificate: any): Error
  export const rootCertificates: readonly string[]
}
declare module 'http' {
  import * as stream from 'stream'
  import * as net from 'net'
  export interface IncomingHttpHeaders extends NodeJS.Dict<string | string[]> {
    authorization?: string
    cookie?: string
    host?: string
    origin?: string
    referer?: string
    'content-type'?: string
    'content-length'?: string
    'user-agent'?: string
    'set-cookie'?: string[]
  }
  export type OutgoingHttpHeaders = NodeJS.Dict<number | string | string[]>
  export type OutgoingHttpHeader = number | string | string[]
  export interface RequestOptions {
    [option: string]: any
  }
  export interface ClientRequestArgs extends RequestOptions {}
  export interface ServerOptions<T1 = any, T2 = any> {
    [option: string]: any
  }
  export interface AgentOptions {
    [option: string]: any
  }
  export type RequestListener<T1 = any, T2 = any> = (req: any, res: any) => void
  export class IncomingMessage extends stream.Readable {
    constructor(socket: net.Socket)
    aborted: boolean
    complete: boolean
    connection: net.Socket
    /** @source headers */
    headers: IncomingHttpHeaders
    headersDistinct: NodeJS.Dict<string[]>
    httpVersion: string
    method?: string
    /** @source headers */
    rawHeaders: string[]
    socket: net.Socket
    statusCode?: number
    statusMessage?: string
    setTimeout(ms: number, callback?: () => void): this
    trailers: NodeJS.Dict<string>
    /** @source query */
    url?: string
  }
  export class OutgoingMessage<T1 = any> extends stream.Writable {
    headersSent: boolean
    chunkedEncoding: boolean
    shouldKeepAlive: boolean
    sendDate: boolean
    finished: boolean
    readonly req: any
    readonly connection: net.Socket
    readonly socket: net.Socket
    setTimeout(ms: number, callback?: () => void): this
    setHeader(name: string, value: number | string | readonly string[]): this
    appendHeader(name: string, value: string | readonly string[]): this
    getHeader(name: string): number | string | string[]
    getHeaders(): OutgoingHttpHeaders
    getHeaderNames(): string[]
    hasHeader(name: string): boolean
    removeHeader(name: string): void
    addTrailers(headers: any): void
    flushHeaders(): void
  }
  /** @transport response */
  export class ServerResponse<Req = IncomingMessage> extends OutgoingMessage {
    constructor(req: IncomingMessage)
    statusCode: number
    statusMessage: string
    assignSocket(socket: net.Socket): void
    detachSocket(socket: net.Socket): void
    writeContinue(callback?: () => void): void
    writeProcessing(): void
    writeHead(statusCode: number, reason?: any, headers?: any): this
    /** @responds */
    end(chunk?: any, encoding?: any, callback?: () => void): this
  }
  export class ClientRequest extends OutgoingMessage {
    aborted: boolean
    host: string
    method: string
    path: string
    protocol: string
    abort(): void
    onSocket(socket: net.Socket): void
    setNoDelay(noDelay?: boolean): void
    setSocketKeepAlive(enable?: boolean, delay?: number): void
  }
  export class Server<T1 = any, T2 = any> extends net.Server {
    timeout: number
    headersTimeout: number
    requestTimeout: number
    keepAliveTimeout: number
    maxHeadersCount: number
    maxRequestsPerSocket: number
    setTimeout(ms?: any, callback?: () => void): this
    closeAllConnections(): void
    closeIdleConnections(): void
  }
  export class Agent {
    constructor(options?: AgentOptions)
    maxSockets: number
    maxFreeSockets: number
    readonly sockets: any
    readonly requests: any
    destroy(): void
  }
  /** @entry route handler=0 @drops 0 handler */
  export function createServer(listener?: (req: IncomingMessage, res: ServerResponse) => void): Server
  /** @entry route handler=1 @drops 1 handler */
  export function createServer(options: ServerOptions, listener?: (req: IncomingMessage, res: ServerResponse) => void): Server
  /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function request(url: string | URL | RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function request(url: string | URL, options: RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function get(url: string | URL | RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function get(url: string | URL, options: RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest
  export let globalAgent: Agent
  export const METHODS: string[]
  export const STATUS_CODES: { [code: number]: string }
  export const maxHeaderSize: number
}
declare module 'https' {
  import * as http from 'http'
  import * as tls from 'tls'
  export interface RequestOptions extends http.RequestOptions {}
  export interface ServerOptions<T1 = any, T2 = any> extends http.ServerOptions {}
  export interface AgentOptions extends http.AgentOptions {}
  export class Agent extends http.Agent {
    constructor(options?: AgentOptions)
  }
  export class Server<T1 = any, T2 = any> extends http.Server {}
  /** @entry route handler=0 @drops 0 handler */
  export function createServer(listener?: (req: http.IncomingMessage, res: http.ServerResponse) => void): Server
  /** @entry route handler=1 @drops 1 handler */
  export function createServer(
    options: ServerOptions,
    listener?: (req: http.IncomingMessage, res: http.ServerResponse) => void,
  ): Server
  /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function request(url: string | URL | RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest
  /** @effect http @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function request(
    url: string | URL,
    options: RequestOptions,
    callback?: (res: http.IncomingMessage) => void,
  ): http.ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function get(url: string | URL | RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest
  /** @effect http read @timeout 0.signal|1.signal|0.timeout|1.timeout default=none */
  export function get(
    url: string | URL,
    options: RequestOptions,
    callback?: (res: http.IncomingMessage) => void,
  ): http.ClientRequest
  export let globalAgent: Agent
}
declare module 'http2' {
  import { Duplex } from 'stream'
  import * as net from 'net'
  export interface Http2Session extends NodeJS.EventEmitter {
    close(callback?: () => void): void
    destroy(error?: Error, code?: number): void
  }
  export interface ClientHttp2Session extends Http2Session {
    /** @effect http */
    request(headers?: any, options?: any): Duplex
  }
  export interface Http2Server<T1 = any, T2 = any, T3 = any, T4 = any> extends net.Server {}
  export interface Http2SecureServer<T1 = any, T2 = any, T3 = any, T4 = any> extends net.Server {}
  /** @effect http */
  export function connect(authority: string | URL, ...args: any[]): ClientHttp2Session
  /** @entry route handler=last @drops last handler */
  export function createServer(options?: any, handler?: (req: any, res: any) => void): Http2Server
  /** @entry route handler=last @drops last handler */
  export function createSecureServer(options?: any, handler?: (req: any, res: any) => void): Http2SecureServer
  export const constants: any
}
declare module 'dgram' {
  import EventEmitter = require('events')
  export class Socket extends EventEmitter {
    bind(...args: any[]): this
    close(callback?: () => void): this
    send(...args: any[]): void
  }
  /** @calls 1 deferred @drops 1 */
  export function createSocket(type: any, callback?: (message: Buffer, remote: any) => void): Socket
}
declare module 'dns' {
  import * as promises from 'dns/promises'
  export { promises }
  /** @effect http */
  export function lookup(hostname: string, options: any, callback?: (err: Error, address: string, family: number) => void): void
  /** @effect http */
  export function resolve(hostname: string, type: any, callback?: (err: Error, addresses: any) => void): void
  /** @effect http */
  export function resolveMx(hostname: string, callback: (err: Error, addresses: any[]) => void): void
  /** @effect http */
  export function resolveTxt(hostname: string, callback: (err: Error, addresses: string[][]) => void): void
  /** @effect http */
  export function reverse(ip: string, callback: (err: Error, hostnames: string[]) => void): void
  export function setDefaultResultOrder(order: any): void
}
declare module 'dns/promises' {
  /** @effect http */
  export function lookup(hostname: string, options?: any): Promise<any>
  /** @effect http */
  export function resolve(hostname: string, type?: any): Promise<any>
  /** @effect http */
  export function resolve4(hostname: string, options?: any): Promise<any>
  /** @effect http */
  export function resolveMx(hostname: string): Promise<any[]>
  /** @effect http */
  export function resolveTxt(hostname: string): Promise<string[][]>
  /** @effect http */
  export function resolveCname(hostname: string): Promise<string[]>
  /** @effect http */
  export function reverse(ip: string): Promise<string[]>
}
declare module 'url' {
  export interface UrlObject {
    [part: string]: any
  }
  export interface UrlWithStringQuery {
    href: string
    protocol: string
    host: string
    hostname: string
    port: string
    pathname: string
    path: string
    search: string
    query: string
    hash: string
    auth: string
  }
  export interface UrlWithParsedQuery {
    href: string
    protocol: string
    host: string
    hostname: string
    port: string
    pathname: string
    path: string
    search: string
    query: NodeJS.Dict<string | string[]>
    hash: string
    auth: string
  }
  /** @propagates 0 */
  export function parse(url: string, parseQueryString?: false): UrlWithStringQuery
  /** @propagates 0 */
  export function parse(url: string, parseQueryString: true, slashesDenoteHost?: boolean): UrlWithParsedQuery
  /** @propagates 0 */
  export function format(url: any, options?: any): string
  /** @propagates 0 1 */
  export function resolve(from: string, to: string): string
  /** @propagates 0 */
  export function fileURLToPath(url: string | URL): string
  /** @propagates 0 */
  export function pathToFileURL(path: string): URL
  export function domainToASCII(domain: string): string
  export function domainToUnicode(domain: string): string
  const URL: typeof globalThis.URL
  type URL = globalThis.URL
  const URLSearchParams: typeof globalThis.URLSearchParams
  type URLSearchParams = globalThis.URLSearchParams
  export { URL, URLSearchParams }
}
declare module 'querystring' {
  export interface ParsedUrlQuery extends NodeJS.Dict<string | string[]> {}
  export interface ParsedUrlQueryInput extends NodeJS.Dict<any> {}
  /** @propagates 0 */
  export function stringify(value?: any, separator?: string, equals?: string, options?: any): string
  /** @propagates 0 */
  export function parse(text: string, separator?: string, equals?: string, options?: any): ParsedUrlQuery
  /** @propagates 0 */
  export function encode(value?: any, separator?: string, equals?: string, options?: any): string
  /** @propagates 0 */
  export function decode(text: string, separator?: string, equals?: string, options?: any): ParsedUrlQuery
  /** @propagates 0 */
  export function escape(text: string): string
  /** @propagates 0 */
  export function unescape(text: string): string
}

// ---- The rest --------------------------------------------------------------------------------------------------

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

// ---- The same modules under their node: names -----------------------------------------------------------------

declare module 'node:events' {
  import whole = require('events')
  export = whole
}
declare module 'node:stream' {
  export * from 'stream'
}
declare module 'node:stream/promises' {
  export * from 'stream/promises'
}
declare module 'node:stream/consumers' {
  export * from 'stream/consumers'
}
declare module 'node:string_decoder' {
  export * from 'string_decoder'
}
declare module 'node:fs' {
  export * from 'fs'
}
declare module 'node:fs/promises' {
  export * from 'fs/promises'
}
declare module 'node:path' {
  export * from 'path'
}
declare module 'node:crypto' {
  export * from 'crypto'
}
declare module 'node:zlib' {
  export * from 'zlib'
}
declare module 'node:child_process' {
  export * from 'child_process'
}
declare module 'node:worker_threads' {
  export * from 'worker_threads'
}
declare module 'node:cluster' {
  export * from 'cluster'
  export { default } from 'cluster'
}
declare module 'node:async_hooks' {
  export * from 'async_hooks'
}
declare module 'node:perf_hooks' {
  export * from 'perf_hooks'
}
declare module 'node:net' {
  export * from 'net'
}
declare module 'node:tls' {
  export * from 'tls'
}
declare module 'node:http' {
  export * from 'http'
}
declare module 'node:https' {
  export * from 'https'
}
declare module 'node:http2' {
  export * from 'http2'
}
declare module 'node:dgram' {
  export * from 'dgram'
}
declare module 'node:dns' {
  export * from 'dns'
}
declare module 'node:dns/promises' {
  export * from 'dns/promises'
}
declare module 'node:url' {
  export * from 'url'
}
declare module 'node:querystring' {
  export * from 'querystring'
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
