/* Mongoose: models, documents, lazy queries, aggregations, cursors, sessions. */

declare module 'mongoose' {
  import mongoose = require('mongoose')
  import { Collection, Db, MongoClient } from 'mongodb'
  import { Readable } from 'stream'

  export type Mongoose = typeof mongoose
  /** @criteria */
  export type FilterQuery<T = any> = any
  /** @criteria */
  export type RootFilterQuery<T = any> = any
  /** What Mongoose 9 calls the same. @criteria */
  export type QueryFilter<T = any> = any
  export type UpdateQuery<T = any> = any
  export type UpdateWithAggregationPipeline = any
  /** @criteria */
  export type QueryOptions<T = any> = any
  export type MongooseUpdateQueryOptions<T = any> = any
  export type ProjectionType<T = any> = any
  export type ProjectionFields<T = any> = any
  export type SortOrder = any
  export type PipelineStage = any
  export namespace PipelineStage {
    export type Match = any
    export type Lookup = any
    export type FacetPipelineStage = any
  }
  export type AnyBulkWriteOperation<T = any> = any
  export type SaveOptions = any
  export type CreateOptions = any
  export type ClientSessionOptions = any
  export type ConnectOptions = any
  export type PopulateOptions = any
  export type PopulatedDoc<T = any, R = any> = T
  export type SchemaDefinition<T = any, T2 = any, T3 = any> = any
  export type SchemaDefinitionProperty<T = any, T2 = any, T3 = any> = any
  export type SchemaOptions<T = any, T2 = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any> = any
  export type SchemaTypeOptions<T = any, T2 = any, T3 = any> = any
  export type IndexDirection = any
  export type IndexDefinition = any
  export type ToObjectOptions<T1 = any, T2 = any> = any
  export type AnyKeys<T = any> = any
  export type AnyObject = any
  export type FlattenMaps<T> = T
  export type Require_id<T> = T
  export type ObjectId = Types.ObjectId

  /** What is known of a row; of one nobody describes, that it has fields. */
  type Known<T> = 0 extends 1 & T ? { [path: string]: any } : T
  export type HydratedDocument<T = any, M = {}, Q = {}, T4 = any, T5 = any> = Known<T> & Document<any, any, T> & Known<M>
  export type HydratedSingleSubdocument<T = any, M = {}> = Known<T> & Types.Subdocument & Known<M>
  export type HydratedArraySubdocument<T = any, M = {}> = Known<T> & Types.ArraySubdocument & Known<M>
  export type HydratedDocumentFromSchema<S> = HydratedDocument<InferSchemaType<S>>
  export type InferSchemaType<S> = S extends Schema<infer T> ? Known<T> : { [path: string]: any }
  export type InferRawDocType<D, T2 = any> = { [path in keyof D]: any }
  export type QueryWithHelpers<R = any, D = any, H = {}, T4 = any, T5 = any, T6 = any> = Query<R, D, H> & H

