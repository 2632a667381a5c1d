/* The MongoDB driver: collections, lazy cursors, batches, sessions. */

declare module 'mongodb' {
  import EventEmitter = require('events')
  import { Readable, Writable } from 'stream'

  export type Document = any
  /** @criteria */
  export type Filter<T = any> = any
  export type UpdateFilter<T = any> = any
  export type MatchKeysAndValues<T = any> = any
  export type RootFilterOperators<T = any> = any
  export type OptionalId<T = any> = T
  export type OptionalUnlessRequiredId<T = any> = T
  export type WithId<T> = T & { _id: any }
  export type WithoutId<T> = T
  export type Sort = any
  /** @criteria */
  export type FindOptions<T = any> = any
  export type FindOneAndUpdateOptions = any
  export type UpdateOptions = any
  export type DeleteOptions = any
  export type InsertOneOptions = any
  export type BulkWriteOptions = any
  export type AggregateOptions = any
  export type CountDocumentsOptions = any
  export type IndexSpecification = any
  export type IndexDescription = any
  export type CreateIndexesOptions = any
  export type AnyBulkWriteOperation<T = any> = any
  export type MongoClientOptions = any
  export type TransactionOptions = any
  export type ClientSessionOptions = any
  export type ChangeStreamDocument<T = any> = any
  export type ModifyResult<T = any> = any
  export interface InsertOneResult<T = any> {
    acknowledged: boolean
    insertedId: any
  }
  export interface InsertManyResult<T = any> {
    acknowledged: boolean
    insertedCount: number
    insertedIds: any
  }
  export interface UpdateResult<T = any> {
    acknowledged: boolean
    matchedCount: number
    modifiedCount: number
    upsertedCount: number
    upsertedId: any
  }
  export interface DeleteResult {
    acknowledged: boolean
    deletedCount: number
  }
  export class BulkWriteResult {
    insertedCount: number
    matchedCount: number
    modifiedCount: number
    deletedCount: number
    upsertedCount: number
    insertedIds: any
    upsertedIds: any
  }

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
  export const Binary: any
  export type Binary = any
  export const Decimal128: any
  export type Decimal128 = any
  export const Long: any
  export type Long = any
  export const Timestamp: any
  export type Timestamp = any
  export const UUID: any
  export type UUID = any
  export const ReadPreference: any
  export const ReadConcern: any
  export const WriteConcern: any
  export const ServerApiVersion: any

  /** @connection */
  export class MongoClient extends EventEmitter {
    constructor(url: string, options?: any)
    options: any
    connect(): Promise<this>
    close(force?: boolean): Promise<void>
    db(name?: string, options?: any): Db
    /** @connection session by=endSession */
    startSession(options?: any): ClientSession
    /** @calls 0 once */
    withSession<T>(run: (session: ClientSession) => Promise<T>): Promise<T>
    /** @calls 1 once */
    withSession<T>(options: any, run: (session: ClientSession) => Promise<T>): Promise<T>
    /** Over several collections. @query write many  @data 0  @handle 1.session */
    bulkWrite(operations: readonly any[], options?: any): Promise<any>
    watch(pipeline?: any[], options?: any): ChangeStream
    static connect(url: string, options?: any): Promise<MongoClient>
  }

