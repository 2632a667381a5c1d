/*
 * Prisma Client. The models of a project are not known here: any property of a client is a delegate, and its name is
 * the table. Types of rows come out as any; names that are generated (models, enums, input types) resolve to any too.
 */

declare module '@prisma/client' {
  /**
   * What stands behind `prisma.user`.
   * @shape /(?:^|\.|_)(?:prisma\w*|db|tx)\.\w+$/i
   * @lazy
   */
  interface ModelDelegate {
    /** @query read many  @table property  @bound 0.take  @where 0.where  @include 0.include */
    findMany(args?: any): Promise<any[]>
    /** @query read one  @table property  @where 0.where  @include 0.include  @many findMany in */
    findFirst(args?: any): Promise<any>
    /** @query read one  @table property  @where 0.where  @include 0.include */
    findFirstOrThrow(args?: any): Promise<any>
    /** @query read one  @table property  @where 0.where  @include 0.include  @many findMany in */
    findUnique(args: any): Promise<any>
    /** @query read one  @table property  @where 0.where  @include 0.include */
    findUniqueOrThrow(args: any): Promise<any>
    /** @query write one  @table property  @data 0.data  @many createMany */
    create(args: any): Promise<any>
    /** @query write many  @table property  @data 0.data  @upsert 0.skipDuplicates */
    createMany(args?: any): Promise<{ count: number }>
    /** @query write many  @table property  @data 0.data  @upsert 0.skipDuplicates */
    createManyAndReturn(args?: any): Promise<any[]>
    /** @query write one  @table property  @where 0.where  @data 0.data  @relative increment decrement gte updateMany count */
    update(args: any): Promise<any>
    /** @query write many  @table property  @where 0.where  @data 0.data  @wide drops  @relative increment decrement gte updateMany count */
    updateMany(args: any): Promise<{ count: number }>
    /** @query write many  @table property  @where 0.where  @data 0.data  @wide drops */
    updateManyAndReturn(args: any): Promise<any[]>
    /** @query write one  @table property  @where 0.where  @data 0.update  @atomic  @upsert */
    upsert(args: any): Promise<any>
    /** @query delete one  @table property  @where 0.where */
    delete(args: any): Promise<any>
    /** @query delete many  @table property  @where 0.where  @wide drops */
    deleteMany(args?: any): Promise<{ count: number }>
    /** @query aggregate  @table property  @where 0.where */
    count(args?: any): Promise<any>
    /** @query aggregate  @table property  @where 0.where */
    aggregate(args: any): Promise<any>
    /** @query aggregate  @table property  @where 0.where */
    groupBy(args: any): Promise<any[]>
    /** @query read many  @table property  @bound 0.options.limit  @where 0.filter */
    findRaw(args?: any): Promise<any>
    /** @query read many  @table property */
    aggregateRaw(args?: any): Promise<any>
    fields: any
  }

  /** @criteria /(?:Where(?:Unique)?Input|Find\w*Args|CountArgs|OrderBy\w*Input|Include|Select)$/ */
  export namespace Prisma {
    /** @handle */
    export class TransactionClient extends PrismaClientBase {}
    export class Sql {
      readonly text: string
      readonly sql: string
      readonly values: any[]
    }
    /** @fragment template */
    export function sql(strings: TemplateStringsArray, ...values: any[]): Sql
    /** @fragment 0  @twin sql */
    export function raw(text: string): Sql
    /** @propagates 0 */
    export function join(values: any[], separator?: string, prefix?: string, suffix?: string): Sql
    export const empty: Sql
    export function defineExtension(extension: ((client: PrismaClient) => any) | object): any
    export function getExtensionContext<T>(client: T): T & ModelDelegate
    export type PrismaPromise<T = any> = Promise<T>
    /** @returns 0 */
    export function validator(...args: any[]): any
    export class PrismaClientKnownRequestError extends Error {
      code: string
      meta?: any
    }
    export class PrismaClientUnknownRequestError extends Error {}
    export class PrismaClientValidationError extends Error {}
    export class PrismaClientInitializationError extends Error {}
    export class PrismaClientRustPanicError extends Error {}
    export class Decimal {
      constructor(value: any)
      toNumber(): number
      toString(): string
      [member: string]: any
    }
    export const TransactionIsolationLevel: any
    export const JsonNull: any
    export const DbNull: any
    export const AnyNull: any
    export const SortOrder: any
    export const QueryMode: any
    export const ModelName: any
  }

  /** What a client and the handle of a transaction share. @lazy */
  class PrismaClientBase {
    /** @query raw  @sql template */
    $queryRaw<T = any>(query: TemplateStringsArray | Prisma.Sql, ...values: any[]): Promise<T>
    /** @query raw  @sql template */
    $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: any[]): Promise<number>
    /** @query raw  @sql 0  @params 1+  @placeholder $  @twin $queryRaw */
    $queryRawUnsafe<T = any>(query: string, ...values: any[]): Promise<T>
    /** @query raw  @sql 0  @params 1+  @placeholder $  @twin $executeRaw */
    $executeRawUnsafe(query: string, ...values: any[]): Promise<number>
    /** @query raw */
    $queryRawTyped<T = any>(query: any): Promise<T[]>
    /** @query raw */
    $runCommandRaw(command: any): Promise<any>
    [model: string]: ModelDelegate
  }

  /** @connection */
  export class PrismaClient<Options = any, Log = any, Extensions = any> extends PrismaClientBase {
    constructor(options?: any)
    $connect(): Promise<void>
    $disconnect(): Promise<void>
    $on(event: any, listener: (event: any) => any): this
    $use(middleware: (params: any, next: (params: any) => Promise<any>) => Promise<any>): void
    /** @returns this */
    $extends(extension: any): this
    /** @transaction array 0 */
    $transaction<T>(operations: readonly Promise<T>[], options?: any): Promise<T[]>
    /** @transaction 0 @timeout 1.timeout */
    $transaction<R>(run: (tx: Prisma.TransactionClient) => Promise<R>, options?: any): Promise<R>
  }
}

declare module '@prisma/client/extension' {
  export * from '@prisma/client'
}

declare module '@prisma/client/runtime/library' {
  export class Decimal {
    constructor(value: any)
    toNumber(): number
    toString(): string
    [member: string]: any
  }
  export class PrismaClientKnownRequestError extends Error {
    code: string
    meta?: any
  }
  export type DefaultArgs = any
}

declare module '@prisma/client/runtime/client' {
  export * from '@prisma/client/runtime/library'
}

declare module '@prisma/client/edge' {
  export * from '@prisma/client'
}
