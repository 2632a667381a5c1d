/**
 * Rows that are looked for and created when they are not there, and rows that are counted against a limit.
 */
import { ts } from 'ts-morph'
import { areExclusive } from '../../src/model/control-flow.js'
import { columnName } from '../../src/model/column-names.js'
import type { Model, NewRow, Operation, RowAccess, Unit } from '../../src/model/types.js'
import { decidingTest, isAbsence, type Scene, type Scenes } from './decisions.js'
import { isLocked } from './guards.js'
import { isOneTable } from './stale-writes.js'

export interface BlindCreate {
  readonly kind: 'find' | 'count'
  readonly read: RowAccess
  readonly write: RowAccess
  /** The unit in which they come together. */
  readonly unit: Unit
  /** Columns by which the row was looked for, as the code writes them. */
  readonly columns: readonly string[]
  /** No other condition narrows the look-up, and every value is known to be the one that is written. */
  readonly isComplete: boolean
  /** What the declared table says of these columns. */
  readonly constraint: 'unique' | 'none' | 'undeclared'
  /** A violation of the constraint is told from other failures. */
  readonly isHandled: boolean
}

const VIOLATION = /P2002|23505|\b11000\b|\b1062\b|ER_DUP_ENTRY|UniqueConstraint|UniqueViolation|unique_violation|DuplicateKey|DuplicateEntry|SQLITE_CONSTRAINT|IntegrityConstraint/i
const TOLERANT = /onConflict|skipDuplicates|ignoreDuplicates|orIgnore|on\s+conflict|insert\s+ignore|onDuplicate/i

export function* blindCreates(model: Model, scenes: Scenes): Generator<BlindCreate> {
  for (const operation of model.operations) {
    if (operation.kind !== 'query' || operation.isUpsert) continue
    const row = model.rows.createdBy(operation)
    if (!row || (operation.table ?? row.table) === undefined || TOLERANT.test(operation.node.getText())) continue
    yield* lookFor(operation, row, scenes, model)
  }
}

/** The nearest look-ups: several where several callers of a function that creates have one each. */
function* lookFor(operation: Operation, row: NewRow, scenes: Scenes, model: Model): Generator<BlindCreate> {
  let found: number | undefined
  const told = new Set<Operation>()
  for (const scene of scenes.of(operation)) {
    if (found !== undefined && scene.depth > found) return
    const create = inScene(scene, operation, row, model)
    // A function around sees the same two.
    if (!create || told.has(create.read.operation)) continue
    found = scene.depth
    told.add(create.read.operation)
    yield create
  }
}

