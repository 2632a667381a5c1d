/* Awilix: a container that gives constructors and functions what they name. */

declare module 'awilix' {
  export interface Resolver<T> {
    resolve(container: any): T
  }
  export interface BuildResolver<T> extends Resolver<T> {
    singleton(): this
    scoped(): this
    transient(): this
    proxy(): this
    classic(): this
    inject(injector: any): this
    setLifetime(lifetime: any): this
    setInjectionMode(mode: any): this
  }
  export interface AwilixContainer<Cradle = any> {
    options: any
    readonly cradle: Cradle
    createScope<T = any>(): AwilixContainer<Cradle & T>
    loadModules(patterns: any[], options?: any): any
    /** @provides 0 */
    register(registrations: any): AwilixContainer<Cradle>
    register(name: string | symbol, registration: any): AwilixContainer<Cradle>
    resolve<K extends keyof Cradle>(name: K, options?: any): Cradle[K]
    resolve<T>(name: string | symbol, options?: any): T
    hasRegistration(name: string | symbol): boolean
    build<T>(target: any, options?: any): T
    dispose(): Promise<void>
  }
  export function createContainer<T = any>(options?: any): AwilixContainer<T>
  export function asValue<T>(value: T): Resolver<T>
  export function asFunction<T>(make: (...args: any[]) => T, options?: any): BuildResolver<T>
  export function asClass<T>(type: new (...args: any[]) => T, options?: any): BuildResolver<T>
  export function aliasTo<T>(name: string, options?: any): Resolver<T>
  export const InjectionMode: any
  export const Lifetime: any
}
