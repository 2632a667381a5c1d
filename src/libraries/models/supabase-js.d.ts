/* supabase-js: PostgREST builders, storage, and calls over HTTP. */

declare module '@supabase/supabase-js' {
  export interface SupabaseClientOptions<SchemaName = any> {
    [option: string]: any
  }
  export interface PostgrestSingleResponse<T> {
    data: T
    error: PostgrestError
    count: number
    status: number
  }
  export type PostgrestResponse<T> = PostgrestSingleResponse<T[]>
  export type PostgrestMaybeSingleResponse<T> = PostgrestSingleResponse<T>
  export class PostgrestError extends Error {
    code: string
    details: string
    hint: string
  }
  export type QueryData<T> = any
  export type QueryResult<T> = any

  /** @builder lazy @settles result */
  export interface PostgrestBuilder<Result = any, T2 = any, T3 = any> extends PromiseLike<PostgrestSingleResponse<Result>> {
    /** @rejects */
    throwOnError(): this
    setHeader(name: string, value: string): this
    overrideTypes<T = any>(): PostgrestBuilder<T>
    returns<T = any>(): PostgrestBuilder<T>
  }
  /** @builder lazy */
  export interface PostgrestTransformBuilder<Row = any, Result = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> extends PostgrestBuilder<Result> {
    /** @step returning */
    select(columns?: string): PostgrestFilterBuilder<Row, Row[]>
    /** @step order 0 */
    order(column: string, options?: any): this
    /** @step limit 0 */
    limit(count: number, options?: any): this
    /** @step limit 1, offset 0 */
    range(from: number, to: number, options?: any): this
    /** @step one */
    single<T = Row>(): PostgrestBuilder<T>
    /** @step one */
    maybeSingle<T = Row>(): PostgrestBuilder<T>
    abortSignal(signal: AbortSignal): this
    csv(): PostgrestBuilder<string>
    explain(options?: any): PostgrestBuilder<any>
    rollback(): this
  }
  /** @builder lazy */
  export interface PostgrestFilterBuilder<Row = any, Result = any, T3 = any, T4 = any, T5 = any, T6 = any, T7 = any, T8 = any> extends PostgrestTransformBuilder<Row, Result> {
    /** @step where 0+ */
    eq(column: string, value: any): this
    /** @step where 0+ */
    neq(column: string, value: any): this
    /** @step where 0+ */
    gt(column: string, value: any): this
    /** @step where 0+ */
    gte(column: string, value: any): this
    /** @step where 0+ */
    lt(column: string, value: any): this
    /** @step where 0+ */
    lte(column: string, value: any): this
    /** @step where 0+ */
    like(column: string, value: any): this
    /** @step where 0+ */
    ilike(column: string, value: any): this
    /** @step where 0+ */
    likeAllOf(column: string, value: any): this
    /** @step where 0+ */
    likeAnyOf(column: string, value: any): this
    /** @step where 0+ */
    ilikeAllOf(column: string, value: any): this
    /** @step where 0+ */
    ilikeAnyOf(column: string, value: any): this
    /** @step where 0+ */
    is(column: string, value: any): this
    /** @step where 0+ */
    in(column: string, value: any): this
    /** @step where 0+ */
    contains(column: string, value: any): this
    /** @step where 0+ */
    containedBy(column: string, value: any): this
    /** @step where 0+ */
    rangeGt(column: string, value: any): this
    /** @step where 0+ */
    rangeGte(column: string, value: any): this
    /** @step where 0+ */
    rangeLt(column: string, value: any): this
    /** @step where 0+ */
    rangeLte(column: string, value: any): this
    /** @step where 0+ */
    rangeAdjacent(column: string, value: any): this
    /** @step where 0+ */
    overlaps(column: string, value: any): this
    /** @step where 0+ */
    textSearch(column: string, query: string, options?: any): this
    /** @step where 0 */
    match(query: { [column: string]: any }): this
    /** @step where 0+ */
    not(column: string, operator: string, value: any): this
    /** @step where 0 */
    or(filters: string, options?: any): this
    /** @step where 0+ */
    filter(column: string, operator: string, value: any): this
  }
  /** @builder lazy */
  export interface PostgrestQueryBuilder<Row = any, T2 = any, T3 = any, T4 = any, T5 = any> {
    /** @query read many */
    select(columns?: string, options?: { head?: boolean; count?: 'exact' | 'planned' | 'estimated' }): PostgrestFilterBuilder<Row, Row[]>
    /** @query write @data 0 */
    insert(values: any, options?: any): PostgrestFilterBuilder<Row, null>
    /** @query write @data 0 @upsert @atomic */
    upsert(values: any, options?: any): PostgrestFilterBuilder<Row, null>
    /** @query write many @data 0  @wide */
    update(values: any, options?: any): PostgrestFilterBuilder<Row, null>
    /** @query delete many  @wide */
    delete(options?: any): PostgrestFilterBuilder<Row, null>
  }

