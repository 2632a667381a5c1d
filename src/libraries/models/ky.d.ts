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
    /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout|1.signal default=10000 */
    <T = any>(url: any, options?: Options): ResponsePromise<T>
    /** @effect http read @timeout 1.timeout|1.signal default=10000 */
    get: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http read @timeout 1.timeout|1.signal default=10000 */
    head: (url: any, options?: Options) => ResponsePromise
    /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout|1.signal default=10000 */
    post: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http write @upsert @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout|1.signal default=10000 */
    put: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http write @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout|1.signal default=10000 */
    patch: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @effect http delete @timeout 1.timeout|1.signal default=10000 */
    delete: <T = any>(url: any, options?: Options) => ResponsePromise<T>
    /** @timeout 0.timeout default=10000 */
    create: (options?: Options) => KyInstance
    /** @timeout 0.timeout default=10000 */
    extend: (options: any) => KyInstance
  }
  /** @effect http method=1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 1.timeout|1.signal default=10000 */
  const ky: KyInstance
  export default ky
}
