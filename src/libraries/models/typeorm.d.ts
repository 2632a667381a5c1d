/* TypeORM: repositories, entity managers, query builders, runners, active records, and entity decorators. */

declare module 'typeorm' {
  export type ObjectLiteral = any
  export type EntityTarget<Entity> = any
  export type ObjectType<T> = any
  export type DeepPartial<T> = any
  export type FindOptionsWhere<T> = any
  export type FindManyOptions<T = any> = any
  export type FindOneOptions<T = any> = any
  export type FindConditions<T = any> = any
  export type FindOptionsOrder<T = any> = any
  export type FindOptionsRelations<T = any> = any
  export type FindOptionsSelect<T = any> = any
  export type SaveOptions = any
  export type RemoveOptions = any
  export type DataSourceOptions = any
  export type ConnectionOptions = any
  export type QueryDeepPartialEntity<T = any> = any
  export interface UpdateResult {
    affected?: number
    raw: any
    generatedMaps: any[]
  }
  export interface DeleteResult {
    affected?: number
    raw: any
  }
  export interface InsertResult {
    identifiers: any[]
    generatedMaps: any[]
    raw: any
  }

  /** Reads and writes of one entity; the entity manager has the same with the entity as first argument. */
  export class Repository<Entity = any> {
    target: any
    manager: EntityManager
    metadata: any
    queryRunner?: QueryRunner
    /** @query read many  @table Entity|this  @bound 0.take  @where 0.where|0  @include 0.relations  @lock 0.lock */
    find(options?: any): Promise<Entity[]>
    /** @query read many  @table Entity|this  @where 0 */
    findBy(where: any): Promise<Entity[]>
    /** @query read many  @table Entity|this  @bound 0.take  @where 0.where|0  @include 0.relations */
    findAndCount(options?: any): Promise<[Entity[], number]>
    /** @query read many  @table Entity|this  @where 0 */
    findAndCountBy(where: any): Promise<[Entity[], number]>
    /** @query read many  @table Entity|this  @where 0 */
    findByIds(ids: any[], options?: any): Promise<Entity[]>
    /** @query read one  @table Entity|this  @where 0.where|0  @include 0.relations  @lock 0.lock */
    findOne(options?: any, ...rest: any[]): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0 */
    findOneBy(where: any): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0.where|0  @include 0.relations  @lock 0.lock */
    findOneOrFail(options?: any, ...rest: any[]): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0 */
    findOneByOrFail(where: any): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0 */
    findOneById(id: any): Promise<Entity>
    /** @query aggregate  @table Entity|this  @where 0.where|0 */
    count(options?: any): Promise<number>
    /** @query aggregate  @table Entity|this  @where 0 */
    countBy(where: any): Promise<number>
    /** @query aggregate  @table Entity|this  @where 0.where */
    exist(options?: any): Promise<boolean>
    /** @query aggregate  @table Entity|this  @where 0.where */
    exists(options?: any): Promise<boolean>
    /** @query aggregate  @table Entity|this  @where 0 */
    existsBy(where: any): Promise<boolean>
    /** @query aggregate  @table Entity|this  @where 1 */
    sum(column: any, where?: any): Promise<number>
    /** @query aggregate  @table Entity|this  @where 1 */
    average(column: any, where?: any): Promise<number>
    /** @query aggregate  @table Entity|this  @where 1 */
    minimum(column: any, where?: any): Promise<number>
    /** @query aggregate  @table Entity|this  @where 1 */
    maximum(column: any, where?: any): Promise<number>
    create(): Entity
    create(rows: any[]): Entity[]
    create(row: any): Entity
    merge(entity: Entity, ...partials: any[]): Entity
    preload(row: any): Promise<Entity>
    /** @query write many  @table Entity|this  @data 0 */
    save(rows: any[], options?: any): Promise<Entity[]>
    /** @query write one  @table Entity|this  @data 0 */
    save(row: any, options?: any): Promise<Entity>
    /** @query write  @table Entity|this  @data 0 */
    insert(rows: any): Promise<InsertResult>
    /** @query write many  @table Entity|this  @where 0  @data 1 */
    update(where: any, values: any): Promise<UpdateResult>
    /** @query write many  @table Entity|this  @data 0 */
    updateAll(values: any): Promise<UpdateResult>
    /** @query write  @table Entity|this  @data 0  @upsert */
    upsert(rows: any, conflict: any): Promise<InsertResult>
    /** @query delete  @table Entity|this  @where 0 */
    delete(where: any): Promise<DeleteResult>
    /** @query delete many  @table Entity|this */
    deleteAll(): Promise<DeleteResult>
    /** @query delete  @table Entity|this */
    remove(rows: any, options?: any): Promise<any>
    /** @query write  @table Entity|this  @where 0 */
    softDelete(where: any): Promise<UpdateResult>
    /** @query write  @table Entity|this */
    softRemove(rows: any, options?: any): Promise<any>
    /** @query write  @table Entity|this */
    recover(rows: any, options?: any): Promise<any>
    /** @query write  @table Entity|this  @where 0 */
    restore(where: any): Promise<UpdateResult>
    /** @query write  @table Entity|this  @where 0  @atomic */
    increment(where: any, column: string, by: any): Promise<UpdateResult>
    /** @query write  @table Entity|this  @where 0  @atomic */
    decrement(where: any, column: string, by: any): Promise<UpdateResult>
    /** @query delete many  @table Entity|this */
    clear(): Promise<void>
    /** @query raw  @sql 0  @params 1  @placeholder $ */
    query(sql: string, parameters?: any[]): Promise<any>
    /** @query unknown  @table Entity|this */
    createQueryBuilder(alias?: string, queryRunner?: QueryRunner): SelectQueryBuilder<Entity>
    /** @returns this */
    extend<Custom>(custom: Custom): this & Custom
    hasId(entity: any): boolean
    getId(entity: any): any
  }

