/* Feathers: services whose members answer requests, and the hooks around them. */

declare module '@feathersjs/feathers' {
  export type Id = number | string
  export type NullableId = Id | null
  export type Query = { [name: string]: any }
  export interface Params<Q = Query> {
    /** @source query */
    query?: Q
    provider?: string
    headers?: any
    [name: string]: any
  }
  export type Paginated<T> = { total: number; limit: number; skip: number; data: T[] }
  export type NextFunction = () => Promise<any>
  export interface HookContext<A = any, S = any> {
    readonly app: A
    readonly method: string
    readonly path: string
    readonly service: S
    readonly type: any
    /** @source args */
    data?: any
    id?: any
    params: Params
    result?: any
    error?: any
    [member: string]: any
  }
  export interface ServiceMethods<T = any, D = any, P = Params> {
    find(params?: P): Promise<any>
    get(id: Id, params?: P): Promise<T>
    create(data: D, params?: P): Promise<T>
    update(id: any, data: D, params?: P): Promise<any>
    patch(id: any, data: any, params?: P): Promise<any>
    remove(id: any, params?: P): Promise<any>
  }
  export type ServiceInterface<T = any, D = any, P = Params> = Partial<ServiceMethods<T, D, P>>
  export interface FeathersApplication<Services = any, Settings = any> {
    services: Services
    settings: Settings
    get<L extends keyof Settings & string>(name: L): Settings[L]
    set<L extends keyof Settings & string>(name: L, value: Settings[L]): this
    /** @calls 0 */
    configure(callback: (app: this) => void): this
    service<L extends keyof Services & string>(path: L): Services[L] & { hooks(map: any): any; on(event: string, listener: (...values: any[]) => any): any; publish(...values: any[]): any }
    /** @resource path=0 controller=1 actions=find:GET|get:GET:id(params)|create:POST(body)|update:PUT:id(params,body)|patch:PATCH:id(params,body)|remove:DELETE:id(params) */
    use(path: any, service: any, options?: any): this
    unuse(path: any): Promise<any>
    hooks(map: any): this
    setup(server?: any): Promise<this>
    teardown(server?: any): Promise<this>
  }
  export type Application<Services = any, Settings = any> = FeathersApplication<Services, Settings>
  export function feathers<Services = any, Settings = any>(): Application<Services, Settings>
}
declare module '@feathersjs/koa' {
  import { FeathersApplication } from '@feathersjs/feathers'
  export type Application<Services = any, Settings = any> = FeathersApplication<Services, Settings> & import('koa')
  export function koa<Services = any, Settings = any>(app?: any, koaApp?: any): Application<Services, Settings>
  export function rest(options?: any): (app: any) => void
  export function bodyParser(options?: any): any
  export function errorHandler(options?: any): any
  export function parseAuthentication(settings?: any): any
}
declare module '@feathersjs/express' {
  import { FeathersApplication } from '@feathersjs/feathers'
  export type Application<Services = any, Settings = any> = FeathersApplication<Services, Settings> & import('express').Express
  export function rest(options?: any): (app: any) => void
  export function notFound(options?: any): any
  export function errorHandler(options?: any): any
  export function json(options?: any): any
  export function urlencoded(options?: any): any
  export default function feathersExpress<Services = any, Settings = any>(app?: any, expressApp?: any): Application<Services, Settings>
}
declare module '@feathersjs/authentication' {
  /** @guard auth */
  export function authenticate(...settings: any[]): (context: any, next?: any) => Promise<any>
  export class AuthenticationService {
    constructor(app: any, configKey?: string, options?: any)
    register(name: string, strategy: any): void
    create(data: any, params?: any): Promise<any>
  }
  export class JWTStrategy {}
}
