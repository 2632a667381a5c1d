/* request: deprecated, and still in many backends. */

declare module 'request' {
  /** @effect http method=0.method|1.method */
  const request: request.RequestAPI
  namespace request {
    type RequestCallback = (error: any, response: any, body: any) => void
    type CoreOptions = any
    interface Request {
      on(event: string, listener: (...values: any[]) => void): this
      pipe<T>(destination: T, options?: any): T
      abort(): void
    }
    interface RequestAPI {
      /** @effect http method=0.method|1.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key */
      (options: any, callback?: RequestCallback): Request
      /** @effect http method=0.method|1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
      (uri: string, options?: any, callback?: RequestCallback): Request
      /** @effect http read */
      get(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http read */
      head(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http write */
      post(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http write @upsert */
      put(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http write */
      patch(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http delete */
      delete(uri: any, options?: any, callback?: RequestCallback): Request
      /** @effect http delete */
      del(uri: any, options?: any, callback?: RequestCallback): Request
      defaults(options: any): RequestAPI
    }
  }
  export = request
}
