/* better-sqlite3: synchronous SQLite. */

declare module 'better-sqlite3' {
  namespace Database {
    /** @connection @immediate */
    interface Database {
      memory: boolean
      readonly: boolean
      name: string
      open: boolean
      inTransaction: boolean
      /** @query raw @sql 0 @placeholder ? @binds return */
      prepare<BindParameters = any, Result = any>(source: string): Statement<BindParameters, Result>
      /** Returns a function that runs the given one in a transaction. @transaction 0 handle=none implicit @timeout default @returns 0 */
      transaction<F extends (...args: any[]) => any>(fn: F): Transaction<F>
      /** @query raw @sql 0 */
      exec(source: string): this
      /** @query ddl */
      pragma(source: string, options?: any): any
      function(name: string, options: any, fn?: (...args: any[]) => any): this
      aggregate(name: string, options: any): this
      loadExtension(path: string): this
      close(): this
      defaultSafeIntegers(toggle?: boolean): this
      /** @effect file-write */
      backup(destination: string, options?: any): Promise<any>
      table(name: string, options: any): this
      unsafeMode(unsafe?: boolean): this
      serialize(options?: any): Buffer
    }
    /** @builder lazy */
    interface Statement<BindParameters = any, Result = any> {
      database: Database
      source: string
      reader: boolean
      readonly: boolean
      busy: boolean
      /** @step execute */
      run(...params: any[]): RunResult
      /** @step execute, one */
      get(...params: any[]): Result
      /** @step execute, many */
      all(...params: any[]): Result[]
      /** @step execute, stream */
      iterate(...params: any[]): IterableIterator<Result>
      /** @returns this */
      pluck(toggle?: boolean): this
      /** @returns this */
      expand(toggle?: boolean): this
      /** @returns this */
      raw(toggle?: boolean): this
      /** @returns this */
      bind(...params: any[]): this
      columns(): ColumnDefinition[]
      /** @returns this */
      safeIntegers(toggle?: boolean): this
    }
    interface ColumnDefinition {
      name: string
      column: string
      table: string
      type: string
    }
    interface Transaction<F extends (...args: any[]) => any = any> {
      (...params: Parameters<F>): ReturnType<F>
      default(...params: Parameters<F>): ReturnType<F>
      deferred(...params: Parameters<F>): ReturnType<F>
      immediate(...params: Parameters<F>): ReturnType<F>
      exclusive(...params: Parameters<F>): ReturnType<F>
    }
    interface RunResult {
      changes: number
      lastInsertRowid: number | bigint
    }
    interface Options {
      [option: string]: any
    }
    type SqliteError = Error & { code: string }
  }
  const Database: {
    new (filename?: string | Buffer, options?: Database.Options): Database.Database
    (filename?: string, options?: Database.Options): Database.Database
    prototype: Database.Database
    SqliteError: new (message: string, code: string) => Database.SqliteError
  }
  export = Database
}
