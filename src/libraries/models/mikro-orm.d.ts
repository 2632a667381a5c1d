/* MikroORM: identity maps, units of work, repositories, query builders, entities by decorators. */

declare module '@mikro-orm/core' {
  export type EntityName<T> = (abstract new (...args: any[]) => T) | EntitySchema<T> | string | { name: string }
  export type EntityClass<T> = abstract new (...args: any[]) => T
  /** @criteria */
  export type FilterQuery<T = any> = any
  /** @criteria */
  export type ObjectQuery<T = any> = any
  /** @criteria */
  export type QBFilterQuery<T = any> = any
  export type EntityData<T = any, T2 = any> = any
  export type RequiredEntityData<T = any, T2 = any, T3 = any> = any
  export type EntityDTO<T, T2 = any> = T
  /** @criteria */
  export type FindOptions<T = any, H = any, F = any, E = any> = any
  /** @criteria */
  export type FindOneOptions<T = any, H = any, F = any, E = any> = any
  export type FindAllOptions<T = any, H = any, F = any, E = any> = any
  export type FindOneOrFailOptions<T = any, H = any, F = any, E = any> = any
  export type FindByCursorOptions<T = any, H = any, F = any, E = any, T5 = any> = any
  export type CountOptions<T = any, H = any> = any
  export type UpsertOptions<T = any, F = any> = any
  export type TransactionOptions = any
  export type Populate<T = any, P = any> = any
  export type QueryOrderMap<T = any> = any
  export type Primary<T = any> = any
  export type AnyEntity<T = any> = any
  export type Dictionary<T = any> = { [key: string]: T }
  export type Options<D = any, E = any> = any
  export type Constructor<T = any> = new (...args: any[]) => T
  export type EventArgs<T = any> = any
  export type Loaded<T, P = any, F = any, E = any> = T
  export type Opt<T = any> = T
  export type Hidden<T = any> = T
  export type Rel<T> = T
  /** A reference to a row; `load()` fetches it. */
  export type Ref<T> = Reference<T> & Pick<T, Extract<keyof T, 'id' | '_id' | 'uuid'>>
  export type LoadedReference<T> = Reference<T> & { $: T; get(): T }
  export type LoadedCollection<T> = Collection<T> & { $: Collection<T>; get(): Collection<T> }
  export type GetRepository<T, R> = R
  export const OptionalProps: unique symbol
  export const EntityRepositoryType: unique symbol
  export const PrimaryKeyProp: unique symbol
  export const EagerProps: unique symbol
  export const HiddenProps: unique symbol
  export const Config: unique symbol

