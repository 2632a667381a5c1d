/* Drizzle: tables as values, SQL-like builders in three dialects, relational queries, SQL by a tagged template. */

declare module 'drizzle-orm' {
  export type SQLWrapper = any
  export type AnyColumn<T1 = any> = any
  export type Logger = any
  export type BuildQueryResult<S = any, T = any, C = any> = any
  export type DBQueryConfig<T = any, R = any, S = any, C = any> = any
  export type ExtractTablesWithRelations<S = any> = any

  /** A table object: its columns, and types of its rows. */
  export class Table<C = any> {
    readonly $inferSelect: { [K in keyof C]: any }
    readonly $inferInsert: { [K in keyof C]?: any }
  }
  export type InferSelectModel<T = any, O = any> = Row<T>
  export type InferInsertModel<T = any, O = any> = Partial<Row<T>>
  type Described<C> = Table<C> & { [K in keyof C]: any }
  type Row<T> = T extends { $inferSelect: infer R } ? R : any
  /** Rows of a select: of the table where no fields were named. */
  type Selected<F, T> = F extends undefined ? Row<T> : { [K in keyof F]: any }

  export class SQL<T = any> {
    as(alias?: any): any
    mapWith(decoder: any): SQL<T>
    append(sql: SQL): this
    inlineParams(): this
    if(condition: any): SQL<T>
    getSQL(): SQL<T>
  }
  /** @fragment template */
  export function sql<T = any>(strings: TemplateStringsArray, ...values: any[]): SQL<T>
  export namespace sql {
    /** @fragment 0  @propagates 0  @twin this */
    export function raw(text: string): SQL
    /** @propagates 0 */
    export function join(chunks: any[], separator?: any): SQL
    /** @propagates 0 */
    export function fromList(chunks: any[]): SQL
    /** Quoted. @escapes sql  @propagates 0 */
    export function identifier(name: string): any
    export function placeholder(name: string): any
    export function param(value: any, encoder?: any): any
    export function empty(): SQL
  }
  export function placeholder(name: string): any
  export function eq(left: any, right: any): SQL
  export function ne(left: any, right: any): SQL
  export function gt(left: any, right: any): SQL
  export function gte(left: any, right: any): SQL
  export function lt(left: any, right: any): SQL
  export function lte(left: any, right: any): SQL
  export function like(left: any, right: any): SQL
  export function notLike(left: any, right: any): SQL
  export function ilike(left: any, right: any): SQL
  export function notIlike(left: any, right: any): SQL
  export function inArray(left: any, right: any): SQL
  export function notInArray(left: any, right: any): SQL
  export function arrayContains(left: any, right: any): SQL
  export function arrayContained(left: any, right: any): SQL
  export function arrayOverlaps(left: any, right: any): SQL
  export function and(...conditions: any[]): SQL
  export function or(...conditions: any[]): SQL
  export function not(condition: any): SQL
  export function isNull(value: any): SQL
  export function isNotNull(value: any): SQL
  export function between(column: any, from: any, to: any): SQL
  export function notBetween(column: any, from: any, to: any): SQL
  export function exists(query: any): SQL
  export function notExists(query: any): SQL
  export function asc(column: any): SQL
  export function desc(column: any): SQL
  export function count(expression?: any): SQL
  export function countDistinct(expression?: any): SQL
  export function sum(expression?: any): SQL
  export function sumDistinct(expression?: any): SQL
  export function avg(expression?: any): SQL
  export function avgDistinct(expression?: any): SQL
  export function max(expression?: any): SQL
  export function min(expression?: any): SQL
  export class Relations<T1 = any, T2 = any> {}
  export function relations(table: any, run: (helpers: { one: any; many: any }) => any): Relations
  export function aliasedTable<T>(table: T, alias: string): T
  export function getTableColumns<T>(table: T): { [K in keyof T]: any }
  export function getTableName(table: any): string
  export function is(value: any, type: any): boolean
  export class DrizzleError extends Error {}
  export class DrizzleQueryError extends Error {
    query: string
    params: any[]
  }
  export class TransactionRollbackError extends DrizzleError {}

  /**
   * Runs when it is awaited, `then`-ed or executed.
   * @builder lazy
   */
  export abstract class QueryPromise<T> {
    /** @step execute */
    then<A = T, B = never>(onfulfilled?: (value: T) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    /** @step execute */
    catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<T | B>
    /** @step execute */
    finally(onfinally?: () => void): Promise<T>
    /** @step execute */
    execute(...args: any[]): Promise<T>
  }

