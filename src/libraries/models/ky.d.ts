/* ky: fetch with methods, retries and instances. It retries reads, PUT and DELETE by itself. */

declare module 'ky' {
  export type Options = any
  export interface ResponsePromise<T = any> extends Promise<any> {
    json<R = T>(): Promise<R>
    text(): Promise<string>
    arrayBuffer(): Promise<any>
    blob(): Promise<any>
  }
  export interface KyInstance {
    /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
    <T = any>(url: any, options?: Options): ResponsePromise<T>
    /** @effect http read */
    get: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http read */
    head: (url: any, options?: Options) => ResponsePromise
    /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
    post: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http write @upsert @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
    put: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
    patch: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http delete */
    delete: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    create: (options?: Options) => KyInstance
    extend: (options: any) => KyInstance
  }
  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key */
  const ky: KyInstance
  export default ky
}
