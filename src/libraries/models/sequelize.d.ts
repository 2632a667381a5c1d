/* Sequelize: models as active records, associations, raw queries, transactions. */

declare module 'sequelize' {
  /** @criteria */
  export type WhereOptions<T = any> = any
  export type WhereAttributeHash<T = any> = any
  /** @criteria */
  export type FindOptions<T = any> = any
  /** @criteria */
  export type NonNullFindOptions<T = any> = any
  export type FindAndCountOptions<T = any> = any
  export type FindOrCreateOptions<T = any, C = any> = any
  export type FindAttributeOptions = any
  export type CountOptions<T = any> = any
  export type CountWithOptions<T = any> = any
  export type AggregateOptions<T = any, A = any> = any
  export type BuildOptions = any
  export type CreateOptions<T = any> = any
  export type UpdateOptions<T = any> = any
  export type UpsertOptions<T = any> = any
  export type DestroyOptions<T = any> = any
  export type RestoreOptions<T = any> = any
  export type TruncateOptions<T = any> = any
  export type SaveOptions<T = any> = any
  export type IncrementDecrementOptionsWithBy<T = any> = any
  export type InstanceUpdateOptions<T = any> = any
  export type InstanceDestroyOptions = any
  export type InstanceRestoreOptions = any
  export type BulkCreateOptions<T = any> = any
  export type Includeable = any
  export type IncludeOptions = any
  export type Order = any
  export type OrderItem = any
  export type ProjectionAlias = any
  export type GroupOption = any
  export type GroupedCountResultItem = any
  export type ScopeOptions = any
  export type Identifier = any
  export type BindOrReplacements = any
  export type InitOptions<M = any> = any
  export type ModelOptions<M = any> = any
  export type ModelAttributes<M = any, T = any> = any
  export type ModelAttributeColumnOptions<M = any> = any
  export type TransactionOptions = any
  export type Transactionable = any
  export type QueryOptions = any
  export type Options = any
  export type Dialect = any
  export type DataType = any
  export type InferAttributes<M = any, O = any> = any
  export type InferCreationAttributes<M = any, O = any> = any
  export type CreationOptional<T> = T
  export type NonAttribute<T> = T
  export type ForeignKey<T> = T
  export type Attributes<M = any> = any
  export type CreationAttributes<M = any> = any
  export type Optional<T = any, K = any> = any

  /** The static side of a model, without its own constructor: what is inferred of it is the instance. */
  type Statics = Pick<typeof Model, keyof typeof Model>
  export type ModelStatic<M> = Statics & { new (values?: any, options?: any): M }
  export type ModelCtor<M> = ModelStatic<M>
  export type ModelDefined<S, T> = ModelStatic<Model<S, T> & S>
  /** A class a static member is called on. */
  type Class<M> = abstract new (...args: any[]) => M

  /**
   * @members get read
   * @members count aggregate
   * @members add write
   * @members create write one
   * @members set write
   * @members remove write
   * @members has aggregate
   */
  export class Model<TModelAttributes = any, TCreationAttributes = any> {
    constructor(values?: any, options?: any)
    dataValues: any
    isNewRecord: boolean
    sequelize: Sequelize
    /** @query write one  @table static  @handle 0.transaction */
    save(options?: any): Promise<this>
    /** @query write one  @table static  @data 0  @handle 1.transaction */
    update(values: any, options?: any): Promise<this>
    /** @query write one  @table static  @data 1  @handle 2.transaction */
    update(key: any, value: any, options?: any): Promise<this>
    /** @query delete one  @table static  @handle 0.transaction */
    destroy(options?: any): Promise<void>
    /** @query write one  @table static  @handle 0.transaction */
    restore(options?: any): Promise<void>
    /** @query read one  @table static  @include 0.include  @lock 0.lock  @handle 0.transaction */
    reload(options?: any): Promise<this>
    /** @query write one  @table static  @atomic  @handle 1.transaction */
    increment(fields: any, options?: any): Promise<this>
    /** @query write one  @table static  @atomic  @handle 1.transaction */
    decrement(fields: any, options?: any): Promise<this>
    /** @propagates this */
    get(): any
    /** @propagates this */
    get(key: any, options?: any): any
    set(...args: any[]): this
    setAttributes(...args: any[]): this
    setDataValue(key: any, value: any): void
    getDataValue(key: any): any
    /** @propagates this */
    toJSON(): any
    changed(...args: any[]): any
    previous(...args: any[]): any
    validate(options?: any): Promise<void>
    where(): any
    equals(other: any): boolean
    equalsOneOf(others: readonly any[]): boolean
    isSoftDeleted(): boolean

