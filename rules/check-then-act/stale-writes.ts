/**
 * Rows that are read, perhaps tested, and written with what was made of the stale read.
 */
import { ts } from 'ts-morph'
import { alwaysThrows, areExclusive, contains, endsFunction } from '../../src/model/control-flow.js'
import { skipOuter } from '../../src/libraries/paths.js'
import { columnName } from '../../src/model/column-names.js'
import type { Call, Model, Operation, RowAccess, RowChange, RowTest, RowUse, Unit } from '../../src/model/types.js'
import { isClaimedBefore, isClaimedOnTheWay, isConditional, isListKept, isLocked, isLockedOnTheWay, isOneTable, isSnapshot, isUninterrupted, isVersioned } from './guards.js'

/** A write that loses what happened since the read. */
export interface StaleWrite {
  /** unguarded: tested, and then changed by the database without the condition. */
  readonly kind: 'tested' | 'untested' | 'unguarded' | 'transition' | 'numbering'
  readonly read: Operation
  readonly write: Operation
  readonly change: RowChange
  readonly use: RowUse
  /** The unit in which the read and the write come together. */
  readonly unit: Unit
  readonly test: RowTest | undefined
  /** Where the read begins and the write ends in that unit. */
  readonly first: ts.Node
  readonly last: ts.Node
  /** Calls from the unit to the write; empty when it stands there. */
  readonly calls: readonly Call[]
  /** What happens besides, for a transition. */
  readonly effect: Operation | undefined
  /** That, and all else behind the test, only says again what was said: done twice, it is so all the same. */
  readonly isRepeated?: boolean
  /** What goes out is a mail, and what is written besides is only said again. */
  readonly isNotice?: boolean
  /** All that goes out is word of the change, to whoever listens. */
  readonly isAnnounced?: boolean
  /** Rows are known to be the same. */
  readonly isSameRow: boolean
  /** The library sends what was added to a list, so that both changes are there; only the test is out of date. */
  readonly isAdded?: boolean
  /** The database takes something from the tested value. */
  readonly isTaken?: boolean
}

/** Numbers that say where something stands, or how often something was tried. */
const SKIPPED = /^(?:version|v|revision|etag|updatedat|createdat)$/
const IGNORES_CONFLICT = /do_?nothing|skipDuplicates|ignoreDuplicates|orIgnore|on\s+conflict\s[^]*do\s+nothing|insert\s+(?:or\s+)?ignore|conflict\w*\([^)]*\)\s*\.ignore\b/i
/** Calls that say how something is to be: said twice, it is so all the same. */
const SETS = /^(?:update|retrieve|list|get|search|cancel|void|expire|del|delete(?:[A-Z]\w*)?|detach|deactivate)$/
const EFFECTS = new Set(['payment', 'email', 'sms', 'publish', 'enqueue'])

export function* staleWrites(model: Model): Generator<StaleWrite> {
  for (const write of [...model.operations, ...model.wrapped.all]) {
    if (write.kind !== 'query' || write.access !== 'write' || (write.isUpsert && write.isAtomic)) continue
    yield* staleWrite(write, model)
  }
}

/** One for each unit in which the row is read and the new value is made. */
function* staleWrite(write: Operation, model: Model): Generator<StaleWrite> {
  const changes = model.rows.changesOf(write)
  // `doc._id = newId(); insertOne(doc)`: what was read stays as it is, and a copy of it is written.
  if (changes.some(({ column, entity }) => entity && column === 'id')) return
  const tables = new Set<string>()
  const units = new Set<Unit>()
  for (const change of changes)
    for (const use of change.uses) {
      if (use.change === 'none' || !isRead(use.operation) || SKIPPED.test(change.column)) continue
      if (columnName(use.path[0] ?? '') !== change.column) continue
      const found = judge(write, change, use, model)
      if (found && !units.has(found.unit)) yield found
      if (found) units.add(found.unit)
      else tables.add(change.column)
    }
  // A state that is tested by the write itself.
  if (write.isAtomic || units.size > 0) return
  for (const change of changes) {
    if (tables.has(change.column)) continue
    const found = transition(write, change, model)
    if (found) return yield found
  }
}

export function isRead(operation: Operation): boolean {
  return operation.kind === 'query' && operation.access === 'read'
}