  /** Identity map and unit of work: changes are collected and written by `flush`. */
  export class EntityManager<D = any> {
    config: any
    name: string
    /** @query read many  @table 0  @where 1  @bound 2.limit  @include 2.populate  @lock 2.lockMode  @handle 2.ctx */
    find<T>(entity: EntityName<T>, where: any, options?: any): Promise<T[]>
    /** @query read many  @table 0  @where 1.where  @bound 1.limit  @include 1.populate  @lock 1.lockMode  @handle 1.ctx */
    findAll<T>(entity: EntityName<T>, options?: any): Promise<T[]>
    /** @query read many  @table 0  @where 1  @bound 2.limit  @include 2.populate  @lock 2.lockMode  @handle 2.ctx */
    findAndCount<T>(entity: EntityName<T>, where: any, options?: any): Promise<[T[], number]>
    /** @query read many  @table 0  @where 1  @bound 2.first|2.last  @include 2.populate  @handle 2.ctx */
    findByCursor<T>(entity: EntityName<T>, where: any, options: any): Promise<Cursor<T>>
    /** @query read one  @table 0  @where 1  @include 2.populate  @lock 2.lockMode  @handle 2.ctx  @identity-map 2.refresh|2.disableIdentityMap */
    findOne<T>(entity: EntityName<T>, where: any, options?: any): Promise<T>
    /** @query read one  @table 0  @where 1  @include 2.populate  @lock 2.lockMode  @handle 2.ctx  @identity-map 2.refresh|2.disableIdentityMap */
    findOneOrFail<T>(entity: EntityName<T>, where: any, options?: any): Promise<T>
    /** @query read one  @table 0  @include 1.populate  @lock 1.lockMode */
    refresh<T>(entity: T, options?: any): Promise<T>
    /** @query read one  @table 0  @include 1.populate  @lock 1.lockMode */
    refreshOrFail<T>(entity: T, options?: any): Promise<T>
    /** @query aggregate  @table 0  @where 1  @handle 2.ctx */
    count<T>(entity: EntityName<T>, where?: any, options?: any): Promise<number>
    /** @query write one  @table 0  @data 1|0  @upsert  @handle 2.ctx */
    upsert<T>(entity: EntityName<T> | T, data?: any, options?: any): Promise<T>
    /** @query write many  @table 0  @data 1|0  @upsert  @handle 2.ctx */
    upsertMany<T>(entity: EntityName<T> | T[], data?: any[], options?: any): Promise<T[]>
    /** @query write one  @table 0  @data 1|0  @handle 2.ctx */
    insert<T>(entity: EntityName<T> | T, data?: any, options?: any): Promise<any>
    /** @query write many  @table 0  @data 1|0  @handle 2.ctx */
    insertMany<T>(entity: EntityName<T> | T[], data?: any[], options?: any): Promise<any[]>
    /** @query write many  @table 0  @where 1  @data 2  @handle 3.ctx  @wide */
    nativeUpdate<T>(entity: EntityName<T>, where: any, data: any, options?: any): Promise<number>
    /** @query delete many  @table 0  @where 1  @handle 2.ctx  @wide */
    nativeDelete<T>(entity: EntityName<T>, where: any, options?: any): Promise<number>
    /** Writes what was changed, created and removed since, in one transaction. @query write many */
    flush(): Promise<void>
    /** @query write  @table 0  @data 0 */
    persistAndFlush(entity: any): Promise<void>
    /** @query delete  @table 0 */
    removeAndFlush(entity: any): Promise<void>
    persist(entity: any): this
    remove(entity: any): this
    /** @propagates 1 */
    create<T>(entity: EntityName<T>, data: any, options?: any): T
    assign<T>(entity: T, data: any, options?: any): T
    merge<T>(entity: EntityName<T>, data: any, options?: any): T
    merge<T>(entity: T, options?: any): T
    map<T>(entity: EntityName<T>, result: any, options?: any): T
    getReference<T>(entity: EntityName<T>, id: any, options?: any): T
    /** @query read many  @table 1  @include 1  @where 0 */
    populate<T>(entities: T, relations: any, options?: any): Promise<T>
    canPopulate(entity: any, property: string): boolean
    /** @query read one  @table 0  @lock */
    lock(entity: any, mode: any, options?: any): Promise<void>
    /** Managers used inside, this one too, take part. @transaction 0 implicit */
    transactional<R>(run: (em: this) => R | Promise<R>, options?: any): Promise<R>
    /** @transaction begin handle=this */
    begin(options?: any): Promise<void>
    /** @transaction commit */
    commit(): Promise<void>
    /** @transaction rollback */
    rollback(): Promise<void>
    isInTransaction(): boolean
    getTransactionContext<T = any>(): T
    setTransactionContext(context: any): void
    resetTransactionContext(): void
    /** @returns this  @identity-map cleared */
    fork(options?: any): this
    /** @returns this */
    getContext(validate?: boolean): this
    /** @identity-map cleared */
    clear(): void
    /** @returns this  @table 0 */
    getRepository<T, R = EntityRepository<T>>(entity: EntityName<T>): R
    /** @returns this  @table 0 */
    repo<T, R = EntityRepository<T>>(entity: EntityName<T>): R
    getConnection(type?: any): any
    getDriver(): any
    getPlatform(): any
    getMetadata(...args: any[]): any
    getUnitOfWork(useContext?: boolean): any
    getEntityFactory(): any
    getEventManager(): any
    addFilter(...args: any[]): void
    setFilterParams(name: string, values: any): void
    setFlushMode(mode?: any): void
    clearCache(key: string): Promise<void>
  }

