/* mysql2: callbacks, and promises under `mysql2/promise`. */

declare module 'mysql2' {
  import EventEmitter = require('events')
  import { Readable } from 'stream'
  import * as promises from 'mysql2/promise'

  export interface RowDataPacket {
    [column: string]: any
  }
  export interface OkPacket {
    affectedRows: number
    insertId: number
    changedRows: number
    warningCount: number
  }
  export interface ResultSetHeader {
    affectedRows: number
    insertId: number
    changedRows: number
    warningStatus: number
  }
  export interface ProcedureCallPacket<T = any> {}
  export interface FieldPacket {
    name: string
    table: string
  }
  export interface QueryError extends Error {
    code: string
    errno?: number
    sqlState?: string
    fatal: boolean
  }
  export interface QueryOptions {
    sql: string
    values?: any
    rowsAsArray?: boolean
    namedPlaceholders?: boolean
    nestTables?: any
    timeout?: number
  }
  export interface ConnectionOptions {
    [option: string]: any
  }
  export interface PoolOptions extends ConnectionOptions {
    connectionLimit?: number
  }
  export interface Query extends EventEmitter {
    sql: string
    /** @stream */
    stream(options?: any): Readable
  }
  export interface PrepareStatementInfo {
    close(): void
    /** @query unknown @params 0 */
    execute(parameters: any, callback?: (err: QueryError, rows: any, fields: FieldPacket[]) => any): Query
  }
  interface Querying extends EventEmitter {
    /** @query raw @sql 0.sql|0 @params 0.values|1 @placeholder ? */
    query<T = any>(
      sql: string | QueryOptions,
      values?: any,
      callback?: (err: QueryError, result: T, fields: FieldPacket[]) => any,
    ): Query
    /** @query raw @sql 0.sql|0 @params 0.values|1 @placeholder ? */
    execute<T = any>(
      sql: string | QueryOptions,
      values?: any,
      callback?: (err: QueryError, result: T, fields: FieldPacket[]) => any,
    ): Query
  }
  /** @connection */
  export interface Connection extends Querying {
    config: ConnectionOptions
    threadId: number
    /** @transaction begin handle=this */
    beginTransaction(callback: (err: QueryError) => void): void
    /** @transaction commit */
    commit(callback?: (err: QueryError) => void): void
    /** @transaction rollback */
    rollback(callback: (err: QueryError) => void): void
    connect(callback?: (err: QueryError) => void): void
    changeUser(options: ConnectionOptions, callback?: (err: QueryError) => void): void
    end(options?: any, callback?: (err: QueryError) => void): void
    destroy(): void
    pause(): void
    resume(): void
    /** @escapes sql @propagates 0 */
    escape(value: any): string
    /** @escapes sql @propagates 0 */
    escapeId(value: any): string
    /** @fragment 0 @params 1 @placeholder ? @propagates 0 */
    format(sql: string, values?: any): string
    /** @fragment 0 @placeholder ? */
    prepare(sql: string, callback?: (err: QueryError, statement: PrepareStatementInfo) => any): any
    unprepare(sql: string): any
    ping(callback?: (err: QueryError) => any): void
    /** @returns this */
    promise(implementation?: any): promises.Connection
  }
  export class Connection {}
  /** @handle */
  export interface PoolConnection extends Connection {
    /** @connection release */
    release(): void
    /** @returns this */
    promise(implementation?: any): promises.PoolConnection
  }
  export class PoolConnection {}
  /** @connection */
  export interface Pool extends Querying {
    config: PoolOptions
    /** @connection acquire */
    getConnection(callback: (err: NodeJS.ErrnoException, connection: PoolConnection) => any): void
    /** @connection release 0 */
    releaseConnection(connection: any): void
    end(callback?: (err: NodeJS.ErrnoException) => any): void
    /** @escapes sql @propagates 0 */
    escape(value: any): string
    /** @escapes sql @propagates 0 */
    escapeId(value: any): string
    /** @fragment 0 @params 1 @placeholder ? @propagates 0 */
    format(sql: string, values?: any): string
    /** @returns this */
    promise(implementation?: any): promises.Pool
  }
  export interface PoolCluster extends EventEmitter {
    add(group: any, config?: any): void
    of(pattern: string, selector?: string): any
    /** @connection acquire */
    getConnection(group: any, selector?: any, callback?: (err: NodeJS.ErrnoException, connection: PoolConnection) => void): void
    end(): void
  }
  export function createConnection(config: string | ConnectionOptions): Connection
  export function createPool(config: string | PoolOptions): Pool
  export function createPoolCluster(config?: any): PoolCluster
  /** @escapes sql @propagates 0 */
  export function escape(value: any, stringifyObjects?: boolean, timezone?: any): string
  /** @escapes sql @propagates 0 */
  export function escapeId(value: any, forbidQualified?: boolean): string
  /** @fragment 0 @params 1 @placeholder ? @propagates 0 */
  export function format(sql: string, values?: any, stringifyObjects?: boolean, timezone?: any): string
  /** @fragment 0 @propagates 0 */
  export function raw(sql: string): any
}