function judge(write: Operation, change: RowChange, use: RowUse, model: Model): StaleWrite | undefined {
  const read = use.operation
  if (read.isStream || (read.table !== undefined && write.table !== undefined && !isOneTable(read.table, write.table, model))) return undefined
  const unit = model.unitOf(use.node) ?? write.unit
  const isNew = change.entity === undefined && !write.isUpsert && model.rows.createdBy(write) !== undefined && !isWrittenBack(write, read, model)
  // Rows of a table nobody knows may be rows of another.
  if (isNew && (read.table === undefined || write.table === undefined)) return undefined
  // `onConflict().doNothing()`: of two at once, one is not written.
  if (write.isUpsert && IGNORES_CONFLICT.test(write.node.getText())) return undefined
  // What a new row takes over from an old one is no change of that one; only a next number is.
  if (isNew && (use.change !== 'arithmetic' || use.path.length > 1)) return undefined
  const sameRow = isNew ? 'unknown' : change.entity?.rows.includes(read) ? true : sameKey(read, write, unit, use.calls, model)
  if (sameRow === false) return undefined
  const tests = testsOf(read, unit, write, use.calls[0]?.node ?? write.call.node, model)
  const test = tests.find((one) => one.uses.some((tested) => tested.operation === read && (columnName(tested.path[0] ?? '') === change.column || tested.path[0] === '*')))
  const columns = new Set([change.column])
  if (use.change === 'collection' && isListKept(write, change, test, model)) return undefined
  if (isProtected(read, write, unit, use.calls, columns, model)) return undefined
  const site = use.calls[0]
  const first = firstNode(read, unit, model)
  const last = site?.node ?? (write.unit.file === unit.file ? write.call.node : use.node)
  if (first && site === undefined && read.unit === write.unit && areExclusive(read.call.node, write.call.node)) return undefined
  return { kind: isNew ? 'numbering' : test ? 'tested' : 'untested', read, write, change, use, unit, test, first: first ?? last, last, calls: use.calls, effect: undefined, isSameRow: sameRow === true, isAdded: use.change === 'collection' && write.target?.tags.some(({ name }) => name === 'lists') === true }
}

function isProtected(read: Operation, write: Operation, unit: Unit, calls: readonly Call[], columns: ReadonlySet<string>, model: Model): boolean {
  const site = calls[0]?.node ?? write.call.node
  if (read.locks || isConditional(write, columns, model) || isSnapshot(read, write, model) || isUninterrupted(read, write, model)) return true
  const table = read.table ?? write.table
  return isVersioned(table, model) || isLocked(unit, site, table, model) || (write.unit !== unit && isLockedOnTheWay(calls, write, table, model))
}

/** The node of the unit by which the read is reached. */
export function firstNode(read: Operation, unit: Unit, model: Model): ts.Node | undefined {
  if (read.unit === unit) return read.call.node
  const access = accessOf(read, unit, model)
  if (access) return access.calls[0]?.node
  for (let outer = unit.parent; outer; outer = outer.parent) if (outer === read.unit) return read.call.node
  return undefined
}

/** How the unit, or a function around it, comes to a read: what is read may be written by a function inside. */
function accessOf(read: Operation, unit: Unit, model: Model): RowAccess | undefined {
  for (let at: Unit | undefined = unit; at && at.kind !== 'module'; at = at.parent) {
    const found = model.rows.accessesOf(at).find(({ operation }) => operation === read)
    if (found) return found
  }
  return undefined
}

/** `put({ ...account, balance })`: all of the row that was read is written again. */
function isWrittenBack(write: Operation, read: Operation, model: Model): boolean {
  const target = model.rows.targetOf(write)
  return target !== undefined && model.rows.rowsBehind(target.expression).some(({ row }) => row.operation === read)
}

