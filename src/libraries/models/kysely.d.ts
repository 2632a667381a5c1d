/* Kysely: typed builders over a database type, raw SQL by a tagged template, transactions by handle. */

declare module 'kysely' {
  export type ColumnType<S, I = S, U = S> = { readonly __select__: S; readonly __insert__: I; readonly __update__: U }
  export type Generated<S> = ColumnType<S, S | undefined, S>
  export type GeneratedAlways<S> = ColumnType<S, never, never>
  export type JSONColumnType<S, I = string, U = string> = ColumnType<S, I, U>
  export type Selectable<R> = { [C in keyof R]: R[C] extends { readonly __select__: infer S } ? S : R[C] }
  export type Insertable<R> = { [C in keyof R]?: any }
  export type Updateable<R> = { [C in keyof R]?: any }
  export type InferResult<T> = any
  export type SqlBool = any
  export type ComparisonOperatorExpression = any
  export type ReferenceExpression<DB = any, TB = any> = any
  export type StringReference<DB = any, TB = any> = any
  export type OperandExpression<T = any> = any
  export type OrderByExpression<DB = any, TB = any, O = any> = any
  export type AnyColumn<DB = any, TB = any> = any
  export type Simplify<T> = T
  export type Nullable<T> = T
  export interface Expression<T = any> {
    expressionType?: T
  }
  export interface AliasedExpression<T = any, A = any> {
    alias: any
  }
  export interface CompiledQuery<O = any> {
    sql: string
    parameters: readonly any[]
  }
  export interface QueryResult<O = any> {
    rows: O[]
    numAffectedRows?: bigint
    insertId?: bigint
  }
  export class InsertResult {
    insertId: bigint
    numInsertedOrUpdatedRows: bigint
  }
  export class UpdateResult {
    numUpdatedRows: bigint
    numChangedRows?: bigint
  }
  export class DeleteResult {
    numDeletedRows: bigint
  }

  /** Rows of a table by what was written: `orders`, `orders as o`, a subquery. */
  type RowOf<DB, T> = T extends `${infer N} as ${string}` ? TableRow<DB, N> : TableRow<DB, T>
  type TableRow<DB, N> = N extends keyof DB ? Selectable<DB[N]> : any
  type TableArgument = string | readonly any[] | object

  /** Ways to begin a statement. */
  export class QueryCreator<DB = any> {
    /** @query read many  @table 0 */
    selectFrom<T extends TableArgument>(table: T): SelectQueryBuilder<DB, T, RowOf<DB, T>>
    /** @query read many */
    selectNoFrom(selection: any): SelectQueryBuilder<DB, any, any>
    /** @query write  @table 0 */
    insertInto<T extends string>(table: T): InsertQueryBuilder<DB, T, InsertResult>
    /** @query write  @table 0  @upsert */
    replaceInto<T extends string>(table: T): InsertQueryBuilder<DB, T, InsertResult>
    /** @query write many  @table 0  @wide */
    updateTable<T extends TableArgument>(table: T): UpdateQueryBuilder<DB, T, T, UpdateResult>
    /** @query delete many  @table 0  @wide */
    deleteFrom<T extends TableArgument>(table: T): DeleteQueryBuilder<DB, T, DeleteResult>
    /** @query write many  @table 0  @upsert */
    mergeInto(table: any): any
    with(name: any, run: (parts: ExpressionBuilder<DB>) => any): QueryCreator<any>
    withRecursive(name: any, run: (parts: ExpressionBuilder<any>) => any): QueryCreator<any>
    withSchema(schema: string): this
    withPlugin(plugin: any): this
    withoutPlugins(): this
  }