declare module 'mysql2/promise' {
  import EventEmitter = require('events')
  import {
    ConnectionOptions,
    FieldPacket,
    OkPacket,
    PoolOptions,
    ProcedureCallPacket,
    QueryError,
    QueryOptions,
    ResultSetHeader,
    RowDataPacket,
    escape,
    escapeId,
    format,
    raw,
  } from 'mysql2'
  export {
    ConnectionOptions,
    FieldPacket,
    OkPacket,
    PoolOptions,
    ProcedureCallPacket,
    QueryError,
    QueryOptions,
    ResultSetHeader,
    RowDataPacket,
    escape,
    escapeId,
    format,
    raw,
  }
  export interface PreparedStatementInfo {
    close(): Promise<void>
    /** @query unknown @params 0 */
    execute(parameters: any): Promise<[any, FieldPacket[]]>
  }
  /** @connection */
  export class Connection extends EventEmitter {
    config: ConnectionOptions
    threadId: number
    /** @calls 1 deferred @drops 1 emits=error,drain,connect,end,enqueue @returns this */
    addListener(event: string, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 emits=error,drain,connect,end,enqueue @returns this */
    on(event: string, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 emits=error,drain,connect,end,enqueue @returns this */
    once(event: string, listener: (...args: any[]) => void): this
    /** @query raw @sql 0.sql|0 @params 0.values|1 @placeholder ? */
    query<T = any>(sql: string | QueryOptions, values?: any): Promise<[T, FieldPacket[]]>
    /** @query raw @sql 0.sql|0 @params 0.values|1 @placeholder ? */
    execute<T = any>(sql: string | QueryOptions, values?: any): Promise<[T, FieldPacket[]]>
    connect(): Promise<void>
    ping(): Promise<void>
    /** @transaction begin handle=this */
    beginTransaction(): Promise<void>
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    changeUser(options: ConnectionOptions): Promise<void>
    /** @fragment 0.sql|0 @placeholder ? */
    prepare(sql: string | QueryOptions): Promise<PreparedStatementInfo>
    unprepare(sql: string | QueryOptions): void
    end(options?: any): Promise<void>
    destroy(): void
    /** @escapes sql @propagates 0 */
    escape(value: any): string
    /** @escapes sql @propagates 0 */
    escapeId(value: any): string
    /** @fragment 0 @params 1 @placeholder ? @propagates 0 */
    format(sql: string, values?: any): string
  }
  /** @handle */
  export class PoolConnection extends Connection {
    /** @connection release */
    release(): void
    connection: Connection
  }
  /** @connection */
  export interface Pool extends Connection {
    /** @calls 1 deferred @drops 1 emits=acquire,connection,enqueue,release @returns this */
    addListener(event: string, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 emits=acquire,connection,enqueue,release @returns this */
    on(event: string, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 emits=acquire,connection,enqueue,release @returns this */
    once(event: string, listener: (...args: any[]) => void): this
    /** @connection acquire */
    getConnection(): Promise<PoolConnection>
    /** @connection release 0 */
    releaseConnection(connection: PoolConnection): void
    end(): Promise<void>
    pool: any
  }
  export interface PoolCluster extends EventEmitter {
    add(group: any, config?: any): void
    /** @connection acquire */
    getConnection(group?: string, selector?: string): Promise<PoolConnection>
    of(pattern: string, selector?: string): any
    end(): Promise<void>
  }
  export function createConnection(config: string | ConnectionOptions): Promise<Connection>
  export function createPool(config: string | PoolOptions): Pool
  export function createPoolCluster(config?: any): PoolCluster
}