    static sequelize: Sequelize
    static tableName: string
    static primaryKeyAttribute: string
    static options: any
    static rawAttributes: any
    static associations: any
    /** @entity name=1.tableName|1.modelName columns=0 */
    static init<C>(this: C, attributes: any, options: any): C
    /** @query read many  @table static  @where 0.where  @bound 0.limit  @include 0.include  @lock 0.lock  @handle 0.transaction */
    static findAll<M>(this: Class<M>, options?: any): Promise<M[]>
    /** @query read one  @table static  @where 0  @include 1.include  @lock 1.lock  @handle 1.transaction */
    static findByPk<M>(this: Class<M>, id: any, options?: any): Promise<M>
    /** @query read one  @table static  @where 0.where  @include 0.include  @lock 0.lock  @handle 0.transaction  @many findAll array */
    static findOne<M>(this: Class<M>, options?: any): Promise<M>
    /** @query read many  @table static  @where 0.where  @bound 0.limit  @include 0.include  @lock 0.lock  @handle 0.transaction */
    static findAndCountAll<M>(this: Class<M>, options?: any): Promise<{ rows: M[]; count: number }>
    /** @query write one  @table static  @where 0.where  @data 0.defaults  @upsert  @handle 0.transaction */
    static findOrCreate<M>(this: Class<M>, options: any): Promise<[M, boolean]>
    /** @query write one  @table static  @where 0.where  @data 0.defaults  @upsert  @handle 0.transaction */
    static findCreateFind<M>(this: Class<M>, options: any): Promise<[M, boolean]>
    /** @query read one  @table static  @where 0.where  @handle 0.transaction */
    static findOrBuild<M>(this: Class<M>, options: any): Promise<[M, boolean]>
    /** @query aggregate  @table static  @where 0.where  @handle 0.transaction */
    static count(options?: any): Promise<number>
    /** @query aggregate  @table static  @where 1.where  @handle 1.transaction */
    static max(field: any, options?: any): Promise<any>
    /** @query aggregate  @table static  @where 1.where  @handle 1.transaction */
    static min(field: any, options?: any): Promise<any>
    /** @query aggregate  @table static  @where 1.where  @handle 1.transaction */
    static sum(field: any, options?: any): Promise<any>
    /** @query aggregate  @table static  @where 2.where  @handle 2.transaction */
    static aggregate(field: any, kind: string, options?: any): Promise<any>
    /** @query write one  @table static  @data 0  @include 1.include  @handle 1.transaction  @many bulkCreate */
    static create<M>(this: Class<M>, values?: any, options?: any): Promise<M>
    /** @query write many  @table static  @data 0  @include 1.include  @handle 1.transaction  @upsert 1.updateOnDuplicate|1.ignoreDuplicates */
    static bulkCreate<M>(this: Class<M>, rows: readonly any[], options?: any): Promise<M[]>
    /** @query write many  @table static  @data 0  @where 1.where  @bound 1.limit  @handle 1.transaction  @wide throws 5 */
    static update<M>(this: Class<M>, values: any, options: any): Promise<[number, M[]]>
    /** @query write one  @table static  @data 0  @upsert  @handle 1.transaction */
    static upsert<M>(this: Class<M>, values: any, options?: any): Promise<[M, boolean]>
    /** @query delete many  @table static  @where 0.where  @bound 0.limit  @handle 0.transaction  @wide throws 5 */
    static destroy(options?: any): Promise<number>
    /** @query delete many  @table static  @handle 0.transaction  @wide */
    static truncate(options?: any): Promise<void>
    /** @query write many  @table static  @where 0.where  @bound 0.limit  @handle 0.transaction */
    static restore(options?: any): Promise<void>
    /** @query write many  @table static  @where 1.where  @atomic  @handle 1.transaction */
    static increment(fields: any, options?: any): Promise<any>
    /** @query write many  @table static  @where 1.where  @atomic  @handle 1.transaction */
    static decrement(fields: any, options?: any): Promise<any>
    /** @propagates 0 */
    static build<M>(this: Class<M>, values?: any, options?: any): M
    /** @propagates 0 */
    static bulkBuild<M>(this: Class<M>, rows: readonly any[], options?: any): M[]
    /** @returns this */
    static scope<C>(this: C, ...args: any[]): C
    /** @returns this */
    static unscoped<C>(this: C): C
    /** @returns this */
    static schema<C>(this: C, schema: string, options?: any): C
    /** @relation one key apart target=0 options=1 */
    static belongsTo(target: any, options?: any): any
    /** @relation one apart target=0 options=1 */
    static hasOne(target: any, options?: any): any
    /** @relation many apart target=0 options=1 */
    static hasMany(target: any, options?: any): any
    /** @relation many through apart target=0 options=1 */
    static belongsToMany(target: any, options?: any): any
    static addHook(...args: any[]): any
    static removeHook(...args: any[]): any
    static hasHook(...args: any[]): boolean
    static beforeValidate(...args: any[]): any
    static afterValidate(...args: any[]): any
    static beforeCreate(...args: any[]): any
    static afterCreate(...args: any[]): any
    static beforeDestroy(...args: any[]): any
    static afterDestroy(...args: any[]): any
    static beforeUpdate(...args: any[]): any
    static afterUpdate(...args: any[]): any
    static beforeSave(...args: any[]): any
    static afterSave(...args: any[]): any
    static beforeBulkCreate(...args: any[]): any
    static afterBulkCreate(...args: any[]): any
    static beforeBulkDestroy(...args: any[]): any
    static afterBulkDestroy(...args: any[]): any
    static beforeBulkUpdate(...args: any[]): any
    static afterBulkUpdate(...args: any[]): any
    static beforeFind(...args: any[]): any
    static afterFind(...args: any[]): any
    static beforeCount(...args: any[]): any
    static addScope(...args: any[]): any
    static getAttributes(): any
    static getTableName(): any
    static removeAttribute(attribute: string): void
    static describe(): Promise<any>
    /** @query ddl  @table static */
    static sync(options?: any): Promise<any>
    /** @query ddl  @table static */
    static drop(options?: any): Promise<void>
  }

