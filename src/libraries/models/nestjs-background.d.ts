/* NestJS: scheduled work, queues, events and messages. */

declare module '@nestjs/schedule' {
  /** @entry cron path=0 */
  export function Cron(schedule: any, options?: any): MethodDecorator
  /** @entry cron path=0|1 */
  export function Interval(...args: any[]): MethodDecorator
  /** @entry cron path=0|1 */
  export function Timeout(...args: any[]): MethodDecorator
  export const CronExpression: any
  export class ScheduleModule {
    static forRoot(options?: any): any
  }
  export class SchedulerRegistry {
    addCronJob(name: string, job: any): void
    getCronJob(name: string): any
    getCronJobs(): any
    deleteCronJob(name: string): void
    addInterval(name: string, id: any): void
    addTimeout(name: string, id: any): void
  }
}

declare module '@nestjs/bull' {
  export function Processor(queue?: any): ClassDecorator
  /** @entry job path=0.name|0 */
  export function Process(name?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueCompleted(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueFailed(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueActive(options?: any): MethodDecorator
  /** @entry listener */
  export function OnQueueError(options?: any): MethodDecorator
  export function InjectQueue(name?: string): ParameterDecorator
  export class BullModule {
    static registerQueue(...options: any[]): any
    static registerQueueAsync(...options: any[]): any
    static forRoot(...options: any[]): any
    static forRootAsync(...options: any[]): any
  }
}

declare module '@nestjs/bullmq' {
  /** @entry job path=0.name|0 */
  export function Processor(queue?: any, options?: any): ClassDecorator
  export abstract class WorkerHost<T = any> {
    worker: T
    abstract process(job: any, token?: string): Promise<any>
  }
  /** @entry listener */
  export function OnWorkerEvent(event: any): MethodDecorator
  export function InjectQueue(name?: string): ParameterDecorator
  export class BullModule {
    static registerQueue(...options: any[]): any
    static registerQueueAsync(...options: any[]): any
    static forRoot(...options: any[]): any
    static forRootAsync(...options: any[]): any
  }
}

declare module '@nestjs/event-emitter' {
  /** @entry listener path=0 */
  export function OnEvent(event: any, options?: any): MethodDecorator
  export class EventEmitter2 {
    emit(event: any, ...values: any[]): boolean
    emitAsync(event: any, ...values: any[]): Promise<any[]>
    /** @calls 1 deferred */
    on(event: any, listener: (...values: any[]) => void, options?: any): any
  }
  export class EventEmitterModule {
    static forRoot(options?: any): any
  }
}

declare module '@nestjs/microservices' {
  /** @entry consumer path=0 */
  export function MessagePattern(pattern?: any, ...rest: any[]): MethodDecorator
  /** @entry consumer path=0 */
  export function EventPattern(pattern?: any, ...rest: any[]): MethodDecorator
  /** @entry consumer path=0 */
  export function GrpcMethod(service?: any, method?: any): MethodDecorator
  /** @source message */
  export function Payload(...args: any[]): ParameterDecorator
  export function Ctx(): ParameterDecorator
  export class ClientProxy {
    connect(): Promise<any>
    close(): any
    /** @effect publish */
    send<R = any, I = any>(pattern: any, data: any): any
    /** @effect publish */
    emit<R = any, I = any>(pattern: any, data: any): any
  }
  export class RpcException extends Error {
    constructor(error: any)
  }
  export const Transport: any
  export class ClientsModule {
    static register(options: any): any
    static registerAsync(options: any): any
  }
  export type MicroserviceOptions = any
}

declare module '@nestjs/websockets' {
  export function WebSocketGateway(...args: any[]): ClassDecorator
  export function WebSocketServer(): PropertyDecorator
  /** @entry consumer path=0 */
  export function SubscribeMessage(message: any): MethodDecorator
  /** @source message */
  export function MessageBody(...args: any[]): ParameterDecorator
  export function ConnectedSocket(): ParameterDecorator
  export class WsException extends Error {
    constructor(error: any)
  }
  export interface OnGatewayConnection<T = any> {
    handleConnection(client: T, ...args: any[]): any
  }
  export interface OnGatewayDisconnect<T = any> {
    handleDisconnect(client: T): any
  }
  export interface OnGatewayInit<T = any> {
    afterInit(server: T): any
  }
}

declare module '@nestjs/cqrs' {
  /** @entry listener path=0 */
  export function CommandHandler(command: any): ClassDecorator
  /** @entry listener path=0 */
  export function QueryHandler(query: any): ClassDecorator
  /** @entry listener path=0 */
  export function EventsHandler(...events: any[]): ClassDecorator
  export class CommandBus {
    execute<T = any, R = any>(command: T): Promise<R>
  }
  export class QueryBus {
    execute<T = any, R = any>(query: T): Promise<R>
  }
  export class EventBus {
    publish<T = any>(event: T): any
    publishAll<T = any>(events: T[]): any
  }
  export interface ICommandHandler<T = any, R = any> {
    execute(command: T): Promise<R>
  }
  export interface IQueryHandler<T = any, R = any> {
    execute(query: T): Promise<R>
  }
  export interface IEventHandler<T = any> {
    handle(event: T): any
  }
  export class CqrsModule {}
}

declare module '@nestjs/graphql' {
  export function Resolver(...args: any[]): ClassDecorator
  /** @entry resolver QUERY path=1.name|0 */
  export function Query(...args: any[]): MethodDecorator
  /** @entry resolver MUTATION path=1.name|0 */
  export function Mutation(...args: any[]): MethodDecorator
  /** @entry resolver SUBSCRIPTION path=1.name|0 */
  export function Subscription(...args: any[]): MethodDecorator
  /** @entry resolver FIELD path=0 */
  export function ResolveField(...args: any[]): MethodDecorator
  /** @entry resolver FIELD */
  export function ResolveReference(): MethodDecorator
  /** @source args */
  export function Args(...args: any[]): ParameterDecorator
  export function Parent(): ParameterDecorator
  export function Root(): ParameterDecorator
  export function Context(name?: string): ParameterDecorator
  export function Info(): ParameterDecorator
  export function ObjectType(...args: any[]): ClassDecorator
  export function InputType(...args: any[]): ClassDecorator
  export function ArgsType(): ClassDecorator
  export function InterfaceType(...args: any[]): ClassDecorator
  export function Field(...args: any[]): any
  export function registerEnumType(type: any, options: any): void
  export const ID: any
  export const Int: any
  export const Float: any
  export class GqlExecutionContext {
    static create(context: any): GqlExecutionContext
    getContext<T = any>(): T
    getArgs<T = any>(): T
    getInfo<T = any>(): T
  }
  export class GraphQLModule {
    static forRoot<T = any>(options?: any): any
    static forRootAsync<T = any>(options?: any): any
  }
}
