/* sequelize-typescript: models declared by decorators, and members that name an association. */

declare module 'sequelize-typescript' {
  import { Model as BaseModel, Sequelize as BaseSequelize } from 'sequelize'

  export type SequelizeOptions = any
  export type TableOptions<M = any> = any
  export type ModelClassGetter<C = any, T = any> = () => any
  export type Repository<M> = Pick<typeof Model, keyof typeof Model> & { new (values?: any, options?: any): M }
  export type ModelCtor<M = Model> = Repository<M>
  export type ModelStatic<M = Model> = { new (): M }
  export type ModelType<C = any, T = any> = new (values?: any, options?: any) => Model<T, C>

  /** Associations with one row at the other end, and with many. */
  type RowKeys<T> = { [K in keyof T]: T[K] extends any[] ? never : K }[keyof T]
  type ListKeys<T> = { [K in keyof T]: T[K] extends any[] ? K : never }[keyof T]

  export abstract class Model<TModelAttributes = any, TCreationAttributes = any> extends BaseModel<TModelAttributes, TCreationAttributes> {
    id?: any
    createdAt?: any
    updatedAt?: any
    deletedAt?: any
    version?: any
    static isInitialized: boolean
    /** @query read one  @table 0  @where 1.where  @handle 1.transaction */
    $get<K extends RowKeys<this>>(association: K, options?: any): Promise<this[K]>
    /** @query read many  @table 0  @where 1.where  @bound 1.limit  @handle 1.transaction */
    $get<K extends ListKeys<this>>(association: K, options?: any): Promise<this[K]>
    /** Inside a model, where `this` may be any class that extends it. @query read one  @table 0  @where 1.where  @handle 1.transaction */
    $get<K extends keyof this>(association: K, options?: any): Promise<this[K]>
    /** @query write many  @table 0  @handle 2.transaction */
    $set(association: any, instances: any, options?: any): Promise<any>
    /** @query write many  @table 0  @handle 2.transaction */
    $add(association: string, instances: any, options?: any): Promise<any>
    /** @query write one  @table 0  @data 1  @handle 2.transaction */
    $create<R = any>(association: string, values: any, options?: any): Promise<R>
    /** @query write many  @table 0  @handle 2.transaction */
    $remove(association: string, instances: any, options?: any): Promise<any>
    /** @query aggregate  @table 0  @handle 2.transaction */
    $has(association: string, instances: any, options?: any): Promise<boolean>
    /** @query aggregate  @table 0  @where 1.where  @handle 1.transaction */
    $count(association: string, options?: any): Promise<number>
  }

  /** @connection */
  export class Sequelize extends BaseSequelize {
    repositoryMode: boolean
    addModels(...args: any[]): void
    /** @table 0 */
    model<M = any>(model: string | (new (...args: any[]) => M)): Repository<M>
    /** @returns this  @table 0 */
    getRepository<M = any>(model: new (...args: any[]) => M): Repository<M>
  }

  /** @entity name=0.tableName */
  export function Table(...args: any[]): any
  /** @column options=0 */
  export function Column(...args: any[]): any
  /** @column primary */
  export function PrimaryKey(...args: any[]): any
  /** @column unique */
  export function Unique(...args: any[]): any
  /** @column */
  export function AutoIncrement(...args: any[]): any
  /** @column */
  export function AllowNull(...args: any[]): any
  /** @column */
  export function Default(...args: any[]): any
  /** @column */
  export function CreatedAt(...args: any[]): any
  /** @column */
  export function UpdatedAt(...args: any[]): any
  /** @column */
  export function DeletedAt(...args: any[]): any
  /** @column */
  export function ForeignKey(...args: any[]): any
  export function Comment(...args: any[]): any
  export function Index(...args: any[]): any
  export function createIndexDecorator(options?: any): any
  /** @relation one key apart target=0 options=1 */
  export function BelongsTo(...args: any[]): any
  /** @relation one apart target=0 options=1 */
  export function HasOne(...args: any[]): any
  /** @relation many apart target=0 options=1 */
  export function HasMany(...args: any[]): any
  /** @relation many through apart target=0 options=1 */
  export function BelongsToMany(...args: any[]): any
  export function Scopes(...args: any[]): any
  export function DefaultScope(...args: any[]): any
  export function addAttributeOptions(target: any, property: string, options: any): void
  export function getAttributes(target: any): any

