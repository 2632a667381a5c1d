/* Elysia: chains of routes on an instance, schemas as the last argument, instances used as plugins. */

declare module 'elysia' {
  /** @transport context */
  export interface Context<T1 = any, T2 = any, T3 = any> {
    /** @source body */
    body: any
    /** @source query flat */
    query: any
    /** @source params */
    params: any
    /** @source headers */
    headers: any
    /** @source cookies */
    cookie: any
    request: any
    set: any
    path: string
    redirect: any
    store: any
    [member: string]: any
  }
  export interface InputSchema<N = any> {
    /** @guard validate */
    body?: any
    /** @guard validate */
    query?: any
    /** @guard validate */
    params?: any
    /** @guard validate */
    headers?: any
    /** @guard validate */
    cookie?: any
    response?: any
  }
  interface LocalHook extends InputSchema {
    beforeHandle?: any
    afterHandle?: any
    transform?: any
    detail?: any
    [option: string]: any
  }
  type Handler = ((context: Context) => any) | string | number | object
  export class Elysia<T1 = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any> {
    /** @router prefix=0.prefix */
    constructor(config?: any)
    /** @entry route GET path=0 handler=2.beforeHandle,1 options=2 */
    get(path: string, handler: Handler, hook?: LocalHook): this
    /** @entry route POST path=0 handler=2.beforeHandle,1 options=2 */
    post(path: string, handler: Handler, hook?: LocalHook): this
    /** @entry route PUT path=0 handler=2.beforeHandle,1 options=2 */
    put(path: string, handler: Handler, hook?: LocalHook): this
    /** @entry route PATCH path=0 handler=2.beforeHandle,1 options=2 */
    patch(path: string, handler: Handler, hook?: LocalHook): this
    /** @entry route DELETE path=0 handler=2.beforeHandle,1 options=2 */
    delete(path: string, handler: Handler, hook?: LocalHook): this
    /** @entry route ALL path=0 handler=2.beforeHandle,1 options=2 */
    all(path: string, handler: Handler, hook?: LocalHook): this
    /** @entry route 0 path=1 handler=2 options=3 */
    route(method: any, path: string, handler: Handler, hook?: LocalHook): this
    /** @entry procedure path=0 handler=1.message */
    ws(path: string, options: any): this
    /** @mount router=0 shared */
    use(plugin: any): this
    /** @mount path=0 router=last @calls last */
    group(prefix: string, run: (app: Elysia) => any): this
    /** @mount path=0 router=last @calls last */
    group(prefix: string, schema: any, run: (app: Elysia) => any): this
    /** @middleware handler=0.beforeHandle */
    guard(hook: any): this
    /** @mount router=1 before=0.beforeHandle @calls 1 */
    guard(hook: any, run: (app: Elysia) => any): this
    /** @middleware handler=last */
    onBeforeHandle(...options: any[]): this
    /** @middleware handler=last */
    onRequest(handler: any): this
    /** @middleware handler=last */
    onTransform(...options: any[]): this
    /** @middleware handler=last error */
    onError(...options: any[]): this
    /** @middleware handler=last */
    derive(...options: any[]): this
    /** @middleware handler=last */
    resolve(...options: any[]): this
    onAfterHandle(...options: any[]): this
    onStart(handler: any): this
    macro(...options: any[]): this
    model(...options: any[]): this
    state(...options: any[]): this
    decorate(...options: any[]): any
    mount(...options: any[]): this
    listen(options: any, callback?: any): this
    handle(request: any): any
    fetch: any
    server: any
  }
  export const t: any
  /** @http-error */
  export class NotFoundError extends Error {}
  export const status: any
  export const error: any
  export default Elysia
}
