/* LoopBack 4: controllers whose members are decorated, repositories of entities, transactions begun on them. */

declare module '@loopback/core' {
  /** @injectable */
  export function injectable(...specs: any[]): ClassDecorator
  /** @injectable */
  export function lifeCycleObserver(group?: string, ...specs: any[]): ClassDecorator
  export function inject(selector: any, metadata?: any, resolve?: any): any
  export function service(provider?: any, metadata?: any): any
  export const BindingScope: any
  export type BindingScope = any
  export class Application {
    constructor(...args: any[])
    controller(controller: any, name?: any): any
    component(component: any, name?: any): any
    service(service: any, name?: any): any
    bind(key: any): any
    start(): Promise<void>
    stop(): Promise<void>
  }
}

declare module '@loopback/rest' {
  import { Application } from '@loopback/core'
  /** @entry route GET path=0 */
  export function get(path: string, spec?: any): any
  /** @entry route POST path=0 */
  export function post(path: string, spec?: any): any
  /** @entry route PUT path=0 */
  export function put(path: string, spec?: any): any
  /** @entry route PATCH path=0 */
  export function patch(path: string, spec?: any): any
  /** @entry route DELETE path=0 */
  export function del(path: string, spec?: any): any
  /** @entry route 0 path=1 */
  export function operation(verb: string, path: string, spec?: any): any
  /** @source body @guard validate typed */
  export function requestBody(spec?: any): any
  export namespace requestBody {
    /** @source file */
    function file(properties?: any): any
    /** @source body @guard validate typed */
    function array(itemSpec: any, properties?: any): any
  }
  export namespace param {
    namespace query {
      /** @source query flat */
      function string(name: string, spec?: any): any
      /** @source query flat */
      function number(name: string, spec?: any): any
      /** @source query flat */
      function integer(name: string, spec?: any): any
      /** @source query flat */
      function boolean(name: string, spec?: any): any
      /** @source query */
      function object(name: string, schema?: any, spec?: any): any
    }
    namespace path {
      /** @source params */
      function string(name: string, spec?: any): any
      /** @source params */
      function number(name: string, spec?: any): any
      /** @source params */
      function integer(name: string, spec?: any): any
    }
    namespace header {
      /** @source headers */
      function string(name: string, spec?: any): any
    }
    function filter(model: any, options?: any): any
    function where(model: any, scope?: any): any
  }
  /** @controller path=0.basePath */
  export function api(spec: any): ClassDecorator
  export function getModelSchemaRef(model: any, options?: any): any
  export class RestApplication extends Application {
    constructor(config?: any, parent?: any)
    basePath(path?: string): void
  }
  export const RestBindings: any
  export namespace HttpErrors {
    /** @http-error */
    class HttpError extends Error {}
    const NotFound: any
    const Unauthorized: any
    const BadRequest: any
    const Forbidden: any
    const Conflict: any
    const UnprocessableEntity: any
  }
}

declare module '@loopback/authentication' {
  /** @guard auth */
  export function authenticate(...strategies: any[]): any
  export namespace authenticate {
    /** @guard auth off */
    function skip(): any
  }
}

declare module '@loopback/repository' {
  export type Filter<T = any> = any
  export type FilterExcludingWhere<T = any> = any
  export type Where<T = any> = any
  export type DataObject<T = any> = any
  export type Options = any
  export type Getter<T> = () => Promise<T>
  export type Count = { count: number }
  export type HasManyRepositoryFactory<T, ID> = (id: ID) => HasManyRepository<T>
  export type BelongsToAccessor<T, ID> = (id: ID) => Promise<T>
  export interface HasManyRepository<T> {
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    create(data: any, options?: any): Promise<T>
    /** @query read many  @table T  @bound 0.limit  @handle 1.transaction */
    find(filter?: any, options?: any): Promise<T[]>
    /** @query delete many  @table T  @where 0  @handle 1.transaction */
    delete(where?: any, options?: any): Promise<Count>
    /** @query write many  @table T  @data 0  @where 1  @handle 2.transaction */
    patch(data: any, where?: any, options?: any): Promise<Count>
  }
  export enum IsolationLevel {
    READ_COMMITTED = 'READ COMMITTED',
    READ_UNCOMMITTED = 'READ UNCOMMITTED',
    SERIALIZABLE = 'SERIALIZABLE',
    REPEATABLE_READ = 'REPEATABLE READ',
  }
  /** @handle */
  export interface Transaction {
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    isActive(): boolean
    id: string
  }

