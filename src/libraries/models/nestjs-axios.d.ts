/* axios in NestJS: each method gives an observable that sends the request when it is subscribed to. */

declare module '@nestjs/axios' {
  import { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios'
  import { Observable } from 'rxjs'

  export class HttpService {
    readonly axiosRef: AxiosInstance
    /** @effect http method=0.method @idempotency 0.headers.Idempotency-Key|0.headers.idempotency-key|0.headers.X-Idempotency-Key */
    request<T = any>(config: AxiosRequestConfig): Observable<AxiosResponse<T>>
    /** @effect http read */
    get<T = any, D = any>(url: string, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http delete */
    delete<T = any, D = any>(url: string, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http read */
    head<T = any, D = any>(url: string, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key */
    post<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @upsert @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key */
    put<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key */
    patch<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key */
    postForm<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @upsert @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key */
    putForm<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
    /** @effect http write @idempotency 2.headers.Idempotency-Key|2.headers.idempotency-key|2.headers.X-Idempotency-Key */
    patchForm<T = any, D = any>(url: string, data?: D, config?: AxiosRequestConfig<D>): Observable<AxiosResponse<T, D>>
  }
  export class HttpModule {
    static register(config: any): any
    static registerAsync(options: any): any
  }
}
