/* Bull: queues, their processors, and jobs. */

declare module 'bull' {
  interface BullConstructor {
    <T = any>(name: string, ...options: any[]): Bull.Queue<T>
    new <T = any>(name: string, ...options: any[]): Bull.Queue<T>
  }
  /** @redelivers 1.defaultJobOptions.attempts|2.defaultJobOptions.attempts */
  const Bull: BullConstructor

  namespace Bull {
    interface Job<T = any> {
      id: JobId
      name: string
      /** @source message */
      data: T
      opts: JobOptions
      queue: Queue<T>
      attemptsMade: number
      timestamp: number
      processedOn?: number
      finishedOn?: number
      returnvalue: any
      failedReason?: string
      stacktrace: string[]
      progress(value?: any): any
      log(row: string): Promise<any>
      update(data: T): Promise<void>
      remove(): Promise<void>
      retry(): Promise<void>
      discard(): Promise<void>
      promote(): Promise<void>
      finished(): Promise<any>
      getState(): Promise<any>
      isActive(): Promise<boolean>
      isCompleted(): Promise<boolean>
      isFailed(): Promise<boolean>
      moveToCompleted(...values: any[]): Promise<any>
      moveToFailed(...values: any[]): Promise<any>
      toJSON(): any
    }
    type DoneCallback = (error?: Error, value?: any) => void
    type ProcessPromiseFunction<T> = (job: Job<T>, done: DoneCallback) => any
    type ProcessCallbackFunction<T> = (job: Job<T>, done: DoneCallback) => any
    type JobId = any
    type JobOptions = any
    type JobStatus = any
    type JobCounts = any
    type QueueOptions = any

    interface Queue<T = any> {
      name: string
      client: any
      /** @entry job path=this handler=0 @drops 0 arity=2  @settles */
      process(run: ProcessPromiseFunction<T>): Promise<void>
      /** @entry job path=this handler=1 @drops 1 arity=2  @settles */
      process(concurrency: number, run: ProcessPromiseFunction<T>): Promise<void>
      /** @entry job path=0 handler=1 @drops 1 arity=2  @settles */
      process(name: string, run: ProcessPromiseFunction<T>): Promise<void>
      /** @entry job path=0 handler=2 @drops 2 arity=2  @settles */
      process(name: string, concurrency: number, run: ProcessPromiseFunction<T>): Promise<void>
      /** @effect enqueue write @idempotency 2.jobId @redelivers 2.attempts @retries return attempts=2.attempts options=2 delay=2.backoff default=none */
      add(name: string, data: T, options?: JobOptions): Promise<Job<T>>
      /** @effect enqueue write @idempotency 1.jobId @redelivers 1.attempts @retries return attempts=1.attempts options=1 delay=1.backoff default=none */
      add(data: T, options?: JobOptions): Promise<Job<T>>
      /** @effect enqueue */
      addBulk(jobs: { name?: string; data: T; opts?: JobOptions }[]): Promise<Job<T>[]>
      getJob(id: JobId): Promise<Job<T>>
      getJobs(types: any, start?: number, end?: number, ascending?: boolean): Promise<Job<T>[]>
      getJobLogs(id: JobId, ...options: any[]): Promise<any>
      getJobCounts(): Promise<JobCounts>
      getWaiting(start?: number, end?: number): Promise<Job<T>[]>
      getActive(start?: number, end?: number): Promise<Job<T>[]>
      getDelayed(start?: number, end?: number): Promise<Job<T>[]>
      getCompleted(start?: number, end?: number): Promise<Job<T>[]>
      getFailed(start?: number, end?: number): Promise<Job<T>[]>
      getWaitingCount(): Promise<number>
      getActiveCount(): Promise<number>
      getDelayedCount(): Promise<number>
      getCompletedCount(): Promise<number>
      getFailedCount(): Promise<number>
      getRepeatableJobs(...options: any[]): Promise<any[]>
      removeRepeatable(...options: any[]): Promise<void>
      removeRepeatableByKey(key: string): Promise<void>
      removeJobs(pattern: string): Promise<void>
      clean(grace: number, ...options: any[]): Promise<Job<T>[]>
      empty(): Promise<void>
      obliterate(options?: any): Promise<void>
      count(): Promise<number>
      pause(...options: any[]): Promise<void>
      resume(...options: any[]): Promise<void>
      isPaused(...options: any[]): Promise<boolean>
      isReady(): Promise<this>
      close(withoutWaiting?: boolean): Promise<void>
      whenCurrentJobsFinished(): Promise<void>
      /** @entry listener path=0 handler=1 @drops 1 */
      on(event: string, listener: (...values: any[]) => void): this
      /** @entry listener path=0 handler=1 @drops 1 */
      once(event: string, listener: (...values: any[]) => void): this
    }
  }
  export = Bull
}
