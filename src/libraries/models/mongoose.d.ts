/* Mongoose: models, documents, lazy queries, aggregations, sessions. */

declare module 'mongoose' {
  export type FilterQuery<T = any> = any
  export type UpdateQuery<T = any> = any
  export type QueryOptions<T = any> = any
  export type ProjectionType<T = any> = any
  export type PipelineStage = any
  export type SaveOptions = any
  export type ClientSessionOptions = any
  export type SchemaDefinition<T = any> = any
  export type HydratedDocument<T, M = any> = Document & T & M
  export type InferSchemaType<T> = any
  export type PopulateOptions = any
  export type ConnectOptions = any
  export type Mongoose = any
  export type RootFilterQuery<T = any> = any
  export type AnyKeys<T = any> = any

  /**
   * A query runs when it is awaited, `then`-ed or `exec`-uted.
   * @builder lazy
   */
  export class Query<Result = any, Doc = any> {
    /** @step execute */
    exec(operation?: any): Promise<Result>
    /** @step execute */
    then<A = any, B = never>(onfulfilled?: (value: Result) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    /** @step execute */
    catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<Result | B>
    /** @step execute */
    finally(onfinally?: () => void): Promise<Result>
    /** @step stream, execute */
    cursor(options?: any): any
    /** @step where 0+ */
    where(...conditions: any[]): this
    equals(value: any): this
    /** @step where 0 */
    find(filter?: any, ...rest: any[]): this
    /** @step where 0, one */
    findOne(filter?: any, ...rest: any[]): this
    /** @step where 0+ */
    in(...values: any[]): this
    /** @step where 0+ */
    nin(...values: any[]): this
    /** @step where 0+ */
    or(conditions: any[]): this
    /** @step where 0+ */
    and(conditions: any[]): this
    gt(...values: any[]): this
    gte(...values: any[]): this
    lt(...values: any[]): this
    lte(...values: any[]): this
    ne(...values: any[]): this
    regex(...values: any[]): this
    elemMatch(...values: any[]): this
    /** @step limit 0 */
    limit(count: any): this
    /** @step offset 0 */
    skip(count: any): this
    /** @step order 0 */
    sort(by?: any): this
    select(fields?: any): this
    projection(fields?: any): this
    /** @step include 0 */
    populate(...paths: any[]): this
    lean<T = any>(enabled?: any): this
    /** @step handle 0 */
    session(session: any): this
    distinct(...args: any[]): this
    /** @step aggregate */
    countDocuments(filter?: any): this
    setOptions(options: any): this
    read(...args: any[]): this
    hint(index: any): this
    maxTimeMS(milliseconds: number): this
    collation(options: any): this
    comment(text: string): this
    allowDiskUse(enabled?: boolean): this
    batchSize(count: number): this
    orFail(error?: any): this
    set(...args: any[]): this
    clone(): this
    getFilter(): any
    getQuery(): any
    getUpdate(): any
    setUpdate(update: any): void
    transform<T>(run: (value: Result) => T): Query<T, Doc>
    [Symbol.asyncIterator](): AsyncIterator<any>
  }

  /** @builder lazy */
  export class Aggregate<Result = any> {
    /** @step execute */
    exec(): Promise<Result>
    /** @step execute */
    then<A = any, B = never>(onfulfilled?: (value: Result) => A | PromiseLike<A>, onrejected?: (reason: any) => B | PromiseLike<B>): Promise<A | B>
    /** @step execute */
    catch<B = never>(onrejected?: (reason: any) => B | PromiseLike<B>): Promise<Result | B>
    /** @step stream, execute */
    cursor(options?: any): any
    /** @step where 0 */
    match(filter: any): this
    group(stage: any): this
    /** @step limit 0 */
    limit(count: number): this
    /** @step offset 0 */
    skip(count: number): this
    sort(by: any): this
    project(fields: any): this
    lookup(stage: any): this
    unwind(...paths: any[]): this
    addFields(fields: any): this
    facet(stage: any): this
    append(...stages: any[]): this
    /** @step handle 0 */
    session(session: any): this
    option(options: any): this
    allowDiskUse(enabled: boolean): this
    read(...args: any[]): this
    [Symbol.asyncIterator](): AsyncIterator<any>
  }

