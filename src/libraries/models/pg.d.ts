/* node-postgres: pools, clients, cursors, streams, and text formatting. */

declare module 'pg' {
  import EventEmitter = require('events')
  import { Readable, Writable } from 'stream'

  export interface ClientConfig {
    connectionString?: string
    user?: string
    password?: any
    [option: string]: any
  }
  export interface PoolConfig extends ClientConfig {
    max?: number
    min?: number
  }
  export interface QueryConfig<I = any> {
    name?: string
    text: string
    values?: any
  }
  export interface QueryArrayConfig<I = any> extends QueryConfig<I> {
    rowMode: 'array'
  }
  export interface Submittable {
    submit: (connection: any) => void
  }
  export interface FieldDef {
    name: string
    dataTypeID: number
  }
  export interface QueryResultRow {
    [column: string]: any
  }
  export interface QueryResultBase {
    command: string
    rowCount: number
    oid: number
    fields: FieldDef[]
  }
  export interface QueryResult<R = any> extends QueryResultBase {
    rows: R[]
  }
  export interface QueryArrayResult<R = any> extends QueryResultBase {
    rows: R[]
  }
  export interface Notification {
    processId: number
    channel: string
    payload?: string
  }
  export class DatabaseError extends Error {
    code: string
    constraint: string
    detail: string
    table: string
    column: string
    schema: string
  }

  /** @connection */
  export class Pool extends EventEmitter {
    constructor(config?: PoolConfig)
    readonly totalCount: number
    readonly idleCount: number
    readonly waitingCount: number
    readonly ended: boolean
    options: PoolConfig
    /** @connection acquire */
    connect(callback?: (err: Error, client: PoolClient, done: (release?: any) => void) => void): Promise<PoolClient>
    end(callback?: () => void): Promise<void>
    /** @query read many @stream */
    query<T extends Submittable>(query: T): T
    /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
    query<R = any, I = any>(
      query: string | QueryConfig<I>,
      values?: any[] | ((err: Error, result: QueryResult<R>) => void),
      callback?: (err: Error, result: QueryResult<R>) => void,
    ): Promise<QueryResult<R>>
  }

  export class ClientBase extends EventEmitter {
    constructor(config?: string | ClientConfig)
    connect(callback?: (err: Error) => void): Promise<any>
    /** @query read many @stream */
    query<T extends Submittable>(query: T): T
    /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
    query<R = any, I = any>(
      query: string | QueryConfig<I>,
      values?: any[] | ((err: Error, result: QueryResult<R>) => void),
      callback?: (err: Error, result: QueryResult<R>) => void,
    ): Promise<QueryResult<R>>
    /** @query raw @sql 0 */
    copyFrom(query: string): Writable
    /** @query raw @sql 0 @stream */
    copyTo(query: string): Readable
    /** @escapes sql @propagates 0 */
    escapeIdentifier(text: string): string
    /** @escapes sql @propagates 0 */
    escapeLiteral(text: string): string
  }
  /** @connection */
  export class Client extends ClientBase {
    user?: string
    database?: string
    port: number
    host: string
    end(callback?: (err: Error) => void): Promise<void>
  }
  /** @handle */
  export interface PoolClient extends Client {
    /** @connection release */
    release(err?: Error | boolean): void
  }
  export class Query extends EventEmitter implements Submittable {
    /** @fragment 0.text|0 @params 0.values|1 @placeholder $ */
    constructor(query?: string | QueryConfig, values?: any, callback?: (error: Error, result: any) => void)
    submit: (connection: any) => void
  }
  /** @escapes sql @propagates 0 */
  export function escapeIdentifier(text: string): string
  /** @escapes sql @propagates 0 */
  export function escapeLiteral(text: string): string
  export const types: {
    setTypeParser(oid: number, parse: (value: string) => any): void
    getTypeParser(oid: number, format?: any): any
    builtins: any
  }
  export const defaults: ClientConfig
  export const native: any
}

declare module 'pg-cursor' {
  import EventEmitter = require('events')
  class Cursor<Row = any> extends EventEmitter {
    /** @fragment 0 @params 1 @placeholder $ */
    constructor(text: string, values?: any[], config?: any)
    /** @stream */
    read(rows: number, callback?: (err: Error, rows: Row[], result: any) => void): Promise<Row[]>
    close(callback?: (err: Error) => void): Promise<void>
    submit: (connection: any) => void
  }
  export = Cursor
}

declare module 'pg-query-stream' {
  import { Readable } from 'stream'
  class QueryStream extends Readable {
    /** @fragment 0 @params 1 @placeholder $ */
    constructor(text: string, values?: any[], config?: any)
    submit: (connection: any) => void
  }
  export = QueryStream
}

declare module 'pg-format' {
  /** Placeholders `%I` and `%L` are escaped; `%s` is not. @escapes sql @propagates 0 1+ */
  function format(template: string, ...values: any[]): string
  namespace format {
    /** @escapes sql @propagates 0 1+ */
    function withArray(template: string, values: any[]): string
    /** @escapes sql @propagates 0 */
    function ident(value: any): string
    /** @escapes sql @propagates 0 */
    function literal(value: any): string
    /** @coerces string @propagates 0 */
    function string(value: any): string
    function config(options: any): void
  }
  export = format
}

declare module 'sqlstring' {
  /** @escapes sql @propagates 0 */
  export function escape(value: any, stringifyObjects?: boolean, timezone?: string): string
  /** @escapes sql @propagates 0 */
  export function escapeId(value: any, forbidQualified?: boolean): string
  /** @fragment 0 @params 1 @placeholder ? @propagates 0 */
  export function format(sql: string, values?: any, stringifyObjects?: boolean, timezone?: string): string
  /** @fragment 0 @propagates 0 */
  export function raw(sql: string): { toSqlString(): string }
}

declare module 'sql-template-strings' {
  export class SQLStatement {
    readonly sql: string
    readonly text: string
    readonly query: string
    readonly values: any[]
    /** @fragment 0 @returns this @propagates this 0 */
    append(statement: SQLStatement | string | number): this
    setName(name: string): this
    useBind(value?: boolean): this
  }
  /** @fragment template */
  export function SQL(strings: TemplateStringsArray, ...values: any[]): SQLStatement
  export default SQL
}

declare module 'sql-template-tag' {
  export type Value = unknown
  export type RawValue = Value | Sql
  export class Sql {
    readonly values: Value[]
    readonly strings: string[]
    readonly sql: string
    readonly text: string
    readonly statement: string
    inspect(): any
  }
  /** @propagates 0 1 */
  export function join(values: readonly RawValue[], separator?: string, prefix?: string, suffix?: string): Sql
  /** @propagates 0 */
  export function bulk(data: ReadonlyArray<ReadonlyArray<RawValue>>, separator?: string, prefix?: string, suffix?: string): Sql
  /** @fragment 0 @propagates 0 */
  export function raw(value: string): Sql
  export const empty: Sql
  /** @fragment template */
  export default function sql(strings: readonly string[], ...values: readonly RawValue[]): Sql
}
