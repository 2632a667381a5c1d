/**
 * What keeps two requests from acting on the same stale row: locks, conditions in the write, versions, isolation.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import { columnName } from '../../src/model/column-names.js'
import { alwaysThrows, areExclusive, contains, endsFunction } from '../../src/model/control-flow.js'
import type { Call, Model, Operation, RowAccess, RowChange, RowTest, Transaction, Unit } from '../../src/model/types.js'

/** Functions that run what they are given alone, and those that take a lock. */
const LOCK_NAME = /lock(?!ed|ers?\b|s\b|out|file|board)|mutex|semaphore|exclusive|synchroni[sz]ed?|serializ(?:able|ed)|critical_?section/i
/** Functions after which a lock is held. */
const TAKES_LOCK = /^(?:(?:try_?)?(?:acquire|obtain|take|get)\w*_?lock|(?:try_?)?lock(?:[A-Z]\w*)?|acquire)$/i
const UNLOCKED_NAME = /(?<![a-z])(?:block|clock|unlock|flock)|Block|Clock|Unlock|Flock/
const VERSION = /^(?:version|v|lockversion|rowversion|revision|etag|updatedat)$/
/** How a table says that the library checks a version with every write. */
const VERSIONED = /@Version\b|\bversion\s*:\s*true|optimisticConcurrency\s*:\s*true|useVersion/
/** Callers that may hold a lock. */
const MOST_LEVELS = 3

/**
 * A lock or the like is held where a node runs, for the table or in general.
 *
 * @param at the node, in the unit or in a function inside of it
 * @param table undefined where a row of any table will do: a new row is kept out by a lock on the one that owns it
 */
export function isLocked(unit: Unit, at: ts.Node, table: string | undefined, model: Model): boolean {
  const seen = new Set<Unit>()
  const look = (one: Unit, before: ts.Node, level: number): boolean => {
    if (seen.has(one)) return false
    seen.add(one)
    if (locksItself(one, before, table, model)) return true
    if (one.parent && one.parent.kind !== 'module' && look(one.parent, before, level)) return true
    return level < MOST_LEVELS && model.callersOf(one).slice(0, 8).some(({ call }) => look(call.unit, call.node, level + 1))
  }
  return look(unit, at, 0)
}

/**
 * The only caller came here because it changed the state of the same table with the old one in the filter, and looked at
 * the count: of two requests at once, one goes on.
 */
export function isClaimedBefore(unit: Unit, table: string | undefined, model: Model): boolean {
  let inner = unit
  for (let level = 0; level < MOST_LEVELS; level++) {
    const [caller, other] = model.callersOf(inner)
    if (!caller || other || caller.use) return false
    const { call } = caller
    if (table !== undefined && model.rows.accessesOf(call.unit).some(({ operation, calls: [first, ...between] }) => operation.table === table && first !== undefined && first.node.end < call.node.pos && isWon(operation, between.length > 0 ? undefined : call, model))) return true
    inner = call.unit
  }
  return false
}

/**
 * Between the test and the write the row was claimed: changed with its old state in the filter, by one of two requests.
 * Where the row may not be there yet, the other branch makes it.
 */
export function isClaimedOnTheWay(unit: Unit, test: RowTest, write: Operation, model: Model): boolean {
  const { node } = write.call
  const between = model.rows.accessesOf(unit).filter(({ operation, calls: [first] }) => isOneTable(operation.table, write.table, model) && first !== undefined && first.node.pos >= test.node.end && first.node.end <= node.pos)
  return between.some(({ operation, calls: [first] }) => {
    if (!first || first.unit !== write.unit || !isWon(operation, write.call, model)) return false
    const branch = ts.findAncestor(first.node, (at) => ts.isFunctionLike(at) || (ts.isIfStatement(at) && !contains(at, node)))
    if (!branch || ts.isFunctionLike(branch)) return true
    return between.some((other) => other.calls[0] !== undefined && contains(branch, other.calls[0].node) && areExclusive(other.calls[0].node, first.node) && other.operation.access === 'write' && model.rows.keyOf(other.operation) === undefined)
  })
}

