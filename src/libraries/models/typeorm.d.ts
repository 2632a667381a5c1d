/* TypeORM: repositories, entity managers, query builders, runners, active records, and entity decorators. */

declare module 'typeorm' {
  export type ObjectLiteral = any
  export type EntityTarget<Entity> = (abstract new (...args: any[]) => Entity) | EntitySchema<Entity> | string
  export type ObjectType<T> = abstract new (...args: any[]) => T
  export type Relation<T> = T
  export type DeepPartial<T> = any
  /** @criteria */
  export type FindOptionsWhere<T> = any
  /** Without these names an argument is the filter itself, as older versions take it.  @criteria */
  export interface FindOneOptions<T = any> {
    comment?: any
    select?: any
    where?: any
    relations?: any
    relationLoadStrategy?: any
    join?: any
    order?: any
    cache?: any
    lock?: any
    withDeleted?: any
    loadRelationIds?: any
    loadEagerRelations?: any
    transaction?: any
  }
  /** @criteria */
  export interface FindManyOptions<T = any> extends FindOneOptions<T> {
    skip?: any
    take?: any
  }
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

  /** Reads and writes of one entity; the entity manager has the same with the entity as first argument.  @layer repository */
  export class Repository<Entity = any> {
    constructor(target: EntityTarget<Entity>, manager: EntityManager, queryRunner?: QueryRunner)
    target: any
    manager: EntityManager
    metadata: any
    queryRunner?: QueryRunner
    /** @query read many  @table Entity|this  @bound 0.take  @where 0.where|0  @include 0.relations  @lock 0.lock  @cached 0.cache */
    find(options?: FindManyOptions): Promise<Entity[]>
    /** @query read many  @table Entity|this  @where 0 */
    findBy(where: any): Promise<Entity[]>
    /** @query read many  @table Entity|this  @bound 0.take  @where 0.where|0  @include 0.relations  @cached 0.cache */
    findAndCount(options?: FindManyOptions): Promise<[Entity[], number]>
    /** @query read many  @table Entity|this  @where 0 */
    findAndCountBy(where: any): Promise<[Entity[], number]>
    /** @query read many  @table Entity|this  @where 0 */
    findByIds(ids: any[], options?: any): Promise<Entity[]>
    /** @query read one  @table Entity|this  @where 0.where|0  @include 0.relations  @lock 0.lock  @cached 0.cache  @many find In */
    findOne(options?: FindOneOptions, ...rest: any[]): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0  @many findBy In */
    findOneBy(where: any): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0.where|0  @include 0.relations  @lock 0.lock  @cached 0.cache */
    findOneOrFail(options?: FindOneOptions, ...rest: any[]): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0 */
    findOneByOrFail(where: any): Promise<Entity>
    /** @query read one  @table Entity|this  @where 0 */
    findOneById(id: any): Promise<Entity>
    /** @query aggregate  @table Entity|this  @where 0.where|0 */
    count(options?: FindManyOptions): Promise<number>
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
    /** @propagates 0 */
    create(rows: any[]): Entity[]
    /** @propagates 0 */
    create(row: any): Entity
    /** @propagates 1+ */
    merge(entity: Entity, ...partials: any[]): Entity
    /** @query read one  @table Entity|this */
    preload(row: any): Promise<Entity>
    /** @query write many  @table Entity|this  @data 0 */
    save(rows: any[], options?: any): Promise<Entity[]>
    /** @query write one  @table Entity|this  @data 0  @many save */
    save(row: any, options?: any): Promise<Entity>
    /** @query write  @table Entity|this  @data 0  @many insert */
    insert(rows: any): Promise<InsertResult>
    /** @query write many  @table Entity|this  @where 0  @data 1  @wide compares */
    update(where: any, values: any): Promise<UpdateResult>
    /** @query write many  @table Entity|this  @data 0  @wide */
    updateAll(values: any): Promise<UpdateResult>
    /** @query write  @table Entity|this  @data 0  @upsert */
    upsert(rows: any, conflict: any): Promise<InsertResult>
    /** @query delete  @table Entity|this  @where 0  @wide compares */
    delete(where: any): Promise<DeleteResult>
    /** @query delete many  @table Entity|this  @wide */
    deleteAll(): Promise<DeleteResult>
    /** @query delete many  @table Entity|this */
    remove(rows: Entity[], options?: any): Promise<Entity[]>
    /** @query delete one  @table Entity|this */
    remove(row: Entity, options?: any): Promise<Entity>
    /** @query write  @table Entity|this  @where 0  @wide compares */
    softDelete(where: any): Promise<UpdateResult>
    /** @query write many  @table Entity|this */
    softRemove(rows: Entity[], options?: any): Promise<Entity[]>
    /** @query write one  @table Entity|this */
    softRemove(row: Entity, options?: any): Promise<Entity>
    /** @query write many  @table Entity|this */
    recover(rows: Entity[], options?: any): Promise<Entity[]>
    /** @query write one  @table Entity|this */
    recover(row: Entity, options?: any): Promise<Entity>
    /** @query write  @table Entity|this  @where 0  @wide compares */
    restore(where: any): Promise<UpdateResult>
    /** @query write  @table Entity|this  @where 0  @atomic */
    increment(where: any, column: string, by: any): Promise<UpdateResult>
    /** @query write  @table Entity|this  @where 0  @atomic */
    decrement(where: any, column: string, by: any): Promise<UpdateResult>
    /** @query delete many  @table Entity|this  @wide */
    clear(): Promise<void>
    /** @query raw  @sql 0  @params 1  @placeholder $ */
    query(sql: string, parameters?: any[]): Promise<any>
    /** @query raw  @sql template */
    sql<T = any>(strings: TemplateStringsArray, ...values: any[]): Promise<T>
    /** @query unknown  @table Entity|this */
    createQueryBuilder(alias?: string, queryRunner?: QueryRunner): SelectQueryBuilder<Entity>
    /** @returns this */
    extend<Custom>(custom: Custom & ThisType<Repository<Entity> & Custom>): this & Custom
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
    /** @query read many  @table Entity|this */
    findAncestorsTree(entity: Entity, options?: any): Promise<Entity>
    /** @query aggregate  @table Entity|this */
    countDescendants(entity: Entity): Promise<number>
    /** @query aggregate  @table Entity|this */
    countAncestors(entity: Entity): Promise<number>
    /** @query unknown  @table Entity|this */
    createDescendantsQueryBuilder(alias: string, closureAlias: string, entity: Entity): SelectQueryBuilder<Entity>
    /** @query unknown  @table Entity|this */
    createAncestorsQueryBuilder(alias: string, closureAlias: string, entity: Entity): SelectQueryBuilder<Entity>
  }