  /** Reads and writes of one entity.  @layer repository */
  export class EntityRepository<Entity = any> {
    constructor(em: EntityManager, entity: EntityName<Entity>)
    protected readonly em: EntityManager
    protected readonly entityName: any
    /** @query read many  @table Entity|this  @where 0  @bound 1.limit  @include 1.populate  @lock 1.lockMode  @handle 1.ctx */
    find(where: any, options?: any): Promise<Entity[]>
    /** @query read many  @table Entity|this  @where 0.where  @bound 0.limit  @include 0.populate  @lock 0.lockMode  @handle 0.ctx */
    findAll(options?: any): Promise<Entity[]>
    /** @query read many  @table Entity|this  @where 0  @bound 1.limit  @include 1.populate  @lock 1.lockMode  @handle 1.ctx */
    findAndCount(where: any, options?: any): Promise<[Entity[], number]>
    /** @query read many  @table Entity|this  @where 0  @bound 1.first|1.last  @include 1.populate  @handle 1.ctx */
    findByCursor(where: any, options?: any): Promise<Cursor<Entity>>
    /** @query read one  @table Entity|this  @where 0  @include 1.populate  @lock 1.lockMode  @handle 1.ctx  @identity-map 1.refresh|1.disableIdentityMap */
    findOne(where: any, options?: any): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0  @include 1.populate  @lock 1.lockMode  @handle 1.ctx  @identity-map 1.refresh|1.disableIdentityMap */
    findOneOrFail(where: any, options?: any): Promise<Entity>
    /** @query aggregate  @table Entity|this  @where 0  @handle 1.ctx */
    count(where?: any, options?: any): Promise<number>
    /** @query write one  @table Entity|this  @data 0  @upsert  @handle 1.ctx */
    upsert(data?: any, options?: any): Promise<Entity>
    /** @query write many  @table Entity|this  @data 0  @upsert  @handle 1.ctx */
    upsertMany(data?: any[], options?: any): Promise<Entity[]>
    /** @query write one  @table Entity|this  @data 0  @handle 1.ctx */
    insert(data: any, options?: any): Promise<any>
    /** @query write many  @table Entity|this  @data 0  @handle 1.ctx */
    insertMany(data: any[], options?: any): Promise<any[]>
    /** @query write many  @table Entity|this  @where 0  @data 1  @handle 2.ctx  @wide */
    nativeUpdate(where: any, data: any, options?: any): Promise<number>
    /** @query delete many  @table Entity|this  @where 0  @handle 1.ctx  @wide */
    nativeDelete(where: any, options?: any): Promise<number>
    /** @query write many */
    flush(): Promise<void>
    /** @query write  @table Entity|this  @data 0 */
    persistAndFlush(entity: any): Promise<void>
    /** @query delete  @table Entity|this */
    removeAndFlush(entity: any): Promise<void>
    persist(entity: any): EntityManager
    remove(entity: any): EntityManager
    /** @propagates 0 */
    create(data: any, options?: any): Entity
    assign<T = Entity>(entity: T, data: any, options?: any): T
    merge(data: any, options?: any): Entity
    map(result: any, options?: any): Entity
    getReference(id: any, options?: any): Entity
    /** @query read many  @table 1  @include 1  @where 0 */
    populate<T = Entity>(entities: T, relations: any, options?: any): Promise<T>
    canPopulate(property: string): boolean
    getEntityManager(): EntityManager
    getEntityName(): string
  }

  export class Cursor<T = any, T2 = any, T3 = any, T4 = any, T5 = any> {
    items: T[]
    totalCount: number
    hasPrevPage: boolean
    hasNextPage: boolean
    startCursor: string
    endCursor: string
    length: number
    [Symbol.iterator](): IterableIterator<T>
  }