  /* What the builders of all dialects share. */

  abstract class SelectSteps<R = any> extends QueryPromise<R[]> {
    /** @step where 0 */
    where(condition: any): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step offset 0 */
    offset(count: any): this
    /** @step order 0+ */
    orderBy(...columns: any[]): this
    groupBy(...columns: any[]): this
    having(condition: any): this
    innerJoin(table: any, condition?: any): this
    leftJoin(table: any, condition?: any): this
    rightJoin(table: any, condition?: any): this
    crossJoin(table: any): this
    union(query: any): this
    unionAll(query: any): this
    intersect(query: any): this
    except(query: any): this
    /** @step text */
    as(alias: string): any
    $dynamic(): this
    /** @step cached */
    $withCache(config?: any): this
    prepare(name?: string): any
    /** @step text */
    toSQL(): any
  }
  abstract class UpdateSteps<R = any> extends QueryPromise<R> {
    /** @step where 0 */
    where(condition: any): this
    $dynamic(): this
    prepare(name?: string): any
    /** @step text */
    toSQL(): any
  }
  abstract class DeleteSteps<R = any> extends QueryPromise<R> {
    /** @step where 0 */
    where(condition: any): this
    $dynamic(): this
    prepare(name?: string): any
    /** @step text */
    toSQL(): any
  }
  abstract class InsertSteps<R = any> extends QueryPromise<R> {
    $dynamic(): this
    prepare(name?: string): any
    /** @step text */
    toSQL(): any
  }
  /** What stands behind `db.query.orders`. */
  interface RelationalQueryBuilder {
    /** @query read many  @table property  @bound 0.limit  @where 0.where  @include 0.with */
    findMany(config?: any): QueryPromise<any[]>
    /** @query read one  @table property  @where 0.where  @include 0.with */
    findFirst(config?: any): QueryPromise<any>
  }
}

declare module 'drizzle-orm/pg-core' {
  import { DeleteSteps, Described, InsertSteps, RelationalQueryBuilder, Row, Selected, SelectSteps, UpdateSteps } from 'drizzle-orm'

  /** @connection */
  export class PgDatabase<A = any, B = any, C = any> {
    query: { [table: string]: RelationalQueryBuilder }
    /** @query aggregate  @table 0  @where 1 */
    $count(table: any, filter?: any): Promise<number>
    /** @query read many */
    select(): PgSelectBuilder
    /** @query read many */
    select<F>(fields: F): PgSelectBuilder<F>
    /** @query read many */
    selectDistinct(): PgSelectBuilder
    /** @query read many */
    selectDistinct<F>(fields: F): PgSelectBuilder<F>
    /** @query read many */
    selectDistinctOn(on: any[]): PgSelectBuilder
    /** @query read many */
    selectDistinctOn<F>(on: any[], fields: F): PgSelectBuilder<F>
    /** @query write  @table 0 */
    insert<T>(table: T): PgInsertBuilder<T>
    /** @query write many  @table 0  @wide */
    update<T>(table: T): PgUpdateBuilder<T>
    /** @query delete many  @table 0  @wide */
    delete<T>(table: T): PgDeleteBase<T>
    /** @transaction 0 */
    transaction<T>(run: (tx: PgTransaction) => Promise<T>, config?: any): Promise<T>
    with(...queries: any[]): this
    $with: any
    $cache: any
    /** @query raw  @sql 0 */
    execute<T = any>(query: any): Promise<any>
    /** @query ddl  @table 0 */
    refreshMaterializedView(view: any): any
  }
  /** @handle */
  export class PgTransaction<A = any, B = any, C = any> extends PgDatabase<A, B, C> {
    rollback(): never
  }

