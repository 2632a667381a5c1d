/* inversify-express-utils: controllers are classes whose methods are decorated; middleware is a function, a class or its token. */

declare module 'inversify-express-utils' {
  /** @controller path=0 @guard transform handler=1+ */
  export function controller(path: string, ...middleware: any[]): any
  /** @guard transform handler=0+ */
  export function withMiddleware(...middleware: any[]): any
  /** @entry route ALL path=0 @guard transform handler=1+ */
  export function all(path: string, ...middleware: any[]): any
  /** @entry route GET path=0 @guard transform handler=1+ */
  export function httpGet(path: string, ...middleware: any[]): any
  /** @entry route POST path=0 @guard transform handler=1+ */
  export function httpPost(path: string, ...middleware: any[]): any
  /** @entry route PUT path=0 @guard transform handler=1+ */
  export function httpPut(path: string, ...middleware: any[]): any
  /** @entry route PATCH path=0 @guard transform handler=1+ */
  export function httpPatch(path: string, ...middleware: any[]): any
  /** @entry route DELETE path=0 @guard transform handler=1+ */
  export function httpDelete(path: string, ...middleware: any[]): any
  /** @entry route HEAD path=0 @guard transform handler=1+ */
  export function httpHead(path: string, ...middleware: any[]): any
  /** @entry route OPTIONS path=0 @guard transform handler=1+ */
  export function httpOptions(path: string, ...middleware: any[]): any
  /** @entry route 0 path=1 @guard transform handler=2+ */
  export function httpMethod(method: any, path: string, ...middleware: any[]): any

  export function request(): ParameterDecorator
  export function response(): ParameterDecorator
  export function next(): ParameterDecorator
  export function principal(): ParameterDecorator
  /** @source params */
  export function requestParam(name?: string): ParameterDecorator
  /** @source query */
  export function queryParam(name?: string): ParameterDecorator
  /** @source body */
  export function requestBody(): ParameterDecorator
  /** @source headers */
  export function requestHeaders(name?: string): ParameterDecorator
  /** @source cookies */
  export function cookies(name?: string): ParameterDecorator

  export interface HttpContext<T1 = any> {
    request: any
    response: any
    container: any
    user: any
  }
  export class BaseHttpController {
    protected readonly httpContext: HttpContext
    protected created(location: any, content: any): any
    protected conflict(): any
    protected ok(content?: any): any
    protected badRequest(message?: string): any
    protected internalServerError(error?: Error): any
    protected notFound(): any
    protected redirect(uri: any): any
    protected responseMessage(message: any): any
    protected statusCode(statusCode: number): any
    protected json(content: any, statusCode?: number): any
    protected stream(stream: any, contentType: string, statusCode?: number): any
  }
  export abstract class BaseMiddleware {
    httpContext: HttpContext
    abstract handler(request: any, response: any, next: (error?: any) => void): void | Promise<void>
  }
  export namespace results {
    type JsonResult = any
    type OkResult = any
    type StatusCodeResult = any
  }
  export class InversifyExpressServer {
    /** @application prefix=2.rootPath */
    constructor(container: any, router?: any, routing?: any, app?: any, authentication?: any, force?: boolean)
    /** @calls 0 @application on=0 */
    setConfig(configure: (app: import('express').Application) => void): this
    /** @calls 0 @application on=0 */
    setErrorConfig(configure: (app: import('express').Application) => void): this
    build(): import('express').Application
  }
}
