/* Hono, hapi, Next, tRPC, safe actions, Apollo, TypeGraphQL, AWS Lambda and routing-controllers. */

declare module 'hono' {
  /** @transport request */
  export interface HonoRequest<T1 = any, T2 = any> {
    /** @source params */
    param(name?: string): any
    /** @source query flat */
    query(name?: string): any
    /** @source query flat */
    queries(name?: string): any
    /** @source headers */
    header(name?: string): any
    /** @source body */
    json<T = any>(): Promise<T>
    /** @source body */
    text(): Promise<string>
    /** @source form */
    parseBody(options?: any): Promise<any>
    /** @upload @source form */
    formData(): Promise<FormData>
    /** @validates 0 throws */
    valid(target: any): any
    arrayBuffer(): Promise<any>
    raw: any
    path: string
    url: string
    method: string
  }
  /* What middleware may leave on the context. */
  type VariablesOf<E> = E extends { Variables: infer V } ? V : any
  /** @transport context */
  export class Context<E = any, P = any, I = any> {
    req: HonoRequest
    env: any
    var: VariablesOf<E>
    res: any
    executionCtx: any
    get<K extends string>(key: K): K extends keyof VariablesOf<E> ? VariablesOf<E>[K] : any
    set(key: any, value: any): void
    /** @responds */
    json(...args: any[]): any
    /** @responds */
    text(...args: any[]): any
    /** @responds */
    html(...args: any[]): any
    /** @responds */
    body(...args: any[]): any
    redirect(...args: any[]): any
    notFound(): any
    status(code: any): void
    header(...args: any[]): void
  }
  export type Next = () => Promise<void>
  export type Handler<E = any, P = any, I = any, R = any> = (c: Context<E>, next: Next) => any
  export type MiddlewareHandler<E = any, P = any, I = any, T4 = any> = (c: Context<E>, next: Next) => Promise<any>
  type Handlers<E = any> = ((c: Context<E>, next: Next) => any)[]
  export class Hono<E = any, S = any, B = any> {
    /** @router */
    constructor(options?: any)
    /** @entry route GET path=0 handler=1+ */
    get(path: any, ...handlers: Handlers<E>): this
    /** @entry route POST path=0 handler=1+ */
    post(path: any, ...handlers: Handlers<E>): this
    /** @entry route PUT path=0 handler=1+ */
    put(path: any, ...handlers: Handlers<E>): this
    /** @entry route PATCH path=0 handler=1+ */
    patch(path: any, ...handlers: Handlers<E>): this
    /** @entry route DELETE path=0 handler=1+ */
    delete(path: any, ...handlers: Handlers<E>): this
    /** @entry route ALL path=0 handler=1+ */
    all(path: any, ...handlers: Handlers<E>): this
    /** @entry route 0 path=1 handler=2+ */
    on(method: any, path: any, ...handlers: Handlers<E>): this
    /** @middleware path=0 handler=0+ */
    use(...args: (string | ((c: Context<E>, next: Next) => any))[]): this
    /** @mount path=0 router=1 */
    route(path: string, app: any): this
    /** @router prefix=0 */
    basePath(path: string): this
    mount(path: string, handler: any, options?: any): this
    onError(handler: (error: Error, c: Context) => any): this
    notFound(handler: (c: Context) => any): this
    fetch(request: any, ...rest: any[]): any
    request(...args: any[]): any
    routes: any[]
  }
}

declare module '@hono/zod-openapi' {
  import { Hono, type Context } from 'hono'

  /** @returns 0 */
  export function createRoute<T = any>(config: T): T & { getRoutingPath(): string }
  export class OpenAPIHono<E = any, S = any, B = any> extends Hono<E, S, B> {
    /** @router */
    constructor(options?: any)
    /** @entry route 0.method path=0.path handler=1 options=0 */
    openapi(route: any, handler: (c: Context) => any, hook?: any): this
    openAPIRegistry: any
    doc(path: string, config: any): this
    doc31(path: string, config: any): this
  }
  export const z: any
}