  export class TreeRepository<Entity = any> extends Repository<Entity> {
    /** @query read many  @table Entity|this */
    findTrees(options?: any): Promise<Entity[]>
    /** @query read many  @table Entity|this */
    findRoots(options?: any): Promise<Entity[]>
    /** @query read many  @table Entity|this */
    findDescendants(entity: Entity, options?: any): Promise<Entity[]>
    /** @query read many  @table Entity|this */
    findDescendantsTree(entity: Entity, options?: any): Promise<Entity>
    /** @query read many  @table Entity|this */
    findAncestors(entity: Entity, options?: any): Promise<Entity[]>
    /** @query aggregate  @table Entity|this */
    countDescendants(entity: Entity): Promise<number>
  }

  export class MongoRepository<Entity = any> extends Repository<Entity> {
    /** @query read many  @table Entity|this */
    aggregate<R = any>(pipeline: any[], options?: any): any
    /** @query write many  @table Entity|this */
    bulkWrite(operations: any[], options?: any): Promise<any>
    /** @query write many  @table Entity|this  @where 0  @data 1 */
    updateMany(where: any, values: any, options?: any): Promise<any>
    /** @query write one  @table Entity|this  @where 0  @data 1 */
    updateOne(where: any, values: any, options?: any): Promise<any>
    /** @query delete many  @table Entity|this  @where 0 */
    deleteMany(where: any, options?: any): Promise<any>
    /** @query delete one  @table Entity|this  @where 0 */
    deleteOne(where: any, options?: any): Promise<any>
  }

  /** @deprecated extend Repository of an entity */
  export class AbstractRepository<Entity = any> {
    manager: EntityManager
    repository: Repository<Entity>
    createQueryBuilder(alias: string): SelectQueryBuilder<Entity>
  }

