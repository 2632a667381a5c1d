import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { append, firstWithOthers } from '../../src/findings/multimap.js'
import { argumentsOf, propertyOf } from '../../src/libraries/paths.js'
import { productOf } from '../../src/model/durations.js'
import { isLockOnly } from '../../src/model/lock-only.js'
import { callsInside, workInTransactions, type WorkInside } from '../../src/model/transaction-work.js'
import type { Model, Operation, OperationKind, Transaction, Unit } from '../../src/model/types.js'

/** Kinds of work that leave the database, what is worst of several comes first. */
const OUTWARD = ['payment', 'email', 'sms', 'publish', 'enqueue', 'storage', 'llm', 'http', 'sleep', 'cache-delete'] as const satisfies readonly OperationKind[]
/** Hops beyond which a call is hardly part of the work. */
const NEAR = 4

export default defineRule({
  id: 'external-call-in-transaction',
  severity: 'critical',
  title: 'Something outside the database is called while a transaction is open.',
  category: 'anti-pattern',
  topic: 'architecture',
  check({ model, report }) {
    for (const { one, there, elsewhere } of byCause(workInTransactions(model, OUTWARD))) {
      const { at, reached, transaction } = one
      report({
        at,
        message: `${messageFor(one, model)}${leadingThere(there.length, elsewhere.length)}`,
        why: 'Row locks and a pooled connection stay taken until the other side answers, so a slow provider stops every request that needs them; and what has gone out is not taken back by a rollback. Keep only database work inside.',
        trace: [
          { file: transaction.unit.file, node: transaction.node, label: 'transaction opens' },
          ...reached.trace,
          ...[...there, ...elsewhere].slice(0, MOST_OTHERS).map((other) => ({ ...other.at, label: `${other.at.label}${other.transaction.node === transaction.node ? '' : ` in the transaction of ${nameOf(other.transaction.unit)}`}, which leads there too` })),
        ],
        fixes: [recipeFor(one)],
        confidence: isRelay(one, model) || holdsLittle(one, model) || isAtStart(one.transaction.unit, model) ? 'low' : confidenceOf(one),
      })
    }
  },
})

/** Further calls of one finding that are shown. */
const MOST_OTHERS = 6
/** Transactions that lead to one call site through the same functions; more are told as one. */
const HABIT = 3
/** Calls from that call site to the work, at most. */
const SHARED = 2

/** Work that is told as one. */
interface Cause {
  /** The surest of it. */
  readonly one: WorkInside
  /** Further calls of the same transaction. */
  readonly there: readonly WorkInside[]
  /** Calls of other transactions. */
  readonly elsewhere: readonly WorkInside[]
}

/**
 * What a transaction leads to by several calls is one mistake, told at the surest of them; so is a pause, or a call site
 * deep in functions that many transactions share.
 */
function byCause(work: readonly WorkInside[]): Cause[] {
  const told = new Set<ts.Node>()
  const causes = new Map<string, WorkInside[]>()
  for (const one of [...work].sort((left, right) => rankOf(left) - rankOf(right) || RANKS.indexOf(confidenceOf(left)) - RANKS.indexOf(confidenceOf(right)) || Number(isQuestion(left)) - Number(isQuestion(right)))) {
    const { at, reached, transaction } = one
    // An answer that nobody waits for holds nothing, and a question changes nothing.
    if (told.has(at.node) || (one.isDetached && isQuestion(one))) continue
    told.add(at.node)
    const { node } = transaction.origin ?? transaction
    // The call itself, or a wait, is mended where it stands.
    const isDirect = reached.trace.length === 1 || at.node === reached.operation.call.node || reached.operation.kind === 'sleep'
    append(causes, isDirect ? `${causes.size}` : `${placeKey(node)} ${reached.operation.id}`, one)
  }
  const sites = new Map<string, [WorkInside, ...WorkInside[]][]>()
  for (const [one, ...others] of causes.values()) if (one) append(sites, siteOf(one) ?? `${sites.size}`, [one, ...others])
  return firstWithOthers(sites.values(), (list, [first]) => list.length > HABIT || first.reached.operation.kind === 'sleep').map(([[one, ...others], further]) => {
    const all = [...others, ...further.flat()]
    const isThere = (other: WorkInside) => other.transaction.node === one.transaction.node
    return { one, there: all.filter(isThere), elsewhere: all.filter((other) => !isThere(other)) }
  })
}

/** The call that leads to the work a few calls before it, where that stands behind the text of the transaction. */
function siteOf({ at, reached: { trace, operation } }: WorkInside): string | undefined {
  const site = trace.at(-1 - SHARED)
  return site && trace.indexOf(site) > trace.indexOf(at) ? `${placeKey(site.node)} ${operation.id}` : undefined
}

function placeKey(node: ts.Node): string {
  return `${node.getSourceFile().fileName} ${node.pos}`
}

