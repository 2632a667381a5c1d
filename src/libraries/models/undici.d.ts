/* undici: Node's HTTP client as a package. */

declare module 'undici' {
  import { Readable } from 'stream'

  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.signal|1.headersTimeout|1.bodyTimeout|1.dispatcher default=300000 */
  export function request(url: any, options?: any): Promise<Dispatcher.ResponseData>
  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.signal|1.headersTimeout|1.bodyTimeout|1.dispatcher default=300000 */
  export function fetch(input: any, init?: any): Promise<any>
  /** @effect http method=1.method @timeout 1.signal|1.headersTimeout|1.bodyTimeout|1.dispatcher default=300000 */
  export function stream(url: any, options: any, factory: (data: any) => any): Promise<any>
  /** @effect http method=1.method @timeout 1.signal|1.headersTimeout|1.bodyTimeout|1.dispatcher default=300000 */
  export function pipeline(url: any, options: any, handler: (data: any) => any): any
  export class Dispatcher {
    /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.signal|0.headersTimeout|0.bodyTimeout|0.dispatcher default=300000 */
    request(options: any): Promise<Dispatcher.ResponseData>
    /** @effect http method=0.method @timeout 0.signal|0.headersTimeout|0.bodyTimeout|0.dispatcher default=300000 */
    stream(options: any, factory: (data: any) => any): Promise<any>
    close(): Promise<void>
    destroy(): Promise<void>
  }
  export namespace Dispatcher {
    export interface ResponseData<T1 = any> {
      statusCode: number
      headers: any
      trailers: any
      body: Readable & { json(): Promise<any>; text(): Promise<string>; arrayBuffer(): Promise<any>; dump(options?: any): Promise<void> }
    }
  }
  export class Agent extends Dispatcher {
    /** @timeout 0.headersTimeout|0.bodyTimeout default=300000 */
    constructor(options?: any)
  }
  export class Client extends Dispatcher {
    /** @timeout 1.headersTimeout|1.bodyTimeout default=300000 */
    constructor(url: any, options?: any)
  }
  export class Pool extends Dispatcher {
    /** @timeout 1.headersTimeout|1.bodyTimeout default=300000 */
    constructor(url: any, options?: any)
  }
  export class ProxyAgent extends Dispatcher {
    constructor(options: any)
  }
  /** @timeout 0 global */
  export function setGlobalDispatcher(dispatcher: Dispatcher): void
  export function getGlobalDispatcher(): Dispatcher
}
