/* Messages between NestJS services: handlers of patterns, and clients that send. */

declare module '@nestjs/microservices' {
  import { Observable } from 'rxjs'

  /** @entry consumer path=0.cmd|0 */
  export function MessagePattern(pattern?: any, ...rest: any[]): MethodDecorator
  /**
   * Over RabbitMQ messages are acknowledged as they arrive unless `noAck` is false; TCP, Redis and NATS keep none.
   * @entry consumer path=0.cmd|0 @redelivers transport
   */
  export function EventPattern(pattern?: any, ...rest: any[]): MethodDecorator
  /** @entry procedure path=1|0 */
  export function GrpcMethod(service?: any, method?: any): MethodDecorator
  /** @entry procedure path=1|0 */
  export function GrpcStreamMethod(service?: any, method?: any): MethodDecorator
  /** @entry procedure path=1|0 */
  export function GrpcStreamCall(service?: any, method?: any): MethodDecorator
  /** @source message */
  export function Payload(...args: any[]): ParameterDecorator
  export function Ctx(): ParameterDecorator
  export function Client(metadata?: any): PropertyDecorator

  export abstract class ClientProxy<T1 = any, T2 = any> {
    connect(): Promise<any>
    close(): any
    /** @effect publish */
    send<R = any, I = any>(pattern: any, data: I): Observable<R>
    /** @effect publish write */
    emit<R = any, I = any>(pattern: any, data: I): Observable<R>
  }
  export class ClientKafka extends ClientProxy {
    subscribeToResponseOf(pattern: any): void
  }
  export class ClientRMQ extends ClientProxy {}
  export class ClientRedis extends ClientProxy {}
  export class ClientTCP extends ClientProxy {}
  export interface ClientGrpc {
    getService<T = any>(name: string): T
  }
  export class ClientProxyFactory {
    static create(options: any): ClientProxy
  }
  export class ClientsModule {
    static register(options: any): any
    static registerAsync(options: any): any
  }

  export interface KafkaContext {
    getMessage(): any
    getTopic(): string
    getPartition(): number
    getConsumer(): any
  }
  export interface RmqContext {
    getMessage(): any
    getChannelRef(): any
    getPattern(): string
  }
  export class RpcException extends Error {
    constructor(error: any)
    getError(): any
  }
  export const Transport: any
  export type Transport = any
  export type MicroserviceOptions = any
}
