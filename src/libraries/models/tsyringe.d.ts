/* tsyringe: what a container gives for a class is an instance of it. */

declare module 'tsyringe' {
  type Constructor<T> = new (...args: any[]) => T
  type AbstractConstructor<T> = abstract new (...args: any[]) => T
  export type InjectionToken<T = any> = Constructor<T> | AbstractConstructor<T> | string | symbol

  /** @injectable */
  export function injectable(options?: any): ClassDecorator
  /** @injectable */
  export function singleton(token?: any): ClassDecorator
  /** @injectable */
  export function scoped(lifecycle: any, token?: any): ClassDecorator
  /** @injectable */
  export function autoInjectable(): ClassDecorator
  export function inject(token: any, options?: any): ParameterDecorator
  export function injectAll(token: any, options?: any): ParameterDecorator
  export function injectWithTransform(token: any, transformer: any, ...args: any[]): ParameterDecorator
  export function registry(registrations?: any[]): ClassDecorator
  /** @calls 0 */
  export function delay<T>(type: () => Constructor<T>): any
  /** @calls 0 once */
  export function instanceCachingFactory<T>(create: (container: DependencyContainer) => T): (container: DependencyContainer) => T
  /** @calls 0 once */
  export function instancePerContainerCachingFactory<T>(create: (container: DependencyContainer) => T): (container: DependencyContainer) => T

  export interface DependencyContainer {
    resolve<T>(token: InjectionToken<T>): T
    resolveAll<T>(token: InjectionToken<T>): T[]
    register<T>(token: InjectionToken<T>, provider: any, options?: any): DependencyContainer
    registerSingleton<T>(from: InjectionToken<T>, to?: InjectionToken<T>): DependencyContainer
    registerInstance<T>(token: InjectionToken<T>, instance: T): DependencyContainer
    registerType<T>(from: InjectionToken<T>, to: InjectionToken<T>): DependencyContainer
    isRegistered<T>(token: InjectionToken<T>, recursive?: boolean): boolean
    createChildContainer(): DependencyContainer
    clearInstances(): void
    reset(): void
    dispose(): any
  }
  export const container: DependencyContainer
  export const Lifecycle: any
  export type Lifecycle = any
}