  /* Association members as projects declare them: `declare getLines: HasManyGetAssociationsMixin<Line>`. */

  export interface BelongsToGetAssociationMixin<T = any> {
    /** @query read one  @table T  @include 0.include  @handle 0.transaction */
    (options?: any): Promise<T>
  }
  export interface BelongsToSetAssociationMixin<T = any, K = any> {
    /** @query write one  @table T  @handle 1.transaction */
    (target?: T | K, options?: any): Promise<void>
  }
  export interface BelongsToCreateAssociationMixin<T = any> {
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    (values?: any, options?: any): Promise<T>
  }
  export interface HasOneGetAssociationMixin<T = any> {
    /** @query read one  @table T  @include 0.include  @handle 0.transaction */
    (options?: any): Promise<T>
  }
  export interface HasOneSetAssociationMixin<T = any, K = any> {
    /** @query write one  @table T  @handle 1.transaction */
    (target?: T | K, options?: any): Promise<void>
  }
  export interface HasOneCreateAssociationMixin<T = any> {
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    (values?: any, options?: any): Promise<T>
  }
  export interface HasManyGetAssociationsMixin<T = any> {
    /** @query read many  @table T  @where this,0.where  @bound 0.limit  @include 0.include  @handle 0.transaction */
    (options?: any): Promise<T[]>
  }
  export interface HasManyCountAssociationsMixin {
    /** @query aggregate  @where 0.where  @handle 0.transaction */
    (options?: any): Promise<number>
  }
  export interface HasManyHasAssociationMixin<T = any, K = any> {
    /** @query aggregate  @table T  @handle 1.transaction */
    (target: any, options?: any): Promise<boolean>
  }
  export interface HasManyHasAssociationsMixin<T = any, K = any> {
    /** @query aggregate  @table T  @handle 1.transaction */
    (target: any, options?: any): Promise<boolean>
  }
  export interface HasManySetAssociationsMixin<T = any, K = any> {
    /** @query write many  @table T  @handle 1.transaction */
    (targets?: readonly (T | K)[], options?: any): Promise<void>
  }
  export interface HasManyAddAssociationMixin<T = any, K = any> {
    /** @query write one  @table T  @handle 1.transaction */
    (target?: T | K, options?: any): Promise<void>
  }
  export interface HasManyAddAssociationsMixin<T = any, K = any> {
    /** @query write many  @table T  @handle 1.transaction */
    (targets?: readonly (T | K)[], options?: any): Promise<void>
  }
  export interface HasManyRemoveAssociationMixin<T = any, K = any> {
    /** @query write one  @table T  @handle 1.transaction */
    (target?: T | K, options?: any): Promise<void>
  }
  export interface HasManyRemoveAssociationsMixin<T = any, K = any> {
    /** @query write many  @table T  @handle 1.transaction */
    (targets?: readonly (T | K)[], options?: any): Promise<void>
  }
  export interface HasManyCreateAssociationMixin<T = any, F = any, S = any> {
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    (values?: any, options?: any): Promise<T>
  }
  export interface BelongsToManyGetAssociationsMixin<T = any> {
    /** @query read many  @table T  @where this,0.where  @bound 0.limit  @include 0.include  @handle 0.transaction */
    (options?: any): Promise<T[]>
  }
  export interface BelongsToManyCountAssociationsMixin {
    /** @query aggregate  @where 0.where  @handle 0.transaction */
    (options?: any): Promise<number>
  }
  export interface BelongsToManyHasAssociationMixin<T = any, K = any> {
    /** @query aggregate  @table T  @handle 1.transaction */
    (target: any, options?: any): Promise<boolean>
  }
  export interface BelongsToManyHasAssociationsMixin<T = any, K = any> {
    /** @query aggregate  @table T  @handle 1.transaction */
    (target: any, options?: any): Promise<boolean>
  }
  export interface BelongsToManySetAssociationsMixin<T = any, K = any> {
    /** @query write many  @table T  @handle 1.transaction */
    (targets?: readonly (T | K)[], options?: any): Promise<void>
  }
  export interface BelongsToManyAddAssociationMixin<T = any, K = any> {
    /** @query write one  @table T  @handle 1.transaction */
    (target?: T | K, options?: any): Promise<void>
  }
  export interface BelongsToManyAddAssociationsMixin<T = any, K = any> {
    /** @query write many  @table T  @handle 1.transaction */
    (targets?: readonly (T | K)[], options?: any): Promise<void>
  }
  export interface BelongsToManyRemoveAssociationMixin<T = any, K = any> {
    /** @query write one  @table T  @handle 1.transaction */
    (target?: T | K, options?: any): Promise<void>
  }
  export interface BelongsToManyRemoveAssociationsMixin<T = any, K = any> {
    /** @query write many  @table T  @handle 1.transaction */
    (targets?: readonly (T | K)[], options?: any): Promise<void>
  }
  export interface BelongsToManyCreateAssociationMixin<T = any> {
    /** @query write one  @table T  @data 0  @handle 1.transaction */
    (values?: any, options?: any): Promise<T>
  }