/** `; 2 more calls there lead to it, and 1 in another transaction`. */
function leadingThere(there: number, elsewhere: number): string {
  const others = elsewhere > 0 ? `${elsewhere}${there > 0 ? '' : ` more call${elsewhere > 1 ? 's' : ''}`} in ${elsewhere > 1 ? 'other transactions' : 'another transaction'}` : ''
  if (there === 0) return others && `; ${others} lead${elsewhere > 1 ? '' : 's'} to it`
  return `; ${there} more call${there > 1 ? 's' : ''} there lead${there > 1 ? '' : 's'} to it${others && `, and ${others}`}`
}

const RANKS: readonly Confidence[] = ['high', 'medium', 'low']

function rankOf({ reached }: WorkInside): number {
  return (OUTWARD as readonly OperationKind[]).indexOf(reached.operation.kind)
}

function isQuestion({ reached: { operation } }: WorkInside): boolean {
  return operation.access === 'read' || operation.kind === 'sleep' || operation.kind === 'llm'
}

/** What an outbox holds is sent while its rows are locked, so that nobody else sends them; sent twice, it is sent at least once. */
function isRelay({ reached: { operation }, transaction }: WorkInside, model: Model): boolean {
  if (operation.kind !== 'publish' && operation.kind !== 'enqueue') return false
  return [transaction.unit, ...transaction.bodies].some((unit) =>
    unit.calls.some((call) => {
      const read = model.operationOf(call)
      return read?.kind === 'query' && read.access === 'read' && /outbox/i.test(read.table ?? '') && (read.locks || /skip_?\s?locked/i.test(read.node.getText()))
    }),
  )
}

/**
 * No row is locked, because nothing that is sent takes part in the transaction (`db.transaction(async () => ...)`), or
 * only its connection would be taken, and it takes none (MongoDB).
 */
function holdsLittle(one: WorkInside, model: Model): boolean {
  const { transaction, reached } = one
  if (isApart(transaction, model)) return true
  return transaction.isUnpinned && !CANNOT_BE_TAKEN_BACK.has(reached.operation.kind) && lockedTables(one, model).length === 0
}

/** Callers between the work and what the framework runs at the start. */
const MOST_CALLERS = 4

/**
 * It is only done while the program starts (`onModuleInit() { await this.seed() }`): nobody waits for the rows. What a
 * function is given there may be run at any time, and what is in an endless loop again and again.
 */
function isAtStart(unit: Unit, model: Model, depth = 0): boolean {
  if (depth > MOST_CALLERS || model.entryPointsOf(unit).length > 0) return false
  if (model.isStartHook(unit)) return true
  const callers = model.callersOf(unit)
  return callers.length > 0 && callers.every(({ call, use }) => (!use || use.mode === 'iterates') && !isInWhile(call.node) && isAtStart(call.unit, model, depth + 1))
}

function isInWhile(node: ts.Node): boolean {
  const loop = ts.findAncestor(node, (at) => ts.isFunctionLike(at) || ts.isWhileStatement(at) || ts.isDoStatement(at) || (ts.isForStatement(at) && !at.condition))
  return loop !== undefined && !ts.isFunctionLike(loop)
}

const CANNOT_BE_TAKEN_BACK = new Set<OperationKind>(['payment', 'email', 'sms', 'publish', 'enqueue'])

/** The functions do not take the handle that they are offered, or do not use it: the transaction is there for a lock. */
function isApart(transaction: Transaction, model: Model): boolean {
  return !transaction.implicit && (transaction.isHandleIgnored === true || isLockOnly(transaction, model))
}

function confidenceOf({ reached, isDetached }: WorkInside): Confidence {
  // Whoever receives it looks long after the commit, and finds nothing to do where there was none.
  if (isPutOff(reached.operation)) return 'low'
  // What a cache forgets too early is filled again with the old row, for as long as it keeps that.
  if (reached.operation.kind === 'cache-delete') return 'low'
  // What is left to a queue far away is hardly part of the work.
  if (isDetached && reached.distance > NEAR) return 'low'
  return reached.confidence === 'medium' || reached.cached || isDetached || reached.distance > NEAR ? 'medium' : 'high'
}

/** Milliseconds after which nobody is in a transaction any more. */
const LONG_AFTER = 60_000

/** `queue.add('remind', { id }, { delay: 24 * 60 * 60 * 1000 })`. */
function isPutOff({ kind, call: { node } }: Operation): boolean {
  if (kind !== 'enqueue') return false
  const delays = argumentsOf(node).flatMap((argument) => (ts.isObjectLiteralExpression(argument) ? propertyOf(argument, 'delay') : []))
  return delays.some((delay) => /^[\d_\s*]+$/.test(delay.getText()) && productOf(delay.getText()) >= LONG_AFTER)
}

const HELD_FOR_NOTHING = new Set<OperationKind>(['sleep', 'cache-delete'])