  /** @connection */
  export class Kysely<DB = any> extends QueryCreator<DB> {
    constructor(config: any)
    schema: SchemaModule
    fn: any
    dynamic: any
    introspection: any
    isTransaction: boolean
    case(...args: any[]): any
    transaction(): TransactionBuilder<DB>
    startTransaction(): ControlledTransactionBuilder<DB>
    connection(): ConnectionBuilder<DB>
    withTables<T = any>(): Kysely<DB & T>
    /** @query raw  @sql 0.sql */
    executeQuery<R = any>(query: any, options?: any): Promise<QueryResult<R>>
    destroy(): Promise<void>
  }
  /** @handle */
  export class Transaction<DB = any> extends Kysely<DB> {}
  export class TransactionBuilder<DB = any> {
    setIsolationLevel(level: any): this
    setAccessMode(mode: any): this
    /** @transaction 0 */
    execute<T>(run: (trx: Transaction<DB>) => Promise<T>): Promise<T>
  }
  export class ControlledTransactionBuilder<DB = any> {
    setIsolationLevel(level: any): this
    setAccessMode(mode: any): this
    /** @transaction begin handle=return */
    execute(): Promise<ControlledTransaction<DB>>
  }
  /** @handle */
  export class ControlledTransaction<DB = any, S = any> extends Transaction<DB> {
    isCommitted: boolean
    isRolledBack: boolean
    /** @transaction commit */
    commit(): Command<void>
    /** @transaction rollback */
    rollback(): Command<void>
    savepoint(name: string): Command<ControlledTransaction<DB>>
    rollbackToSavepoint(name: string): Command<ControlledTransaction<DB>>
    releaseSavepoint(name: string): Command<ControlledTransaction<DB>>
  }
  export class Command<T> {
    execute(): Promise<T>
  }
  export class ConnectionBuilder<DB = any> {
    /** @calls 0 once */
    execute<T>(run: (db: Kysely<DB>) => Promise<T>): Promise<T>
  }

  /** A filter, or a function that is given the expression builder. */
  type Given<DB, TB> = ((builder: ExpressionBuilder<DB, TB>) => any) | Expression | object | boolean