  /** @connection @given /^sequelize$/ */
  export class Sequelize {
    constructor(...args: any[])
    models: { [name: string]: ModelStatic<Model> }
    config: any
    connectionManager: any
    /** @query raw  @sql 0.query|0  @params 1.replacements|1.bind  @placeholder :  @handle 1.transaction */
    query<T = any>(sql: any, options?: any): Promise<T[]>
    /** @transaction 0 */
    transaction<T>(run: (transaction: Transaction) => PromiseLike<T>): Promise<T>
    /** @transaction 1 */
    transaction<T>(options: any, run: (transaction: Transaction) => PromiseLike<T>): Promise<T>
    /** @transaction begin handle=return */
    transaction(options?: any): Promise<Transaction>
    /** @entity name=0  @table 0 */
    define<M = Model>(name: string, attributes?: any, options?: any): ModelStatic<M>
    /** @table 0 */
    model<M = Model>(name: string): ModelStatic<M>
    isDefined(name: string): boolean
    authenticate(options?: any): Promise<void>
    validate(options?: any): Promise<void>
    /** @query ddl */
    sync(options?: any): Promise<this>
    /** @query ddl */
    drop(options?: any): Promise<any>
    /** @query delete many  @wide */
    truncate(options?: any): Promise<any>
    createSchema(schema: string, options?: any): Promise<any>
    dropSchema(schema: string, options?: any): Promise<any>
    showAllSchemas(options?: any): Promise<any[]>
    databaseVersion(): Promise<string>
    close(): Promise<void>
    getQueryInterface(): QueryInterface
    getDialect(): string
    getDatabaseName(): string
    addHook(...args: any[]): any
    /** @escapes sql  @propagates 0 */
    escape(value: any): string
    set(variables: any, options: any): Promise<any>
    random(): any
    /** @fragment 0 */
    literal(text: string): any
    fn(name: string, ...args: any[]): any
    col(name: string): any
    /** @fragment 1 */
    cast(value: any, type: string): any
    json(...args: any[]): any
    and(...args: any[]): any
    or(...args: any[]): any
    where(...args: any[]): any
    /** @fragment 0 */
    static literal(text: string): any
    static fn(name: string, ...args: any[]): any
    static col(name: string): any
    /** @fragment 1 */
    static cast(value: any, type: string): any
    static json(...args: any[]): any
    static and(...args: any[]): any
    static or(...args: any[]): any
    static where(...args: any[]): any
    /** @transaction carried */
    static useCLS(namespace: any): typeof Sequelize
  }

