/* PlanetScale's driver: MySQL over HTTP. */

declare module '@planetscale/database' {
  export interface Config {
    [option: string]: any
  }
  export interface ExecutedQuery<T = any> {
    headers: string[]
    types: any
    rows: T[]
    fields: any[]
    size: number
    statement: string
    insertId: string
    rowsAffected: number
    time: number
  }
  export class DatabaseError extends Error {
    status: number
    body: any
  }
  /** @connection */
  export class Client {
    constructor(config: Config)
    readonly config: Config
    /** @query raw @sql 0 @params 1 @placeholder ? */
    execute<T = any>(query: string, args?: any, options?: any): Promise<ExecutedQuery<T>>
    /** @transaction 0 */
    transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>
    connection(): Connection
  }
  /** @connection */
  export class Connection {
    constructor(config: Config)
    readonly config: Config
    /** @query raw @sql 0 @params 1 @placeholder ? */
    execute<T = any>(query: string, args?: any, options?: any): Promise<ExecutedQuery<T>>
    /** @transaction 0 */
    transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>
    refresh(): Promise<void>
  }
  /** @handle */
  class Tx {
    /** @query raw @sql 0 @params 1 @placeholder ? */
    execute<T = any>(query: string, args?: any, options?: any): Promise<ExecutedQuery<T>>
  }
  export type Transaction = Tx
  export function connect(config: Config): Connection
  /** @escapes sql @propagates 0 */
  export function format(query: string, values: any): string
  export function cast(field: any, value: any): any
  export function hex(text: string): string
}
