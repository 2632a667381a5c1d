/* slonik: statements are tagged templates that bind; methods say how many rows come back. Also its fork @silverhand/slonik. */

declare module 'slonik' {
  import EventEmitter = require('events')
  import { Readable } from 'stream'

  export type PrimitiveValueExpression = Buffer | bigint | boolean | number | string | readonly PrimitiveValueExpression[]
  export type SerializableValue = any
  export type TypeNameIdentifier = string
  export type IdentifierNormalizer = (identifierName: string) => string
  export type MaybePromise<T> = Promise<T> | T
  export interface SqlToken {
    readonly type: string
  }
  export type ValueExpression = PrimitiveValueExpression | SqlToken
  export interface FragmentSqlToken extends SqlToken {
    readonly sql: string
    readonly values: readonly PrimitiveValueExpression[]
  }
  export interface QuerySqlToken<Row = any> extends FragmentSqlToken {
    readonly parser: { parse(value: unknown): Row }
  }
  export interface IdentifierSqlToken extends SqlToken {
    readonly names: readonly string[]
  }
  export interface ListSqlToken extends SqlToken {
    readonly glue: FragmentSqlToken
    readonly members: readonly ValueExpression[]
  }
  export interface ArraySqlToken extends SqlToken {
    readonly values: readonly PrimitiveValueExpression[]
  }
  export interface BinarySqlToken extends SqlToken {
    readonly data: Buffer
  }
  export interface JsonSqlToken extends SqlToken {
    readonly value: any
  }
  export interface JsonBinarySqlToken extends SqlToken {
    readonly value: any
  }
  export interface UnnestSqlToken extends SqlToken {
    readonly tuples: ReadonlyArray<readonly ValueExpression[]>
  }
  export interface UuidSqlToken extends SqlToken {
    readonly uuid: string
  }

  interface Template<Row> {
    /** @fragment template */
    <R = Row>(template: TemplateStringsArray, ...values: ValueExpression[]): QuerySqlToken<R>
  }
  type RowOf<Parser> = Parser extends { _output: infer Row } ? Row : any
  export interface SqlTag<Aliases = any> {
    /** @fragment template */
    <Row = any>(template: TemplateStringsArray, ...values: ValueExpression[]): QuerySqlToken<Row>
    /** @propagates 0 */
    array(values: readonly PrimitiveValueExpression[], memberType: FragmentSqlToken | TypeNameIdentifier): ArraySqlToken
    /** @propagates 0 */
    binary(data: Buffer): BinarySqlToken
    date(date: Date): SqlToken
    /** @fragment template */
    fragment(template: TemplateStringsArray, ...values: ValueExpression[]): FragmentSqlToken
    /** Quoted. @escapes sql @propagates 0 */
    identifier(names: readonly string[]): IdentifierSqlToken
    interval(interval: any): SqlToken
    /** @propagates 0 */
    join(members: readonly ValueExpression[], glue: FragmentSqlToken): ListSqlToken
    /** @propagates 0 */
    json(value: SerializableValue): JsonSqlToken
    /** @propagates 0 */
    jsonb(value: SerializableValue): JsonBinarySqlToken
    /** @escapes sql @propagates 0 */
    literalValue(value: string): FragmentSqlToken
    timestamp(date: Date): SqlToken
    type<Parser>(parser: Parser): Template<RowOf<Parser>>
    typeAlias<Alias extends keyof Aliases>(typeAlias: Alias): Template<RowOf<Aliases[Alias]>>
    /** @propagates 0 */
    unnest(tuples: ReadonlyArray<readonly any[]>, columnTypes: readonly any[]): UnnestSqlToken
    /** Without a row type; it binds like the others. @fragment template */
    unsafe<Row = any>(template: TemplateStringsArray, ...values: ValueExpression[]): QuerySqlToken<Row>
    /** @propagates 0 */
    uuid(uuid: string): UuidSqlToken
  }
  export const sql: SqlTag
  export function createSqlTag<Aliases = any>(configuration?: { typeAliases?: Aliases }): SqlTag<Aliases>
  export function isSqlToken(subject: any): boolean