  /** @handle */
  export class Transaction {
    constructor(sequelize: Sequelize, options: any)
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    /** @calls 0 deferred */
    afterCommit(run: (transaction: this) => any): void
    LOCK: any
    static LOCK: any
  }
  export namespace Transaction {
    export const ISOLATION_LEVELS: any
    export type ISOLATION_LEVELS = any
    export const TYPES: any
    export type TYPES = any
  }
  export const LOCK: any

  export class QueryInterface {
    sequelize: Sequelize
    queryGenerator: any
    /** @query ddl  @table 0 */
    createTable(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    dropTable(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    renameTable(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    addColumn(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    removeColumn(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    changeColumn(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    renameColumn(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    addIndex(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    removeIndex(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    addConstraint(table: any, ...args: any[]): Promise<void>
    /** @query ddl  @table 0 */
    removeConstraint(table: any, ...args: any[]): Promise<void>
    /** @query ddl */
    dropAllTables(...args: any[]): Promise<void>
    /** @query ddl */
    dropAllEnums(...args: any[]): Promise<void>
    /** @query ddl */
    createSchema(...args: any[]): Promise<void>
    /** @query ddl */
    dropSchema(...args: any[]): Promise<void>
    /** @query ddl */
    createFunction(...args: any[]): Promise<void>
    /** @query ddl */
    dropFunction(...args: any[]): Promise<void>
    /** @query write one  @table 1  @data 2  @handle 3.transaction */
    insert(instance: any, table: any, values: any, options?: any): Promise<any>
    /** @query write one  @table 0  @data 1  @where 3  @upsert  @handle 4.transaction */
    upsert(table: any, values: any, update: any, where: any, options?: any): Promise<any>
    /** @query write many  @table 1  @data 2  @where 3  @handle 4.transaction */
    update(instance: any, table: any, values: any, where: any, options?: any): Promise<any>
    /** @query delete many  @table 1  @where 2  @handle 3.transaction */
    delete(instance: any, table: any, where: any, options?: any): Promise<any>
    /** @query write many  @table 0  @data 1  @handle 2.transaction */
    bulkInsert(table: any, rows: readonly any[], options?: any, attributes?: any): Promise<any>
    /** @query write many  @table 0  @data 1  @where 2  @handle 3.transaction */
    bulkUpdate(table: any, values: any, where: any, options?: any, attributes?: any): Promise<any>
    /** @query delete many  @table 0  @where 1  @handle 2.transaction */
    bulkDelete(table: any, where: any, options?: any, model?: any): Promise<any>
    /** @query read many  @table 1  @where 2.where  @bound 2.limit  @handle 2.transaction */
    select(model: any, table: any, options?: any): Promise<any[]>
    /** @query read one  @table 0  @where 1.where  @handle 1.transaction */
    rawSelect(table: any, options: any, attribute: any, model?: any): Promise<any>
    describeTable(table: any, options?: any): Promise<any>
    showAllTables(options?: any): Promise<string[]>
    tableExists(table: any, options?: any): Promise<boolean>
    showIndex(table: any, options?: any): Promise<any>
    /** @escapes sql  @propagates 0 */
    quoteIdentifier(identifier: string, force?: boolean): string
    /** @escapes sql  @propagates 0 */
    quoteTable(identifier: any): string
  }

  export const Op: any
  export const DataTypes: any
  export const QueryTypes: any
  export const Deferrable: any
  export const TableHints: any
  export const IndexHints: any
  export const Utils: any
  export const Validator: any
  /** @fragment 0 */
  export function literal(text: string): any
  export function fn(name: string, ...args: any[]): any
  export function col(name: string): any
  /** @fragment 1 */
  export function cast(value: any, type: string): any
  export function where(...args: any[]): any
  export function json(...args: any[]): any
  export function and(...args: any[]): any
  export function or(...args: any[]): any
  export class BaseError extends Error {}
  export class ValidationErrorItem {
    message: string
    path: string
    value: any
    type: any
  }
  export class ValidationError extends BaseError {
    errors: ValidationErrorItem[]
  }
  export class UniqueConstraintError extends ValidationError {
    parent: any
    original: any
    fields: any
    sql: string
  }
  export class DatabaseError extends BaseError {
    parent: any
    original: any
    sql: string
  }
  export class ForeignKeyConstraintError extends DatabaseError {}
  export class ExclusionConstraintError extends DatabaseError {}
  export class TimeoutError extends DatabaseError {}
  export class OptimisticLockError extends BaseError {}
  export class EmptyResultError extends BaseError {}
  export class ConnectionError extends BaseError {}
  export class ConnectionRefusedError extends ConnectionError {}
  export class ConnectionAcquireTimeoutError extends ConnectionError {}
  export class ConnectionTimedOutError extends ConnectionError {}
  export default Sequelize
}
