/* Koa and its routers. */

declare module 'koa' {
  import { IncomingMessage, Server, ServerResponse } from 'http'

  export interface Request {
    /** @source body */
    body?: any
    /** @source query */
    query: any
    /** @source query */
    querystring: string
    /** @source headers */
    headers: any
    /** @source headers */
    header: any
    /** @source params */
    url: string
    /** @source params */
    path: string
    /** @source file */
    files?: any
    method: string
    ip: string
    req: IncomingMessage
    ctx: Context
    /** @source headers */
    get(name: string): string
    is(...types: any[]): any
    [member: string]: any
  }
  export interface Response {
    status: number
    body: any
    headers: any
    set(...args: any[]): void
    get(name: string): string
    redirect(url: string): void
    [member: string]: any
  }
  export interface Context {
    app: Application
    request: Request
    response: Response
    req: IncomingMessage
    res: ServerResponse
    state: any
    /** @source params */
    params: any
    /** @source query */
    query: any
    /** @source query */
    querystring: string
    /** @source headers */
    headers: any
    /** @source params */
    path: string
    /** @source params */
    url: string
    method: string
    status: number
    body: any
    ip: string
    cookies: {
      /** @source cookies */
      get(name: string, options?: any): string
      set(name: string, value?: any, options?: any): any
    }
    /** @source headers */
    get(name: string): string
    set(...args: any[]): void
    throw(...args: any[]): never
    assert(...args: any[]): void
    redirect(url: string, alternative?: string): void
    is(...types: any[]): any
    attachment(...args: any[]): void
    [member: string]: any
  }
  export type ParameterizedContext<S = any, C = any, B = any> = Context & C
  export type DefaultContext = any
  export type DefaultState = any
  export type Next = () => Promise<any>
  export type Middleware<S = any, C = any, B = any> = (context: Context & C, next: Next) => any
  export type BaseContext = Context

  class Application<S = any, C = any> {
    constructor(options?: any)
    /** @middleware handler=0+ */
    use(middleware: (context: Context, next: Next) => any): this
    listen(...args: any[]): Server
    callback(): (req: IncomingMessage, res: ServerResponse) => any
    on(event: string, listener: (...args: any[]) => void): this
    proxy: boolean
    env: string
    keys: any
    context: any
    [member: string]: any
  }
  namespace Application {
    export type Middleware<S = any, C = any, B = any> = (context: Context & C, next: () => Promise<any>) => any
    export type ParameterizedContext<S = any, C = any, B = any> = Context & C
    export type Context = import('koa').Context
    export type Next = () => Promise<any>
    export type Request = import('koa').Request
    export type Response = import('koa').Response
    export type DefaultState = any
    export type DefaultContext = any
  }
  export default Application
}

declare module '@koa/router' {
  import { Context, Next } from 'koa'
  class Router<S = any, C = any> {
    constructor(options?: any)
    stack: any[]
    /** @entry route GET path=0 handler=1+ */
    get(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route POST path=0 handler=1+ */
    post(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route PUT path=0 handler=1+ */
    put(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route PATCH path=0 handler=1+ */
    patch(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route DELETE path=0 handler=1+ */
    delete(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route DELETE path=0 handler=1+ */
    del(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route HEAD path=0 handler=1+ */
    head(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route OPTIONS path=0 handler=1+ */
    options(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @entry route ALL path=0 handler=1+ */
    all(path: any, ...handlers: ((context: Context & C, next: Next) => any)[]): this
    /** @middleware path=0 handler=0+ */
    use(...middleware: any[]): this
    /** @returns this */
    routes(): any
    /** @returns this */
    middleware(): any
    allowedMethods(options?: any): any
    prefix(prefix: string): this
    param(name: string, run: (value: string, context: Context, next: Next) => any): this
    redirect(from: string, to: string, status?: number): this
    url(name: string, ...args: any[]): string
  }
  namespace Router {
    export type RouterContext<S = any, C = any, B = any> = Context & C
    export type Middleware<S = any, C = any, B = any> = (context: Context & C, next: Next) => any
  }
  export type RouterContext<S = any, C = any, B = any> = Context & C
  export { Router }
  export default Router
}

declare module 'koa-router' {
  export * from '@koa/router'
  export { default } from '@koa/router'
  export type IRouterParamContext<S = any, C = any> = any
  export type IMiddleware<S = any, C = any> = (context: import('koa').Context & C, next: () => Promise<any>) => any
}