  /** @shape /(?:^|\.)db(?:\(\))?\.collection\(/ */
  export class Db {
    constructor(client: MongoClient, name: string, options?: any)
    client: MongoClient
    databaseName: string
    /** @table 0 */
    collection<T = any>(name: string, options?: any): Collection<T>
    collections(options?: any): Promise<Collection[]>
    /** @query ddl  @table 0 */
    createCollection<T = any>(name: string, options?: any): Promise<Collection<T>>
    /** @query ddl  @table 0 */
    dropCollection(name: string, options?: any): Promise<boolean>
    /** @query ddl  @table 0 */
    renameCollection<T = any>(from: string, to: string, options?: any): Promise<Collection<T>>
    /** @query ddl  @table 0 */
    createIndex(name: string, index: any, options?: any): Promise<string>
    /** @query ddl */
    dropDatabase(options?: any): Promise<boolean>
    /** @query raw */
    command(command: any, options?: any): Promise<any>
    /** @query raw  @stream */
    runCursorCommand(command: any, options?: any): any
    aggregate<T = any>(pipeline?: any[], options?: any): AggregationCursor<T>
    listCollections(filter?: any, options?: any): any
    indexInformation(name: string, options?: any): Promise<any>
    stats(options?: any): Promise<any>
    watch(pipeline?: any[], options?: any): ChangeStream
    admin(): Admin
  }

  export class Admin {
    command(command: any, options?: any): Promise<any>
    ping(options?: any): Promise<any>
    serverStatus(options?: any): Promise<any>
    listDatabases(options?: any): Promise<any>
  }

  /** @operators @shape /\.collection\([^)]*\)$|(?:^|\.)\w*[cC]ollection$/ */
  export class Collection<T = any> {
    dbName: string
    collectionName: string
    namespace: string
    /** @query read many  @table this|T  @where 0  @bound 1.limit  @handle 1.session */
    find<R = WithId<T>>(filter?: any, options?: any): FindCursor<R>
    /** @query read one  @table this|T  @where 0  @handle 1.session */
    findOne<R = WithId<T>>(filter?: any, options?: any): Promise<R>
    /** @query write one  @table this|T  @where 0  @data 1  @atomic  @handle 2.session  @upsert 2.upsert */
    findOneAndUpdate(filter: any, update: any, options?: any): Promise<any>
    /** @query write one  @table this|T  @where 0  @data 1  @atomic  @handle 2.session  @upsert 2.upsert */
    findOneAndReplace(filter: any, replacement: any, options?: any): Promise<any>
    /** @query delete one  @table this|T  @where 0  @atomic  @handle 1.session */
    findOneAndDelete(filter: any, options?: any): Promise<any>
    /** @query write one  @table this|T  @data 0  @handle 1.session */
    insertOne(row: any, options?: any): Promise<InsertOneResult<T>>
    /** @query write many  @table this|T  @data 0  @handle 1.session */
    insertMany(rows: readonly any[], options?: any): Promise<InsertManyResult<T>>
    /** @query write one  @table this|T  @where 0  @data 1  @handle 2.session  @relative $inc - $gte updateOne modifiedCount  @upsert 2.upsert */
    updateOne(filter: any, update: any, options?: any): Promise<UpdateResult<T>>
    /** @query write many  @table this|T  @where 0  @data 1  @handle 2.session  @wide  @upsert 2.upsert */
    updateMany(filter: any, update: any, options?: any): Promise<UpdateResult<T>>
    /** @query write one  @table this|T  @where 0  @data 1  @handle 2.session  @upsert 2.upsert */
    replaceOne(filter: any, replacement: any, options?: any): Promise<UpdateResult<T>>
    /** @query delete one  @table this|T  @where 0  @handle 1.session */
    deleteOne(filter?: any, options?: any): Promise<DeleteResult>
    /** @query delete many  @table this|T  @where 0  @handle 1.session  @wide */
    deleteMany(filter?: any, options?: any): Promise<DeleteResult>
    /** Of drivers before 5, and of stores in memory with the same members. @query write one  @table this|T  @where 0  @data 1  @handle 2.session  @upsert 2.upsert  @widened 2.multi */
    update(filter: any, update: any, options?: any): Promise<any>
    /** @query write many  @table this|T  @data 0  @handle 1.session */
    insert(rows: any, options?: any): Promise<any>
    /** @query delete many  @table this|T  @where 0  @handle 1.session  @wide */
    remove(filter?: any, options?: any): Promise<any>
    /** @query write many  @table this|T  @data 0  @handle 1.session */
    bulkWrite(operations: readonly any[], options?: any): Promise<BulkWriteResult>
    /** @query aggregate  @table this|T  @where 0  @handle 1.session */
    countDocuments(filter?: any, options?: any): Promise<number>
    /** @query aggregate  @table this|T  @where 0  @handle 1.session */
    count(filter?: any, options?: any): Promise<number>
    /** @query aggregate  @table this|T */
    estimatedDocumentCount(options?: any): Promise<number>
    /** @query aggregate  @table this|T  @where 1  @handle 2.session */
    distinct<R = any>(key: string, filter?: any, options?: any): Promise<R[]>
    /** @query aggregate  @table this|T  @where 0  @handle 1.session */
    aggregate<R = any>(pipeline?: any[], options?: any): AggregationCursor<R>
    /** @query write many  @table this|T  @handle 0.session */
    initializeUnorderedBulkOp(options?: any): UnorderedBulkOperation
    /** @query write many  @table this|T  @handle 0.session */
    initializeOrderedBulkOp(options?: any): OrderedBulkOperation
    /** @query ddl  @table this|T */
    createIndex(index: any, options?: any): Promise<string>
    /** @query ddl  @table this|T */
    createIndexes(indexes: readonly any[], options?: any): Promise<string[]>
    /** @query ddl  @table this|T */
    dropIndex(name: string, options?: any): Promise<any>
    /** @query ddl  @table this|T */
    dropIndexes(options?: any): Promise<any>
    /** @query ddl  @table this|T */
    rename(name: string, options?: any): Promise<any>
    /** @query ddl  @table this|T */
    drop(options?: any): Promise<boolean>
    indexes(options?: any): Promise<any>
    indexExists(names: any, options?: any): Promise<boolean>
    listIndexes(options?: any): any
    listSearchIndexes(...args: any[]): any
    createSearchIndex(index: any): Promise<string>
    watch(pipeline?: any[], options?: any): ChangeStream<T>
  }