  export class EntityManager {
    connection: DataSource
    queryRunner?: QueryRunner
    /** @transaction 1|0 */
    transaction<T>(run: (manager: EntityManager) => Promise<T>): Promise<T>
    transaction<T>(isolation: any, run: (manager: EntityManager) => Promise<T>): Promise<T>
    /** @query raw  @sql 0  @params 1  @placeholder $ */
    query<T = any>(sql: string, parameters?: any[]): Promise<T>
    /** @returns this  @table 0 */
    getRepository<Entity>(target: { new (...args: any[]): Entity } | string | any): Repository<Entity>
    /** @returns this  @table 0 */
    getTreeRepository<Entity>(target: { new (...args: any[]): Entity } | any): TreeRepository<Entity>
    /** @returns this  @table 0 */
    getMongoRepository<Entity>(target: { new (...args: any[]): Entity } | any): MongoRepository<Entity>
    /** @returns this */
    getCustomRepository<T>(repository: { new (...args: any[]): T }): T
    /** @returns this */
    withRepository<R>(repository: R): R
    /** @query unknown  @table 0 */
    createQueryBuilder<Entity>(target?: { new (...args: any[]): Entity } | any, alias?: string, queryRunner?: QueryRunner): SelectQueryBuilder<Entity>
    /** @query read many  @table 0  @bound 1.take  @where 1.where|1  @include 1.relations  @lock 1.lock */
    find<Entity>(target: { new (...args: any[]): Entity } | any, options?: any): Promise<Entity[]>
    /** @query read many  @table 0  @where 1 */
    findBy<Entity>(target: { new (...args: any[]): Entity } | any, where: any): Promise<Entity[]>
    /** @query read many  @table 0  @bound 1.take  @where 1.where|1 */
    findAndCount<Entity>(target: { new (...args: any[]): Entity } | any, options?: any): Promise<[Entity[], number]>
    /** @query read many  @table 0  @where 1 */
    findByIds<Entity>(target: { new (...args: any[]): Entity } | any, ids: any[], options?: any): Promise<Entity[]>
    /** @query read one  @table 0  @where 1.where|1  @include 1.relations  @lock 1.lock */
    findOne<Entity>(target: { new (...args: any[]): Entity } | any, options?: any, ...rest: any[]): Promise<Entity>
    /** @query read one  @table 0  @where 1 */
    findOneBy<Entity>(target: { new (...args: any[]): Entity } | any, where: any): Promise<Entity>
    /** @query read one  @table 0  @where 1.where|1  @lock 1.lock */
    findOneOrFail<Entity>(target: { new (...args: any[]): Entity } | any, options?: any, ...rest: any[]): Promise<Entity>
    /** @query read one  @table 0  @where 1 */
    findOneByOrFail<Entity>(target: { new (...args: any[]): Entity } | any, where: any): Promise<Entity>
    /** @query aggregate  @table 0  @where 1.where|1 */
    count(target: any, options?: any): Promise<number>
    /** @query aggregate  @table 0  @where 1 */
    countBy(target: any, where: any): Promise<number>
    /** @query aggregate  @table 0  @where 1.where */
    exists(target: any, options?: any): Promise<boolean>
    /** @query aggregate  @table 0  @where 1 */
    existsBy(target: any, where: any): Promise<boolean>
    create<Entity>(target: { new (...args: any[]): Entity } | any, row?: any): Entity
    merge(target: any, entity: any, ...partials: any[]): any
    preload(target: any, row: any): Promise<any>
    /** @query write  @table 0  @data 1|0 */
    save<T>(target: any, rows?: any, options?: any): Promise<any>
    /** @query write  @table 0  @data 1 */
    insert(target: any, rows: any): Promise<InsertResult>
    /** @query write many  @table 0  @where 1  @data 2 */
    update(target: any, where: any, values: any): Promise<UpdateResult>
    /** @query write  @table 0  @data 1  @upsert */
    upsert(target: any, rows: any, conflict: any): Promise<InsertResult>
    /** @query delete  @table 0  @where 1 */
    delete(target: any, where: any): Promise<DeleteResult>
    /** @query delete  @table 0 */
    remove(target: any, rows?: any, options?: any): Promise<any>
    /** @query write  @table 0  @where 1 */
    softDelete(target: any, where: any): Promise<UpdateResult>
    /** @query write  @table 0 */
    softRemove(target: any, rows?: any, options?: any): Promise<any>
    /** @query write  @table 0  @where 1 */
    restore(target: any, where: any): Promise<UpdateResult>
    /** @query write  @table 0 */
    recover(target: any, rows?: any, options?: any): Promise<any>
    /** @query write  @table 0  @where 1  @atomic */
    increment(target: any, where: any, column: string, by: any): Promise<UpdateResult>
    /** @query write  @table 0  @where 1  @atomic */
    decrement(target: any, where: any, column: string, by: any): Promise<UpdateResult>
    /** @query delete many  @table 0 */
    clear(target: any): Promise<void>
    release(): Promise<void>
  }