  export class MongoRepository<Entity = any> extends Repository<Entity> {
    /** @query read many  @table Entity|this */
    aggregate<R = any>(pipeline: any[], options?: any): any
    /** @query read many  @table Entity|this */
    aggregateEntity(pipeline: any[], options?: any): any
    /** @query read many  @table Entity|this  @where 0  @stream */
    createCursor<T = any>(filter?: any): any
    /** @query read many  @table Entity|this  @where 0  @stream */
    createEntityCursor(filter?: any): any
    /** @query aggregate  @table Entity|this  @where 0 */
    countDocuments(filter?: any, options?: any): Promise<number>
    /** @query aggregate  @table Entity|this  @where 1 */
    distinct(key: string, filter: any, options?: any): Promise<any>
    /** @query write one  @table Entity|this  @where 0  @data 1  @atomic */
    findOneAndUpdate(filter: any, update: any, options?: any): Promise<any>
    /** @query write one  @table Entity|this  @where 0  @data 1  @atomic */
    findOneAndReplace(filter: any, replacement: any, options?: any): Promise<any>
    /** @query delete one  @table Entity|this  @where 0  @atomic */
    findOneAndDelete(filter: any, options?: any): Promise<any>
    /** @query write one  @table Entity|this  @where 0  @data 1 */
    replaceOne(filter: any, replacement: any, options?: any): Promise<any>
    /** @query write one  @table Entity|this  @data 0 */
    insertOne(row: any, options?: any): Promise<any>
    /** @query write many  @table Entity|this  @data 0 */
    insertMany(rows: any[], options?: any): Promise<any>
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

