/* got: requests by call or by method, through instances of one's own too. */

declare module 'got' {
  /** @effect http method=1.method|0.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
  const got: got.Got
  namespace got {
    type Options = any
    type ExtendOptions = any
    type OptionsOfTextResponseBody = any
    type OptionsOfJSONResponseBody = any
    interface Response<T = any> {
      body: T
      statusCode: number
      headers: any
      ok: boolean
    }
    interface CancelableRequest<T = any> extends Promise<T> {
      json<R = any>(): Promise<R>
      text(): Promise<string>
      buffer(): Promise<Buffer>
    }
    interface Got<T1 = any> {
      /** @effect http method=1.method|0.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      <T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http read @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      get<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http read @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      head<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      post<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http write @upsert @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      put<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      patch<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http delete @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      delete<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http method=1.method|0.method @timeout 1.timeout.request|1.timeout|1.signal|0.timeout.request|0.timeout|0.signal default=none */
      stream(url: any, options?: any): any
      paginate: any
      /** @timeout 0.timeout.request|0.timeout|1.timeout default=none */
      extend(...options: any[]): Got
    }
    type HTTPError<T1 = any> = any
    type RequestError<T1 = any> = any
  }
  export = got
}
