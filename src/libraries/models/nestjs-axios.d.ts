/* axios in NestJS: each method gives an observable that sends the request when it is subscribed to. */

declare module '@nestjs/axios' {
  import { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios'
  import { Observable } from 'rxjs'

  export class HttpService {
    readonly axiosRef: AxiosInstance
    /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key @timeout 0.timeout|0.signal|0.cancelToken default=none */
    request<T = any>(config: AxiosRequestConfig): Observable<AxiosResponse<T>>
    /** @effect http read @timeout 1.timeout|1.signal|1.cancelToken default=none */
    get<T = any, D = any>(url: string, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http delete @timeout 1.timeout|1.signal|1.cancelToken default=none */
    delete<T = any, D = any>(url: string, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http read @timeout 1.timeout|1.signal|1.cancelToken default=none */
    head<T = any, D = any>(url: string, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
    post<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @upsert @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
    put<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
    patch<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
    postForm<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @upsert @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
    putForm<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key @timeout 2.timeout|2.signal|2.cancelToken default=none */
    patchForm<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
  }
  export class HttpModule {
    /** @timeout 0.timeout|0.signal default=none */
    static register(config: any): any
    /** @timeout 0.useFactory|0.useClass|0.useExisting default=none */
    static registerAsync(options: any): any
  }
}