  /**
   * A query runs when it is awaited, `then`-ed or `exec`-uted.
   * @builder lazy @operators cast
   */
  export class Query<Result = any, Doc = any, Helpers = {}, T4 = any, T5 = any, T6 = any> {
    /** @step execute */
    exec(...args: any[]): Promise<Result>
    /** @step execute */
    then<A = Result, B = never>(onfulfilled?: (value: Result) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    /** @step execute */
    catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<Result | B>
    /** @step execute */
    finally(onfinally?: () => void): Promise<Result>
    /** @step stream, execute */
    cursor(options?: any): Cursor<Row<Result>>
    /** @step stream, execute */
    [Symbol.asyncIterator](): AsyncIterator<Row<Result>>
    /** @step where 0+ */
    where(...conditions: any[]): this
    /** @step where 0 */
    find(filter?: any, projection?: any, options?: any): this
    /** @step one, where 0 */
    findOne(filter?: any, projection?: any, options?: any): Query<Row<Result>, Doc, Helpers>
    /** @step one, where 0 */
    findById(id: any, projection?: any, options?: any): Query<Row<Result>, Doc, Helpers>
    /** @step write, one, where 0, data 1, atomic */
    findOneAndUpdate(filter?: any, update?: any, options?: any): Query<Row<Result>, Doc, Helpers>
    /** @step write, one, where 0, data 1, atomic */
    findByIdAndUpdate(id: any, update?: any, options?: any): Query<Row<Result>, Doc, Helpers>
    /** @step delete, one, where 0, atomic */
    findOneAndDelete(filter?: any, options?: any): Query<Row<Result>, Doc, Helpers>
    /** @step delete, one, where 0, atomic */
    findByIdAndDelete(id: any, options?: any): Query<Row<Result>, Doc, Helpers>
    /** @step write, one, where 0, data 1 */
    updateOne(filter?: any, update?: any, options?: any): Query<any, Doc, Helpers>
    /** @step write, many, where 0, data 1  @wide */
    updateMany(filter?: any, update?: any, options?: any): Query<any, Doc, Helpers>
    /** @step write, one, where 0, data 1 */
    replaceOne(filter?: any, replacement?: any, options?: any): Query<any, Doc, Helpers>
    /** @step delete, one, where 0 */
    deleteOne(filter?: any, options?: any): Query<any, Doc, Helpers>
    /** @step delete, many, where 0  @wide */
    deleteMany(filter?: any, options?: any): Query<any, Doc, Helpers>
    /** @step delete, many, where 0 */
    remove(filter?: any): Query<any, Doc, Helpers>
    /** @step aggregate, where 0 */
    count(filter?: any): Query<number, Doc, Helpers>
    /** @step aggregate, where 0 */
    countDocuments(filter?: any, options?: any): Query<number, Doc, Helpers>
    /** @step aggregate */
    estimatedDocumentCount(options?: any): Query<number, Doc, Helpers>
    /** @step aggregate, where 1 */
    distinct<V = any>(field: string, filter?: any, options?: any): Query<V[], Doc, Helpers>
    /** @step where 0+ */
    or(...values: any[]): this
    /** @step where 0+ */
    and(...values: any[]): this
    /** @step where 0+ */
    nor(...values: any[]): this
    /** @step where 0+ */
    in(...values: any[]): this
    /** @step where 0+ */
    nin(...values: any[]): this
    /** @step where 0+ */
    equals(...values: any[]): this
    /** @step where 0+ */
    gt(...values: any[]): this
    /** @step where 0+ */
    gte(...values: any[]): this
    /** @step where 0+ */
    lt(...values: any[]): this
    /** @step where 0+ */
    lte(...values: any[]): this
    /** @step where 0+ */
    ne(...values: any[]): this
    /** @step where 0+ */
    regex(...values: any[]): this
    /** @step where 0+ */
    elemMatch(...values: any[]): this
    /** @step where 0+ */
    exists(...values: any[]): this
    /** @step where 0+ */
    all(...values: any[]): this
    /** @step where 0+ */
    size(...values: any[]): this
    /** @step where 0+ */
    mod(...values: any[]): this
    /** @step where 0+ */
    near(...values: any[]): this
    /** @step where 0+ */
    within(...values: any[]): this
    /** JavaScript that runs in the database. @step where 0 @script 0 */
    $where(script: any): this
    /** @step where 0 */
    merge(source: any): this
    /** @step where 0 */
    setQuery(filter: any): void
    /** @step limit 0 */
    limit(count: any): this
    /** @step offset 0 */
    skip(count: any): this
    /** @step order 0 */
    sort(by?: any, options?: any): this
    select<R = Result>(fields?: any): Query<R, Doc, Helpers>
    projection(fields?: any): any
    /** @step include 0 */
    populate<P = any>(paths: any, select?: any, model?: any, match?: any): this
    /** @step data 0 */
    set(...args: any[]): this
    /** @step data 0 */
    setUpdate(update: any): void
    /** @step handle 0 */
    session(session: any): this
    /** @step handle 0.session */
    setOptions(options: any, overwrite?: boolean): this
    lean<R = Result extends any[] ? Doc[] : Doc>(options?: any): Query<R, Doc, Helpers>
    transform<R>(run: (value: Result) => R): Query<R, Doc, Helpers>
    orFail(error?: any): this
    cast(...args: any[]): any
    clone(): this
    toConstructor(): any
    error(...args: any[]): any
    read(mode: any, tags?: any): this
    readConcern(level: string): this
    w(value: any): this
    wtimeout(milliseconds?: number): this
    slice(...args: any[]): this
    hint(index: any): this
    maxTimeMS(milliseconds: number): this
    collation(options: any): this
    comment(text: string): this
    tailable(enabled?: boolean, options?: any): this
    allowDiskUse(enabled?: boolean): this
    batchSize(count: number): this
    explain(verbose?: any): this
    getFilter(): any
    getQuery(): any
    getUpdate(): any
    getOptions(): any
    model: any
  }
  type Row<Result> = Result extends (infer R)[] ? R : Result

