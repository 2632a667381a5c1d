/* got: requests by call or by method, through instances of one's own too. */

declare module 'got' {
  /** @effect http method=1.method|0.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
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
    interface Got {
      /** @effect http method=1.method|0.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
      <T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http read */
      get<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http read */
      head<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
      post<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http write @upsert @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
      put<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
      patch<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http delete */
      delete<T = any>(url: any, options?: any): CancelableRequest<Response<T>>
      /** @effect http method=1.method|0.method */
      stream(url: any, options?: any): any
      paginate: any
      extend(...options: any[]): Got
    }
    type HTTPError = any
    type RequestError = any
  }
  export = got
}
