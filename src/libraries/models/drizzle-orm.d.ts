/* Drizzle: tables as values, SQL-like builders, relational queries, SQL by a tagged template. */

declare module 'drizzle-orm' {
  export type InferSelectModel<T = any> = any
  export type InferInsertModel<T = any> = any
  export type SQLWrapper = any
  export class SQL<T = any> {
    as(alias: string): any
    mapWith(decoder: any): SQL<T>
    [member: string]: any
  }
  /** @fragment template */
  export function sql<T = any>(strings: TemplateStringsArray, ...values: any[]): SQL<T>
  export namespace sql {
    /** @fragment 0 */
    export function raw(text: string): SQL
    export function join(chunks: any[], separator?: any): SQL
    export function identifier(name: string): any
    export function placeholder(name: string): any
    export function empty(): SQL
    export function param(...args: any[]): any
  }
  export function eq(left: any, right: any): SQL
  export function ne(left: any, right: any): SQL
  export function and(...conditions: any[]): SQL
  export function or(...conditions: any[]): SQL
  export function not(condition: any): SQL
  export function gt(left: any, right: any): SQL
  export function gte(left: any, right: any): SQL
  export function lt(left: any, right: any): SQL
  export function lte(left: any, right: any): SQL
  export function inArray(column: any, values: any): SQL
  export function notInArray(column: any, values: any): SQL
  export function isNull(value: any): SQL
  export function isNotNull(value: any): SQL
  export function like(column: any, value: any): SQL
  export function ilike(column: any, value: any): SQL
  export function between(column: any, from: any, to: any): SQL
  export function exists(query: any): SQL
  export function asc(column: any): SQL
  export function desc(column: any): SQL
  export function count(expression?: any): SQL<number>
  export function sum(expression: any): SQL
  export function max(expression: any): SQL
  export function min(expression: any): SQL
  export function avg(expression: any): SQL
  export function relations(table: any, run: (helpers: any) => any): any
  export function getTableColumns(table: any): any
}

declare module 'drizzle-orm/pg-core' {
  /** @connection */
  export class PgDatabase<A = any, B = any, C = any> {
    query: { [table: string]: RelationalQueryBuilder }
    $count(table: any, filter?: any): Promise<number>
    /** @query read many */
    select(fields?: any): PgSelectBuilder
    /** @query read many */
    selectDistinct(fields?: any): PgSelectBuilder
    /** @query read many */
    selectDistinctOn(on: any[], fields?: any): PgSelectBuilder
    /** @query write  @table 0 */
    insert(table: any): PgInsertBuilder
    /** @query write many  @table 0 */
    update(table: any): PgUpdateBuilder
    /** @query delete many  @table 0 */
    delete(table: any): PgDeleteBase
    /** @query raw  @sql 0 */
    execute<T = any>(query: any): Promise<any>
    /** @transaction 0 */
    transaction<T>(run: (tx: PgTransaction) => Promise<T>, config?: any): Promise<T>
    with(...queries: any[]): PgDatabase
    $with(alias: string): any
    refreshMaterializedView(view: any): any
  }
  /** @handle */
  export class PgTransaction<A = any, B = any, C = any> extends PgDatabase {
    rollback(): never
  }
  interface RelationalQueryBuilder {
    /** @query read many  @table property  @bound 0.limit  @where 0.where  @include 0.with */
    findMany(config?: any): Promise<any[]>
    /** @query read one  @table property  @where 0.where  @include 0.with */
    findFirst(config?: any): Promise<any>
  }
  /** @builder lazy */
  export class PgSelectBuilder {
    /** @step table 0 */
    from(table: any): PgSelectBase
  }
  /** @builder lazy */
  export class PgSelectBase {
    /** @step where 0 */
    where(condition: any): this
    innerJoin(...args: any[]): this
    leftJoin(...args: any[]): this
    rightJoin(...args: any[]): this
    fullJoin(...args: any[]): this
    groupBy(...columns: any[]): this
    having(condition: any): this
    /** @step order 0+ */
    orderBy(...columns: any[]): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step offset 0 */
    offset(count: any): this
    /** @step lock */
    for(strength: any, config?: any): this
    union(query: any): this
    unionAll(query: any): this
    as(alias: string): any
    $dynamic(): this
    prepare(name: string): any
    /** @step execute */
    execute(...args: any[]): Promise<any[]>
    /** @step execute */
    then<A = any, B = never>(onfulfilled?: (value: any[]) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    toSQL(): any
  }
  /** @builder lazy */
  export class PgInsertBuilder {
    /** @step data 0 */
    values(rows: any): PgInsertBase
    select(query: any): PgInsertBase
  }
  /** @builder lazy */
  export class PgInsertBase {
    returning(fields?: any): this
    /** @step upsert */
    onConflictDoNothing(config?: any): this
    /** @step upsert */
    onConflictDoUpdate(config: any): this
    $dynamic(): this
    /** @step execute */
    execute(...args: any[]): Promise<any>
    /** @step execute */
    then<A = any, B = never>(onfulfilled?: (value: any[]) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
  }
  /** @builder lazy */
  export class PgUpdateBuilder {
    /** @step data 0 */
    set(values: any): PgUpdateBase
  }
  /** @builder lazy */
  export class PgUpdateBase {
    from(table: any): this
    /** @step where 0 */
    where(condition: any): this
    returning(fields?: any): this
    $dynamic(): this
    /** @step execute */
    execute(...args: any[]): Promise<any>
    /** @step execute */
    then<A = any, B = never>(onfulfilled?: (value: any[]) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
  }
  /** @builder lazy */
  export class PgDeleteBase {
    /** @step where 0 */
    where(condition: any): this
    returning(fields?: any): this
    /** @step execute */
    execute(...args: any[]): Promise<any>
    /** @step execute */
    then<A = any, B = never>(onfulfilled?: (value: any[]) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
  }