  /** Rows at the other end of a relation; nothing is read before `init`, `load` or a `populate`. */
  export class Collection<T = any, O = any> {
    constructor(owner: O, items?: T[], initialized?: boolean)
    length: number
    owner: O
    /** @query read many  @table T  @where 0.where  @include 0.populate */
    init(options?: any): Promise<LoadedCollection<T>>
    /** @query read many  @table T  @where 0.where  @include 0.populate */
    load(options?: any): Promise<LoadedCollection<T>>
    /** @query read many  @table T  @where 0.where  @include 0.populate */
    loadItems(options?: any): Promise<T[]>
    /** @query aggregate  @table T  @where 0.where */
    loadCount(options?: any): Promise<number>
    /** @query read many  @table T  @where 0.where  @bound 0.limit  @include 0.populate */
    matching(options: any): Promise<T[]>
    isInitialized(fully?: boolean): boolean
    isDirty(): boolean
    isEmpty(): boolean
    getItems(check?: boolean): T[]
    toArray(): T[]
    toJSON(): T[]
    getIdentifiers<U = any>(field?: any): U[]
    add(...items: any[]): void
    set(items: any): void
    remove(...items: any[]): void
    removeAll(): void
    contains(item: any, check?: boolean): boolean
    count(): number
    slice(start?: number, end?: number): T[]
    /** @iterates this 0 */
    map<R>(run: (item: T, index: number) => R): R[]
    /** @iterates this 0 */
    filter(run: (item: T, index: number) => boolean): T[]
    /** @iterates this 0 */
    find(run: (item: T, index: number) => boolean): T
    /** @iterates this 0 */
    exists(run: (item: T) => boolean): boolean
    /** @iterates this 0 */
    reduce<R>(run: (value: R, item: T, index: number) => R, initial?: R): R
    indexBy(key: any, value?: any): any
    [Symbol.iterator](): IterableIterator<T>
  }

  export class Reference<T = any> {
    /** @query read one  @table T  @include 0.populate  @lock 0.lockMode */
    load(options?: any): Promise<T>
    /** @query read one  @table T  @include 0.populate  @lock 0.lockMode */
    loadOrFail(options?: any): Promise<T>
    /** @query read one  @table T */
    loadProperty<K extends keyof T>(property: K, options?: any): Promise<T[K]>
    unwrap(): T
    getEntity(): T
    getProperty<K extends keyof T>(property: K): T[K]
    isInitialized(): boolean
    static create<T>(entity: T): Ref<T>
    static createFromPK<T>(entity: EntityClass<T>, id: any, options?: any): Ref<T>
  }
  export class ScalarReference<V = any> {
    /** @query read one */
    load(options?: any): Promise<V>
    /** @query read one */
    loadOrFail(options?: any): Promise<V>
    unwrap(): V
    set(value: V): void
    isInitialized(): boolean
  }
  export function ref<T>(entity: EntityClass<T>, id: any): Ref<T>
  export function ref<T>(entity: T): Ref<T>
  export function rel<T>(entity: EntityClass<T>, id: any): T

  export abstract class BaseEntity {
    /** @query read one  @table static  @include 0.populate */
    init(options?: any): Promise<this>
    /** @query read many  @table 0  @include 0 */
    populate(relations: any, options?: any): Promise<this>
    isInitialized(): boolean
    assign(data: any, options?: any): this
    toReference(): Ref<this>
    /** @propagates this */
    toObject(ignore?: any): any
    /** @propagates this */
    toPOJO(): any
    /** @propagates this */
    serialize(options?: any): any
  }
  /** What `wrap(entity)` gives. */
  export interface IWrappedEntity<T = any> {
    /** @query read one  @include 0.populate */
    init(options?: any): Promise<T>
    /** @query read many  @table 0  @include 0 */
    populate(relations: any, options?: any): Promise<T>
    isInitialized(): boolean
    assign(data: any, options?: any): T
    toReference(): Ref<T>
    /** @propagates this */
    toObject(ignore?: any): any
    /** @propagates this */
    toJSON(...args: any[]): any
    /** @propagates this */
    toPOJO(): any
    /** @propagates this */
    serialize(options?: any): any
  }
  export function wrap<T>(entity: T, preferHelper?: boolean): IWrappedEntity<T>
  /** @propagates 0 */
  export function serialize(entity: any, options?: any): any