  /** @deprecated extend Repository of an entity  @layer repository */
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
    /** @query raw  @sql template */
    sql<T = any>(strings: TemplateStringsArray, ...values: any[]): Promise<T>
    /** @returns this  @table 0 */
    getRepository<Entity = any>(target: EntityTarget<Entity>): Repository<Entity>
    /** @returns this  @table 0 */
    getTreeRepository<Entity = any>(target: EntityTarget<Entity>): TreeRepository<Entity>
    /** @returns this  @table 0 */
    getMongoRepository<Entity = any>(target: EntityTarget<Entity>): MongoRepository<Entity>
    /** @returns this */
    getCustomRepository<T>(repository: { new (...args: any[]): T }): T
    /** @returns this */
    withRepository<R>(repository: R): R
    /** @query unknown  @table 0 */
    createQueryBuilder<Entity = any>(target: EntityTarget<Entity>, alias: string, queryRunner?: QueryRunner): SelectQueryBuilder<Entity>
    /** @query unknown  @handle 0 */
    createQueryBuilder(queryRunner?: QueryRunner): SelectQueryBuilder<any>
    /** @query read many  @table 0  @bound 1.take  @where 1.where|1  @include 1.relations  @lock 1.lock  @cached 1.cache */
    find<Entity = any>(target: EntityTarget<Entity>, options?: FindManyOptions): Promise<Entity[]>
    /** @query read many  @table 0  @where 1 */
    findAndCountBy<Entity = any>(target: EntityTarget<Entity>, where: any): Promise<[Entity[], number]>
    /** @query read one  @table 0  @where 1 */
    findOneById<Entity = any>(target: EntityTarget<Entity>, id: any): Promise<Entity>
    /** @query read many  @table 0  @where 1 */
    findBy<Entity = any>(target: EntityTarget<Entity>, where: any): Promise<Entity[]>
    /** @query read many  @table 0  @bound 1.take  @where 1.where|1 */
    findAndCount<Entity = any>(target: EntityTarget<Entity>, options?: FindManyOptions): Promise<[Entity[], number]>
    /** @query read many  @table 0  @where 1 */
    findByIds<Entity = any>(target: EntityTarget<Entity>, ids: any[], options?: any): Promise<Entity[]>
    /** @query read one  @table 0  @where 1.where|1  @include 1.relations  @lock 1.lock  @cached 1.cache */
    findOne<Entity = any>(target: EntityTarget<Entity>, options?: FindOneOptions, ...rest: any[]): Promise<Entity>
    /** @query read one  @table 0  @where 1 */
    findOneBy<Entity = any>(target: EntityTarget<Entity>, where: any): Promise<Entity>
    /** @query read one  @table 0  @where 1.where|1  @lock 1.lock  @cached 1.cache */
    findOneOrFail<Entity = any>(target: EntityTarget<Entity>, options?: FindOneOptions, ...rest: any[]): Promise<Entity>
    /** @query read one  @table 0  @where 1 */
    findOneByOrFail<Entity = any>(target: EntityTarget<Entity>, where: any): Promise<Entity>
    /** @query aggregate  @table 0  @where 1.where|1 */
    count(target: any, options?: FindManyOptions): Promise<number>
    /** @query aggregate  @table 0  @where 1 */
    countBy(target: any, where: any): Promise<number>
    /** @query aggregate  @table 0  @where 2 */
    sum(target: any, column: any, where?: any): Promise<number>
    /** @query aggregate  @table 0  @where 2 */
    average(target: any, column: any, where?: any): Promise<number>
    /** @query aggregate  @table 0  @where 2 */
    minimum(target: any, column: any, where?: any): Promise<number>
    /** @query aggregate  @table 0  @where 2 */
    maximum(target: any, column: any, where?: any): Promise<number>
    /** @query aggregate  @table 0  @where 1.where */
    exists(target: any, options?: any): Promise<boolean>
    /** @query aggregate  @table 0  @where 1 */
    existsBy(target: any, where: any): Promise<boolean>
    /** @propagates 1 */
    create<Entity = any>(target: EntityTarget<Entity>, rows: any[]): Entity[]
    /** @propagates 1 */
    create<Entity = any>(target: EntityTarget<Entity>, row?: any): Entity
    /** @propagates 2+ */
    merge<Entity = any>(target: EntityTarget<Entity>, entity: Entity, ...partials: any[]): Entity
    /** @query read one  @table 0 */
    preload<Entity = any>(target: EntityTarget<Entity>, row: any): Promise<Entity>
    hasId(...args: any[]): boolean
    getId(target: any, entity: any): any
    /** @query write many  @table 0  @data 1 */
    save<Entity = any>(target: EntityTarget<Entity>, rows: any[], options?: any): Promise<Entity[]>
    /** @query write one  @table 0  @data 1 */
    save<Entity = any>(target: EntityTarget<Entity>, row: any, options?: any): Promise<Entity>
    /** @query write many  @table 0  @data 0 */
    save<Entity>(rows: Entity[], options?: any): Promise<Entity[]>
    /** @query write one  @table 0  @data 0 */
    save<Entity>(row: Entity, options?: any): Promise<Entity>
    /** @query write  @table 0  @data 1 */
    insert(target: any, rows: any): Promise<InsertResult>
    /** @query write many  @table 0  @where 1  @data 2  @wide compares */
    update(target: any, where: any, values: any): Promise<UpdateResult>
    /** @query write  @table 0  @data 1  @upsert */
    upsert(target: any, rows: any, conflict: any): Promise<InsertResult>
    /** @query delete  @table 0  @where 1  @wide compares */
    delete(target: any, where: any): Promise<DeleteResult>
    /** @query delete many  @table 0 */
    remove<Entity = any>(target: EntityTarget<Entity>, rows: any[], options?: any): Promise<Entity[]>
    /** @query delete one  @table 0 */
    remove<Entity = any>(target: EntityTarget<Entity>, row: any, options?: any): Promise<Entity>
    /** @query delete many  @table 0 */
    remove<Entity>(rows: Entity[], options?: any): Promise<Entity[]>
    /** @query delete one  @table 0 */
    remove<Entity>(row: Entity, options?: any): Promise<Entity>
    /** @query write  @table 0  @where 1  @wide compares */
    softDelete(target: any, where: any): Promise<UpdateResult>
    /** @query write many  @table 0 */
    softRemove<Entity = any>(target: EntityTarget<Entity>, rows: any[], options?: any): Promise<Entity[]>
    /** @query write one  @table 0 */
    softRemove<Entity = any>(target: EntityTarget<Entity>, row: any, options?: any): Promise<Entity>
    /** @query write many  @table 0 */
    softRemove<Entity>(rows: Entity[], options?: any): Promise<Entity[]>
    /** @query write one  @table 0 */
    softRemove<Entity>(row: Entity, options?: any): Promise<Entity>
    /** @query write  @table 0  @where 1  @wide compares */
    restore(target: any, where: any): Promise<UpdateResult>
    /** @query write many  @table 0 */
    recover<Entity = any>(target: EntityTarget<Entity>, rows: any[], options?: any): Promise<Entity[]>
    /** @query write one  @table 0 */
    recover<Entity = any>(target: EntityTarget<Entity>, row: any, options?: any): Promise<Entity>
    /** @query write many  @table 0 */
    recover<Entity>(rows: Entity[], options?: any): Promise<Entity[]>
    /** @query write one  @table 0 */
    recover<Entity>(row: Entity, options?: any): Promise<Entity>
    /** @query write  @table 0  @where 1  @atomic */
    increment(target: any, where: any, column: string, by: any): Promise<UpdateResult>
    /** @query write  @table 0  @where 1  @atomic */
    decrement(target: any, where: any, column: string, by: any): Promise<UpdateResult>
    /** @query delete many  @table 0  @wide */
    clear(target: any): Promise<void>
    /** @query write many  @table 0  @data 1  @wide */
    updateAll(target: any, values: any): Promise<UpdateResult>
    /** @query delete many  @table 0  @wide */
    deleteAll(target: any): Promise<DeleteResult>
    release(): Promise<void>
  }

