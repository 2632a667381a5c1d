/**
 * Writes that may be lost or repeated without harm.
 */
import { ts } from 'ts-morph'
import { contains } from '../../src/model/control-flow.js'
import type { Model } from '../../src/model/types.js'
import { isAnswerBetween, isWorkBetween, isWorth, LOOKED_AT, resultName } from './between.js'
import { isClaim, isClosing } from './states.js'
import { isKeyed, subjectOf, type Write } from './writes.js'

/** Tables kept beside the facts: losing a row leaves nothing half done. */
const BESIDE = /(?:log|audit|metric|event|histor|analytic|session|cache|last_?seen|last_?login|activit(?:y|ies)|stat|counter|visit|telemetry|notification|outbox|job|queue|migration|token|attempt|execut(?:ion|ed)|slack|(?:^|[._])sent)/i
/** Lists of words in use, to which a write adds what is missing. */
const WORDS = /^(?:tag|label|keyword)s?$/i
/** Columns whose update is a touch. */
const TOUCH = /^(?:last\w*(?:At|Id|Seen|Login|Used|Active\w*|Date|Time)|updatedAt|updated_at|\w*(?:Count|_count|views|visits|seenAt|lastActive\w*|(?:access|refresh|session|remember)_?token))$/i
const LAST = /^last\w*(?:At|Date|Time|On)$|^last_\w*_(?:at|date|time|on)$/
/** Functions that look at something: what they write on the way is brought up to date, and would be the next time too. */
const ASKS = /^_?(?:verify|check|validate|authenticate|authorize|is|has|can|get|find|fetch|load|read|resolve|require|assert|lookup|ensure)(?=[A-Z_]|$)/
const READS = /^_?(?:get|find|load)(?=[A-Z_])/
/** What they write is computed from other rows and can be computed again. */
const DERIVES = /^_?(?:refresh|recalculate|recompute|reindex|sync(?:hroni[sz]e)?|touch|invalidate|rebuild|schedule)(?=[A-Z_]|$)/
const TOUCHES = /(?:active|touch|seen|heartbeat|lastUsed|(?:error|warning)Messages?)\w*$/i

/** Losing it, or the other one without it, leaves nothing half done. */
export function isIncidental(write: Write, model: Model): boolean {
  const { operation, reached } = write
  if (isExpendable(write, model)) return true
  const passed = reached.trace.slice(0, -1).map(({ label }) => label.replace(/^.*\./, ''))
  if (passed.some((name) => ASKS.test(name) || DERIVES.test(name)) || reached.trace.some(({ label }) => TOUCHES.test(label))) return true
  // Of a table that generic code hides, its repository has the name: `this.data.notifications`, `newSession.save`.
  const subject = operation.table ?? (subjectOf(write) === operation.label ? operation.label.replace(/\.[\w$]+$/, '') : subjectOf(write)).replace(/^.*\./, '')
  if (BESIDE.test(subject) || (operation.isUpsert && WORDS.test(subject))) return true
  const columns = columnsOf(operation.data)
  return columns.length > 0 && (columns.every(({ name }) => TOUCH.test(name) && !isWorth(name)) || isTally(columns))
}

interface WrittenColumn {
  readonly name: string
  /** The database adds to what is there. */
  readonly isIncrement: boolean
}