  /** @connection */
  export class MikroORM<D = any, E = EntityManager> {
    em: E
    config: any
    constructor(options: any)
    static init<D = any, E = EntityManager>(options?: any): Promise<MikroORM<D, E>>
    static initSync<D = any, E = EntityManager>(options?: any): MikroORM<D, E>
    connect(): Promise<any>
    isConnected(): Promise<boolean>
    close(force?: boolean): Promise<void>
    getMetadata(...args: any[]): any
    getSchemaGenerator(): any
    getMigrator(): any
    getSeeder(): any
    schema: any
    migrator: any
    seeder: any
  }
  export function defineConfig(options: any): any
  export class RequestContext {
    em: EntityManager
    /** @calls 1 once */
    static create<T>(em: any, next: (...args: any[]) => T, options?: any): T
    static enter(em: any, options?: any): void
    static getEntityManager(name?: string): EntityManager
    static currentRequestContext(): RequestContext
  }
  /** A table declared without decorators. @entity name=0.tableName|0.collection|0.name|0.class */
  export class EntitySchema<T = any, T2 = any> {
    constructor(meta: any)
    meta: any
    name: any
  }
  export function defineEntity(meta: any): any
  export const p: any

  /** @fragment 0  @params 1  @placeholder ?  @propagates 0 */
  export function raw(sql: any, params?: any): any
  /** @fragment template */
  export function sql(parts: readonly string[], ...values: any[]): any
  export namespace sql {
    export function ref(...keys: string[]): any
    export function now(length?: number): any
    export function lower(key: any): any
    export function upper(key: any): any
  }
  /** Quotes names. @escapes sql  @propagates 0+ */
  export function quote(parts: readonly string[], ...values: any[]): any

  /** @entity name=0.tableName|0.collection */
  export function Entity(options?: any): (target: any) => void
  /** @column primary options=0 */
  export function PrimaryKey(options?: any): any
  /** @column */
  export function SerializedPrimaryKey(options?: any): any
  /** @column options=0 */
  export function Property(options?: any): any
  /** @column options=0 */
  export function Enum(options?: any): any
  /** @column options=1|0 */
  export function Embedded(type?: any, options?: any): any
  /** @relation one key target=0 options=1|0 */
  export function ManyToOne(entity?: any, options?: any): any
  /** @relation one shared target=0 options=2|1|0 */
  export function OneToOne(entity?: any, mappedBy?: any, options?: any): any
  /** @relation many target=0 options=2|0 */
  export function OneToMany(entity: any, mappedBy?: any, options?: any): any
  /** @relation many through target=0 options=2|1|0 */
  export function ManyToMany(entity?: any, mappedBy?: any, options?: any): any
  /** @unique columns=0.properties */
  export function Unique(options?: any): any
  export function Index(options?: any): any
  export function Formula(formula: any, options?: any): any
  export function Embeddable(options?: any): any
  export function Filter(options: any): any
  export function Check(options: any): any
  /** @transaction decorator */
  export function Transactional(options?: any): MethodDecorator
  export function CreateRequestContext(context?: any, respectExisting?: boolean): MethodDecorator
  export function EnsureRequestContext(context?: any): MethodDecorator
  /** @transaction hook */
  export function BeforeCreate(): any
  /** @transaction hook */
  export function AfterCreate(): any
  /** @transaction hook */
  export function BeforeUpdate(): any
  /** @transaction hook */
  export function AfterUpdate(): any
  /** @transaction hook */
  export function BeforeUpsert(): any
  /** @transaction hook */
  export function AfterUpsert(): any
  /** @transaction hook */
  export function BeforeDelete(): any
  /** @transaction hook */
  export function AfterDelete(): any
  export function OnInit(): any
  export function OnLoad(): any