  /** @builder lazy */
  export class PgSelectBuilder<F = undefined, T2 = any> {
    /** @step table 0 */
    from<T>(table: T): PgSelectBase<Selected<F, T>>
  }
  export class PgSelectBase<R = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> extends SelectSteps<R> {
    fullJoin(table: any, condition?: any): this
    innerJoinLateral(table: any, condition?: any): this
    leftJoinLateral(table: any, condition?: any): this
    intersectAll(query: any): this
    exceptAll(query: any): this
    /** @step lock */
    for(strength: any, config?: any): this
  }
  /** @builder lazy */
  export class PgInsertBuilder<T = any, T2 = any, T3 = any> {
    /** @step data 0 */
    values(rows: any): PgInsertBase<T>
    select(query: any): PgInsertBase<T>
    overridingSystemValue(): this
  }
  export class PgInsertBase<T = any, R = any, T3 = any, T4 = any, T5 = any, T6 = any> extends InsertSteps<R> {
    /** @step returning */
    returning(): PgInsertBase<T, Row<T>[]>
    /** @step returning */
    returning<F>(fields: F): PgInsertBase<T, Selected<F, T>[]>
    /** @step upsert */
    onConflictDoNothing(config?: any): this
    /** @step upsert */
    onConflictDoUpdate(config: any): this
  }
  /** @builder lazy */
  export class PgUpdateBuilder<T = any, T2 = any> {
    /** @step data 0 */
    set(values: any): PgUpdateBase<T>
  }
  export class PgUpdateBase<T = any, R = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any, T9 = any> extends UpdateSteps<R> {
    from(table: any): this
    innerJoin(table: any, condition?: any): this
    leftJoin(table: any, condition?: any): this
    /** @step returning */
    returning(): PgUpdateBase<T, Row<T>[]>
    /** @step returning */
    returning<F>(fields: F): PgUpdateBase<T, Selected<F, T>[]>
  }
  export class PgDeleteBase<T = any, R = any, T3 = any, T4 = any, T5 = any, T6 = any> extends DeleteSteps<R> {
    /** @step returning */
    returning(): PgDeleteBase<T, Row<T>[]>
    /** @step returning */
    returning<F>(fields: F): PgDeleteBase<T, Selected<F, T>[]>
  }

  export type PgTable<T = any> = any
  export type PgColumn<T = any, T2 = any, T3 = any> = any
  export type PgTableWithColumns<T = any> = any
  export type AnyPgColumn<T1 = any> = any
  export type PgQueryResultHKT = any

  /** @entity name=0 */
  export function pgTable<C>(name: string, columns: C | ((types: any) => C), extra?: any): Described<C>
  export function pgTableCreator(name: (name: string) => string): typeof pgTable
  export class PgSchema<T1 = any> {
    /** @entity name=0 */
    table<C>(name: string, columns: C | ((types: any) => C), extra?: any): Described<C>
    view(name: string, columns?: any): any
    materializedView(name: string, columns?: any): any
    enum(name: string, values: any): any
    sequence(name: string, options?: any): any
  }
  export function pgSchema(name: string): PgSchema
  /** @returns 0 */
  export function withReplicas<Q>(primary: Q, replicas: Q[], choose?: any): Q & { $primary: Q }
  export function alias(...args: any[]): any
  export function check(...args: any[]): any
  export function foreignKey(...args: any[]): any
  export function index(...args: any[]): any
  export function uniqueIndex(...args: any[]): any
  export function primaryKey(...args: any[]): any
  export function unique(...args: any[]): any
  export function pgEnum(...args: any[]): any
  export function pgView(...args: any[]): any
  export function pgMaterializedView(...args: any[]): any
  export function pgSequence(...args: any[]): any
  export function pgPolicy(...args: any[]): any
  export function pgRole(...args: any[]): any
  export function union(...args: any[]): any
  export function unionAll(...args: any[]): any
  export function intersect(...args: any[]): any
  export function except(...args: any[]): any
  export function bigint(...args: any[]): any
  export function bigserial(...args: any[]): any
  export function boolean(...args: any[]): any
  export function char(...args: any[]): any
  export function customType(...args: any[]): any
  export function date(...args: any[]): any
  export function doublePrecision(...args: any[]): any
  export function inet(...args: any[]): any
  export function integer(...args: any[]): any
  export function interval(...args: any[]): any
  export function json(...args: any[]): any
  export function jsonb(...args: any[]): any
  export function decimal(...args: any[]): any
  export function numeric(...args: any[]): any
  export function point(...args: any[]): any
  export function real(...args: any[]): any
  export function serial(...args: any[]): any
  export function smallint(...args: any[]): any
  export function smallserial(...args: any[]): any
  export function text(...args: any[]): any
  export function time(...args: any[]): any
  export function timestamp(...args: any[]): any
  export function uuid(...args: any[]): any
  export function varchar(...args: any[]): any
  export function vector(...args: any[]): any
}

declare module 'drizzle-orm/mysql-core' {
  import { DeleteSteps, Described, InsertSteps, RelationalQueryBuilder, Row, Selected, SelectSteps, UpdateSteps } from 'drizzle-orm'

