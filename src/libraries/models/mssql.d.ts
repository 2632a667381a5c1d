/* mssql: requests with named inputs; a transaction is what the request is made for. */

declare module 'mssql' {
  import EventEmitter = require('events')
  import { Readable } from 'stream'

  export interface ISqlType {
    type: any
  }
  type SqlType = ISqlType | ((...options: any[]) => ISqlType)
  export interface IRecordSet<T> extends Array<T> {
    columns: any
  }
  export interface IResult<T = any> {
    recordsets: any
    recordset: IRecordSet<T>
    rowsAffected: number[]
    output: { [name: string]: any }
  }
  export interface IProcedureResult<T = any> extends IResult<T> {
    returnValue: any
  }
  export interface IBulkResult {
    rowsAffected: number
  }
  export interface config {
    server: string
    user?: string
    password?: string
    database?: string
    [option: string]: any
  }

  /** @connection */
  export class ConnectionPool extends EventEmitter {
    constructor(configOrConnectionString: config | string, callback?: (err?: any) => void)
    readonly connected: boolean
    readonly connecting: boolean
    readonly healthy: boolean
    connect(callback?: (err: any) => void): Promise<ConnectionPool>
    close(callback?: (err: any) => void): Promise<void>
    request(): Request
    transaction(): Transaction
    /** Interpolations are bound. @query raw @sql template @placeholder @ */
    query<T = any>(strings: TemplateStringsArray, ...interpolations: any[]): Promise<IResult<T>>
    /** @query raw @sql 0 @placeholder @ */
    query<T = any>(command: string, callback?: (err: Error, result: IResult<T>) => void): Promise<IResult<T>>
    /** Interpolations are bound. @query raw @sql template @placeholder @ */
    batch<T = any>(strings: TemplateStringsArray, ...interpolations: any[]): Promise<IResult<T>>
    /** @query raw @sql 0 @placeholder @ */
    batch<T = any>(command: string, callback?: (err: Error, result: IResult<T>) => void): Promise<IResult<T>>
  }

  export class Request extends EventEmitter {
    constructor(parent?: ConnectionPool | Transaction | PreparedStatement)
    transaction: Transaction
    parameters: any
    stream: boolean
    /** @returns this */
    input(name: string, typeOrValue: any, value?: any): Request
    /** @returns this */
    replaceInput(name: string, typeOrValue: any, value?: any): Request
    /** @returns this */
    output(name: string, type: SqlType, value?: any): Request
    /** Interpolations are bound. @query raw @sql template @placeholder @ */
    query<T = any>(strings: TemplateStringsArray, ...interpolations: any[]): Promise<IResult<T>>
    /** @query raw @sql 0 @placeholder @ @binds this.input */
    query<T = any>(command: string, callback?: (err: Error, result: IResult<T>) => void): Promise<IResult<T>>
    /** Interpolations are bound. @query raw @sql template @placeholder @ */
    batch<T = any>(strings: TemplateStringsArray, ...interpolations: any[]): Promise<IResult<T>>
    /** @query raw @sql 0 @placeholder @ @binds this.input */
    batch<T = any>(command: string, callback?: (err: Error, result: IResult<T>) => void): Promise<IResult<T>>
    /** A stored procedure. @query unknown */
    execute<T = any>(procedure: string, callback?: (err: any, result: IProcedureResult<T>) => void): Promise<IProcedureResult<T>>
    /** @query write many @table 0 @data 0 */
    bulk(table: Table, options?: any, callback?: (err: Error, result: IBulkResult) => void): Promise<IBulkResult>
    toReadableStream(options?: any): Readable
    cancel(): void
    pause(): boolean
    resume(): boolean
  }

  /** @handle */
  export class Transaction extends EventEmitter {
    constructor(connection?: ConnectionPool)
    /** @transaction begin handle=this @timeout default */
    begin(isolationLevel?: any, callback?: (err?: any) => void): Promise<Transaction>
    /** @transaction commit */
    commit(callback?: (err?: any) => void): Promise<void>
    /** @transaction rollback */
    rollback(callback?: (err?: any) => void): Promise<void>
    /** @handle return */
    request(): Request
  }

  export class PreparedStatement extends EventEmitter {
    constructor(connection?: ConnectionPool | Transaction)
    input(name: string, type: SqlType): PreparedStatement
    output(name: string, type: SqlType): PreparedStatement
    /** @fragment 0 @placeholder @ @connection acquire */
    prepare(statement?: string, callback?: (err?: Error) => void): Promise<void>
    /** @query unknown @params 0 */
    execute<T = any>(values: any, callback?: (err: Error, result: IProcedureResult<T>) => void): Promise<IProcedureResult<T>>
    /** @connection release */
    unprepare(callback?: (err?: Error) => void): Promise<void>
  }

  export class Table {
    constructor(tableName?: string)
    create: boolean
    columns: any
    rows: any
    name?: string
  }
  export class MSSQLError extends Error {
    code: string
  }
  export class ConnectionError extends MSSQLError {}
  export class RequestError extends MSSQLError {
    number?: number
  }
  export class TransactionError extends MSSQLError {}
  export class PreparedStatementError extends MSSQLError {}

  export function connect(config: config | string, callback?: (err?: Error) => void): Promise<ConnectionPool>
  /** Interpolations are bound. @query raw @sql template @placeholder @ */
  export function query<T = any>(strings: TemplateStringsArray, ...interpolations: any[]): Promise<IResult<T>>
  /** @query raw @sql 0 @placeholder @ */
  export function query<T = any>(command: string, callback?: (err: Error, result: IResult<T>) => void): Promise<IResult<T>>
  export const pool: ConnectionPool
  export const ISOLATION_LEVEL: any
  export const TYPES: any
  export const MAX: number
  export const VarChar: any
  export const NVarChar: any
  export const Text: any
  export const Int: any
  export const BigInt: any
  export const TinyInt: any
  export const SmallInt: any
  export const Bit: any
  export const Float: any
  export const Numeric: any
  export const Decimal: any
  export const Real: any
  export const Date: any
  export const DateTime: any
  export const DateTime2: any
  export const DateTimeOffset: any
  export const SmallDateTime: any
  export const Time: any
  export const UniqueIdentifier: any
  export const SmallMoney: any
  export const Money: any
  export const Binary: any
  export const VarBinary: any
  export const Image: any
  export const Xml: any
  export const Char: any
  export const NChar: any
  export const NText: any
  export const TVP: any
  export const UDT: any
  export const Geography: any
  export const Geometry: any
  export const Variant: any
}
