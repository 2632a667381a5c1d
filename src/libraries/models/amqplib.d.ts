/* amqplib: RabbitMQ channels. */

declare module 'amqplib' {
  export interface Message {
    /** @source message */
    content: Buffer
    fields: any
    properties: any
  }
  export interface ConsumeMessage extends Message {}
  /** @shape /(?:^|\.)(?:\w*[cC]hannel|ch)$/ */
  export interface Channel {
    assertQueue(queue: string, options?: any): Promise<any>
    assertExchange(exchange: string, type: string, options?: any): Promise<any>
    bindQueue(queue: string, source: string, pattern: string, options?: any): Promise<any>
    /** A number that the broker takes; a connection that is lost by then tells its `error`. @settles */
    prefetch(count: number, isGlobal?: boolean): Promise<any>
    /** @effect publish write */
    publish(exchange: string, key: string, content: Buffer, options?: any, callback?: any): boolean
    /** @effect publish write */
    sendToQueue(queue: string, content: Buffer, options?: any, callback?: any): boolean
    /** @entry consumer path=0 handler=1 @redelivers always @drops 1 */
    consume(queue: string, onMessage: (message: ConsumeMessage) => void, options?: any): Promise<any>
    get(queue: string, options?: any): Promise<any>
    ack(message: any, allUpTo?: boolean): void
    nack(message: any, allUpTo?: boolean, requeue?: boolean): void
    close(): Promise<void>
    /** @calls 1 deferred @drops 1 */
    on(event: string, listener: (...values: any[]) => void): this
  }
  export interface ConfirmChannel extends Channel {
    waitForConfirms(): Promise<void>
  }
  export interface ChannelModel {
    createChannel(): Promise<Channel>
    createConfirmChannel(): Promise<ConfirmChannel>
    close(): Promise<void>
    /** @calls 1 deferred @drops 1 */
    on(event: string, listener: (...values: any[]) => void): this
  }
  export function connect(url: any, options?: any): Promise<ChannelModel>
}