  /** @builder lazy @operators cast */
  export class Aggregate<Result = any> {
    /** @step execute */
    exec(): Promise<Result>
    /** @step execute */
    then<A = Result, B = never>(onfulfilled?: (value: Result) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    /** @step execute */
    catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<Result | B>
    /** @step execute */
    finally(onfinally?: () => void): Promise<Result>
    /** @step stream, execute */
    cursor<R = Row<Result>>(options?: any): Cursor<R>
    /** @step stream, execute */
    [Symbol.asyncIterator](): AsyncIterator<Row<Result>>
    /** @step where 0 */
    match(filter: any): this
    /** @step where 0 */
    near(options: any): this
    /** @step where 0 */
    search(options: any): this
    /** @step limit 0 */
    limit(count: number): this
    /** @step limit 0 */
    sample(count: number): this
    /** @step offset 0 */
    skip(count: number): this
    /** @step order 0 */
    sort(by: any): this
    group(stage: any): this
    project(fields: any): this
    lookup(stage: any): this
    graphLookup(stage: any): this
    unwind(...paths: any[]): this
    addFields(fields: any): this
    count(field: string): this
    sortByCount(field: any): this
    facet(stage: any): this
    replaceRoot(root: any): this
    redact(...args: any[]): this
    unionWith(stage: any): this
    append(...stages: any[]): this
    /** @step handle 0 */
    session(session: any): this
    /** @step handle 0.session */
    option(options: any): this
    allowDiskUse(enabled: boolean): this
    collation(options: any): this
    hint(index: any): this
    read(mode: any, tags?: any): this
    readConcern(level: string): this
    model(model: any): this
    pipeline(): any[]
    explain(verbose?: any): Promise<any>
  }

  /** Rows of a query or aggregation one by one. */
  export class Cursor<Doc = any, Options = any, T3 = any> extends Readable {
    /** @iterates this 0 */
    eachAsync(run: (row: Doc, index: number) => any, options?: any): Promise<void>
    map<R>(run: (row: Doc) => R): Cursor<R>
    next(): Promise<Doc>
    close(): Promise<void>
    rewind(): this
    addCursorFlag(flag: any, value: boolean): this
    [Symbol.asyncIterator](): AsyncIterableIterator<Doc>
  }