  /** @entity name=0 */
  export function pgTable(name: string, columns: any, extra?: any): any
  export function pgEnum(name: string, values: any): any
  export function pgSchema(name: string): any
  export function index(name?: string): any
  export function uniqueIndex(name?: string): any
  export function primaryKey(config: any): any
  export function foreignKey(config: any): any
  export function unique(name?: string): any
  export function serial(...args: any[]): any
  export function text(...args: any[]): any
  export function varchar(...args: any[]): any
  export function integer(...args: any[]): any
  export function bigint(...args: any[]): any
  export function boolean(...args: any[]): any
  export function timestamp(...args: any[]): any
  export function jsonb(...args: any[]): any
  export function json(...args: any[]): any
  export function uuid(...args: any[]): any
  export function numeric(...args: any[]): any
  export function date(...args: any[]): any
}

declare module 'drizzle-orm/node-postgres' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class NodePgDatabase<S = any> extends PgDatabase {}
  export function drizzle(...args: any[]): NodePgDatabase
}
declare module 'drizzle-orm/postgres-js' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class PostgresJsDatabase<S = any> extends PgDatabase {}
  export function drizzle(...args: any[]): PostgresJsDatabase
}
declare module 'drizzle-orm/neon-http' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export class NeonHttpDatabase<S = any> extends PgDatabase {}
  export function drizzle(...args: any[]): NeonHttpDatabase
}
declare module 'drizzle-orm/mysql2' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export function drizzle(...args: any[]): PgDatabase
}
declare module 'drizzle-orm/better-sqlite3' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export function drizzle(...args: any[]): PgDatabase
}
declare module 'drizzle-orm/libsql' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export function drizzle(...args: any[]): PgDatabase
}
declare module 'drizzle-orm/d1' {
  import { PgDatabase } from 'drizzle-orm/pg-core'
  export function drizzle(...args: any[]): PgDatabase
}
declare module 'drizzle-orm/mysql-core' {
  /** @entity name=0 */
  export function mysqlTable(name: string, columns: any, extra?: any): any
}
declare module 'drizzle-orm/sqlite-core' {
  /** @entity name=0 */
  export function sqliteTable(name: string, columns: any, extra?: any): any
}
