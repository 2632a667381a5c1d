/* InversifyJS: what a container gives for a class is an instance of it; for a symbol, what the caller says. */

declare module 'inversify' {
  export type Newable<T = any, T2 = any> = new (...args: any[]) => T
  export type AbstractNewable<T = any, T2 = any> = abstract new (...args: any[]) => T
  export type ServiceIdentifier<T = any> = Newable<T> | AbstractNewable<T> | string | symbol

  /** @injectable */
  export function injectable(scope?: any): ClassDecorator
  export function inject(identifier: any): any
  export function multiInject(identifier: any, options?: any): any
  export function optional(): any
  export function named(name: any): any
  export function tagged(key: any, value: any): any
  export function unmanaged(): any
  export function postConstruct(): any
  export function preDestroy(): any
  export function decorate(decorators: any, target: any, index?: any): void

  export interface BindToFluentSyntax<T> {
    to(type: Newable<T>): any
    toSelf(): any
    toConstantValue(value: T): any
    /** @calls 0 */
    toDynamicValue(create: (context: any) => T | Promise<T>): any
    toService(identifier: ServiceIdentifier<T>): void
  }
  export class Container {
    constructor(options?: any)
    get<T>(identifier: ServiceIdentifier<T>, options?: any): T
    getAsync<T>(identifier: ServiceIdentifier<T>, options?: any): Promise<T>
    getAll<T>(identifier: ServiceIdentifier<T>, options?: any): T[]
    getAllAsync<T>(identifier: ServiceIdentifier<T>, options?: any): Promise<T[]>
    /** @binding 0 */
    bind<T>(identifier: ServiceIdentifier<T>): BindToFluentSyntax<T>
    /** @binding 0 */
    rebind<T>(identifier: ServiceIdentifier<T>): any
    unbind(identifier: any): any
    unbindAll(): any
    isBound(identifier: ServiceIdentifier, options?: any): boolean
    load(...modules: any[]): any
    unload(...modules: any[]): any
    snapshot(): void
    restore(): void
  }
  export class ContainerModule {
    /** @calls 0 */
    constructor(register: (options: any) => any)
  }
}