  /** @builder lazy */
  export interface SelectQueryBuilder<DB = any, TB = any, O = any> extends Expression<O> {
    select(selection: ((builder: ExpressionBuilder<DB, TB>) => any) | string | readonly any[] | object): this
    selectAll(table?: any): this
    clearSelect(): this
    distinct(): this
    distinctOn(columns: any): this
    /** @step where 0+ */
    where(column: any, operator: any, value: any): this
    /** @step where 0+ */
    where(filter: Given<DB, TB>): this
    /** @step where 0+ */
    whereRef(left: any, operator: any, right: any): this
    clearWhere(): this
    having(...args: any[]): this
    havingRef(left: any, operator: any, right: any): this
    innerJoin(table: any, ...on: any[]): this
    leftJoin(table: any, ...on: any[]): this
    rightJoin(table: any, ...on: any[]): this
    fullJoin(table: any, ...on: any[]): this
    crossJoin(table: any, ...on: any[]): this
    innerJoinLateral(table: any, ...on: any[]): this
    leftJoinLateral(table: any, ...on: any[]): this
    groupBy(columns: any): this
    /** @step order 0+ */
    orderBy(...by: any[]): this
    clearOrderBy(): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step limit 0 */
    top(count: any, modifiers?: any): this
    /** @step limit 0 */
    fetch(count: any, modifiers?: any): this
    clearLimit(): this
    /** @step offset 0 */
    offset(count: any): this
    /** @step lock */
    forUpdate(of?: any): this
    /** @step lock */
    forShare(of?: any): this
    /** @step lock */
    forNoKeyUpdate(of?: any): this
    /** @step lock */
    forKeyShare(of?: any): this
    skipLocked(): this
    noWait(): this
    union(query: any): this
    unionAll(query: any): this
    intersect(query: any): this
    except(query: any): this
    /** @step text */
    as(alias: string): any
    $asScalar(): any
    $if(condition: any, run: (builder: this) => any): this
    $call<T>(run: (builder: this) => T): T
    $castTo<T>(): SelectQueryBuilder<DB, TB, T>
    $narrowType<T>(): this
    $assertType<T>(): this
    withPlugin(plugin: any): this
    modifyEnd(modifier: any): this
    compile(): CompiledQuery<O>
    toOperationNode(): any
    explain<R = any>(format?: any, options?: any): Promise<R[]>
    /** @step execute */
    execute(options?: any): Promise<O[]>
    /** @step one, execute */
    executeTakeFirst(options?: any): Promise<O>
    /** @step one, execute */
    executeTakeFirstOrThrow(error?: any, options?: any): Promise<O>
    /** @step stream, execute */
    stream(chunk?: any, options?: any): AsyncIterableIterator<O>
  }
  /** @builder lazy */
  export class InsertQueryBuilder<DB = any, TB = any, O = any> {
    /** @step data 0 */
    values(rows: any): this
    columns(columns: any): this
    /** Rows of a query. @step data 0 */
    expression(query: any): this
    defaultValues(): this
    /** @step upsert */
    onConflict(run: (conflict: any) => any): this
    /** @step upsert */
    onDuplicateKeyUpdate(values: any): this
    /** @step upsert */
    ignore(): this
    /** @step upsert */
    orIgnore(): this
    /** @step upsert */
    orReplace(): this
    /** @step returning */
    returning(selection: any): InsertQueryBuilder<DB, TB, RowOf<DB, TB>>
    /** @step returning */
    returningAll(table?: any): InsertQueryBuilder<DB, TB, RowOf<DB, TB>>
    /** @step returning */
    output(selection: any): InsertQueryBuilder<DB, TB, RowOf<DB, TB>>
    $if(condition: any, run: (builder: this) => any): this
    $call<T>(run: (builder: this) => T): T
    $castTo<T>(): InsertQueryBuilder<DB, TB, T>
    $narrowType<T>(): this
    $assertType<T>(): this
    withPlugin(plugin: any): this
    modifyEnd(modifier: any): this
    compile(): CompiledQuery<O>
    toOperationNode(): any
    explain<R = any>(format?: any, options?: any): Promise<R[]>
    /** @step execute */
    execute(options?: any): Promise<O[]>
    /** @step execute */
    executeTakeFirst(options?: any): Promise<O>
    /** @step execute */
    executeTakeFirstOrThrow(error?: any, options?: any): Promise<O>
    /** @step stream, execute */
    stream(chunk?: any, options?: any): AsyncIterableIterator<O>
  }
  /** @builder lazy */
  export class UpdateQueryBuilder<DB = any, UT = any, TB = any, O = any> {
    /** @step data 0 */
    set(values: ((builder: ExpressionBuilder<DB, UT>) => any) | object): this
    /** @step data 0+ */
    set(column: any, value: any): this
    from(table: any): this
    /** @step where 0+ */
    where(column: any, operator: any, value: any): this
    /** @step where 0+ */
    where(filter: Given<DB, TB>): this
    /** @step where 0+ */
    whereRef(left: any, operator: any, right: any): this
    innerJoin(table: any, ...on: any[]): this
    leftJoin(table: any, ...on: any[]): this
    /** @step order 0+ */
    orderBy(...by: any[]): this
    clearOrderBy(): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step limit 0 */
    top(count: any, modifiers?: any): this
    /** @step returning */
    returning(selection: any): UpdateQueryBuilder<DB, UT, TB, RowOf<DB, UT>>
    /** @step returning */
    returningAll(table?: any): UpdateQueryBuilder<DB, UT, TB, RowOf<DB, UT>>
    /** @step returning */
    output(selection: any): UpdateQueryBuilder<DB, UT, TB, RowOf<DB, UT>>
    $if(condition: any, run: (builder: this) => any): this
    $call<T>(run: (builder: this) => T): T
    $castTo<T>(): UpdateQueryBuilder<DB, UT, TB, T>
    $narrowType<T>(): this
    $assertType<T>(): this
    withPlugin(plugin: any): this
    modifyEnd(modifier: any): this
    compile(): CompiledQuery<O>
    toOperationNode(): any
    explain<R = any>(format?: any, options?: any): Promise<R[]>
    /** @step execute */
    execute(options?: any): Promise<O[]>
    /** @step execute */
    executeTakeFirst(options?: any): Promise<O>
    /** @step execute */
    executeTakeFirstOrThrow(error?: any, options?: any): Promise<O>
    /** @step stream, execute */
    stream(chunk?: any, options?: any): AsyncIterableIterator<O>
  }
  /** @builder lazy */
  export class DeleteQueryBuilder<DB = any, TB = any, O = any> {
    using(table: any): this
    /** @step where 0+ */
    where(column: any, operator: any, value: any): this
    /** @step where 0+ */
    where(filter: Given<DB, TB>): this
    /** @step where 0+ */
    whereRef(left: any, operator: any, right: any): this
    innerJoin(table: any, ...on: any[]): this
    leftJoin(table: any, ...on: any[]): this
    /** @step order 0+ */
    orderBy(...by: any[]): this
    clearOrderBy(): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step limit 0 */
    top(count: any, modifiers?: any): this
    /** @step returning */
    returning(selection: any): DeleteQueryBuilder<DB, TB, RowOf<DB, TB>>
    /** @step returning */
    returningAll(table?: any): DeleteQueryBuilder<DB, TB, RowOf<DB, TB>>
    /** @step returning */
    output(selection: any): DeleteQueryBuilder<DB, TB, RowOf<DB, TB>>
    $if(condition: any, run: (builder: this) => any): this
    $call<T>(run: (builder: this) => T): T
    $castTo<T>(): DeleteQueryBuilder<DB, TB, T>
    $narrowType<T>(): this
    $assertType<T>(): this
    withPlugin(plugin: any): this
    modifyEnd(modifier: any): this
    compile(): CompiledQuery<O>
    toOperationNode(): any
    explain<R = any>(format?: any, options?: any): Promise<R[]>
    /** @step execute */
    execute(options?: any): Promise<O[]>
    /** @step execute */
    executeTakeFirst(options?: any): Promise<O>
    /** @step execute */
    executeTakeFirstOrThrow(error?: any, options?: any): Promise<O>
    /** @step stream, execute */
    stream(chunk?: any, options?: any): AsyncIterableIterator<O>
  }

