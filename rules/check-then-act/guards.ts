/**
 * What keeps two requests from acting on the same stale row: locks, conditions in the write, versions, isolation.
 */
import { ts } from 'ts-morph'
import type { Model, Operation, Unit } from '../../src/model/types.js'

/** Functions that run what they are given alone, and those that take a lock. */
const LOCK_NAME = /lock(?!ed|s\b|out|file|board)|mutex|semaphore|exclusive|synchroni[sz]ed?|serializ(?:able|ed)|critical_?section/i
const UNLOCKED_NAME = /block|clock|unlock|flock/i
const VERSION = /^(?:version|v|lockversion|rowversion|revision|etag|updatedat)$/
/** How a table says that the library checks a version with every write. */
const VERSIONED = /@Version\b|\bversion\s*:\s*true|optimisticConcurrency\s*:\s*true|useVersion/
/** Callers that may hold a lock. */
const MOST_LEVELS = 3

/** A lock or the like is held while the unit runs, for the table or in general. */
export function isLocked(unit: Unit, table: string | undefined, model: Model): boolean {
  const seen = new Set<Unit>()
  const look = (at: Unit, level: number): boolean => {
    if (seen.has(at)) return false
    seen.add(at)
    if (locksItself(at, table, model, level)) return true
    if (at.parent && at.parent.kind !== 'module' && look(at.parent, level)) return true
    return level < MOST_LEVELS && model.callersOf(at).slice(0, 8).some(({ call }) => look(call.unit, level + 1))
  }
  return look(unit, 0)
}

function locksItself(unit: Unit, table: string | undefined, model: Model, level: number): boolean {
  const { node } = unit
  for (const access of model.rows.accessesOf(unit)) {
    const { operation } = access
    // What a caller reads or locks far away says nothing of this call.
    if (access.calls.length > 3 - Math.min(level, 1)) continue
    if (operation.kind === 'lock') return true
    if (operation.kind === 'query' && operation.locks && (operation.table === undefined || operation.table === table)) return true
    if (operation.sql.some(({ expression }) => /advisory|get_lock\s*\(|isolation\s+level\s+(?:serializable|repeatable)/i.test(expression.getText()))) return true
  }
  if (unit.calls.some((call) => isLockName(call.name))) return true
  if (ts.isMethodDeclaration(node) && (ts.getDecorators(node) ?? []).some((decorator) => isLockName(decorator.expression.getText().replace(/\([^]*$/, '')) || isIsolated(decorator.getText()))) return true
  // `withLock(key, async () => ...)`, `transaction(..., { isolationLevel: 'Serializable' })`
  const given = node.parent
  if (given && ts.isCallExpression(given) && given.arguments.some((argument) => argument === node)) {
    const callee = given.expression.getText().replace(/\([^]*\)/g, '').replace(/^.*\./s, '')
    if (isLockName(callee) || given.arguments.some((argument) => argument !== node && isIsolated(argument.getText()))) return true
  }
  return unit.calls.some((call) => /^(?:startTransaction|begin\w*|transaction|\$transaction|unmanagedTransaction|setIsolationLevel)$/i.test(call.name) && ts.isCallExpression(call.node) && call.node.arguments.some((argument) => !ts.isFunctionLike(argument) && isIsolated(argument.getText())))
}

function isLockName(name: string): boolean {
  return LOCK_NAME.test(name) && !UNLOCKED_NAME.test(name)
}

function isIsolated(text: string): boolean {
  return /serializable|repeatable_?\s?read/i.test(text)
}

/** The write itself says what the row must still be: `where: { id, stock: { gte: 1 } }`, `where: { id, version }`. */
export function isConditional(write: Operation, columns: ReadonlySet<string>, model: Model): boolean {
  const key = model.rows.keyOf(write)
  if (key && [...key.columns.keys()].some((column) => columns.has(column) || VERSION.test(column))) return true
  const text = write.where.map((filter) => (filter === true ? '' : filter.getText())).join(' ').replaceAll('_', '').toLowerCase()
  return [...columns].some((column) => new RegExp(`\\b${column}\\b`).test(text))
}

/** The library compares a version column in every write of the table. */
export function isVersioned(table: string | undefined, model: Model): boolean {
  const place = model.table(table)?.place
  return place !== undefined && VERSIONED.test(place.file.text().slice(place.start, place.end))
}

/** A transaction that fails when another one changed a document it read. */
export function isSnapshot(read: Operation, write: Operation, model: Model): boolean {
  return read.target?.tags !== undefined && /^mongo/.test(read.package) && [read, write].every((operation) => model.participation(operation).kind === 'in' || model.openTransaction(operation.call) !== undefined)
}

export function isInTransaction(operation: Operation, model: Model): boolean {
  return model.participation(operation).kind === 'in' || model.openTransaction(operation.call) !== undefined
}
