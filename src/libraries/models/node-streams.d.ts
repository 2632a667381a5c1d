/*
 * Events and streams of Node.js. Each module is declared under its bare name; its `node:` name leads there.
 */

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
