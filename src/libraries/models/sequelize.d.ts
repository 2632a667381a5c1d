/* Sequelize: models as active records, associations, raw queries, transactions; and its decorators. */

declare module 'sequelize' {
  export type WhereOptions<T = any> = any
  export type FindOptions<T = any> = any
  export type FindAndCountOptions<T = any> = any
  export type CountOptions<T = any> = any
  export type CreateOptions<T = any> = any
  export type UpdateOptions<T = any> = any
  export type DestroyOptions<T = any> = any
  export type SaveOptions<T = any> = any
  export type InstanceUpdateOptions<T = any> = any
  export type InstanceDestroyOptions = any
  export type BulkCreateOptions<T = any> = any
  export type Includeable = any
  export type IncludeOptions = any
  export type Order = any
  export type ScopeOptions = any
  export type ModelStatic<M> = { new (): M } & typeof Model
  export type ModelCtor<M> = { new (): M } & typeof Model
  export type InferAttributes<M = any, O = any> = any
  export type InferCreationAttributes<M = any, O = any> = any
  export type CreationOptional<T> = T
  export type NonAttribute<T> = T
  export type ForeignKey<T> = T
  export type Attributes<M = any> = any
  export type CreationAttributes<M = any> = any
  export type Transactionable = any
  export type QueryOptions = any
  export type Options = any
  export type Optional<T = any, K = any> = any

  /**
   * @members get read one
   * @members count aggregate
   * @members add write
   * @members create write one
   * @members set write
   * @members remove delete
   * @members has aggregate
   */
  export class Model<Attributes = any, Creation = any> {
    dataValues: any
    isNewRecord: boolean
    sequelize: Sequelize
    /** @query write one  @table static  @handle 0.transaction */
    save(options?: any): Promise<this>
    /** @query write one  @table static  @data 0  @handle 1.transaction */
    update(values: any, options?: any): Promise<this>
    /** @query delete one  @table static  @handle 0.transaction */
    destroy(options?: any): Promise<void>
    /** @query write one  @table static  @handle 0.transaction */
    restore(options?: any): Promise<void>
    /** @query read one  @table static  @handle 0.transaction */
    reload(options?: any): Promise<this>
    /** @query write one  @table static  @atomic  @handle 1.transaction */
    increment(fields: any, options?: any): Promise<this>
    /** @query write one  @table static  @atomic  @handle 1.transaction */
    decrement(fields: any, options?: any): Promise<this>
    get(...args: any[]): any
    set(...args: any[]): this
    setDataValue(key: any, value: any): void
    getDataValue(key: any): any
    /** @propagates this */
    toJSON(): any
    changed(...args: any[]): any
    previous(...args: any[]): any
    validate(options?: any): Promise<void>
    equals(other: any): boolean

    static sequelize: Sequelize
    static tableName: string
    static rawAttributes: any
    static associations: any
    static init(attributes: any, options: any): any
    /** @query read many  @table static  @where 0.where  @bound 0.limit  @include 0.include  @lock 0.lock  @handle 0.transaction */
    static findAll<M extends Model>(this: { new (): M }, options?: any): Promise<M[]>
    /** @query read one  @table static  @where 0  @include 1.include  @lock 1.lock  @handle 1.transaction */
    static findByPk<M extends Model>(this: { new (): M }, id: any, options?: any): Promise<M>
    /** @query read one  @table static  @where 0.where  @include 0.include  @lock 0.lock  @handle 0.transaction */
    static findOne<M extends Model>(this: { new (): M }, options?: any): Promise<M>
    /** @query read many  @table static  @where 0.where  @bound 0.limit  @include 0.include  @handle 0.transaction */
    static findAndCountAll<M extends Model>(this: { new (): M }, options?: any): Promise<{ rows: M[]; count: number }>
    /** @query write one  @table static  @where 0.where  @upsert  @handle 0.transaction */
    static findOrCreate<M extends Model>(this: { new (): M }, options: any): Promise<[M, boolean]>
    /** @query write one  @table static  @where 0.where  @upsert  @handle 0.transaction */
    static findCreateFind<M extends Model>(this: { new (): M }, options: any): Promise<[M, boolean]>
    /** @query read one  @table static  @where 0.where */
    static findOrBuild<M extends Model>(this: { new (): M }, options: any): Promise<[M, boolean]>
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
    /** @query write one  @table static  @data 0  @handle 1.transaction */
    static create<M extends Model>(this: { new (): M }, values?: any, options?: any): Promise<M>
    /** @query write many  @table static  @data 0  @handle 1.transaction */
    static bulkCreate<M extends Model>(this: { new (): M }, rows: any[], options?: any): Promise<M[]>
    /** @query write many  @table static  @data 0  @where 1.where  @handle 1.transaction */
    static update(values: any, options: any): Promise<any>
    /** @query write one  @table static  @data 0  @upsert  @handle 1.transaction */
    static upsert(values: any, options?: any): Promise<any>
    /** @query delete many  @table static  @where 0.where  @handle 0.transaction */
    static destroy(options?: any): Promise<number>
    /** @query delete many  @table static */
    static truncate(options?: any): Promise<void>
    /** @query write many  @table static  @where 0.where  @handle 0.transaction */
    static restore(options?: any): Promise<void>
    /** @query write many  @table static  @where 1.where  @atomic  @handle 1.transaction */
    static increment(fields: any, options?: any): Promise<any>
    /** @query write many  @table static  @where 1.where  @atomic  @handle 1.transaction */
    static decrement(fields: any, options?: any): Promise<any>
    static build<M extends Model>(this: { new (): M }, values?: any, options?: any): M
    static bulkBuild<M extends Model>(this: { new (): M }, rows: any[], options?: any): M[]
    /** @returns this */
    static scope<M>(this: M, ...args: any[]): M
    /** @returns this */
    static unscoped<M>(this: M): M
    /** @returns this */
    static schema<M>(this: M, ...args: any[]): M
    static belongsTo(target: any, options?: any): any
    static hasOne(target: any, options?: any): any
    static hasMany(target: any, options?: any): any
    static belongsToMany(target: any, options?: any): any
    static addHook(...args: any[]): any
    static addScope(...args: any[]): any
    static getTableName(): any
    static describe(): Promise<any>
    static sync(options?: any): Promise<any>
    static drop(options?: any): Promise<void>
  }

