/* Knex: a callable query builder, its schema builder, raw text and transactions. */

declare module 'knex' {
  import { Readable } from 'stream'

  export function knex<Row = any, Result = any>(config: Knex.Config | string): Knex<Row, Result>
  export default knex

  export interface Knex<Row = any, Result = any> extends Knex.QueryInterface {
    /** @query unknown  @table 0 */
    <TRow = any, TResult = any>(table?: any, options?: any): Knex.QueryBuilder<TRow, TResult>
    /** @query raw  @sql 0  @params 1  @placeholder ?  @fragment 0 */
    raw<T = any>(sql: string, bindings?: any): Knex.Raw<T>
    /** @transaction 0 */
    transaction<T>(run: (trx: Knex.Transaction) => Promise<T> | void, config?: any): Promise<T>
    /** @transaction begin handle=return */
    transaction(config?: any): Promise<Knex.Transaction>
    /** @transaction begin handle=return */
    transactionProvider(config?: any): () => Promise<Knex.Transaction>
    /** @query write many  @table 0  @data 1 */
    batchInsert(table: any, rows: readonly any[], chunkSize?: number): Knex.BatchInsertBuilder
    /** @query unknown */
    queryBuilder(): Knex.QueryBuilder
    ref(name: string): any
    schema: Knex.SchemaBuilder
    fn: any
    client: any
    migrate: any
    seed: any
    initialize(config?: any): void
    destroy(): Promise<void>
    on(event: string, listener: (...args: any[]) => void): this
    withUserParams(params: any): Knex
  }

  export namespace Knex {
    /** Ways to begin a statement, on a client and on a builder. */
    interface QueryInterface<Row = any, Result = any> {
      /** @query read many */
      select(...columns: any[]): QueryBuilder
      /** @query read many */
      column(...columns: any[]): QueryBuilder
      /** @query read one */
      first(...columns: any[]): QueryBuilder
      /** @query unknown  @table 0 */
      from(table: any): QueryBuilder
      /** @query unknown  @table 0 */
      table(table: any): QueryBuilder
      /** @query unknown  @table 0 */
      into(table: any): QueryBuilder
      /** @query write many  @data 0 */
      insert(rows: any, returning?: any): QueryBuilder
      /** @query read many */
      with(alias: string, query: any): QueryBuilder
      /** @query read many */
      withRecursive(alias: string, query: any): QueryBuilder
      /** @query read many */
      distinct(...columns: any[]): QueryBuilder
      /** @query aggregate */
      count(...columns: any[]): QueryBuilder
      /** @query aggregate */
      max(...columns: any[]): QueryBuilder
      /** @query read many */
      union(...queries: any[]): QueryBuilder
      /** @query read many */
      unionAll(...queries: any[]): QueryBuilder
    }

