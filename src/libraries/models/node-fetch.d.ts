/* node-fetch: fetch as a package, for older Node. */

declare module 'node-fetch' {
  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.signal|1.timeout default=none */
  function fetch(url: any, init?: any): Promise<fetch.Response>
  namespace fetch {
    class Response {
      readonly ok: boolean
      readonly status: number
      readonly statusText: string
      readonly url: string
      readonly headers: any
      readonly body: any
      json(): Promise<any>
      text(): Promise<string>
      arrayBuffer(): Promise<any>
    }
    class Headers {
      get(name: string): string
      set(name: string, value: string): void
    }
    class FetchError extends Error {}
    type RequestInit = any
    type RequestInfo = any
    type BodyInit = any
  }
  export = fetch
}
