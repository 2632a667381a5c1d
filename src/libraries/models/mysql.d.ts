/* mysql: the callback driver. */

declare module 'mysql' {
  import EventEmitter = require('events')
  import { Readable } from 'stream'

  export interface MysqlError extends Error {
    code: string
    errno: number
    sqlMessage?: string
    fatal: boolean
  }
  export interface FieldInfo {
    name: string
    table: string
  }
  export interface OkPacket {
    affectedRows: number
    changedRows: number
    insertId: number
  }
  export interface QueryOptions {
    sql: string
    values?: any
    timeout?: number
    nestTables?: any
    typeCast?: any
  }
  export interface ConnectionConfig {
    [option: string]: any
  }
  export interface PoolConfig extends ConnectionConfig {
    connectionLimit?: number
  }
  export type queryCallback = (err: MysqlError, results?: any, fields?: FieldInfo[]) => void
  export interface Query extends EventEmitter {
    sql: string
    values?: any
    /** @stream */
    stream(options?: any): Readable
  }
  export interface QueryFunction {
    /** @query raw @sql 0.sql|0 @params 0.values|1 @placeholder ? */
    (query: string | QueryOptions | Query, values?: any, callback?: queryCallback): Query
  }
  export interface EscapeFunctions {
    /** @escapes sql @propagates 0 */
    escape(value: any, stringifyObjects?: boolean, timeZone?: string): string
    /** @escapes sql @propagates 0 */
    escapeId(value: string, forbidQualified?: boolean): string
    /** @fragment 0 @params 1 @placeholder ? @propagates 0 */
    format(sql: string, values?: any, stringifyObjects?: boolean, timeZone?: string): string
  }
  /** @connection */
  export interface Connection extends EscapeFunctions, EventEmitter {
    config: ConnectionConfig
    state: string
    threadId: number
    connect(options?: any, callback?: (err: MysqlError, ...args: any[]) => void): void
    changeUser(options: any, callback?: (err: MysqlError) => void): void
    /** @transaction begin handle=this */
    beginTransaction(options?: any, callback?: (err: MysqlError) => void): void
    /** @transaction commit */
    commit(options?: any, callback?: (err: MysqlError) => void): void
    /** @transaction rollback */
    rollback(options?: any, callback?: (err: MysqlError) => void): void
    query: QueryFunction
    createQuery: QueryFunction
    ping(options?: any, callback?: (err: MysqlError) => void): void
    end(options?: any, callback?: (err: MysqlError, ...args: any[]) => void): void
    destroy(): void
  }
  /** @handle */
  export interface PoolConnection extends Connection {
    /** @connection release */
    release(): void
  }
  /** @connection */
  export interface Pool extends EscapeFunctions, EventEmitter {
    config: PoolConfig
    /** @connection acquire */
    getConnection(callback: (err: MysqlError, connection: PoolConnection) => void): void
    acquireConnection(connection: PoolConnection, callback: (err: MysqlError, connection: PoolConnection) => void): void
    /** @connection release 0 */
    releaseConnection(connection: PoolConnection): void
    end(callback?: (err: MysqlError) => void): void
    query: QueryFunction
  }
  export interface PoolCluster extends EventEmitter {
    add(id: any, config?: any): void
    of(pattern: string, selector?: string): Pool
    /** @connection acquire */
    getConnection(pattern: any, selector?: any, callback?: (err: MysqlError, connection: PoolConnection) => void): void
    end(callback?: (err: MysqlError) => void): void
  }
  export function createConnection(config: string | ConnectionConfig): Connection
  export function createPool(config: string | PoolConfig): Pool
  export function createPoolCluster(config?: any): PoolCluster
  /** @escapes sql @propagates 0 */
  export function escape(value: any, stringifyObjects?: boolean, timeZone?: string): string
  /** @escapes sql @propagates 0 */
  export function escapeId(value: any, forbidQualified?: boolean): string
  /** @fragment 0 @params 1 @placeholder ? @propagates 0 */
  export function format(sql: string, values?: any, stringifyObjects?: boolean, timeZone?: string): string
  /** @fragment 0 @propagates 0 */
  export function raw(sql: string): { toSqlString(): string }
}
