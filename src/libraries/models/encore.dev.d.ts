/* Encore.ts: endpoints whose parameters it checks by their types, SQL as tagged templates, topics and timers. */

declare module 'encore.dev/api' {
  export type Method = any
  export type Header<T = any, Name = any> = string
  export type Query<T = string, Name = any> = T
  export type Cookie<T = any, Name = any> = any
  export interface APIOptions {
    method?: any
    path?: string
    expose?: boolean
    /** @guard auth */
    auth?: boolean
    bodyLimit?: number
    tags?: string[]
    sensitive?: boolean
  }
  type Handler<Params, Response> = (
    /** @source args */
    params: Params,
  ) => Promise<Response>
  export const api: {
    /** @entry route 0.method path=0.path handler=1 options=0 */
    <Params = any, Response = any>(options: APIOptions, handler: Handler<Params, Response>): Handler<Params, Response>
    /** @entry route 0.method path=0.path handler=1 options=0 */
    raw(options: APIOptions, handler: (request: RawRequest, response: RawResponse) => any): any
    streamIn: any
    streamOut: any
    streamInOut: any
    static: any
  }
  export type RawRequest = import('http').IncomingMessage
  export type RawResponse = import('http').ServerResponse
  /** @http-error */
  export class APIError extends Error {
    constructor(code: any, message: string, cause?: Error, details?: any)
    static notFound(message: string, cause?: Error): APIError
    static invalidArgument(message: string, cause?: Error): APIError
    static failedPrecondition(message: string, cause?: Error): APIError
    static unauthenticated(message: string, cause?: Error): APIError
    static permissionDenied(message: string, cause?: Error): APIError
    static alreadyExists(message: string, cause?: Error): APIError
    static internal(message: string, cause?: Error): APIError
    static aborted(message: string, cause?: Error): APIError
    static unavailable(message: string, cause?: Error): APIError
    static resourceExhausted(message: string, cause?: Error): APIError
  }
  export const ErrCode: any
  export class Gateway {
    constructor(config: any)
  }
  export type MiddlewareRequest = any
  export type Next = (request: any) => Promise<any>
  /** @calls last */
  export function middleware(...parts: any[]): any
}

declare module 'encore.dev/storage/sqldb' {
  type Row = Record<string, any>
  class BaseQueryExecutor {
    /** @query raw  @sql template  @stream */
    query<T extends Row = Row>(strings: TemplateStringsArray, ...params: any[]): AsyncGenerator<T>
    /** @query raw  @sql 0  @params 1+  @placeholder $  @stream */
    rawQuery<T extends Row = Row>(query: string, ...params: any[]): AsyncGenerator<T>
    /** @query raw  @sql template */
    queryAll<T extends Row = Row>(strings: TemplateStringsArray, ...params: any[]): Promise<T[]>
    /** @query raw  @sql 0  @params 1+  @placeholder $ */
    rawQueryAll<T extends Row = Row>(query: string, ...params: any[]): Promise<T[]>
    /** @query raw one  @sql template */
    queryRow<T extends Row = Row>(strings: TemplateStringsArray, ...params: any[]): Promise<T | null>
    /** @query raw one  @sql 0  @params 1+  @placeholder $ */
    rawQueryRow<T extends Row = Row>(query: string, ...params: any[]): Promise<T | null>
    /** @query raw  @sql template */
    exec(strings: TemplateStringsArray, ...params: any[]): Promise<void>
    /** @query raw  @sql 0  @params 1+  @placeholder $ */
    rawExec(query: string, ...params: any[]): Promise<void>
  }
  /** @connection */
  export class SQLDatabase extends BaseQueryExecutor {
    constructor(name: string, config?: any)
    static named(name: string): SQLDatabase
    readonly connectionString: string
    /** @connection acquire by=close */
    acquire(): Promise<Connection>
    /** @transaction begin handle=return */
    begin(): Promise<Transaction>
  }
  /** @handle */
  export class Transaction extends BaseQueryExecutor {
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
  }
  export class Connection extends BaseQueryExecutor {
    /** @connection release */
    close(): Promise<void>
  }
}

declare module 'encore.dev/pubsub' {
  export class Topic<Message extends object> {
    constructor(name: string, config: any)
    /** @effect publish */
    publish(message: Message): Promise<string>
  }
  export class Subscription<Message extends object> {
    /** @entry consumer path=1 handler=2.handler  @redelivers always */
    constructor(topic: Topic<Message>, name: string, config: SubscriptionConfig<Message>)
  }
  export interface SubscriptionConfig<Message> {
    handler: (message: Message) => Promise<unknown>
    ackDeadline?: any
    maxConcurrency?: number
    messageRetention?: any
    retryPolicy?: any
  }
}

declare module 'encore.dev/cron' {
  export class CronJob {
    /** @entry cron path=0 handler=1.endpoint */
    constructor(name: string, config: any)
  }
}

declare module 'encore.dev/auth' {
  export type AuthHandler<Params = any, Data = any> = any
  /** @calls 0 deferred */
  export function authHandler<Params = any, Data = any>(handler: (params: Params) => Promise<Data>): AuthHandler<Params, Data>
}

declare module 'encore.dev/config' {
  export function secret(name: string): () => string
}

declare module 'encore.dev/service' {
  export class Service {
    constructor(name: string, config?: any)
    readonly name: string
  }
}
