/* MariaDB's connector: promises. */

declare module 'mariadb' {
  import EventEmitter = require('events')
  import { Readable } from 'stream'

  export interface ConnectionConfig {
    [option: string]: any
  }
  export interface PoolConfig extends ConnectionConfig {
    connectionLimit?: number
  }
  export interface QueryOptions {
    sql: string
    namedPlaceholders?: boolean
    [option: string]: any
  }
  export interface UpsertResult {
    affectedRows: number
    insertId: any
    warningStatus: number
  }
  export class SqlError extends Error {
    code: string | null
    errno: number
    sqlState: string | null
  }
  export interface Prepare<V = any> {
    id: number
    /** @query unknown @params 0 */
    execute<T = any>(values?: V): Promise<T>
    /** @query read many @params 0 @stream */
    executeStream(values?: V): Readable
    close(): void
  }
  interface Querying {
    /** @query raw @sql 0.sql|0 @params 1 @placeholder ? */
    query<T = any, V = any>(sql: string | QueryOptions, values?: V): Promise<T>
    /** @query raw @sql 0.sql|0 @params 1 @placeholder ? */
    execute<T = any, V = any>(sql: string | QueryOptions, values?: V): Promise<T>
    /** @query raw @sql 0.sql|0 @params 1 @placeholder ? */
    batch<T = any, V = any>(sql: string | QueryOptions, values?: V): Promise<T>
    /** @escapes sql @propagates 0 */
    escape(value: any): string
    /** @escapes sql @propagates 0 */
    escapeId(identifier: string): string
    end(): Promise<void>
  }
  /** @connection */
  export interface Connection extends EventEmitter, Querying {
    info: any
    readonly threadId: number | null
    /** @query raw @sql 0.sql|0 @params 1 @placeholder ? @stream */
    queryStream<V = any>(sql: string | QueryOptions, values?: V): Readable
    /** @fragment 0.sql|0 @placeholder ? */
    prepare<V = any>(sql: string | QueryOptions): Promise<Prepare<V>>
    /** @transaction begin handle=this */
    beginTransaction(): Promise<void>
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    ping(): Promise<void>
    reset(): Promise<void>
    isValid(): boolean
    changeUser(options?: any): Promise<void>
    close(): Promise<void>
    destroy(): void
  }
  /** @handle */
  export interface PoolConnection extends Connection {
    /** @connection release */
    release(): Promise<void>
    /** @connection release */
    end(): Promise<void>
  }
  /** @connection */
  export interface Pool extends Querying {
    /** @connection acquire */
    getConnection(): Promise<PoolConnection>
    activeConnections(): number
    totalConnections(): number
    idleConnections(): number
    taskQueueSize(): number
    on(event: any, listener: (connection: Connection) => void): Pool
  }
  export interface FilteredPoolCluster {
    /** @connection acquire */
    getConnection(): Promise<PoolConnection>
    /** @query raw @sql 0.sql|0 @params 1 @placeholder ? */
    query<T = any, V = any>(sql: string | QueryOptions, values?: V): Promise<T>
    /** @query raw @sql 0.sql|0 @params 1 @placeholder ? */
    execute<T = any, V = any>(sql: string | QueryOptions, values?: V): Promise<T>
  }
  export interface PoolCluster {
    add(id: string, config: PoolConfig): void
    of(pattern: any, selector?: string): FilteredPoolCluster
    /** @connection acquire */
    getConnection(pattern?: string, selector?: string): Promise<PoolConnection>
    end(): Promise<void>
  }
  export const version: string
  export function createConnection(config: string | ConnectionConfig): Promise<Connection>
  export function createPool(config: PoolConfig | string): Pool
  export function createPoolCluster(config?: any): PoolCluster
  const mariadb: {
    createConnection: typeof createConnection
    createPool: typeof createPool
    createPoolCluster: typeof createPoolCluster
  }
  export default mariadb
}
