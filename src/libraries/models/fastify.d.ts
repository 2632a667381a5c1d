/*
 * Fastify 4 and 5, and its common plugins.
 */

declare module 'fastify' {
  import { IncomingMessage, Server, ServerResponse } from 'http'

  /** @router @redacts paths=0.logger.redact,0.logger.redact.paths serializers=0.logger.serializers */
  function fastify(options?: any): fastify.FastifyInstance
  namespace fastify {
    /** @router @redacts paths=0.logger.redact,0.logger.redact.paths serializers=0.logger.serializers */
    function fastify(options?: any): FastifyInstance

    interface RouteGenericInterface {
      Body?: any
      Querystring?: any
      Params?: any
      Headers?: any
      Reply?: any
    }
    /** @transport request */
    interface FastifyRequest<
      Route = RouteGenericInterface, RawServer = any, RawRequest = any, Schema = any, Provider = any, Config = any, Logger = any, T8 = any,
    > {
      /** @source body */
      body: Route extends { Body: infer B } ? B : any
      /** @source query flat */
      query: Route extends { Querystring: infer Q } ? Q : any
      /** @source params */
      params: Route extends { Params: infer P } ? P : any
      /** @source headers */
      headers: any
      /** @source params */
      url: string
      /** @source params */
      originalUrl: string
      /** @source headers */
      hostname: string
      /** @guard auth */
      jwtVerify(...options: any[]): Promise<any>
      id: any
      ip: string
      ips: string[]
      method: string
      protocol: string
      raw: IncomingMessage
      log: FastifyBaseLogger
      server: FastifyInstance
      routeOptions: any
      is404: boolean
      socket: any
      validationError?: any
      // Added by @fastify/multipart.
      isMultipart(): boolean
      /** @upload @source file */
      file(options?: any): Promise<import('@fastify/multipart').MultipartFile>
      /** @upload @source file */
      files(options?: any): AsyncIterableIterator<import('@fastify/multipart').MultipartFile>
      /** @upload @source file */
      parts(options?: any): AsyncIterableIterator<import('@fastify/multipart').MultipartFile & { value: any }>
      /** @upload @source file */
      saveRequestFiles(options?: any): Promise<any>
      /** @upload @source form */
      formData(): Promise<FormData>
    }
    /** @transport response */
    interface FastifyReply<A = any, B = any, C = any, D = any, E = any, F = any, T7 = any, T8 = any> {
      /** @responds */
      send(payload?: any): this
      /** @responds */
      redirect(...target: any[]): this
      /** @responds */
      callNotFound(): any
      code(status: number): this
      status(status: number): this
      statusCode: number
      sent: boolean
      header(name: string, value: any): this
      headers(values: any): this
      getHeader(name: string): any
      hasHeader(name: string): boolean
      removeHeader(name: string): this
      type(contentType: string): this
      hijack(): this
      then(done: () => void, failed: (error: Error) => void): void
      raw: ServerResponse
      request: FastifyRequest
      log: FastifyBaseLogger
      server: FastifyInstance
      elapsedTime: number
    }
    interface FastifyBaseLogger {
      /** @effect log error */
      fatal(...data: any[]): void
      /** @effect log error */
      error(...data: any[]): void
      /** @effect log warn */
      warn(...data: any[]): void
      /** @effect log info */
      info(...data: any[]): void
      /** @effect log debug */
      debug(...data: any[]): void
      /** @effect log debug */
      trace(...data: any[]): void
      child(bindings: any, options?: any): FastifyBaseLogger
    }
    interface FastifyContextConfig {
      /** @guard limit */
      rateLimit?: any
      [option: string]: any
    }
    interface FastifySchema {
      body?: any
      querystring?: any
      params?: any
      headers?: any
      response?: any
    }
    type RouteHandlerMethod<A = any, B = any, C = any, Route = RouteGenericInterface, D = any, E = any, F = any, G = any> = (
      this: FastifyInstance,
      request: FastifyRequest<Route>,
      reply: FastifyReply,
    ) => any
    type Hook<Route = RouteGenericInterface> = (request: FastifyRequest<Route>, reply: FastifyReply, ...rest: any[]) => any
    type Hooks<Route = RouteGenericInterface> = Hook<Route> | Hook<Route>[]
    interface RouteShorthandOptions<A = any, B = any, C = any, Route = RouteGenericInterface, D = any, E = any, F = any, G = any> {
      /** @guard validate */
      schema?: any
      config?: FastifyContextConfig
      onRequest?: Hooks<Route>
      preParsing?: Hooks<Route>
      preValidation?: Hooks<Route>
      preHandler?: Hooks<Route>
      preSerialization?: Hooks<Route>
      onSend?: Hooks<Route>
      onResponse?: Hooks<Route>
      onError?: Hooks<Route>
      errorHandler?: (error: any, request: FastifyRequest<Route>, reply: FastifyReply) => any
      bodyLimit?: number
      constraints?: any
    }
    interface RouteOptions<A = any, B = any, C = any, Route = RouteGenericInterface, D = any, E = any, F = any, G = any>
      extends RouteShorthandOptions<A, B, C, Route, D, E, F, G> {
      method: any
      url: string
      handler: RouteHandlerMethod<A, B, C, Route>
    }
    interface RouteShorthand {
      <Route extends RouteGenericInterface = RouteGenericInterface>(
        path: string,
        handlerOrOptions: RouteHandlerMethod<any, any, any, Route> | (RouteShorthandOptions<any, any, any, Route> & { handler?: RouteHandlerMethod<any, any, any, Route> }),
        handler?: RouteHandlerMethod<any, any, any, Route>,
      ): FastifyInstance
    }
    /** @given /^(?:fastify|instance|server|app)$/ */
    interface FastifyInstance<A = any, B = any, C = any, Logger = any, Provider = any> {
      // Added by @fastify/postgres.
      pg: import('@fastify/postgres').PostgresDb & Record<string, import('@fastify/postgres').PostgresDb>
      // Added by @fastify/mongodb.
      mongo: import('@fastify/mongodb').FastifyMongoObject & Record<string, import('@fastify/mongodb').FastifyMongoObject>
      /** @entry route GET path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      get: RouteShorthand
      /** @entry route POST path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      post: RouteShorthand
      /** @entry route PUT path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      put: RouteShorthand
      /** @entry route PATCH path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      patch: RouteShorthand
      /** @entry route DELETE path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      delete: RouteShorthand
      /** @entry route HEAD path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      head: RouteShorthand
      /** @entry route OPTIONS path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      options: RouteShorthand
      /** @entry route ALL path=0 handler=1.onRequest,1.preParsing,1.preValidation,1.preHandler,1.handler|last options=1 */
      all: RouteShorthand
      /** @entry route 0.method path=0.url handler=0.onRequest,0.preParsing,0.preValidation,0.preHandler,0.handler options=0 */
      route<Route extends RouteGenericInterface = RouteGenericInterface>(options: RouteOptions<any, any, any, Route>): this
      /** @mount path=1.prefix router=0 options=1 */
      register<Options = any>(plugin: FastifyPluginCallback<any> | Promise<any>, options?: Options): this
      /** @middleware handler=1 before */
      addHook(name: 'onRequest' | 'preParsing' | 'preValidation' | 'preHandler', hook: Hook): this
      /** @middleware handler=1 error */
      addHook(name: 'onError', hook: (request: FastifyRequest, reply: FastifyReply, error: any, done: () => void) => any): this
      /** @middleware handler=1 after */
      addHook(name: 'preSerialization' | 'onSend' | 'onResponse' | 'onTimeout' | 'onRequestAbort', hook: Hook): this
      /** @calls 1 deferred */
      addHook(name: 'onRoute' | 'onRegister' | 'onReady' | 'onListen' | 'preClose' | 'onClose', hook: (...args: any[]) => any): this
      /** @middleware handler=0 error */
      setErrorHandler(handler: (this: FastifyInstance, error: any, request: FastifyRequest, reply: FastifyReply) => any): this
      /** @middleware handler=0 after */
      setNotFoundHandler(...handler: any[]): this
      /** @guard limit */
      rateLimit(options?: any): Hook
      decorate(name: any, value?: any, dependencies?: any): this
      decorateRequest(name: any, value?: any, dependencies?: any): this
      decorateReply(name: any, value?: any, dependencies?: any): this
      hasDecorator(name: any): boolean
      addSchema(schema: any): this
      addContentTypeParser: any
      setValidatorCompiler(compiler: any): this
      setSerializerCompiler(compiler: any): this
      withTypeProvider<P>(): FastifyInstance<A, B, C, Logger, P>
      listen(...options: any[]): Promise<string>
      ready(): Promise<any>
      close(): Promise<void>
      inject(...options: any[]): any
      after(...done: any[]): any
      printRoutes(options?: any): string
      log: FastifyBaseLogger
      server: Server
      prefix: string
      version: string
    }
    type FastifyPluginCallback<Options = any, A = any, B = any, C = any> = (
      instance: FastifyInstance,
      options: Options,
      done: (error?: Error) => void,
    ) => any
    type FastifyPluginAsync<Options = any, A = any, B = any, C = any> = (instance: FastifyInstance, options: Options) => Promise<void>
    type FastifyPlugin<Options = any> = FastifyPluginCallback<Options> | FastifyPluginAsync<Options>
    type FastifyPluginOptions = any
    type FastifyServerOptions<T1 = any, T2 = any> = any
    type FastifyError = Error & { code: string; statusCode?: number; validation?: any }
    type preHandlerHookHandler<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> = Hook
    type preValidationHookHandler<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> = Hook
    type onRequestHookHandler<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> = Hook
    type preHandlerAsyncHookHandler<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> = Hook
    type preValidationAsyncHookHandler<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> = Hook
    type onRequestAsyncHookHandler<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> = Hook
  }
  export = fastify
}

