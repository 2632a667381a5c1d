/* Firestore: documents in collections; a query that is built reads when it is asked to. */

declare module '@google-cloud/firestore' {
  export type DocumentData = { [field: string]: any }
  export type WithFieldValue<T> = any
  export type UpdateData<T> = any
  export type QueryDocumentSnapshot<T = any, D = any> = DocumentSnapshot<T, D>

  /** @connection */
  export class Firestore {
    constructor(settings?: any)
    settings(settings: any): void
    /** @table 0 */
    collection(path: string): CollectionReference
    doc(path: string): DocumentReference
    /** @table 0 */
    collectionGroup(id: string): Query
    /** @query read many  @bound 0 */
    getAll(...references: any[]): Promise<DocumentSnapshot[]>
    /** @transaction 0 */
    runTransaction<T>(run: (transaction: Transaction) => Promise<T>, options?: any): Promise<T>
    batch(): WriteBatch
    bulkWriter(options?: any): BulkWriter
    /** @query delete many */
    recursiveDelete(reference: any, writer?: any): Promise<void>
    terminate(): Promise<void>
  }

  /** @handle */
  export class Transaction {
    /** @query read one  @table 0  @where 0  @lock */
    get(reference: DocumentReference): Promise<DocumentSnapshot>
    /** @query read many  @table 0  @where 0  @bound 0  @lock */
    get(query: Query): Promise<QuerySnapshot>
    /** @query read many  @bound 0  @lock */
    getAll(...references: any[]): Promise<DocumentSnapshot[]>
    /** @query write one  @table 0  @where 0  @data 1 */
    create(reference: any, data: any): Transaction
    /** @query write one  @table 0  @where 0  @data 1  @upsert */
    set(reference: any, data: any, options?: any): Transaction
    /** @query write one  @table 0  @where 0  @data 1 */
    update(reference: any, data: any, ...rest: any[]): Transaction
    /** @query delete one  @table 0  @where 0 */
    delete(reference: any, precondition?: any): Transaction
  }

  /* What a batch is told is sent when it is committed. */
  export class WriteBatch {
    create(reference: any, data: any): WriteBatch
    set(reference: any, data: any, options?: any): WriteBatch
    update(reference: any, data: any, ...rest: any[]): WriteBatch
    delete(reference: any, precondition?: any): WriteBatch
    /** @query write many  @atomic */
    commit(): Promise<any[]>
  }
  export class BulkWriter {
    create(reference: any, data: any): Promise<any>
    set(reference: any, data: any, options?: any): Promise<any>
    update(reference: any, data: any, ...rest: any[]): Promise<any>
    delete(reference: any, precondition?: any): Promise<any>
    /** @query write many */
    flush(): Promise<void>
    /** @query write many */
    close(): Promise<void>
  }

  export class DocumentReference<T = any, D = any> {
    readonly id: string
    readonly path: string
    readonly parent: CollectionReference
    /** @table 0 */
    collection(path: string): CollectionReference
    /** @query read one  @table this  @where this */
    get(): Promise<DocumentSnapshot<T>>
    /** @query write one  @table this  @where this  @data 0 */
    create(data: any): Promise<any>
    /** @query write one  @table this  @where this  @data 0  @upsert */
    set(data: any, options?: any): Promise<any>
    /** @query write one  @table this  @where this  @data 0 */
    update(data: any, ...rest: any[]): Promise<any>
    /** @query delete one  @table this  @where this */
    delete(precondition?: any): Promise<any>
    /** @calls 0 deferred */
    onSnapshot(listener: (snapshot: DocumentSnapshot) => void, onError?: (error: Error) => void): () => void
    withConverter(converter: any): DocumentReference
  }
  export class DocumentSnapshot<T = any, D = any> {
    readonly exists: boolean
    readonly id: string
    readonly ref: DocumentReference<T>
    /** @returns this */
    data(): any
    get(field: any): any
  }

  /** @builder lazy */
  export class Query<T = any, D = any> {
    /** @query read many  @table this  @where 0+  @step where 0+ */
    where(field: any, operator?: any, value?: any): Query<T>
    /** @query read many  @table this  @step order 0 */
    orderBy(field: any, direction?: any): Query<T>
    /** @query read many  @table this  @bound 0  @step limit 0 */
    limit(limit: number): Query<T>
    /** @query read many  @table this  @bound 0  @step limit 0 */
    limitToLast(limit: number): Query<T>
    /** @query read many  @table this  @step offset 0 */
    offset(offset: number): Query<T>
    /** @query read many  @table this  @step read */
    select(...fields: any[]): Query<T>
    /** @query read many  @table this  @step read */
    startAt(...values: any[]): Query<T>
    /** @query read many  @table this  @step read */
    startAfter(...values: any[]): Query<T>
    /** @query read many  @table this  @step read */
    endBefore(...values: any[]): Query<T>
    /** @query read many  @table this  @step read */
    endAt(...values: any[]): Query<T>
    /** @query read many  @table this  @step execute */
    get(): Promise<QuerySnapshot<T>>
    /** @query read many  @table this  @stream  @step execute, stream */
    stream(): any
    /** @query aggregate  @table this  @step aggregate, execute */
    count(): AggregateQuery
    /** @query aggregate  @table this  @step aggregate, execute */
    aggregate(spec: any): AggregateQuery
    /** @calls 0 deferred */
    onSnapshot(listener: (snapshot: QuerySnapshot) => void, onError?: (error: Error) => void): () => void
    withConverter(converter: any): any
  }
  export class AggregateQuery<S = any, T = any, D = any> {
    get(): Promise<any>
  }
  export class QuerySnapshot<T = any, D = any> {
    readonly docs: DocumentSnapshot<T>[]
    readonly size: number
    readonly empty: boolean
    /** @iterates this 0 */
    forEach(run: (document: DocumentSnapshot<T>) => void, self?: any): void
  }
  export class CollectionReference<T = any, D = any> extends Query<T> {
    readonly id: string
    readonly path: string
    /** @table this */
    doc(path?: string): DocumentReference<T>
    /** @query write one  @table this  @data 0 */
    add(data: any): Promise<DocumentReference<T>>
    /** @query read many  @table this */
    listDocuments(): Promise<DocumentReference[]>
  }
  export class FieldValue {
    static increment(n: number): FieldValue
    static serverTimestamp(): FieldValue
    static delete(): FieldValue
    static arrayUnion(...elements: any[]): FieldValue
    static arrayRemove(...elements: any[]): FieldValue
  }
}