  export class Entity {
    constructor(data?: any)
    getId(): any
    toJSON(): any
    toObject(options?: any): any
  }
  export class Model {
    constructor(data?: any)
    toJSON(): any
    toObject(options?: any): any
  }
  export class DefaultCrudRepository<T, ID = any, Relations = {}> {
    constructor(entity: any, dataSource: any)
    /** @query read many  @table T  @where 0.where  @bound 0.limit  @include 0.include  @handle 1.transaction */
    find(filter?: any, options?: any): Promise<(T & Relations)[]>
    /** @query read one  @table T  @where 0.where  @include 0.include  @handle 1.transaction */
    findOne(filter?: any, options?: any): Promise<T & Relations>
    /** @query read one  @table T  @where 0  @include 1.include  @handle 2.transaction */
    findById(id: ID, filter?: any, options?: any): Promise<T & Relations>
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    create(entity: any, options?: any): Promise<T>
    /** @query write many  @table T  @data 0  @handle 1.transaction */
    createAll(entities: any[], options?: any): Promise<T[]>
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    save(entity: T, options?: any): Promise<T>
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    update(entity: T, options?: any): Promise<void>
    /** @query delete one  @table T  @where 0  @handle 1.transaction */
    delete(entity: T, options?: any): Promise<void>
    /** @query write many  @table T  @data 0  @where 1  @handle 2.transaction  @wide */
    updateAll(data: any, where?: any, options?: any): Promise<Count>
    /** @query write one  @table T  @where 0  @data 1  @handle 2.transaction */
    updateById(id: ID, data: any, options?: any): Promise<void>
    /** @query write one  @table T  @where 0  @data 1  @handle 2.transaction */
    replaceById(id: ID, data: any, options?: any): Promise<void>
    /** @query delete many  @table T  @where 0  @handle 1.transaction  @wide */
    deleteAll(where?: any, options?: any): Promise<Count>
    /** @query delete one  @table T  @where 0  @handle 1.transaction */
    deleteById(id: ID, options?: any): Promise<void>
    /** @query aggregate  @table T  @where 0  @handle 1.transaction */
    count(where?: any, options?: any): Promise<Count>
    /** @query aggregate  @table T  @where 0  @handle 1.transaction */
    exists(id: ID, options?: any): Promise<boolean>
    /** @query raw  @sql 0  @params 1  @handle 2.transaction */
    execute(command: any, ...rest: any[]): Promise<any>
    protected createHasManyRepositoryFactoryFor(...args: any[]): any
    protected createBelongsToAccessorFor(...args: any[]): any
    protected createHasOneRepositoryFactoryFor(...args: any[]): any
    protected registerInclusionResolver(name: any, resolver: any): void
  }
  export class DefaultTransactionalRepository<T, ID = any, Relations = {}> extends DefaultCrudRepository<T, ID, Relations> {
    /** @transaction begin handle=return */
    beginTransaction(options?: any): Promise<Transaction>
  }
  export namespace juggler {
    class DataSource {
      constructor(...args: any[])
      /** @query raw  @sql 0  @params 1 */
      execute(command: string, args?: any, options?: any): Promise<any>
      /** @transaction begin handle=return */
      beginTransaction(options?: any): Promise<any>
    }
  }
  /** @entity name=0.name */
  export function model(definition?: any): ClassDecorator
  /** @column options=0 */
  export function property(definition?: any): any
  /** @relation one key target=0 options=1 */
  export function belongsTo(target: any, definition?: any, property?: any): any
  /** @relation many target=0 options=1 */
  export function hasMany(target: any, definition?: any): any
  /** @relation one target=0 options=1 */
  export function hasOne(target: any, definition?: any): any
  export function repository(...args: any[]): any
}