  /** @connection */
  export class SupabaseClient<Database = any, SchemaName = any, T3 = any, T4 = any, T5 = any> {
    constructor(supabaseUrl: string, supabaseKey: string, options?: SupabaseClientOptions)
    auth: SupabaseAuthClient
    storage: StorageClient
    realtime: any
    readonly functions: FunctionsClient
    /** @table 0 */
    from<Table extends string>(relation: Table): PostgrestQueryBuilder<any>
    schema(schema: string): any
    /** A database function. @query unknown */
    rpc(fn: string, args?: any, options?: any): PostgrestFilterBuilder<any, any>
    channel(name: string, options?: any): RealtimeChannel
    getChannels(): RealtimeChannel[]
    removeChannel(channel: RealtimeChannel): Promise<any>
    removeAllChannels(): Promise<any>
  }
  interface SupabaseAuthClient {
    /** @effect http @settles result */
    getUser(jwt?: string): Promise<any>
    /** @effect http @settles result */
    getSession(): Promise<any>
    /** The service counts what is tried and refuses after some. @effect http @guard limit @settles result */
    signUp(credentials: any): Promise<any>
    /** @effect http @guard limit @settles result */
    signInWithPassword(credentials: any): Promise<any>
    /** @effect http @guard limit @settles result */
    signInWithOtp(credentials: any): Promise<any>
    /** @effect http @guard limit @settles result */
    verifyOtp(params: any): Promise<any>
    /** @effect http @guard limit @settles result */
    resend(credentials: any): Promise<any>
    /** @effect http @guard limit @settles result */
    resetPasswordForEmail(email: string, options?: any): Promise<any>
    /** @effect http @settles result */
    signOut(options?: any): Promise<any>
    /** @effect http @settles result */
    updateUser(attributes: any, options?: any): Promise<any>
    admin: GoTrueAdminApi
    [member: string]: any
  }
  interface GoTrueAdminApi {
    /** @effect http @settles result */
    createUser(attributes: any): Promise<any>
    /** @effect http @settles result */
    deleteUser(id: string, shouldSoftDelete?: boolean): Promise<any>
    /** @effect http @settles result */
    getUserById(uid: string): Promise<any>
    /** @effect http @settles result */
    listUsers(params?: any): Promise<any>
    /** @effect http @settles result */
    updateUserById(uid: string, attributes: any): Promise<any>
    /** @effect http @settles result */
    inviteUserByEmail(email: string, options?: any): Promise<any>
    [member: string]: any
  }
  interface FunctionsClient {
    /** @effect http @settles result */
    invoke<T = any>(functionName: string, options?: any): Promise<any>
  }
  interface StorageClient {
    from(id: string): StorageFileApi
    /** @rejects */
    throwOnError(): this
    [member: string]: any
  }
  interface StorageFileApi {
    /** @rejects */
    throwOnError(): this
    /** @effect storage @settles result */
    upload(path: string, fileBody: any, fileOptions?: any): Promise<any>
    /** @effect storage @settles result */
    update(path: string, fileBody: any, fileOptions?: any): Promise<any>
    /** @effect storage @settles result */
    move(fromPath: string, toPath: string, options?: any): Promise<any>
    /** @effect storage @settles result */
    copy(fromPath: string, toPath: string, options?: any): Promise<any>
    /** @effect storage @settles result */
    remove(paths: string[]): Promise<any>
    /** @effect storage @settles result */
    download(path: string, options?: any, parameters?: any): Promise<any>
    /** @effect storage @settles result */
    list(path?: string, options?: any, parameters?: any): Promise<any>
    /** @effect storage @settles result */
    createSignedUrl(path: string, expiresIn: number, options?: any): Promise<any>
    /** @effect storage @settles result */
    createSignedUrls(paths: string[], expiresIn: number, options?: any): Promise<any>
    /** @effect storage @settles result */
    createSignedUploadUrl(path: string, options?: any): Promise<any>
    getPublicUrl(path: string, options?: any): any
  }
  export interface RealtimeChannel {
    /** @calls last deferred @drops last */
    on(type: string, filter: any, callback: (payload: any) => void): RealtimeChannel
    /** @calls 0 deferred @drops 0 */
    subscribe(callback?: (status: any, error?: Error) => void, timeout?: number): RealtimeChannel
    /** @effect publish */
    send(payload: any, options?: any): Promise<any>
    unsubscribe(timeout?: number): Promise<any>
  }
  export interface User {
    id: string
    email?: string
    [field: string]: any
  }
  export interface Session {
    access_token: string
    user: User
    [field: string]: any
  }
  export function createClient<Database = any, SchemaName = any>(
    supabaseUrl: string,
    supabaseKey: string,
    options?: SupabaseClientOptions<SchemaName>,
  ): SupabaseClient<Database, SchemaName>
}