  export const LockMode: any
  export type LockMode = any
  export const IsolationLevel: any
  export type IsolationLevel = any
  export const TransactionPropagation: any
  export type TransactionPropagation = any
  export const FlushMode: any
  export type FlushMode = any
  export const LoadStrategy: any
  export type LoadStrategy = any
  export const QueryOrder: any
  export type QueryOrder = any
  export const QueryFlag: any
  export type QueryFlag = any
  export const PopulateHint: any
  export type PopulateHint = any
  export const Cascade: any
  export type Cascade = any
  export const ReferenceKind: any
  export type ReferenceKind = any
  export const EventType: any
  export type EventType = any
  export class Type<A = any, B = any> {}
  export const types: any
  export interface EventSubscriber<T = any> {
    getSubscribedEntities?(): any[]
    /** @transaction hook */
    beforeCreate?(args: any): any
    /** @transaction hook */
    afterCreate?(args: any): any
    /** @transaction hook */
    beforeUpdate?(args: any): any
    /** @transaction hook */
    afterUpdate?(args: any): any
    /** @transaction hook */
    beforeUpsert?(args: any): any
    /** @transaction hook */
    afterUpsert?(args: any): any
    /** @transaction hook */
    beforeDelete?(args: any): any
    /** @transaction hook */
    afterDelete?(args: any): any
  }
  export interface FlushEventArgs {
    em: EntityManager
    uow: any
  }

  export class DriverException extends Error {
    code: string
  }
  export class ConstraintViolationException extends DriverException {}
  export class UniqueConstraintViolationException extends DriverException {}
  export class ForeignKeyConstraintViolationException extends DriverException {}
  export class NotNullConstraintViolationException extends DriverException {}
  export class DeadlockException extends DriverException {}
  export class LockWaitTimeoutException extends DriverException {}
  export class OptimisticLockError<T1 = any> extends Error {}
  export class NotFoundError<T1 = any> extends Error {}
}

declare module '@mikro-orm/knex' {
  import { Knex } from 'knex'
  import { EntityManager as Manager, EntityName, EntityRepository as Repository } from '@mikro-orm/core'
  export * from '@mikro-orm/core'
  export { SqlEntityManager as EntityManager, SqlEntityRepository as EntityRepository }

  export class SqlEntityManager<D = any> extends Manager<D> {
    /** @query unknown  @table 0 */
    createQueryBuilder<T>(entity: EntityName<T> | QueryBuilder<T>, alias?: string, type?: any): QueryBuilder<T>
    /** @query unknown  @table 0 */
    qb<T>(entity: EntityName<T>, alias?: string, type?: any): QueryBuilder<T>
    /** @query raw  @sql 0  @params 1  @placeholder ? */
    execute<T = any>(query: any, params?: any[], method?: any, options?: any): Promise<T>
    getKnex(type?: any): Knex
    getConnection(type?: any): AbstractSqlConnection
    /** @returns this  @table 0 */
    getRepository<T, R = SqlEntityRepository<T>>(entity: EntityName<T>): R
  }
  export class SqlEntityRepository<Entity = any> extends Repository<Entity> {
    constructor(em: SqlEntityManager, entity: EntityName<Entity>)
    protected readonly em: SqlEntityManager
    /** @query unknown  @table Entity|this */
    createQueryBuilder(alias?: string): QueryBuilder<Entity>
    /** @query unknown  @table Entity|this */
    qb(alias?: string): QueryBuilder<Entity>
    getKnex(type?: any): Knex
    getEntityManager(): SqlEntityManager
  }
  export abstract class AbstractSqlConnection {
    /** @query raw  @sql 0  @params 1  @placeholder ? */
    execute<T = any>(query: any, params?: any[], method?: any, context?: any): Promise<T>
    getKnex(): Knex
    /** @transaction 0 */
    transactional<T>(run: (trx: any) => Promise<T>, options?: any): Promise<T>
  }

