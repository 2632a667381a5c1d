/*
 * Node.js: its globals, with what they do to the world outside and to callbacks. A global script; the modules are
 * declared by subject in files of their own, so that only those a project imports are read.
 */

// ---- Timers ----------------------------------------------------------------------------------------------------

/** @calls 0 deferred @drops 0 @pauses */
declare function setTimeout<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout
/** @calls 0 repeated @drops 0 */
declare function setInterval<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout
/** @calls 0 deferred @drops 0 @pauses */
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
