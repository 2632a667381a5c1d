/* postgres.js: a tagged template that binds its interpolations. */

declare module 'postgres' {
  function postgres<T = any>(url?: string | postgres.Options<T>, options?: postgres.Options<T>): postgres.Sql<T>
  namespace postgres {
    interface Options<T = any> {
      [option: string]: any
    }
    interface Row {
      [column: string]: any
    }
    type MaybeRow = Row
    type RowList<T> = T & { count: number; command: string; columns: any[] }
    type Fragment = PendingQuery<any>
    interface PostgresType<T = any> {
      to: number
      from: number[]
      serialize: (value: T) => unknown
      parse: (raw: any) => T
    }
    interface Parameter<T = any> {
      type: number
      value: string
    }
    interface PendingRequest extends Promise<any> {}
    /** @builder lazy */
    interface PendingQuery<TRow> extends Promise<RowList<TRow>> {
      simple(): this
      readable(): Promise<any>
      writable(): Promise<any>
      /** @step execute */
      execute(): this
      cancel(): void
      describe(): Promise<any>
      values(): Promise<any[]>
      raw(): Promise<any[]>
      /** @step stream @iterates this 0 */
      forEach(callback: (row: any, result: any) => void): Promise<any>
      /** @step stream @iterates this last batches */
      cursor(rows?: number | ((rows: any[]) => void), callback?: (rows: any[]) => void): AsyncIterable<any[]> & Promise<any>
    }
    interface ISql<TTypes = any> {
      /** @query raw @sql template @placeholder $ */
      <T = Row[]>(template: TemplateStringsArray, ...parameters: any[]): PendingQuery<T>
      /** A list of values or an identifier for a statement. @escapes sql @propagates 0 */
      (first: any, ...rest: any[]): any
      types: any
      typed: any
      /** @query raw @sql 0 @params 1 @placeholder $ */
      unsafe<T = Row[]>(query: string, parameters?: any[], options?: any): PendingQuery<T>
      /** @effect publish */
      notify(channel: string, payload: string): PendingRequest
      /** @returns 0 */
      array(value: any, type?: number): any
      /** @query unknown */
      file<T = Row[]>(path: string | Buffer | URL | number, args?: any, options?: any): PendingQuery<T>
      /** @returns 0 */
      json(value: any): Parameter
    }
    /** @connection */
    interface Sql<TTypes = any> extends ISql<TTypes> {
      options: any
      parameters: any
      end(options?: { timeout?: number }): Promise<void>
      /** @calls 1 deferred @drops 1 */
      listen(channel: string, onnotify: (value: string) => void, onlisten?: () => void): Promise<any>
      /** @calls 1 deferred @drops 1 */
      subscribe(event: string, callback: (row: Row, info: any) => void, onsubscribe?: () => void, onerror?: () => any): Promise<any>
      /** @transaction last */
      begin<T>(options: string, callback: (sql: TransactionSql<TTypes>) => T | Promise<T>): Promise<T>
      /** @transaction last */
      begin<T>(callback: (sql: TransactionSql<TTypes>) => T | Promise<T>): Promise<T>
      /** @connection acquire */
      reserve(): Promise<ReservedSql<TTypes>>
    }
    /** @handle */
    interface TransactionSql<TTypes = any> extends ISql<TTypes> {
      /** @transaction last */
      savepoint<T>(name: string, callback: (sql: TransactionSql<TTypes>) => T | Promise<T>): Promise<T>
      /** @transaction last */
      savepoint<T>(callback: (sql: TransactionSql<TTypes>) => T | Promise<T>): Promise<T>
    }
    interface ReservedSql<TTypes = any> extends Sql<TTypes> {
      /** @connection release */
      release(): void
    }
    class PostgresError extends Error {
      code: string
      constraint_name?: string
      detail?: string
      table_name?: string
      column_name?: string
    }
  }
  export = postgres
}
