/**
 * What SQL statements do, in the terms of operations.
 */

/** Databases whose SQL differs enough to matter here. */
export type Dialect = 'postgres' | 'mysql' | 'sqlite' | 'mssql'

export type SqlAccess = 'read' | 'write' | 'delete' | 'aggregate' | 'ddl' | 'unknown'

/** One statement. */
export interface SqlStatement {
  readonly access: SqlAccess
  /** The table it is about: lower case, without schema; undefined when there is none or its name is put in at run time. */
  readonly table: string | undefined
  /** `one` when it returns or inserts a single row by construction. */
  readonly arity: 'one' | 'many' | 'unknown'
  /** The number of rows it returns is limited by the text, or by a clause that is put in at run time. */
  readonly isBounded: boolean
  /** It has a condition that can be false, or a clause put in at run time that may hold one. */
  readonly isFiltered: boolean
  readonly isUpsert: boolean
  /** Rows or tables stay locked until the end of the transaction. */
  readonly locks: boolean
  /** BEGIN, COMMIT, ROLLBACK. */
  readonly control: 'begin' | 'commit' | 'rollback' | undefined
  /**
   * Columns of the table, lower case, that must equal a value for a row to be touched: those compared by `=` in the
   * top-level AND of WHERE.
   */
  readonly uniqueFilterColumns: readonly string[]
}

/**
 * A text: the statement that matters most in it, and all of them in order. `control` is what the whole text leaves
 * behind: a transaction that it begins and ends itself is none.
 */
export interface SqlSummary extends SqlStatement {
  readonly statements: readonly SqlStatement[]
}

/** A statement of which only this much is known. */
export function statement(known: Partial<SqlStatement>): SqlStatement {
  return {
    access: 'unknown',
    table: undefined,
    arity: 'unknown',
    isBounded: true,
    isFiltered: false,
    isUpsert: false,
    locks: false,
    control: undefined,
    uniqueFilterColumns: [],
    ...known,
  }
}

/** The summary of a text from its statements. */
export function summaryOf(statements: readonly SqlStatement[]): SqlSummary {
  const main =
    statements.find((one) => one.access === 'write' || one.access === 'delete') ??
    statements.find((one) => one.table !== undefined) ??
    statements.find((one) => one.access !== 'unknown') ??
    statements[0] ??
    statement({})
  return { ...main, control: leftOpen(statements), statements }
}

function leftOpen(statements: readonly SqlStatement[]): SqlStatement['control'] {
  let open: SqlStatement['control']
  for (const { control } of statements) {
    if (control === undefined) continue
    open = control !== 'begin' && open === 'begin' ? undefined : control
  }
  return open
}