  /** @connection */
  export class DataSource {
    constructor(options: any)
    manager: EntityManager
    options: any
    driver: any
    isInitialized: boolean
    initialize(): Promise<this>
    connect(): Promise<this>
    destroy(): Promise<void>
    close(): Promise<void>
    synchronize(drop?: boolean): Promise<void>
    runMigrations(options?: any): Promise<any>
    /** @transaction 1|0 */
    transaction<T>(run: (manager: EntityManager) => Promise<T>): Promise<T>
    transaction<T>(isolation: any, run: (manager: EntityManager) => Promise<T>): Promise<T>
    /** @query raw  @sql 0  @params 1  @placeholder $  @handle 2 */
    query<T = any>(sql: string, parameters?: any[], queryRunner?: QueryRunner): Promise<T>
    createQueryRunner(mode?: any): QueryRunner
    /** @returns this  @table 0 */
    getRepository<Entity>(target: { new (...args: any[]): Entity } | string | any): Repository<Entity>
    /** @returns this  @table 0 */
    getTreeRepository<Entity>(target: { new (...args: any[]): Entity } | any): TreeRepository<Entity>
    /** @returns this  @table 0 */
    getMongoRepository<Entity>(target: { new (...args: any[]): Entity } | any): MongoRepository<Entity>
    getCustomRepository<T>(repository: { new (...args: any[]): T }): T
    getMetadata(target: any): any
    /** @query unknown  @table 0 */
    createQueryBuilder<Entity>(target?: { new (...args: any[]): Entity } | any, alias?: string, queryRunner?: QueryRunner): SelectQueryBuilder<Entity>
  }
  export class Connection extends DataSource {}

  /** @handle */
  export interface QueryRunner {
    manager: EntityManager
    connection: DataSource
    isTransactionActive: boolean
    isReleased: boolean
    connect(): Promise<any>
    release(): Promise<void>
    /** @transaction begin handle=this */
    startTransaction(isolation?: any): Promise<void>
    /** @transaction commit */
    commitTransaction(): Promise<void>
    /** @transaction rollback */
    rollbackTransaction(): Promise<void>
    /** @query raw  @sql 0  @params 1  @placeholder $ */
    query(sql: string, parameters?: any[], structured?: boolean): Promise<any>
    /** @query read many  @stream  @sql 0  @params 1 */
    stream(sql: string, parameters?: any[], onEnd?: any, onError?: any): Promise<any>
    hasTable(table: any): Promise<boolean>
    hasColumn(table: any, column: string): Promise<boolean>
    getTable(name: string): Promise<any>
    createTable(table: any, ifNotExists?: boolean, ...rest: any[]): Promise<void>
    dropTable(table: any, ifExists?: boolean, ...rest: any[]): Promise<void>
    addColumn(table: any, column: any): Promise<void>
    dropColumn(table: any, column: any): Promise<void>
    changeColumn(table: any, from: any, to: any): Promise<void>
    renameColumn(table: any, from: any, to: any): Promise<void>
    createIndex(table: any, index: any): Promise<void>
    dropIndex(table: any, index: any): Promise<void>
    createForeignKey(table: any, key: any): Promise<void>
    dropForeignKey(table: any, key: any): Promise<void>
    createPrimaryKey(table: any, columns: string[]): Promise<void>
    createUniqueConstraint(table: any, constraint: any): Promise<void>
    clearTable(table: string): Promise<void>
  }

