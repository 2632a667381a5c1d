/* Objection: models over Knex. */

declare module 'objection' {
  export type ModelClass<M = any> = any
  export type PartialModelObject<M = any> = any
  export type TransactionOrKnex = any
  export type JSONSchema = any
  export type RelationMappings = any
  export type QueryContext = any
  export type Transaction = any
  export type MaybeCompositeId = any

  export class Model {
    static tableName: any
    static idColumn: any
    static jsonSchema: any
    static relationMappings: any
    static BelongsToOneRelation: any
    static HasManyRelation: any
    static HasOneRelation: any
    static ManyToManyRelation: any
    /** @query unknown  @table static  @handle 0 */
    static query<M>(this: { new (): M }, trx?: any): QueryBuilder<M>
    /** @query read many  @table static */
    static relatedQuery(relation: any, trx?: any): QueryBuilder<any>
    /** @query read many  @table static */
    static fetchGraph(models: any, expression: any, options?: any): QueryBuilder<any>
    /** @transaction 1|0 */
    static transaction<T>(...args: any[]): Promise<T>
    /** @transaction begin handle=return */
    static startTransaction(knex?: any): Promise<any>
    /** @returns this */
    static bindKnex(knex: any): any
    /** @returns this */
    static bindTransaction(trx: any): any
    static knex(knex?: any): any
    static fromJson(json: any, options?: any): any
    /** @query unknown  @table static  @handle 0 */
    $query(trx?: any): QueryBuilder<this>
    /** @query unknown  @table static  @handle 1 */
    $relatedQuery(relation: any, trx?: any): QueryBuilder<any>
    /** @query read many  @table static */
    $fetchGraph(expression: any, options?: any): QueryBuilder<any>
    $set(values: any): this
    $toJson(options?: any): any
    $id(...args: any[]): any
  }

  /** @builder lazy */
  export class QueryBuilder<M = any, R = any> {
    /** @step read */
    select(...columns: any[]): this
    /** @step where 0, one */
    findById(id: any): this
    /** @step where 0 */
    findByIds(ids: any): this
    /** @step where 0+, one */
    findOne(...conditions: any[]): this
    /** @step one */
    first(): this
    /** @step write, data 0 */
    insert(values?: any): this
    /** @step write, data 0 */
    insertAndFetch(values?: any): this
    /** @step write, data 0 */
    insertGraph(values: any, options?: any): this
    /** @step write, data 0 */
    upsertGraph(values: any, options?: any): this
    /** @step write, data 0 */
    update(values?: any): this
    /** @step write, data 0 */
    patch(values?: any): this
    /** @step write, data 1 */
    patchAndFetchById(id: any, values?: any): this
    /** @step write, data 1 */
    updateAndFetchById(id: any, values?: any): this
    /** @step delete */
    delete(): this
    /** @step delete, where 0 */
    deleteById(id: any): this
    /** @step write */
    relate(ids: any): this
    /** @step write */
    unrelate(): this
    /** @step write, atomic */
    increment(column: string, amount?: number): this
    /** @step write, atomic */
    decrement(column: string, amount?: number): this
    /** @step where 0+ */
    where(...conditions: any[]): this
    /** @step where 0+ */
    andWhere(...conditions: any[]): this
    /** @step where 0+ */
    orWhere(...conditions: any[]): this
    /** @step where 0+ */
    whereIn(...conditions: any[]): this
    /** @step where 0+ */
    whereNotIn(...conditions: any[]): this
    /** @step where 0+ */
    whereNull(column: any): this
    /** @step where 0+ */
    whereNotNull(column: any): this
    /** @step where 0+ */
    whereExists(query: any): this
    /** @step where 0  @fragment 0  @params 1  @placeholder ? */
    whereRaw(sql: any, ...bindings: any[]): this
    joinRelated(expression: any, options?: any): this
    leftJoinRelated(expression: any, options?: any): this
    join(...args: any[]): this
    leftJoin(...args: any[]): this
    innerJoin(...args: any[]): this
    /** @step include 0 */
    withGraphFetched(expression: any, options?: any): this
    /** @step include 0 */
    withGraphJoined(expression: any, options?: any): this
    modify(...args: any[]): this
    modifyGraph(...args: any[]): this
    groupBy(...columns: any[]): this
    /** @step order 0+ */
    orderBy(...columns: any[]): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step offset 0 */
    offset(count: any): this
    /** @step limit 1 */
    page(page: number, size: number): this
    /** @step limit 0 */
    range(...args: any[]): this
    /** @step aggregate, execute */
    resultSize(): Promise<number>
    /** @step aggregate */
    count(...columns: any[]): this
    returning(columns: any): this
    /** @step lock */
    forUpdate(): this
    throwIfNotFound(...args: any[]): this
    /** @step handle 0 */
    transacting(trx: any): this
    context(values?: any): any
    clone(): this
    as(alias: string): this
    alias(alias: string): this
    /** @step execute */
    execute(): Promise<any>
    /** @step execute */
    then<A = any, B = never>(onfulfilled?: (value: any) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    /** @step execute */
    catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<any>
  }

  /** @fragment 0  @params 1  @placeholder ? */
  export function raw(sql: any, ...bindings: any[]): any
  export function ref(expression: string): any
  /** @transaction 1 */
  export function transaction<T>(...args: any[]): Promise<T>
  export class NotFoundError extends Error {}
  export class ValidationError extends Error {}
  export class UniqueViolationError extends Error {}
}
