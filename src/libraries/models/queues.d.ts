/* Job queues and schedulers. */

declare module 'bullmq' {
  export interface Job<Data = any, Result = any, Name = any> {
    id?: string
    name: string
    /** @source message */
    data: Data
    attemptsMade: number
    opts: any
    updateProgress(progress: any): Promise<void>
    log(row: string): Promise<number>
    moveToFailed(...args: any[]): Promise<any>
    remove(): Promise<void>
    retry(state?: any): Promise<void>
    [member: string]: any
  }
  export class Queue<Data = any, Result = any, Name = any> {
    constructor(name: string, options?: any)
    name: string
    /** @effect enqueue */
    add(name: any, data: Data, options?: any): Promise<Job>
    /** @effect enqueue */
    addBulk(jobs: any[]): Promise<Job[]>
    /** @effect enqueue */
    upsertJobScheduler(id: string, repeat: any, template?: any): Promise<Job>
    getJob(id: string): Promise<Job>
    getJobs(...args: any[]): Promise<Job[]>
    getJobCounts(...types: any[]): Promise<any>
    getRepeatableJobs(...args: any[]): Promise<any[]>
    removeRepeatableByKey(key: string): Promise<boolean>
    remove(id: string): Promise<number>
    pause(): Promise<void>
    resume(): Promise<void>
    drain(delayed?: boolean): Promise<void>
    obliterate(options?: any): Promise<void>
    close(): Promise<void>
    on(event: string, listener: (...args: any[]) => void): this
  }
  export class Worker<Data = any, Result = any, Name = any> {
    /** @entry job path=0 handler=1 */
    constructor(name: string, processor?: string | ((job: Job<Data, Result, Name>, token?: string) => Promise<Result>), options?: any)
    run(): Promise<void>
    close(force?: boolean): Promise<void>
    pause(doNotWait?: boolean): Promise<void>
    resume(): void
    /** @entry listener path=0 handler=1 */
    on(event: string, listener: (...args: any[]) => void): this
  }
  export class QueueEvents {
    constructor(name: string, options?: any)
    /** @entry listener path=0 handler=1 */
    on(event: string, listener: (...args: any[]) => void): this
    close(): Promise<void>
  }
  export class FlowProducer {
    constructor(options?: any)
    /** @effect enqueue */
    add(flow: any, options?: any): Promise<any>
    /** @effect enqueue */
    addBulk(flows: any[]): Promise<any[]>
  }
  export class UnrecoverableError extends Error {}
  export type Processor<Data = any, Result = any, Name = any> = (job: Job<Data, Result, Name>, token?: string) => Promise<Result>
  export type JobsOptions = any
  export type ConnectionOptions = any
  export type WorkerOptions = any
  export type QueueOptions = any
}

declare module 'bull' {
  namespace Bull {
    interface Job<Data = any> {
      id: any
      name: string
      /** @source message */
      data: Data
      attemptsMade: number
      opts: any
      progress(value?: any): any
      remove(): Promise<void>
      [member: string]: any
    }
    interface Queue<Data = any> {
      name: string
      /** @entry job path=0 handler=last */
      process(...args: any[]): Promise<void>
      /** @effect enqueue */
      add(...args: any[]): Promise<Job<Data>>
      /** @effect enqueue */
      addBulk(jobs: any[]): Promise<Job<Data>[]>
      getJob(id: any): Promise<Job<Data>>
      getJobs(types: any[], ...rest: any[]): Promise<Job<Data>[]>
      /** @entry listener path=0 handler=1 */
      on(event: string, listener: (...args: any[]) => void): this
      close(): Promise<void>
      pause(isLocal?: boolean): Promise<void>
      resume(isLocal?: boolean): Promise<void>
      empty(): Promise<void>
      clean(...args: any[]): Promise<any>
    }
    type JobOptions = any
    type QueueOptions = any
  }
  const Bull: {
    new <Data = any>(name: string, ...args: any[]): Bull.Queue<Data>
    <Data = any>(name: string, ...args: any[]): Bull.Queue<Data>
  }
  export type Job<Data = any> = Bull.Job<Data>
  export type Queue<Data = any> = Bull.Queue<Data>
  export type JobOptions = any
  export default Bull
}

declare module 'agenda' {
  export class Agenda {
    constructor(options?: any)
    /** @entry job path=0 handler=last */
    define(name: string, ...args: any[]): any
    /** @effect enqueue */
    every(interval: any, names: any, data?: any, options?: any): Promise<any>
    /** @effect enqueue */
    schedule(when: any, names: any, data?: any): Promise<any>
    /** @effect enqueue */
    now(name: string, data?: any): Promise<any>
    start(): Promise<any>
    stop(): Promise<any>
    cancel(query: any): Promise<any>
    on(event: string, listener: (...args: any[]) => void): this
  }
  export class Job<Data = any> {
    attrs: any
    save(): Promise<any>
    remove(): Promise<any>
  }
  export default Agenda
}

declare module 'pg-boss' {
  class PgBoss {
    constructor(options?: any)
    start(): Promise<this>
    stop(options?: any): Promise<void>
    /** @effect enqueue */
    send(...args: any[]): Promise<string>
    /** @effect enqueue */
    sendAfter(...args: any[]): Promise<string>
    /** @effect enqueue */
    insert(...args: any[]): Promise<any>
    /** @effect enqueue */
    publish(event: string, data?: any, options?: any): Promise<any>
    /** @effect enqueue */
    schedule(name: string, cron: string, data?: any, options?: any): Promise<void>
    /** @entry job path=0 handler=last */
    work(name: string, ...args: any[]): Promise<string>
    fetch(name: string, options?: any): Promise<any>
    complete(...args: any[]): Promise<any>
    fail(...args: any[]): Promise<any>
    createQueue(name: string, options?: any): Promise<void>
    on(event: string, listener: (...args: any[]) => void): this
  }
  export { PgBoss }
  export default PgBoss
}

declare module 'node-cron' {
  /** @entry cron path=0 handler=1 */
  export function schedule(expression: string, run: any, options?: any): any
  export function validate(expression: string): boolean
  const cron: {
    /** @entry cron path=0 handler=1 */
    schedule(expression: string, run: any, options?: any): any
    validate(expression: string): boolean
  }
  export default cron
}

declare module 'cron' {
  export class CronJob {
    /** @entry cron path=0 handler=1 */
    constructor(time: any, onTick: any, ...rest: any[])
    start(): void
    stop(): any
    /** @entry cron path=0.cronTime handler=0.onTick */
    static from(options: any): CronJob
  }
}

declare module 'node-schedule' {
  /** @entry cron path=0 handler=last */
  export function scheduleJob(...args: any[]): any
  export function cancelJob(job: any): boolean
  export function gracefulShutdown(): Promise<void>
  const schedule: {
    /** @entry cron path=0 handler=last */
    scheduleJob(...args: any[]): any
    cancelJob(job: any): boolean
    gracefulShutdown(): Promise<void>
  }
  export default schedule
}

declare module 'croner' {
  export class Cron {
    /** @entry cron path=0 handler=last */
    constructor(pattern: any, ...args: any[])
    stop(): void
    schedule(run: any): this
    nextRun(): Date
    trigger(): Promise<void>
  }
  export default Cron
}
