/**
 * Statements that write many rows at once.
 */
import { sameName } from '../../src/model/migrations/history.js'
import type { OperationOf } from '../../src/model/migrations/types.js'
import type { Hazard, Lock, Situation } from './hazard.js'
import { batches, listed, quoted } from './recipes.js'

type Said = Omit<Hazard, 'operation' | 'table' | 'severity' | 'confidence' | 'isAboutVolume'> & Partial<Pick<Hazard, 'severity' | 'confidence'>>

/** A backfill that runs as one statement, or while earlier statements of its transaction hold others up. */
export function judgeRows(operation: OperationOf<'update' | 'delete' | 'copy-rows'>, situation: Situation): Said | undefined {
  if (situation.statement.isRepeated || operation.isBounded) return undefined
  const held = worst(situation.held, operation.table)
  if (operation.kind === 'copy-rows') return ofCopy(operation, held)
  const share = shareOf(operation, situation)
  if (share === undefined) return undefined
  return held ? underLock(operation, held, share) : alone(operation, share)
}

/** How much of the table it is, as far as its condition says. */
function shareOf(operation: OperationOf<'update' | 'delete'>, { isNewColumn, held }: Situation): 'all' | 'most' | 'some' | undefined {
  const { table, filter, filterColumns, columns } = operation
  if (filter === 'none') return 'all'
  // Rows that exist get the value of a column that was added just now: a backfill, whatever picks them.
  const isBackfill = operation.kind === 'update' && columns.some((column) => isNewColumn(table, column))
  if (filter === 'presence') {
    if (filterColumns.some((column) => isNewColumn(table, column))) return 'all'
    if (operation.kind === 'update' && filterColumns.some((column) => columns.some((set) => sameName(set, column)))) return 'most'
    return isBackfill ? 'most' : held.length > 0 ? 'some' : undefined
  }
  if (filter === 'join') return operation.kind === 'update' ? 'most' : undefined
  if (held.length === 0) return undefined
  return isBackfill ? 'most' : 'some'
}

function alone({ kind, table, columns }: OperationOf<'update' | 'delete'>, share: 'all' | 'most' | 'some'): Said {
  const what = share === 'all' ? `every row of ${table}` : `most rows of ${table}`
  return {
    kind,
    confidence: share === 'all' ? 'high' : share === 'most' ? 'medium' : 'low',
    message: kind === 'update' ? `This UPDATE writes ${what} in one statement` : `This DELETE removes ${what} in one statement`,
    why: 'Every row it touches stays locked until it is done: requests that write the same rows wait, vacuum and replicas fall behind, and a failure near the end undoes all of it. Go through the table in batches of some thousand rows, each committed, outside of the migration.',
    title: 'Do it in batches.',
    recipe: kind === 'update' ? batches(table, set(columns), condition(columns)) : deletion(table),
  }
}

function underLock({ kind, table, columns }: OperationOf<'update' | 'delete'>, held: Lock, share: 'all' | 'most' | 'some'): Said {
  const who = held.mode === 'ACCESS EXCLUSIVE' ? 'nobody can read or write' : 'nobody can write to'
  return {
    kind: 'under-lock',
    confidence: share === 'all' ? 'high' : share === 'most' ? 'medium' : 'low',
    message: `${kind === 'update' ? 'The backfill' : 'The DELETE'} of ${table} runs in the transaction of a schema change, and ${who} ${held.table} until it is done`,
    why: `The schema change took ${held.mode} on ${held.table}, and a lock is kept until its transaction ends: a change that takes a moment becomes one that takes as long as the ${kind === 'update' ? 'backfill' : 'delete'}. Commit the schema change first, and write the rows in batches afterwards.`,
    title: 'Commit the schema change first, then write the rows in batches.',
    recipe: ['-- this migration: the schema change alone', '', ...(kind === 'update' ? batches(table, set(columns), condition(columns)) : deletion(table))],
    related: [{ statement: held.statement, label: `takes ${held.mode} on ${held.table}` }],
  }
}

function ofCopy({ table, from }: OperationOf<'copy-rows'>, held: Lock | undefined): Said | undefined {
  if (!held || from === undefined) return undefined
  const who = held.mode === 'ACCESS EXCLUSIVE' ? 'nobody can read or write' : 'nobody can write to'
  return {
    kind: 'copy-rows',
    severity: 'medium',
    confidence: held.mode === 'ACCESS EXCLUSIVE' ? 'medium' : 'low',
    message: `Copying ${from} into ${table} runs in the transaction of a schema change, and ${who} ${held.table} until it is done`,
    why: `The schema change took ${held.mode} on ${held.table}, and a lock is kept until its transaction ends. Commit the schema change first, and copy in batches in a later migration or a job.`,
    title: 'Commit the schema change first, then copy in batches.',
    recipe: ['-- this migration: the schema change alone', '', '-- from a script or job, outside of the migration, until no row is left', `INSERT INTO ${quoted(table)} (...) SELECT ... FROM ${quoted(from)}`, 'WHERE id > $last ORDER BY id LIMIT 1000;'],
    related: [{ statement: held.statement, label: `takes ${held.mode} on ${held.table}` }],
  }
}

/** The lock that hurts most, on the table that is written before others. */
function worst(held: readonly Lock[], table: string): Lock | undefined {
  const rank = (lock: Lock) => (lock.mode === 'ACCESS EXCLUSIVE' ? 2 : 0) + (sameName(lock.table, table) ? 1 : 0)
  return [...held].sort((left, right) => rank(right) - rank(left))[0]
}

function set(columns: readonly string[]): string {
  return columns.length === 0 ? '...' : columns.map((column) => `${quoted(column)} = ...`).join(', ')
}

function condition(columns: readonly string[]): string {
  return columns.length === 0 ? '... IS NULL' : `${listed(columns.slice(0, 1))} IS NULL`
}

function deletion(table: string): string[] {
  return ['-- from a script or job, outside of the migration, until no row is left', `DELETE FROM ${quoted(table)}`, `WHERE id IN (SELECT id FROM ${quoted(table)} ORDER BY id LIMIT 1000);`]
}