/**
 * `const { count } = await updateMany({ where: { id, status: 'open' }, data: { status: 'closed' } }); if (count === 0) throw ...`
 *
 * @param before the call that only who changed the row comes to; undefined where a function that was called before throws for the others
 */
function isWon(operation: Operation, before: Call | undefined, model: Model): boolean {
  if (operation.access !== 'write' || !model.rows.changesOf(operation).some(({ column }) => isConditional(operation, new Set([column]), model))) return false
  return model.rows.testsIn(operation.unit).some(({ node, uses }) => ts.isIfStatement(node) && (before ? node.end <= before.node.pos && endsFunction(node.thenStatement) : alwaysThrows(node.thenStatement)) && uses.some((use) => use.operation === operation))
}

/**
 * A lock is taken between the unit in which a read and a write come together and the write: what other callers of a
 * shared `update(id, values)` hold is no lock here.
 *
 * @param calls from that unit to the write, the last of them the write's own or one that leads to its unit
 */
export function isLockedOnTheWay(calls: readonly Call[], write: Operation, table: string | undefined, model: Model): boolean {
  const [, ...between] = calls
  return [...between, write.call].some((call) => {
    for (let unit: Unit | undefined = call.unit; unit && unit.kind !== 'module' && unit !== calls[0]?.unit; unit = unit.parent) if (locksItself(unit, call.node, table, model)) return true
    return false
  })
}