function messageFor(one: WorkInside, model: Model): string {
  const { operation } = one.reached
  const locks = lockedTables(one, model)
  const whose = `inside the transaction of ${nameOf(one.transaction.unit)}`
  if (isApart(one.transaction, model) && !one.isDetached && !HELD_FOR_NOTHING.has(operation.kind)) return `${operation.label} (${operation.kind}) is awaited ${whose}, through which no row is written: its connection stays taken until it answers`
  const held = locks.length > 0 ? `rows of ${locks.join(' and ')} stay locked` : 'its connection stays taken'
  switch (operation.kind) {
    case 'sleep':
      return `${operation.label} waits ${whose}: ${held} for nothing`
    case 'cache-delete':
      return `${operation.label} drops a cache entry ${whose}, before the commit: a reader can put the old value back`
    case 'payment':
    case 'email':
    case 'sms':
      if (operation.access === 'read') break
      return `${operation.label} (${operation.kind}) is called ${whose}: a rollback does not take it back, and ${held} until it answers`
    case 'publish':
    case 'enqueue':
      return `${operation.label} (${operation.kind}) is called ${whose}: whoever receives it can look before the commit, and a rollback does not take it back`
  }
  if (one.isDetached) return `${operation.label} (${operation.kind}) starts ${whose}: it is not undone when that rolls back`
  return `${operation.label} (${operation.kind}) is awaited ${whose}: ${held} until it answers`
}

/** Tables written in the transaction before the call, two at most. */
function lockedTables({ transaction, at }: WorkInside, model: Model): string[] {
  if (isApart(transaction, model)) return []
  const tables = callsInside(transaction, model)
    .filter(({ node, loop }) => node.getSourceFile() !== at.node.getSourceFile() || node.pos < at.node.pos || loop !== undefined)
    .flatMap((call) => model.reachedFrom(call, 'query'))
    .filter((reached) => (isWrite(reached.operation) || reached.operation.locks) && reached.distance <= NEAR && reached.operation.package === transaction.package && model.participationOf(reached).kind !== 'out')
    .flatMap(({ operation }) => (operation.table === undefined ? [] : entityOf(operation.table, model)))
  return [...new Set(tables)].slice(0, 2)
}

/** `IOrder` of `save(order: IOrder)` is the interface of the entity `Order`. */
function entityOf(table: string, model: Model): string {
  return table.startsWith('i') && !model.table(table) && model.table(table.slice(1)) ? table.slice(1) : table
}

function isWrite({ access }: Operation): boolean {
  return access === 'write' || access === 'delete'
}

/** The function a reader looks for: the one around callbacks without a name. */
function nameOf(unit: Unit): string {
  let named = unit
  while (named.parent && named.parent.kind !== 'module' && / (?:of|by) /.test(named.name)) named = named.parent
  return named.name
}

function recipeFor({ at, reached, transaction }: WorkInside): Fix {
  const call = statementOf(at.node)
  const { kind, access } = reached.operation
  const body = transaction.kind === 'decorator' ? 'await this.saveChanges(...)  // the decorated method, with the database work alone' : openingOf(transaction)
  if (kind === 'sleep') return { kind: 'recipe', title: 'Wait before or after the transaction, not inside.', edits: [], code: `${body}\n${call}` }
  if (access === 'read' || call.startsWith('const ')) {
    const key = kind === 'payment' ? '  // with an idempotency key, so that a retry does not repeat it' : ''
    return { kind: 'recipe', title: 'Call it before the transaction and use its result inside.', edits: [], code: `${call}${key}\n${body}` }
  }
  const handle = transaction.handles[0]?.name ?? 'the same transaction'
  return {
    kind: 'recipe',
    title: 'Call it after the commit, or write an outbox row in the transaction that a worker acts on.',
    edits: [],
    code: `${body}\n${call}\n\n// or, where it must not get lost: inside, insert a row into an outbox table through ${handle};\n// a worker reads it after the commit and does the call`,
  }
}

/** The statement in the user's words, cut where it gets long. */
function statementOf(node: ts.Node): string {
  const awaited = ts.isAwaitExpression(node.parent) ? node.parent : node
  const declaration = ts.findAncestor(awaited, (parent) => ts.isVariableDeclaration(parent) || ts.isStatement(parent) || ts.isFunctionLike(parent))
  const text = node.getText().replace(/\s+/g, ' ')
  const call = text.length > 90 ? `${text.slice(0, text.indexOf('(') + 1)}...)` : text
  const holder = declaration && ts.isVariableDeclaration(declaration) ? `const ${declaration.name.getText()} = ` : ''
  return `${holder}await ${call}`
}

function openingOf(transaction: Transaction): string {
  const { node, handles, kind } = transaction
  if (kind === 'begin' || !ts.isCallExpression(node)) return '// begin, the database work, commit'
  return `await ${node.expression.getText().replace(/\s+/g, ' ')}(async (${handles[0]?.name ?? ''}) => {\n  // the database work\n})`
}
