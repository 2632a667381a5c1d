/* The MongoDB driver: collections, cursors, sessions. */

declare module 'mongodb' {
  export type Document = any
  export type Filter<T = any> = any
  export type UpdateFilter<T = any> = any
  export type OptionalId<T = any> = any
  export type WithId<T> = T
  export type FindOptions<T = any> = any
  export type AnyBulkWriteOperation<T = any> = any
  export type MongoClientOptions = any
  export type IndexSpecification = any
  export type TransactionOptions = any

  export class ObjectId {
    /** @coerces id */
    constructor(id?: any)
    toString(): string
    toHexString(): string
    equals(other: any): boolean
    static isValid(id: any): boolean
    /** @coerces id */
    static createFromHexString(hex: string): ObjectId
  }

  /** @connection */
  export class MongoClient {
    constructor(url: string, options?: any)
    connect(): Promise<this>
    close(force?: boolean): Promise<void>
    db(name?: string, options?: any): Db
    startSession(options?: any): ClientSession
    withSession<T>(...args: any[]): Promise<T>
    static connect(url: string, options?: any): Promise<MongoClient>
    on(event: string, listener: (...args: any[]) => void): this
  }

  /** @shape /(?:^|\.)db(?:\(\))?\.collection\(/ */
  export class Db {
    databaseName: string
    /** @table 0 */
    collection<T = any>(name: string, options?: any): Collection<T>
    collections(options?: any): Promise<Collection[]>
    createCollection<T = any>(name: string, options?: any): Promise<Collection<T>>
    listCollections(...args: any[]): any
    /** @query raw */
    command(command: any, options?: any): Promise<any>
    aggregate<T = any>(pipeline?: any[], options?: any): AggregationCursor<T>
    createIndex(name: string, index: any, options?: any): Promise<string>
    dropDatabase(options?: any): Promise<boolean>
    admin(): any
  }

  /** @shape /\.collection\([^)]*\)$|(?:^|\.)\w*[cC]ollection$/ */
  export class Collection<T = any> {
    collectionName: string
    /** @query read many  @table this  @where 0  @bound 1.limit  @handle 1.session */
    find(filter?: any, options?: any): FindCursor<T>
    /** @query read one  @table this  @where 0  @handle 1.session */
    findOne(filter?: any, options?: any): Promise<T>
    /** @query write one  @table this  @where 0  @data 1  @atomic  @handle 2.session */
    findOneAndUpdate(filter: any, update: any, options?: any): Promise<any>
    /** @query write one  @table this  @where 0  @data 1  @atomic  @handle 2.session */
    findOneAndReplace(filter: any, replacement: any, options?: any): Promise<any>
    /** @query delete one  @table this  @where 0  @atomic  @handle 1.session */
    findOneAndDelete(filter: any, options?: any): Promise<any>
    /** @query write one  @table this  @data 0  @handle 1.session */
    insertOne(row: any, options?: any): Promise<any>
    /** @query write many  @table this  @data 0  @handle 1.session */
    insertMany(rows: any[], options?: any): Promise<any>
    /** @query write one  @table this  @where 0  @data 1  @handle 2.session */
    updateOne(filter: any, update: any, options?: any): Promise<any>
    /** @query write many  @table this  @where 0  @data 1  @handle 2.session */
    updateMany(filter: any, update: any, options?: any): Promise<any>
    /** @query write one  @table this  @where 0  @data 1  @handle 2.session */
    replaceOne(filter: any, replacement: any, options?: any): Promise<any>
    /** @query delete one  @table this  @where 0  @handle 1.session */
    deleteOne(filter?: any, options?: any): Promise<any>
    /** @query delete many  @table this  @where 0  @handle 1.session */
    deleteMany(filter?: any, options?: any): Promise<any>
    /** @query write many  @table this  @data 0  @handle 1.session */
    bulkWrite(operations: any[], options?: any): Promise<any>
    /** @query aggregate  @table this  @where 0 */
    countDocuments(filter?: any, options?: any): Promise<number>
    /** @query aggregate  @table this */
    estimatedDocumentCount(options?: any): Promise<number>
    /** @query aggregate  @table this  @where 1 */
    distinct(key: string, filter?: any, options?: any): Promise<any[]>
    /** @query aggregate  @table this */
    aggregate<R = any>(pipeline?: any[], options?: any): AggregationCursor<R>
    createIndex(index: any, options?: any): Promise<string>
    createIndexes(indexes: any[], options?: any): Promise<string[]>
    dropIndex(name: string, options?: any): Promise<any>
    drop(options?: any): Promise<boolean>
    watch(pipeline?: any[], options?: any): any
    initializeUnorderedBulkOp(options?: any): any
    initializeOrderedBulkOp(options?: any): any
  }

  /** @builder lazy */
  export class FindCursor<T = any> {
    /** @step limit 0 */
    limit(count: number): this
    /** @step offset 0 */
    skip(count: number): this
    /** @step order 0 */
    sort(by: any, direction?: any): this
    /** @step where 0 */
    filter(filter: any): this
    project<R = any>(fields: any): FindCursor<R>
    hint(index: any): this
    batchSize(count: number): this
    map<R>(run: (row: T) => R): FindCursor<R>
    /** @step execute */
    toArray(): Promise<T[]>
    /** @step stream, execute */
    next(): Promise<T>
    hasNext(): Promise<boolean>
    /** @step stream, execute */
    forEach(run: (row: T) => any): Promise<void>
    /** @step stream, execute */
    stream(options?: any): any
    /** @step aggregate, execute */
    count(options?: any): Promise<number>
    close(): Promise<void>
    [Symbol.asyncIterator](): AsyncIterator<T>
  }

  /** @builder lazy */
  export class AggregationCursor<T = any> {
    /** @step execute */
    toArray(): Promise<T[]>
    /** @step stream, execute */
    next(): Promise<T>
    /** @step stream, execute */
    forEach(run: (row: T) => any): Promise<void>
    /** @step limit 0 */
    limit(count: number): this
    match(filter: any): this
    close(): Promise<void>
    [Symbol.asyncIterator](): AsyncIterator<T>
  }

  /** @handle */
  export class ClientSession {
    /** @transaction 0 handle=this */
    withTransaction<T>(run: (session: ClientSession) => Promise<T>, options?: any): Promise<T>
    /** @transaction begin handle=this */
    startTransaction(options?: any): void
    /** @transaction commit */
    commitTransaction(): Promise<void>
    /** @transaction rollback */
    abortTransaction(): Promise<void>
    endSession(options?: any): Promise<void>
    inTransaction(): boolean
  }
}