declare module '@hapi/hapi' {
  /** @transport request */
  export interface Request<T1 = any> {
    /** @source body */
    payload: any
    /** @source query flat */
    query: any
    /** @source params */
    params: any
    /** @source headers */
    headers: any
    /** @source cookies */
    state: any
    auth: any
    server: Server
    [member: string]: any
  }
  /** @transport response */
  export interface ResponseToolkit<T1 = any> {
    /** @responds */
    response(value?: any): any
    redirect(uri?: string): any
    continue: symbol
    [member: string]: any
  }
  export interface RouteOptions<T1 = any> {
    /** @guard auth */
    auth?: any
    /** @guard validate */
    validate?: any
    handler?: (request: Request, h: ResponseToolkit) => any
    pre?: any
    [option: string]: any
  }
  export interface ServerRoute<T1 = any> {
    method: any
    path: string
    handler?: (request: Request, h: ResponseToolkit) => any
    options?: RouteOptions
  }
  /** @given /^server$/ */
  export interface Server<T1 = any> {
    /** @entry route 0.method path=0.path handler=0.options.pre,0.options.handler|0.config.handler|0.handler options=0.options|0.config */
    route(route: ServerRoute | ServerRoute[]): void
    /** @mount router=0.plugin|0 options=1.routes */
    register(plugin: any, options?: any): Promise<any>
    /** @middleware handler=1 before */
    ext(...args: any[]): void
    start(): Promise<void>
    stop(options?: any): Promise<void>
    initialize(): Promise<void>
    inject(...args: any[]): Promise<any>
    auth: any
    app: any
    plugins: any
    [member: string]: any
  }
  /** @router */
  export function server(options?: any): Server
}

declare module 'next' {
  /** @transport request */
  export interface NextApiRequest {
    /** @source body */
    body: any
    /** @source query flat */
    query: any
    /** @source cookies */
    cookies: any
    /** @source headers */
    headers: any
    method?: string
    url?: string
    [member: string]: any
  }
  /** @transport response */
  export interface NextApiResponse<T = any> {
    status(code: number): this
    /** @responds */
    json(body: any): void
    /** @responds */
    send(body: any): void
    redirect(...args: any[]): any
    setHeader(name: string, value: any): this
    end(...args: any[]): any
    [member: string]: any
  }
  /** @entry route */
  export type NextApiHandler<T = any> = (req: NextApiRequest, res: NextApiResponse<T>) => any
  export type NextConfig = any
  export type Metadata = any
  /** A server of the project's own that answers with pages, too. */
  export default function next(options?: any): {
    getRequestHandler(): any
    /** @hears since=next@14 */
    prepare(): Promise<void>
    close(): Promise<void>
    [member: string]: any
  }
}

declare module 'next/server' {
  /** @transport request */
  export class NextRequest {
    nextUrl: {
      /** @source query flat */
      searchParams: URLSearchParams
      pathname: string
      [member: string]: any
    }
    /** @source headers */
    headers: any
    /** @source cookies */
    cookies: any
    /** @source params */
    url: string
    method: string
    /** @source body */
    json(): Promise<any>
    /** @source body */
    text(): Promise<string>
    /** @upload @source form */
    formData(): Promise<FormData>
    [member: string]: any
  }
  /** @transport response */
  export class NextResponse<T = any> {
    constructor(body?: any, options?: any)
    static json(body: any, options?: any): NextResponse
    static redirect(url: any, status?: any): NextResponse
    static next(options?: any): NextResponse
    static rewrite(url: any): NextResponse
    [member: string]: any
  }
  export const userAgent: any
  /** @calls 0 deferred */
  export function after(run: () => any): void
}

declare module '@trpc/server' {
  /* A context is named by its type, or by that of the function that makes it. */
  type MadeContext<T> = T extends (...args: any[]) => infer R ? (R extends Promise<infer P> ? P : R) : T
  export const initTRPC: {
    /** @makes-context procedure type */
    context<T>(): TRPCBuilder<MadeContext<T>>
    meta<T>(): TRPCBuilder<any>
    create(options?: any): TRPCRootObject<any>
  }
  interface TRPCBuilder<T, T2 = any> {
    /** @makes-context procedure type */
    context<U>(): TRPCBuilder<MadeContext<U>>
    meta<U>(): TRPCBuilder<T>
    create(options?: any): TRPCRootObject<T>
  }
  interface TRPCRootObject<Context, T2 = any, T3 = any, T4 = any> {
    procedure: ProcedureBuilder<Context>
    /** @procedures */
    router(record: any): any
    /** @procedures */
    mergeRouters(...routers: any[]): any
    middleware(run: (options: { ctx: Context; next: any; path: string; type: string; input: any; getRawInput: any; meta: any }) => any): any
    createCallerFactory(router: any): any
  }
  /* What a schema's parse returns, for those that say it in a type of their own. */
  type ParsedBy<Schema> = Schema extends { _output: infer Output } ? Output : any
  interface ProcedureResolverOptions<Context, Input> {
    ctx: Context
    /** @source args */
    input: Input
    signal: any
    path: string
  }
  interface ProcedureBuilder<Context, Input = unknown, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any, T9 = any> {
    /** @guard validate */
    input<Schema>(schema: Schema): ProcedureBuilder<Context, Input & ParsedBy<Schema>>
    output(schema: any): this
    /** @middleware handler=0 */
    use(middleware: any): this
    meta(meta: any): this
    concat(builder: any): this
    /** @entry procedure QUERY handler=0 */
    query(run: (options: ProcedureResolverOptions<Context, Input>) => any): any
    /** @entry procedure MUTATION handler=0 */
    mutation(run: (options: ProcedureResolverOptions<Context, Input>) => any): any
    /** @entry procedure SUBSCRIPTION handler=0 */
    subscription(run: (options: ProcedureResolverOptions<Context, Input>) => any): any
  }
  /** @http-error */
  export class TRPCError extends Error {
    constructor(options: any)
    code: string
  }
  export type inferRouterInputs<T> = any
  export type inferRouterOutputs<T> = any
  export type inferProcedureOutput<T> = any
}

