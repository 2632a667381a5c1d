/**
 * What is wrong with a statement of a migration, before it is put into words.
 */
import type { Confidence, Severity } from '../../src/findings/finding.js'
import type { SchemaHistory } from '../../src/model/migrations/history.js'
import type { Migration, SchemaOperation, Statement } from '../../src/model/migrations/types.js'
import type { SchemaUse } from '../../src/model/types.js'

/** A lock that a statement takes, and keeps until its transaction ends. */
export interface Lock {
  readonly table: string
  /** As PostgreSQL calls it. */
  readonly mode: 'ACCESS EXCLUSIVE' | 'SHARE ROW EXCLUSIVE' | 'SHARE'
  readonly statement: Statement
}

/** What the judges know when they come to a statement. */
export interface Situation {
  readonly migration: Migration
  readonly statement: Statement
  readonly history: SchemaHistory
  /** Settings made earlier in the same migration, by name. */
  readonly settings: ReadonlyMap<string, string>
  /** Locks on tables with rows that earlier statements of the same transaction hold. */
  readonly held: readonly Lock[]
  /** The table is made by this migration, so it has no rows. */
  isNew(table: string): boolean
  /** The column is added by an earlier statement of this migration, so all rows have the same in it. */
  isNewColumn(table: string, column: string): boolean
  /** The index is made by this migration. */
  isNewIndex(name: string): boolean
}

export type HazardKind =
  | 'index' | 'concurrent-in-transaction' | 'drop-index' | 'reindex' | 'not-null-column' | 'rewriting-column' | 'unique-column' | 'not-null' | 'type' | 'foreign-key' | 'check' | 'unique' | 'validate'
  | 'rewrite' | 'update' | 'delete' | 'copy-rows' | 'under-lock' | 'enum' | 'still-read' | 'mysql-copy' | 'no-lock-timeout' // prettier-ignore

export interface Hazard {
  readonly kind: HazardKind
  readonly operation: SchemaOperation
  readonly table: string | undefined
  readonly severity: Severity
  readonly confidence: Confidence
  readonly message: string
  readonly why: string
  readonly recipe: readonly string[]
  /** What the recipe does, in one sentence. */
  readonly title: string
  /** Statements that matter beside the one that is reported. */
  readonly related?: readonly { readonly statement: Statement; readonly label: string }[]
  readonly uses?: readonly SchemaUse[]
  /** How many rows there are decides: silent for small tables. */
  readonly isAboutVolume: boolean
}