  /** @builder lazy */
  export class QueryBuilder<Entity = any, A = any, H = any, C = any> {
    /** @step read */
    select(fields: any, distinct?: boolean): this
    addSelect(fields: any): this
    distinct(): this
    distinctOn(fields: any): this
    /** @step write, data 0 */
    insert(data: any): this
    /** @step write, many, data 0  @wide */
    update(data: any): this
    /** @step delete, many, where 0  @wide */
    delete(where?: any): this
    /** @step delete, many  @wide */
    truncate(): this
    /** @step aggregate */
    count(field?: any, distinct?: boolean): this
    /** @step table 0 */
    from(target: any, alias?: string): this
    /** Text is SQL. @step where 0  @fragment 0  @params 1  @placeholder ? */
    where(filter: any, params?: any, operator?: any): this
    /** Text is SQL. @step where 0  @fragment 0  @params 1  @placeholder ? */
    andWhere(filter: any, params?: any, operator?: any): this
    /** Text is SQL. @step where 0  @fragment 0  @params 1  @placeholder ? */
    orWhere(filter: any, params?: any, operator?: any): this
    /** Text is SQL. @fragment 0  @params 1  @placeholder ? */
    having(filter?: any, params?: any[], operator?: any): this
    /** Text is SQL. @fragment 0  @params 1  @placeholder ? */
    andHaving(filter?: any, params?: any[], operator?: any): this
    /** Text is SQL. @fragment 0  @params 1  @placeholder ? */
    orHaving(filter?: any, params?: any[], operator?: any): this
    join(field: any, alias: string, ...rest: any[]): this
    innerJoin(field: any, alias: string, ...rest: any[]): this
    leftJoin(field: any, alias: string, ...rest: any[]): this
    /** @step include 0 */
    joinAndSelect(field: any, alias: string, ...rest: any[]): this
    /** @step include 0 */
    leftJoinAndSelect(field: any, alias: string, ...rest: any[]): this
    /** @step include 0 */
    innerJoinAndSelect(field: any, alias: string, ...rest: any[]): this
    /** @step include 0 */
    populate(relations: any[], ...rest: any[]): this
    /** @step order 0 */
    orderBy(by: any): this
    groupBy(fields: any): this
    /** @step limit 0 */
    limit(count?: number, offset?: number): this
    /** @step offset 0 */
    offset(count?: number): this
    /** @step lock */
    setLockMode(mode?: any, tables?: string[]): this
    /** @step upsert */
    onConflict(fields?: any): this
    /** @step upsert */
    ignore(): this
    merge(data?: any): this
    /** @step returning */
    returning(fields?: any): this
    withSubQuery(query: any, alias: string): this
    withSchema(schema?: string): this
    setFlag(flag: any): this
    /** @step cached */
    cache(config?: any): this
    comment(text: any): this
    /** @fragment 0 */
    indexHint(sql: string): this
    as(alias: string): any
    clone(reset?: any, preserve?: any): QueryBuilder<Entity>
    getKnexQuery(process?: boolean): any
    getQuery(): string
    getFormattedQuery(): string
    getParams(): readonly any[]
    /** @step execute */
    execute<T = any>(method?: any, options?: any): Promise<T>
    /** @step execute */
    getResult(): Promise<Entity[]>
    /** @step execute */
    getResultList(limit?: number): Promise<Entity[]>
    /** @step one, execute */
    getSingleResult(): Promise<Entity>
    /** @step aggregate, execute */
    getCount(field?: any, distinct?: boolean): Promise<number>
    /** @step execute */
    getResultAndCount(): Promise<[Entity[], number]>
    /** @step execute */
    then<R = Entity[], E = never>(onfulfilled?: (value: Entity[]) => R | PromiseLike<R>, onrejected?: (reason: any) => E | PromiseLike<E>): Promise<R | E>
  }
}

