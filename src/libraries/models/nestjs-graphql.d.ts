/* GraphQL in NestJS: resolvers, their fields and arguments. A field resolver runs once for each parent. */

declare module '@nestjs/graphql' {
  import { ExecutionContext } from '@nestjs/common'

  /** @layer controller */
  export function Resolver(...args: any[]): any
  /** @entry resolver QUERY path=1.name|0 */
  export function Query(...args: any[]): MethodDecorator
  /** @entry resolver MUTATION path=1.name|0 */
  export function Mutation(...args: any[]): MethodDecorator
  /** @entry resolver SUBSCRIPTION path=1.name|0 */
  export function Subscription(...args: any[]): MethodDecorator
  /** @entry resolver FIELD path=0 */
  export function ResolveField(...args: any[]): MethodDecorator
  /** @entry resolver FIELD path=0 */
  export function ResolveProperty(...args: any[]): MethodDecorator
  /** @entry resolver FIELD */
  export function ResolveReference(): MethodDecorator
  /** @source args */
  export function Args(...args: any[]): ParameterDecorator
  export function Parent(): ParameterDecorator
  export function Root(): ParameterDecorator
  export function Context(...args: any[]): ParameterDecorator
  export function Info(...pipes: any[]): ParameterDecorator
  export function createUnionType(options: any): any

  export function ObjectType(...args: any[]): ClassDecorator
  export function InputType(...args: any[]): ClassDecorator
  export function ArgsType(options?: any): ClassDecorator
  export function InterfaceType(...args: any[]): ClassDecorator
  export function Field(...args: any[]): any
  export function HideField(): PropertyDecorator
  export function Directive(definition: any): any
  export function Extensions(value: any): any
  export function Scalar(name: string, type?: any): ClassDecorator
  export function registerEnumType(type: any, options?: any): void
  export function PartialType<T>(type: new (...args: any[]) => T, options?: any): new (...args: any[]) => Partial<T>
  export function PickType<T>(type: new (...args: any[]) => T, keys: any, options?: any): new (...args: any[]) => T
  export function OmitType<T>(type: new (...args: any[]) => T, keys: any, options?: any): new (...args: any[]) => T
  export function IntersectionType<A, B>(
    first: new (...args: any[]) => A,
    second: new (...args: any[]) => B,
    ...rest: any[]
  ): new (...args: any[]) => A & B
  export const ID: any
  export const Int: any
  export const Float: any
  export const GraphQLISODateTime: any
  export const GraphQLTimestamp: any

  export class GqlExecutionContext {
    static create(context: ExecutionContext): GqlExecutionContext
    getContext<T = any>(): T
    /** @source args */
    getArgs<T = any>(): T
    getInfo<T = any>(): T
    getRoot<T = any>(): T
    getHandler(): any
    getClass<T = any>(): any
  }
  export class GraphQLModule<T1 = any> {
    /** @makes-context resolver 0.context */
    static forRoot<T = any>(options?: any): any
    static forRootAsync<T = any>(options?: any): any
  }
  export class GraphQLSchemaHost {
    schema: any
  }
}