declare module 'fastify-plugin' {
  import { FastifyPluginCallback } from 'fastify'
  /** @returns 0 @shared-scope */
  function fp<Options = any>(plugin: FastifyPluginCallback<Options>, options?: any): FastifyPluginCallback<Options>
  export = fp
}
declare module '@fastify/multipart' {
  import { FastifyPluginCallback } from 'fastify'
  import { Readable } from 'stream'
  export interface MultipartFile {
    type: 'file'
    /** @source file */
    toBuffer(): Promise<Buffer>
    /** @source file */
    file: Readable
    fieldname: string
    filename: string
    encoding: string
    mimetype: string
    fields: any
  }
  export interface SavedMultipartFile extends MultipartFile {
    filepath: string
  }
  export interface MultipartValue<T = any> {
    type: 'field'
    value: T
    fieldname: string
    mimetype: string
    encoding: string
  }
  export type Multipart = MultipartFile | MultipartValue
  const fastifyMultipart: FastifyPluginCallback
  export { fastifyMultipart }
  export default fastifyMultipart
}
declare module '@fastify/jwt' {
  import { FastifyPluginCallback } from 'fastify'
  const fastifyJwt: FastifyPluginCallback
  export default fastifyJwt
}
declare module '@fastify/cookie' {
  import { FastifyPluginCallback } from 'fastify'
  const fastifyCookie: FastifyPluginCallback
  export default fastifyCookie
}
declare module '@fastify/cors' {
  import { FastifyPluginCallback } from 'fastify'
  const fastifyCors: FastifyPluginCallback
  export default fastifyCors
}
declare module '@fastify/helmet' {
  import { FastifyPluginCallback } from 'fastify'
  const fastifyHelmet: FastifyPluginCallback
  export default fastifyHelmet
}
declare module '@fastify/postgres' {
  import { FastifyPluginCallback } from 'fastify'
  import { Client, Pool, PoolClient, QueryConfig, QueryResult } from 'pg'
  namespace fastifyPostgres {
    /** @connection */
    interface PostgresDb {
      pool: Pool
      Client: typeof Client
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      query<R = any>(query: string | QueryConfig, values?: any, callback?: (error: Error, result: QueryResult<R>) => void): Promise<QueryResult<R>>
      /** @connection acquire */
      connect(callback?: (error: Error, client: PoolClient, done: (release?: any) => void) => void): Promise<PoolClient>
      transact: typeof transact
    }
    /** @transaction 0 */
    function transact<T>(run: (client: PoolClient) => Promise<T>, callback?: (error: Error | null, result?: T) => void): Promise<T>
  }
  function fastifyPostgres(...options: Parameters<FastifyPluginCallback>): ReturnType<FastifyPluginCallback>
  export = fastifyPostgres
}
declare module '@fastify/mongodb' {
  import { FastifyPluginCallback } from 'fastify'
  import { Db, MongoClient, ObjectId as Id } from 'mongodb'
  namespace fastifyMongodb {
    interface FastifyMongoObject {
      client: MongoClient
      db?: Db
      ObjectId: typeof Id
    }
  }
  function fastifyMongodb(...options: Parameters<FastifyPluginCallback>): ReturnType<FastifyPluginCallback>
  export = fastifyMongodb
}
declare module '@fastify/autoload' {
  import { FastifyPluginCallback } from 'fastify'
  const fastifyAutoload: FastifyPluginCallback
  export default fastifyAutoload
}
declare module 'fastify-decorators' {
  import { FastifyPluginAsync, RouteShorthandOptions } from 'fastify'
  export interface ControllerConfig {
    route: string
    type?: any
    tags?: any
  }
  export interface RouteConfig {
    url: string
    options?: RouteShorthandOptions
  }
  /** @controller path=0.route|0 */
  export function Controller(config?: string | ControllerConfig): ClassDecorator
  /** @entry route GET path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function GET(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  /** @entry route POST path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function POST(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  /** @entry route PUT path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function PUT(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  /** @entry route PATCH path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function PATCH(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  /** @entry route DELETE path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function DELETE(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  /** @entry route HEAD path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function HEAD(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  /** @entry route OPTIONS path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function OPTIONS(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  /** @entry route ALL path=0.url|0 handler=1.onRequest,1.preValidation,1.preHandler options=1|0.options */
  export function ALL(route?: string | RouteConfig, options?: RouteShorthandOptions): MethodDecorator
  export function Hook(name: string): any
  export function ErrorHandler(error?: any): any
  /** @injectable */
  export function Service(token?: any): ClassDecorator
  export function Inject(token: any): any
  export function Initializer(dependencies?: any[]): any
  export const Destructor: any
  export function getInstanceByToken<T>(token: any): T
  export const FastifyInstanceToken: unique symbol
  export const bootstrap: FastifyPluginAsync<any>
}
