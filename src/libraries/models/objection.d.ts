/* Objection: models over Knex as active records, their query builder, graphs of relations, and transactions. */

declare module 'objection' {
  import { Knex } from 'knex'

  export type Transaction = Knex.Transaction
  export type TransactionOrKnex = Knex.Transaction | Knex
  export type Id = string | number
  export type Pojo = any
  export type PartialModelObject<M = any> = any
  export type ModelObject<M = any> = any
  export type JSONSchema = any
  export type RelationMappings = any
  export type RelationMappingsThunk = () => any
  export type RelationMapping<M = any> = any
  export type RelationExpression<M = any> = any
  export type Modifiers<B = any> = any
  export type ModelOptions = any
  export type AnyQueryBuilder = QueryBuilder<any, any>
  export type QueryBuilderType<M> = QueryBuilder<M, M[]>
  export type SingleQueryBuilder<B = any> = any
  export type MaybeSingleQueryBuilder<B = any> = any
  export type MaybeCompositeId = any
  export interface QueryContext {
    transaction: TransactionOrKnex
    [key: string]: any
  }
  export interface StaticHookArguments<M = any, R = any> {
    transaction: TransactionOrKnex
    context: QueryContext
    items: any[]
    inputItems: M[]
    result?: R
    asFindQuery(): QueryBuilder<M>
  }
  export interface Page<M = any> {
    total: number
    results: M[]
  }
  export type ModelClass<M = any> = typeof Model & Constructor<M>
  export type Plugin = <C>(model: C) => C
  type Constructor<M> = { new (...args: any[]): M }
  /** Rows of a relation: the property holds a list of them or a single one. */
  type Related<T> = T extends readonly (infer Item)[] ? Item : T
  type Grouped<B> = (this: B, builder: B) => any
  type Condition<B> = Grouped<B> | object | string | boolean | number
  type Subquery<B> = Grouped<B> | AnyQueryBuilder | RawBuilder | readonly any[]

  export interface RawBuilder {
    as(alias: string): this
  }
  export interface ReferenceBuilder {
    as(alias: string): this
    from(table: string): this
    castText(): this
    castInt(): this
  }
  /** @fragment 0  @params 1+  @placeholder ? */
  export function raw(sql: string, ...bindings: any[]): RawBuilder
  export function ref(expression: string): ReferenceBuilder
  export function val(value: any): any
  export const fn: any

  /** @shape /(?:^|\.)models\.\w+$/ */
  export class Model {
    static tableName: string
    static idColumn: any
    static jsonSchema: any
    static relationMappings: any
    static modelPaths: string[]
    static jsonAttributes: string[]
    static virtualAttributes: string[]
    static modifiers: any
    static columnNameMappers: any
    static QueryBuilder: any
    static BelongsToOneRelation: any
    static HasOneRelation: any
    static HasManyRelation: any
    static ManyToManyRelation: any
    static HasOneThroughRelation: any
    static fn: any
    /** @query unknown  @table static|property  @handle 0 */
    static query<M extends Model>(this: Constructor<M>, trx?: TransactionOrKnex): QueryBuilder<M>
    /** @query unknown  @table 0  @handle 1 */
    static relatedQuery<M extends Model, K extends keyof M>(this: Constructor<M>, relation: K, trx?: TransactionOrKnex): QueryBuilder<Related<M[K]>>
    /** @query unknown  @table 0  @handle 1 */
    static relatedQuery<M extends Model = any>(relation: string, trx?: TransactionOrKnex): QueryBuilder<M>
    /** @query unknown  @table static */
    static knexQuery(): Knex.QueryBuilder
    static knex(knex?: Knex): Knex
    /** @transaction 1|0 */
    static transaction<T>(run: (trx: Transaction) => Promise<T>): Promise<T>
    /** @transaction 1|0 */
    static transaction<T>(parent: TransactionOrKnex, run: (trx: Transaction) => Promise<T>): Promise<T>
    /** @transaction begin handle=return */
    static startTransaction(parent?: TransactionOrKnex): Promise<Transaction>
    /** @returns this  @handle 0 */
    static bindKnex<C>(this: C, knex: TransactionOrKnex): C
    /** @returns this  @handle 0 */
    static bindTransaction<C>(this: C, trx: TransactionOrKnex): C
    /** @query read many  @table static  @include 1  @handle 2.transaction */
    static fetchGraph<M extends Model>(this: Constructor<M>, models: any[], relations: any, options?: any): QueryBuilder<M, M[]>
    /** @query read one  @table static  @include 1  @handle 2.transaction */
    static fetchGraph<M extends Model>(this: Constructor<M>, model: any, relations: any, options?: any): QueryBuilder<M, M>
    /** @fragment 0  @params 1+  @placeholder ? */
    static raw(sql: string, ...bindings: any[]): RawBuilder
    static ref(expression: string): ReferenceBuilder
    /** @propagates 0 */
    static fromJson<M extends Model>(this: Constructor<M>, json: object, options?: any): M
    /** @propagates 0 */
    static fromDatabaseJson<M extends Model>(this: Constructor<M>, json: object): M