  export class MongoEntityManager extends EntityManager {}

  /** @connection */
  export class DataSource {
    constructor(options: any)
    manager: EntityManager
    options: any
    driver: any
    isInitialized: boolean
    isConnected: boolean
    mongoManager: MongoEntityManager
    entityMetadatas: any[]
    initialize(): Promise<this>
    connect(): Promise<this>
    destroy(): Promise<void>
    close(): Promise<void>
    synchronize(drop?: boolean): Promise<void>
    runMigrations(options?: any): Promise<any>
    undoLastMigration(options?: any): Promise<void>
    dropDatabase(): Promise<void>
    setOptions(options: any): this
    hasMetadata(target: any): boolean
    /** @handle 0 */
    createEntityManager(queryRunner?: QueryRunner): EntityManager
    /** @transaction 1|0 */
    transaction<T>(run: (manager: EntityManager) => Promise<T>): Promise<T>
    transaction<T>(isolation: any, run: (manager: EntityManager) => Promise<T>): Promise<T>
    /** @query raw  @sql 0  @params 1  @placeholder $  @handle 2 */
    query<T = any>(sql: string, parameters?: any[], queryRunner?: QueryRunner): Promise<T>
    /** @query raw  @sql template */
    sql<T = any>(strings: TemplateStringsArray, ...values: any[]): Promise<T>
    /** @connection acquire by=release pooled */
    createQueryRunner(mode?: any): QueryRunner
    /** @returns this  @table 0 */
    getRepository<Entity = any>(target: EntityTarget<Entity>): Repository<Entity>
    /** @returns this  @table 0 */
    getTreeRepository<Entity = any>(target: EntityTarget<Entity>): TreeRepository<Entity>
    /** @returns this  @table 0 */
    getMongoRepository<Entity = any>(target: EntityTarget<Entity>): MongoRepository<Entity>
    getCustomRepository<T>(repository: { new (...args: any[]): T }): T
    getMetadata(target: any): any
    /** @query unknown  @table 0 */
    createQueryBuilder<Entity = any>(target: EntityTarget<Entity>, alias: string, queryRunner?: QueryRunner): SelectQueryBuilder<Entity>
    /** @query unknown  @handle 0 */
    createQueryBuilder(queryRunner?: QueryRunner): SelectQueryBuilder<any>
  }
  export class Connection extends DataSource {}