  export function AfterBulkCreate(...args: any[]): any
  export function AfterBulkDestroy(...args: any[]): any
  export function AfterBulkRestore(...args: any[]): any
  export function AfterBulkSync(...args: any[]): any
  export function AfterBulkUpdate(...args: any[]): any
  export function AfterConnect(...args: any[]): any
  export function AfterCreate(...args: any[]): any
  export function AfterDefine(...args: any[]): any
  export function AfterDestroy(...args: any[]): any
  export function AfterFind(...args: any[]): any
  export function AfterInit(...args: any[]): any
  export function AfterRestore(...args: any[]): any
  export function AfterSave(...args: any[]): any
  export function AfterSync(...args: any[]): any
  export function AfterUpdate(...args: any[]): any
  export function AfterUpsert(...args: any[]): any
  export function AfterValidate(...args: any[]): any
  export function BeforeBulkCreate(...args: any[]): any
  export function BeforeBulkDestroy(...args: any[]): any
  export function BeforeBulkRestore(...args: any[]): any
  export function BeforeBulkSync(...args: any[]): any
  export function BeforeBulkUpdate(...args: any[]): any
  export function BeforeConnect(...args: any[]): any
  export function BeforeCount(...args: any[]): any
  export function BeforeCreate(...args: any[]): any
  export function BeforeDefine(...args: any[]): any
  export function BeforeDestroy(...args: any[]): any
  export function BeforeFind(...args: any[]): any
  export function BeforeFindAfterExpandIncludeAll(...args: any[]): any
  export function BeforeFindAfterOptions(...args: any[]): any
  export function BeforeInit(...args: any[]): any
  export function BeforeRestore(...args: any[]): any
  export function BeforeSave(...args: any[]): any
  export function BeforeSync(...args: any[]): any
  export function BeforeUpdate(...args: any[]): any
  export function BeforeUpsert(...args: any[]): any
  export function BeforeValidate(...args: any[]): any

  export function Contains(...args: any[]): any
  export function Equals(...args: any[]): any
  export function Is(...args: any[]): any
  export function IsAfter(...args: any[]): any
  export function IsAlpha(...args: any[]): any
  export function IsAlphanumeric(...args: any[]): any
  export function IsArray(...args: any[]): any
  export function IsBefore(...args: any[]): any
  export function IsCreditCard(...args: any[]): any
  export function IsDate(...args: any[]): any
  export function IsDecimal(...args: any[]): any
  export function IsEmail(...args: any[]): any
  export function IsFloat(...args: any[]): any
  export function IsIP(...args: any[]): any
  export function IsIPv4(...args: any[]): any
  export function IsIPv6(...args: any[]): any
  export function IsIn(...args: any[]): any
  export function IsInt(...args: any[]): any
  export function IsLowercase(...args: any[]): any
  export function IsNull(...args: any[]): any
  export function IsNumeric(...args: any[]): any
  export function IsUUID(...args: any[]): any
  export function IsUppercase(...args: any[]): any
  export function IsUrl(...args: any[]): any
  export function Length(...args: any[]): any
  export function Max(...args: any[]): any
  export function Min(...args: any[]): any
  export function Not(...args: any[]): any
  export function NotContains(...args: any[]): any
  export function NotEmpty(...args: any[]): any
  export function NotIn(...args: any[]): any
  export function NotNull(...args: any[]): any
  export function Validate(...args: any[]): any
  export function Validator(...args: any[]): any

  export const DataType: any
}
