/* Agenda: jobs defined by name, run at a time. */

declare module 'agenda' {
  import { EventEmitter } from 'events'

  export interface JobParameters<Data = any> {
    name: string
    /** @source message */
    data: Data
    nextRunAt: Date
    lastRunAt?: Date
    failCount?: number
    [field: string]: any
  }
  export class Job<Data = any> {
    constructor(agenda: Agenda, attributes: any)
    attrs: JobParameters<Data>
    repeatEvery(interval: any, options?: any): this
    repeatAt(time: string): this
    schedule(time: any): this
    unique(fields: any, options?: any): this
    priority(priority: any): this
    disable(): this
    enable(): this
    fail(reason: any): this
    /** @effect enqueue */
    save(): Promise<Job>
    remove(): Promise<number>
    run(): Promise<any>
    touch(progress?: number): Promise<void>
    isRunning(): any
  }
  export class Agenda extends EventEmitter {
    constructor(options?: any, ready?: (error?: Error) => void)
    /** @entry job path=0 handler=1 */
    define<Data = any>(name: string, run: (job: Job<Data>, done: (error?: Error) => void) => any, options?: any): void
    /** @entry job path=0 handler=2 -- the order before version 5 */
    define<Data = any>(name: string, options: object, run: (job: Job<Data>, done: (error?: Error) => void) => any): void
    create<Data = any>(name: string, data?: Data): Job<Data>
    /** @effect enqueue */
    every<Data = any>(interval: any, names: any, data?: Data, options?: any): Promise<any>
    /** @effect enqueue */
    schedule<Data = any>(when: any, names: any, data?: Data, options?: any): Promise<any>
    /** @effect enqueue */
    now<Data = any>(name: string, data?: Data): Promise<Job<Data>>
    cancel(query: any): Promise<number>
    disable(query: any): Promise<number>
    enable(query: any): Promise<number>
    purge(): Promise<number>
    start(): Promise<void>
    stop(...options: any[]): Promise<void>
    drain(...options: any[]): Promise<any>
    name(name: string): Agenda
    processEvery(interval: any): Agenda
    maxConcurrency(jobs: number): Agenda
    defaultConcurrency(jobs: number): Agenda
    lockLimit(jobs: number): Agenda
    defaultLockLimit(jobs: number): Agenda
    defaultLockLifetime(milliseconds: number): Agenda
    /** @entry listener path=0 handler=1 */
    on(event: string, listener: (...values: any[]) => void): this
    /** @entry listener path=0 handler=1 */
    once(event: string, listener: (...values: any[]) => void): this
  }
  export default Agenda
}
