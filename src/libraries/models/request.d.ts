/* request: deprecated, and still in many backends. */

declare module 'request' {
  /** @effect http method=0.method|1.method @timeout 0.timeout|1.timeout default=none */
  const request: request.RequestAPI
  namespace request {
    type RequestCallback = (error: any, response: any, body: any) => void
    type CoreOptions = any
    interface Request {
      on(event: string, listener: (...values: any[]) => void): this
      pipe<T>(destination: T, options?: any): T
      abort(): void
    }
    interface RequestAPI<T1 = any, T2 = any, T3 = any> {
      /** @effect http method=0.method|1.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.timeout|1.timeout default=none */
      (options: any, callback?: RequestCallback): Request
      /** @effect http method=0.method|1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 0.timeout|1.timeout default=none */
      (uri: string, options?: any, callback?: RequestCallback): Request
      /** @effect http read @timeout 0.timeout|1.timeout default=none */
      get(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http read @timeout 0.timeout|1.timeout default=none */
      head(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http write @timeout 0.timeout|1.timeout default=none */
      post(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http write @upsert @timeout 0.timeout|1.timeout default=none */
      put(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http write @timeout 0.timeout|1.timeout default=none */
      patch(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http delete @timeout 0.timeout|1.timeout default=none */
      delete(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http delete @timeout 0.timeout|1.timeout default=none */
      del(uri: any, options?: any, callback?: RequestCallback): Request
      /** @timeout 0.timeout default=none */
      defaults(options: any): RequestAPI
    }
  }
  export = request
}
