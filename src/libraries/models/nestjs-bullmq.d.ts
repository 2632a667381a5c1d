/* BullMQ queues in NestJS: a processor class extends WorkerHost and works every job of its queue in `process`. */

declare module '@nestjs/bullmq' {
  import { Job, QueueEvents, Worker } from 'bullmq'

  /** @entry job path=0.name|0 @queue 0.name|0 */
  export function Processor(queue: any, options?: any): ClassDecorator
  export abstract class WorkerHost<T extends Worker = Worker> {
    readonly worker: T
    abstract process(job: Job, token?: string): Promise<any>
  }
  /** @entry listener path=0 */
  export function OnWorkerEvent(event: any): MethodDecorator
  /** @entry listener path=0 */
  export function OnQueueEvent(event: any): MethodDecorator
  export function QueueEventsListener(queue: string, options?: any): ClassDecorator
  export abstract class QueueEventsHost<T extends QueueEvents = QueueEvents> {
    readonly queueEvents: T
  }
  /** @queue 0 */
  export function InjectQueue(name?: string): ParameterDecorator
  export function InjectFlowProducer(name?: string): ParameterDecorator
  export function getQueueToken(name?: string): string
  export class BullModule {
    /** @redelivers 0.defaultJobOptions.attempts @retries return attempts=0.defaultJobOptions.attempts options=0 delay=0.defaultJobOptions.backoff default=none */
    static forRoot(...options: any[]): any
    /** @redelivers 0.useFactory.defaultJobOptions.attempts */
    static forRootAsync(...options: any[]): any
    /** @redelivers 0+.defaultJobOptions.attempts @retries return attempts=0.defaultJobOptions.attempts options=0 delay=0.defaultJobOptions.backoff default=none */
    static registerQueue(...options: any[]): any
    static registerQueueAsync(...options: any[]): any
    static registerFlowProducer(...options: any[]): any
  }
}
