/* @azure/functions 4: functions are registered by calls on `app`; HTTP ones answer with what they return. */
declare module '@azure/functions' {
  /** @transport request */
  export class HttpRequest {
    readonly method: string
    /** @source params */
    readonly url: string
    /** @source headers */
    readonly headers: any
    /** @source query flat */
    readonly query: URLSearchParams
    /** @source params */
    readonly params: Record<string, string>
    readonly user: any
    /** @source body */
    json(): Promise<unknown>
    /** @source body */
    text(): Promise<string>
    /** @source body */
    arrayBuffer(): Promise<ArrayBuffer>
    /** @upload @source form */
    formData(): Promise<FormData>
    [member: string]: any
  }

  export interface InvocationContext {
    readonly invocationId: string
    readonly functionName: string
    readonly extraInputs: any
    readonly extraOutputs: any
    readonly triggerMetadata: any
    /** @effect log */
    log(...values: any[]): void
    /** @effect log */
    info(...values: any[]): void
    /** @effect log */
    warn(...values: any[]): void
    /** @effect log */
    error(...values: any[]): void
    /** @effect log */
    debug(...values: any[]): void
    /** @effect log */
    trace(...values: any[]): void
  }

  export type HttpResponseInit = any
  export type HttpHandler = (request: HttpRequest, context: InvocationContext) => any

  export interface HttpFunctionOptions {
    methods?: string[]
    authLevel?: 'anonymous' | 'function' | 'admin'
    route?: string
    handler: HttpHandler
    [option: string]: any
  }

  export interface FunctionOptions<T> {
    handler: (message: T, context: InvocationContext) => any
    [option: string]: any
  }

  export namespace app {
    /** @entry route 1.methods path=1.route|0 handler=1.handler options=1 */
    export function http(name: string, options: HttpFunctionOptions): void
    /** @entry route GET path=0 handler=1 */
    export function get(name: string, handler: HttpHandler): void
    /** @entry route GET path=1.route|0 handler=1.handler options=1 */
    export function get(name: string, options: HttpFunctionOptions): void
    /** @entry route PUT path=0 handler=1 */
    export function put(name: string, handler: HttpHandler): void
    /** @entry route PUT path=1.route|0 handler=1.handler options=1 */
    export function put(name: string, options: HttpFunctionOptions): void
    /** @entry route POST path=0 handler=1 */
    export function post(name: string, handler: HttpHandler): void
    /** @entry route POST path=1.route|0 handler=1.handler options=1 */
    export function post(name: string, options: HttpFunctionOptions): void
    /** @entry route PATCH path=0 handler=1 */
    export function patch(name: string, handler: HttpHandler): void
    /** @entry route PATCH path=1.route|0 handler=1.handler options=1 */
    export function patch(name: string, options: HttpFunctionOptions): void
    /** @entry route DELETE path=0 handler=1 */
    export function deleteRequest(name: string, handler: HttpHandler): void
    /** @entry route DELETE path=1.route|0 handler=1.handler options=1 */
    export function deleteRequest(name: string, options: HttpFunctionOptions): void
    /** @entry cron path=1.schedule handler=1.handler */
    export function timer(name: string, options: FunctionOptions<any>): void
    /** @entry consumer path=1.path handler=1.handler @redelivers always */
    export function storageBlob<T = unknown>(name: string, options: FunctionOptions<T>): void
    /** @entry consumer path=1.queueName handler=1.handler @redelivers always */
    export function storageQueue<T = unknown>(name: string, options: FunctionOptions<T>): void
    /** @entry consumer path=1.queueName handler=1.handler @redelivers always */
    export function serviceBusQueue<T = unknown>(name: string, options: FunctionOptions<T>): void
    /** @entry consumer path=1.topicName handler=1.handler @redelivers always */
    export function serviceBusTopic<T = unknown>(name: string, options: FunctionOptions<T>): void
    /** @entry consumer path=1.eventHubName handler=1.handler @redelivers always */
    export function eventHub<T = unknown>(name: string, options: FunctionOptions<T>): void
    /** @entry consumer path=0 handler=1.handler @redelivers always */
    export function eventGrid<T = any>(name: string, options: FunctionOptions<T>): void
    /** @entry consumer path=1.containerName handler=1.handler @redelivers always */
    export function cosmosDB<T = unknown>(name: string, options: FunctionOptions<T[]>): void
  }
}