    /**
     * @builder lazy
     * @shape /(?:^|\.)(?:knex|trx)\([^)]*\)|(?:^|\.)(?:db|knex|trx)\((?:'|"|T\.|TABLE)/
     */
    export class QueryBuilder<Row = any, Result = any> {
      /** @step table 0 */
      from(table: any): this
      /** @step table 0 */
      into(table: any): this
      /** @step table 0 */
      table(table: any): this
      /** @step read */
      select(...columns: any[]): this
      /** @step read */
      column(...columns: any[]): this
      /** @step read */
      columns(...columns: any[]): this
      distinct(...columns: any[]): this
      distinctOn(...columns: any[]): this
      /** @step read, one */
      first(...columns: any[]): this
      /** @step read */
      pluck(column: string): this
      /** @step write, data 0 */
      insert(rows: any, returning?: any, options?: any): this
      /** @step write, upsert, data 0 */
      upsert(rows: any, returning?: any): this
      /** @step write, data 0 */
      update(values: any, ...rest: any[]): this
      /** @step delete */
      delete(returning?: any): this
      /** @step delete */
      del(returning?: any): this
      /** @step delete */
      truncate(): this
      /** @step write, atomic */
      increment(column: any, amount?: number): this
      /** @step write, atomic */
      decrement(column: any, amount?: number): this
      onConflict(columns?: any): OnConflictQueryBuilder<Row, Result>
      /** @step returning */
      returning(columns: any, options?: any): this
      /** @step where 0+ */
      where(...conditions: any[]): this
      /** @step where 0+ */
      andWhere(...conditions: any[]): this
      /** @step where 0+ */
      orWhere(...conditions: any[]): this
      /** @step where 0+ */
      whereNot(...conditions: any[]): this
      /** @step where 0+ */
      andWhereNot(...conditions: any[]): this
      /** @step where 0+ */
      orWhereNot(...conditions: any[]): this
      /** @step where 0+ */
      whereIn(columns: any, values: any): this
      /** @step where 0+ */
      orWhereIn(columns: any, values: any): this
      /** @step where 0+ */
      whereNotIn(columns: any, values: any): this
      /** @step where 0+ */
      whereNull(column: string): this
      /** @step where 0+ */
      orWhereNull(column: string): this
      /** @step where 0+ */
      whereNotNull(column: string): this
      /** @step where 0+ */
      whereBetween(column: string, range: any): this
      /** @step where 0+ */
      whereNotBetween(column: string, range: any): this
      /** @step where 0+ */
      whereLike(column: string, value: any): this
      /** @step where 0+ */
      whereILike(column: string, value: any): this
      /** @step where 0+ */
      whereExists(query: any): this
      /** @step where 0+ */
      whereNotExists(query: any): this
      /** @step where 0+ */
      whereJsonPath(...conditions: any[]): this
      /** @step where 0+ */
      whereJsonSupersetOf(...conditions: any[]): this
      /** @step where 0  @fragment 0  @params 1  @placeholder ? */
      whereRaw(sql: any, bindings?: any): this
      /** @step where 0  @fragment 0  @params 1  @placeholder ? */
      andWhereRaw(sql: any, bindings?: any): this
      /** @step where 0  @fragment 0  @params 1  @placeholder ? */
      orWhereRaw(sql: any, bindings?: any): this
      join(...conditions: any[]): this
      innerJoin(...conditions: any[]): this
      leftJoin(...conditions: any[]): this
      leftOuterJoin(...conditions: any[]): this
      rightJoin(...conditions: any[]): this
      fullOuterJoin(...conditions: any[]): this
      crossJoin(...conditions: any[]): this
      /** @fragment 0  @params 1  @placeholder ? */
      joinRaw(sql: any, bindings?: any): this
      using(table: any): this
      with(alias: string, ...query: any[]): this
      withMaterialized(alias: string, ...query: any[]): this
      withRecursive(alias: string, ...query: any[]): this
      groupBy(...columns: any[]): this
      /** @fragment 0  @params 1  @placeholder ? */
      groupByRaw(sql: any, bindings?: any): this
      having(...conditions: any[]): this
      havingIn(...conditions: any[]): this
      andHaving(...conditions: any[]): this
      /** @fragment 0  @params 1  @placeholder ? */
      havingRaw(sql: any, bindings?: any): this
      /** @step order 0+ */
      orderBy(...columns: any[]): this
      /** @step order 0  @fragment 0  @params 1  @placeholder ? */
      orderByRaw(sql: any, bindings?: any): this
      union(...queries: any[]): this
      unionAll(...queries: any[]): this
      intersect(...queries: any[]): this
      except(...queries: any[]): this
      /** @step offset 0 */
      offset(count: any): this
      /** @step limit 0 */
      limit(count: any): this
      /** @step aggregate */
      count(...columns: any[]): this
      /** @step aggregate */
      countDistinct(...columns: any[]): this
      /** @step aggregate */
      min(...columns: any[]): this
      /** @step aggregate */
      max(...columns: any[]): this
      /** @step aggregate */
      sum(...columns: any[]): this
      /** @step aggregate */
      avg(...columns: any[]): this
      /** @step lock */
      forUpdate(...tables: any[]): this
      /** @step lock */
      forShare(...tables: any[]): this
      skipLocked(): this
      noWait(): this
      /** @step handle 0 */
      transacting(trx: any): this
      connection(connection: any): this
      modify(run: (builder: QueryBuilder, ...args: any[]) => any, ...args: any[]): this
      clone(): this
      as(name: string): this
      withSchema(schema: string): this
      timeout(milliseconds: number, options?: any): this
      options(options: any): this
      clearSelect(): this
      clearWhere(): this
      clearOrder(): this
      clear(statement: string): this
      rank(...args: any[]): this
      rowNumber(...args: any[]): this
      debug(enabled?: boolean): this
      queryContext(context?: any): this
      hintComment(hint: string): this
      comment(text: string): this
      toSQL(): any
      toQuery(): string
      toString(): string
      columnInfo(column?: string): Promise<any>
      /** @step stream, execute */
      stream(options?: any): Readable
      /** @step stream, execute */
      pipe(destination: any, options?: any): any
      /** @step execute */
      then<A = any, B = never>(onfulfilled?: (value: any) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
      /** @step execute */
      catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<any | B>
      /** @step execute */
      finally(onfinally?: () => void): Promise<any>
    }

    /** @builder lazy */
    export interface OnConflictQueryBuilder<Row = any, Result = any> {
      /** @step upsert */
      merge(columns?: any): QueryBuilder<Row, Result>
      /** @step upsert */
      ignore(): QueryBuilder<Row, Result>
    }

    export interface Raw<T = any> extends Promise<T> {
      wrap(before: string, after: string): Raw<T>
      timeout(milliseconds: number): Raw<T>
      /** @handle 0 */
      transacting(trx: any): Raw<T>
      toSQL(): any
      toQuery(): string
      stream(options?: any): Readable
    }

    export interface BatchInsertBuilder extends Promise<any> {
      returning(columns: any): this
      /** @handle 0 */
      transacting(trx: any): this
    }

    /** @handle */
    export interface Transaction<Row = any, Result = any> extends Knex<Row, Result> {
      /** @transaction commit */
      commit(value?: any): any
      /** @transaction rollback */
      rollback(error?: any): any
      savepoint<T = any>(run: (trx: Transaction) => any): Promise<T>
      executionPromise: Promise<any>
      isCompleted(): boolean
    }

    export interface SchemaBuilder extends Promise<any> {
      /** @query ddl  @table 0 */
      createTable(table: string, run: (table: any) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      createTableIfNotExists(table: string, run: (table: any) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      alterTable(table: string, run: (table: any) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      table(table: string, run: (table: any) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      dropTable(table: string): SchemaBuilder
      /** @query ddl  @table 0 */
      dropTableIfExists(table: string): SchemaBuilder
      /** @query ddl  @table 0 */
      renameTable(from: string, to: string): SchemaBuilder
      hasTable(table: string): Promise<boolean>
      hasColumn(table: string, column: string): Promise<boolean>
      /** @query ddl  @sql 0 */
      raw(sql: string): SchemaBuilder
      withSchema(schema: string): SchemaBuilder
    }

    export interface Config {
      client?: any
      connection?: any
      pool?: any
      [option: string]: any
    }
    export type CreateTableBuilder = any
    export type AlterTableBuilder = any
    export type TableBuilder = any
    export type Value = any
    export type RawBinding = any
    export type JoinClause = any
    export type ClientConfig = any
    export type PoolConfig = any
    export type StaticConnectionConfig = any
  }
}