  /** Parts of statements; a `selectFrom` here is a subquery and runs with what it stands in. */
  export interface ExpressionBuilder<DB = any, TB = any> {
    (left: any, operator?: any, right?: any): any
    selectFrom<T extends TableArgument>(table: T): SelectQueryBuilder<DB, T, RowOf<DB, T>>
    fn: any
    case(...args: any[]): any
    ref(...args: any[]): any
    table(...args: any[]): any
    val(...args: any[]): any
    lit(...args: any[]): any
    tuple(...args: any[]): any
    refTuple(...args: any[]): any
    unary(...args: any[]): any
    not(...args: any[]): any
    exists(...args: any[]): any
    neg(...args: any[]): any
    between(...args: any[]): any
    betweenSymmetric(...args: any[]): any
    and(...args: any[]): any
    or(...args: any[]): any
    parens(...args: any[]): any
    cast(...args: any[]): any
    withSchema(...args: any[]): any
  }
  export function expressionBuilder<DB = any, TB = any>(...args: any[]): ExpressionBuilder<DB, TB>

  export interface RawBuilder<O = any> extends Expression<O> {
    /** @query raw  @sql this  @handle 0 */
    execute(db: any, options?: any): Promise<QueryResult<O>>
    as(alias: any): any
    compile(db: any): CompiledQuery<O>
    $castTo<T>(): RawBuilder<T>
    $notNull(): RawBuilder<O>
    withPlugin(plugin: any): RawBuilder<O>
  }
  export interface Sql {
    /** @fragment template */
    <T = any>(strings: TemplateStringsArray, ...values: any[]): RawBuilder<T>
    /** Bound. */
    val<T = any>(value: any): RawBuilder<T>
    /** Quoted. @escapes sql  @propagates 0 */
    ref<T = any>(name: string): RawBuilder<T>
    /** Quoted. @escapes sql  @propagates 0 */
    table<T = any>(name: string): RawBuilder<T>
    /** Quoted. @escapes sql  @propagates 0+ */
    id<T = any>(...names: readonly string[]): RawBuilder<T>
    /** A literal in the text. @fragment 0  @propagates 0 */
    lit<T = any>(value: any): RawBuilder<T>
    /** @fragment 0  @propagates 0  @twin this */
    raw<T = any>(text: string): RawBuilder<T>
    /** @propagates 0 */
    join<T = any>(values: readonly any[], separator?: any): RawBuilder<T>
  }
  export const sql: Sql