declare module 'next-safe-action' {
  interface ActionOptions<Input> {
    /** @source args */
    parsedInput: Input
    /** @source args */
    clientInput: any
    ctx: any
    metadata: any
    bindArgsParsedInputs: any
  }
  type ParsedBy<Schema> = Schema extends { _output: infer Output } ? Output : any
  export class SafeActionClient<Input = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any, T9 = any> {
    /** @middleware handler=0 */
    use(middleware: any): SafeActionClient<Input>
    metadata(data: any): SafeActionClient<Input>
    /** @guard validate */
    inputSchema<Schema>(schema: Schema, utils?: any): SafeActionClient<ParsedBy<Schema>>
    /** @guard validate */
    schema<Schema>(schema: Schema, utils?: any): SafeActionClient<ParsedBy<Schema>>
    bindArgsSchemas(schemas: any): SafeActionClient<Input>
    outputSchema(schema: any): SafeActionClient<Input>
    /** @entry action POST handler=0 */
    action(run: (options: ActionOptions<Input>, utils: any) => any, utils?: any): any
    /** @entry action POST handler=0 */
    stateAction(run: (options: ActionOptions<Input>, utils: any) => any, utils?: any): any
  }
  export function createSafeActionClient(options?: any): SafeActionClient
}

declare module '@apollo/server' {
  export class ApolloServer<Context = any> {
    constructor(options: any)
    start(): Promise<void>
    stop(): Promise<void>
    executeOperation(...args: any[]): Promise<any>
  }
}

declare module '@apollo/server/standalone' {
  /** @makes-context resolver 1.context */
  export function startStandaloneServer(server: any, options?: any): Promise<{ url: string }>
}

declare module '@apollo/server/express4' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @makes-context resolver 1.context */
  export function expressMiddleware(server: any, options?: any): RequestHandler
}

declare module 'type-graphql' {
  /** @layer controller */
  export function Resolver(...args: any[]): ClassDecorator
  /** @entry resolver QUERY path=1.name */
  export function Query(...args: any[]): MethodDecorator
  /** @entry resolver MUTATION path=1.name */
  export function Mutation(...args: any[]): MethodDecorator
  /** @entry resolver SUBSCRIPTION */
  export function Subscription(...args: any[]): MethodDecorator
  /** @entry resolver FIELD */
  export function FieldResolver(...args: any[]): MethodDecorator
  /** @source args */
  export function Arg(...args: any[]): ParameterDecorator
  /** @source args */
  export function Args(...args: any[]): ParameterDecorator
  export function Ctx(name?: string): ParameterDecorator
  export function Root(name?: string): ParameterDecorator
  export function Info(): ParameterDecorator
  /** @guard auth handler=0 */
  export function Authorized(...roles: any[]): any
  /** @guard transform handler=0 */
  export function UseMiddleware(...middleware: any[]): any
  export function ObjectType(...args: any[]): ClassDecorator
  export function InputType(...args: any[]): ClassDecorator
  export function ArgsType(): ClassDecorator
  export function Field(...args: any[]): any
  export const ID: any
  export const Int: any
  export const Float: any
  export function buildSchema(options: any): Promise<any>
  export function registerEnumType(type: any, options: any): void
}