/** Columns that an object literal sets, those of a condition too: `{ ...(isFirst && { leads: { increment: 1 } }) }`; none where one is not seen. */
function columnsOf(data: ts.Expression | undefined): WrittenColumn[] {
  const value = data && ts.isParenthesizedExpression(data) ? data.expression : data
  if (value && ts.isBinaryExpression(value)) return columnsOf(value.right)
  if (!value || !ts.isObjectLiteralExpression(value)) return []
  const found: WrittenColumn[] = []
  for (const member of value.properties) {
    // `{ $set: { seenAt } }`
    const inner = ts.isSpreadAssignment(member) ? columnsOf(member.expression) : ts.isPropertyAssignment(member) && /^['"]?\$set['"]?$/.test(member.name.getText()) ? columnsOf(member.initializer) : member.name ? [{ name: member.name.getText(), isIncrement: ts.isPropertyAssignment(member) && /^\{\s*increment\b/.test(member.initializer.getText()) }] : []
    if (inner.length === 0) return []
    found.push(...inner)
  }
  return found
}

/** How often something happened, and when it did last: a number that people look at. */
function isTally(columns: readonly WrittenColumn[]): boolean {
  return columns.some(({ name }) => LAST.test(name) || LOOKED_AT.test(name)) && columns.every(({ name, isIncrement }) => LAST.test(name) || (isIncrement && !isWorth(name)))
}

/** Two writes of which the second failing leaves nothing that nobody sees to, or that no transaction could hold together. */
export function areApart(first: Write, second: Write, model: Model): boolean {
  return isRecord(first, second) || isFoundOrMade(first, model) || isBroughtUpToDate(first, second, model) || isGoneOver(first, second) || isFoundAgain(first, second, model) || isDoneOnce(first, second, model) || isWorkBetween(first, second, model) || isAnswerBetween(first, second, model) || isClaim(first, second, model) || isClosing(first, second, model) || isLater(first, second) || [first, second].some(({ call }) => isDurableStep(call.node)) || isDoneAgain(first, second, model)
}

/** A row that is made where it is missing, and left as it is otherwise: when the rest fails, the next try finds it. */
function isFoundOrMade({ operation }: Write, model: Model): boolean {
  return isKeyed(operation) && (model.rows.changesOf(operation).length === 0 || (operation.where.length === 0 && model.rows.createdBy(operation) !== undefined))
}

/** `syncCalendars()`, `getUser()`: what it sets, it sets again the next time; what it finds missing, it finds the next time too. */
function isBroughtUpToDate(first: Write, second: Write, model: Model): boolean {
  const name = first.call.unit.name.replace(/^.*\./, '')
  // What undoes steps does each by itself.
  return READS.test(name) || /^_?(?:compensate|rollback|undo)(?=[A-Z_]|$)/i.test(name) || (DERIVES.test(name) && [first, second].every((write) => isSet(write, model)))
}

/** Both write down that something else failed. */
function isRecord(first: Write, second: Write): boolean {
  const clause = ts.findAncestor(first.call.node, (at) => ts.isCatchClause(at) || ts.isFunctionLike(at))
  return clause !== undefined && ts.isCatchClause(clause) && contains(clause, second.call.node)
}

/** One of them is tried by itself, and its failure is told and gone over; so is the removal of one of many. */
function isGoneOver(first: Write, second: Write): boolean {
  return [first, second].some((write) => {
    // Each of many by itself, with a failure of its own: `Promise.all(rooms.map(async (room) => { try { ... } catch { return ... } }))`.
    const own = write.call !== write.operation.call && contains(write.call.node, write.operation.call.node) ? attemptAround(write.operation.call.node)?.catchClause : undefined
    if (own && !/\b(?:throw|reject)\b/.test(own.getText())) return true
    // A function that tidies up, and goes over it when that fails.
    if (write.operation.access === 'delete' && write.reached.trace.slice(1).some(({ node }) => goesOn(attemptAround(node)?.catchClause))) return true
    const attempt = attemptAround(write.call.node)
    if (!attempt?.catchClause || !goesOn(attempt.catchClause)) return false
    const isAlone = ![first, second].every(({ call }) => contains(attempt.tryBlock, call.node))
    return isAlone || (write.call.loop !== undefined && contains(write.call.loop.node, attempt) && first.operation.access === 'delete' && second.operation.access === 'delete')
  })
}

/** `if (!customer.isVerified) await update({ isVerified })`, whatever comes after it: the next try finds that done and goes on. */
function isDoneOnce(first: Write, second: Write, model: Model): boolean {
  const columns = model.rows.changesOf(first.operation).map(({ column }) => column)
  if (columns.length === 0 || !isSet(first, model)) return false
  for (let at: ts.Node = first.call.node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (!ts.isIfStatement(parent) || parent.thenStatement !== at) continue
    if (contains(parent, second.call.node)) return false
    const tested = parent.expression.getText().toLowerCase().replaceAll('_', '')
    if (columns.every((column) => new RegExp(String.raw`\.${column}\b`).test(tested))) return true
  }
  return false
}

/** `(await find(name)) ?? (await create(name))`: when the rest fails, the next try finds what the first one left. */
function isFoundAgain(first: Write, second: Write, model: Model): boolean {
  const { call, operation } = first
  for (let at: ts.Node = call.node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (ts.isBinaryExpression(parent) && parent.right === at && /^(?:\|\||\?\?|\|\|=|\?\?=)$/.test(parent.operatorToken.getText())) return isLookedFor(parent.left)
    if (!ts.isIfStatement(parent) || parent.expression === at || contains(parent, second.call.node)) continue
    // `else if (!customer.isVerified) await update(...)`
    if (parent.elseStatement === at && !isSet(first, model)) return false
    // `if (!customer) customer = await create(...)`
    const absent = ts.isPrefixUnaryExpression(parent.expression) && ts.isIdentifier(parent.expression.operand) ? parent.expression.operand.text : undefined
    if (absent === undefined && ts.isIfStatement(parent.parent) && parent.parent.elseStatement === parent) continue
    if (absent === undefined || !new RegExp(`\\b${absent}\\s*=[^=>]`).test(parent.thenStatement.getText())) return false
    return call.unit.calls.some((one) => one.node.end <= parent.pos && resultName(one.node) === absent && isRead(one))
  }
  return false

  function isLookedFor(left: ts.Expression): boolean {
    if (ts.isIdentifier(left)) return call.unit.calls.some((one) => one.node.end <= left.pos && isRead(one))
    return call.unit.calls.some((one) => contains(left, one.node) && isRead(one))
  }
  function isRead(one: Write['call']): boolean {
    return model.reachedFrom(one, 'query').some((reached) => reached.distance <= 2 && reached.operation.access === 'read' && reached.operation.table === operation.table)
  }
}

/** `makeReport(order).then(() => save(...))`, which nothing waits for, beside what is waited for. */
function isLater(first: Write, second: Write): boolean {
  const statements = [first, second].map(({ call }) => ts.findAncestor(call.node, ts.isExpressionStatement))
  const [isFirst, isSecond] = [first, second].map(({ call, operation }, index) => {
    const statement = statements[index]
    return statement !== undefined && !ts.isAwaitExpression(statement.expression) && call.name === 'then' && call !== operation.call && contains(call.node, operation.call.node)
  })
  if (isFirst === isSecond || statements[0] === statements[1]) return false
  const other = (isFirst ? second : first).call.node
  return ts.findAncestor(other, (at) => ts.isAwaitExpression(at) || ts.isStatement(at) || ts.isFunctionLike(at))?.kind === ts.SyntaxKind.AwaitExpression
}

/** `step.run('charge', async () => ...)`: what a workflow goes on with where it stopped, on an object it is given. */
function isDurableStep(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || !/^(?:run|do|step|runTask|runStep)$/.test(node.expression.name.text)) return false
  const [name, ...rest] = node.arguments
  const receiver = node.expression.expression
  const holder = ts.isIdentifier(receiver) ? ts.findAncestor(node, (at) => ts.isFunctionLike(at) && at.parameters.some((parameter) => new RegExp(String.raw`\b${receiver.text}\b`).test(parameter.name.getText()))) : undefined
  return holder !== undefined && name !== undefined && (ts.isStringLiteralLike(name) || ts.isTemplateExpression(name)) && rest.some(ts.isFunctionLike)
}