  /** @builder lazy */
  export class QueryBuilder<Entity = any> {
    expressionMap: any
    alias: string
    /** @step read */
    select(...selection: any[]): SelectQueryBuilder<Entity>
    /** @step write, table 0 */
    insert(): InsertQueryBuilder<Entity>
    /** @step write, data 0 */
    update(...args: any[]): UpdateQueryBuilder<Entity>
    /** @step delete */
    delete(): DeleteQueryBuilder<Entity>
    /** @step write */
    softDelete(): UpdateQueryBuilder<Entity>
    /** @step write */
    restore(): UpdateQueryBuilder<Entity>
    relation(...args: any[]): RelationQueryBuilder<Entity>
    setParameter(name: string, value: any): this
    setParameters(values: any): this
    getParameters(): any
    getQuery(): string
    getSql(): string
    getQueryAndParameters(): any
    /** @step handle 0 */
    setQueryRunner(queryRunner: any): this
    comment(text: string): this
    clone(): this
    /** @step execute */
    execute(): Promise<any>
  }

  /** What the builders that filter share. */
  interface Filtering {
    /** @step where 0  @fragment 0  @params 1  @placeholder : */
    where(condition: any, parameters?: any): this
    /** @step where 0  @fragment 0  @params 1  @placeholder : */
    andWhere(condition: any, parameters?: any): this
    /** @step where 0  @fragment 0  @params 1  @placeholder : */
    orWhere(condition: any, parameters?: any): this
    /** @step where 0 */
    whereInIds(ids: any): this
    /** @step where 0 */
    andWhereInIds(ids: any): this
  }

