/* cron. */

declare module 'cron' {
  export class CronJob<T1 = any, T2 = any> {
    /** @entry cron path=0.cronTime|0 handler=0.onTick|1 @drops 0.onTick|1 before=cron@4 */
    constructor(time: any, onTick?: (onComplete?: any) => any, ...options: any[])
    /** @entry cron path=0.cronTime handler=0.onTick @drops 0.onTick before=cron@4 */
    static from(options: any): CronJob
    /** @calls 0 deferred @drops 0 before=cron@4 */
    addCallback(callback: () => any): void
    start(): void
    stop(): any
    setTime(time: CronTime): void
    fireOnTick(): Promise<void>
    nextDate(): any
    nextDates(count?: number): any[]
    lastDate(): Date
  }
  export class CronTime {
    constructor(source: any, zone?: any, offset?: any)
    sendAt(...count: any[]): any
  }
}
