/* Lucid: the models of AdonisJS as active records over Knex, their query builder, and transactions. */

declare module '@adonisjs/lucid/types/querybuilder' {
  import { TransactionClientContract } from '@adonisjs/lucid/types/database'
  export interface ExcutableQueryBuilderContract<Result> extends Promise<Result> {
    /** @step handle 0 */
    useTransaction(trx: TransactionClientContract): this
    timeout(time: number, options?: any): this
    /** @step text */
    toQuery(): string
    /** @step text */
    toSQL(): any
    /** @step execute */
    exec(): Promise<any>
  }
  /** What the builders of tables and of models have both. */
  export interface ChainableContract {
    /** @step where 0+ */
    where(...condition: any[]): this
    /** @step where 0+ */
    orWhere(...condition: any[]): this
    /** @step where 0+ */
    andWhere(...condition: any[]): this
    /** @step where 0+ */
    whereNot(...condition: any[]): this
    /** @step where 0+ */
    orWhereNot(...condition: any[]): this
    /** @step where 0+ */
    andWhereNot(...condition: any[]): this
    /** @step where 0+ */
    whereColumn(...condition: any[]): this
    /** @step where 0+ */
    orWhereColumn(...condition: any[]): this
    /** @step where 0+ */
    whereIn(...condition: any[]): this
    /** @step where 0+ */
    orWhereIn(...condition: any[]): this
    /** @step where 0+ */
    andWhereIn(...condition: any[]): this
    /** @step where 0+ */
    whereNotIn(...condition: any[]): this
    /** @step where 0+ */
    orWhereNotIn(...condition: any[]): this
    /** @step where 0+ */
    whereNull(...condition: any[]): this
    /** @step where 0+ */
    orWhereNull(...condition: any[]): this
    /** @step where 0+ */
    whereNotNull(...condition: any[]): this
    /** @step where 0+ */
    orWhereNotNull(...condition: any[]): this
    /** @step where 0+ */
    whereExists(...condition: any[]): this
    /** @step where 0+ */
    orWhereExists(...condition: any[]): this
    /** @step where 0+ */
    whereNotExists(...condition: any[]): this
    /** @step where 0+ */
    whereBetween(...condition: any[]): this
    /** @step where 0+ */
    orWhereBetween(...condition: any[]): this
    /** @step where 0+ */
    whereNotBetween(...condition: any[]): this
    /** @step where 0+ */
    whereLike(...condition: any[]): this
    /** @step where 0+ */
    orWhereLike(...condition: any[]): this
    /** @step where 0+ */
    whereILike(...condition: any[]): this
    /** @step where 0+ */
    orWhereILike(...condition: any[]): this
    /** @step where 0+ */
    whereJson(...condition: any[]): this
    /** @step where 0+ */
    whereJsonSuperset(...condition: any[]): this
    /** @step where 0+ */
    whereJsonSubset(...condition: any[]): this
    /** @step where 0  @fragment 0  @params 1  @placeholder ? */
    whereRaw(sql: string, bindings?: any): this
    /** @step where 0  @fragment 0  @params 1  @placeholder ? */
    orWhereRaw(sql: string, bindings?: any): this
    /** @step where 0  @fragment 0  @params 1  @placeholder ? */
    andWhereRaw(sql: string, bindings?: any): this
    /** @fragment 0  @params 1  @placeholder ? */
    joinRaw(sql: string, bindings?: any): this
    /** @fragment 0  @params 1  @placeholder ? */
    havingRaw(sql: string, bindings?: any): this
    /** @fragment 0  @params 1  @placeholder ? */
    groupByRaw(sql: string, bindings?: any): this
    /** @step order 0  @fragment 0  @params 1  @placeholder ? */
    orderByRaw(sql: string, bindings?: any): this
    /** @step read */
    select(...clause: any[]): this
    /** @step read */
    join(...clause: any[]): this
    /** @step read */
    innerJoin(...clause: any[]): this
    /** @step read */
    leftJoin(...clause: any[]): this
    /** @step read */
    leftOuterJoin(...clause: any[]): this
    /** @step read */
    rightJoin(...clause: any[]): this
    having(...clause: any[]): this
    distinct(...clause: any[]): this
    groupBy(...clause: any[]): this
    union(...clause: any[]): this
    /** @step order 0 */
    orderBy(...clause: any[]): this
    /** @step offset 0 */
    offset(offset: number): this
    /** @step limit 0 */
    limit(limit: number): this
    /** @step lock */
    forUpdate(...tables: string[]): this
    /** @step lock */
    forShare(...tables: string[]): this
    skipLocked(): this
    noWait(): this
    as(name: string): this
    withSchema(schema: string): this
    /** @calls 1 */
    if(condition: any, matched: (query: this) => any, otherwise?: (query: this) => any): this
    /** @calls 1 */
    unless(condition: any, matched: (query: this) => any, otherwise?: (query: this) => any): this
  }
  /** @builder */
  export interface DatabaseQueryBuilderContract<Result = any> extends ChainableContract, ExcutableQueryBuilderContract<Result[]> {
    /** @step table 0 */
    from(table: any): this
    /** @step limit 1, offset 0 */
    forPage(page: number, perPage?: number): this
    /** @step write, data 0  @wide */
    update(...values: any[]): ExcutableQueryBuilderContract<number>
    /** @step write, atomic  @wide */
    increment(...counters: any[]): ExcutableQueryBuilderContract<number>
    /** @step write, atomic  @wide */
    decrement(...counters: any[]): ExcutableQueryBuilderContract<number>
    /** @step delete  @wide */
    delete(returning?: any): ExcutableQueryBuilderContract<number>
    /** @step delete  @wide */
    del(returning?: any): ExcutableQueryBuilderContract<number>
    /** @step aggregate */
    count(...columns: any[]): this
    /** @step aggregate */
    countDistinct(...columns: any[]): this
    /** @step aggregate */
    sum(...columns: any[]): this
    /** @step aggregate */
    avg(...columns: any[]): this
    /** @step aggregate */
    min(...columns: any[]): this
    /** @step aggregate */
    max(...columns: any[]): this
    /** @step read, one */
    first(): Promise<Result | null>
    /** @step read, one */
    firstOrFail(): Promise<Result>
    /** @step limit 1, offset 0, execute */
    paginate(page: number, perPage?: number): Promise<any>
  }
  /** @builder */
  export interface InsertQueryBuilderContract<Result = any> extends Promise<Result> {
    /** @step table 0 */
    table(table: string): this
    /** @step write, one, data 0 */
    insert(columns: any): ExcutableQueryBuilderContract<any[]>
    /** @step write, many, data 0 */
    multiInsert(values: any): ExcutableQueryBuilderContract<any[]>
    /** @step returning */
    returning(columns: any): this
    /** @step handle 0 */
    useTransaction(trx: TransactionClientContract): this
  }
  export interface RawQueryBuilderContract<Result = any> extends Promise<Result> {
    /** @step handle 0 */
    useTransaction(trx: TransactionClientContract): this
    exec(): Promise<Result>
  }
}

