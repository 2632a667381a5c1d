/* Bull queues in NestJS: a processor class whose methods each work one kind of job. */

declare module '@nestjs/bull' {
  /** @queue 0.name|0 */
  export function Processor(queue?: any): ClassDecorator
  /** @entry job path=0.name|0 */
  export function Process(name?: any): MethodDecorator
  /** @entry listener path=0.name|0 */
  export function OnQueueEvent(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueError(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueWaiting(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueActive(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueStalled(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueProgress(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueCompleted(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueFailed(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueuePaused(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueResumed(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueCleaned(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueDrained(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueRemoved(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueError(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueWaiting(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueActive(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueStalled(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueProgress(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueCompleted(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueFailed(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueuePaused(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueResumed(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueCleaned(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueDrained(options?: any): MethodDecorator
  /** @entry listener */
  export function OnGlobalQueueRemoved(options?: any): MethodDecorator
  /** @queue 0 */
  export function InjectQueue(name?: string): ParameterDecorator
  export function getQueueToken(name?: string): string
  export class BullModule {
    /** @redelivers 0.defaultJobOptions.attempts @retries return attempts=0.defaultJobOptions.attempts options=0 delay=0.defaultJobOptions.backoff default=none */
    static forRoot(...options: any[]): any
    /** @redelivers 0.useFactory.defaultJobOptions.attempts */
    static forRootAsync(...options: any[]): any
    /** @redelivers 0+.defaultJobOptions.attempts @retries return attempts=0.defaultJobOptions.attempts options=0 delay=0.defaultJobOptions.backoff default=none */
    static registerQueue(...options: any[]): any
    static registerQueueAsync(...options: any[]): any
  }
}
