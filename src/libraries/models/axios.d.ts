/* axios: one request a call, also through instances of one's own. */

declare module 'axios' {
  /** @effect http method=0.method|1.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key|1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 0.timeout|0.signal|0.cancelToken|1.timeout|1.signal|1.cancelToken default=none */
  const axios: axios.AxiosStatic
  namespace axios {
    type AxiosRequestConfig<D = any, T2 = any> = any
    type InternalAxiosRequestConfig<D = any, T2 = any> = any
    type CreateAxiosDefaults<D = any, T2 = any> = any
    type RawAxiosRequestHeaders = any
    type AxiosRequestHeaders = any
    type Method = string
    interface AxiosResponse<T = any, D = any, T3 = any, T4 = any> {
      data: T
      status: number
      statusText: string
      headers: any
      config: any
      request?: any
    }
    type AxiosPromise<T = any, T2 = any, T3 = any> = Promise<AxiosResponse<T>>
    interface AxiosError<T = any, D = any, T3 = any> extends Error {
      config?: any
      code?: string
      request?: any
      response?: AxiosResponse<T>
      isAxiosError: boolean
      status?: number
      toJSON: () => object
    }
    interface AxiosInterceptorManager<V> {
      /** @calls 0 deferred @calls 1 deferred */
      use(onFulfilled?: (value: V) => any, onRejected?: (error: any) => any, options?: any): number
      eject(id: number): void
    }
    interface Axios {
      defaults: any
      interceptors: { request: AxiosInterceptorManager<any>; response: AxiosInterceptorManager<AxiosResponse> }
      getUri(config?: AxiosRequestConfig): string
      /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.timeout|0.signal|0.cancelToken default=none */
      request<T = any, R = AxiosResponse<T>, D = any>(config: AxiosRequestConfig<D>): Promise<R>
      /** @effect http read @timeout 1.timeout|1.signal|1.cancelToken default=none */
      get<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http delete @timeout 1.timeout|1.signal|1.cancelToken default=none */
      delete<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http read @timeout 1.timeout|1.signal|1.cancelToken default=none */
      head<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http read @timeout 1.timeout|1.signal|1.cancelToken default=none */
      options<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
      post<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http write @upsert @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
      put<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
      patch<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
      postForm<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http write @upsert @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
      putForm<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Promise<R>
      /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
      patchForm<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Promise<R>
    }
    interface AxiosInstance extends Axios {
      /** @effect http method=0.method|1.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.timeout|0.signal|0.cancelToken default=none */
      <T = any, R = AxiosResponse<T>, D = any>(config: AxiosRequestConfig<D>): Promise<R>
      /** @effect http method=0.method|1.method @idempotency 1.headers.Idempotency-Key|1.headers.idempotency-key|1.headers.X-Idempotency-Key @timeout 0.timeout|0.signal|0.cancelToken|1.timeout|1.signal|1.cancelToken default=none */
      <T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>
      /** @timeout 0.timeout|0.signal default=none */
      create(config?: CreateAxiosDefaults): AxiosInstance
    }
    interface AxiosStatic extends AxiosInstance {
      /** `require('axios').default` */
      default: AxiosStatic
      isCancel(value: any): boolean
      isAxiosError<T = any, D = any>(payload: any): payload is AxiosError<T, D>
      /** @collects 0 */
      all<T>(values: (T | Promise<T>)[]): Promise<T[]>
      Axios: { new (config?: AxiosRequestConfig): Axios }
      AxiosError: { new <T = any, D = any>(message?: string, code?: string, config?: any, request?: any, response?: any): AxiosError<T, D> }
      AxiosHeaders: any
      CancelToken: any
      HttpStatusCode: any
    }
  }
  export = axios
}
