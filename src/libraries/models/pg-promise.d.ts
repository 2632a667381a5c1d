/* pg-promise: methods say how many rows come back; a task shares a connection, a transaction is its own protocol. */

declare module 'pg-promise' {
  function pgPromise<Ext = {}>(options?: pgPromise.IInitOptions<Ext>): pgPromise.IMain<Ext>
  namespace pgPromise {
    type QueryParam = string | QueryFile | IPreparedStatement | PreparedStatement | ParameterizedQuery | ((values?: any) => any)
    type Work<Ext, T> = (t: ITask<Ext> & Ext) => T | Promise<T>
    interface IInitOptions<Ext = {}, T2 = any> {
      extend?(obj: IDatabase<Ext> & Ext, dc: any): void
      [option: string]: any
    }
    interface IPreparedStatement {
      name?: string
      text?: string | QueryFile
      values?: any[]
    }
    interface IResultExt<T = unknown> {
      rows: T[]
      rowCount: number
      duration?: number
    }
    interface IBaseProtocol<Ext> {
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      query<T = any>(query: QueryParam, values?: any, mask?: any): Promise<T>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      none(query: QueryParam, values?: any): Promise<null>
      /** @query raw one @sql 0.text|0 @params 0.values|1 @placeholder $ */
      one<T = any>(query: QueryParam, values?: any, cb?: (value: any) => T, thisArg?: any): Promise<T>
      /** @query raw one @sql 0.text|0 @params 0.values|1 @placeholder $ */
      oneOrNone<T = any>(query: QueryParam, values?: any, cb?: (value: any) => T, thisArg?: any): Promise<T>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      many<T = any>(query: QueryParam, values?: any): Promise<T[]>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      manyOrNone<T = any>(query: QueryParam, values?: any): Promise<T[]>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      any<T = any>(query: QueryParam, values?: any): Promise<T[]>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      result<T = any, R = IResultExt<T>>(query: QueryParam, values?: any, cb?: (value: IResultExt<T>) => R, thisArg?: any): Promise<R>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      multiResult(query: QueryParam, values?: any): Promise<any[]>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ */
      multi<T = any>(query: QueryParam, values?: any): Promise<T[][]>
      /** @query read many @stream @calls 1 once */
      stream(qs: any, init: (stream: any) => void): Promise<{ processed: number; duration: number }>
      /** @query unknown */
      func<T = any>(funcName: string, values?: any, mask?: any): Promise<T>
      /** @query unknown */
      proc<T = any>(procName: string, values?: any, cb?: (value: any) => T, thisArg?: any): Promise<T>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ @iterates return 2 */
      map<T = any>(query: QueryParam, values: any, cb: (row: any, index: number, data: any[]) => T, thisArg?: any): Promise<T[]>
      /** @query raw @sql 0.text|0 @params 0.values|1 @placeholder $ @iterates return 2 */
      each<T = any>(query: QueryParam, values: any, cb: (row: any, index: number, data: any[]) => void, thisArg?: any): Promise<T[]>
      /** @calls last once */
      task<T>(cb: Work<Ext, T>): Promise<T>
      /** @calls last once */
      task<T>(tagOrOptions: any, cb: Work<Ext, T>): Promise<T>
      /** @calls last once */
      taskIf<T>(cb: Work<Ext, T>): Promise<T>
      /** @calls last once */
      taskIf<T>(tagOrOptions: any, cb: Work<Ext, T>): Promise<T>
      /** @transaction last */
      tx<T>(cb: Work<Ext, T>): Promise<T>
      /** @transaction last */
      tx<T>(tagOrOptions: any, cb: Work<Ext, T>): Promise<T>
      /** @transaction last */
      txIf<T>(cb: Work<Ext, T>): Promise<T>
      /** @transaction last */
      txIf<T>(tagOrOptions: any, cb: Work<Ext, T>): Promise<T>
    }
    interface ISpex {
      /** @collects 0 @propagates 0 */
      batch(values: any[], options?: any): Promise<any[]>
      /** @calls 0 repeated */
      sequence(source: (index: number, data: any, delay: number) => any, options?: any): Promise<any>
      /** @calls 0 repeated */
      page(source: (index: number, data: any, delay: number) => any, options?: any): Promise<any>
    }
    /** @connection */
    interface IDatabase<Ext, C = any> extends IBaseProtocol<Ext> {
      /** @connection acquire by=done */
      connect(options?: any): Promise<IConnected<Ext, C>>
      readonly $config: any
      readonly $pool: any
      readonly $cn: any
    }
    interface IConnected<Ext, C = any> extends IBaseProtocol<Ext>, ISpex {
      readonly client: C
      /** @connection release */
      done(kill?: boolean): any
    }
    /** A task or a transaction; which of them, the call that opened it says. */
    interface ITask<Ext> extends IBaseProtocol<Ext>, ISpex {
      readonly ctx: any
    }
    interface IMain<Ext = {}, C = any> {
      <T = Ext>(connection: string | { [option: string]: any }, dc?: any): IDatabase<T> & T
      readonly PreparedStatement: typeof PreparedStatement
      readonly ParameterizedQuery: typeof ParameterizedQuery
      readonly QueryFile: typeof QueryFile
      readonly helpers: IHelpers
      readonly as: IFormatting
      readonly utils: any
      readonly txMode: any
      readonly queryResult: any
      readonly errors: any
      readonly pg: any
      end(): void
    }
    interface IFormatting {
      /** @fragment 0 @params 1 @placeholder $ @propagates 0 */
      format(query: any, values?: any, options?: any): string
      /** @escapes sql @propagates 0 */
      name(name: any): string
      /** @escapes sql @propagates 0 */
      alias(name: any): string
      /** @escapes sql @propagates 0 */
      csv(values: any): string
      /** @escapes sql @propagates 0 */
      array(values: any[] | (() => any[]), options?: any): string
      /** @escapes sql @propagates 0 */
      json(data: any, raw?: boolean): string
      /** @escapes sql @propagates 0 */
      text(value: any, raw?: boolean): string
      /** @coerces number */
      number(value: any): string
      /** @coerces boolean */
      bool(value: any): string
      /** @coerces date */
      date(value: any, raw?: boolean): string
      /** Without quotes around it: not safe by itself. @propagates 0 */
      value(value: any): string
    }
    interface IHelpers {
      /** @escapes sql @propagates 0 */
      insert(data: any, columns?: any, table?: any): string
      /** @escapes sql @propagates 0 */
      update(data: any, columns?: any, table?: any, options?: any): any
      /** @escapes sql @propagates 0 */
      values(data: any, columns?: any): string
      /** @escapes sql @propagates 0 */
      sets(data: any, columns?: any): string
      /** @propagates 0 */
      concat(queries: any[]): string
      ColumnSet: typeof ColumnSet
      Column: typeof Column
      TableName: typeof TableName
    }
    class PreparedStatement {
      /** @fragment 0.text @params 0.values @placeholder $ */
      constructor(options?: IPreparedStatement)
      text: string | QueryFile
      values: any[]
    }
    class ParameterizedQuery {
      /** @fragment 0.text|0 @params 0.values @placeholder $ */
      constructor(options?: any)
      text: string | QueryFile
      values: any[]
    }
    class QueryFile {
      constructor(file: string, options?: any)
      readonly file: string
    }
    class Column<T = unknown> {
      constructor(column: any)
    }
    class ColumnSet<T = unknown> {
      constructor(columns: any, options?: any)
      readonly columns: Column<T>[]
      extend(columns: any, options?: any): ColumnSet<any>
      merge(columns: any): ColumnSet<any>
    }
    class TableName {
      constructor(table: any)
    }
    const as: IFormatting
    const utils: any
    const txMode: any
    namespace errors {
      class QueryResultError extends Error {
        code: any
      }
    }
  }
  export = pgPromise
}