declare module '@adonisjs/lucid/types/database' {
  import { DatabaseQueryBuilderContract, InsertQueryBuilderContract, RawQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
  export interface QueryClientContract {
    readonly isTransaction: boolean
    /** @query delete many  @table 0  @wide */
    truncate(table: string, cascade?: boolean): Promise<void>
    /** @query unknown */
    query<Result = any>(options?: any): DatabaseQueryBuilderContract<Result>
    /** @query unknown  @table 0 */
    from(table: any): DatabaseQueryBuilderContract<any>
    /** @query unknown  @table 0 */
    table<Result = any>(table: any): InsertQueryBuilderContract<Result[]>
    /** @query unknown */
    insertQuery<Result = any>(options?: any): InsertQueryBuilderContract<Result[]>
    /** @query raw  @sql 0  @params 1  @placeholder ? */
    rawQuery<Result = any>(sql: string, bindings?: any, options?: any): RawQueryBuilderContract<Result>
    /** @fragment 0  @params 1  @placeholder ? */
    raw(sql: string, bindings?: any): any
    ref(reference: string): any
    /** @transaction 0 */
    transaction<T>(run: (trx: TransactionClientContract) => Promise<T>, options?: any): Promise<T>
    /** @transaction begin handle=return */
    transaction(options?: any): Promise<TransactionClientContract>
  }
  /** @handle */
  export interface TransactionClientContract extends QueryClientContract {
    readonly isCompleted: boolean
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    /** @calls 1 deferred */
    after(event: 'commit' | 'rollback', handler: () => void | Promise<void>): this
  }
}

declare module '@adonisjs/lucid/database' {
  import { DatabaseQueryBuilderContract, InsertQueryBuilderContract, RawQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
  import { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
  /** @connection */
  export class Database {
    primaryConnectionName: string
    connection(name?: string, options?: any): QueryClientContract
    /** @query unknown */
    query<Result = any>(options?: any): DatabaseQueryBuilderContract<Result>
    /** @query unknown  @table 0 */
    from(table: any): DatabaseQueryBuilderContract<any>
    /** @query unknown  @table 0 */
    table<Result = any>(table: any): InsertQueryBuilderContract<Result[]>
    /** @query unknown */
    insertQuery<Result = any>(options?: any): InsertQueryBuilderContract<Result[]>
    /** @query raw  @sql 0  @params 1  @placeholder ? */
    rawQuery<Result = any>(sql: string, bindings?: any, options?: any): RawQueryBuilderContract<Result>
    /** @fragment 0  @params 1  @placeholder ? */
    raw(sql: string, bindings?: any): any
    ref(reference: string): any
    /** @transaction 0 */
    transaction<T>(run: (trx: TransactionClientContract) => Promise<T>, options?: any): Promise<T>
    /** @transaction begin handle=return */
    transaction(options?: any): Promise<TransactionClientContract>
  }
}

declare module '@adonisjs/lucid/services/db' {
  import { Database } from '@adonisjs/lucid/database'
  const db: Database
  export default db
}

declare module '@adonisjs/lucid/types/model' {
  import { BaseModel } from '@adonisjs/lucid/orm'
  import { TransactionClientContract } from '@adonisjs/lucid/types/database'
  import { ChainableContract, ExcutableQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
  export type LucidModel = typeof BaseModel
  export type LucidRow = BaseModel
  /** @builder */
  export interface ModelQueryBuilderContract<Model = any, Result = any> extends ChainableContract, ExcutableQueryBuilderContract<Result[]> {
    /** @step limit 1, offset 0 */
    forPage(page: number, perPage?: number): this
    /** @step write, data 0  @wide */
    update(...values: any[]): ExcutableQueryBuilderContract<number>
    /** @step write, atomic  @wide */
    increment(...counters: any[]): ExcutableQueryBuilderContract<number>
    /** @step write, atomic  @wide */
    decrement(...counters: any[]): ExcutableQueryBuilderContract<number>
    /** @step delete  @wide */
    delete(returning?: any): ExcutableQueryBuilderContract<number>
    /** @step delete  @wide */
    del(returning?: any): ExcutableQueryBuilderContract<number>
    /** @step aggregate */
    count(...columns: any[]): this
    /** @step aggregate */
    countDistinct(...columns: any[]): this
    /** @step aggregate */
    sum(...columns: any[]): this
    /** @step aggregate */
    avg(...columns: any[]): this
    /** @step aggregate */
    min(...columns: any[]): this
    /** @step aggregate */
    max(...columns: any[]): this
    /** @step read, one */
    first(): Promise<Result | null>
    /** @step read, one */
    firstOrFail(): Promise<Result>
    /** @step limit 1, offset 0, execute */
    paginate(page: number, perPage?: number): Promise<any>
    /** @step include 0  @calls 1 */
    preload(relation: any, load?: (query: any) => any): this
    /** @step include 0  @calls 1 */
    preloadOnce(relation: any): this
    withCount(relation: any, count?: (query: any) => any): this
    withAggregate(relation: any, aggregate: (query: any) => any): this
    /** @step where 0 */
    has(...condition: any[]): this
    /** @step where 0 */
    whereHas(relation: any, condition: (query: any) => any, ...rest: any[]): this
    /** @step where 0 */
    orWhereHas(relation: any, condition: (query: any) => any, ...rest: any[]): this
    /** @step where 0 */
    whereDoesntHave(relation: any, condition: (query: any) => any, ...rest: any[]): this
    /** @step where 0 */
    doesntHave(...condition: any[]): this
    apply(scopes: (scopes: any) => void): this
    withScopes(scopes: (scopes: any) => void): this
    pojo<T>(): ModelQueryBuilderContract<Model, T>
  }

}

declare module '@adonisjs/lucid/types/relations' {
  import { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
  type Instance<T> = T extends { new (...args: any[]): infer M } ? M : any
  export type HasOne<T = any, P = any> = Instance<T>
  export type BelongsTo<T = any, P = any> = Instance<T>
  export type HasMany<T = any, P = any> = Instance<T>[]
  export type ManyToMany<T = any, P = any> = Instance<T>[]
  export type HasManyThrough<T = any, P = any> = Instance<T>[]
  export interface ManyToManyClientContract<R = any, M = any> {
    /** @query unknown  @where this */
    query(): ModelQueryBuilderContract<any, any>
    /** @query write one  @data 0 */
    create(values: any, ...rest: any[]): Promise<any>
    /** @query write many  @data 0 */
    createMany(values: any[], ...rest: any[]): Promise<any[]>
    /** @query write one  @data 0 */
    save(related: any, ...rest: any[]): Promise<void>
    /** @query write many  @data 0 */
    saveMany(related: any[], ...rest: any[]): Promise<void>
    /** @query write many  @data 0 */
    attach(ids: any, trx?: any): Promise<void>
    /** @query delete many  @where 0 */
    detach(ids?: any, trx?: any): Promise<void>
    /** @query write many  @data 0 */
    sync(ids: any, ...rest: any[]): Promise<void>
  }
  export interface BelongsToClientContract<R = any, M = any> {
    /** @query write one  @data 0 */
    associate(related: any): Promise<void>
    /** @query write one */
    dissociate(): Promise<void>
  }
}

declare module '@adonisjs/lucid/orm' {
  import { TransactionClientContract } from '@adonisjs/lucid/types/database'
  import { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
  import { BelongsToClientContract, ManyToManyClientContract } from '@adonisjs/lucid/types/relations'
  type Constructor<M> = { new (...args: any[]): M }

  /** @shape /(?:^|\.)models\.\w+$/ */
  export class BaseModel {
    static table: string
    static primaryKey: string
    static connection?: string
    static namingStrategy: any
    static boot(): void
    static before(event: any, handler: any): void
    static after(event: any, handler: any): void
    /** @query write one  @table static  @data 0  @handle 1.client */
    static create<M extends BaseModel>(this: Constructor<M>, values: any, options?: any): Promise<M>
    /** @query write one  @table static  @data 0  @handle 1.client */
    static createQuietly<M extends BaseModel>(this: Constructor<M>, values: any, options?: any): Promise<M>
    /** @query write many  @table static  @data 0  @handle 1.client */
    static createMany<M extends BaseModel>(this: Constructor<M>, values: any[], options?: any): Promise<M[]>
    /** @query read one  @table static  @where 0  @handle 1.client  @many findMany array */
    static find<M extends BaseModel>(this: Constructor<M>, value: any, options?: any): Promise<M>
    /** @query read one  @table static  @where 0  @handle 1.client  @many findMany array */
    static findOrFail<M extends BaseModel>(this: Constructor<M>, value: any, options?: any): Promise<M>
    /** @query read one  @table static  @where 0+  @handle last.client */
    static findBy<M extends BaseModel>(this: Constructor<M>, clause: any, ...rest: any[]): Promise<M>
    /** @query read one  @table static  @where 0+  @handle last.client */
    static findByOrFail<M extends BaseModel>(this: Constructor<M>, clause: any, ...rest: any[]): Promise<M>
    /** @query read many  @table static  @where 0+  @handle last.client */
    static findManyBy<M extends BaseModel>(this: Constructor<M>, clause: any, ...rest: any[]): Promise<M[]>
    /** @query read one  @table static  @handle 0.client */
    static first<M extends BaseModel>(this: Constructor<M>, options?: any): Promise<M>
    /** @query read one  @table static  @handle 0.client */
    static firstOrFail<M extends BaseModel>(this: Constructor<M>, options?: any): Promise<M>
    /** @query read many  @table static  @where 0  @bound 0  @handle 1.client */
    static findMany<M extends BaseModel>(this: Constructor<M>, values: any[], options?: any): Promise<M[]>
    /** @query read one  @table static  @where 0  @handle 2.client */
    static firstOrNew<M extends BaseModel>(this: Constructor<M>, search: any, values?: any, options?: any): Promise<M>
    /** @query write one  @table static  @where 0  @data 1  @handle 2.client */
    static firstOrCreate<M extends BaseModel>(this: Constructor<M>, search: any, values?: any, options?: any): Promise<M>
    /** @query write one  @table static  @where 0  @data 1  @upsert  @handle 2.client */
    static updateOrCreate<M extends BaseModel>(this: Constructor<M>, search: any, values: any, options?: any): Promise<M>
    /** @query write many  @table static  @data 1  @handle 2.client */
    static fetchOrCreateMany<M extends BaseModel>(this: Constructor<M>, keys: any, values: any[], options?: any): Promise<M[]>
    /** @query write many  @table static  @data 1  @upsert  @handle 2.client */
    static updateOrCreateMany<M extends BaseModel>(this: Constructor<M>, keys: any, values: any[], options?: any): Promise<M[]>
    /** @query read many  @table static  @handle 0.client */
    static all<M extends BaseModel>(this: Constructor<M>, options?: any): Promise<M[]>
    /** @query unknown  @table static  @handle 0.client */
    static query<M extends BaseModel>(this: Constructor<M>, options?: any): ModelQueryBuilderContract<any, M>
    /** @transaction 0 */
    static transaction<T>(run: (trx: TransactionClientContract) => Promise<T>, options?: any): Promise<T>
    /** @transaction begin handle=return */
    static transaction(options?: any): Promise<TransactionClientContract>
    /** @query delete many  @table static  @wide */
    static truncate(cascade?: boolean): Promise<void>

    $trx?: TransactionClientContract
    readonly $isPersisted: boolean
    readonly $dirty: any
    readonly $attributes: any
    readonly $original: any
    readonly $extras: any
    /** @handle 0 */
    useTransaction(trx: TransactionClientContract): this
    /** @propagates this */
    fill(values: any, allowExtraProperties?: boolean): this
    /** @propagates this */
    merge(values: any, allowExtraProperties?: boolean): this
    /** @query write one  @table static */
    save(): Promise<this>
    /** @query write one  @table static */
    saveQuietly(): Promise<this>
    /** @query delete one  @table static */
    delete(): Promise<void>
    /** @query read one  @table static */
    refresh(): Promise<this>
    /** @query read one  @table 0  @where this  @calls 1 */
    load(relation: any, load?: (query: any) => any): Promise<void>
    /** @query read one  @table 0  @where this */
    loadOnce(relation: any): Promise<void>
    /** @query aggregate  @table 0  @where this */
    loadCount(relation: any, count?: (query: any) => any): any
    related(relation: any): ManyToManyClientContract & BelongsToClientContract
    /** @propagates this */
    serialize(pick?: any): any
    /** @propagates this */
    toObject(): any
    /** @propagates this */
    toJSON(): any
  }
  /** @column options=0 */
  export const column: ((options?: any) => any) & {
    /** @column options=0 */
    date(options?: any): any
    /** @column options=0 */
    dateTime(options?: any): any
  }
  export function computed(options?: any): any
  /** @relation one target=0 options=1 */
  export function hasOne(related: () => any, options?: any): any
  /** @relation one key target=0 options=1 */
  export function belongsTo(related: () => any, options?: any): any
  /** @relation many target=0 options=1 */
  export function hasMany(related: () => any, options?: any): any
  /** @relation many through target=0 options=1 */
  export function manyToMany(related: () => any, options?: any): any
  /** @relation many target=0 options=1 */
  export function hasManyThrough(related: any, options?: any): any
  export function beforeSave(): any
  export function afterSave(): any
  export function beforeCreate(): any
  export function afterCreate(): any
  export function beforeUpdate(): any
  export function afterUpdate(): any
  export function beforeDelete(): any
  export function afterDelete(): any
  export function beforeFind(): any
  export function afterFind(): any
  export function beforeFetch(): any
  export function afterFetch(): any
  /** @calls 0 */
  export function scope<T>(run: T): T
}