/** Whether two operations are about one row, in the terms of the unit in which they come together. */
function sameKey(read: Operation, write: Operation, unit: Unit, calls: readonly Call[], model: Model): boolean | 'unknown' {
  const { rows } = model
  const own = rows.keyOf(write)
  if (!own) return isWrittenBack(write, read, model) || 'unknown'
  const access = accessOf(read, unit, model)
  const readKey = rows.keyOf(read)
  const writeAccess = calls.length > 0 ? rows.accessesOf(unit).find((one) => one.operation === write && one.calls[0] === calls[0]) : undefined
  let isKnown = false
  for (const [column, text] of own.columns) {
    const value = writeAccess ? writeAccess.lift(text) : text
    // `where: { id: account.id }`
    const row = rows.rowIn(value)
    if (row?.operation === read) return true
    const other = readKey?.columns.get(column)
    if (other === undefined) continue
    const lifted = access ? access.lift(other) : other
    if (lifted === value) return true
    if (/^[~@⟨$"\w]/.test(value) && column === 'id') isKnown = true
  }
  return isKnown && calls.length === 0 ? false : 'unknown'
}

/**
 * Conditions on a row in the unit, the functions around it, the unit of the write, and functions the row is given to.
 *
 * @param site where the unit comes to the write: a test in a branch that never leads there says nothing of it
 */
function testsOf(read: Operation, unit: Unit, write: Operation, site: ts.Node, model: Model): readonly RowTest[] {
  const units = new Set<Unit>([unit, write.unit])
  for (let outer = unit.parent; outer && outer.kind !== 'module'; outer = outer.parent) units.add(outer)
  units.add(read.unit)
  const own = [...units].flatMap((one) => model.rows.testsIn(one)).filter((test) => !isDefault(test) && !isClamp(test) && !areExclusive(test.node, site) && test.uses.some((use) => use.operation === read))
  if (own.length > 0) return own
  // `assertEnough(account, amount)`
  return unit.calls.flatMap((call) => {
    const given = ts.isCallExpression(call.node) ? call.node.arguments : []
    if (!given.some((argument) => model.rows.rowOf(argument)?.operation === read)) return []
    return model.resolve(call).units.flatMap((target) => model.rows.testsIn(target).filter((test) => test.uses.some((use) => use.operation === read)))
  })
}

/** `doc.version || 0`, `settings.mappings ?? []`: a value for what is not there decides nothing. */
function isDefault({ node }: RowTest): boolean {
  // `pages: pages.length > 0 ? pages : null`
  if (ts.isConditionalExpression(node)) return /^(?:null|undefined|\[\])$/.test(node.whenFalse.getText())
  return ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken && !/\(|\bawait\b|\bthrow\b/.test(node.right.getText())
}

/** `if (job.runs > MOST_RUNS) job.runs = MOST_RUNS`: a value that is kept within bounds turns nothing away. */
function isClamp({ node }: RowTest): boolean {
  if (!ts.isIfStatement(node) || node.elseStatement || !ts.isBinaryExpression(node.expression) || !/^[<>]=?$/.test(node.expression.operatorToken.getText())) return false
  const body = ts.isBlock(node.thenStatement) && node.thenStatement.statements.length === 1 ? node.thenStatement.statements[0] : node.thenStatement
  if (!body || !ts.isExpressionStatement(body) || !ts.isBinaryExpression(body.expression) || body.expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false
  const [tested, bound] = [node.expression.left.getText(), node.expression.right.getText()]
  const [set, value] = [body.expression.left.getText(), body.expression.right.getText()]
  return (set === tested && value === bound) || (set === bound && value === tested)
}

// ---- Transitions ----------------------------------------------------------------------------------------------

/** One of two values compared by size, and nothing else of the row. */
const RAISES = /^[^&|]*(?:<=?|>=?)[^&|]*$/
/** Columns that say of something that works once that it was used. */
export const USED = /^(?:is)?(?:used|redeemed|claimed|consumed|spent)(?:at|on)?$/

/** `findFirst({ where: { code, used: false } })`: the state is asked for, and the row that comes has it. */
function isAskedFor(read: Operation, column: string, model: Model): boolean {
  return USED.test(column) && model.rows.keyOf(read)?.columns.has(column) === true
}

/** A state that is tested, then written, while something happens that must happen once. */
function transition(write: Operation, change: RowChange, model: Model): StaleWrite | undefined {
  // `SET consumed_at = now()` has no value that the code gives.
  if ((!change.value && !USED.test(change.column)) || SKIPPED.test(change.column)) return undefined
  const unit = write.unit
  const units: Unit[] = [unit]
  for (let outer = unit.parent; outer && outer.kind !== 'module'; outer = outer.parent) units.push(outer)
  const value = change.value
  for (const test of units.flatMap((one) => model.rows.testsIn(one))) {
    const tested = test.uses.find((use) => isRead(use.operation) && (use.path.length > 0 ? columnName(use.path[0] ?? '') === change.column : isAskedFor(use.operation, change.column, model)))
    if (!tested || !isDecisive(test, write.call.node)) continue
    const read = tested.operation
    if (read.table === undefined || (write.table !== undefined && !isOneTable(read.table, write.table, model))) continue
    const sameRow = change.entity ? change.entity.rows.includes(read) : sameKey(read, write, unit, [], model)
    if (sameRow !== true) continue
    // `if (user.email !== dto.email) user.email = dto.email` writes only what is new.
    const isConstant = !value || isConstantValue(value)
    const isMentioned = !isConstant && mentions(test.condition, value, model)
    // `if (bid <= lot.highest) throw ...; lot.highest = bid`
    const isRaised = isMentioned && test.isComparison && RAISES.test(test.condition.getText())
    if (isMentioned && !isRaised) continue
    if (!isConstant && !throwsBy(test)) continue
    // Two calls one after the other do the same: nothing is kept from happening twice.
    if (isPassedAgain(test, read, write, model)) continue
    const effects = effectsOf(unit, read, write, test, model)
    const effect = effects.find((one) => !isSaidAgain(one, model)) ?? effects[0]
    const isTaken = isClaimed(write, change, model) || USED.test(change.column)
    if (isConstant && !effect && !isTaken) continue
    // `if (tries >= limit) { code.usedAt = now; throw ... }`: turned away twice is turned away.
    if (isConstant && !effect && isRefusedBehind(write.call.node)) continue
    if (!isConstant && !isRaised && !isClaim(change.column)) continue
    if (isProtected(read, write, unit, [], new Set([change.column]), model) || isClaimedBefore(unit, read.table, model) || isClaimedOnTheWay(unit, test, write, model)) continue
    const first = firstNode(read, unit, model)
    if (!first) continue
    return { kind: 'transition', read, write, change, use: tested, unit, test, first, last: write.call.node, calls: [], effect, isRepeated: !isTaken && effect !== undefined && isSaidAgain(effect, model) && !addsBehind(unit, test, model), isNotice: isConstant && !isTaken && effects.length > 0 && effects.every((one) => one.kind === 'email' || isSaidAgain(one, model)), isAnnounced: isConstant && !isTaken && effects.length > 0 && effects.every((one) => one.kind === 'publish' || isSaidAgain(one, model)), isSameRow: true }
  }
  return undefined
}

/** `if (shop.status === 'open') throw ...; shop.status = 'pending'`: the row as written passes the test, and no later write of the unit changes that. */
function isPassedAgain(test: RowTest, read: Operation, write: Operation, model: Model): boolean {
  if (!ts.isIfStatement(test.node)) return false
  const isInside = contains(test.node.thenStatement, write.call.node)
  const written = [write, ...model.rows.accessesOf(write.unit).flatMap(({ operation }) => (operation !== write && operation.kind === 'query' && operation.access === 'write' && isOneTable(operation.table, write.table, model) ? [operation] : []))]
  const columns = new Set(test.uses.flatMap(({ operation, path }) => (operation === read ? [columnName(path[0] ?? '')] : [])))
  return written.every((one, index) => {
    const changes = model.rows.changesOf(one)
    return (index > 0 && !changes.some(({ column }) => columns.has(column))) || outcome(test.condition, { isInside, test, read, changes }, model) === isInside
  })
}

interface AfterWrite {
  /** The write stands where the condition holds. */
  readonly isInside: boolean
  readonly test: RowTest
  readonly read: Operation
  readonly changes: readonly RowChange[]
}

/** What a part of a condition is once the row was written; `same`: what it was; undefined where the code does not tell. */
function outcome(condition: ts.Expression, after: AfterWrite, model: Model): boolean | 'same' | undefined {
  const part = skipOuter(condition)
  if (ts.isPrefixUnaryExpression(part) && part.operator === ts.SyntaxKind.ExclamationToken) return opposite(outcome(part.operand, after, model))
  const operator = ts.isBinaryExpression(part) ? part.operatorToken.getText() : ''
  if (ts.isBinaryExpression(part) && (operator === '&&' || operator === '||')) {
    const sides = [outcome(part.left, after, model), outcome(part.right, after, model)]
    const decides = operator === '||'
    if (sides.includes(decides)) return decides
    // Where the whole held, so did each side of an `and`; where it did not, no side of an `or` did.
    const known = sides.map((side) => (side === 'same' && after.isInside !== decides ? after.isInside : side))
    return known.every((side) => side === !decides) ? !decides : known.every((side) => side === 'same') ? 'same' : undefined
  }
  const uses = after.test.uses.filter((use) => use.operation === after.read && contains(part, use.node))
  const changed = after.changes.filter(({ column }) => uses.some(({ path }) => columnName(path[0] ?? '') === column))
  const [change, other] = changed
  if (!change) return uses.every(({ path }) => path[0] !== '*') ? 'same' : undefined
  if (other || !change.value || change.isComputed) return undefined
  const isColumn = (node: ts.Expression) => uses.some((use) => use.path.length === 1 && skipOuter(use.node) === skipOuter(node))
  if (isColumn(part)) return isTrue(change.value)
  if (ts.isBinaryExpression(part) && /^[=!]==?$/.test(operator)) {
    const held = isColumn(part.left) ? part.right : isColumn(part.right) ? part.left : undefined
    const isSame = held && isSameConstant(held, change.value)
    return operator.startsWith('!') ? opposite(isSame) : isSame
  }
  // `['paid', 'shipped'].includes(order.status)`
  if (!ts.isCallExpression(part) || !ts.isPropertyAccessExpression(part.expression) || part.expression.name.text !== 'includes' || !part.arguments[0] || !isColumn(part.arguments[0])) return undefined
  const { expression } = part.expression
  const list = skipOuter(ts.isArrayLiteralExpression(skipOuter(expression)) ? expression : (model.initializerOf(expression) ?? expression))
  const value = change.value
  const same = ts.isArrayLiteralExpression(list) ? list.elements.map((element) => isSameConstant(element, value)) : [undefined]
  return same.includes(true) ? true : same.includes(undefined) ? undefined : false
}

function opposite(outcome: boolean | 'same' | undefined): boolean | 'same' | undefined {
  return typeof outcome === 'boolean' ? !outcome : outcome
}

function isTrue(value: ts.Expression): boolean | undefined {
  if (value.kind === ts.SyntaxKind.TrueKeyword || ts.isNewExpression(value)) return true
  if (value.kind === ts.SyntaxKind.FalseKeyword || value.kind === ts.SyntaxKind.NullKeyword) return false
  return undefined
}

/** Whether two values fixed in the code are one: texts, `Status.OPEN` and `Status.CLOSED`; undefined where that is not known. */
function isSameConstant(left: ts.Expression, right: ts.Expression): boolean | undefined {
  const [a, b] = [skipOuter(left), skipOuter(right)]
  if (!isConstantValue(a) || !isConstantValue(b) || ts.isNewExpression(b) || ts.isCallExpression(b)) return undefined
  if (ts.isStringLiteralLike(a) && ts.isStringLiteralLike(b)) return a.text === b.text
  if (ts.isPropertyAccessExpression(a) && ts.isPropertyAccessExpression(b)) return a.expression.getText() === b.expression.getText() ? a.name.text === b.name.text : undefined
  // `'ACTIVE'` may be what `Status.Active` stands for.
  if (ts.isPropertyAccessExpression(a) || ts.isPropertyAccessExpression(b)) return undefined
  return a.getText() === b.getText()
}

/** A write that gives columns the same values when it is done twice. */
function isSaidAgain(operation: Operation, model: Model): boolean {
  return operation.kind === 'query' && operation.access === 'write' && !addsTo(operation, model) && model.rows.changesOf(operation).length > 0
}

/** Behind the test, a row is made, or something goes out. */
function addsBehind(unit: Unit, test: RowTest, model: Model): boolean {
  return model.rows.accessesOf(unit).some(({ operation, calls: [call] }) => call !== undefined && call.node.pos >= test.node.end && (EFFECTS.has(operation.kind) || operation.kind === 'http' || (operation.kind === 'query' && operation.access === 'write' && addsTo(operation, model))))
}

/** The block of the write ends by throwing. */
function isRefusedBehind(write: ts.Node): boolean {
  return branchOf(write, alwaysThrows) !== undefined
}

/** The nearest branch around a node that ends in a way. */
function branchOf(node: ts.Node, ends: (branch: ts.Statement) => boolean): ts.Node | undefined {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) if (ts.isIfStatement(at.parent) && at !== at.parent.expression && ts.isStatement(at) && ends(at)) return at
  return undefined
}

/** Whether a condition looks at the value that is to be written. */
function mentions(condition: ts.Expression, value: ts.Expression, model: Model): boolean {
  const text = model.rows.textOf(value)
  let found = false
  const visit = (node: ts.Node): void => {
    if (found) return
    if ((ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) && model.rows.textOf(node) === text) found = true
    else ts.forEachChild(node, visit)
  }
  visit(condition)
  return found
}

/** The same write says who got it: `{ status: 'taken', holderId: userId }`. */
function isClaimed(write: Operation, change: RowChange, model: Model): boolean {
  return model.rows.changesOf(write).some((other) => other !== change && isClaim(other.column) && other.value !== undefined && !isConstantValue(other.value))
}

/** Columns that say to whom something was given. */
function isClaim(column: string): boolean {
  return /(?:user|owner|holder|assignee|customer|claimedby|takenby|bookedby|reservedby|driver|member|winner|buyer)(?:id)?$/.test(column)
}

/** A value that stands in the code, or the time it is. */
export function isConstantValue(value: ts.Expression): boolean {
  if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword || value.kind === ts.SyntaxKind.NullKeyword) return true
  if (ts.isNewExpression(value)) return value.expression.getText() === 'Date'
  if (ts.isCallExpression(value)) return /^(?:Date\.now|now|dayjs|moment|DateTime\.\w+)$/.test(value.expression.getText())
  return ts.isPropertyAccessExpression(value) && /^[A-Z]/.test(value.expression.getText())
}

/** The write runs only where the test lets it. */
function isDecisive(test: RowTest, write: ts.Node): boolean {
  if (test.node.pos > write.pos) return false
  if (ts.isIfStatement(test.node)) {
    const { thenStatement } = test.node
    if (thenStatement.pos <= write.pos && write.end <= thenStatement.end) return true
    return endsFunction(thenStatement)
  }
  return false
}

function throwsBy(test: RowTest): boolean {
  return ts.isIfStatement(test.node) && /\bthrow\b|\.status\(\s*4|\breturn\b[^;]*\b(?:err|fail|4\d\d)/.test(test.node.thenStatement.getText())
}

/** Tables of what somebody pays, owes or owns. */
const WORTH = /payment|charge|refund|payout|transfer|ledger|transaction|wallet|balance|credit|invoice|coupon|stock/i

/** Done twice, a write makes a second row or changes a number a second time; a row that is set is set again. */
function addsTo(operation: Operation, model: Model): boolean {
  const created = model.rows.createdBy(operation)
  const changes = model.rows.changesOf(operation)
  // A row that was loaded is saved again: what is done to it counts, as far as that is seen.
  const isNew = created !== undefined && (changes.length === 0 || !created.rest.some((text) => text.startsWith('@')))
  return isNew || changes.some(({ isComputed, uses }) => isComputed || uses.some(({ change }) => change !== 'none'))
}

/** What must not happen twice, reached from the unit after the test. */
function effectsOf(unit: Unit, read: Operation, write: Operation, test: RowTest, model: Model): Operation[] {
  const table = read.table
  const left = branchOf(write.call.node, endsFunction)
  return model.rows.accessesOf(unit).flatMap(({ operation, calls }) => {
    const [call] = calls
    if (!call || operation === write || operation === read || calls.length > 3 || call.node.pos < test.node.pos) return []
    // Control that came to the write does not come to it.
    if (areExclusive(call.node, write.call.node) || (left && call.node.pos >= left.end)) return []
    // What stands behind the decision is done in any case.
    if (ts.isIfStatement(test.node) && contains(test.node.thenStatement, write.call.node) && !contains(test.node.thenStatement, call.node)) return []
    if (EFFECTS.has(operation.kind)) return (operation.kind === 'payment' && SETS.test(operation.call.name)) || isOnceByKey(operation) ? [] : [operation]
    const isOther = operation.kind === 'query' && operation.access === 'write' && operation.table !== undefined && operation.table !== table && !operation.isUpsert
    return isOther && (operation.isAtomic || (WORTH.test(operation.table ?? '') && addsTo(operation, model))) ? [operation] : []
  })
}

/** `queue.add(name, data, { jobId: `step-${step.id}` })`: the second of two is left out. */
function isOnceByKey({ kind, idempotency }: Operation): boolean {
  return kind === 'enqueue' && idempotency !== undefined && !/Date\.now|random|uuid|nanoid|new Date/i.test(idempotency.getText())
}
