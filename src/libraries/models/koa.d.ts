/* Koa, its routers, and the composer of middleware. */

declare module 'koa' {
  import { IncomingMessage, Server, ServerResponse } from 'http'

  class Application<S = any, C = Application.DefaultContext> {
    /** @router */
    constructor(options?: any)
    /** @middleware handler=0+ */
    use(middleware: (context: Application.ParameterizedContext<S, C>, next: Application.Next) => any): this
    listen(...args: any[]): Server
    callback(): (req: IncomingMessage, res: ServerResponse) => any
    /** @calls 1 deferred @drops 1 */
    on(event: string, listener: (...args: any[]) => void): this
    emit(event: string, ...args: any[]): boolean
    proxy: boolean
    env: string
    keys: any
    context: any
    middleware: any[]
    [member: string]: any
  }
  namespace Application {
    /** What a request and a context both have. */
    interface ContextDelegatedRequest {
      /** @source query flat */
      query: any
      /** @source query flat */
      querystring: string
      /** @source query flat */
      search: string
      /** @source headers */
      headers: any
      /** @source headers */
      header: any
      /** @source headers */
      host: string
      /** @source headers */
      hostname: string
      /** @source headers */
      origin: string
      /** @source params */
      url: string
      /** @source params */
      href: string
      /** @source params */
      path: string
      method: string
      protocol: string
      secure: boolean
      ip: string
      ips: string[]
      fresh: boolean
      socket: any
      /** @source headers */
      get(field: string): string
      is(...types: any[]): any
      accepts(...types: any[]): any
    }
    interface ContextDelegatedResponse {
      status: number
      message: string
      type: string
      length: number
      etag: string
      headerSent: boolean
      writable: boolean
      set(field: any, value?: any): void
      append(field: string, value: any): void
      remove(field: string): void
      vary(field: any): void
      /** @responds */
      redirect(url: string, alternative?: string): void
      attachment(filename?: string, options?: any): void
    }

    /** @transport request */
    export interface Request extends ContextDelegatedRequest {
      /** @source body */
      body?: any
      /** @source body */
      rawBody?: any
      /** @source file */
      files?: any
      /** @source params */
      originalUrl: string
      app: Application
      ctx: Context
      req: IncomingMessage
      res: ServerResponse
      response: Response
      [member: string]: any
    }
    /** @transport response */
    export interface Response extends ContextDelegatedResponse {
      body: any
      headers: any
      header: any
      app: Application
      ctx: Context
      req: IncomingMessage
      res: ServerResponse
      request: Request
      get(field: string): string
      is(...types: any[]): any
      [member: string]: any
    }
    /** @transport context */
    export interface BaseContext extends ContextDelegatedRequest, ContextDelegatedResponse {
      throw(...reason: any[]): never
      assert(value: any, ...reason: any[]): void
      onerror(error: Error): void
      [member: string]: any
    }
    export interface ExtendableContext extends BaseContext {
      /** @source params */
      params: any
      /** @source params */
      originalUrl: string
      app: Application
      request: Request
      response: Response
      req: IncomingMessage
      res: ServerResponse
      cookies: {
        /** @source cookies */
        get(name: string, options?: any): string
        set(name: string, value?: any, options?: any): any
      }
      respond?: boolean
    }
    export interface DefaultState {
      [member: string]: any
    }
    export interface DefaultContext {
      [member: string]: any
    }
    /** `body` is what is answered; what was sent is `request.body`. */
    export type ParameterizedContext<S = any, C = DefaultContext, B = any> = ExtendableContext & { state: S; body: any } & C
    export interface Context extends ExtendableContext {
      state: any
      body: any
    }
    export type Next = () => Promise<any>
    export type Middleware<S = any, C = DefaultContext, B = any> = (context: ParameterizedContext<S, C>, next: Next) => any
  }
  export = Application
}

declare module '@koa/router' {
  import { DefaultContext, Next, ParameterizedContext } from 'koa'

  class Router<S = any, C = DefaultContext> {
    /** @router sub prefix=0.prefix */
    constructor(options?: any)
    stack: any[]
    /** @entry route GET path=1 handler=2+ */
    get(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route GET path=0 handler=1+ */
    get(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route POST path=1 handler=2+ */
    post(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route POST path=0 handler=1+ */
    post(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route PUT path=1 handler=2+ */
    put(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route PUT path=0 handler=1+ */
    put(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route PATCH path=1 handler=2+ */
    patch(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route PATCH path=0 handler=1+ */
    patch(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route DELETE path=1 handler=2+ */
    delete(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route DELETE path=0 handler=1+ */
    delete(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route DELETE path=1 handler=2+ */
    del(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route DELETE path=0 handler=1+ */
    del(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route HEAD path=1 handler=2+ */
    head(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route HEAD path=0 handler=1+ */
    head(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route OPTIONS path=1 handler=2+ */
    options(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route OPTIONS path=0 handler=1+ */
    options(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route ALL path=1 handler=2+ */
    all(name: string, path: string | RegExp, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route ALL path=0 handler=1+ */
    all(path: any, ...handlers: Router.RouterMiddleware<S, C>[]): this
    /** @entry route 1 path=0 handler=2 */
    register(path: any, methods: string[], middleware: Router.RouterMiddleware<S, C> | Router.RouterMiddleware<S, C>[], options?: any): any
    /** @middleware path=0 handler=0+ */
    use(...middleware: any[]): this
    /** @middleware handler=1 before */
    param(name: string, run: (value: string, context: ParameterizedContext<S, C>, next: Next) => any): this
    /** @returns this */
    routes(): any
    /** @returns this */
    middleware(): any
    allowedMethods(options?: any): any
    prefix(prefix: string): this
    redirect(from: string, to: string, status?: number): this
    route(name: string): any
    match(path: string, method: string): any
    url(name: string, ...args: any[]): any
  }
  namespace Router {
    export type RouterMiddleware<S = any, C = DefaultContext, B = any> = (context: ParameterizedContext<S, C>, next: Next) => any
    export type RouterContext<S = any, C = DefaultContext, B = any> = ParameterizedContext<S, C>
    export type Middleware<S = any, C = DefaultContext, B = any> = (context: ParameterizedContext<S, C>, next: Next) => any
    export type IMiddleware<S = any, C = DefaultContext> = (context: ParameterizedContext<S, C>, next: Next) => any
    export interface IRouterParamContext<S = any, C = DefaultContext> {
      /** @source params */
      params: any
      router: any
      _matchedRoute: any
      _matchedRouteName: string
    }
    export type IRouterContext = ParameterizedContext
    export type IParamMiddleware<S = any, C = DefaultContext> = (value: string, context: ParameterizedContext<S, C>, next: Next) => any
    export { Router }
  }
  export = Router
}

declare module 'koa-router' {
  import Router = require('@koa/router')
  export = Router
}

declare module 'koa-compose' {
  import { Middleware } from 'koa'
  /** @returns 0 */
  function compose(middleware: Middleware[]): Middleware
  export = compose
}

declare module 'koa-mount' {
  import Application = require('koa')

  /** @mount path=0 router=1 */
  function mount<S = any, C = Application.DefaultContext>(prefix: string, app: Application<S, C> | Application.Middleware<S, C>): Application.Middleware<S, C>
  /** @mount router=0 */
  function mount<S = any, C = Application.DefaultContext>(app: Application<S, C> | Application.Middleware<S, C>): Application.Middleware<S, C>
  export = mount
}
