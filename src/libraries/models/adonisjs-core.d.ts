/* AdonisJS: routes by class and member, groups, the request, validators, hashes, limits and mail. */

declare module '@adonisjs/core' {
  /** @injectable */
  export function inject(...args: any[]): any
}

declare module '@adonisjs/core/http' {
  /** @transport request */
  export class Request {
    /** @source body */
    body(): any
    /** @source body */
    all(): any
    /** @source body */
    original(): any
    /** @source body */
    raw(): string
    /** @source query */
    qs(): any
    /** @source params */
    params(): any
    /** @source params */
    param(key: string, defaultValue?: any): any
    /** @source body */
    input(key: string, defaultValue?: any): any
    /** @source body */
    only(keys: string[]): any
    /** @source body */
    except(keys: string[]): any
    /** @source headers */
    headers(): any
    /** @source headers */
    header(key: string, defaultValue?: any): string
    /** @source cookies */
    cookie(key: string, defaultValue?: any): any
    /** @source file */
    file(key: string, options?: any): any
    /** @source file */
    files(key: string, options?: any): any[]
    ip(): string
    url(includeQueryString?: boolean): string
    method(): string
    /** @validates this throws */
    validateUsing(validator: any, options?: any): Promise<any>
    [member: string]: any
  }
  /** @transport response */
  export class Response {
    /** @responds */
    send(body: any, generateEtag?: boolean): void
    /** @responds */
    json(body: any, generateEtag?: boolean): void
    status(code: number): this
    redirect(...args: any[]): any
    /** @responds */
    ok(body: any): void
    /** @responds */
    created(body?: any): void
    /** @responds */
    unauthorized(body?: any): void
    [member: string]: any
  }
  /** @transport context */
  export class HttpContext {
    request: Request
    response: Response
    /** @source params */
    params: any
    logger: import('@adonisjs/core/logger').Logger
    auth: import('@adonisjs/auth').Authenticator
    containerResolver: any
    route?: any
    [member: string]: any
  }
  export class Route {
    /** @group handler=0 */
    use(middleware: any): this
    /** @group handler=0 */
    middleware(middleware: any): this
    /** @group prefix=0 */
    prefix(prefix: string): this
    as(name: string, prepend?: boolean): this
    where(param: string, matcher: any): this
    domain(domain: string, overwrite?: boolean): this
  }
  export class RouteGroup {
    /** @group handler=0 */
    use(middleware: any): this
    /** @group handler=0 */
    middleware(middleware: any): this
    /** @group prefix=0 */
    prefix(prefix: string): this
    as(name: string): this
    where(param: string, matcher: any): this
    domain(domain: string): this
  }
  export class RouteResource {
    /** @group handler=1 */
    use(actions: any, middleware: any): this
    /** @group handler=1 */
    middleware(actions: any, middleware: any): this
    only(names: any[]): this
    except(names: any[]): this
    apiOnly(): this
    params(resources: any): this
    where(key: string, matcher: any): this
    as(name: string, normalizeName?: boolean): this
  }
  export class Router {
    /** @middleware handler=0 before */
    use(middleware: any[]): this
    named<T>(collection: T): { [Name in keyof T]: (...options: any[]) => any }
    /** @entry route 1.0 path=0 handler=2 */
    route(pattern: string, methods: string[], handler: RouteHandler): Route
    /** @entry route ALL path=0 handler=1 */
    any(pattern: string, handler: RouteHandler): Route
    /** @entry route GET path=0 handler=1 */
    get(pattern: string, handler: RouteHandler): Route
    /** @entry route POST path=0 handler=1 */
    post(pattern: string, handler: RouteHandler): Route
    /** @entry route PUT path=0 handler=1 */
    put(pattern: string, handler: RouteHandler): Route
    /** @entry route PATCH path=0 handler=1 */
    patch(pattern: string, handler: RouteHandler): Route
    /** @entry route DELETE path=0 handler=1 */
    delete(pattern: string, handler: RouteHandler): Route
    /** @group 0 @calls 0 */
    group(register: () => void): RouteGroup
    /** @resource path=0 controller=1 actions=index:GET|create:GET:create|store:POST|show:GET:id|edit:GET:id|update:PUT:id|destroy:DELETE:id */
    resource(resource: string, controller: any): RouteResource
    /** @resource path=0 controller=1 actions=index:GET|create:GET:create|store:POST|show:GET:id|edit:GET:id|update:PUT:id|destroy:DELETE:id */
    shallowResource(resource: string, controller: any): RouteResource
    on(pattern: string): any
    where(param: string, matcher: any): this
  }
  type RouteHandler = string | ((ctx: HttpContext) => any) | readonly any[]
}
declare module '@adonisjs/core/types/http' {
  export type NextFn = () => Promise<any>
}
declare module '@adonisjs/core/services/router' {
  import { Router } from '@adonisjs/core/http'
  const router: Router
  export default router
}
declare module '@adonisjs/core/helpers' {
  type Mixin<S, R> = (superclass: S) => R
  export function compose<S, A>(superclass: S, mixin: Mixin<S, A>): A
  export function compose<S, A, B>(superclass: S, mixin: Mixin<S, A>, second: Mixin<A, B>): B
  export function compose<S, A, B, C>(superclass: S, mixin: Mixin<S, A>, second: Mixin<A, B>, third: Mixin<B, C>): C
}
declare module '@adonisjs/core/hash' {
  export class Hash {
    /** @credential hash */
    make(value: string): Promise<string>
    /** @credential check */
    verify(hashed: string, plain: string): Promise<boolean>
    needsReHash(hashed: string): boolean
  }
  export class HashManager {
    use(hasher?: any): Hash
    /** @credential hash */
    make(value: string): Promise<string>
    /** @credential check */
    verify(hashed: string, plain: string): Promise<boolean>
    needsReHash(hashed: string): boolean
  }
}
declare module '@adonisjs/core/services/hash' {
  import { HashManager } from '@adonisjs/core/hash'
  const hash: HashManager
  export default hash
}
declare module '@adonisjs/core/logger' {
  export class Logger {
    /** @effect log debug */
    trace(...args: any[]): void
    /** @effect log debug */
    debug(...args: any[]): void
    /** @effect log info */
    info(...args: any[]): void
    /** @effect log warn */
    warn(...args: any[]): void
    /** @effect log error */
    error(...args: any[]): void
    /** @effect log error */
    fatal(...args: any[]): void
  }
}
declare module '@adonisjs/core/services/logger' {
  import { Logger } from '@adonisjs/core/logger'
  const logger: Logger
  export default logger
}

