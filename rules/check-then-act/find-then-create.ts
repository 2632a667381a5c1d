/**
 * Rows that are looked for and created when they are not there, and rows that are counted against a limit.
 */
import { ts } from 'ts-morph'
import { areExclusive } from '../../src/model/control-flow.js'
import { columnName } from '../../src/model/column-names.js'
import type { Model, NewRow, Operation, RowAccess, RowTest, Unit } from '../../src/model/types.js'
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

/** Callers of the unit that creates, in which the look-up may stand. */
const MOST_LEVELS = 2
const VIOLATION = /P2002|23505|\b11000\b|\b1062\b|ER_DUP_ENTRY|UniqueConstraint|UniqueViolation|unique_violation|DuplicateKey|DuplicateEntry|SQLITE_CONSTRAINT|IntegrityConstraint/i
const TOLERANT = /onConflict|skipDuplicates|ignoreDuplicates|orIgnore|on\s+conflict|insert\s+ignore|onDuplicate/i

export function* blindCreates(model: Model): Generator<BlindCreate> {
  for (const operation of model.operations) {
    if (operation.kind !== 'query' || operation.isUpsert || operation.table === undefined) continue
    const row = model.rows.createdBy(operation)
    if (!row || TOLERANT.test(operation.node.getText())) continue
    const found = lookFor(operation, row, model)
    if (found) yield found
  }
}

function lookFor(operation: Operation, row: NewRow, model: Model): BlindCreate | undefined {
  let level: readonly Unit[] = [operation.unit, ...functionsAround(operation.unit)]
  const seen = new Set<Unit>()
  for (let depth = 0; depth <= MOST_LEVELS; depth++) {
    for (const unit of level) {
      if (seen.has(unit)) continue
      seen.add(unit)
      const found = inUnit(unit, operation, row, model)
      if (found) return found
    }
    level = level.flatMap((unit) => model.callersOf(unit).slice(0, 8).map(({ call }) => call.unit))
  }
  return undefined
}

function functionsAround(unit: Unit): Unit[] {
  const found: Unit[] = []
  for (let outer = unit.parent; outer && outer.kind !== 'module'; outer = outer.parent) found.push(outer)
  return found
}

function inUnit(unit: Unit, operation: Operation, row: NewRow, model: Model): BlindCreate | undefined {
  const accesses = model.rows.accessesOf(unit)
  const at = accesses.findIndex((access) => access.operation === operation)
  const write = accesses[at]
  if (!write) return undefined
  for (const read of accesses.slice(0, at)) {
    const found = read.operation
    if (found.kind !== 'query' || (found.access !== 'read' && found.access !== 'aggregate') || found.locks || !isOneTable(found, operation, model)) continue
    const [first, last] = [read.calls[0], write.calls[0]]
    if (!first || !last || (first.node === last.node ? false : areExclusive(first.node, last.node))) continue
    const test = decisiveTest(read, write, model)
    if (!test) continue
    const matched = matchedColumns(read, write, row, model)
    const columns = matched?.columns
    const isCounted = found.access === 'aggregate' || /\bcount\s*\(/.test(found.node.getText())
    const isMeasured = test.isComparison || test.uses.some((use) => use.operation === found && use.change === 'arithmetic')
    const isCount = isMeasured && (isCounted || /\.(?:length|size)\b/.test(test.condition.getText()))
    if (!matched || !columns || (columns.length === 0 && !isCount)) continue
    // A comparison of something else of the row.
    if (test.isComparison && !isCount) continue
    if (isLocked(unit, last.node, operation.table, model) || isLocked(operation.unit, operation.call.node, operation.table, model)) continue
    const constraint = isCount ? 'none' : matched.isUnsure ? 'undeclared' : constraintOn(operation.table ?? '', columns, model)
    return { kind: isCount ? 'count' : 'find', read, write, unit, columns, isComplete: model.rows.keyOf(found)?.isComplete === true, constraint, isHandled: constraint === 'unique' && isHandled(write, model) }
  }
  return undefined
}

/** A test of what was found that decides whether the row is created. */
function decisiveTest(read: RowAccess, write: RowAccess, model: Model): RowTest | undefined {
  const units = new Set([...read.calls, ...write.calls].map((call) => call.unit))
  for (const unit of units)
    for (const test of model.rows.testsIn(unit)) {
      const use = test.uses.find((one) => one.operation === read.operation)
      if (!use) continue
      const created = write.calls.find((call) => call.unit === unit || isInside(call.node, test.node))
      const wantsAbsence = isAbsence(test.condition, use.node)
      const leave = leavesWhenTrue(test)
      if (created) {
        const place = placeIn(test.node, created.node)
        if (place === 'then' && (wantsAbsence || test.isComparison)) return test
        if (place === 'else' && !wantsAbsence) return test
        if (place === 'after' && leave && (!wantsAbsence || test.isComparison)) return test
        continue
      }
      // A validator that throws when the row is there.
      if (leave && (!wantsAbsence || test.isComparison)) return test
    }
  return undefined
}

function isInside(inner: ts.Node, outer: ts.Node): boolean {
  return inner.getSourceFile() === outer.getSourceFile() && outer.pos <= inner.pos && inner.end <= outer.end
}

function placeIn(decision: ts.Node, node: ts.Node): 'then' | 'else' | 'after' | undefined {
  if (ts.isIfStatement(decision)) {
    if (isInside(node, decision.thenStatement)) return 'then'
    if (decision.elseStatement && isInside(node, decision.elseStatement)) return 'else'
  } else if (ts.isConditionalExpression(decision)) {
    if (isInside(node, decision.whenTrue)) return 'then'
    if (isInside(node, decision.whenFalse)) return 'else'
  } else if (ts.isBinaryExpression(decision) && isInside(node, decision.right)) return decision.operatorToken.getText() === '&&' ? 'then' : 'else'
  return decision.end <= node.pos ? 'after' : undefined
}

function leavesWhenTrue(test: RowTest): boolean {
  if (ts.isIfStatement(test.node)) return leaves(test.node.thenStatement)
  return ts.isCallExpression(test.node)
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true
  return ts.isBlock(statement) && statement.statements.some(leaves)
}

/** `!user`, `user === null`, `count === 0`: the condition holds when the row is not there. */
function isAbsence(condition: ts.Expression, use: ts.Node): boolean {
  if (!isInside(use, condition)) return /^!(?!!)|===?\s*(?:null|undefined|0|false)\b/.test(condition.getText())
  for (let at = use; at !== condition.parent && at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) return !(ts.isPrefixUnaryExpression(parent.parent) && parent.parent.operator === ts.SyntaxKind.ExclamationToken)
    if (ts.isBinaryExpression(parent) && /^[=!]==?$|^[<>]=?$/.test(parent.operatorToken.getText())) return /^==/.test(parent.operatorToken.getText()) && /^(?:null|undefined|0|false)$/.test((parent.left === at ? parent.right : parent.left).getText())
  }
  return false
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