declare module 'aws-lambda' {
  /** @entry route */
  export interface APIGatewayProxyEvent {
    /** @source body */
    body: string
    /** @source query flat */
    queryStringParameters: any
    /** @source query flat */
    multiValueQueryStringParameters: any
    /** @source params */
    pathParameters: any
    /** @source headers */
    headers: any
    httpMethod: string
    path: string
    requestContext: any
    [member: string]: any
  }
  /** @entry route */
  export interface APIGatewayProxyEventV2 {
    /** @source body */
    body?: string
    /** @source query flat */
    queryStringParameters?: any
    /** @source params */
    pathParameters?: any
    /** @source headers */
    headers: any
    rawPath: string
    requestContext: any
    [member: string]: any
  }
  export interface SQSRecord {
    /** @source message */
    body: string
    messageId: string
    [member: string]: any
  }
  /** @entry consumer @redelivers always */
  export interface SQSEvent {
    Records: SQSRecord[]
  }
  /** @entry consumer @redelivers always */
  export interface SNSEvent {
    /** @source message */
    Records: any[]
  }
  /** @entry consumer @redelivers always */
  export interface S3Event {
    Records: any[]
  }
  /** @entry cron */
  export interface ScheduledEvent<T = any> {
    detail: T
    [member: string]: any
  }
  export interface Context {
    awsRequestId: string
    functionName: string
    getRemainingTimeInMillis(): number
    [member: string]: any
  }
  export type APIGatewayProxyResult = any
  export type APIGatewayProxyResultV2<T = any> = any
  export type Callback<T = any> = (error?: any, result?: T) => void
  /** @entry route */
  export type APIGatewayProxyHandler = (event: APIGatewayProxyEvent, context: Context, callback: Callback) => any
  /** @entry route */
  export type APIGatewayProxyHandlerV2<T = any> = (event: APIGatewayProxyEventV2, context: Context, callback: Callback) => any
  /** @entry consumer @redelivers always */
  export type SQSHandler = (event: SQSEvent, context: Context, callback: Callback) => any
  /** @entry consumer @redelivers always */
  export type SNSHandler = (event: SNSEvent, context: Context, callback: Callback) => any
  /** @entry consumer @redelivers always */
  export type S3Handler = (event: S3Event, context: Context, callback: Callback) => any
  /** @entry cron */
  export type ScheduledHandler<T = any> = (event: ScheduledEvent<T>, context: Context, callback: Callback) => any
  /** @entry route */
  export type Handler<Event = any, Result = any> = (event: Event, context: Context, callback: Callback<Result>) => any
}

declare module 'routing-controllers' {
  /** @controller path=0 */
  export function Controller(path?: any, options?: any): ClassDecorator
  /** @controller path=0 */
  export function JsonController(path?: any, options?: any): ClassDecorator
  /** @entry route GET path=0 */
  export function Get(path?: any, options?: any): MethodDecorator
  /** @entry route POST path=0 */
  export function Post(path?: any, options?: any): MethodDecorator
  /** @entry route PUT path=0 */
  export function Put(path?: any, options?: any): MethodDecorator
  /** @entry route PATCH path=0 */
  export function Patch(path?: any, options?: any): MethodDecorator
  /** @entry route DELETE path=0 */
  export function Delete(path?: any, options?: any): MethodDecorator
  /** @entry route HEAD path=0 */
  export function Head(path?: any, options?: any): MethodDecorator
  /** @entry route ALL path=0 */
  export function All(path?: any, options?: any): MethodDecorator
  /** @entry route 0 path=1 */
  export function Method(method: any, path?: any, options?: any): MethodDecorator
  /** @source body @guard validate declared */
  export function Body(options?: any): ParameterDecorator
  /** @source body */
  export function BodyParam(name: string, options?: any): ParameterDecorator
  /** @source params */
  export function Param(name: string): ParameterDecorator
  /** @source params @guard validate declared */
  export function Params(options?: any): ParameterDecorator
  /** @source query */
  export function QueryParam(name: string, options?: any): ParameterDecorator
  /** @source query @guard validate declared */
  export function QueryParams(options?: any): ParameterDecorator
  /** @source headers */
  export function HeaderParam(name: string, options?: any): ParameterDecorator
  /** @source cookies */
  export function CookieParam(name: string, options?: any): ParameterDecorator
  /** @source file */
  export function UploadedFile(name: string, options?: any): ParameterDecorator
  export function CurrentUser(options?: any): ParameterDecorator
  export function Req(): ParameterDecorator
  export function Res(): ParameterDecorator
  /** @guard auth */
  export function Authorized(roles?: any): any
  /** @guard transform handler=0+ */
  export function UseBefore(...middleware: any[]): any
  /** @guard transform handler=0+ */
  export function UseAfter(...middleware: any[]): any
  /** @application handler=0.middlewares prefix=0.routePrefix */
  export function createExpressServer(options?: any): any
  /** @application on=0 handler=1.middlewares prefix=1.routePrefix */
  export function useExpressServer<T>(app: T, options?: any): T
  /** @application handler=0.middlewares prefix=0.routePrefix */
  export function createKoaServer(options?: any): any
  /** @application on=0 handler=1.middlewares prefix=1.routePrefix */
  export function useKoaServer<T>(app: T, options?: any): T
  export function useContainer(container: any, options?: any): void
  export interface ExpressMiddlewareInterface {
    use(request: any, response: any, next: (error?: any) => any): any
  }
  export interface ExpressErrorMiddlewareInterface {
    error(error: any, request: any, response: any, next: (error?: any) => any): void
  }
  export interface KoaMiddlewareInterface {
    use(context: any, next: (error?: any) => Promise<any>): Promise<any>
  }
  export class HttpError extends Error {
    constructor(code: number, message?: string)
    httpCode: number
  }
}