  export class Document<T = any, TQueryHelpers = any, DocType = any> {
    _id: any
    id?: any
    isNew: boolean
    errors?: any
    /** @query write one  @table static  @handle 0.session */
    save(options?: any, callback?: any): Promise<this>
    /** @query write one  @table static  @data 0  @handle 1.session */
    updateOne(update?: any, options?: any, callback?: any): Query<any>
    /** @query delete one  @table static  @handle 0.session */
    deleteOne(options?: any): Query<any>
    /** @query write one  @table static */
    replaceOne(replacement?: any, options?: any): Query<any>
    /** @query read one  @table static */
    populate(...paths: any[]): Promise<this>
    /** @propagates this */
    toObject(options?: any): any
    /** @propagates this */
    toJSON(options?: any): any
    set(...args: any[]): this
    get(path: string, ...rest: any[]): any
    isModified(path?: any): boolean
    isDirectModified(path?: any): boolean
    markModified(path: string): void
    modifiedPaths(): string[]
    validate(...args: any[]): Promise<void>
    $session(session?: any): any
    $set(...args: any[]): this
    equals(other: any): boolean
    depopulate(path?: string): this
    increment(): this
    overwrite(values: any): this
    init(...args: any[]): this
  }

  /**
   * @shape /(?:^|\.)[A-Z]\w*(?:Model|Schema)?$|Model$/
   */
  export interface Model<T = any, QueryHelpers = any, Methods = any, Virtuals = any> {
    new (values?: any, ...rest: any[]): Document & T & Methods
    modelName: string
    collection: any
    schema: Schema
    db: Connection
    /** @query read many  @table T|static  @where 0  @bound 2.limit */
    find(filter?: any, projection?: any, options?: any, callback?: any): Query<(Document & T & Methods)[], T>
    /** @query read one  @table T|static  @where 0  @handle 2.session */
    findOne(filter?: any, projection?: any, options?: any, callback?: any): Query<Document & T & Methods, T>
    /** @query read one  @table T|static  @where 0  @handle 2.session */
    findById(id: any, projection?: any, options?: any, callback?: any): Query<Document & T & Methods, T>
    /** @query write one  @table T|static  @where 0  @data 1  @atomic  @handle 2.session */
    findOneAndUpdate(filter?: any, update?: any, options?: any, callback?: any): Query<Document & T & Methods, T>
    /** @query write one  @table T|static  @where 0  @data 1  @atomic  @handle 2.session */
    findByIdAndUpdate(id: any, update?: any, options?: any, callback?: any): Query<Document & T & Methods, T>
    /** @query write one  @table T|static  @where 0  @data 1  @atomic  @handle 2.session */
    findOneAndReplace(filter?: any, replacement?: any, options?: any): Query<Document & T & Methods, T>
    /** @query delete one  @table T|static  @where 0  @atomic  @handle 1.session */
    findOneAndDelete(filter?: any, options?: any): Query<Document & T & Methods, T>
    /** @query delete one  @table T|static  @where 0  @atomic  @handle 1.session */
    findByIdAndDelete(id: any, options?: any): Query<Document & T & Methods, T>
    /** @query write  @table T|static  @data 0  @handle 1.session */
    create(rows: any[], options?: any): Promise<(Document & T & Methods)[]>
    /** @query write one  @table T|static  @data 0 */
    create(...rows: any[]): Promise<Document & T & Methods>
    /** @query write many  @table T|static  @data 0  @handle 1.session */
    insertMany(rows: any, options?: any, callback?: any): Promise<any[]>
    /** @query write one  @table T|static  @data 0 */
    insertOne(row: any, options?: any): Promise<any>
    /** @query write many  @table T|static  @data 0  @handle 1.session */
    bulkWrite(operations: any[], options?: any): Promise<any>
    /** @query write many  @table T|static  @data 0  @handle 1.session */
    bulkSave(documents: any[], options?: any): Promise<any>
    /** @query write one  @table T|static  @where 0  @data 1  @handle 2.session */
    updateOne(filter?: any, update?: any, options?: any, callback?: any): Query<any, T>
    /** @query write many  @table T|static  @where 0  @data 1  @handle 2.session */
    updateMany(filter?: any, update?: any, options?: any, callback?: any): Query<any, T>
    /** @query write one  @table T|static  @where 0  @data 1  @handle 2.session */
    replaceOne(filter?: any, replacement?: any, options?: any): Query<any, T>
    /** @query delete one  @table T|static  @where 0  @handle 1.session */
    deleteOne(filter?: any, options?: any): Query<any, T>
    /** @query delete many  @table T|static  @where 0  @handle 1.session */
    deleteMany(filter?: any, options?: any): Query<any, T>
    /** @query aggregate  @table T|static  @where 0 */
    countDocuments(filter?: any, options?: any): Query<number, T>
    /** @query aggregate  @table T|static */
    estimatedDocumentCount(options?: any): Query<number, T>
    /** @query aggregate  @table T|static  @where 0 */
    exists(filter: any, options?: any): Query<any, T>
    /** @query aggregate  @table T|static  @where 1 */
    distinct(field: string, filter?: any, options?: any): Query<any[], T>
    /** @query aggregate  @table T|static  @handle 1.session */
    aggregate<R = any>(pipeline?: any, options?: any, callback?: any): Aggregate<R[]>
    /** @query read many  @table T|static  @where 0 */
    where(...conditions: any[]): Query<any, T>
    /** @query read many  @table T|static */
    populate(documents: any, paths: any, ...rest: any[]): Promise<any>
    hydrate(values: any): any
    watch(pipeline?: any, options?: any): any
    discriminator<D = any>(name: any, schema: any, ...rest: any[]): Model<any>
    startSession(options?: any): Promise<ClientSession>
    syncIndexes(options?: any): Promise<any>
    createIndexes(options?: any): Promise<any>
    ensureIndexes(options?: any): Promise<any>
    createCollection(options?: any): Promise<any>
    init(): Promise<any>
    [member: string]: any
  }

