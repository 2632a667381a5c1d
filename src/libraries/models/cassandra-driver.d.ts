/* Cassandra's driver: rows come in pages, and a statement without a partition key reads the whole cluster. */

declare module 'cassandra-driver' {
  import EventEmitter = require('events')

  /** @connection */
  export class Client extends EventEmitter {
    constructor(options: any)
    keyspace: string
    hosts: any
    metadata: any
    connect(callback?: any): Promise<void>
    /** @query raw @sql 0 @params 1 @placeholder ? */
    execute(query: string, params?: any, options?: any, callback?: (err: Error, result: types.ResultSet) => void): Promise<types.ResultSet>
    /** @query raw @sql 0 @params 1 @placeholder ? @stream @calls 3 once */
    eachRow(query: string, params: any, options: any, row: (n: number, row: types.Row) => void, callback?: any): void
    /** @query raw @sql 0 @params 1 @placeholder ? @stream */
    stream(query: string, params?: any, options?: any, callback?: any): EventEmitter
    /** @query write many @transaction array 0 */
    batch(queries: any[], options?: any, callback?: any): Promise<types.ResultSet>
    shutdown(callback?: any): Promise<void>
  }
  export namespace types {
    class ResultSet {
      rows: Row[]
      rowLength: number
      pageState: string
      first(): Row
      wasApplied(): boolean
    }
    interface Row {
      get(column: string | number): any
      keys(): string[]
      [column: string]: any
    }
    class Uuid {
      static fromString(value: string): Uuid
      static random(): Uuid
      toString(): string
    }
    class TimeUuid extends Uuid {
      static now(): TimeUuid
    }
    const consistencies: any
  }
  export const auth: any
  export const policies: any
  export const mapping: any
}
