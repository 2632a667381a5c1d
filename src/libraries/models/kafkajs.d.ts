/* KafkaJS: producers publish, consumers are entry points. */

declare module 'kafkajs' {
  export class Kafka {
    constructor(options: any)
    producer(options?: any): Producer
    consumer(options: any): Consumer
    admin(options?: any): Admin
  }
  /** @shape /(?:^|\.)\w*[pP]roducer$/ */
  export interface Producer {
    connect(): Promise<void>
    disconnect(): Promise<void>
    /** @effect publish write */
    send(record: any): Promise<any[]>
    /** @effect publish write */
    sendBatch(batch: any): Promise<any[]>
    transaction(): Promise<Transaction>
    on(event: string, listener: (...values: any[]) => void): any
  }
  export interface Transaction {
    /** @effect publish write */
    send(record: any): Promise<any[]>
    /** @effect publish write */
    sendBatch(batch: any): Promise<any[]>
    sendOffsets(offsets: any): Promise<void>
    commit(): Promise<void>
    abort(): Promise<void>
  }
  export interface EachMessagePayload {
    topic: string
    partition: number
    /** @source message */
    message: any
    heartbeat(): Promise<void>
    pause(): () => void
  }
  export interface EachBatchPayload {
    /** @source message */
    batch: any
    resolveOffset(offset: string): void
    heartbeat(): Promise<void>
    commitOffsetsIfNecessary(offsets?: any): Promise<void>
    isRunning(): boolean
    isStale(): boolean
  }
  export interface Consumer {
    connect(): Promise<void>
    disconnect(): Promise<void>
    subscribe(options: any): Promise<void>
    /** @entry consumer handler=0.eachMessage|0.eachBatch @redelivers always */
    run(options?: { eachMessage?: (payload: EachMessagePayload) => Promise<void>; eachBatch?: (payload: EachBatchPayload) => Promise<void>; [option: string]: any }): Promise<void>
    commitOffsets(offsets: any[]): Promise<void>
    seek(position: any): void
    stop(): Promise<void>
  }
  export interface Admin {
    connect(): Promise<void>
    disconnect(): Promise<void>
    createTopics(options: any): Promise<boolean>
  }
  export type KafkaMessage = any
  export type ProducerRecord = any
  export const logLevel: any
  export const Partitioners: any
}
