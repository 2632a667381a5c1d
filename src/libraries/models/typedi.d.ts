/* TypeDI: what the container gives for a class is an instance of it. */

declare module 'typedi' {
  export type Constructable<T> = new (...args: any[]) => T
  export type ServiceIdentifier<T = any> = Constructable<T> | (abstract new (...args: any[]) => T) | Token<T> | string

  /** @injectable */
  export function Service(options?: any): ClassDecorator
  export function Inject(token?: any): any
  export function InjectMany(token?: any): any

  export class Token<T> {
    constructor(name?: string)
    name?: string
  }
  export class ContainerInstance {
    constructor(id: string)
    has(identifier: any): boolean
    get<T>(identifier: ServiceIdentifier<T>): T
    getMany<T>(identifier: ServiceIdentifier<T>): T[]
    set(identifier: any, instance?: any): this
    remove(identifier: any): this
    reset(options?: any): this
  }
  export class Container {
    static has(identifier: any): boolean
    static get<T>(identifier: ServiceIdentifier<T>): T
    static getMany<T>(identifier: ServiceIdentifier<T>): T[]
    static set(identifier: any, instance?: any): any
    static remove(identifier: any): any
    static reset(id?: any): any
    static of(id?: any): ContainerInstance
  }
  export default Container
}