  /** @connection */
  export class MySqlDatabase<A = any, B = any, C = any, D = any> {
    query: { [table: string]: RelationalQueryBuilder }
    /** @query aggregate  @table 0  @where 1 */
    $count(table: any, filter?: any): Promise<number>
    /** @query read many */
    select(): MySqlSelectBuilder
    /** @query read many */
    select<F>(fields: F): MySqlSelectBuilder<F>
    /** @query read many */
    selectDistinct(): MySqlSelectBuilder
    /** @query read many */
    selectDistinct<F>(fields: F): MySqlSelectBuilder<F>
    /** @query write  @table 0 */
    insert<T>(table: T): MySqlInsertBuilder<T>
    /** @query write many  @table 0  @wide */
    update<T>(table: T): MySqlUpdateBuilder<T>
    /** @query delete many  @table 0  @wide */
    delete<T>(table: T): MySqlDeleteBase<T>
    /** @transaction 0 */
    transaction<T>(run: (tx: MySqlTransaction) => Promise<T>, config?: any): Promise<T>
    with(...queries: any[]): this
    $with: any
    $cache: any
    /** @query raw  @sql 0 */
    execute<T = any>(query: any): Promise<any>
  }
  /** @handle */
  export class MySqlTransaction<A = any, B = any, C = any, D = any> extends MySqlDatabase<A, B, C, D> {
    rollback(): never
  }

  /** @builder lazy */
  export class MySqlSelectBuilder<F = undefined, T2 = any, T3 = any> {
    /** @step table 0 */
    from<T>(table: T, hints?: any): MySqlSelectBase<Selected<F, T>>
  }
  export class MySqlSelectBase<R = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any, T9 = any> extends SelectSteps<R> {
    innerJoinLateral(table: any, condition?: any): this
    leftJoinLateral(table: any, condition?: any): this
    intersectAll(query: any): this
    exceptAll(query: any): this
    /** @step lock */
    for(strength: any, config?: any): this
    /** @step stream, execute */
    iterator(...args: any[]): any
  }
  /** @builder lazy */
  export class MySqlInsertBuilder<T = any, T2 = any, T3 = any> {
    /** @step upsert */
    ignore(): this
    /** @step data 0 */
    values(rows: any): MySqlInsertBase<T>
    select(query: any): MySqlInsertBase<T>
  }
  export class MySqlInsertBase<T = any, R = any, T3 = any, T4 = any, T5 = any, T6 = any> extends InsertSteps<R> {
    /** @step upsert */
    onDuplicateKeyUpdate(config: any): this
    /** @step returning */
    $returningId(): MySqlInsertBase<T, any[]>
  }
  /** @builder lazy */
  export class MySqlUpdateBuilder<T = any, T2 = any, T3 = any> {
    /** @step data 0 */
    set(values: any): MySqlUpdateBase<T>
  }
  export class MySqlUpdateBase<T = any, R = any, T3 = any, T4 = any, T5 = any> extends UpdateSteps<R> {
    /** @step limit 0 */
    limit(count: any): this
    /** @step order 0+ */
    orderBy(...columns: any[]): this
  }
  export class MySqlDeleteBase<T = any, R = any, T3 = any, T4 = any, T5 = any> extends DeleteSteps<R> {
    /** @step limit 0 */
    limit(count: any): this
    /** @step order 0+ */
    orderBy(...columns: any[]): this
  }

  export type MySqlTable<T = any> = any
  export type MySqlColumn<T = any, T2 = any, T3 = any> = any
  export type AnyMySqlColumn<T1 = any> = any

