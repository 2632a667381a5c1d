/* Node's own SQLite (since Node 22): synchronous. */

declare module 'node:sqlite' {
  /** @connection @immediate */
  export class DatabaseSync {
    constructor(path: string, options?: any)
    readonly isOpen: boolean
    readonly isTransaction: boolean
    open(): void
    close(): void
    /** @query raw @sql 0 */
    exec(sql: string): void
    /** @query raw @sql 0 @placeholder ? @binds return */
    prepare(sql: string, options?: any): StatementSync
    function(name: string, options: any, run?: (...values: any[]) => any): void
  }
  /** @builder lazy */
  export class StatementSync {
    readonly sourceSQL: string
    readonly expandedSQL: string
    /** @step execute */
    run(...params: any[]): StatementResultingChanges
    /** @step execute, one */
    get(...params: any[]): any
    /** @step execute, many */
    all(...params: any[]): any[]
    /** @step execute, stream */
    iterate(...params: any[]): IterableIterator<any>
    setReadBigInts(enabled: boolean): void
    setAllowBareNamedParameters(enabled: boolean): void
  }
  export interface StatementResultingChanges {
    changes: number | bigint
    lastInsertRowid: number | bigint
  }
}
