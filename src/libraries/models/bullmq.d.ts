/* BullMQ: queues, workers and the jobs between them. What a job carries came from whoever added it. */

declare module 'bullmq' {
  export class Job<Data = any, Result = any, Name extends string = string, T4 = any> {
    constructor(queue: any, name: Name, data: Data, options?: any, id?: string)
    id?: string
    name: Name
    /** @source message */
    data: Data
    opts: any
    progress: any
    returnvalue: Result
    failedReason: string
    attemptsMade: number
    timestamp: number
    processedOn?: number
    finishedOn?: number
    parent?: any
    token?: string
    updateData(data: Data): Promise<void>
    updateProgress(progress: any): Promise<void>
    log(row: string): Promise<number>
    remove(options?: any): Promise<void>
    retry(...options: any[]): Promise<void>
    promote(): Promise<void>
    changeDelay(delay: number): Promise<void>
    changePriority(options: any): Promise<void>
    moveToCompleted(value: Result, token: string, fetchNext?: boolean): Promise<any>
    moveToFailed(error: any, token: string, fetchNext?: boolean): Promise<any>
    moveToDelayed(timestamp: number, token?: string): Promise<void>
    getChildrenValues<T = any>(): Promise<{ [key: string]: T }>
    getState(): Promise<any>
    isActive(): Promise<boolean>
    isCompleted(): Promise<boolean>
    isFailed(): Promise<boolean>
    isDelayed(): Promise<boolean>
    isWaiting(): Promise<boolean>
    waitUntilFinished(events: QueueEvents, timeout?: number): Promise<Result>
    toJSON(): any
    asJSON(): any
  }

  export type Processor<Data = any, Result = any, Name extends string = string, T4 = any> = (
    job: Job<Data, Result, Name>,
    token?: string,
    signal?: any,
  ) => Promise<Result>

  export class Queue<Data = any, Result = any, Name extends string = string, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> {
    /** @redelivers 1.defaultJobOptions.attempts @retries return attempts=1.defaultJobOptions.attempts options=1 delay=1.defaultJobOptions.backoff default=none */
    constructor(name: string, options?: any, connection?: any)
    readonly name: string
    opts: any
    /** @effect enqueue write @idempotency 2.jobId|2.deduplication.id @redelivers 2.attempts @retries return attempts=2.attempts options=2 delay=2.backoff default=none */
    add(name: Name, data: Data, options?: any): Promise<Job<Data, Result, Name>>
    /** @effect enqueue */
    addBulk(jobs: { name: Name; data: Data; opts?: any }[]): Promise<Job<Data, Result, Name>[]>
    /** @effect enqueue @upsert @redelivers 2.opts.attempts */
    upsertJobScheduler(id: string, repeat: any, template?: any): Promise<Job<Data, Result, Name>>
    removeJobScheduler(id: string): Promise<boolean>
    getJobSchedulers(start?: number, end?: number, ascending?: boolean): Promise<any[]>
    getJob(id: string): Promise<Job<Data, Result, Name>>
    getJobs(types?: any, start?: number, end?: number, ascending?: boolean): Promise<Job<Data, Result, Name>[]>
    getJobCounts(...types: any[]): Promise<any>
    getJobCountByTypes(...types: any[]): Promise<number>
    getWaiting(start?: number, end?: number): Promise<Job<Data, Result, Name>[]>
    getActive(start?: number, end?: number): Promise<Job<Data, Result, Name>[]>
    getDelayed(start?: number, end?: number): Promise<Job<Data, Result, Name>[]>
    getCompleted(start?: number, end?: number): Promise<Job<Data, Result, Name>[]>
    getFailed(start?: number, end?: number): Promise<Job<Data, Result, Name>[]>
    getWaitingCount(): Promise<number>
    getActiveCount(): Promise<number>
    getFailedCount(): Promise<number>
    getMetrics(type: any, start?: number, end?: number): Promise<any>
    remove(id: string, options?: any): Promise<number>
    clean(grace: number, limit: number, type?: any): Promise<string[]>
    drain(delayed?: boolean): Promise<void>
    obliterate(options?: any): Promise<void>
    retryJobs(options?: any): Promise<void>
    pause(): Promise<void>
    resume(): Promise<void>
    isPaused(): Promise<boolean>
    close(): Promise<void>
    waitUntilReady(): Promise<any>
    /** @calls 1 deferred @drops 1 */
    on(event: any, listener: (...values: any[]) => void): this
    /** @calls 1 deferred @drops 1 */
    once(event: any, listener: (...values: any[]) => void): this
  }

  export class Worker<Data = any, Result = any, Name extends string = string, T4 = any, T5 = any, T6 = any> {
    /** @entry job path=0 handler=1 */
    constructor(queue: string, processor?: string | Processor<Data, Result, Name>, options?: any, connection?: any)
    readonly name: string
    readonly opts: any
    readonly id: string
    concurrency: number
    /** @settles */
    run(): Promise<void>
    pause(withoutWaiting?: boolean): Promise<void>
    resume(): void
    isRunning(): boolean
    isPaused(): boolean
    close(force?: boolean): Promise<void>
    rateLimit(milliseconds: number): Promise<void>
    getNextJob(token: string, options?: any): Promise<Job<Data, Result, Name>>
    waitUntilReady(): Promise<any>
    /** @entry listener path=0 handler=1 @drops 1 */
    on(event: any, listener: (job: Job<Data, Result, Name>, ...values: any[]) => void): this
    /** @entry listener path=0 handler=1 @drops 1 */
    once(event: any, listener: (job: Job<Data, Result, Name>, ...values: any[]) => void): this
  }

  export class QueueEvents<T1 = any, T2 = any, T3 = any> {
    constructor(queue: string, options?: any, connection?: any)
    /** @entry listener path=0 handler=1 @drops 1 */
    on(event: any, listener: (event: any, id: string) => void): this
    /** @entry listener path=0 handler=1 @drops 1 */
    once(event: any, listener: (event: any, id: string) => void): this
    /** @settles */
    run(): Promise<void>
    close(): Promise<void>
    waitUntilReady(): Promise<any>
  }

  export class FlowProducer<T1 = any, T2 = any> {
    constructor(options?: any, connection?: any)
    /** @effect enqueue */
    add(flow: any, options?: any): Promise<any>
    /** @effect enqueue */
    addBulk(flows: any[]): Promise<any[]>
    getFlow(options: any): Promise<any>
    close(): Promise<void>
  }

  export class UnrecoverableError extends Error {
    constructor(message?: string)
  }
  export class DelayedError extends Error {
    constructor(message?: string)
  }
  export class RateLimitError extends Error {
    constructor(message?: string)
  }
  export class WaitingChildrenError extends Error {
    constructor(message?: string)
  }
  export type ConnectionOptions = any
  export type JobsOptions = any
  export type QueueOptions<T1 = any> = any
  export type WorkerOptions<T1 = any> = any
  export type RepeatOptions = any
  export type FlowJob = any
  export type JobType = any
  export type JobState = any
}