declare module '@adonisjs/auth' {
  export class Authenticator {
    user?: any
    isAuthenticated: boolean
    getUserOrFail(): any
    use(guard?: any): any
    /** @guard auth */
    authenticate(): Promise<any>
    /** @guard auth */
    authenticateUsing(guards?: any, options?: any): Promise<any>
    check(): Promise<boolean>
    checkUsing(guards?: any): Promise<boolean>
  }
}
declare module '@adonisjs/auth/mixins/lucid' {
  interface UserWithUserFinderClass {
    /** @query read one  @table static  @where 1 */
    findForAuth<M>(this: { new (...args: any[]): M }, uids: string[], value: string): Promise<M>
    /** @query read one  @table static  @where 0  @credential check */
    verifyCredentials<M>(this: { new (...args: any[]): M }, uid: string, password: string): Promise<M>
  }
  export function withAuthFinder(hash: () => any, options: any): <S>(superclass: S) => S & UserWithUserFinderClass
}

declare module '@adonisjs/limiter/services/main' {
  interface HttpLimiter {
    store(store: any): this
    allowRequests(requests: number): this
    every(duration: any): this
    usingKey(key: any): this
    blockFor(duration: any): this
  }
  interface LimiterManager {
    use(...options: any[]): Limiter
    allowRequests(requests: number): HttpLimiter
    noLimit(): null
    /** @guard limit */
    define(name: string, build: (ctx: any) => any): any
  }
  interface Limiter {
    /** @guard limit */
    attempt<T>(key: any, run: () => T): Promise<T>
    /** @guard limit */
    consume(key: any): Promise<any>
    /** @guard limit */
    penalize<T>(key: any, run: () => T): Promise<any>
  }
  const limiter: LimiterManager
  export default limiter
}

declare module '@adonisjs/mail/services/main' {
  interface Mailer {
    /** @effect email @calls 0 */
    send(mail: any, config?: any): Promise<any>
    /** @effect enqueue @calls 0 deferred */
    sendLater(mail: any, config?: any): Promise<void>
  }
  interface MailManager extends Mailer {
    use(mailer?: any): Mailer
  }
  const mail: MailManager
  export default mail
}

declare module '@vinejs/vine' {
  export class VineValidator<Schema = any, MetaData = any> {
    /** @validates 0 throws */
    validate(data: any, options?: any): Promise<any>
    /** @validates 0 result */
    tryValidate(data: any, options?: any): Promise<any>
    toJSON(): any
  }
  export class Vine {
    compile(schema: any): VineValidator
    create(schema: any): VineValidator
    /** @validates 0.data throws */
    validate(options: any): Promise<any>
    object(properties: any): any
    string(): any
    number(): any
    boolean(): any
    array(schema: any): any
    [type: string]: any
  }
  const vine: Vine
  export default vine
}
