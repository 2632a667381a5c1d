/* libSQL (Turso): SQLite over HTTP or in a file. */

declare module '@libsql/client' {
  export interface Config {
    [option: string]: any
  }
  export interface Row {
    [column: string]: any
  }
  export interface ResultSet {
    columns: string[]
    columnTypes: string[]
    rows: Row[]
    rowsAffected: number
    lastInsertRowid: bigint | undefined
    toJSON(): any
  }
  export type InStatement = { sql: string; args?: any } | string
  export type InArgs = any
  export type InValue = any
  export type Value = any
  export type TransactionMode = 'write' | 'read' | 'deferred'
  export class LibsqlError extends Error {
    code: string
    rawCode?: number
  }
  /** @connection */
  export interface Client {
    closed: boolean
    protocol: string
    /** @query raw @sql 0.sql|0 @params 0.args|1 @placeholder ? */
    execute(statement: InStatement, args?: InArgs): Promise<ResultSet>
    /** @query write many @transaction array 0 */
    batch(statements: any[], mode?: TransactionMode): Promise<ResultSet[]>
    /** @query ddl */
    migrate(statements: InStatement[]): Promise<ResultSet[]>
    /** @transaction begin handle=return @timeout default */
    transaction(mode?: TransactionMode): Promise<Transaction>
    /** @query raw @sql 0 */
    executeMultiple(sql: string): Promise<void>
    sync(): Promise<any>
    close(): void
    reconnect(): void
  }
  /** @handle */
  export interface Transaction {
    closed: boolean
    /** @query raw @sql 0.sql|0 @params 0.args @placeholder ? */
    execute(statement: InStatement): Promise<ResultSet>
    /** @query write many */
    batch(statements: InStatement[]): Promise<ResultSet[]>
    /** @query raw @sql 0 */
    executeMultiple(sql: string): Promise<void>
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    /** @transaction rollback */
    close(): void
  }
  export function createClient(config: Config): Client
}
declare module '@libsql/client/web' {
  export * from '@libsql/client'
}
declare module '@libsql/client/http' {
  export * from '@libsql/client'
}
