/* Knex: a callable query builder, its schema builder, raw text and transactions. */

declare module 'knex' {
  import { Readable } from 'stream'

  function knex<Row = any, Result = any>(config: Knex.Config | string): Knex<Row, Result>
  /** `import Knex = require('knex')`, as older code names the type. */
  interface knex<Row = any, Result = any> extends Knex<Row, Result> {}
  namespace knex {
    export { knex, knex as default, Knex }
    export import Transaction = Knex.Transaction
    export import QueryBuilder = Knex.QueryBuilder
    export import SchemaBuilder = Knex.SchemaBuilder
    export import Raw = Knex.Raw
    export import Config = Knex.Config
    export class KnexTimeoutError extends Error {}
  }
  export = knex

  interface Knex<Row = any, Result = any> extends Knex.QueryInterface {
    /** @query unknown  @table 0 */
    <R = any, A = R[]>(table?: any, options?: any): Knex.QueryBuilder<R, A>
    /** @query raw  @sql 0  @params 1  @placeholder ?  @fragment 0 */
    raw<T = any>(sql: string, bindings?: any): Knex.Raw<T>
    /** @transaction 0 */
    transaction<T>(run: (trx: Knex.Transaction) => Promise<T> | void, config?: any): Promise<T>
    /** @transaction begin handle=return */
    transaction(config?: any): Promise<Knex.Transaction>
    transactionProvider(config?: any): Knex.TransactionProvider
    /** @query write many  @table 0  @data 1 */
    batchInsert(table: any, rows: readonly any[], chunkSize?: number): Knex.BatchInsertBuilder
    /** @query unknown */
    queryBuilder(): Knex.QueryBuilder
    /** @escapes sql */
    ref(name: string): Knex.Ref
    schema: Knex.SchemaBuilder
    fn: Knex.FunctionHelper
    client: any
    migrate: any
    seed: any
    userParams: any
    isTransaction?: boolean
    initialize(config?: any): void
    destroy(): Promise<void>
    on(event: string, listener: (...args: any[]) => void): this
    withUserParams(params: any): Knex
  }

  namespace Knex {
    type QueryCallback<Row = any, Result = any> = (this: QueryBuilder<Row, Result>, builder: QueryBuilder<Row, Result>) => any
    type QueryCallbackWithArgs<Row = any, Result = any> = (this: QueryBuilder<Row, Result>, builder: QueryBuilder<Row, Result>, ...args: any[]) => any
    type JoinCallback = (this: JoinClause, join: JoinClause) => any
    type JoinCondition = JoinCallback | object | string | boolean
    type TransactionProvider = () => Promise<Transaction>
    /** A subquery: made by a callback, a builder, or text. */
    type Subquery = QueryCallback | QueryBuilder | Raw | readonly any[]
    /** What a filter is made of: a group by a callback, columns by name, raw text, or a column that values follow. */
    type Condition = QueryCallback | object | string | boolean | number

    /** Ways to begin a statement on a client. */
    interface QueryInterface<Row = any, Result = any> {
      /** @query read many */
      select(...columns: any[]): QueryBuilder
      /** @query read many */
      column(...columns: any[]): QueryBuilder
      /** @query read many */
      columns(...columns: any[]): QueryBuilder
      /** @query read many */
      distinct(...columns: any[]): QueryBuilder
      /** @query read many */
      distinctOn(...columns: any[]): QueryBuilder
      /** @query read many */
      pluck(...columns: any[]): QueryBuilder
      /** @query read one */
      first(...columns: any[]): QueryBuilder<any, any>
      /** @query unknown  @table 0 */
      from(table: any): QueryBuilder
      /** @query unknown  @table 0 */
      table(table: any): QueryBuilder
      /** @query unknown  @table 0 */
      into(table: any): QueryBuilder
      /** @query unknown  @fragment 0  @params 1  @placeholder ? */
      fromRaw(sql: any, bindings?: any): QueryBuilder
      /** @query unknown */
      withSchema(schema: string): QueryBuilder
      /** @query write many  @data 0 */
      insert(rows: any, returning?: any): QueryBuilder
      /** @query read many  @where 1 */
      with(alias: string, ...query: Subquery[]): QueryBuilder
      /** @query read many  @where 1 */
      withMaterialized(alias: string, ...query: Subquery[]): QueryBuilder
      /** @query read many  @where 1 */
      withNotMaterialized(alias: string, ...query: Subquery[]): QueryBuilder
      /** @query read many  @where 1 */
      withRecursive(alias: string, ...query: Subquery[]): QueryBuilder
      /** @query aggregate */
      count(...columns: any[]): QueryBuilder
      /** @query aggregate */
      countDistinct(...columns: any[]): QueryBuilder
      /** @query aggregate */
      min(...columns: any[]): QueryBuilder
      /** @query aggregate */
      max(...columns: any[]): QueryBuilder
      /** @query aggregate */
      sum(...columns: any[]): QueryBuilder
      /** @query aggregate */
      avg(...columns: any[]): QueryBuilder
      /** @query read many */
      union(...queries: any[]): QueryBuilder
      /** @query read many */
      unionAll(...queries: any[]): QueryBuilder
      /** @query read many */
      intersect(...queries: any[]): QueryBuilder
    }

