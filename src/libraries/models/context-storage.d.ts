/* Packages that keep values for the call that is running. */

declare module 'nestjs-cls' {
  export class ClsService<S = any> {
    set(key: any, value: any): void
    setIfUndefined(key: any, value: any): boolean
    /** @context */
    get(key?: any): any
    has(key: any): boolean
    getId(): string
    /** @calls last once */
    run<T = any>(options: any, callback?: () => T): T
    /** @calls 1 once */
    runWith<T = any>(store: S, callback: () => T): T
    enter(options?: any): void
    enterWith(store?: S): void
    /** @calls 0 once */
    exit<T = any>(callback: () => T): T
    isActive(): boolean
  }
  export class ClsServiceManager {
    static getClsService<T = any>(): ClsService<T>
  }
  export type ClsStore = any
}

declare module 'cls-hooked' {
  export interface Namespace<N = any> {
    active: any
    set(key: any, value: any): any
    /** @context */
    get(key: any): any
    /** @calls 0 once */
    run(fn: (...values: any[]) => void): void
    /** @calls 0 once */
    runAndReturn<T>(fn: (...values: any[]) => T): T
    /** @calls 0 once */
    runPromise<T>(fn: (...values: any[]) => Promise<T>): Promise<T>
    /** @returns 0 */
    bind<F extends (...values: any[]) => any>(fn: F, context?: any): F
    bindEmitter(emitter: any): void
    createContext(): any
    enter(context: any): void
    exit(context: any): void
  }
  export function createNamespace<N = any>(name: string): Namespace<N>
  export function getNamespace<N = any>(name: string): Namespace<N>
  export function destroyNamespace(name: string): void
  export function reset(): void
}
