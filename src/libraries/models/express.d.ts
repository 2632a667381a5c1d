/*
 * Express 4 and 5, and the middleware that nearly every Express application has.
 */

declare namespace Express {
  interface Request {}
  interface Response {}
  interface Locals {
    [key: string]: any
  }
  interface Application {}
  interface User {}
}

declare module 'express-serve-static-core' {
  import { EventEmitter } from 'events'
  import { IncomingMessage, Server, ServerResponse } from 'http'

  export interface ParamsDictionary {
    [key: string]: string
  }
  export interface NextFunction {
    (error?: any): void
  }

  /** @transport request */
  export interface Request<P = ParamsDictionary, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any>
    extends IncomingMessage, Express.Request {
    /** @source body */
    body: ReqBody
    /** @source query flat=express@5 */
    query: ReqQuery
    /** @source params */
    params: P
    /** @source headers */
    headers: any
    /** @source cookies */
    cookies: any
    /** @source cookies */
    signedCookies: any
    /** @source headers */
    get(name: string): any
    /** @source headers */
    header(name: string): any
    /** @source params */
    param(name: string, defaultValue?: any): any
    /** @source params */
    url: string
    /** @source params */
    originalUrl: string
    /** @source params */
    path: string
    /** @source headers */
    hostname: string
    /** @source headers */
    subdomains: string[]
    ip: string
    ips: string[]
    protocol: string
    method: string
    secure: boolean
    xhr: boolean
    fresh: boolean
    stale: boolean
    baseUrl: string
    route: any
    app: Application
    res?: Response<ResBody, any>
    next?: NextFunction
    accepts(...types: any[]): any
    acceptsCharsets(...charsets: any[]): any
    acceptsEncodings(...encodings: any[]): any
    acceptsLanguages(...languages: any[]): any
    is(type: any): any
    range(size: number, options?: any): any
  }

  /** @transport response */
  export interface Response<ResBody = any, LocalsObj = any, T3 = any> extends ServerResponse, Express.Response {
    locals: LocalsObj & Express.Locals
    headersSent: boolean
    statusCode: number
    app: Application
    req: Request
    charset: string
    status(code: number): this
    set(field: any, value?: any): this
    header(field: any, value?: any): this
    get(field: string): string
    append(field: string, value?: any): this
    type(type: string): this
    contentType(type: string): this
    links(links: any): this
    vary(field: string): this
    location(url: string): this
    cookie(name: string, value: any, options?: any): this
    clearCookie(name: string, options?: any): this
    attachment(filename?: string): this
    /** @responds */
    send(body?: ResBody): this
    /** @responds */
    json(body?: ResBody): this
    /** @responds */
    jsonp(body?: ResBody): this
    /** @responds */
    sendStatus(code: number): this
    /** @responds */
    sendFile(path: string, options?: any, done?: (error: Error) => void): void
    /** @responds */
    download(path: string, filename?: any, options?: any, done?: (error: Error) => void): void
    /** @responds */
    redirect(status: any, url?: any): void
    /** @responds */
    render(view: string, options?: any, done?: (error: Error, html: string) => void): void
    /** @responds @calls 0.* once */
    format(formats: any): this
    /** @responds */
    end(...chunk: any[]): any
  }

  export interface RequestHandler<P = ParamsDictionary, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any> {
    (req: Request<P, ResBody, ReqBody, ReqQuery, Locals>, res: Response<ResBody, Locals>, next: NextFunction): any
  }
  export type ErrorRequestHandler<P = ParamsDictionary, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any> = (
    error: any,
    req: Request<P, ResBody, ReqBody, ReqQuery, Locals>,
    res: Response<ResBody, Locals>,
    next: NextFunction,
  ) => any
  export type RequestParamHandler = (req: Request, res: Response, next: NextFunction, value: any, name: string) => any
  /**
   * Error handlers (four parameters) are accepted and left out of the type: a union of both would take the parameter
   * types away from handlers that write none.
   */
  export type RequestHandlerParams<P = ParamsDictionary, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any> =
    | RequestHandler<P, ResBody, ReqBody, ReqQuery, Locals>
    | (RequestHandler<P, ResBody, ReqBody, ReqQuery, Locals> | RequestHandler<P, ResBody, ReqBody, ReqQuery, Locals>[])[]