    /**
     * @builder lazy
     * @shape /(?:^|\.)(?:knex|trx)\([^)]*\)|(?:^|\.)(?:db|knex|trx)\((?:'|"|T\.|TABLE)/
     */
    interface QueryBuilder<Row = any, Result = Row[]> {
      or: this
      and: this
      not: this
      /** @step table 0 */
      from(table: any): this
      /** @step table 0 */
      into(table: any): this
      /** @step table 0 */
      table(table: any): this
      /** @step read  @fragment 0  @params 1  @placeholder ? */
      fromRaw(sql: any, bindings?: any): this
      /** @step read */
      select(...columns: any[]): this
      /** @step read */
      column(...columns: any[]): this
      /** @step read */
      columns(...columns: any[]): this
      distinct(...columns: any[]): this
      distinctOn(...columns: any[]): this
      /** @step read, one */
      first(...columns: any[]): QueryBuilder<Row, Row>
      /** @step read */
      pluck(column: string): QueryBuilder<Row, any[]>
      /** @step write, data 0 */
      insert(rows: any, returning?: any, options?: any): QueryBuilder<Row, any[]>
      /** @step write, upsert, data 0 */
      upsert(rows: any, returning?: any): QueryBuilder<Row, any[]>
      /** @step write, returning, data 0  @wide */
      update(values: object, returning: any, options?: any): QueryBuilder<Row, Row[]>
      /** @step write, data 0  @wide */
      update(values: any, ...rest: any[]): QueryBuilder<Row, number>
      /** @step read */
      updateFrom(table: any): this
      /** @step delete, returning  @wide */
      delete(returning: any): QueryBuilder<Row, Row[]>
      /** @step delete  @wide */
      delete(): QueryBuilder<Row, number>
      /** @step delete, returning  @wide */
      del(returning: any): QueryBuilder<Row, Row[]>
      /** @step delete  @wide */
      del(): QueryBuilder<Row, number>
      /** @step delete  @wide */
      truncate(): QueryBuilder<Row, void>
      /** @step write, atomic  @wide */
      increment(column: any, amount?: number): QueryBuilder<Row, number>
      /** @step write, atomic  @wide */
      decrement(column: any, amount?: number): QueryBuilder<Row, number>
      onConflict(columns?: any): OnConflictQueryBuilder<Row, Result>
      /** @step returning */
      returning(columns: any, options?: any): QueryBuilder<Row, Row[]>
      /** @step where 0+ */
      where(condition: Condition, ...rest: any[]): this
      /** @step where 0+ */
      andWhere(condition: Condition, ...rest: any[]): this
      /** @step where 0+ */
      orWhere(condition: Condition, ...rest: any[]): this
      /** @step where 0+ */
      whereNot(condition: Condition, ...rest: any[]): this
      /** @step where 0+ */
      andWhereNot(condition: Condition, ...rest: any[]): this
      /** @step where 0+ */
      orWhereNot(condition: Condition, ...rest: any[]): this
      /** @step where 0+ */
      whereIn(columns: any, values: Subquery): this
      /** @step where 0+ */
      orWhereIn(columns: any, values: Subquery): this
      /** @step where 0+ */
      whereNotIn(columns: any, values: Subquery): this
      /** @step where 0+ */
      orWhereNotIn(columns: any, values: Subquery): this
      /** @step where 0+ */
      whereNull(column: any): this
      /** @step where 0+ */
      orWhereNull(column: any): this
      /** @step where 0+ */
      whereNotNull(column: any): this
      /** @step where 0+ */
      orWhereNotNull(column: any): this
      /** @step where 0+ */
      whereBetween(column: any, range: any): this
      /** @step where 0+ */
      andWhereBetween(column: any, range: any): this
      /** @step where 0+ */
      orWhereBetween(column: any, range: any): this
      /** @step where 0+ */
      whereNotBetween(column: any, range: any): this
      /** @step where 0+ */
      andWhereNotBetween(column: any, range: any): this
      /** @step where 0+ */
      orWhereNotBetween(column: any, range: any): this
      /** @step where 0+ */
      whereLike(column: any, value: any): this
      /** @step where 0+ */
      andWhereLike(column: any, value: any): this
      /** @step where 0+ */
      orWhereLike(column: any, value: any): this
      /** @step where 0+ */
      whereILike(column: any, value: any): this
      /** @step where 0+ */
      andWhereILike(column: any, value: any): this
      /** @step where 0+ */
      orWhereILike(column: any, value: any): this
      /** @step where 0+ */
      whereExists(query: Subquery): this
      /** @step where 0+ */
      orWhereExists(query: Subquery): this
      /** @step where 0+ */
      whereNotExists(query: Subquery): this
      /** @step where 0+ */
      orWhereNotExists(query: Subquery): this
      /** @step where 0+ */
      whereJsonObject(column: any, ...condition: any[]): this
      /** @step where 0+ */
      whereJsonPath(column: any, ...condition: any[]): this
      /** @step where 0+ */
      orWhereJsonPath(column: any, ...condition: any[]): this
      /** @step where 0+ */
      whereJsonSupersetOf(column: any, ...condition: any[]): this
      /** @step where 0+ */
      orWhereJsonSupersetOf(column: any, ...condition: any[]): this
      /** @step where 0+ */
      whereJsonSubsetOf(column: any, ...condition: any[]): this
      /** @step where 0  @fragment 0  @params 1  @placeholder ? */
      whereRaw(sql: any, bindings?: any): this
      /** @step where 0  @fragment 0  @params 1  @placeholder ? */
      andWhereRaw(sql: any, bindings?: any): this
      /** @step where 0  @fragment 0  @params 1  @placeholder ? */
      orWhereRaw(sql: any, bindings?: any): this
      /** @step read */
      join(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @step read */
      innerJoin(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @step read */
      leftJoin(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @step read */
      leftOuterJoin(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @step read */
      rightJoin(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @step read */
      rightOuterJoin(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @step read */
      fullOuterJoin(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @step read */
      crossJoin(table: any, condition?: JoinCondition, ...rest: any[]): this
      /** @fragment 0  @params 1  @placeholder ? */
      joinRaw(sql: any, bindings?: any): this
      using(table: any): this
      /** @step read, where 1 */
      with(alias: string, ...query: Subquery[]): this
      /** @step read, where 1 */
      withMaterialized(alias: string, ...query: Subquery[]): this
      /** @step read, where 1 */
      withNotMaterialized(alias: string, ...query: Subquery[]): this
      /** @step read, where 1 */
      withRecursive(alias: string, ...query: Subquery[]): this
      groupBy(...columns: any[]): this
      /** @fragment 0  @params 1  @placeholder ? */
      groupByRaw(sql: any, bindings?: any): this
      having(condition: Condition, ...rest: any[]): this
      andHaving(condition: Condition, ...rest: any[]): this
      orHaving(condition: Condition, ...rest: any[]): this
      havingIn(column: any, values: any): this
      havingNotIn(column: any, values: any): this
      havingBetween(column: any, values: any): this
      havingNotBetween(column: any, values: any): this
      havingNull(column: any): this
      havingNotNull(column: any): this
      /** @fragment 0  @params 1  @placeholder ? */
      havingRaw(sql: any, bindings?: any): this
      /** @fragment 0  @params 1  @placeholder ? */
      orHavingRaw(sql: any, bindings?: any): this
      /** @step order 0+ */
      orderBy(...columns: any[]): this
      /** @step order 0  @fragment 0  @params 1  @placeholder ? */
      orderByRaw(sql: any, bindings?: any): this
      /** @step read */
      union(...queries: any[]): this
      /** @step read */
      unionAll(...queries: any[]): this
      /** @step read */
      intersect(...queries: any[]): this
      /** @step read */
      except(...queries: any[]): this
      /** @step offset 0 */
      offset(count: any): this
      /** @step limit 0 */
      limit(count: any): this
      /** @step aggregate */
      count(...columns: any[]): QueryBuilder<any, any[]>
      /** @step aggregate */
      countDistinct(...columns: any[]): QueryBuilder<any, any[]>
      /** @step aggregate */
      min(...columns: any[]): QueryBuilder<any, any[]>
      /** @step aggregate */
      max(...columns: any[]): QueryBuilder<any, any[]>
      /** @step aggregate */
      sum(...columns: any[]): QueryBuilder<any, any[]>
      /** @step aggregate */
      sumDistinct(...columns: any[]): QueryBuilder<any, any[]>
      /** @step aggregate */
      avg(...columns: any[]): QueryBuilder<any, any[]>
      /** @step aggregate */
      avgDistinct(...columns: any[]): QueryBuilder<any, any[]>
      /** @step lock */
      forUpdate(...tables: any[]): this
      /** @step lock */
      forShare(...tables: any[]): this
      /** @step lock */
      forNoKeyUpdate(...tables: any[]): this
      /** @step lock */
      forKeyShare(...tables: any[]): this
      skipLocked(): this
      noWait(): this
      /** @step handle 0 */
      transacting(trx: any): this
      connection(connection: any): this
      modify(run: QueryCallbackWithArgs<Row, Result>, ...args: any[]): this
      clone(): this
      as(name: string): this
      withSchema(schema: string): this
      timeout(milliseconds: number, options?: any): this
      options(options: any): this
      on(event: string, listener: (...args: any[]) => any): this
      clearSelect(): this
      clearWhere(): this
      clearGroup(): this
      clearOrder(): this
      clearHaving(): this
      clearCounters(): this
      clear(statement: string): this
      debug(enabled?: boolean): this
      queryContext(context?: any): this
      hintComment(hint: any): this
      comment(text: string): this
      rank(alias: string, ...over: any[]): this
      denseRank(alias: string, ...over: any[]): this
      rowNumber(alias: string, ...over: any[]): this
      jsonExtract(column: any, ...path: any[]): this
      jsonSet(column: any, ...path: any[]): this
      jsonInsert(column: any, ...path: any[]): this
      jsonRemove(column: any, ...path: any[]): this
      /** @step text */
      toSQL(): any
      /** @escapes sql  @step text */
      toQuery(): string
      /** @escapes sql  @step text */
      toString(): string
      columnInfo(column?: any): Promise<any>
      /** @step stream, execute */
      stream(options?: any): Readable
      /** @step stream, execute */
      pipe(destination: any, options?: any): any
      /** @step execute  @calls 0 */
      asCallback(callback: (error: any, result?: Result) => any): Promise<Result>
      /** @step execute */
      then<A = Result, B = never>(onfulfilled?: (value: Result) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
      /** @step execute */
      catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<Result | B>
      /** @step execute */
      finally(onfinally?: () => void): Promise<Result>
    }

    interface JoinClause {
      using(column: any): this
      type(type: string): this
      on(condition: JoinCondition, ...rest: any[]): this
      andOn(condition: JoinCondition, ...rest: any[]): this
      orOn(condition: JoinCondition, ...rest: any[]): this
      onVal(condition: JoinCondition, ...rest: any[]): this
      andOnVal(condition: JoinCondition, ...rest: any[]): this
      orOnVal(condition: JoinCondition, ...rest: any[]): this
      onIn(column: any, values: any): this
      andOnIn(column: any, values: any): this
      orOnIn(column: any, values: any): this
      onNotIn(column: any, values: any): this
      onBetween(column: any, values: any): this
      onNull(column: any): this
      andOnNull(column: any): this
      orOnNull(column: any): this
      onNotNull(column: any): this
      andOnNotNull(column: any): this
      orOnNotNull(column: any): this
      onExists(query: QueryCallback): this
      andOnExists(query: QueryCallback): this
      orOnExists(query: QueryCallback): this
      onNotExists(query: QueryCallback): this
    }

    /** @builder lazy */
    interface OnConflictQueryBuilder<Row = any, Result = any> {
      /** @step upsert */
      merge(columns?: any): QueryBuilder<Row, Result>
      /** @step upsert */
      ignore(): QueryBuilder<Row, Result>
    }

    /** @lazy */
    interface Raw<T = any> extends Promise<T> {
      wrap(before: string, after: string): Raw<T>
      timeout(milliseconds: number, options?: any): Raw<T>
      /** @handle 0 */
      transacting(trx: any): Raw<T>
      connection(connection: any): this
      toSQL(): any
      /** @escapes sql */
      toQuery(): string
      stream(options?: any): Readable
    }
    interface Ref<T1 = any, T2 = any> extends Raw<string> {
      as(alias: string): this
      withSchema(schema: string): this
    }
    interface FunctionHelper {
      now(precision?: number): Raw
      uuid(): Raw
    }

    interface BatchInsertBuilder<T1 = any, T2 = any> extends Promise<any> {
      returning(columns: any): this
      /** @handle 0 */
      transacting(trx: any): this
    }

    /** @handle */
    interface Transaction<Row = any, Result = any> extends Knex<Row, Result> {
      /** @transaction commit */
      commit(value?: any): any
      /** @transaction rollback */
      rollback(error?: any): any
      /** @transaction 0 */
      savepoint<T = any>(run: (trx: Transaction) => any): Promise<T>
      executionPromise: {
        /** @calls 0 deferred @calls 1 deferred */
        then(settled: (value: any) => any, failed?: (error: any) => any): Promise<any>
        catch(failed: (error: any) => any): Promise<any>
        /** @calls 0 deferred */
        finally(settled: () => any): Promise<any>
      }
      parentTransaction?: Transaction
      isCompleted(): boolean
    }

    /** @lazy */
    interface SchemaBuilder extends Promise<any> {
      /** @query ddl  @table 0 */
      createTable(table: string, run: (table: CreateTableBuilder) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      createTableIfNotExists(table: string, run: (table: CreateTableBuilder) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      alterTable(table: string, run: (table: CreateTableBuilder) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      table(table: string, run: (table: AlterTableBuilder) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      dropTable(table: string): SchemaBuilder
      /** @query ddl  @table 0 */
      dropTableIfExists(table: string): SchemaBuilder
      /** @query ddl  @table 0 */
      renameTable(from: string, to: string): SchemaBuilder
      /** @query ddl  @table 0 */
      createView(view: string, run: (view: any) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      createViewOrReplace(view: string, run: (view: any) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      createMaterializedView(view: string, run: (view: any) => any): SchemaBuilder
      /** @query ddl  @table 0 */
      dropView(view: string): SchemaBuilder
      /** @query ddl  @table 0 */
      dropViewIfExists(view: string): SchemaBuilder
      hasTable(table: string): Promise<boolean>
      hasColumn(table: string, column: string): Promise<boolean>
      createSchema(schema: string): SchemaBuilder
      createSchemaIfNotExists(schema: string): SchemaBuilder
      /** @query ddl  @sql 0 */
      raw(sql: string): SchemaBuilder
      withSchema(schema: string): SchemaBuilder
      /** @handle 0 */
      transacting(trx: any): SchemaBuilder
      toSQL(): any
    }
    interface TableBuilder {
      increments(column?: string, options?: any): ColumnBuilder
      bigIncrements(column?: string, options?: any): ColumnBuilder
      integer(column: string, ...options: any[]): ColumnBuilder
      tinyint(column: string, ...options: any[]): ColumnBuilder
      smallint(column: string, ...options: any[]): ColumnBuilder
      bigint(column: string, ...options: any[]): ColumnBuilder
      bigInteger(column: string, ...options: any[]): ColumnBuilder
      text(column: string, ...options: any[]): ColumnBuilder
      string(column: string, ...options: any[]): ColumnBuilder
      float(column: string, ...options: any[]): ColumnBuilder
      double(column: string, ...options: any[]): ColumnBuilder
      decimal(column: string, ...options: any[]): ColumnBuilder
      boolean(column: string, ...options: any[]): ColumnBuilder
      date(column: string, ...options: any[]): ColumnBuilder
      dateTime(column: string, ...options: any[]): ColumnBuilder
      datetime(column: string, ...options: any[]): ColumnBuilder
      time(column: string, ...options: any[]): ColumnBuilder
      timestamp(column: string, ...options: any[]): ColumnBuilder
      binary(column: string, ...options: any[]): ColumnBuilder
      json(column: string, ...options: any[]): ColumnBuilder
      jsonb(column: string, ...options: any[]): ColumnBuilder
      uuid(column: string, ...options: any[]): ColumnBuilder
      geometry(column: string, ...options: any[]): ColumnBuilder
      enum(column: string, values: any, options?: any): ColumnBuilder
      enu(column: string, values: any, options?: any): ColumnBuilder
      specificType(column: string, type: string): ColumnBuilder
      timestamps(...options: any[]): void
      primary(columns: any, options?: any): TableBuilder
      index(columns: any, name?: string, options?: any): TableBuilder
      unique(columns: any, options?: any): TableBuilder
      foreign(columns: any, name?: string): ForeignConstraintBuilder
      check(expression: string, bindings?: any, name?: string): TableBuilder
      setNullable(column: string): TableBuilder
      dropNullable(column: string): TableBuilder
      renameColumn(from: string, to: string): TableBuilder
      comment(text: string): TableBuilder
      dropColumn(...names: any[]): TableBuilder
      dropColumns(...names: any[]): TableBuilder
      dropForeign(...names: any[]): TableBuilder
      dropUnique(...names: any[]): TableBuilder
      dropPrimary(...names: any[]): TableBuilder
      dropIndex(...names: any[]): TableBuilder
      dropTimestamps(...names: any[]): TableBuilder
      dropChecks(...names: any[]): TableBuilder
    }
    interface CreateTableBuilder extends TableBuilder {}
    interface AlterTableBuilder extends TableBuilder {}
    interface ColumnBuilder {
      index(...options: any[]): ColumnBuilder
      primary(...options: any[]): ColumnBuilder
      unique(...options: any[]): ColumnBuilder
      alter(...options: any[]): ColumnBuilder
      defaultTo(...options: any[]): ColumnBuilder
      unsigned(): ColumnBuilder
      notNullable(): ColumnBuilder
      nullable(): ColumnBuilder
      first(): ColumnBuilder
      after(column: string): ColumnBuilder
      comment(text: string): ColumnBuilder
      references(column: string): ReferencingColumnBuilder
    }
    interface ForeignConstraintBuilder {
      references(columns: any): ReferencingColumnBuilder
    }
    interface ReferencingColumnBuilder extends ColumnBuilder {
      inTable(table: string): ReferencingColumnBuilder
      onDelete(action: string): ReferencingColumnBuilder
      onUpdate(action: string): ReferencingColumnBuilder
      withKeyName(name: string): ReferencingColumnBuilder
      deferrable(type: string): ReferencingColumnBuilder
    }

    interface Config<T1 = any> {
      client?: any
      connection?: any
      pool?: any
      [option: string]: any
    }
    type Value = any
    type RawBinding = any
    type PoolConfig = any
    type StaticConnectionConfig = any
    type TransactionConfig = any
    type Migrator = any
    type Seeder = any
    type Client = any
  }
}
