/* Kysely: typed builders over a database type, raw SQL by a tagged template. */

declare module 'kysely' {
  export type Generated<T> = T
  export type ColumnType<S = any, I = any, U = any> = S
  export type Selectable<T> = T
  export type Insertable<T> = T
  export type Updateable<T> = T
  export type Expression<T = any> = any
  export type ExpressionBuilder<DB = any, TB = any> = any
  export type SqlBool = any
  export type RawBuilder<T = any> = any

  /** Ways to begin a statement. */
  export class QueryCreator<DB = any> {
    /** @query read many  @table 0 */
    selectFrom(table: any): SelectQueryBuilder<DB>
    /** @query write  @table 0 */
    insertInto(table: any): InsertQueryBuilder<DB>
    /** @query write many  @table 0 */
    updateTable(table: any): UpdateQueryBuilder<DB>
    /** @query delete many  @table 0 */
    deleteFrom(table: any): DeleteQueryBuilder<DB>
    /** @query write  @table 0 */
    replaceInto(table: any): InsertQueryBuilder<DB>
    /** @query write  @table 0 */
    mergeInto(table: any): any
    with(name: any, run: (creator: QueryCreator<DB>) => any): QueryCreator<any>
    withRecursive(name: any, run: (creator: QueryCreator<DB>) => any): QueryCreator<any>
    withSchema(schema: string): this
  }

  /** @connection */
  export class Kysely<DB = any> extends QueryCreator<DB> {
    constructor(config: any)
    schema: any
    fn: any
    dynamic: any
    introspection: any
    transaction(): TransactionBuilder<DB>
    startTransaction(): any
    connection(): any
    destroy(): Promise<void>
    withPlugin(plugin: any): this
    withoutPlugins(): this
    /** @query raw */
    executeQuery<R = any>(query: any, id?: any): Promise<any>
  }
  /** @handle */
  export class Transaction<DB = any> extends Kysely<DB> {}
  export class TransactionBuilder<DB = any> {
    setIsolationLevel(level: any): this
    setAccessMode(mode: any): this
    /** @transaction 0 */
    execute<T>(run: (trx: Transaction<DB>) => Promise<T>): Promise<T>
  }

  /** @builder lazy */
  export interface SelectQueryBuilder<DB = any, TB = any, O = any> {
    select(selection: any): this
    selectAll(table?: any): this
    distinct(): this
    distinctOn(columns: any): this
    /** @step where 0+ */
    where(...args: any[]): this
    /** @step where 0+ */
    whereRef(...args: any[]): this
    having(...args: any[]): this
    innerJoin(...args: any[]): this
    leftJoin(...args: any[]): this
    rightJoin(...args: any[]): this
    fullJoin(...args: any[]): this
    groupBy(columns: any): this
    /** @step order 0+ */
    orderBy(...args: any[]): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step limit 0 */
    top(count: any, modifiers?: any): this
    /** @step limit 0 */
    fetch(count: any, modifiers?: any): this
    /** @step offset 0 */
    offset(count: any): this
    /** @step lock */
    forUpdate(of?: any): this
    /** @step lock */
    forShare(of?: any): this
    skipLocked(): this
    noWait(): this
    union(query: any): this
    unionAll(query: any): this
    as(alias: string): any
    $if(condition: any, run: (builder: this) => any): this
    $call<T>(run: (builder: this) => T): T
    $castTo<T>(): this
    $narrowType<T>(): this
    compile(): any
    /** @step execute */
    execute(): Promise<any[]>
    /** @step one, execute */
    executeTakeFirst(): Promise<any>
    /** @step one, execute */
    executeTakeFirstOrThrow(error?: any): Promise<any>
    /** @step stream, execute */
    stream(chunk?: number): any
    explain(...args: any[]): Promise<any[]>
  }
  /** @builder lazy */
  export class InsertQueryBuilder<DB = any, TB = any, O = any> {
    /** @step data 0 */
    values(rows: any): this
    columns(columns: any): this
    expression(query: any): this
    /** @step upsert */
    onConflict(run: (builder: any) => any): this
    /** @step upsert */
    onDuplicateKeyUpdate(values: any): this
    /** @step upsert */
    ignore(): this
    returning(selection: any): this
    returningAll(): this
    $if(condition: any, run: (builder: this) => any): this
    compile(): any
    /** @step execute */
    execute(): Promise<any[]>
    /** @step execute */
    executeTakeFirst(): Promise<any>
    /** @step execute */
    executeTakeFirstOrThrow(error?: any): Promise<any>
  }
  /** @builder lazy */
  export class UpdateQueryBuilder<DB = any, UT = any, TB = any, O = any> {
    /** @step data 0 */
    set(...args: any[]): this
    /** @step where 0+ */
    where(...args: any[]): this
    /** @step where 0+ */
    whereRef(...args: any[]): this
    from(table: any): this
    innerJoin(...args: any[]): this
    returning(selection: any): this
    returningAll(...args: any[]): this
    $if(condition: any, run: (builder: this) => any): this
    compile(): any
    /** @step execute */
    execute(): Promise<any[]>
    /** @step execute */
    executeTakeFirst(): Promise<any>
    /** @step execute */
    executeTakeFirstOrThrow(error?: any): Promise<any>
  }
  /** @builder lazy */
  export class DeleteQueryBuilder<DB = any, TB = any, O = any> {
    /** @step where 0+ */
    where(...args: any[]): this
    /** @step where 0+ */
    whereRef(...args: any[]): this
    using(table: any): this
    innerJoin(...args: any[]): this
    /** @step limit 0 */
    limit(count: any): this
    returning(selection: any): this
    returningAll(...args: any[]): this
    $if(condition: any, run: (builder: this) => any): this
    compile(): any
    /** @step execute */
    execute(): Promise<any[]>
    /** @step execute */
    executeTakeFirst(): Promise<any>
    /** @step execute */
    executeTakeFirstOrThrow(error?: any): Promise<any>
  }

  export const sql: {
    /** @fragment template */
    <T = any>(strings: TemplateStringsArray, ...values: any[]): any
    val(value: any): any
    ref(name: string): any
    table(name: string): any
    id(...names: string[]): any
    lit(value: any): any
    /** @fragment 0 */
    raw(text: string): any
    join(values: any[], separator?: any): any
  }
  export class PostgresDialect {
    constructor(config: any)
  }
  export class MysqlDialect {
    constructor(config: any)
  }
  export class SqliteDialect {
    constructor(config: any)
  }
  export class CamelCasePlugin {
    constructor(options?: any)
  }
}