  export interface Field {
    readonly name: string
    readonly dataTypeId: number
  }
  export interface QueryResultRow {
    [column: string]: any
  }
  export type QueryResultRowColumn = any
  export interface QueryResult<Row = any> {
    readonly command: string
    readonly fields: readonly Field[]
    readonly notices: readonly any[]
    readonly rowCount: number
    readonly rows: readonly Row[]
  }
  export interface Query {
    readonly sql: string
    readonly values: readonly PrimitiveValueExpression[]
  }

  export interface CommonQueryMethods {
    /** @query raw @sql 0 @placeholder $ */
    any<Row = any>(sql: QuerySqlToken<Row>, values?: PrimitiveValueExpression[]): Promise<readonly Row[]>
    /** @query raw @sql 0 @placeholder $ */
    anyFirst<Value = any>(sql: QuerySqlToken, values?: PrimitiveValueExpression[]): Promise<readonly Value[]>
    /** @query raw one @sql 0 @placeholder $ */
    exists(sql: QuerySqlToken, values?: PrimitiveValueExpression[]): Promise<boolean>
    /** @query raw @sql 0 @placeholder $ */
    many<Row = any>(sql: QuerySqlToken<Row>, values?: PrimitiveValueExpression[]): Promise<readonly Row[]>
    /** @query raw @sql 0 @placeholder $ */
    manyFirst<Value = any>(sql: QuerySqlToken, values?: PrimitiveValueExpression[]): Promise<readonly Value[]>
    /** @query raw one @sql 0 @placeholder $ */
    maybeOne<Row = any>(sql: QuerySqlToken<Row>, values?: PrimitiveValueExpression[]): Promise<Row>
    /** @query raw one @sql 0 @placeholder $ */
    maybeOneFirst<Value = any>(sql: QuerySqlToken, values?: PrimitiveValueExpression[]): Promise<Value>
    /** @query raw one @sql 0 @placeholder $ */
    one<Row = any>(sql: QuerySqlToken<Row>, values?: PrimitiveValueExpression[]): Promise<Row>
    /** @query raw one @sql 0 @placeholder $ */
    oneFirst<Value = any>(sql: QuerySqlToken, values?: PrimitiveValueExpression[]): Promise<Value>
    /** @query raw @sql 0 @placeholder $ */
    query<Row = any>(sql: QuerySqlToken<Row>, values?: PrimitiveValueExpression[]): Promise<QueryResult<Row>>
    /** @query raw many @sql 0 @placeholder $ @stream */
    stream<Row = any>(sql: QuerySqlToken<Row>, streamHandler: (stream: Readable) => void): Promise<any>
    /** @transaction 0 @timeout default */
    transaction<T>(handler: (connection: DatabaseTransactionConnection) => Promise<T>, transactionRetryLimit?: number): Promise<T>
  }
  export interface DatabasePoolConnection extends CommonQueryMethods {}
  /** @handle */
  export interface DatabaseTransactionConnection extends CommonQueryMethods {}
  /** @connection */
  export interface DatabasePool extends CommonQueryMethods, DatabasePoolEventEmitter {
    readonly configuration: ClientConfiguration
    /** @calls 0 once */
    connect<T>(connectionRoutine: ConnectionRoutine<T>): Promise<T>
    end(): Promise<void>
    state(): any
  }
  export interface DatabasePoolEventEmitter extends EventEmitter {}
  export type DatabaseConnection = DatabasePool | DatabasePoolConnection
  export type ConnectionRoutine<T> = (connection: DatabasePoolConnection) => Promise<T>
  export interface ClientConfiguration {
    readonly [option: string]: any
  }
  export type ClientConfigurationInput = Partial<ClientConfiguration>
  export interface Interceptor {
    readonly [hook: string]: any
  }
  export type QueryContext = any
  export type PoolContext = any
  export type Connection = 'EXPLICIT' | 'IMPLICIT_QUERY' | 'IMPLICIT_TRANSACTION'
  export interface ConnectionOptions {
    host?: string
    port?: number
    username?: string
    password?: string
    databaseName?: string
    [option: string]: any
  }
  export type DriverTypeParser<T1 = any> = any
  export function createPool(connectionUri: string, configuration?: ClientConfigurationInput): Promise<DatabasePool>
  export function createTypeParserPreset(): readonly DriverTypeParser[]
  export function createBigintTypeParser(): DriverTypeParser
  export function createDateTypeParser(): DriverTypeParser
  export function createIntervalTypeParser(): DriverTypeParser
  export function createNumericTypeParser(): DriverTypeParser
  export function createTimestampTypeParser(): DriverTypeParser
  export function createTimestampWithTimeZoneTypeParser(): DriverTypeParser
  export function parseDsn(dsn: string): ConnectionOptions
  export function stringifyDsn(connectionOptions: ConnectionOptions): string

