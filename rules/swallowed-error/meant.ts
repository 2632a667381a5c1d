/**
 * Failures that are meant to be dropped: the words around the code say so, or what it asks, or when it runs.
 */
import { ts } from 'ts-morph'
import { saysWhatThen } from '../../src/model/failure-words.js'
import type { SwallowedError } from '../../src/model/promise-types.js'
import type { Call, Model, Reached, Unit } from '../../src/model/types.js'

/** The tables of a database that tell which tables and columns it has. */
const CATALOGUE = /\binformation_schema\b|\bpg_(?:catalog|class|tables|indexes|attribute|extension)\b|\bto_regclass\s*\(|\bsqlite_(?:master|schema)\b|\bpragma\s+table_info\b|\bshow\s+(?:tables|columns)\b/i
/** A text above the code says what its failure means. */
const STATED =
  /best[- ]effort|fails? (?:open|soft|silently)|fail-(?:open|soft|silent)|non-?(?:fatal|critical|blocking)|never (?:throws?|rejects?|blocks?)|(?:does(?: no|n')t|do not|don't|must not|mustn't|should not|shouldn't|will not|won't|cannot|can't|never) (?:block|break|crash|abort|prevent|throw|stop)\b|\b(?:errors?|failures?) (?:are|is) (?:ignored|swallowed|suppressed|dropped)|\b(?:swallow|ignor|suppress)\w* (?:all |any |the |its )?(?:errors?|failures?)|\btry[/ -]?catched\b|\breturns? (?:null|undefined|nothing)\b[^.]*\b(?:fails?|failed|failure|error)|\b(?:empty|null|undefined|nothing)\b[^.]*\b(?:if|when|on)\b[^.]*\b(?:fail|error)|\b(?:if|when|on)\b[^.]*\b(?:fails|failed|failure|errors?),? [^.]*\b(?:empty|null|undefined|nothing)\b|\bfalls? ?back\b/i
/** Members that take a part of a schema away. */
const DROPS = /^(?:drop|remove|delete)/i
/** Somebody has left. */
const LEFT = /^(?:disconnect\w*|close[d]?|end|leave)$/i

/** @returns whether what is written above some code says that its failure does not matter, or what it gives then */
export function isStated(text: string): boolean {
  return STATED.test(text) || saysWhatThen(text)
}

/** Which tables or columns there are is asked of the database, and nothing else. */
export function asksCatalogue({ guarded, calls }: SwallowedError, model: Model): boolean {
  return CATALOGUE.test(guarded.getText()) && calls.every((call) => !changesData(call, model))
}

/** What is said of the functions around. */
export function commentOf(unit: Unit): string {
  let found = ''
  for (let at: Unit | undefined = unit; at && at.kind !== 'module'; at = at.parent) found += trivia(ts.isVariableDeclaration(at.node.parent) ? at.node.parent.parent.parent : at.node)
  return found
}

/** What is said at the head of the file, also behind `'use strict'`. */
export function headOf(node: ts.Node): string {
  const { statements } = node.getSourceFile()
  const [first, second] = statements
  if (!first) return ''
  // Behind the imports, in front of what says how a route is served: `export const dynamic = 'force-dynamic'`.
  const behind = statements.find((statement) => !ts.isImportDeclaration(statement))
  return trivia(first) + (second && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) ? trivia(second) : '') + (behind && behind !== first && ts.isVariableStatement(behind) ? trivia(behind) : '')
}

/** What is said over the statements right in front of a `try`: `// A failure must not break the page.` and `let count = 0`. */
export function saidBefore(node: ts.Node): string {
  const attempt = ts.findAncestor(node, ts.isTryStatement)
  const block = attempt?.parent
  if (!attempt || !block || !ts.isBlock(block)) return ''
  const at = block.statements.indexOf(attempt)
  const before = block.statements[at - 1]
  return before && ts.isVariableStatement(before) ? trivia(before) : ''
}

function trivia(node: ts.Node): string {
  return node.getSourceFile().text.slice(node.pos, node.getStart())
}

/** `socket.on('disconnect', () => sessions.delete(socket.id).catch(() => {}))` */
export function isOfLeaving({ node }: Unit, reached: Reached | undefined): boolean {
  if (reached?.operation.access !== 'delete' || !ts.isCallExpression(node.parent)) return false
  const [event] = node.parent.arguments
  return event !== undefined && event !== node && ts.isStringLiteralLike(event) && LEFT.test(event.text)
}

/** What is taken away is made again further down: an old file in front of the new one, a row of the same table, indexes. */
export function isReplaced({ unit, node }: SwallowedError, reached: Reached | undefined, model: Model): boolean {
  if (!reached) return false
  const { kind, access, arity, table, call, handle } = reached.operation
  const isAgain = ({ operation }: Reached, { node: later }: Call): boolean => {
    if (kind === 'storage') return operation.access === 'write'
    if (access === 'ddl') return operation.access === 'ddl' && later.getText().includes(handle.text)
    return arity === 'one' && table !== undefined && operation.access === 'write' && operation.table === table && !operation.wide
  }
  const takesAway = access === 'delete' || (access === 'ddl' && DROPS.test(call.name))
  return takesAway && (kind === 'storage' || kind === 'query') && unit.calls.some((later) => later.node.pos > node.end && model.reachedFrom(later, kind).some((other) => isAgain(other, later)))
}

/** `updateOne({ _id, hash: { $ne: hash } }, change, { upsert: true })`: a row that needs no change is inserted, and its key is taken. */
export function isKeyTaken(reached: Reached | undefined): boolean {
  return reached?.operation.isUpsert === true && reached.operation.where.some((filter) => filter !== true && /\$(?:ne|not|nin|lte?|gte?)\b/.test(filter.getText()))
}

/** Functions that let somebody pass by not failing: `canRead(user, file).then(() => file).catch(() => undefined)`. */
const CHECKS = /^(?:can|is|has|may|check|assert|require|authori[sz]e|ensure)(?=[A-Z_]|$)/
/** Errors that are an answer: whoever asks may not. */
const REFUSES = /\bthrow new \w*(?:Forbidden|Unauthori[sz]ed|AccessDenied|NotAllowed|Permission)\w*|\bPromise\.reject\(\)/

/** @returns whether all that can fail asks if something is allowed, and changes nothing */
export function asksPermission(calls: readonly Call[], reached: Reached | undefined, model: Model): boolean {
  const access = reached?.operation.access
  return access !== 'write' && access !== 'delete' && calls.every((call) => call.name === 'then' || CHECKS.test(call.name) || model.resolve(call).units.some(({ node }) => REFUSES.test(node.getText())))
}

/** `await import('sharp')`: whether a package is there, which need not be. */
export function isPackageAsked({ node }: Call): boolean {
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return false
  const [specifier] = node.arguments
  return specifier !== undefined && ts.isStringLiteralLike(specifier) && !/^[./]/.test(specifier.text)
}

/** `for (const operation of cleanupOperations) try { await operation() } catch {}` */
export function isCleanupList(node: ts.Node): boolean {
  const loop = ts.findAncestor(node, (at) => ts.isForOfStatement(at) || ts.isFunctionLike(at))
  return loop !== undefined && ts.isForOfStatement(loop) && /clean_?up|tear_?down/i.test(loop.expression.getText())
}

/** Done on the side: a note of when somebody was here or looked at something, a sign-out elsewhere: `{ lastSeenAt: new Date() }`, `addToRecentViews(id)`, `'/auth/signout'`. */
export function isOnTheSide(guarded: ts.Node): boolean {
  const text = guarded.getText()
  return text.length < SHORT && /\blast_?(?:seen|used|active|activity|login|access(?:ed)?|visit(?:ed)?)\w*\b|recent(?:ly)?_?view|(?:page|profile|product)_?views?\b|view_?(?:count|history)|\b(?:sign|log)[-_]?out\b/i.test(text)
}

const SHORT = 300

/** `cancel(subscription)`, `releaseSeats(order)`: not the end of something of this process. */
export function changesData(call: Call, model: Model): boolean {
  return (['payment', 'query'] as const).some((kind) => model.reachedFrom(call, kind).some(({ operation }) => operation.access === 'write' || operation.access === 'delete'))
}
