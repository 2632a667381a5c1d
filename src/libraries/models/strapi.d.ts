/* Strapi: controllers and services made by factories, documents, and the tables beneath them. */

declare module '@strapi/database' {
  interface Repository {
    /** @query read one  @table this  @where 0.where */
    findOne(params?: any): Promise<any>
    /** @query read many  @table this  @where 0.where|0.filters  @bound 0.limit|0.pageSize  @include 0.populate */
    findMany(params?: any): Promise<any[]>
    /** @query read many  @table this  @where 0.where|0.filters  @bound 0.limit|0.pageSize */
    findWithCount(params?: any): Promise<[any[], number]>
    /** @query read many  @table this  @where 0.where|0.filters  @bound 0.pageSize|0 */
    findPage(params: any): Promise<any>
    /** @query write one  @table this  @data 0.data */
    create(params: any): Promise<any>
    /** @query write many  @table this  @data 0.data */
    createMany(params: any): Promise<any>
    /** @query write one  @table this  @where 0.where  @data 0.data */
    update(params: any): Promise<any>
    /** @query write many  @table this  @where 0.where  @data 0.data  @wide */
    updateMany(params: any): Promise<any>
    /** @query delete one  @table this  @where 0.where */
    delete(params: any): Promise<any>
    /** @query delete many  @table this  @where 0.where  @wide */
    deleteMany(params?: any): Promise<any>
    /** @query aggregate  @table this  @where 0.where */
    count(params?: any): Promise<number>
    /** @query read many  @where 0 */
    load(entity: any, field: any, populate?: any): Promise<any>
  }
  /** @connection */
  export class Database {
    connection: import('knex').Knex
    /** @table 0 */
    query(uid: string): Repository
    /** @transaction 0 implicit */
    transaction<T>(run: (transaction: any) => Promise<T>): Promise<T>
    queryBuilder(uid: string): any
  }
}

declare module '@strapi/types' {
  namespace Modules {
    namespace Documents {
      interface ServiceInstance<UID = any> {
        /** @query read many  @table this  @where 0.filters  @bound 0.limit|0.pagination  @include 0.populate */
        findMany(params?: any): Promise<any[]>
        /** @query read one  @table this  @where 0.filters */
        findFirst(params?: any): Promise<any>
        /** @query read one  @table this  @where 0.documentId|0 */
        findOne(params: any): Promise<any>
        /** @query write one  @table this  @data 0.data */
        create(params: any): Promise<any>
        /** @query write one  @table this  @where 0.documentId|0  @data 0.data */
        update(params: any): Promise<any>
        /** @query delete one  @table this  @where 0.documentId|0 */
        delete(params: any): Promise<any>
        /** @query aggregate  @table this  @where 0.filters */
        count(params?: any): Promise<number>
      }
    }
    namespace EntityService {
      interface EntityService {
        /** @query read many  @table 0  @where 1.filters  @bound 1.limit|1.pagination  @include 1.populate */
        findMany(uid: string, params?: any): Promise<any[]>
        /** @query read many  @table 0  @where 1.filters  @bound 1 */
        findPage(uid: string, params?: any): Promise<any>
        /** @query read one  @table 0  @where 1  @include 2.populate */
        findOne(uid: string, id: any, params?: any): Promise<any>
        /** @query write one  @table 0  @data 1.data */
        create(uid: string, params: any): Promise<any>
        /** @query write one  @table 0  @where 1  @data 2.data */
        update(uid: string, id: any, params: any): Promise<any>
        /** @query delete one  @table 0  @where 1 */
        delete(uid: string, id: any, params?: any): Promise<any>
        /** @query aggregate  @table 0  @where 1.filters */
        count(uid: string, params?: any): Promise<number>
      }
    }
  }
  namespace Core {
    interface Strapi {
      db: import('@strapi/database').Database
      entityService: Modules.EntityService.EntityService
      /** @table 0 */
      documents(uid: string): Modules.Documents.ServiceInstance
      /** @named 0 createCoreService 0 1 */
      service(uid: string): any
      controller(uid: string): any
      plugin(name: string): any
      config: any
      log: import('winston').Logger
      [member: string]: any
    }
  }
}

declare module '@strapi/strapi' {
  export * from '@strapi/types'
  import { Core } from '@strapi/types'
  type Handlers = { [action: string]: (ctx: import('koa').Context, next: any) => any }
  type Functions = { [name: string]: (...args: any[]) => any }
  export namespace factories {
    /** @resource path=0 controller=1 actions=* */
    function createCoreController(uid: string, extend?: Handlers | ((options: { strapi: Core.Strapi }) => Handlers)): any
    function createCoreService(uid: string, extend?: Functions | ((options: { strapi: Core.Strapi }) => Functions)): any
    function createCoreRouter(uid: string, config?: any): any
  }
  global {
    var strapi: Core.Strapi
  }
}