  /** @entity name=0 */
  export function mysqlTable<C>(name: string, columns: C | ((types: any) => C), extra?: any): Described<C>
  export function mysqlTableCreator(name: (name: string) => string): typeof mysqlTable
  export class MySqlSchema<T1 = any> {
    /** @entity name=0 */
    table<C>(name: string, columns: C | ((types: any) => C), extra?: any): Described<C>
    view(name: string, columns?: any): any
  }
  export function mysqlSchema(name: string): MySqlSchema
  /** @returns 0 */
  export function withReplicas<Q>(primary: Q, replicas: Q[], choose?: any): Q & { $primary: Q }
  export function alias(...args: any[]): any
  export function check(...args: any[]): any
  export function foreignKey(...args: any[]): any
  export function index(...args: any[]): any
  export function uniqueIndex(...args: any[]): any
  export function primaryKey(...args: any[]): any
  export function unique(...args: any[]): any
  export function mysqlEnum(...args: any[]): any
  export function mysqlView(...args: any[]): any
  export function union(...args: any[]): any
  export function unionAll(...args: any[]): any
  export function intersect(...args: any[]): any
  export function except(...args: any[]): any
  export function bigint(...args: any[]): any
  export function binary(...args: any[]): any
  export function boolean(...args: any[]): any
  export function char(...args: any[]): any
  export function customType(...args: any[]): any
  export function date(...args: any[]): any
  export function datetime(...args: any[]): any
  export function decimal(...args: any[]): any
  export function double(...args: any[]): any
  export function float(...args: any[]): any
  export function int(...args: any[]): any
  export function json(...args: any[]): any
  export function mediumint(...args: any[]): any
  export function real(...args: any[]): any
  export function serial(...args: any[]): any
  export function smallint(...args: any[]): any
  export function longtext(...args: any[]): any
  export function mediumtext(...args: any[]): any
  export function text(...args: any[]): any
  export function tinytext(...args: any[]): any
  export function time(...args: any[]): any
  export function timestamp(...args: any[]): any
  export function tinyint(...args: any[]): any
  export function varbinary(...args: any[]): any
  export function varchar(...args: any[]): any
  export function year(...args: any[]): any
}

declare module 'drizzle-orm/sqlite-core' {
  import { DeleteSteps, Described, InsertSteps, RelationalQueryBuilder, Row, Selected, SelectSteps, UpdateSteps } from 'drizzle-orm'

  /** @connection */
  export class BaseSQLiteDatabase<K = any, R = any, F = any, S = any> {
    query: { [table: string]: RelationalQueryBuilder }
    /** @query aggregate  @table 0  @where 1 */
    $count(table: any, filter?: any): Promise<number>
    /** @query read many */
    select(): SQLiteSelectBuilder
    /** @query read many */
    select<F>(fields: F): SQLiteSelectBuilder<F>
    /** @query read many */
    selectDistinct(): SQLiteSelectBuilder
    /** @query read many */
    selectDistinct<F>(fields: F): SQLiteSelectBuilder<F>
    /** @query write  @table 0 */
    insert<T>(table: T): SQLiteInsertBuilder<T>
    /** @query write many  @table 0  @wide */
    update<T>(table: T): SQLiteUpdateBuilder<T>
    /** @query delete many  @table 0  @wide */
    delete<T>(table: T): SQLiteDeleteBase<T>
    /** @transaction 0 @timeout default -- one writer, whose wait the driver bounds */
    transaction<T>(run: (tx: SQLiteTransaction) => T, config?: any): T
    with(...queries: any[]): this
    $with: any
    $cache: any
    /** @query raw  @sql 0 */
    run(query: any): any
    /** @query raw  @sql 0 */
    all<T = any>(query: any): any
    /** @query raw one  @sql 0 */
    get<T = any>(query: any): any
    /** @query raw  @sql 0 */
    values<T = any>(query: any): any
  }
  /** @handle */
  export class SQLiteTransaction<K = any, R = any, F = any, S = any> extends BaseSQLiteDatabase<K, R, F, S> {
    rollback(): never
  }

