/* @databases/pg: statements are made by a tagged template, and by nothing else. */

declare module '@databases/pg' {
  export interface SQLQuery {}
  interface SQL {
    /** @fragment template */
    (strings: TemplateStringsArray, ...values: any[]): SQLQuery
    /** @propagates 0 */
    join(queries: SQLQuery[], separator?: any): SQLQuery
    /** @fragment 0 @propagates 0 */
    __dangerous__rawValue(text: string): SQLQuery
    value(value: any): SQLQuery
    /** @escapes sql @propagates 0+ */
    ident(...names: any[]): SQLQuery
  }
  export interface Queryable {
    readonly type: any
    readonly sql: SQL
    /** @query raw @sql 0 @placeholder $ */
    query(query: SQLQuery | SQLQuery[]): Promise<any[]>
    /** @query raw @sql 0 @stream */
    queryStream(query: SQLQuery, options: any): AsyncIterable<any>
    /** @query raw @sql 0 @stream */
    queryNodeStream(query: SQLQuery, options?: any): any
    /** @calls 0 once */
    task<T>(run: (connection: Connection) => Promise<T>): Promise<T>
    /** @transaction 0 */
    tx<T>(run: (transaction: Transaction) => Promise<T>, options?: any): Promise<T>
    /** @calls 0 deferred */
    addPostCommitStep(run: () => Promise<void>): Promise<void>
  }
  /** @handle */
  export interface Transaction extends Queryable {
    /** @effect lock */
    advisoryTxLock(key: any): Promise<void>
    /** @effect lock */
    tryAdvisoryTxLock(key: any): Promise<boolean>
  }
  export interface Connection extends Queryable {}
  /** @connection */
  export interface ConnectionPool extends Queryable {
    dispose(): Promise<void>
  }
  export const sql: SQL
  export function isSqlQuery(value: any): boolean
  export function isSQLError(error: any): boolean
  export const SQLErrorCode: any
  export const IsolationLevel: any
  export default function createConnectionPool(config?: any): ConnectionPool
}