  export interface IRouter extends RequestHandler {
    /** @entry route ALL path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    all(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route GET path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    get(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route POST path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    post(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route PUT path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    put(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route PATCH path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    patch(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route DELETE path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    delete(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route HEAD path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    head(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route OPTIONS path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    options(path: any, ...handlers: RequestHandlerParams[]): this
    /** @entry route SEARCH path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    search(path: any, ...handlers: RequestHandlerParams[]): this
    /** @middleware handler=0+ @drops 0+ handler before=express@5 unless=express-async-errors */
    use(...handlers: RequestHandlerParams[]): this
    /** @middleware path=0 handler=1+ @drops 1+ handler before=express@5 unless=express-async-errors */
    use(path: string | RegExp | (string | RegExp)[], ...handlers: RequestHandlerParams[]): this
    /** @middleware path=0 handler=1 before @drops 1 handler before=express@5 unless=express-async-errors */
    param(name: string, handler: RequestParamHandler): this
    route(path: any): IRoute
    stack: any[]
  }
  export interface Router extends IRouter {}
  export interface IRoute<T1 = any> {
    path: string
    stack: any
    /** @entry route ALL path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    all(...handlers: RequestHandlerParams[]): this
    /** @entry route GET path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    get(...handlers: RequestHandlerParams[]): this
    /** @entry route POST path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    post(...handlers: RequestHandlerParams[]): this
    /** @entry route PUT path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    put(...handlers: RequestHandlerParams[]): this
    /** @entry route PATCH path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    patch(...handlers: RequestHandlerParams[]): this
    /** @entry route DELETE path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    delete(...handlers: RequestHandlerParams[]): this
    /** @entry route HEAD path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    head(...handlers: RequestHandlerParams[]): this
    /** @entry route OPTIONS path=this handler=0+ taken=first @drops 0+ handler before=express@5 unless=express-async-errors */
    options(...handlers: RequestHandlerParams[]): this
  }

  export interface Application<T1 = any> extends EventEmitter, IRouter, Express.Application {
    (req: any, res: any): any
    get(name: string): any
    /** @entry route GET path=0 handler=1+ taken=first @drops 1+ handler before=express@5 unless=express-async-errors */
    get(path: any, ...handlers: RequestHandlerParams[]): this
    set(setting: string, value: any): this
    enable(setting: string): this
    disable(setting: string): this
    enabled(setting: string): boolean
    disabled(setting: string): boolean
    engine(extension: string, run: Function): this
    path(): string
    render(name: string, options?: any, done?: (error: Error, html: string) => void): void
    listen(...options: any[]): Server
    locals: Express.Locals
    mountpath: string | string[]
    settings: any
  }
  export interface Express extends Application {
    request: Request
    response: Response
  }
}

declare module 'express' {
  import * as core from 'express-serve-static-core'

  /** @router */
  function e(): core.Express
  namespace e {
    /** @guard transform @parses json */
    function json(options?: any): core.RequestHandler
    /** @guard transform @parses form nested=0.extended */
    function urlencoded(options?: any): core.RequestHandler
    /** @guard transform */
    function raw(options?: any): core.RequestHandler
    /** @guard transform */
    function text(options?: any): core.RequestHandler
    /** @effect file-read */
    function static(root: string, options?: any): core.RequestHandler
    /** @router sub */
    function Router(options?: any): core.Router

    /** @given /^(?:app|application|router)$/ */
    interface Application extends core.Application {}
    interface Express extends core.Express {}
    interface Router extends core.Router {}
    interface IRouter extends core.IRouter {}
    interface IRoute extends core.IRoute {}
    interface NextFunction extends core.NextFunction {}
    interface Request<P = core.ParamsDictionary, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any>
      extends core.Request<P, ResBody, ReqBody, ReqQuery, Locals> {}
    interface Response<ResBody = any, Locals = any> extends core.Response<ResBody, Locals> {}
    interface RequestHandler<P = core.ParamsDictionary, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any>
      extends core.RequestHandler<P, ResBody, ReqBody, ReqQuery, Locals> {}
    type ErrorRequestHandler<P = core.ParamsDictionary, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any> =
      core.ErrorRequestHandler<P, ResBody, ReqBody, ReqQuery, Locals>
    type RequestParamHandler = core.RequestParamHandler
    interface Handler extends core.RequestHandler {}
  }
  export = e
}

declare module 'express-async-handler' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @returns 0 @calls 0 once catches */
  function asyncHandler<P = any, ResBody = any, ReqBody = any, ReqQuery = any>(
    handler: RequestHandler<P, ResBody, ReqBody, ReqQuery>,
  ): RequestHandler<P, ResBody, ReqBody, ReqQuery>
  export = asyncHandler
}
declare module 'express-async-errors' {}
declare module 'express-promise-router' {
  import { Router } from 'express-serve-static-core'
  /** @router sub catches */
  function PromiseRouter(options?: any): Router
  export default PromiseRouter
}
declare module 'body-parser' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @guard transform @parses json */
  function bodyParser(options?: any): RequestHandler
  namespace bodyParser {
    /** @guard transform @parses json */
    function json(options?: any): RequestHandler
    /** @guard transform @parses form nested=0.extended */
    function urlencoded(options?: any): RequestHandler
    /** @guard transform */
    function raw(options?: any): RequestHandler
    /** @guard transform */
    function text(options?: any): RequestHandler
  }
  export = bodyParser
}
declare module 'cookie-parser' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @guard transform */
  function cookieParser(secret?: any, options?: any): RequestHandler
  export = cookieParser
}
declare module 'cors' {
  import { RequestHandler } from 'express-serve-static-core'
  function cors(options?: any): RequestHandler
  export = cors
}
declare module 'helmet' {
  import { RequestHandler } from 'express-serve-static-core'
  function helmet(options?: any): RequestHandler
  export default helmet
}
declare module 'compression' {
  import { RequestHandler } from 'express-serve-static-core'
  function compression(options?: any): RequestHandler
  export = compression
}
declare module 'morgan' {
  import { RequestHandler } from 'express-serve-static-core'
  function morgan(format: any, options?: any): RequestHandler
  export = morgan
}