  /** @builder lazy */
  export class SQLiteSelectBuilder<F = undefined, T2 = any, T3 = any, T4 = any> {
    /** @step table 0 */
    from<T>(table: T): SQLiteSelectBase<Selected<F, T>>
  }
  export class SQLiteSelectBase<R = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any, T9 = any, T10 = any> extends SelectSteps<R> {
    fullJoin(table: any, condition?: any): this
    /** @step execute */
    run(...args: any[]): any
    /** @step execute */
    all(...args: any[]): any
    /** @step one, execute */
    get(...args: any[]): any
    /** @step execute */
    values(...args: any[]): any
  }
  /** @builder lazy */
  export class SQLiteInsertBuilder<T = any, T2 = any, T3 = any> {
    /** @step data 0 */
    values(rows: any): SQLiteInsertBase<T>
    select(query: any): SQLiteInsertBase<T>
  }
  export class SQLiteInsertBase<T = any, R = any, T3 = any, T4 = any, T5 = any, T6 = any> extends InsertSteps<R> {
    /** @step returning */
    returning(): SQLiteInsertBase<T, Row<T>[]>
    /** @step returning */
    returning<F>(fields: F): SQLiteInsertBase<T, Selected<F, T>[]>
    /** @step upsert */
    onConflictDoNothing(config?: any): this
    /** @step upsert */
    onConflictDoUpdate(config: any): this
    /** @step execute */
    run(...args: any[]): any
    /** @step execute */
    all(...args: any[]): any
    /** @step one, execute */
    get(...args: any[]): any
    /** @step execute */
    values(...args: any[]): any
  }
  /** @builder lazy */
  export class SQLiteUpdateBuilder<T = any, T2 = any, T3 = any> {
    /** @step data 0 */
    set(values: any): SQLiteUpdateBase<T>
  }
  export class SQLiteUpdateBase<T = any, R = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any> extends UpdateSteps<R> {
    from(table: any): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step order 0+ */
    orderBy(...columns: any[]): this
    /** @step returning */
    returning(): SQLiteUpdateBase<T, Row<T>[]>
    /** @step returning */
    returning<F>(fields: F): SQLiteUpdateBase<T, Selected<F, T>[]>
    /** @step execute */
    run(...args: any[]): any
    /** @step execute */
    all(...args: any[]): any
    /** @step one, execute */
    get(...args: any[]): any
    /** @step execute */
    values(...args: any[]): any
  }
  export class SQLiteDeleteBase<T = any, R = any, T3 = any, T4 = any, T5 = any, T6 = any> extends DeleteSteps<R> {
    /** @step limit 0 */
    limit(count: any): this
    /** @step order 0+ */
    orderBy(...columns: any[]): this
    /** @step returning */
    returning(): SQLiteDeleteBase<T, Row<T>[]>
    /** @step returning */
    returning<F>(fields: F): SQLiteDeleteBase<T, Selected<F, T>[]>
    /** @step execute */
    run(...args: any[]): any
    /** @step execute */
    all(...args: any[]): any
    /** @step one, execute */
    get(...args: any[]): any
    /** @step execute */
    values(...args: any[]): any
  }

  export type SQLiteTable<T = any> = any
  export type SQLiteColumn<T = any, T2 = any, T3 = any> = any
  export type AnySQLiteColumn<T1 = any> = any

