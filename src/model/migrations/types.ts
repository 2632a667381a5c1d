/**
 * The vocabulary of migrations: what each one does to the schema, in order, whatever it is written in.
 */
import type { WorkspaceFile } from '../../workspace/types.js'

/** Databases whose locks and rewrites are known well enough to say something, and those that are recognised. */
export type DatabaseDialect = 'postgres' | 'mysql' | 'mariadb' | 'sqlite' | 'mssql' | 'cockroach' | 'clickhouse'

/** Who runs the migrations; decides whether they run in a transaction and how one opts out. */
export type MigrationTool =
  | 'prisma' | 'drizzle' | 'flyway' | 'node-pg-migrate' | 'dbmate' | 'goose' | 'sql-migrate' | 'supabase' | 'postgrator'
  | 'golang-migrate' | 'postgres-migrations' | 'typeorm' | 'knex' | 'sequelize' | 'mikro-orm' | 'kysely' | 'db-migrate' | 'slonik' | 'unknown' // prettier-ignore

export interface Migration {
  readonly file: WorkspaceFile
  readonly tool: MigrationTool
  /** Directory of the series it belongs to, relative to the workspace root. */
  readonly series: string
  /** 0 for the newest of its series. */
  readonly age: number
  /** Days between it and the newest migration of the workspace, by the dates in their names; undefined without dates. */
  readonly days: number | undefined
  readonly database: DatabaseVersion
  /** How the tool runs it, unless it says otherwise itself. */
  readonly wrapping: Wrapping
  readonly statements: readonly Statement[]
}

export interface DatabaseVersion {
  /** Undefined where nothing in the workspace says which one. */
  readonly dialect: DatabaseDialect | undefined
  /** Nothing says which database it is, and the usual one is meant. */
  readonly isAssumed: boolean
  /** Undefined where nothing says so. */
  readonly version: Version | undefined
}

/** `8.0.29` as its three numbers. */
export type Version = readonly [major: number, minor: number, patch: number]

/**
 * `transaction`: the tool opens one around the migration; `script`: all statements are sent at once, and the server
 * treats more than one as a transaction; `none`: each statement is on its own; `unknown`: nobody can tell.
 */
export type Wrapping = 'transaction' | 'script' | 'none' | 'unknown'

/** One statement that the database is sent: of SQL, or made by one call of a schema builder. */
export interface Statement {
  readonly file: WorkspaceFile
  /** Offsets of the statement, or of the call that makes it. */
  readonly start: number
  readonly end: number
  /** SQL as it is written; for a builder the call. */
  readonly text: string
  readonly language: 'sql' | 'code'
  /** The offsets say exactly where the SQL stands in the file, so that it can be edited. */
  readonly isVerbatim: boolean
  /** The transaction it runs in; undefined: in one of its own. */
  readonly transaction: TransactionRun | undefined
  /** It runs again and again over parts of the data. */
  readonly isRepeated: boolean
  /** The database it is for, where a condition around it says another one than the migration's. */
  readonly dialect: DatabaseDialect | undefined
  readonly operations: readonly SchemaOperation[]
  /** Options of the builder's call in which more can be said, for edits: the last argument that is an object. */
  readonly call: BuilderCall | undefined
}

/** A call of a schema builder that makes one statement. */
export interface BuilderCall {
  readonly member: string
  /** Where a further property of the options goes, and what has to stand around it. */
  readonly option: { readonly at: number; readonly before: string; readonly after: string } | undefined
}

/** One run of a transaction. */
export interface TransactionRun {
  readonly id: number
  /** A person wrote BEGIN, or the tool opened it. */
  readonly opened: 'written' | 'tool' | 'script'
}

/** A column's type. */
/** The name of a type that is put in at run time. */
export const UNKNOWN_TYPE = '?'

export interface ColumnType {
  /** Lower case, in the spelling of PostgreSQL or MySQL: `varchar`, `int4`, `timestamptz`. */
  readonly name: string
  readonly modifiers: readonly number[]
  /** As written, where that can be told. */
  readonly text: string
}

/** What rows that exist already get in a new column. */
export interface ColumnDefault {
  /** `stable`: one value for the whole statement (`now()`); `volatile`: another one for each row. */
  readonly kind: 'constant' | 'stable' | 'volatile' | 'unknown'
  readonly text: string
}

export interface NewColumn {
  readonly name: string
  readonly type: ColumnType | undefined
  readonly isNotNull: boolean
  readonly default: ColumnDefault | undefined
  /** Its values are counted up or computed from other columns and stored. */
  readonly generated: 'identity' | 'stored' | 'virtual' | undefined
  readonly isUnique: boolean
  readonly isPrimary: boolean
  readonly references: string | undefined
  readonly hasCheck: boolean
}