  /** @shape row */
  export class Document<T = any, Helpers = any, DocType = any, T4 = any, T5 = any> {
    _id: any
    id?: any
    isNew: boolean
    errors?: any
    $locals: any
    /** @query write one  @table static  @handle 0.session  @lists */
    save(options?: any, callback?: any): Promise<this>
    /** @query write one  @table static  @data 0  @handle 1.session */
    updateOne(update?: any, options?: any): Query<any>
    /** @query write one  @table static  @data 0  @handle 1.session */
    replaceOne(replacement?: any, options?: any): Query<any>
    /** Before 8 it was no query (https://github.com/Automattic/mongoose/blob/master/docs/migrating_to_8.md). @query delete one  @table static  @handle 0.session  @eager before=mongoose@8 */
    deleteOne(options?: any): Query<any>
    /** @query delete one  @table static  @handle 0.session */
    remove(options?: any): Promise<this>
    /** @query read one  @table 0 */
    populate<P = any>(path: any, select?: any, ...rest: any[]): Promise<this>
    /** @propagates this */
    toObject(options?: any): any
    /** @propagates this */
    toJSON(options?: any): any
    /** @propagates this */
    get(path: string, ...rest: any[]): any
    set(...args: any[]): this
    $set(...args: any[]): this
    $inc(...args: any[]): this
    /** @handle 0 */
    $session(session?: any): any
    $isDeleted(value?: boolean): boolean
    $clone(): this
    $model(name?: string): any
    $parent(): any
    isModified(path?: any, options?: any): boolean
    isDirectModified(path?: any): boolean
    isSelected(path: any): boolean
    markModified(path: any, scope?: any): void
    modifiedPaths(options?: any): string[]
    directModifiedPaths(): string[]
    getChanges(): any
    populated(path: any, ...rest: any[]): any
    depopulate(path?: any): this
    validate(...args: any[]): Promise<void>
    validateSync(...args: any[]): any
    invalidate(...args: any[]): any
    equals(other: any): boolean
    increment(): this
    overwrite(values: any): this
    init(...args: any[]): this
  }

  export interface Models {
    [name: string]: Model<any>
  }