  export class SlonikError extends Error {}
  export class ConnectionError extends SlonikError {}
  export class InvalidConfigurationError extends SlonikError {}
  export class InvalidInputError extends SlonikError {}
  export class InputSyntaxError extends SlonikError {}
  export class NotFoundError extends SlonikError {}
  export class DataIntegrityError extends SlonikError {}
  export class SchemaValidationError extends SlonikError {}
  export class UnexpectedStateError extends SlonikError {}
  export class UnexpectedForeignConnectionError extends SlonikError {}
  export class BackendTerminatedError extends SlonikError {}
  export class BackendTerminatedUnexpectedlyError extends SlonikError {}
  export class StatementCancelledError extends SlonikError {}
  export class StatementTimeoutError extends SlonikError {}
  export class IdleTransactionTimeoutError extends SlonikError {}
  export class TupleMovedToAnotherPartitionError extends SlonikError {}
  export class IntegrityConstraintViolationError extends SlonikError {
    constraint: string
    table: string
    column: string
  }
  export class CheckIntegrityConstraintViolationError extends IntegrityConstraintViolationError {}
  export class CheckExclusionConstraintViolationError extends IntegrityConstraintViolationError {}
  export class ForeignKeyIntegrityConstraintViolationError extends IntegrityConstraintViolationError {}
  export class NotNullIntegrityConstraintViolationError extends IntegrityConstraintViolationError {}
  export class UniqueIntegrityConstraintViolationError extends IntegrityConstraintViolationError {}
}

declare module '@silverhand/slonik' {
  import { DatabasePool, FragmentSqlToken, QueryResult, QuerySqlToken, SqlTag } from 'slonik'
  export {
    ArraySqlToken,
    BackendTerminatedError,
    BinarySqlToken,
    CheckIntegrityConstraintViolationError,
    ClientConfiguration,
    ClientConfigurationInput,
    CommonQueryMethods,
    Connection,
    ConnectionError,
    ConnectionOptions,
    ConnectionRoutine,
    DataIntegrityError,
    DatabaseConnection,
    DatabasePool,
    DatabasePoolConnection,
    DatabaseTransactionConnection,
    Field,
    ForeignKeyIntegrityConstraintViolationError,
    IdentifierNormalizer,
    IdentifierSqlToken,
    IntegrityConstraintViolationError,
    Interceptor,
    InvalidConfigurationError,
    InvalidInputError,
    JsonBinarySqlToken,
    JsonSqlToken,
    ListSqlToken,
    MaybePromise,
    NotFoundError,
    NotNullIntegrityConstraintViolationError,
    PoolContext,
    PrimitiveValueExpression,
    Query,
    QueryContext,
    QueryResult,
    QueryResultRow,
    QueryResultRowColumn,
    SerializableValue,
    SlonikError,
    SqlToken,
    StatementCancelledError,
    StatementTimeoutError,
    TupleMovedToAnotherPartitionError,
    TypeNameIdentifier,
    UnexpectedStateError,
    UniqueIntegrityConstraintViolationError,
    UnnestSqlToken,
    ValueExpression,
    createPool,
    createTypeParserPreset,
    isSqlToken,
    parseDsn,
    stringifyDsn,
  } from 'slonik'
  export type SqlSqlToken = FragmentSqlToken
  export type TaggedTemplateLiteralInvocation<Row = any> = QuerySqlToken<Row>
  export type TransactionFunction<T> = (connection: import('slonik').DatabaseTransactionConnection) => Promise<T>
  export interface SqlTaggedTemplate<Row = any> extends SqlTag {
    /** Binds nothing. @fragment 0 @propagates 0 */
    raw(rawSql: string): SqlSqlToken
  }
  export const sql: SqlTaggedTemplate
  export function createSqlTag<Row = any>(): SqlTaggedTemplate<Row>
  export function createMockPool(overrides: { query: (...args: any[]) => Promise<QueryResult> }): DatabasePool
  export function createMockQueryResult(rows: readonly any[]): QueryResult
}
