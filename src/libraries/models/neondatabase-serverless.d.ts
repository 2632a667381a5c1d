/* Neon's driver for serverless functions: a tagged template over HTTP, and the pools and clients of node-postgres; and that of Vercel on top of it. */

declare module '@neondatabase/serverless' {
  import { Client as PgClient, ClientBase as PgClientBase, Pool as PgPool, PoolClient as PgPoolClient } from 'pg'
  export { DatabaseError, FieldDef, Query, QueryArrayConfig, QueryArrayResult, QueryConfig, QueryResult, QueryResultBase, QueryResultRow, types } from 'pg'

  export interface ClientConfig {
    [option: string]: any
  }
  export interface PoolConfig extends ClientConfig {}
  /** @connection */
  export class Pool extends PgPool {}
  /** @connection */
  export class Client extends PgClient {}
  export interface ClientBase extends PgClientBase {}
  /** @handle */
  export interface PoolClient extends PgPoolClient {}
  export class NeonDbError extends Error {
    code: string | undefined
    constraint: string | undefined
    detail: string | undefined
  }
  /** @builder lazy */
  export interface NeonQueryPromise<ArrayMode = any, FullResults = any, T = any> extends Promise<T> {}
  /** @connection */
  export interface NeonQueryFunction<ArrayMode = any, FullResults = any> {
    /** @query raw @sql template @placeholder $ */
    (strings: TemplateStringsArray, ...params: any[]): NeonQueryPromise<any, any, any[]>
    /** @query raw @sql 0 @params 1 @placeholder $ @twin this */
    query(text: string, params?: any[], options?: any): NeonQueryPromise<any, any, any[]>
    /** @fragment 0 @propagates 0 */
    unsafe(text: string): any
    /** @transaction array 0 */
    transaction(queries: NeonQueryPromise[] | ((sql: NeonQueryFunctionInTransaction) => any[]), options?: any): Promise<any[]>
  }
  /** @handle */
  export interface NeonQueryFunctionInTransaction<ArrayMode = any, FullResults = any> {
    /** @query raw @sql template @placeholder $ */
    (strings: TemplateStringsArray, ...params: any[]): NeonQueryPromise<any, any, any[]>
    /** @query raw @sql 0 @params 1 @placeholder $ @twin this */
    query(text: string, params?: any[]): NeonQueryPromise<any, any, any[]>
    /** @fragment 0 @propagates 0 */
    unsafe(text: string): any
  }
  export function neon<ArrayMode = any, FullResults = any>(connection: any, options?: any): NeonQueryFunction<ArrayMode, FullResults>
  export const neonConfig: any
}

declare module '@vercel/postgres' {
  import { Client, Pool, PoolClient, QueryResult } from '@neondatabase/serverless'
  export { Client, FieldDef, Pool, Query, QueryArrayConfig, QueryArrayResult, QueryConfig, QueryResult, QueryResultBase, QueryResultRow, types } from '@neondatabase/serverless'

  /** @connection */
  export class VercelClient extends Client {
    /** @query raw @sql template @placeholder $ */
    sql<O = any>(strings: TemplateStringsArray, ...values: any[]): Promise<QueryResult<O>>
  }
  /** @handle */
  export interface VercelPoolClient extends PoolClient {
    /** @query raw @sql template @placeholder $ */
    sql<O = any>(strings: TemplateStringsArray, ...values: any[]): Promise<QueryResult<O>>
  }
  /** @connection */
  export class VercelPool extends Pool {
    /** @query raw @sql template @placeholder $ */
    sql<O = any>(strings: TemplateStringsArray, ...values: any[]): Promise<QueryResult<O>>
    /** @connection acquire */
    connect(callback?: (err: Error, client: VercelPoolClient, done: (release?: any) => void) => void): Promise<VercelPoolClient>
  }
  export const sql: VercelPool & {
    /** @query raw @sql template @placeholder $ */
    <O = any>(strings: TemplateStringsArray, ...values: any[]): Promise<QueryResult<O>>
  }
  export const db: VercelPool & {
    /** @query raw @sql template @placeholder $ */
    <O = any>(strings: TemplateStringsArray, ...values: any[]): Promise<QueryResult<O>>
  }
  export function createPool(config?: any): VercelPool
  export function createClient(config?: any): VercelClient
  export function postgresConnectionString(type?: any): string | undefined
}