    /** @query unknown one  @table static  @where this  @handle 0  @shape /./ */
    $query(trx?: TransactionOrKnex): QueryBuilder<this, this>
    /** @query unknown  @table 0  @where this  @handle 1  @shape /./ */
    $relatedQuery<K extends keyof this>(relation: K, trx?: TransactionOrKnex): QueryBuilder<Related<this[K]>>
    /** @query unknown  @table 0  @where this  @handle 1 */
    $relatedQuery<M extends Model = any>(relation: string, trx?: TransactionOrKnex): QueryBuilder<M>
    /** @query read one  @table static  @where this  @include 0  @handle 1.transaction  @shape /./ */
    $fetchGraph(relations: any, options?: any): QueryBuilder<this, this>
    $id(id?: any): any
    $set(values: any): this
    $setJson(json: object, options?: any): this
    $setRelated(relation: any, related: any): this
    $appendRelated(relation: any, related: any): this
    $clone(options?: any): this
    $knex(): Knex
    $transaction(): Knex
    $beforeInsert(context: QueryContext): any
    $afterInsert(context: QueryContext): any
    $beforeUpdate(options: any, context: QueryContext): any
    $afterUpdate(options: any, context: QueryContext): any
    $beforeDelete(context: QueryContext): any
    $afterDelete(context: QueryContext): any
    $afterFind(context: QueryContext): any
    /** @propagates this */
    $toJson(options?: any): any
    /** @propagates this */
    toJSON(options?: any): any
  }