  /** What both kinds of cursor have. */
  export abstract class AbstractCursor<T = any, T2 = any> extends EventEmitter {
    closed: boolean
    killed: boolean
    /** @step execute */
    toArray(): Promise<T[]>
    /** @step stream, execute */
    next(): Promise<T>
    /** @step stream, execute */
    tryNext(): Promise<T>
    /** @step stream, execute */
    hasNext(): Promise<boolean>
    /** @step stream, execute  @iterates this 0 */
    forEach(run: (row: T) => any): Promise<void>
    /** @step stream, execute */
    stream(options?: any): Readable
    /** @step stream, execute */
    [Symbol.asyncIterator](): AsyncIterator<T>
    close(options?: any): Promise<void>
    rewind(): void
    addCursorFlag(flag: any, value: boolean): this
    batchSize(count: number): this
    maxTimeMS(milliseconds: number): this
    withReadPreference(preference: any): this
    withReadConcern(concern: any): this
  }

  /** @builder lazy */
  export class FindCursor<T = any> extends AbstractCursor<T> {
    /** @step where 0 */
    filter(filter: any): this
    /** @step limit 0 */
    limit(count: number): this
    /** @step offset 0 */
    skip(count: number): this
    /** @step order 0 */
    sort(by: any, direction?: any): this
    project<R = any>(fields: any): FindCursor<R>
    map<R>(run: (row: T) => R): FindCursor<R>
    /** @step aggregate, execute */
    count(options?: any): Promise<number>
    explain(verbosity?: any): Promise<any>
    hint(index: any): this
    min(bound: any): this
    max(bound: any): this
    collation(options: any): this
    comment(text: string): this
    allowDiskUse(allow?: boolean): this
    maxAwaitTimeMS(milliseconds: number): this
    clone(): FindCursor<T>
  }

