/* class-transformer: plain objects to instances and back. The data stays what it was; types are not checked. */

declare module 'class-transformer' {
  export type ClassConstructor<T> = new (...args: any[]) => T
  export interface ClassTransformOptions {
    excludeExtraneousValues?: boolean
    enableImplicitConversion?: boolean
    [option: string]: any
  }
  /** @propagates 1 */
  export function plainToInstance<T>(cls: ClassConstructor<T>, plain: any[], options?: ClassTransformOptions): T[]
  /** @propagates 1 */
  export function plainToInstance<T>(cls: ClassConstructor<T>, plain: any, options?: ClassTransformOptions): T
  /** @propagates 1 */
  export function plainToClass<T>(cls: ClassConstructor<T>, plain: any[], options?: ClassTransformOptions): T[]
  /** @propagates 1 */
  export function plainToClass<T>(cls: ClassConstructor<T>, plain: any, options?: ClassTransformOptions): T
  /** @propagates 0 1 */
  export function plainToClassFromExist<T>(instance: T, plain: any, options?: ClassTransformOptions): T
  /** @propagates 0 */
  export function instanceToPlain(object: any, options?: ClassTransformOptions): any
  /** @propagates 0 */
  export function classToPlain(object: any, options?: ClassTransformOptions): any
  /** @returns 0 */
  export function instanceToInstance<T>(object: T, options?: ClassTransformOptions): T
  /** @propagates 0 */
  export function serialize(object: any, options?: ClassTransformOptions): string
  /** @propagates 1 */
  export function deserialize<T>(cls: ClassConstructor<T>, json: string, options?: ClassTransformOptions): T
  /** @propagates 1 */
  export function deserializeArray<T>(cls: ClassConstructor<T>, json: string, options?: ClassTransformOptions): T[]
  export function Type(typeFunction?: (type?: any) => any, options?: any): PropertyDecorator
  export function Expose(options?: any): PropertyDecorator & ClassDecorator
  export function Exclude(options?: any): PropertyDecorator & ClassDecorator
  /** @calls 0 once */
  export function Transform(transformFn: (params: { value: any; key: string; obj: any; type?: any }) => any, options?: any): PropertyDecorator
  export function TransformInstanceToInstance(params?: ClassTransformOptions): MethodDecorator
  export function TransformInstanceToPlain(params?: ClassTransformOptions): MethodDecorator
  export function TransformPlainToInstance(classType: ClassConstructor<any>, params?: ClassTransformOptions): MethodDecorator
}