  /** @entity name=0 */
  export function sqliteTable<C>(name: string, columns: C | ((types: any) => C), extra?: any): Described<C>
  export function sqliteTableCreator(name: (name: string) => string): typeof sqliteTable
  /** @returns 0 */
  export function withReplicas<Q>(primary: Q, replicas: Q[], choose?: any): Q & { $primary: Q }
  export function alias(...args: any[]): any
  export function check(...args: any[]): any
  export function foreignKey(...args: any[]): any
  export function index(...args: any[]): any
  export function uniqueIndex(...args: any[]): any
  export function primaryKey(...args: any[]): any
  export function unique(...args: any[]): any
  export function sqliteView(...args: any[]): any
  export function union(...args: any[]): any
  export function unionAll(...args: any[]): any
  export function intersect(...args: any[]): any
  export function except(...args: any[]): any
  export function blob(...args: any[]): any
  export function customType(...args: any[]): any
  export function int(...args: any[]): any
  export function integer(...args: any[]): any
  export function numeric(...args: any[]): any
  export function real(...args: any[]): any
  export function text(...args: any[]): any
}

declare module 'drizzle-orm/node-postgres' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class NodePgDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): NodePgDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/postgres-js' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class PostgresJsDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): PostgresJsDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/neon-http' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class NeonHttpDatabase<S = any> extends PgDatabase<any, S> {
    /** @transaction array 0 */
    batch(queries: readonly any[]): Promise<any>
  }
  export function drizzle<S = any, C = any>(...args: any[]): NeonHttpDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/neon-serverless' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class NeonDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): NeonDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/vercel-postgres' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class VercelPgDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): VercelPgDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/pglite' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class PgliteDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): PgliteDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/pg-proxy' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class PgRemoteDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): PgRemoteDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/aws-data-api/pg' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class AwsDataApiPgDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): AwsDataApiPgDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/xata-http' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class XataHttpDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): XataHttpDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/mysql2' {
  import { MySqlDatabase } from 'drizzle-orm/mysql-core'
  export class MySql2Database<S = any> extends MySqlDatabase<any, any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): MySql2Database<S> & { $client: C }
}
declare module 'drizzle-orm/planetscale-serverless' {
  import { MySqlDatabase } from 'drizzle-orm/mysql-core'
  export class PlanetScaleDatabase<S = any> extends MySqlDatabase<any, any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): PlanetScaleDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/tidb-serverless' {
  import { MySqlDatabase } from 'drizzle-orm/mysql-core'
  export class TiDBServerlessDatabase<S = any> extends MySqlDatabase<any, any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): TiDBServerlessDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/mysql-proxy' {
  import { MySqlDatabase } from 'drizzle-orm/mysql-core'
  export class MySqlRemoteDatabase<S = any> extends MySqlDatabase<any, any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): MySqlRemoteDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/better-sqlite3' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  /** @immediate */
  export class BetterSQLite3Database<S = any> extends BaseSQLiteDatabase<'sync', any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): BetterSQLite3Database<S> & { $client: C }
}
declare module 'drizzle-orm/bun-sqlite' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  /** @immediate */
  export class BunSQLiteDatabase<S = any> extends BaseSQLiteDatabase<'sync', any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): BunSQLiteDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/expo-sqlite' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  /** @immediate */
  export class ExpoSQLiteDatabase<S = any> extends BaseSQLiteDatabase<'sync', any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): ExpoSQLiteDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/libsql' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  export class LibSQLDatabase<S = any> extends BaseSQLiteDatabase<'async', any, S> {
    /** @transaction array 0 */
    batch(queries: readonly any[]): Promise<any>
  }
  export function drizzle<S = any, C = any>(...args: any[]): LibSQLDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/d1' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  export class DrizzleD1Database<S = any> extends BaseSQLiteDatabase<'async', any, S> {
    /** @transaction array 0 */
    batch(queries: readonly any[]): Promise<any>
  }
  export function drizzle<S = any, C = any>(...args: any[]): DrizzleD1Database<S> & { $client: C }
}
declare module 'drizzle-orm/sqlite-proxy' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  export class SqliteRemoteDatabase<S = any> extends BaseSQLiteDatabase<'async', any, S> {
    /** @transaction array 0 */
    batch(queries: readonly any[]): Promise<any>
  }
  export function drizzle<S = any, C = any>(...args: any[]): SqliteRemoteDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/durable-sqlite' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  /** @immediate */
  export class DrizzleSqliteDODatabase<S = any> extends BaseSQLiteDatabase<'sync', any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): DrizzleSqliteDODatabase<S> & { $client: C }
}
declare module 'drizzle-orm/libsql/http' {
  export { drizzle } from 'drizzle-orm/libsql'
}
declare module 'drizzle-orm/libsql/node' {
  export { drizzle } from 'drizzle-orm/libsql'
}
declare module 'drizzle-orm/libsql/sqlite3' {
  export { drizzle } from 'drizzle-orm/libsql'
}
declare module 'drizzle-orm/libsql/wasm' {
  export { drizzle } from 'drizzle-orm/libsql'
}
declare module 'drizzle-orm/libsql/web' {
  export { drizzle } from 'drizzle-orm/libsql'
}
declare module 'drizzle-orm/libsql/ws' {
  export { drizzle } from 'drizzle-orm/libsql'
}
declare module 'drizzle-orm/bun-sql' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class BunSQLDatabase<S = any> extends PgDatabase<any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): BunSQLDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/op-sqlite' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  export class OPSQLiteDatabase<S = any> extends BaseSQLiteDatabase<'async', any, S> {}
  export function drizzle<S = any, C = any>(...args: any[]): OPSQLiteDatabase<S> & { $client: C }
}
declare module 'drizzle-orm/sql-js' {
  import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
  /** @immediate */
  export type SQLJsDatabase<S = any> = BaseSQLiteDatabase<'sync', any, S>
  export function drizzle<S = any, C = any>(...args: any[]): SQLJsDatabase<S>
}