  /**
   * Members by which a model is known even where nothing is known of its type.
   * @operators cast
   * @shape /(?:^|\.)[A-Z]\w*$|Model$/
   */
  interface Distinctive<T, H, Doc> {
    /** @query read many  @table static|T  @where 0  @bound 2.limit  @handle 2.session */
    find<D = Doc>(filter?: any, projection?: any, options?: any, callback?: any): Query<D[], T, H> & H
    /** @query read one  @table static|T  @where 0  @handle 2.session  @many find $in */
    findOne<D = Doc>(filter?: any, projection?: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query read one  @table static|T  @where 0  @handle 2.session */
    findById<D = Doc>(id: any, projection?: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query write one  @table static|T  @where 0  @data 1  @atomic  @handle 2.session  @upsert 2.upsert */
    findOneAndUpdate<D = Doc>(filter?: any, update?: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query write one  @table static|T  @where 0  @data 1  @atomic  @handle 2.session  @upsert 2.upsert */
    findByIdAndUpdate<D = Doc>(id: any, update?: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query write one  @table static|T  @where 0  @data 1  @atomic  @handle 2.session  @upsert 2.upsert */
    findOneAndReplace<D = Doc>(filter?: any, replacement?: any, options?: any): Query<D, T, H> & H
    /** @query delete one  @table static|T  @where 0  @atomic  @handle 1.session */
    findOneAndDelete<D = Doc>(filter?: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query delete one  @table static|T  @where 0  @atomic  @handle 1.session */
    findByIdAndDelete<D = Doc>(id: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query delete one  @table static|T  @where 0  @atomic  @handle 1.session */
    findOneAndRemove<D = Doc>(filter?: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query delete one  @table static|T  @where 0  @atomic  @handle 1.session */
    findByIdAndRemove<D = Doc>(id: any, options?: any, callback?: any): Query<D, T, H> & H
    /** @query write many  @table static|T  @data 0  @handle 1.session */
    insertMany(rows: any, options?: any, callback?: any): Promise<Doc[]>
    /** @query write one  @table static|T  @data 0  @handle 1.session */
    insertOne(row: any, options?: any): Promise<Doc>
    /** @query write many  @table static|T  @data 0  @handle 1.session */
    bulkWrite(operations: readonly any[], options?: any): Promise<any>
    /** @query write many  @table static|T  @data 0  @handle 1.session */
    bulkSave(documents: readonly any[], options?: any): Promise<any>
    /** @query write one  @table static|T  @where 0  @data 1  @handle 2.session  @relative $inc - $gte updateOne modifiedCount  @upsert 2.upsert */
    updateOne(filter?: any, update?: any, options?: any, callback?: any): Query<any, T, H> & H
    /** @query write many  @table static|T  @where 0  @data 1  @handle 2.session  @wide  @upsert 2.upsert */
    updateMany(filter?: any, update?: any, options?: any, callback?: any): Query<any, T, H> & H
    /** @query write one  @table static|T  @where 0  @data 1  @handle 2.session  @upsert 2.upsert */
    replaceOne(filter?: any, replacement?: any, options?: any): Query<any, T, H> & H
    /** @query delete one  @table static|T  @where 0  @handle 1.session */
    deleteOne(filter?: any, options?: any, callback?: any): Query<any, T, H> & H
    /** @query delete many  @table static|T  @where 0  @handle 1.session  @wide */
    deleteMany(filter?: any, options?: any, callback?: any): Query<any, T, H> & H
    /** @query aggregate  @table static|T  @where 0  @bound 1.limit  @handle 1.session */
    countDocuments(filter?: any, options?: any): Query<number, T, H> & H
    /** @query aggregate  @table static|T */
    estimatedDocumentCount(options?: any): Query<number, T, H> & H
    /** @query aggregate  @table static|T  @where 0  @handle 1.session */
    aggregate<R = any>(pipeline?: any, options?: any, callback?: any): Aggregate<R[]>
  }
  /** @operators cast @shape /(?:^|\.)\w*Model$|(?:^|\.)(?:\$given|models?|db|database)\.[A-Z]\w*$/ */
  export interface Model<T = any, H = {}, M = {}, V = {}, Doc = HydratedDocument<T, M & V>, S = any> extends Distinctive<T, H, Doc> {
    new (values?: any, fields?: any, options?: any): Doc
    modelName: string
    baseModelName: string
    collection: Collection<T>
    schema: Schema
    db: Connection
    discriminators: any
    /** @query write many  @table static|T  @data 0  @handle 1.session */
    create(rows: readonly any[], options?: any): Promise<Doc[]>
    /** @query write one  @table static|T  @data 0  @many insertMany */
    create(...rows: any[]): Promise<Doc>
    /** @query write  @table static|T  @where 0  @data 1  @handle 2.session */
    update(filter?: any, update?: any, options?: any, callback?: any): Query<any, T, H> & H
    /** @query delete many  @table static|T  @where 0 */
    remove(filter?: any, callback?: any): Query<any, T, H> & H
    /** @query aggregate  @table static|T  @where 0 */
    count(filter?: any, callback?: any): Query<number, T, H> & H
    /** @query aggregate  @table static|T  @where 0 */
    exists(filter: any, options?: any): Query<{ _id: any }, T, H> & H
    /** @query aggregate  @table static|T  @where 1 */
    distinct<R = any>(field: string, filter?: any, options?: any): Query<R[], T, H> & H
    /** @query read many  @table static|T  @where 0+ */
    where<D = Doc>(...conditions: any[]): Query<D[], T, H> & H
    /** JavaScript that runs in the database. @query read many  @table static|T  @where 0 @script 0 */
    $where<D = Doc>(script: any): Query<D[], T, H> & H
    /** @query read many  @table 1 */
    populate(documents: any, paths: any, ...rest: any[]): Promise<any>
    hydrate(values: any, ...rest: any[]): Doc
    castObject(values: any, options?: any): T
    validate(values: any, ...rest: any[]): Promise<any>
    watch(pipeline?: any, options?: any): any
    discriminator<D = T>(name: any, schema: any, ...rest: any[]): Model<D>
    /** @connection session by=endSession */
    startSession(options?: any): Promise<ClientSession>
    useConnection(connection: Connection): this
    syncIndexes(options?: any): Promise<any>
    diffIndexes(options?: any): Promise<any>
    createIndexes(options?: any): Promise<any>
    ensureIndexes(options?: any): Promise<any>
    listIndexes(): Promise<any[]>
    createCollection(options?: any): Promise<any>
    init(): Promise<any>
    [member: string]: any
  }
  export const Model: Model<any>

  /** @handle */
  export interface ClientSession {
    /** @transaction 0 handle=this unpinned @timeout default */
    withTransaction<T>(run: (session: ClientSession) => Promise<T>, options?: any): Promise<T>
    /** @transaction begin handle=this unpinned @timeout default */
    startTransaction(options?: any): void
    /** @transaction commit */
    commitTransaction(options?: any): Promise<any>
    /** @transaction rollback */
    abortTransaction(options?: any): Promise<any>
    /** Ends what is not committed; what fails in it is dropped. @connection release  @transaction rollback  @settles */
    endSession(options?: any): Promise<void>
    inTransaction(): boolean
    id: any
  }

  /** @connection */
  export class Connection {
    models: Models
    db: Db
    name: string
    host: string
    readyState: number
    /** @entity name=0  @table 0 */
    model<T = any, U = Model<T>>(name: string, schema?: Schema<T, any>, collection?: string, options?: any): U
    modelNames(): string[]
    deleteModel(name: any): this
    /** @table 0 */
    collection<T = any>(name: string, options?: any): Collection<T>
    /** @connection session by=endSession */
    startSession(options?: any): Promise<ClientSession>
    /** @transaction 0 unpinned @timeout default */
    transaction<R>(run: (session: ClientSession) => Promise<R>, options?: any): Promise<R>
    /** @calls 0 once */
    withSession<R>(run: (session: ClientSession) => Promise<R>): Promise<R>
    useDb(name: string, options?: any): Connection
    getClient(): MongoClient
    createCollection<T = any>(name: string, options?: any): Promise<Collection<T>>
    dropCollection(name: string): Promise<void>
    dropDatabase(): Promise<void>
    listCollections(): Promise<any[]>
    syncIndexes(options?: any): Promise<any>
    plugin(plugin: any, options?: any): this
    watch(pipeline?: any[], options?: any): any
    openUri(uri: string, options?: any): Promise<this>
    asPromise(): Promise<this>
    close(force?: any): Promise<void>
    destroy(force?: any): Promise<void>
    get(key: string): any
    set(key: string, value: any): any
    /** @calls 1 deferred @drops 1 */
    on(event: string, listener: (...args: any[]) => void): this
    /** @calls 1 deferred @drops 1 */
    once(event: string, listener: (...args: any[]) => void): this
  }

  export class Schema<T = any, TModel = any, M = {}, H = {}, V = {}, S = {}, T7 = any, T8 = any, T9 = any> {
    constructor(definition?: any, options?: any)
    methods: { [name: string]: (this: HydratedDocument<T, M>, ...args: any[]) => any }
    statics: { [name: string]: (this: Model<T, H, M>, ...args: any[]) => any }
    query: any
    virtuals: any
    obj: any
    paths: any
    method(name: string, run: (this: HydratedDocument<T, M>, ...args: any[]) => any, options?: any): this
    method(members: any): this
    static(name: string, run: (this: Model<T, H, M>, ...args: any[]) => any): this
    static(members: any): this
    pre<C = HydratedDocument<T, M>>(hook: 'save' | 'validate', run: (this: C, next: any, ...args: any[]) => any): this
    pre<C = any>(hook: any, run: (this: C, next: any, ...args: any[]) => any): this
    pre<C = any>(hook: any, options: any, run: (this: C, next: any, ...args: any[]) => any): this
    post<C = HydratedDocument<T, M>>(hook: 'save' | 'validate', run: (this: C, row: HydratedDocument<T, M>, next: any) => any): this
    post<C = any>(hook: any, run: (this: C, ...args: any[]) => any): this
    post<C = any>(hook: any, options: any, run: (this: C, ...args: any[]) => any): this
    index(fields: any, options?: any): this
    indexes(): any[]
    plugin(plugin: any, options?: any): this
    virtual(name: string, options?: any): any
    add(...args: any[]): this
    remove(...args: any[]): this
    pick(paths: string[], options?: any): Schema
    omit(paths: string[], options?: any): Schema
    clone(): this
    get(key: string): any
    /** @transaction carried 0=transactionAsyncLocalStorage */
    set(key: string, value: any): this
    loadClass(type: any): this
    path(...args: any[]): any
    discriminator(name: any, schema: any, options?: any): this
    static ObjectId: any
  }
  export namespace Schema {
    export namespace Types {
      export const Array: any
      export type Array<T1 = any> = any
      export const BigInt: any
      export type BigInt = any
      export const Boolean: any
      export type Boolean = any
      export const Buffer: any
      export type Buffer = any
      export const Date: any
      export type Date = any
      export const Decimal128: any
      export type Decimal128 = any
      export const Double: any
      export type Double = any
      export const Map: any
      export type Map = any
      export const Mixed: any
      export type Mixed = any
      export const Number: any
      export type Number = any
      export const ObjectId: any
      export type ObjectId = any
      export const String: any
      export type String = any
      export const Subdocument: any
      export type Subdocument<T1 = any, T2 = any, T3 = any> = any
      export const UUID: any
      export type UUID = any
    }
  }
  export namespace Types {
    export class ObjectId {
      /** @coerces id */
      constructor(id?: any)
      /** @coerces string */
      toString(): string
      /** @coerces string */
      toHexString(): string
      equals(other: any): boolean
      getTimestamp(): Date
      static isValid(id: any): boolean
      /** @coerces id */
      static createFromHexString(hex: string): ObjectId
      static createFromTime(seconds: number): ObjectId
    }
    export class Decimal128 {
      constructor(text: any)
      toString(): string
      static fromString(text: string): Decimal128
    }
    export class UUID {
      /** @coerces id */
      constructor(id?: any)
      toString(): string
    }
    export class Subdocument<T = any, Helpers = any, DocType = any> extends Document<T, Helpers, DocType> {
      ownerDocument(): Document
      parent(): Document
    }
    export class ArraySubdocument<T = any, Helpers = any, DocType = any> extends Subdocument<T, Helpers, DocType> {
      parentArray(): any
    }
    export type Array<T = any> = T[]
    export type DocumentArray<T = any, D = any> = (T & ArraySubdocument)[]
    export type Map<T = any> = globalThis.Map<string, T>
    export type Buffer = any
  }

  /** @entity name=0  @table 0 */
  export function model<T = any, U = Model<T>>(name: string, schema?: Schema<T, any, any, any, any, any>, collection?: string, options?: any): U
  export function deleteModel(name: any): Mongoose
  export function modelNames(): string[]
  /** @tells connection */
  export function connect(uri: string, options?: any): Promise<Mongoose>
  export function createConnection(uri?: string, options?: any): Connection
  export function disconnect(): Promise<void>
  /** @connection session by=endSession */
  export function startSession(options?: any): Promise<ClientSession>
  export function isValidObjectId(value: any): boolean
  export function isObjectIdOrHexString(value: any): boolean
  /** @escapes operators @returns 0 */
  export function sanitizeFilter<T>(filter: T): T
  /** @propagates 0 */
  export function trusted<T>(value: T): T
  export function syncIndexes(options?: any): Promise<any>
  export function get(key: any): any
  /** @transaction carried 0=transactionAsyncLocalStorage */
  export function set(key: any, value?: any): any
  export function plugin(plugin: any, options?: any): any
  export const connection: Connection
  export const connections: Connection[]
  export const models: Models
  export const mongo: any
  export const version: string
  export const STATES: any
  export const Promise: any
  export class MongooseError extends globalThis.Error {}
  export class Error extends MongooseError {}
  export namespace Error {
    export class CastError extends MongooseError {
      path: string
      value: any
      kind: string
    }
    export class ValidationError extends MongooseError {
      errors: any
    }
    export class ValidatorError extends MongooseError {
      path: string
      kind: string
      value: any
    }
    export class DocumentNotFoundError extends MongooseError {}
    export class VersionError extends MongooseError {}
    export class ParallelSaveError extends MongooseError {}
    export class StrictModeError extends MongooseError {}
    export class MongooseServerSelectionError extends MongooseError {}
  }
  export default mongoose
}
