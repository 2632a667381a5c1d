/* Commands, queries and events of NestJS CQRS: each handler class has one method that works them. */

declare module '@nestjs/cqrs' {
  import { Observable } from 'rxjs'

  /** @entry listener path=0 */
  export function CommandHandler(command: any, options?: any): ClassDecorator
  /** @entry listener path=0 */
  export function QueryHandler(query: any, options?: any): ClassDecorator
  /** @entry listener path=0 */
  export function EventsHandler(...events: any[]): ClassDecorator
  export function Saga(): any

  export class Command<T = any> {}
  export class Query<T = any> {}
  export interface ICommand {}
  export interface IQuery {}
  export interface IEvent {}
  /** @layer service */
  export interface ICommandHandler<T = any, R = any> {
    execute(command: T): Promise<any>
  }
  /** @layer service */
  export interface IQueryHandler<T = any, R = any> {
    execute(query: T): Promise<any>
  }
  export interface IEventHandler<T = any> {
    handle(event: T): any
  }

  export class CommandBus<T1 = any> {
    /** @dispatches 0 execute */
    execute<T = any, R = any>(command: any, context?: any): Promise<R>
  }
  export class QueryBus<T1 = any> {
    /** @dispatches 0 execute */
    execute<T = any, R = any>(query: any, context?: any): Promise<R>
  }
  export class EventBus<T1 = any> extends Observable<any> {
    publish<T = any>(event: T, ...context: any[]): any
    publishAll<T = any>(events: T[], ...context: any[]): any
  }
  export abstract class AggregateRoot<E = any> {
    autoCommit: boolean
    apply(event: any, ...options: any[]): void
    commit(): void
    uncommit(): void
    publish(event: any): void
    publishAll(events: any[]): void
    getUncommittedEvents(): E[]
    loadFromHistory(history: E[]): void
  }
  export class EventPublisher<T1 = any> {
    /** @returns 0 */
    mergeClassContext<T>(metatype: T): T
    /** @returns 0 */
    mergeObjectContext<T>(object: T): T
  }
  export function ofType(...types: any[]): (source: Observable<any>) => Observable<any>
  export class CqrsModule<T1 = any> {
    static forRoot(options?: any): any
    static forRootAsync(options: any): any
  }
}