  /** @builder lazy */
  export class QueryBuilder<M = any, R = M[]> {
    /** @step read */
    select(...columns: any[]): this
    /** @step read */
    columns(...columns: any[]): this
    /** @step read */
    column(...columns: any[]): this
    distinct(...columns: any[]): this
    distinctOn(...columns: any[]): this
    /** @step table 0 */
    from(table: any): this
    /** @step table 0 */
    table(table: any): this
    /** @step table 0 */
    into(table: any): this
    /** @step read  @fragment 0  @params 1+  @placeholder ? */
    fromRaw(sql: string, ...bindings: any[]): this
    /** @step read, one, where 0 */
    findById(id: any): QueryBuilder<M, M>
    /** @step read, where 0 */
    findByIds(ids: any[]): this
    /** @step read, one, where 0+ */
    findOne(condition: Condition<this>, ...rest: any[]): QueryBuilder<M, M>
    /** @step read, one */
    first(): QueryBuilder<M, M>
    throwIfNotFound(error?: any): this
    /** @step write, data 0 */
    insert(rows: any[]): QueryBuilder<M, M[]>
    /** @step write, one, data 0 */
    insert(row?: any): QueryBuilder<M, M>
    /** @step write, data 0 */
    insertAndFetch(rows: any[]): QueryBuilder<M, M[]>
    /** @step write, one, data 0 */
    insertAndFetch(row?: any): QueryBuilder<M, M>
    /** @step write, many, data 0 */
    insertGraph(graph: any, options?: any): QueryBuilder<M, any>
    /** @step write, many, data 0 */
    insertGraphAndFetch(graph: any, options?: any): QueryBuilder<M, any>
    /** @step write, many, upsert, data 0 */
    upsertGraph(graph: any, options?: any): QueryBuilder<M, any>
    /** @step write, many, upsert, data 0 */
    upsertGraphAndFetch(graph: any, options?: any): QueryBuilder<M, any>
    /** @step write, data 0  @wide */
    update(values?: any): QueryBuilder<M, number>
    /** @step write, data 0  @wide */
    patch(values?: any): QueryBuilder<M, number>
    /** @step write, one, data 0 */
    updateAndFetch(values: any): QueryBuilder<M, M>
    /** @step write, one, data 0 */
    patchAndFetch(values: any): QueryBuilder<M, M>
    /** @step write, one, where 0, data 1 */
    updateAndFetchById(id: any, values: any): QueryBuilder<M, M>
    /** @step write, one, where 0, data 1 */
    patchAndFetchById(id: any, values: any): QueryBuilder<M, M>
    /** @step delete  @wide */
    delete(): QueryBuilder<M, number>
    /** @step delete  @wide */
    del(): QueryBuilder<M, number>
    /** @step delete, one, where 0 */
    deleteById(id: any): QueryBuilder<M, number>
    /** @step delete, execute  @wide */
    truncate(): Promise<void>
    /** @step write, atomic  @wide */
    increment(column: string, amount?: number): QueryBuilder<M, number>
    /** @step write, atomic  @wide */
    decrement(column: string, amount?: number): QueryBuilder<M, number>
    /** @step write */
    relate(ids: any): QueryBuilder<M, number>
    /** @step write */
    unrelate(): QueryBuilder<M, number>
    /** @step where 0 */
    for(ids: any): this
    onConflict(columns?: any): this
    /** @step upsert */
    merge(columns?: any): this
    /** @step upsert */
    ignore(): this
    /** @step returning */
    returning(columns: any): QueryBuilder<M, M[]>
    /** @step where 0+ */
    where(condition: Condition<this>, ...rest: any[]): this
    /** @step where 0+ */
    andWhere(condition: Condition<this>, ...rest: any[]): this
    /** @step where 0+ */
    orWhere(condition: Condition<this>, ...rest: any[]): this
    /** @step where 0+ */
    whereNot(condition: Condition<this>, ...rest: any[]): this
    /** @step where 0+ */
    andWhereNot(condition: Condition<this>, ...rest: any[]): this
    /** @step where 0+ */
    orWhereNot(condition: Condition<this>, ...rest: any[]): this
    /** @step where 0+ */
    whereIn(columns: any, values: Subquery<this>): this
    /** @step where 0+ */
    orWhereIn(columns: any, values: Subquery<this>): this
    /** @step where 0+ */
    whereNotIn(columns: any, values: Subquery<this>): this
    /** @step where 0+ */
    orWhereNotIn(columns: any, values: Subquery<this>): this
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
    whereColumn(...columns: any[]): this
    /** @step where 0+ */
    andWhereColumn(...columns: any[]): this
    /** @step where 0+ */
    orWhereColumn(...columns: any[]): this
    /** @step where 0+ */
    whereNotColumn(...columns: any[]): this
    /** @step where 0+ */
    whereExists(query: Subquery<this>): this
    /** @step where 0+ */
    orWhereExists(query: Subquery<this>): this
    /** @step where 0+ */
    whereNotExists(query: Subquery<this>): this
    /** @step where 0+ */
    orWhereNotExists(query: Subquery<this>): this
    /** @step where 0+ */
    whereComposite(columns: any, ...values: any[]): this
    /** @step where 0+ */
    whereInComposite(columns: any, ...values: any[]): this
    /** @step where 0+ */
    whereJsonObject(column: any, ...condition: any[]): this
    /** @step where 0+ */
    whereJsonPath(column: any, ...condition: any[]): this
    /** @step where 0+ */
    whereJsonSupersetOf(column: any, ...condition: any[]): this
    /** @step where 0+ */
    orWhereJsonSupersetOf(column: any, ...condition: any[]): this
    /** @step where 0+ */
    whereJsonSubsetOf(column: any, ...condition: any[]): this
    /** @step where 0+ */
    whereJsonHasAny(column: any, ...condition: any[]): this
    /** @step where 0+ */
    whereJsonHasAll(column: any, ...condition: any[]): this
    /** @step where 0  @fragment 0  @params 1+  @placeholder ? */
    whereRaw(sql: string, ...bindings: any[]): this
    /** @step where 0  @fragment 0  @params 1+  @placeholder ? */
    andWhereRaw(sql: string, ...bindings: any[]): this
    /** @step where 0  @fragment 0  @params 1+  @placeholder ? */
    orWhereRaw(sql: string, ...bindings: any[]): this
    /** @step include 0 */
    withGraphFetched(relations: any, options?: any): this
    /** @step include 0 */
    withGraphJoined(relations: any, options?: any): this
    modifyGraph(path: any, run: any): this
    allowGraph(relations: any): this
    /** @step read */
    joinRelated(relations: any, options?: any): this
    /** @step read */
    innerJoinRelated(relations: any, options?: any): this
    /** @step read */
    leftJoinRelated(relations: any, options?: any): this
    /** @step read */
    leftOuterJoinRelated(relations: any, options?: any): this
    /** @step read */
    rightJoinRelated(relations: any, options?: any): this
    /** @step read */
    fullOuterJoinRelated(relations: any, options?: any): this
    /** @step read */
    join(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @step read */
    innerJoin(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @step read */
    leftJoin(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @step read */
    leftOuterJoin(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @step read */
    rightJoin(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @step read */
    rightOuterJoin(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @step read */
    fullOuterJoin(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @step read */
    crossJoin(table: any, condition?: ((this: Knex.JoinClause, join: Knex.JoinClause) => any) | object | string, ...rest: any[]): this
    /** @fragment 0  @params 1+  @placeholder ? */
    joinRaw(sql: string, ...bindings: any[]): this
    /** @step read */
    with(alias: string, query: Subquery<this>): this
    /** @step read */
    withRecursive(alias: string, query: Subquery<this>): this
    /** @step read */
    withMaterialized(alias: string, query: Subquery<this>): this
    /** @step read */
    union(...queries: any[]): this
    /** @step read */
    unionAll(...queries: any[]): this
    /** @step read */
    intersect(...queries: any[]): this
    /** @step read */
    except(...queries: any[]): this
    groupBy(...columns: any[]): this
    /** @fragment 0  @params 1+  @placeholder ? */
    groupByRaw(sql: string, ...bindings: any[]): this
    having(condition: Condition<this>, ...rest: any[]): this
    andHaving(condition: Condition<this>, ...rest: any[]): this
    orHaving(condition: Condition<this>, ...rest: any[]): this
    havingIn(column: any, values: any): this
    /** @fragment 0  @params 1+  @placeholder ? */
    havingRaw(sql: string, ...bindings: any[]): this
    /** @fragment 0  @params 1+  @placeholder ? */
    orHavingRaw(sql: string, ...bindings: any[]): this
    /** @step order 0+ */
    orderBy(columns: any, direction?: any, nulls?: any): this
    /** @step order 0  @fragment 0  @params 1+  @placeholder ? */
    orderByRaw(sql: string, ...bindings: any[]): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step offset 0 */
    offset(count: any): this
    /** @step limit 1, offset 0 */
    page(page: any, size: any): QueryBuilder<M, Page<M>>
    /** @step limit 1, offset 0 */
    range(start?: any, end?: any): QueryBuilder<M, Page<M>>
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
    /** @step aggregate, execute */
    resultSize(): Promise<number>
    /** @step lock */
    forUpdate(): this
    /** @step lock */
    forShare(): this
    /** @step lock */
    forNoKeyUpdate(): this
    /** @step lock */
    forKeyShare(): this
    skipLocked(): this
    noWait(): this
    skipUndefined(): this
    debug(): this
    /** @step handle 0 */
    transacting(trx: TransactionOrKnex): this
    /** @step handle 0 */
    connection(connection: TransactionOrKnex): this
    modify(modifier: string | readonly string[] | ((this: this, builder: this, ...args: any[]) => any), ...args: any[]): this
    modifiers(values: any): this
    context(values: any): this
    modelClass(): ModelClass<M>
    as(name: string): this
    alias(name: string): this
    withSchema(schema: string): this
    timeout(milliseconds: number, options?: any): this
    clone(): this
    clear(selector: any): this
    clearSelect(): this
    clearOrder(): this
    clearWhere(): this
    clearWithGraph(): this
    runBefore(run: (this: this, result: any, builder: this) => any): this
    runAfter(run: (this: this, result: any, builder: this) => any): this
    onBuild(run: Grouped<this>): this
    onError(run: (this: this, error: Error, builder: this) => any): this
    castTo<T = any>(model?: any): QueryBuilder<M, T>
    toKnexQuery(): Knex.QueryBuilder
    /** @step execute */
    execute(): Promise<R>
    /** @step execute */
    then<A = R, B = never>(onfulfilled?: (value: R) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    /** @step execute */
    catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<R | B>
    ModelType: M
    ResultType: R
    ArrayQueryBuilderType: any
    SingleQueryBuilderType: any
    MaybeSingleQueryBuilderType: any
    NumberQueryBuilderType: any
    PageQueryBuilderType: any
  }

  /** @transaction last */
  export function transaction<T>(knex: TransactionOrKnex, run: (trx: Transaction) => Promise<T>): Promise<T>
  /** @transaction last */
  export function transaction<C, T>(model: C, run: (model: C, trx?: Transaction) => Promise<T>): Promise<T>
  /** @transaction last */
  export function transaction<C, D, T>(first: C, second: D, run: (first: C, second: D, trx?: Transaction) => Promise<T>): Promise<T>
  export namespace transaction {
    /** @transaction begin handle=return */
    function start(knexOrModel: any): Promise<Transaction>
  }
  export function initialize(...args: any[]): Promise<void>
  /** @returns 0 */
  export function mixin<C>(model: C, ...plugins: any[]): C
  export function compose(...plugins: any[]): any
  export function snakeCaseMappers(options?: any): any
  export function knexSnakeCaseMappers(options?: any): any

  export class ValidationError extends Error {
    statusCode: number
    data?: any
    type: any
  }
  export class NotFoundError extends Error {
    statusCode: number
  }
  export const DBError: any
  export const DataError: any
  export const UniqueViolationError: any
  export const ForeignKeyViolationError: any
  export const NotNullViolationError: any
  export const CheckViolationError: any
  export const ConstraintViolationError: any
}