  /** @connection */
  export class Sequelize {
    constructor(...args: any[])
    models: any
    config: any
    /** @query raw  @sql 0  @params 1.replacements|1.bind  @placeholder :  @handle 1.transaction */
    query(sql: any, options?: any): Promise<any>
    /** @transaction 1|0 */
    transaction<T>(run: (transaction: Transaction) => PromiseLike<T>): Promise<T>
    transaction<T>(options: any, run: (transaction: Transaction) => PromiseLike<T>): Promise<T>
    /** @transaction begin handle=return */
    transaction(options?: any): Promise<Transaction>
    /** @entity name=0  @table 0 */
    define(name: string, attributes?: any, options?: any): { new (): Model } & typeof Model
    /** @table 0 */
    model(name: string): { new (): Model } & typeof Model
    isDefined(name: string): boolean
    authenticate(options?: any): Promise<void>
    sync(options?: any): Promise<this>
    drop(options?: any): Promise<any>
    close(): Promise<void>
    getQueryInterface(): QueryInterface
    getDialect(): string
    /** @escapes sql */
    escape(value: any): string
    /** @fragment 0 */
    literal(text: string): any
    fn(name: string, ...args: any[]): any
    col(name: string): any
    cast(value: any, type: string): any
    where(...args: any[]): any
    /** @fragment 0 */
    static literal(text: string): any
    static fn(name: string, ...args: any[]): any
    static col(name: string): any
    static cast(value: any, type: string): any
    static where(...args: any[]): any
    static useCLS(namespace: any): any
  }

  /** @handle */
  export class Transaction {
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    /** @calls 0 deferred */
    afterCommit(run: (transaction: Transaction) => any): void
    LOCK: any
    static LOCK: any
    static ISOLATION_LEVELS: any
  }

  export class QueryInterface {
    sequelize: Sequelize
    createTable(...args: any[]): Promise<void>
    dropTable(...args: any[]): Promise<void>
    addColumn(...args: any[]): Promise<void>
    removeColumn(...args: any[]): Promise<void>
    changeColumn(...args: any[]): Promise<void>
    renameColumn(...args: any[]): Promise<void>
    renameTable(...args: any[]): Promise<void>
    addIndex(...args: any[]): Promise<void>
    removeIndex(...args: any[]): Promise<void>
    addConstraint(...args: any[]): Promise<void>
    removeConstraint(...args: any[]): Promise<void>
    /** @query write many  @table 0  @data 1 */
    bulkInsert(table: any, rows: any[], options?: any): Promise<any>
    /** @query write many  @table 0  @data 1  @where 2 */
    bulkUpdate(table: any, values: any, where: any, options?: any): Promise<any>
    /** @query delete many  @table 0  @where 1 */
    bulkDelete(table: any, where: any, options?: any): Promise<any>
    describeTable(table: any): Promise<any>
    showAllTables(): Promise<any>
    tableExists(table: any): Promise<boolean>
  }