  export interface SelectQueryBuilder<Entity = any> extends Filtering {}
  export class SelectQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    addSelect(...selection: any[]): this
    distinct(enabled?: boolean): this
    distinctOn(columns: any): this
    /** @step table 0 */
    from(target: any, alias?: string): SelectQueryBuilder<any>
    addFrom(target: any, alias: string): SelectQueryBuilder<any>
    innerJoin(...args: any[]): this
    leftJoin(...args: any[]): this
    /** @step include 0 */
    innerJoinAndSelect(...args: any[]): this
    /** @step include 0 */
    leftJoinAndSelect(...args: any[]): this
    leftJoinAndMapOne(...args: any[]): this
    leftJoinAndMapMany(...args: any[]): this
    innerJoinAndMapOne(...args: any[]): this
    loadRelationCountAndMap(...args: any[]): this
    loadRelationIdAndMap(...args: any[]): this
    /** @fragment 0  @placeholder : */
    having(condition: any, parameters?: any): this
    /** @fragment 0  @placeholder : */
    andHaving(condition: any, parameters?: any): this
    /** @fragment 0 */
    groupBy(expression?: string): this
    addGroupBy(expression: string): this
    /** @step order 0  @fragment 0 */
    orderBy(sort?: any, order?: any, nulls?: any): this
    /** @step order 0  @fragment 0 */
    addOrderBy(sort: any, order?: any, nulls?: any): this
    /** @step limit 0 */
    limit(count?: any): this
    /** @step offset 0 */
    offset(count?: any): this
    /** @step limit 0 */
    take(count?: any): this
    /** @step offset 0 */
    skip(count?: any): this
    /** @step lock */
    setLock(mode: any, ...rest: any[]): this
    cache(...args: any[]): this
    withDeleted(): this
    subQuery(): SelectQueryBuilder<any>
    useTransaction(enabled: boolean): this
    setFindOptions(options: any): this
    addCommonTableExpression(query: any, name: string, options?: any): this
    /** @step read, many, execute */
    getMany(): Promise<Entity[]>
    /** @step read, one, execute */
    getOne(): Promise<Entity>
    /** @step read, one, execute */
    getOneOrFail(): Promise<Entity>
    /** @step read, many, execute */
    getManyAndCount(): Promise<[Entity[], number]>
    /** @step aggregate, execute */
    getCount(): Promise<number>
    /** @step aggregate, execute */
    getExists(): Promise<boolean>
    /** @step read, one, execute */
    getRawOne<T = any>(): Promise<T>
    /** @step read, many, execute */
    getRawMany<T = any>(): Promise<T[]>
    /** @step read, many, execute */
    getRawAndEntities<T = any>(): Promise<{ entities: Entity[]; raw: T[] }>
    /** @step stream, execute */
    stream(): Promise<any>
  }

  export class InsertQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    /** @step write, table 0 */
    into(target: any, columns?: any): this
    /** @step data 0 */
    values(rows: any): this
    /** @step upsert */
    orUpdate(...args: any[]): this
    /** @step upsert */
    orIgnore(statement?: any): this
    onConflict(statement: string): this
    returning(output: any): this
    output(output: any): this
    updateEntity(enabled: boolean): this
  }
  export interface UpdateQueryBuilder<Entity = any> extends Filtering {}
  export class UpdateQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    /** @step data 0 */
    set(values: any): this
    returning(output: any): this
    output(output: any): this
    whereEntity(entity: any): this
    updateEntity(enabled: boolean): this
    /** @step limit 0 */
    limit(count?: any): this
  }
  export interface DeleteQueryBuilder<Entity = any> extends Filtering {}
  export class DeleteQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    /** @step table 0 */
    from(target: any, alias?: string): this
    returning(output: any): this
  }
  export class RelationQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    of(entity: any): this
    /** @step write, execute */
    set(value: any): Promise<void>
    /** @step write, execute */
    add(value: any): Promise<void>
    /** @step delete, execute */
    remove(value: any): Promise<void>
    /** @step write, execute */
    addAndRemove(added: any, removed: any): Promise<void>
    /** @step read, many, execute */
    loadMany<T = any>(): Promise<T[]>
    /** @step read, one, execute */
    loadOne<T = any>(): Promise<T>
  }
  export class Brackets {
    constructor(run: (builder: QueryBuilder) => any)
  }
  export class NotBrackets extends Brackets {}

  /** Active record. */
  export class BaseEntity {
    hasId(): boolean
    /** @query write one  @table static */
    save(options?: any): Promise<this>
    /** @query delete one  @table static */
    remove(options?: any): Promise<this>
    /** @query write one  @table static */
    softRemove(options?: any): Promise<this>
    /** @query write one  @table static */
    recover(options?: any): Promise<this>
    /** @query read one  @table static */
    reload(): Promise<void>
    static getRepository<T extends BaseEntity>(this: { new (): T }): Repository<T>
    static create<T extends BaseEntity>(this: { new (): T }, row?: any): T
    /** @query unknown  @table static */
    static createQueryBuilder<T extends BaseEntity>(this: { new (): T }, alias?: string): SelectQueryBuilder<T>
    /** @query read many  @table static  @bound 0.take  @where 0.where  @include 0.relations */
    static find<T extends BaseEntity>(this: { new (): T }, options?: any): Promise<T[]>
    /** @query read many  @table static  @where 0 */
    static findBy<T extends BaseEntity>(this: { new (): T }, where: any): Promise<T[]>
    /** @query read many  @table static  @bound 0.take  @where 0.where */
    static findAndCount<T extends BaseEntity>(this: { new (): T }, options?: any): Promise<[T[], number]>
    /** @query read one  @table static  @where 0.where|0 */
    static findOne<T extends BaseEntity>(this: { new (): T }, options?: any): Promise<T>
    /** @query read one  @table static  @where 0 */
    static findOneBy<T extends BaseEntity>(this: { new (): T }, where: any): Promise<T>
    /** @query read one  @table static  @where 0.where|0 */
    static findOneOrFail<T extends BaseEntity>(this: { new (): T }, options?: any): Promise<T>
    /** @query read one  @table static  @where 0 */
    static findOneByOrFail<T extends BaseEntity>(this: { new (): T }, where: any): Promise<T>
    /** @query aggregate  @table static  @where 0.where|0 */
    static count(options?: any): Promise<number>
    /** @query aggregate  @table static  @where 0 */
    static countBy(where: any): Promise<number>
    /** @query write  @table static  @data 0 */
    static save<T extends BaseEntity>(this: { new (): T }, rows: any, options?: any): Promise<any>
    /** @query write  @table static  @data 0 */
    static insert(rows: any): Promise<InsertResult>
    /** @query write many  @table static  @where 0  @data 1 */
    static update(where: any, values: any): Promise<UpdateResult>
    /** @query write  @table static  @data 0  @upsert */
    static upsert(rows: any, conflict: any): Promise<InsertResult>
    /** @query delete  @table static  @where 0 */
    static delete(where: any): Promise<DeleteResult>
    /** @query delete  @table static */
    static remove(rows: any, options?: any): Promise<any>
    /** @query raw  @sql 0  @params 1  @placeholder $ */
    static query(sql: string, parameters?: any[]): Promise<any>
    /** @query delete many  @table static */
    static clear(): Promise<void>
  }

  export function createConnection(options?: any): Promise<Connection>
  export function getConnection(name?: string): Connection
  export function getConnectionManager(): any
  export function getManager(name?: string): EntityManager
  /** @table 0 */
  export function getRepository<Entity>(target: { new (...args: any[]): Entity } | string | any, name?: string): Repository<Entity>
  /** @table 0 */
  export function getTreeRepository<Entity>(target: { new (...args: any[]): Entity } | any, name?: string): TreeRepository<Entity>
  /** @table 0 */
  export function getMongoRepository<Entity>(target: { new (...args: any[]): Entity } | any, name?: string): MongoRepository<Entity>
  export function getCustomRepository<T>(repository: { new (...args: any[]): T }, name?: string): T
  /** @query unknown  @table 0 */
  export function createQueryBuilder<Entity>(target?: { new (...args: any[]): Entity } | any, alias?: string): SelectQueryBuilder<Entity>

  /** @entity name=0.name|0 */
  export function Entity(...args: any[]): ClassDecorator
  /** @entity */
  export function ChildEntity(discriminator?: any): ClassDecorator
  /** @entity name=0.name */
  export function ViewEntity(...args: any[]): ClassDecorator
  export function TableInheritance(options?: any): ClassDecorator
  export function Tree(type: any, options?: any): ClassDecorator
  export function EntityRepository(entity?: any): ClassDecorator
  export function EventSubscriber(): ClassDecorator
  /** @column options=1|0 */
  export function Column(...args: any[]): PropertyDecorator
  /** @column primary options=1|0 */
  export function PrimaryColumn(...args: any[]): PropertyDecorator
  /** @column primary options=1|0 */
  export function PrimaryGeneratedColumn(...args: any[]): PropertyDecorator
  /** @column primary */
  export function ObjectIdColumn(options?: any): PropertyDecorator
  /** @column options=0 */
  export function CreateDateColumn(options?: any): PropertyDecorator
  /** @column options=0 */
  export function UpdateDateColumn(options?: any): PropertyDecorator
  /** @column options=0 */
  export function DeleteDateColumn(options?: any): PropertyDecorator
  /** @column options=0 */
  export function VersionColumn(options?: any): PropertyDecorator
  export function Generated(strategy?: any): PropertyDecorator
  /** @relation many target=0 options=2|1 */
  export function OneToMany(...args: any[]): PropertyDecorator
  /** @relation one target=0 options=2|1 */
  export function ManyToOne(...args: any[]): PropertyDecorator
  /** @relation one target=0 options=2|1 */
  export function OneToOne(...args: any[]): PropertyDecorator
  /** @relation many target=0 options=2|1 */
  export function ManyToMany(...args: any[]): PropertyDecorator
  export function JoinColumn(...args: any[]): PropertyDecorator
  export function JoinTable(...args: any[]): PropertyDecorator
  export function RelationId(...args: any[]): PropertyDecorator
  export function TreeChildren(options?: any): PropertyDecorator
  export function TreeParent(options?: any): PropertyDecorator
  /** @unique columns=1|0 */
  export function Unique(...args: any[]): any
  export function Index(...args: any[]): any
  export function Check(...args: any[]): any
  export function BeforeInsert(): MethodDecorator
  export function AfterInsert(): MethodDecorator
  export function BeforeUpdate(): MethodDecorator
  export function AfterUpdate(): MethodDecorator
  export function BeforeRemove(): MethodDecorator
  export function AfterRemove(): MethodDecorator
  export function AfterLoad(): MethodDecorator
  export interface EntitySubscriberInterface<T = any> {
    [hook: string]: any
  }
  export interface MigrationInterface {
    up(queryRunner: QueryRunner): Promise<any>
    down(queryRunner: QueryRunner): Promise<any>
  }

  export function In(values: any): any
  export function Not(value: any): any
  export function IsNull(): any
  export function Like(value: any): any
  export function ILike(value: any): any
  export function Between(from: any, to: any): any
  export function LessThan(value: any): any
  export function LessThanOrEqual(value: any): any
  export function MoreThan(value: any): any
  export function MoreThanOrEqual(value: any): any
  export function Equal(value: any): any
  export function Any(values: any): any
  export function And(...values: any[]): any
  export function Or(...values: any[]): any
  export function ArrayContains(values: any): any
  export function ArrayOverlap(values: any): any
  /** @fragment 0 */
  export function Raw(sql: any, parameters?: any): any
  export class QueryFailedError extends Error {
    driverError: any
    query: string
    parameters: any[]
  }
  export class EntityNotFoundError extends Error {}
  export class TypeORMError extends Error {}
  export class Table {
    constructor(options?: any)
  }
  export class TableColumn {
    constructor(options?: any)
  }
  export class TableIndex {
    constructor(options?: any)
  }
  export class TableForeignKey {
    constructor(options?: any)
  }
  export class TableUnique {
    constructor(options?: any)
  }
}

