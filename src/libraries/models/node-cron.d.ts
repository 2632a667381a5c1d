/* node-cron: version 2 and versions from 4 on report what fails in a task, version 3 catches it and tells nobody. */

declare module 'node-cron' {
  export interface ScheduledTask {
    start(): any
    stop(): any
  }
  /** @entry cron path=0 handler=1 @drops 1 caught since=node-cron@3 before=node-cron@4 */
  export function schedule(expression: string, run: (context: any) => any, options?: any): ScheduledTask
  /** @entry cron path=0 handler=1 @drops 1 caught since=node-cron@3 before=node-cron@4 */
  export function createTask(expression: string, run: (context: any) => any, options?: any): ScheduledTask
  export function validate(expression: string): boolean
  export function getTasks(): Map<string, ScheduledTask>
  const cron: {
    /** @entry cron path=0 handler=1 @drops 1 caught since=node-cron@3 before=node-cron@4 */
    schedule(expression: string, run: (context: any) => any, options?: any): ScheduledTask
    /** @entry cron path=0 handler=1 @drops 1 caught since=node-cron@3 before=node-cron@4 */
    createTask(expression: string, run: (context: any) => any, options?: any): ScheduledTask
    validate(expression: string): boolean
    getTasks(): Map<string, ScheduledTask>
  }
  export default cron
}