  /** @handle */
  export interface QueryRunner {
    manager: EntityManager
    connection: DataSource
    isTransactionActive: boolean
    isReleased: boolean
    connect(): Promise<any>
    /** @connection release */
    release(): Promise<void>
    /** @transaction begin handle=this */
    startTransaction(isolation?: any): Promise<void>
    /** @transaction commit */
    commitTransaction(): Promise<void>
    /** @transaction rollback */
    rollbackTransaction(): Promise<void>
    /** @query raw  @sql 0  @params 1  @placeholder $ */
    query(sql: string, parameters?: any[], structured?: boolean): Promise<any>
    /** @query raw  @sql template */
    sql<T = any>(strings: TemplateStringsArray, ...values: any[]): Promise<T>
    /** @query read many  @stream  @sql 0  @params 1 */
    stream(sql: string, parameters?: any[], onEnd?: any, onError?: any): Promise<any>
    hasTable(table: any): Promise<boolean>
    hasColumn(table: any, column: string): Promise<boolean>
    getTable(name: string): Promise<any>
    /** @query ddl  @table 0.name */
    createTable(table: any, ifNotExists?: boolean, ...rest: any[]): Promise<void>
    /** @query ddl  @table 0 */
    dropTable(table: any, ifExists?: boolean, ...rest: any[]): Promise<void>
    /** @query ddl  @table 0 */
    renameTable(from: any, to: string): Promise<void>
    /** @query ddl  @table 0 */
    addColumn(table: any, column: any): Promise<void>
    /** @query ddl  @table 0 */
    addColumns(table: any, columns: any[]): Promise<void>
    /** @query ddl  @table 0 */
    dropColumn(table: any, column: any): Promise<void>
    /** @query ddl  @table 0 */
    dropColumns(table: any, columns: any[]): Promise<void>
    /** @query ddl  @table 0 */
    changeColumn(table: any, from: any, to: any): Promise<void>
    /** @query ddl  @table 0 */
    changeColumns(table: any, changes: any[]): Promise<void>
    /** @query ddl  @table 0 */
    renameColumn(table: any, from: any, to: any): Promise<void>
    /** @query ddl  @table 0 */
    createIndex(table: any, index: any): Promise<void>
    /** @query ddl  @table 0 */
    createIndices(table: any, indices: any[]): Promise<void>
    /** @query ddl  @table 0 */
    dropIndex(table: any, index: any): Promise<void>
    /** @query ddl  @table 0 */
    createForeignKey(table: any, key: any): Promise<void>
    /** @query ddl  @table 0 */
    createForeignKeys(table: any, keys: any[]): Promise<void>
    /** @query ddl  @table 0 */
    dropForeignKey(table: any, key: any): Promise<void>
    /** @query ddl  @table 0 */
    dropForeignKeys(table: any, keys: any[]): Promise<void>
    /** @query ddl  @table 0 */
    createPrimaryKey(table: any, columns: string[]): Promise<void>
    /** @query ddl  @table 0 */
    dropPrimaryKey(table: any): Promise<void>
    /** @query ddl  @table 0 */
    createUniqueConstraint(table: any, constraint: any): Promise<void>
    /** @query ddl  @table 0 */
    dropUniqueConstraint(table: any, constraint: any): Promise<void>
    /** @query ddl  @table 0 */
    createCheckConstraint(table: any, constraint: any): Promise<void>
    /** @query ddl  @table 0 */
    dropCheckConstraint(table: any, constraint: any): Promise<void>
    /** @query delete many  @table 0 */
    clearTable(table: string): Promise<void>
  }

  /** @builder lazy */
  export class QueryBuilder<Entity = any> {
    expressionMap: any
    alias: string
    /** @step read */
    select(selection?: Selection, alias?: string): SelectQueryBuilder<Entity>
    /** @step write */
    insert(): InsertQueryBuilder<Entity>
    /** @step write, table 0, data 1  @wide compares */
    update<Updated = any>(target: EntityTarget<Updated>, values?: any): UpdateQueryBuilder<Updated>
    /** @step write, data 0  @wide compares */
    update(values?: any): UpdateQueryBuilder<Entity>
    /** @step delete  @wide compares */
    delete(): DeleteQueryBuilder<Entity>
    /** @step write  @wide compares */
    softDelete(): UpdateQueryBuilder<Entity>
    /** @step write  @wide compares */
    restore(): UpdateQueryBuilder<Entity>
    /** @step table 0 */
    relation<T = any>(target: EntityTarget<T>, path: string): RelationQueryBuilder<T>
    relation<T = any>(path: string): RelationQueryBuilder<T>
    setParameter(name: string, value: any): this
    setParameters(values: any): this
    getParameters(): any
    /** @escapes sql  @step text */
    getQuery(): string
    /** @escapes sql  @step text */
    getSql(): string
    /** @step text */
    getQueryAndParameters(): any
    /** @step handle 0 */
    setQueryRunner(queryRunner: any): this
    comment(text: string): this
    clone(): this
    createQueryBuilder(queryRunner?: QueryRunner): this
    printSql(): this
    /** @escapes sql */
    escape(name: string): string
    hasParameter(key: string): boolean
    disableEscaping(): this
    callListeners(enabled: boolean): this
    useTransaction(enabled: boolean): this
    addCommonTableExpression(query: any, name: string, options?: any): this
    connection: DataSource
    /** @step execute */
    execute(): Promise<any>
  }

  /** Columns to select, or a function that makes a subquery. */
  type Selection = string | string[] | Subquery
  type Subquery = (builder: SelectQueryBuilder<any>) => any
  type Joined = string | Subquery | (abstract new (...args: any[]) => any)

  /** What the builders that filter share, and what brackets are given. */
  export interface WhereExpressionBuilder {
    /** @step where 0  @fragment 0  @params 1  @placeholder : */
    where(condition: string | Brackets | ((builder: this) => any) | object, parameters?: any): this
    /** @step where 0  @fragment 0  @params 1  @placeholder : */
    andWhere(condition: string | Brackets | ((builder: this) => any) | object, parameters?: any): this
    /** @step where 0  @fragment 0  @params 1  @placeholder : */
    orWhere(condition: string | Brackets | ((builder: this) => any) | object, parameters?: any): this
    /** @step where 0 */
    whereInIds(ids: any): this
    /** @step where 0 */
    andWhereInIds(ids: any): this
    /** @step where 0 */
    orWhereInIds(ids: any): this
  }

