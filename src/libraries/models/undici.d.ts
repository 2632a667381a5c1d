/* undici: Node's HTTP client as a package. */

declare module 'undici' {
  import { Readable } from 'stream'

  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
  export function request(url: any, options?: any): Promise<Dispatcher.ResponseData>
  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
  export function fetch(input: any, init?: any): Promise<any>
  /** @effect http method=1.method */
  export function stream(url: any, options: any, factory: (data: any) => any): Promise<any>
  /** @effect http method=1.method */
  export function pipeline(url: any, options: any, handler: (data: any) => any): any
  export class Dispatcher {
    /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key */
    request(options: any): Promise<Dispatcher.ResponseData>
    /** @effect http method=0.method */
    stream(options: any, factory: (data: any) => any): Promise<any>
    close(): Promise<void>
    destroy(): Promise<void>
  }
  export namespace Dispatcher {
    export interface ResponseData {
      statusCode: number
      headers: any
      trailers: any
      body: Readable & { json(): Promise<any>; text(): Promise<string>; arrayBuffer(): Promise<any>; dump(options?: any): Promise<void> }
    }
  }
  export class Agent extends Dispatcher {
    constructor(options?: any)
  }
  export class Client extends Dispatcher {
    constructor(url: any, options?: any)
  }
  export class Pool extends Dispatcher {
    constructor(url: any, options?: any)
  }
  export class ProxyAgent extends Dispatcher {
    constructor(options: any)
  }
  export function setGlobalDispatcher(dispatcher: Dispatcher): void
  export function getGlobalDispatcher(): Dispatcher
}