/** A route that a schedule calls: `/api/cron/usage`. */
const SCHEDULED = /(?:^|\/)(?:crons?|schedules?|scheduled)(?:\/|$)/

/** Where the code of jobs stands that nothing known runs. */
const JOBS = /(?:^|\/)(?:jobs?|workers?|consumers?|crons?)\//

/** A job that is delivered again, or whose time comes again, sets both again, to the same. */
function isDoneAgain(first: Write, second: Write, model: Model): boolean {
  const { unit } = first.call
  const entries = model.entryPointsOf(unit)
  const isJob = isDurableStep(unit.node.parent) || (entries.length === 0 ? JOBS.test(unit.file.relative) : entries.every(({ kind, path }) => kind === 'job' || kind === 'consumer' || kind === 'cron' || SCHEDULED.test(path ?? '')))
  return isJob && [first, second].every((write) => isSet(write, model))
}

/** The row is what it should be afterwards, however often that is done. */
function isSet({ operation }: Write, model: Model): boolean {
  if (operation.access === 'delete' || operation.isUpsert) return true
  if (operation.isAtomic || model.rows.createdBy(operation) !== undefined) return false
  return model.rows.changesOf(operation).every(({ isComputed, uses }) => !isComputed && uses.every(({ change }) => change !== 'arithmetic'))
}