  export const Op: any
  export const DataTypes: any
  export const QueryTypes: any
  /** @fragment 0 */
  export function literal(text: string): any
  export function fn(name: string, ...args: any[]): any
  export function col(name: string): any
  export function cast(value: any, type: string): any
  export function where(...args: any[]): any
  export function json(...args: any[]): any
  export class ValidationError extends Error {
    errors: any[]
  }
  export class UniqueConstraintError extends ValidationError {
    fields: any
  }
  export class ForeignKeyConstraintError extends Error {}
  export class DatabaseError extends Error {}
  export class EmptyResultError extends Error {}
  export class ConnectionError extends Error {}
  export class TimeoutError extends Error {}
  export default Sequelize
}

declare module 'sequelize-typescript' {
  import { Model as BaseModel, Sequelize as BaseSequelize, Transaction } from 'sequelize'
  export class Model<Attributes = any, Creation = any> extends BaseModel<Attributes, Creation> {
    createdAt: any
    updatedAt: any
    deletedAt: any
    /** @query read one  @table static  @handle 1.transaction */
    $get(association: any, options?: any): Promise<any>
    /** @query write many  @table static  @handle 2.transaction */
    $set(association: any, instances: any, options?: any): Promise<any>
    /** @query write many  @table static  @handle 2.transaction */
    $add(association: any, instances: any, options?: any): Promise<any>
    /** @query write one  @table static  @handle 2.transaction */
    $create(association: any, values: any, options?: any): Promise<any>
    /** @query delete many  @table static  @handle 2.transaction */
    $remove(association: any, instances: any, options?: any): Promise<any>
    /** @query aggregate  @table static  @handle 2.transaction */
    $has(association: any, instances: any, options?: any): Promise<boolean>
    /** @query aggregate  @table static  @handle 1.transaction */
    $count(association: any, options?: any): Promise<number>
  }
  /** @connection */
  export class Sequelize extends BaseSequelize {
    addModels(...args: any[]): void
    getRepository<M>(type: { new (): M }): { new (): M } & typeof BaseModel
  }
  /** @entity name=0.tableName */
  export function Table(options?: any): any
  /** @column options=0 */
  export function Column(...args: any[]): any
  /** @column primary */
  export function PrimaryKey(...args: any[]): any
  /** @column unique */
  export function Unique(...args: any[]): any
  export function AutoIncrement(...args: any[]): any
  export function AllowNull(...args: any[]): any
  export function Default(...args: any[]): any
  export function Comment(...args: any[]): any
  export function CreatedAt(...args: any[]): any
  export function UpdatedAt(...args: any[]): any
  export function DeletedAt(...args: any[]): any
  /** @relation one target=0 options=1 */
  export function BelongsTo(...args: any[]): any
  /** @relation many target=0 options=1 */
  export function HasMany(...args: any[]): any
  /** @relation one target=0 options=1 */
  export function HasOne(...args: any[]): any
  /** @relation many target=0 options=1 */
  export function BelongsToMany(...args: any[]): any
  export function ForeignKey(...args: any[]): any
  export function Index(...args: any[]): any
  export function Scopes(...args: any[]): any
  export function DefaultScope(...args: any[]): any
  export function Length(...args: any[]): any
  export function Is(...args: any[]): any
  export function IsIn(...args: any[]): any
  export function NotContains(...args: any[]): any
  export function NotEmpty(...args: any[]): any
  export function IsEmail(...args: any[]): any
  export function IsDate(...args: any[]): any
  export function IsUUID(...args: any[]): any
  export function IsNumeric(...args: any[]): any
  export function IsUrl(...args: any[]): any
  export function Max(...args: any[]): any
  export function Min(...args: any[]): any
  export function BeforeCreate(...args: any[]): any
  export function BeforeUpdate(...args: any[]): any
  export function BeforeSave(...args: any[]): any
  export function BeforeDestroy(...args: any[]): any
  export function BeforeValidate(...args: any[]): any
  export function BeforeFind(...args: any[]): any
  export function BeforeBulkDestroy(...args: any[]): any
  export function AfterCreate(...args: any[]): any
  export function AfterUpdate(...args: any[]): any
  export function AfterSave(...args: any[]): any
  export function AfterDestroy(...args: any[]): any
  export function AfterFind(...args: any[]): any
  export function AfterUpsert(...args: any[]): any
  export function AfterBulkCreate(...args: any[]): any
  export const DataType: any
}