function inScene(scene: Scene, operation: Operation, row: NewRow, model: Model): BlindCreate | undefined {
  const { unit, write, reads } = scene
  for (const read of reads) {
    const found = read.operation
    if (found.kind !== 'query' || (found.access !== 'read' && found.access !== 'aggregate') || found.locks) continue
    const table = operation.table ?? row.table
    if (found.table !== table && !isOneTable(found, operation, model)) {
      const counted = countedRelation(read, scene, row, model)
      if (counted) return counted
      continue
    }
    const [first, last] = [read.calls[0], write.calls[0]]
    if (!first || !last || (first.node === last.node ? false : areExclusive(first.node, last.node))) continue
    const test = decidingTest(read, scene, model, (one, use) => (isAbsence(one.condition, use.node) ? 'absent' : one.isComparison ? 'either' : 'present'))
    if (!test) continue
    const matched = matchedColumns(read, write, row, model)
    const columns = matched?.columns
    const isCounted = found.access === 'aggregate' || /\bcount\s*\(/.test(found.node.getText())
    const isMeasured = test.isComparison || test.uses.some((use) => use.operation === found && use.change === 'arithmetic')
    const isCount = isMeasured && (isCounted || /\.(?:length|size)\b/.test(test.condition.getText()))
    if (!matched || !columns || (columns.length === 0 && !isCount)) continue
    // A comparison of something else of the row.
    if (test.isComparison && !isCount) continue
    if (isLocked(unit, last.node, table, model) || isLocked(operation.unit, operation.call.node, table, model)) continue
    const constraint = isCount ? 'none' : matched.isUnsure ? 'undeclared' : constraintOn(table ?? '', columns, model)
    return { kind: isCount ? 'count' : 'find', read, write, unit, columns, isComplete: model.rows.keyOf(found)?.isComplete === true, constraint, isHandled: constraint === 'unique' && isHandled(write, model) }
  }
  return undefined
}

/** `team.members.length >= team.seats`: the rows of a relation are counted where the row they belong to is loaded. */
function countedRelation(read: RowAccess, scene: Scene, row: NewRow, model: Model): BlindCreate | undefined {
  const { unit, write } = scene
  const parent = model.table(read.operation.table)
  const child = model.table(write.operation.table ?? row.table)
  const relations = parent && child ? parent.relations.filter((relation) => relation.many && model.table(relation.target) === child) : []
  if (relations.length === 0) return undefined
  const test = decidingTest(read, scene, model, (one, { path }) => (one.isComparison && path[1] === 'length' && relations.some(({ name }) => name === path[0]) ? 'either' : undefined))
  const own = [...row.columns].filter(([, text]) => model.rows.rowIn(write.lift(text))?.operation === read.operation || [...(model.rows.keyOf(read.operation)?.columns.values() ?? [])].some((value) => read.lift(value) === write.lift(text)))
  if (!test || own.length === 0 || isLocked(unit, write.calls[0]?.node ?? write.operation.call.node, child?.name, model)) return undefined
  return { kind: 'count', read, write, unit, columns: own.slice(0, 1).map(([column]) => nameOf(column, write.operation, model)), isComplete: true, constraint: 'none', isHandled: false }
}

/** Columns by which the row was looked for and which are given to the new row; undefined where a condition is about something else. */
function matchedColumns(read: RowAccess, write: RowAccess, row: NewRow, model: Model): { readonly columns: string[]; readonly isUnsure: boolean } | undefined {
  const key = model.rows.keyOf(read.operation)
  if (!key) return read.operation.where.length === 0 ? { columns: [], isUnsure: false } : undefined
  const given = new Map([...row.columns].map(([column, text]) => [column, write.lift(text)] as const))
  const rest = row.rest.map((text) => write.lift(text))
  // An existing row that is saved again is no new one.
  if (rest.some((text) => text.startsWith('@'))) return undefined
  const found: string[] = []
  let isUnsure = false
  for (const [column, text] of key.columns) {
    const value = read.lift(text)
    if (given.get(column) === value || rest.some((whole) => value.toLowerCase().replaceAll('_', '') === `${whole}.${column}`.toLowerCase().replaceAll('_', ''))) found.push(nameOf(column, read.operation, model))
    // `deletedAt: null`, `status: 'active'` narrow what is looked for; another value would look for another row.
    else if (given.has(column) && /^[@⟨$]/.test(value) && !/\s/.test(value)) return undefined
    else if (!given.has(column) && /^[@⟨$~]/.test(value)) return undefined
    else if (given.has(column)) isUnsure = true
  }
  return found.length > 0 ? { columns: found, isUnsure } : undefined
}

/** The column as the code writes it. */
function nameOf(column: string, operation: Operation, model: Model): string {
  const text = operation.node.getText()
  const declared = model.table(operation.table)?.columns.find(({ name }) => columnName(name) === column)?.name
  const words = text.match(/[A-Za-z_]\w*/g) ?? []
  return words.find((word) => columnName(word) === column) ?? declared ?? column
}

function constraintOn(name: string, columns: readonly string[], model: Model): BlindCreate['constraint'] {
  const table = model.table(name)
  if (!table) return 'undeclared'
  const known = new Set(columns.map(columnName))
  if (table.uniqueKeys.some((key) => key.length > 0 && key.every((column) => known.has(columnName(column))))) return 'unique'
  const declared = new Set(table.columns.map((column) => columnName(column.name)))
  return [...known].every((column) => declared.has(column)) ? 'none' : 'undeclared'
}

function isHandled(write: RowAccess, model: Model): boolean {
  for (const { node } of write.calls)
    for (let at: ts.Node = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
      const { parent } = at
      if (ts.isTryStatement(parent) && parent.tryBlock === at && parent.catchClause && (VIOLATION.test(parent.catchClause.getText()) || /\bcode\b|duplicate|conflict|unique|find\w*\(/i.test(parent.catchClause.getText()))) return true
      if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'catch') return true
    }
  // Handled once for all, in a filter or an error handler.
  return handlesViolations(model)
}

function handlesViolations(model: Model): boolean {
  const files = new Set(model.units.map((unit) => unit.file))
  for (const file of files) if (file.surface === 'production' && VIOLATION.test(file.text())) return true
  return false
}