  /** @handle */
  export interface ClientSession {
    /** @transaction 0 handle=this */
    withTransaction<T>(run: (session: ClientSession) => Promise<T>, options?: any): Promise<T>
    /** @transaction begin handle=this */
    startTransaction(options?: any): void
    /** @transaction commit */
    commitTransaction(): Promise<any>
    /** @transaction rollback */
    abortTransaction(): Promise<any>
    endSession(options?: any): Promise<void>
    inTransaction(): boolean
  }

  export class Connection {
    /** @table 0 */
    model<T = any>(name: string, schema?: any, collection?: string): Model<T>
    models: any
    db: any
    readyState: number
    collection(name: string): any
    startSession(options?: any): Promise<ClientSession>
    /** @transaction 0 */
    transaction<T>(run: (session: ClientSession) => Promise<T>, options?: any): Promise<T>
    close(force?: any): Promise<void>
    asPromise(): Promise<this>
    dropDatabase(): Promise<void>
    on(event: string, listener: (...args: any[]) => void): this
    once(event: string, listener: (...args: any[]) => void): this
  }

  export class Schema<T = any, M = any, Methods = any> {
    constructor(definition?: any, options?: any)
    methods: any
    statics: any
    virtuals: any
    index(fields: any, options?: any): this
    pre(hook: any, ...args: any[]): this
    post(hook: any, ...args: any[]): this
    plugin(plugin: any, options?: any): this
    virtual(name: string, options?: any): any
    method(...args: any[]): this
    static(...args: any[]): this
    add(...args: any[]): this
    set(...args: any[]): this
    loadClass(type: any): this
    path(...args: any[]): any
  }
  export namespace Schema {
    export namespace Types {
      export const ObjectId: any
      export const String: any
      export const Mixed: any
      export const Number: any
    }
  }
  export namespace Types {
    export class ObjectId {
      /** @coerces id */
      constructor(id?: any)
      toString(): string
      [member: string]: any
    }
    export const Decimal128: any
    export const Map: any
    export type Array<T = any> = T[]
    export type DocumentArray<T = any> = T[]
  }

  /** @entity name=0  @table 0 */
  export function model<T = any>(name: string, schema?: any, collection?: string, options?: any): Model<T>
  export function connect(uri: string, options?: any): Promise<any>
  export function createConnection(uri?: string, options?: any): Connection
  export function disconnect(): Promise<void>
  export function startSession(options?: any): Promise<ClientSession>
  export function isValidObjectId(value: any): boolean
  export function set(key: string, value: any): any
  export function plugin(plugin: any, options?: any): any
  export const connection: Connection
  export const connections: Connection[]
  export const models: any
  export const Error: any
  export const Promise: any

  const mongoose: {
    /** @entity name=0  @table 0 */
    model<T = any>(name: string, schema?: any, collection?: string, options?: any): Model<T>
    connect(uri: string, options?: any): Promise<any>
    createConnection(uri?: string, options?: any): Connection
    disconnect(): Promise<void>
    startSession(options?: any): Promise<ClientSession>
    isValidObjectId(value: any): boolean
    set(key: string, value: any): any
    plugin(plugin: any, options?: any): any
    connection: Connection
    models: any
    Schema: typeof Schema
    Types: typeof Types
    Error: any
    Document: typeof Document
    Query: typeof Query
  }
  export default mongoose
}

declare module '@nestjs/mongoose' {
  import { Schema as MongooseSchema } from 'mongoose'
  /** @entity name=0.collection */
  export function Schema(options?: any): ClassDecorator
  /** @column options=0 */
  export function Prop(options?: any): PropertyDecorator
  export function Virtual(options?: any): PropertyDecorator
  export function InjectModel(name: any, connection?: string): any
  export function InjectConnection(name?: string): any
  export function getModelToken(name: string, connection?: string): string
  export class SchemaFactory {
    static createForClass<T = any>(type: any): MongooseSchema<T>
  }
  export class MongooseModule {
    static forRoot(uri: any, options?: any): any
    static forRootAsync(options: any): any
    static forFeature(models?: any[], connection?: string): any
    static forFeatureAsync(factories?: any[], connection?: string): any
  }
}