declare module '@nestjs/typeorm' {
  export class TypeOrmModule {
    static forRoot(options?: any): any
    static forRootAsync(options: any): any
    static forFeature(entities?: any[], dataSource?: any): any
  }
  export function InjectRepository(entity: any, dataSource?: any): any
  export function InjectDataSource(dataSource?: any): any
  export function InjectEntityManager(dataSource?: any): any
  export function InjectConnection(dataSource?: any): any
  export function getRepositoryToken(entity: any, dataSource?: any): any
  export function getDataSourceToken(dataSource?: any): any
}

declare module 'typeorm-transactional' {
  /** @transaction decorator */
  export function Transactional(options?: any): MethodDecorator
  /** @transaction 0 implicit */
  export function runInTransaction<T>(run: () => T, options?: any): Promise<T>
  /** @returns 0 */
  export function wrapInTransaction<F>(run: F, options?: any): F
  /** @calls 0 deferred */
  export function runOnTransactionCommit(run: () => void): void
  /** @calls 0 deferred */
  export function runOnTransactionRollback(run: () => void): void
  /** @calls 0 deferred */
  export function runOnTransactionComplete(run: (error?: any) => void): void
  export function initializeTransactionalContext(options?: any): void
  /** @returns 0 */
  export function addTransactionalDataSource<T>(dataSource: T): T
  export const Propagation: any
  export const IsolationLevel: any
}
