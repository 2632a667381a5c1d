/* node-schedule. */

declare module 'node-schedule' {
  export class Job {
    /** @calls 1 deferred @drops 1 */
    constructor(name: any, run?: any, callback?: any)
    readonly name: string
    cancel(reschedule?: boolean): boolean
    cancelNext(reschedule?: boolean): boolean
    reschedule(spec: any): boolean
    schedule(spec: any): boolean
    nextInvocation(): Date
    invoke(): void
  }
  export class RecurrenceRule {
    constructor(...fields: any[])
    second: any
    minute: any
    hour: any
    date: any
    dayOfWeek: any
    month: any
    year: any
    tz: any
  }
  export class Range {
    constructor(start?: number, end?: number, step?: number)
  }
  /** @entry cron path=1 handler=2 @drops 2 */
  export function scheduleJob(name: string, spec: any, run: (fireDate: Date) => any): Job
  /** @entry cron path=0 handler=1 @drops 1 */
  export function scheduleJob(spec: any, run: (fireDate: Date) => any): Job
  export function rescheduleJob(job: any, spec: any): Job
  export function cancelJob(job: any): boolean
  export function gracefulShutdown(): Promise<void>
  export const scheduledJobs: { [name: string]: Job }
}
