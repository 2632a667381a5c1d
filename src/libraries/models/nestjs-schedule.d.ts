/* Scheduled work in NestJS. */

declare module '@nestjs/schedule' {
  import { CronJob } from 'cron'

  /** @entry cron path=0 */
  export function Cron(schedule: any, options?: any): MethodDecorator
  /** @entry cron path=1|0 */
  export function Interval(...args: any[]): MethodDecorator
  /** @entry cron path=1|0 */
  export function Timeout(...args: any[]): MethodDecorator
  export const CronExpression: any
  export type CronExpression = any
  export class ScheduleModule {
    static forRoot(options?: any): any
    static forRootAsync(options: any): any
  }
  export class SchedulerRegistry {
    doesExist(type: string, name: string): boolean
    addCronJob(name: string, job: CronJob): void
    getCronJob(name: string): CronJob
    getCronJobs(): Map<string, CronJob>
    deleteCronJob(name: string): void
    addInterval<T = any>(name: string, id: T): void
    getInterval<T = any>(name: string): T
    deleteInterval(name: string): void
    addTimeout<T = any>(name: string, id: T): void
    getTimeout<T = any>(name: string): T
    deleteTimeout(name: string): void
  }
}