/** How MySQL is told to do it. */
export interface Online {
  readonly algorithm?: string
  readonly lock?: string
}

/** One change. Names of tables and columns are as they are written, without schema and quotes. */
export type SchemaOperation =
  | { readonly kind: 'create-table'; readonly table: string; readonly columns: readonly NewColumn[] }
  | { readonly kind: 'drop-table'; readonly table: string }
  | { readonly kind: 'rename-table'; readonly table: string; readonly to: string }
  | { readonly kind: 'add-column'; readonly table: string; readonly column: NewColumn; readonly position?: 'first' | 'after'; readonly online?: Online }
  | { readonly kind: 'drop-column'; readonly table: string; readonly column: string; readonly online?: Online }
  | { readonly kind: 'rename-column'; readonly table: string; readonly column: string; readonly to: string }
  | {
      readonly kind: 'alter-type'
      readonly table: string
      readonly column: string
      readonly type: ColumnType
      /** The values are converted by an expression that is more than a cast. */
      readonly isConverted: boolean
      /** MySQL says the whole column again: what is said of NULL. */
      readonly isNotNull?: boolean
      readonly online?: Online
    }
  | { readonly kind: 'set-not-null'; readonly table: string; readonly column: string }
  | { readonly kind: 'drop-not-null'; readonly table: string; readonly column: string }
  | { readonly kind: 'set-default'; readonly table: string; readonly column: string }
  | {
      readonly kind: 'create-index'
      readonly name: string | undefined
      readonly table: string
      readonly columns: readonly string[]
      readonly isUnique: boolean
      readonly isConcurrent: boolean
      /** Of MySQL. */
      readonly special?: 'fulltext' | 'spatial'
      readonly online?: Online
    }
  | { readonly kind: 'drop-index'; readonly name: string; readonly table: string | undefined; readonly isConcurrent: boolean }
  | { readonly kind: 'reindex'; readonly target: string; readonly isTable: boolean; readonly isConcurrent: boolean }
  | { readonly kind: 'add-foreign-key'; readonly name: string | undefined; readonly table: string; readonly columns: readonly string[]; readonly target: string; readonly isNotValid: boolean; readonly online?: Online }
  | {
      readonly kind: 'add-check'
      readonly name: string | undefined
      readonly table: string
      /** The column, where the check says `column IS NOT NULL` and nothing else. */
      readonly notNullColumn: string | undefined
      readonly isNotValid: boolean
      readonly online?: Online
    }
  | { readonly kind: 'add-unique'; readonly name: string | undefined; readonly table: string; readonly columns: readonly string[]; readonly usingIndex: string | undefined; readonly isPrimary: boolean; readonly online?: Online }
  | { readonly kind: 'add-exclusion'; readonly name: string | undefined; readonly table: string }
  | { readonly kind: 'validate-constraint'; readonly table: string; readonly name: string }
  | { readonly kind: 'drop-constraint'; readonly table: string; readonly name: string; readonly isPrimary?: boolean }
  | { readonly kind: 'add-enum-value'; readonly type: string; readonly value: string }
  | { readonly kind: 'create-type'; readonly type: string }
  /** A statement that copies the table: VACUUM FULL, CLUSTER, SET LOGGED, another engine or character set. */
  | { readonly kind: 'rewrite-table'; readonly table: string; readonly what: string; readonly online?: Online }
  | { readonly kind: 'refresh-view'; readonly view: string; readonly isConcurrent: boolean }
  | { readonly kind: 'lock-table'; readonly table: string; readonly mode: string }
  | {
      readonly kind: 'update' | 'delete'
      readonly table: string
      readonly columns: readonly string[]
      /** none: all rows; presence: rows in which a column is, or is not, NULL; join: rows that have a counterpart; some: other conditions. */
      readonly filter: 'none' | 'presence' | 'join' | 'some'
      /** The columns of such conditions. */
      readonly filterColumns: readonly string[]
      /** LIMIT, a range or a list of keys keeps it small. */
      readonly isBounded: boolean
    }
  | { readonly kind: 'copy-rows'; readonly table: string; readonly from: string | undefined; readonly isBounded: boolean }
  | { readonly kind: 'truncate'; readonly table: string }
  | { readonly kind: 'setting'; readonly name: string; readonly value: string }
  | { readonly kind: 'control'; readonly what: 'begin' | 'commit' | 'rollback' }
  | { readonly kind: 'other'; readonly table: string | undefined }

export type OperationOf<Kind extends SchemaOperation['kind']> = Extract<SchemaOperation, { readonly kind: Kind }>
