/* sqlite3 (callbacks), and `sqlite`, its wrapper with promises. */

declare module 'sqlite3' {
  import EventEmitter = require('events')

  export interface RunResult extends Statement {
    lastID: number
    changes: number
  }
  /** @builder lazy */
  export class Statement extends EventEmitter {
    /** @returns this */
    bind(...params: any[]): this
    reset(callback?: (err: Error) => void): this
    finalize(callback?: (err: Error) => void): Database
    /** @step execute */
    run(params?: any, callback?: (this: RunResult, err: Error) => void, ...rest: any[]): this
    /** @step execute, one */
    get<T = any>(params?: any, callback?: (this: RunResult, err: Error, row?: T) => void, ...rest: any[]): this
    /** @step execute, many */
    all<T = any>(params?: any, callback?: (this: RunResult, err: Error, rows: T[]) => void, ...rest: any[]): this
    /** @step execute, stream */
    each<T = any>(params?: any, callback?: (this: RunResult, err: Error, row: T) => void, ...rest: any[]): this
  }
  /** @connection */
  export class Database extends EventEmitter {
    constructor(filename: string, mode?: any, callback?: (err: Error) => void)
    close(callback?: (err: Error) => void): void
    /** @query raw @sql 0 @params 1+ @placeholder ? */
    run(sql: string, params?: any, callback?: (this: RunResult, err: Error) => void, ...rest: any[]): this
    /** @query raw one @sql 0 @params 1+ @placeholder ? */
    get<T = any>(sql: string, params?: any, callback?: (this: Statement, err: Error, row: T) => void, ...rest: any[]): this
    /** @query raw many @sql 0 @params 1+ @placeholder ? */
    all<T = any>(sql: string, params?: any, callback?: (this: Statement, err: Error, rows: T[]) => void, ...rest: any[]): this
    /** @query raw many @sql 0 @params 1+ @placeholder ? @stream */
    each<T = any>(sql: string, params?: any, callback?: (this: Statement, err: Error, row: T) => void, ...rest: any[]): this
    /** @query raw @sql 0 */
    exec(sql: string, callback?: (this: Statement, err: Error) => void): this
    /** @query raw @sql 0 @placeholder ? */
    prepare(sql: string, params?: any, callback?: (this: Statement, err: Error) => void, ...rest: any[]): Statement
    /** @calls 0 once */
    serialize(callback?: () => void): void
    /** @calls 0 once */
    parallelize(callback?: () => void): void
    configure(option: any, value: any, more?: any): void
    loadExtension(filename: string, callback?: (err: Error) => void): this
    wait(callback?: (param: null) => void): this
    interrupt(): void
  }
  export interface sqlite3 {
    Database: typeof Database
    Statement: typeof Statement
    OPEN_READONLY: number
    OPEN_READWRITE: number
    OPEN_CREATE: number
    verbose(): this
  }
  export function verbose(): sqlite3
  export const cached: { Database(filename: string, mode?: any, callback?: (this: Database, err: Error) => void): Database }
  export const OPEN_READONLY: number
  export const OPEN_READWRITE: number
  export const OPEN_CREATE: number
}

declare module 'sqlite' {
  export namespace ISqlite {
    interface Config {
      filename: string
      mode?: number
      driver: any
    }
    interface RunResult<S = any> {
      stmt: S
      lastID?: number
      changes?: number
    }
    type SqlType = any
  }
  /** @builder lazy */
  export class Statement<S = any> {
    stmt: S
    getStatementInstance(): S
    /** @returns this */
    bind(...params: any[]): Promise<void>
    reset(): Promise<void>
    finalize(): Promise<void>
    /** @step execute */
    run(...params: any[]): Promise<ISqlite.RunResult>
    /** @step execute, one */
    get<T = any>(...params: any[]): Promise<T>
    /** @step execute, many */
    all<T = any[]>(...params: any[]): Promise<T>
    /** @step execute, stream */
    each<T = any>(...params: any[]): Promise<number>
  }
  /** @connection */
  export class Database<Driver = any, Stmt = any> {
    constructor(config: ISqlite.Config)
    config: ISqlite.Config
    db: Driver
    on(event: string, listener: any): void
    getDatabaseInstance(): Driver
    open(): Promise<void>
    close(): Promise<void>
    configure(option: any, value: any): any
    /** @query raw @sql 0.sql|0 @params 0.values|1+ @placeholder ? */
    run(sql: ISqlite.SqlType, ...params: any[]): Promise<ISqlite.RunResult<Stmt>>
    /** @query raw one @sql 0.sql|0 @params 0.values|1+ @placeholder ? */
    get<T = any>(sql: ISqlite.SqlType, ...params: any[]): Promise<T>
    /** @query raw many @sql 0.sql|0 @params 0.values|1+ @placeholder ? */
    all<T = any[]>(sql: ISqlite.SqlType, ...params: any[]): Promise<T>
    /** @query raw many @sql 0.sql|0 @params 0.values|1+ @placeholder ? @stream */
    each<T = any>(sql: ISqlite.SqlType, ...params: any[]): Promise<number>
    /** @query raw @sql 0.sql|0 */
    exec(sql: ISqlite.SqlType): Promise<void>
    /** @query raw @sql 0.sql|0 @placeholder ? */
    prepare(sql: ISqlite.SqlType, ...params: any[]): Promise<Statement<Stmt>>
    loadExtension(path: string): Promise<void>
    /** @query ddl */
    migrate(config?: any): Promise<void>
  }
  export function open<Driver = any, Stmt = any>(config: ISqlite.Config): Promise<Database<Driver, Stmt>>
}