  /** @builder lazy */
  export class AggregationCursor<T = any> extends AbstractCursor<T> {
    /** @step where 0 */
    match(filter: any): this
    /** @step limit 0 */
    limit(count: number): this
    /** @step offset 0 */
    skip(count: number): this
    /** @step order 0 */
    sort(by: any): this
    group<R = any>(stage: any): AggregationCursor<R>
    project<R = any>(fields: any): AggregationCursor<R>
    map<R>(run: (row: T) => R): AggregationCursor<R>
    addStage<R = T>(stage: any): AggregationCursor<R>
    lookup(stage: any): this
    unwind(path: any): this
    redact(stage: any): this
    out(stage: any): this
    explain(verbosity?: any): Promise<any>
    clone(): AggregationCursor<T>
  }

  /** Writes that are collected and sent together by `execute`. @operators */
  export abstract class BulkOperationBase {
    length: number
    /** @step data 0 */
    insert(row: any): this
    /** @step where 0 */
    find(filter: any): FindOperators
    /** @step data 0 */
    raw(operation: any): this
    /** @step execute, handle 0.session */
    execute(options?: any): Promise<BulkWriteResult>
  }
  /** @builder lazy */
  export class OrderedBulkOperation extends BulkOperationBase {}
  /** @builder lazy */
  export class UnorderedBulkOperation extends BulkOperationBase {}
  export class FindOperators {
    /** @step data 0 */
    update(update: any): BulkOperationBase
    /** @step data 0 */
    updateOne(update: any): BulkOperationBase
    /** @step data 0 */
    replaceOne(replacement: any): BulkOperationBase
    deleteOne(): BulkOperationBase
    delete(): BulkOperationBase
    /** @step upsert */
    upsert(): this
    arrayFilters(filters: any[]): this
    collation(options: any): this
    hint(index: any): this
  }

  export class ChangeStream<T = any, T2 = any> extends EventEmitter {
    resumeToken: any
    next(): Promise<any>
    tryNext(): Promise<any>
    hasNext(): Promise<boolean>
    close(): Promise<void>
    [Symbol.asyncIterator](): AsyncIterator<any>
  }

  export class GridFSBucket extends EventEmitter {
    constructor(db: Db, options?: any)
    /** @effect storage write */
    openUploadStream(name: string, options?: any): Writable & { id: any }
    /** @effect storage write */
    openUploadStreamWithId(id: any, name: string, options?: any): Writable & { id: any }
    /** @effect storage read */
    openDownloadStream(id: any, options?: any): Readable
    /** @effect storage read */
    openDownloadStreamByName(name: string, options?: any): Readable
    /** @effect storage delete */
    delete(id: any, options?: any): Promise<void>
    /** @effect storage write */
    rename(id: any, name: string, options?: any): Promise<void>
    find(filter?: any, options?: any): FindCursor
    drop(options?: any): Promise<void>
  }

  /** @handle */
  export class ClientSession extends EventEmitter {
    id: any
    hasEnded: boolean
    transaction: any
    /** @transaction 0 handle=this unpinned @timeout default */
    withTransaction<T>(run: (session: ClientSession) => Promise<T>, options?: any): Promise<T>
    /** @transaction begin handle=this unpinned @timeout default */
    startTransaction(options?: any): void
    /** @transaction commit */
    commitTransaction(options?: any): Promise<void>
    /** @transaction rollback */
    abortTransaction(options?: any): Promise<void>
    /** Ends what is not committed; what fails in it is dropped. @connection release  @transaction rollback  @settles */
    endSession(options?: any): Promise<void>
    inTransaction(): boolean
  }

  export class MongoError extends Error {
    code?: any
    errorLabels: string[]
    hasErrorLabel(label: string): boolean
  }
  export class MongoServerError extends MongoError {}
  export class MongoBulkWriteError extends MongoServerError {
    result: BulkWriteResult
    writeErrors: any
  }
  export class MongoNetworkError extends MongoError {}
  export class MongoServerSelectionError extends MongoError {}
}