function attemptAround(node: ts.Node): ts.TryStatement | undefined {
  const block = ts.findAncestor(node, (at) => ts.isFunctionLike(at) || (ts.isBlock(at) && ts.isTryStatement(at.parent) && at.parent.tryBlock === at))
  return block && ts.isTryStatement(block.parent) ? block.parent : undefined
}

/** Whoever wrote it goes on without: nobody waits for it, or its failure is caught and gone over. */
function isExpendable({ call }: Write, model: Model): boolean {
  const { node } = call
  for (let at: ts.Node = node; at.parent && !ts.isFunctionLike(at) && !ts.isStatement(at); at = at.parent) {
    const { parent } = at
    if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'catch' && ts.isCallExpression(parent.parent) && goesOn(parent.parent.arguments[0])) return true
    if (ts.isVoidExpression(parent)) return true
    if (ts.isCallExpression(parent) && parent.expression !== at && isLeftAlone(parent)) return true
  }
  // A builder that nobody awaits never runs, which is another mistake.
  if (ts.isExpressionStatement(node.parent) && model.operationOf(call) === undefined && model.resolve(call).units.some(({ isAsync }) => isAsync)) return true
  const block = ts.findAncestor(node, (at) => ts.isBlock(at) && ts.isTryStatement(at.parent) && at.parent.tryBlock === at)
  const attempt = block && ts.isTryStatement(block.parent) ? block.parent : undefined
  return attempt?.catchClause !== undefined && ts.isBlock(block as ts.Node) && (block as ts.Block).statements.length === 1 && goesOn(attempt.catchClause)
}

/** `Promise.allSettled([...])` whose failures nobody looks at, and what runs behind the answer: `waitUntil(...)`. */
function isLeftAlone(call: ts.CallExpression): boolean {
  const callee = call.expression
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
  if (name === 'waitUntil' || name === 'after') return true
  return name === 'allSettled' && !/\brejected\b|\.reason\b/.test(ts.findAncestor(call, ts.isFunctionLike)?.getText() ?? '')
}

/** Nothing in a handler of a failure ends the function or passes the failure on. */
function goesOn(handler: ts.Node | undefined): boolean {
  return handler !== undefined && (ts.isFunctionLike(handler) || ts.isCatchClause(handler)) && !/\b(?:throw|return|reject|next|process\.exit)\b/.test(handler.getText()) && !/\.(?:status|send|json)\(/.test(handler.getText())
}

/** Whether a write that a loop repeats can be run again as a whole: it sets what is given, and does not add to it. */
export function isRepeatable({ operation, call }: Write, model: Model): boolean {
  // Each item by itself: a failure of one is handled where it happens.
  if (ts.findAncestor(operation.call.node, (at) => ts.isTryStatement(at) && call.node.pos <= at.pos) || ts.findAncestor(call.node, (at) => ts.isTryStatement(at) && call.loop !== undefined && at.pos >= call.loop.node.pos)) return true
  if (operation.access === 'delete' || operation.isUpsert) return true
  if (model.rows.changesOf(operation).some(({ uses }) => uses.some(({ change }) => change === 'arithmetic'))) return false
  return !(operation.isAtomic || /increment|decrement|\$inc\b/.test(operation.node.getText())) || model.rows.createdBy(operation) !== undefined
}
