/* cron. */

declare module 'cron' {
  export class CronJob {
    /** @entry cron path=0.cronTime|0 handler=0.onTick|1 */
    constructor(time: any, onTick?: (onComplete?: any) => any, ...options: any[])
    /** @entry cron path=0.cronTime handler=0.onTick */
    static from(options: any): CronJob
    /** @calls 0 deferred */
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