  export interface SelectQueryBuilder<Entity = any> extends WhereExpressionBuilder {}
  export class SelectQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    /** @step read  @fragment 0 */
    select(selection?: Selection, alias?: string): this
    /** @fragment 0 */
    addSelect(selection: Selection, alias?: string): this
    distinct(enabled?: boolean): this
    distinctOn(columns: any): this
    /** @step table 0 */
    from<T = any>(target: EntityTarget<T>, alias?: string): SelectQueryBuilder<T>
    from(subquery: Subquery, alias?: string): SelectQueryBuilder<any>
    addFrom(target: Joined, alias: string): SelectQueryBuilder<any>
    /** @fragment 2  @params 3  @placeholder : */
    innerJoin(joined: Joined, alias: string, condition?: string, parameters?: any): this
    /** @fragment 2  @params 3  @placeholder : */
    leftJoin(joined: Joined, alias: string, condition?: string, parameters?: any): this
    /** @step include 0  @fragment 2  @params 3  @placeholder : */
    innerJoinAndSelect(joined: Joined, alias: string, condition?: string, parameters?: any): this
    /** @step include 0  @fragment 2  @params 3  @placeholder : */
    leftJoinAndSelect(joined: Joined, alias: string, condition?: string, parameters?: any): this
    /** @step include 1  @fragment 3  @params 4  @placeholder : */
    innerJoinAndMapOne(property: string, joined: Joined, alias: string, condition?: string, parameters?: any, mapAs?: any): this
    /** @step include 1  @fragment 3  @params 4  @placeholder : */
    innerJoinAndMapMany(property: string, joined: Joined, alias: string, condition?: string, parameters?: any, mapAs?: any): this
    /** @step include 1  @fragment 3  @params 4  @placeholder : */
    leftJoinAndMapOne(property: string, joined: Joined, alias: string, condition?: string, parameters?: any, mapAs?: any): this
    /** @step include 1  @fragment 3  @params 4  @placeholder : */
    leftJoinAndMapMany(property: string, joined: Joined, alias: string, condition?: string, parameters?: any, mapAs?: any): this
    loadRelationCountAndMap(property: string, relation: string, alias?: string, run?: Subquery): this
    loadRelationIdAndMap(property: string, relation: string, alias?: any, run?: Subquery): this
    loadAllRelationIds(options?: any): this
    /** @fragment 0  @params 1  @placeholder : */
    having(condition: string, parameters?: any): this
    /** @fragment 0  @params 1  @placeholder : */
    andHaving(condition: string, parameters?: any): this
    /** @fragment 0  @params 1  @placeholder : */
    orHaving(condition: string, parameters?: any): this
    /** @fragment 0 */
    groupBy(expression?: string): this
    /** @fragment 0 */
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
    setOnLocked(mode: 'nowait' | 'skip_locked'): this
    setOption(option: any): this
    useIndex(index: string): this
    maxExecutionTime(milliseconds: number): this
    /** @step where 0 */
    whereExists(subquery: SelectQueryBuilder<any>): this
    /** @step where 0 */
    andWhereExists(subquery: SelectQueryBuilder<any>): this
    /** @step where 0 */
    orWhereExists(subquery: SelectQueryBuilder<any>): this
    /** @step cached */
    cache(...args: any[]): this
    withDeleted(): this
    subQuery(): SelectQueryBuilder<any>
    /** @step where 0.where, limit 0.take, include 0.relations */
    setFindOptions(options: any): this
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
    into<T = any>(target: EntityTarget<T>, columns?: string[]): InsertQueryBuilder<T>
    /** @step data 0 */
    values(rows: any): this
    /** @step upsert */
    orUpdate(...args: any[]): this
    /** @step upsert */
    orIgnore(statement?: any): this
    onConflict(statement: string): this
    /** @step returning */
    returning(output: any): this
    /** @step returning */
    output(output: any): this
    updateEntity(enabled: boolean): this
  }
  export interface UpdateQueryBuilder<Entity = any> extends WhereExpressionBuilder {}
  export class UpdateQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    /** @step data 0 */
    set(values: any): this
    /** @step returning */
    returning(output: any): this
    /** @step returning */
    output(output: any): this
    whereEntity(entity: any): this
    updateEntity(enabled: boolean): this
    /** @step limit 0 */
    limit(count?: any): this
    /** @step order 0  @fragment 0 */
    orderBy(sort?: any, order?: any, nulls?: any): this
    /** @step order 0  @fragment 0 */
    addOrderBy(sort: any, order?: any, nulls?: any): this
  }
  export interface DeleteQueryBuilder<Entity = any> extends WhereExpressionBuilder {}
  export class DeleteQueryBuilder<Entity = any> extends QueryBuilder<Entity> {
    /** @step table 0 */
    from<T = any>(target: EntityTarget<T>, alias?: string): DeleteQueryBuilder<T>
    /** @step returning */
    returning(output: any): this
    /** @step returning */
    output(output: any): this
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
    constructor(run: (builder: WhereExpressionBuilder) => any)
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
    static getRepository<T extends BaseEntity>(this: { new (...args: any[]): T }): Repository<T>
    /** @propagates 0 */
    static create<T extends BaseEntity>(this: { new (...args: any[]): T }, rows: any[]): T[]
    /** @propagates 0 */
    static create<T extends BaseEntity>(this: { new (...args: any[]): T }, row?: any): T
    /** @propagates 1+ */
    static merge<T extends BaseEntity>(this: { new (...args: any[]): T }, entity: T, ...partials: any[]): T
    /** @query read one  @table static */
    static preload<T extends BaseEntity>(this: { new (...args: any[]): T }, row: any): Promise<T>
    static useDataSource(dataSource: DataSource): void
    /** @query unknown  @table static */
    static createQueryBuilder<T extends BaseEntity>(this: { new (...args: any[]): T }, alias?: string): SelectQueryBuilder<T>
    /** @query read many  @table static  @bound 0.take  @where 0.where  @include 0.relations  @cached 0.cache */
    static find<T extends BaseEntity>(this: { new (...args: any[]): T }, options?: any): Promise<T[]>
    /** @query read many  @table static  @where 0 */
    static findBy<T extends BaseEntity>(this: { new (...args: any[]): T }, where: any): Promise<T[]>
    /** @query read many  @table static  @bound 0.take  @where 0.where */
    static findAndCount<T extends BaseEntity>(this: { new (...args: any[]): T }, options?: any): Promise<[T[], number]>
    /** @query read one  @table static  @where 0.where|0 */
    static findOne<T extends BaseEntity>(this: { new (...args: any[]): T }, options?: FindOneOptions): Promise<T>
    /** @query read one  @table static  @where 0 */
    static findOneBy<T extends BaseEntity>(this: { new (...args: any[]): T }, where: any): Promise<T>
    /** @query read one  @table static  @where 0.where|0 */
    static findOneOrFail<T extends BaseEntity>(this: { new (...args: any[]): T }, options?: FindOneOptions): Promise<T>
    /** @query read one  @table static  @where 0 */
    static findOneByOrFail<T extends BaseEntity>(this: { new (...args: any[]): T }, where: any): Promise<T>
    /** @query aggregate  @table static  @where 0.where|0 */
    static count(options?: FindManyOptions): Promise<number>
    /** @query aggregate  @table static  @where 0 */
    static countBy(where: any): Promise<number>
    /** @query write many  @table static  @data 0 */
    static save<T extends BaseEntity>(this: { new (...args: any[]): T }, rows: any[], options?: any): Promise<T[]>
    /** @query write one  @table static  @data 0 */
    static save<T extends BaseEntity>(this: { new (...args: any[]): T }, row: any, options?: any): Promise<T>
    /** @query write  @table static  @data 0 */
    static insert(rows: any): Promise<InsertResult>
    /** @query write many  @table static  @where 0  @data 1  @wide compares */
    static update(where: any, values: any): Promise<UpdateResult>
    /** @query write  @table static  @data 0  @upsert */
    static upsert(rows: any, conflict: any): Promise<InsertResult>
    /** @query delete  @table static  @where 0  @wide compares */
    static delete(where: any): Promise<DeleteResult>
    /** @query delete  @table static */
    static remove(rows: any, options?: any): Promise<any>
    /** @query write  @table static */
    static softRemove(rows: any, options?: any): Promise<any>
    /** @query read many  @table static  @where 0 */
    static findAndCountBy<T extends BaseEntity>(this: { new (...args: any[]): T }, where: any): Promise<[T[], number]>
    /** @query read many  @table static  @where 0 */
    static findByIds<T extends BaseEntity>(this: { new (...args: any[]): T }, ids: any[]): Promise<T[]>
    /** @query read one  @table static  @where 0 */
    static findOneById<T extends BaseEntity>(this: { new (...args: any[]): T }, id: any): Promise<T>
    /** @query aggregate  @table static  @where 0.where */
    static exists(options?: any): Promise<boolean>
    /** @query aggregate  @table static  @where 0 */
    static existsBy(where: any): Promise<boolean>
    /** @query aggregate  @table static  @where 1 */
    static sum(column: any, where: any): Promise<number>
    /** @query aggregate  @table static  @where 1 */
    static average(column: any, where: any): Promise<number>
    /** @query aggregate  @table static  @where 1 */
    static minimum(column: any, where: any): Promise<number>
    /** @query aggregate  @table static  @where 1 */
    static maximum(column: any, where: any): Promise<number>
    /** @query raw  @sql 0  @params 1  @placeholder $ */
    static query(sql: string, parameters?: any[]): Promise<any>
    /** @query delete many  @table static  @wide */
    static clear(): Promise<void>
  }

  export function createConnection(options?: any): Promise<Connection>
  export function getConnection(name?: string): Connection
  export function getConnectionManager(): any
  export function getManager(name?: string): EntityManager
  export function getMongoManager(name?: string): MongoEntityManager
  export function createConnections(options?: any[]): Promise<Connection[]>
  /** @table 0 */
  export function getRepository<Entity = any>(target: EntityTarget<Entity>, name?: string): Repository<Entity>
  /** @table 0 */
  export function getTreeRepository<Entity = any>(target: EntityTarget<Entity>, name?: string): TreeRepository<Entity>
  /** @table 0 */
  export function getMongoRepository<Entity = any>(target: EntityTarget<Entity>, name?: string): MongoRepository<Entity>
  export function getCustomRepository<T>(repository: { new (...args: any[]): T }, name?: string): T
  /** @query unknown  @table 0 */
  export function createQueryBuilder<Entity = any>(target?: EntityTarget<Entity>, alias?: string): SelectQueryBuilder<Entity>

  /** @entity name=0.name|0 */
  export function Entity(...args: any[]): ClassDecorator
  /** @entity */
  export function ChildEntity(discriminator?: any): ClassDecorator
  /** @entity name=0.name */
  export function ViewEntity(...args: any[]): ClassDecorator
  export function TableInheritance(options?: any): ClassDecorator
  export function Tree(type: any, options?: any): ClassDecorator
  /** @layer repository */
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
  /** @relation many follows target=0 options=2|1 */
  export function OneToMany(...args: any[]): PropertyDecorator
  /** @relation one key kept before target=0 options=2|1 */
  export function ManyToOne(...args: any[]): PropertyDecorator
  /** @relation one shared kept before target=0 options=2|1 */
  export function OneToOne(...args: any[]): PropertyDecorator
  /** @relation many through target=0 options=2|1 */
  export function ManyToMany(...args: any[]): PropertyDecorator
  export function JoinColumn(...args: any[]): PropertyDecorator
  export function JoinTable(...args: any[]): PropertyDecorator
  export function ViewColumn(options?: any): PropertyDecorator
  export function VirtualColumn(...args: any[]): PropertyDecorator
  export function RelationId(...args: any[]): PropertyDecorator
  export function TreeChildren(options?: any): PropertyDecorator
  export function TreeParent(options?: any): PropertyDecorator
  /** @unique columns=1|0 */
  export function Unique(...args: any[]): any
  /** @unique columns=1|0 if=2.unique|1.unique|0.unique */
  export function Index(...args: any[]): any
  export function Check(...args: any[]): any
  export function Exclusion(...args: any[]): any
  /** A table declared without a class. @entity name=0.tableName|0.name */
  export class EntitySchema<T = any> {
    constructor(options: any)
    options: any
  }
  /** @transaction hook */
  export function BeforeInsert(): MethodDecorator
  /** @transaction hook */
  export function AfterInsert(): MethodDecorator
  /** @transaction hook */
  export function BeforeUpdate(): MethodDecorator
  /** @transaction hook */
  export function AfterUpdate(): MethodDecorator
  /** @transaction hook=remove */
  export function BeforeRemove(): MethodDecorator
  /** @transaction hook=remove */
  export function AfterRemove(): MethodDecorator
  /** @transaction hook=softRemove */
  export function BeforeSoftRemove(): MethodDecorator
  /** @transaction hook=softRemove */
  export function AfterSoftRemove(): MethodDecorator
  /** @transaction hook=recover */
  export function BeforeRecover(): MethodDecorator
  /** @transaction hook=recover */
  export function AfterRecover(): MethodDecorator
  export function AfterLoad(): MethodDecorator
  /** What a subscriber is told; its manager works in the transaction of the save. */
  export interface InsertEvent<Entity = any> {
    connection: DataSource
    queryRunner: QueryRunner
    manager: EntityManager
    entity: Entity
    entityId?: any
    metadata: any
  }
  export interface UpdateEvent<Entity = any> {
    connection: DataSource
    queryRunner: QueryRunner
    manager: EntityManager
    entity: Entity
    databaseEntity: Entity
    metadata: any
    updatedColumns: any[]
    updatedRelations: any[]
  }
  export interface RemoveEvent<Entity = any> {
    connection: DataSource
    queryRunner: QueryRunner
    manager: EntityManager
    entity?: Entity
    databaseEntity: Entity
    entityId?: any
    metadata: any
  }
  export interface SoftRemoveEvent<Entity = any> extends RemoveEvent<Entity> {}
  export interface RecoverEvent<Entity = any> extends RemoveEvent<Entity> {}
  export interface TransactionCommitEvent {
    connection: DataSource
    queryRunner: QueryRunner
    manager: EntityManager
  }
  export interface EntitySubscriberInterface<T = any> {
    /** @transaction hook */
    beforeInsert?(event: any): any
    /** @transaction hook */
    afterInsert?(event: any): any
    /** @transaction hook */
    beforeUpdate?(event: any): any
    /** @transaction hook */
    afterUpdate?(event: any): any
    /** @transaction hook */
    beforeRemove?(event: any): any
    /** @transaction hook */
    afterRemove?(event: any): any
    /** @transaction hook */
    beforeSoftRemove?(event: any): any
    /** @transaction hook */
    afterSoftRemove?(event: any): any
    /** @transaction hook */
    beforeRecover?(event: any): any
    /** @transaction hook */
    afterRecover?(event: any): any
    /** @transaction hook */
    beforeTransactionCommit?(event: any): any
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
  export function Raw(sql: string | ((column: string) => string), parameters?: any): any
  export function JsonContains(value: any): any
  export function ArrayContainedBy(values: any): any
  export class FindOperator<T = any> {
    value: T
    type: any
  }
  export class QueryFailedError<T1 = any> extends Error {
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
