/* @nestjs/mongoose: models by injection, schemas from decorated classes. */

declare module '@nestjs/mongoose' {
  import { Schema as MongooseSchema } from 'mongoose'

  export type SchemaOptions = any
  export type PropOptions<T = any> = any
  export type VirtualOptions = any
  export type ModelDefinition = any
  export type AsyncModelFactory = any
  export type MongooseModuleOptions = any
  export type MongooseModuleAsyncOptions = any
  export type MongooseModuleFactoryOptions = any
  export interface MongooseOptionsFactory {
    createMongooseOptions(): any
  }

  /** @entity name=0.collection */
  export function Schema(options?: any): ClassDecorator
  /** @column options=0 */
  export function Prop(options?: any): PropertyDecorator
  /** @relation many target=0.options.ref */
  export function Virtual(options?: any): PropertyDecorator
  export function InjectModel(name: any, connection?: string): ParameterDecorator & PropertyDecorator
  export function InjectConnection(name?: string): ParameterDecorator & PropertyDecorator
  export function getModelToken(name: string, connection?: string): string
  export function getConnectionToken(name?: string): any
  export function raw(definition: any): any
  export class SchemaFactory {
    static createForClass<T = any>(type: new (...args: any[]) => T): MongooseSchema<T>
  }
  export class DefinitionsFactory {
    static createForClass(type: any): any
  }
  export class MongooseModule {
    static forRoot(uri: any, options?: any): any
    static forRootAsync(options: any): any
    static forFeature(models?: any[], connection?: string): any
    static forFeatureAsync(factories?: any[], connection?: string): any
  }
  export class IsObjectIdPipe {
    /** @validates 0 throws */
    transform(value: any): any
  }
  export class ParseObjectIdPipe {
    /** @coerces id */
    transform(value: any): any
  }
}