declare module '@mikro-orm/postgresql' {
  import { MikroORM as Base, SqlEntityManager } from '@mikro-orm/knex'
  export * from '@mikro-orm/knex'
  export class MikroORM<E = SqlEntityManager> extends Base<any, E> {
    static init<D = any, E = SqlEntityManager>(options?: any): Promise<MikroORM<E>>
    static initSync<D = any, E = SqlEntityManager>(options?: any): MikroORM<E>
  }
}
declare module '@mikro-orm/mysql' {
  import { MikroORM as Base, SqlEntityManager } from '@mikro-orm/knex'
  export * from '@mikro-orm/knex'
  export class MikroORM<E = SqlEntityManager> extends Base<any, E> {
    static init<D = any, E = SqlEntityManager>(options?: any): Promise<MikroORM<E>>
    static initSync<D = any, E = SqlEntityManager>(options?: any): MikroORM<E>
  }
}
declare module '@mikro-orm/mariadb' {
  import { MikroORM as Base, SqlEntityManager } from '@mikro-orm/knex'
  export * from '@mikro-orm/knex'
  export class MikroORM<E = SqlEntityManager> extends Base<any, E> {
    static init<D = any, E = SqlEntityManager>(options?: any): Promise<MikroORM<E>>
    static initSync<D = any, E = SqlEntityManager>(options?: any): MikroORM<E>
  }
}
declare module '@mikro-orm/sqlite' {
  import { MikroORM as Base, SqlEntityManager } from '@mikro-orm/knex'
  export * from '@mikro-orm/knex'
  export class MikroORM<E = SqlEntityManager> extends Base<any, E> {
    static init<D = any, E = SqlEntityManager>(options?: any): Promise<MikroORM<E>>
    static initSync<D = any, E = SqlEntityManager>(options?: any): MikroORM<E>
  }
}
declare module '@mikro-orm/better-sqlite' {
  import { MikroORM as Base, SqlEntityManager } from '@mikro-orm/knex'
  export * from '@mikro-orm/knex'
  export class MikroORM<E = SqlEntityManager> extends Base<any, E> {
    static init<D = any, E = SqlEntityManager>(options?: any): Promise<MikroORM<E>>
    static initSync<D = any, E = SqlEntityManager>(options?: any): MikroORM<E>
  }
}
declare module '@mikro-orm/mssql' {
  import { MikroORM as Base, SqlEntityManager } from '@mikro-orm/knex'
  export * from '@mikro-orm/knex'
  export class MikroORM<E = SqlEntityManager> extends Base<any, E> {
    static init<D = any, E = SqlEntityManager>(options?: any): Promise<MikroORM<E>>
    static initSync<D = any, E = SqlEntityManager>(options?: any): MikroORM<E>
  }
}

declare module '@mikro-orm/mongodb' {
  import { Collection as MongoCollection } from 'mongodb'
  import { EntityManager as Manager, EntityName, EntityRepository as Repository, MikroORM as Base } from '@mikro-orm/core'
  export * from '@mikro-orm/core'
  export { MongoEntityManager as EntityManager, MongoEntityRepository as EntityRepository }
  export { ObjectId } from 'mongodb'

  export class MongoEntityManager<D = any> extends Manager<D> {
    /** @query aggregate  @table 0  @where 1 */
    aggregate(entity: EntityName<any>, pipeline: any[]): Promise<any[]>
    /** @table 0 */
    getCollection<T>(entity: EntityName<T>): MongoCollection<T>
    /** @returns this  @table 0 */
    getRepository<T, R = MongoEntityRepository<T>>(entity: EntityName<T>): R
  }
  export class MongoEntityRepository<Entity = any> extends Repository<Entity> {
    protected readonly em: MongoEntityManager
    /** @query aggregate  @table Entity|this  @where 0 */
    aggregate(pipeline: any[]): Promise<any[]>
    /** @table Entity|this */
    getCollection(): MongoCollection<Entity>
    getEntityManager(): MongoEntityManager
  }
  export class MikroORM<E = MongoEntityManager> extends Base<any, E> {
    static init<D = any, E = MongoEntityManager>(options?: any): Promise<MikroORM<E>>
    static initSync<D = any, E = MongoEntityManager>(options?: any): MikroORM<E>
  }
}

declare module '@mikro-orm/nestjs' {
  export function InjectRepository(entity: any, name?: string): PropertyDecorator & ParameterDecorator
  export function InjectEntityManager(name: string): PropertyDecorator & ParameterDecorator
  export function InjectMikroORM(name: string): PropertyDecorator & ParameterDecorator
  export function InjectMikroORMs(): PropertyDecorator & ParameterDecorator
  export function getRepositoryToken(entity: any, name?: string): string
  export function getEntityManagerToken(name: string): string
  export function getMikroORMToken(name: string): string
  export class MikroOrmModule {
    static forRoot(options?: any): any
    static forRootAsync(options: any): any
    static forFeature(options: any, name?: string): any
    static forMiddleware(options?: any): any
  }
  export class MikroOrmMiddleware {
    use(request: any, response: any, next: (...args: any[]) => void): void
  }
}
