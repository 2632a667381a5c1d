/* Croner. */

declare module 'croner' {
  export class Cron<T1 = any> {
    /** @entry cron path=0 handler=2|1 */
    constructor(pattern: any, first?: any, second?: any)
    name: string
    options: any
    schedule(run?: (self: Cron, context: any) => any): Cron
    trigger(): Promise<void>
    stop(): void
    pause(): boolean
    resume(): boolean
    nextRun(previous?: any): Date
    nextRuns(count: number, previous?: any): Date[]
    previousRun(): Date
    isRunning(): boolean
    isBusy(): boolean
  }
  export const scheduledJobs: Cron[]
  export default Cron
}
