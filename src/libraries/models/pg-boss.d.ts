/* pg-boss: jobs kept in PostgreSQL. */

declare module 'pg-boss' {
  class PgBoss {
    /** @redelivers 0.retryLimit */
    constructor(options: any)
    start(): Promise<PgBoss>
    stop(options?: any): Promise<void>
    /** @effect enqueue write @idempotency 2.singletonKey|2.id @redelivers 2.retryLimit @queue 0 */
    send(name: any, data?: any, options?: any): Promise<string>
    /** @effect enqueue write @idempotency 2.singletonKey|2.id @redelivers 2.retryLimit @queue 0 */
    sendAfter(name: string, data: any, options: any, when: any): Promise<string>
    /** @effect enqueue */
    sendThrottled(name: string, data: any, options: any, seconds: number, key?: string): Promise<string>
    /** @effect enqueue */
    sendDebounced(name: string, data: any, options: any, seconds: number, key?: string): Promise<string>
    /** @effect enqueue */
    insert(...jobs: any[]): Promise<any>
    /** @effect publish */
    publish(event: string, data?: any, options?: any): Promise<any>
    /** @effect enqueue */
    schedule(name: string, cron: string, data?: any, options?: any): Promise<void>
    unschedule(name: string): Promise<void>
    /** @source message */
    fetch<T = any>(name: string, options?: any): Promise<PgBoss.Job<T>[]>
    /** @entry job path=0 handler=1 @queue 0 */
    work<T = any>(name: string, handler: PgBoss.WorkHandler<T>): Promise<string>
    /** @entry job path=0 handler=2 @queue 0 */
    work<T = any>(name: string, options: object, handler: PgBoss.WorkHandler<T>): Promise<string>
    offWork(name: any): Promise<void>
    subscribe(event: string, name: string): Promise<void>
    unsubscribe(event: string, name: string): Promise<void>
    cancel(name: string, ids: any, options?: any): Promise<any>
    resume(name: string, ids: any, options?: any): Promise<any>
    retry(name: string, ids: any, options?: any): Promise<any>
    complete(name: string, ids: any, ...data: any[]): Promise<any>
    fail(name: string, ids: any, ...data: any[]): Promise<any>
    deleteJob(name: string, ids: any, options?: any): Promise<any>
    getJobById<T = any>(name: string, id: string, options?: any): Promise<PgBoss.JobWithMetadata<T>>
    /** @redelivers 1.retryLimit */
    createQueue(name: string, options?: any): Promise<void>
    updateQueue(name: string, options?: any): Promise<void>
    deleteQueue(name: string): Promise<void>
    purgeQueue(name: string): Promise<void>
    getQueues(): Promise<any[]>
    getQueueSize(name: string, options?: any): Promise<number>
    /** @calls 1 deferred */
    on(event: string, listener: (...values: any[]) => void): this
  }
  namespace PgBoss {
    export interface Job<T = any> {
      id: string
      name: string
      /** @source message */
      data: T
    }
    export interface JobWithMetadata<T = any> extends Job<T> {
      state: any
      retryCount: number
      createdOn: Date
    }
    /** A list of jobs since version 10, one job before. */
    export type WorkHandler<T = any> = (jobs: Job<T>[] & Job<T>) => Promise<any>
    export type ConstructorOptions = any
    export type SendOptions = any
    export type WorkOptions = any
    export { PgBoss }
  }
  export = PgBoss
}
