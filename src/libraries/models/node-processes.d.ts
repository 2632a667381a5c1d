/*
 * Processes and threads of Node.js. Each module is declared under its bare name; its `node:` name leads there.
 */

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