function locksItself(unit: Unit, before: ts.Node, table: string | undefined, model: Model): boolean {
  const { node } = unit
  // The call through which the node is reached does not count: `takeLock()` is no lock for what it does itself.
  const isEarlier = (call: Call) => call.node !== before && call.node.pos <= before.pos
  for (const access of model.rows.accessesOf(unit)) {
    const { operation, calls } = access
    const [first] = calls
    // What happens two functions away is over, most of the time.
    if (!first || calls.length > 2 || !isEarlier(first)) continue
    // `SET lock:1 token PX 5000 NX`, here or in a function that only does that.
    if (operation.kind === 'cache-write' && /['"`]NX['"`]|\bNX\s*:\s*true|\bsetnx\b/i.test(operation.node.getText())) return true
    if (operation.kind === 'lock' && (calls.length === 1 ? isHeldAt(operation.call, before, model) : model.callbacksOf(operation.call).length === 0 && !model.rows.accessesOf(operation.unit).some((other) => other.operation.kind === 'unlock'))) return true
    if (operation.kind !== 'query' || (calls.length > 1 && isOver(operation, unit, model))) continue
    if (operation.locks && (table === undefined || operation.table === undefined || isOneTable(operation.table, table, model))) return true
    if (operation.sql.some(({ expression }) => /advisory|get_lock\s*\(|isolation\s+level\s+(?:serializable|repeatable)/i.test(expression.getText()))) return true
  }
  if (unit.calls.some((call) => isEarlier(call) && TAKES_LOCK.test(call.name))) return true
  if (ts.isMethodDeclaration(node) && (ts.getDecorators(node) ?? []).some((decorator) => isLockName(decorator.expression.getText().replace(/\([^]*$/, '')) || isIsolated(decorator.getText()))) return true
  // `withLock(key, async () => ...)`, `transaction(..., { isolationLevel: 'Serializable' })`
  const given = node.parent
  if (given && ts.isCallExpression(given) && given.arguments.some((argument) => argument === node)) {
    const [callee = '', receiver = ''] = given.expression.getText().replace(/\([^]*\)/g, '').split('.').reverse()
    // `this.seatLock.run(id, async () => ...)`
    if (isLockName(callee) || isLockName(receiver) || given.arguments.some((argument) => argument !== node && isIsolated(textOf(argument, model)))) return true
  }
  // `runStrictly(async (tx) => ...)`, which hands it on to a transaction that is serialisable.
  if (model.transactions.some(({ bodies, node: opening, origin }) => bodies.includes(unit) && [opening, origin?.node].some((one) => one && ts.isCallExpression(one) && one.arguments.some((argument) => !ts.isFunctionLike(argument) && isIsolated(textOf(argument, model)))))) return true
  return unit.calls.some((call) => isEarlier(call) && /^(?:startTransaction|begin\w*|transaction|\$transaction|unmanagedTransaction|setIsolationLevel)$/i.test(call.name) && ts.isCallExpression(call.node) && call.node.arguments.some((argument) => !ts.isFunctionLike(argument) && isIsolated(textOf(argument, model))))
}

/** An argument as written, with what a name in its place or in its members stands for: `runInTransaction(work, STRICT)`. */
function textOf(argument: ts.Expression, model: Model): string {
  const value = ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument) ? (model.initializerOf(argument) ?? argument) : argument
  const members = ts.isObjectLiteralExpression(value) ? value.properties.flatMap((member) => (ts.isPropertyAssignment(member) && ts.isIdentifier(member.initializer) ? (model.initializerOf(member.initializer)?.getText() ?? []) : [])) : []
  return [value.getText(), ...members].join(' ')
}

/** A lock that runs a function is held inside of that function only. */
function isHeldAt(lock: Call, at: ts.Node, model: Model): boolean {
  return model.callbacksOf(lock).length === 0 || (lock.node.pos <= at.pos && at.end <= lock.node.end)
}

/** The operation stands in a transaction that a function called by the unit opens and ends. */
function isOver(operation: Operation, unit: Unit, model: Model): boolean {
  if (model.openTransaction(operation.call)) return true
  const participation = model.participation(operation)
  const opened = participation.kind === 'in' ? participation.transaction : undefined
  return opened !== undefined && opened.kind !== 'parameter' && opened.unit !== unit && opened.unit === operation.unit
}

/** Two names of one table: SQL says the name that it has in the database, and clients say that of the model. */
export function isOneTable(one: string | undefined, other: string | undefined, model: Model): boolean {
  if (one === other) return true
  const known = model.table(one)
  return known !== undefined && known === model.table(other)
}

function isLockName(name: string): boolean {
  // `withRateLimitLocks(keys, async () => ...)`
  if (/^(?:with|run\w*|hold\w*)Locks?$|^with[A-Z]\w*Locks$/.test(name)) return true
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

/**
 * The library sends a list inside of a row as what was added to it, and refuses one that was replaced when the row has
 * changed since: only a test of what is in it can be out of date.
 */
export function isListKept(write: Operation, change: RowChange, test: RowTest | undefined, model: Model): boolean {
  if (!write.target?.tags.some(({ name }) => name === 'lists') || !change.entity) return false
  if (model.rows.changesOf(write).some((other) => other.column === change.column && other.entity && isReplaced(other))) return true
  return !test || !/\.(?:length|size|includes|some|indexOf|has|every)\b/.test(test.condition.getText())
}

/** All of the list is written again: it is assigned, or elements were moved. */
function isReplaced({ value, node }: RowChange): boolean {
  return value !== undefined || (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(?:splice|sort|reverse|shift|unshift|pop|fill|copyWithin)$/.test(node.expression.name.text))
}

/** A transaction that fails when another one changed a document it read. */
export function isSnapshot(read: Operation, write: Operation, model: Model): boolean {
  return read.target?.tags !== undefined && /^mongo/.test(read.package) && [read, write].every((operation) => model.participation(operation).kind === 'in' || model.openTransaction(operation.call) !== undefined)
}

/**
 * Beside the write, in its transaction, a row is made that can be there once for the row that was read: of two at once,
 * the second fails and takes its write back.
 *
 * @param unit in which the read and the write come together
 * @param effect what happens besides; one of the outside that comes first is not taken back
 */
export function isUndoneByKey(read: Operation, write: Operation, unit: Unit, effect: Operation | undefined, model: Model): boolean {
  const transaction = transactionOf(write, model)
  if (!transaction) return false
  const accesses = model.rows.accessesOf(unit)
  const asked = accesses.find(({ operation }) => operation === read)
  const names = new Set([...(model.rows.keyOf(read)?.columns.values() ?? [])].map((text) => asked?.lift(text) ?? text))
  const reached = effect && effect.kind !== 'query' ? accesses.findIndex(({ operation }) => operation === effect) : -1
  return accesses.some((access, index) => {
    const { operation } = access
    if (operation === write || operation.isUpsert || (reached >= 0 && reached < index) || transactionOf(operation, model) !== transaction) return false
    const created = model.rows.createdBy(operation)
    const keys = created ? (model.table(operation.table)?.uniqueKeys ?? []) : []
    return keys.some((key) => key.length === 1 && key.every((column) => isOfRow(created?.columns.get(columnName(column)), access, read, names, model)))
  })
}

/**
 * Before the look-up, in the same transaction, a row was changed that is named by what is looked for: of two at once,
 * the second waits there, and then sees what the first one made.
 */
export function isQueued(read: RowAccess, write: RowAccess, unit: Unit, model: Model): boolean {
  const transaction = transactionOf(write.operation, model)
  const [asked] = read.calls
  if (!transaction || !asked || transactionOf(read.operation, model) !== transaction) return false
  const names = new Set([...(model.rows.keyOf(read.operation)?.columns.values() ?? [])].map(read.lift).filter((text) => /^[⟨$@]/.test(text)))
  return model.rows.accessesOf(unit).some(({ operation, calls: [first], lift }) => {
    const isEarlier = first !== undefined && (first.node === asked.node ? operation.unit === read.operation.unit && operation.node.pos < read.operation.node.pos : first.node.pos < asked.node.pos)
    if (!isEarlier || operation.access !== 'write' || model.rows.createdBy(operation) || transactionOf(operation, model) !== transaction) return false
    const key = model.rows.keyOf(operation)
    return key !== undefined && [...key.columns.values()].some((text) => names.has(lift(text)))
  })
}

/** A value names the row: it is a column of it, or what it was looked for by. */
function isOfRow(text: string | undefined, { lift }: RowAccess, read: Operation, names: ReadonlySet<string>, model: Model): boolean {
  if (text === undefined) return false
  const lifted = lift(text)
  return names.has(lifted) ? /^[⟨$@]/.test(lifted) : model.rows.rowIn(lifted)?.operation === read && /\._?id$/.test(lifted)
}

function transactionOf(operation: Operation, model: Model): Transaction | undefined {
  const participation = model.participation(operation)
  return participation.kind === 'in' ? participation.transaction : model.openTransaction(operation.call)
}

/** Nothing else of the process runs from the read to the write: both are done when they return, and so is all that is awaited in between. */
export function isUninterrupted(read: Operation, write: Operation, model: Model): boolean {
  if (!read.isImmediate || !write.isImmediate || read.unit !== write.unit) return false
  const immediate = new Set(model.rows.accessesOf(read.unit).flatMap(({ operation, calls }) => (calls.length === 1 && operation.isImmediate ? [operation.node] : [])))
  const waits = (node: ts.Node): boolean => {
    if (node.end <= read.node.end || node.pos >= write.node.pos || ts.isFunctionLike(node)) return false
    if (ts.isAwaitExpression(node) && node.pos >= read.node.end && !immediate.has(skipOuter(node.expression))) return true
    return (ts.isForOfStatement(node) && node.awaitModifier !== undefined) || ts.forEachChild(node, waits) === true
  }
  return ts.forEachChild(read.unit.node, waits) !== true
}

export function isInTransaction(operation: Operation, model: Model): boolean {
  return model.participation(operation).kind === 'in' || model.openTransaction(operation.call) !== undefined
}