  export class SchemaModule {
    /** @query ddl  @table 0 */
    createTable(name: string): any
    /** @query ddl  @table 0 */
    dropTable(name: string): any
    /** @query ddl  @table 0 */
    alterTable(name: string): any
    /** @query ddl  @table 0 */
    createView(name: string): any
    /** @query ddl  @table 0 */
    dropView(name: string): any
    /** @query ddl  @table 0 */
    refreshMaterializedView(name: string): any
    /** @query ddl */
    createIndex(name: string): any
    /** @query ddl */
    dropIndex(name: string): any
    /** @query ddl */
    createSchema(name: string): any
    /** @query ddl */
    dropSchema(name: string): any
    /** @query ddl */
    createType(name: string): any
    /** @query ddl */
    dropType(name: string): any
    withSchema(schema: string): SchemaModule
  }
  export interface Migration {
    up(db: Kysely<any>): Promise<void>
    down?(db: Kysely<any>): Promise<void>
  }
  export class Migrator {
    constructor(props: any)
    migrateToLatest(options?: any): Promise<any>
    migrateUp(options?: any): Promise<any>
    migrateDown(options?: any): Promise<any>
  }
  export class NoResultError extends Error {}
  export class PostgresDialect {
    constructor(config?: any, ...rest: any[])
  }
  export class MysqlDialect {
    constructor(config?: any, ...rest: any[])
  }
  export class SqliteDialect {
    constructor(config?: any, ...rest: any[])
  }
  export class MssqlDialect {
    constructor(config?: any, ...rest: any[])
  }
  export class CamelCasePlugin {
    constructor(config?: any, ...rest: any[])
  }
  export class ParseJSONResultsPlugin {
    constructor(config?: any, ...rest: any[])
  }
  export class DeduplicateJoinsPlugin {
    constructor(config?: any, ...rest: any[])
  }
  export class WithSchemaPlugin {
    constructor(config?: any, ...rest: any[])
  }
  export class FileMigrationProvider {
    constructor(config?: any, ...rest: any[])
  }
}

declare module 'kysely/helpers/postgres' {
  export function jsonArrayFrom(query: any): any
  export function jsonObjectFrom(query: any): any
  export function jsonBuildObject(query: any): any
}

declare module 'kysely/helpers/mysql' {
  export function jsonArrayFrom(query: any): any
  export function jsonObjectFrom(query: any): any
  export function jsonBuildObject(query: any): any
}

declare module 'kysely/helpers/sqlite' {
  export function jsonArrayFrom(query: any): any
  export function jsonObjectFrom(query: any): any
  export function jsonBuildObject(query: any): any
}

declare module 'kysely/helpers/mssql' {
  export function jsonArrayFrom(query: any): any
  export function jsonObjectFrom(query: any): any
  export function jsonBuildObject(query: any): any
}
