/**
 * Writes that may be lost or repeated without harm.
 */
import { ts } from 'ts-morph'
import type { Model } from '../../src/model/types.js'
import type { Write } from './writes.js'

/** Tables kept beside the facts: losing a row leaves nothing half done. */
const BESIDE = /(?:log|audit|metric|event|histor|analytic|session|cache|last_?seen|last_?login|activity|stat|counter|visit|telemetry|notification|outbox|job|queue|migration|token|attempt)/i
/** Columns whose update is a touch. */
const TOUCH = /^(?:last\w*(?:At|Seen|Login|Used|Active\w*|Date|Time)|updatedAt|updated_at|\w*(?:Count|_count|views|visits|seenAt|lastActive\w*))$/i
/** Functions that look at something: what they write on the way is brought up to date, and would be the next time too. */
const ASKS = /^_?(?:verify|check|validate|authenticate|authorize|is|has|can|get|find|fetch|load|read|resolve|require|assert|lookup|ensure)(?=[A-Z_]|$)/
/** What they write is computed from other rows and can be computed again. */
const DERIVES = /^_?(?:refresh|recalculate|recompute|reindex|sync(?:hroni[sz]e)?|touch|invalidate|rebuild|schedule)(?=[A-Z_]|$)/
const TOUCHES = /(?:active|touch|seen|heartbeat|lastUsed)\w*$/i

/** Losing it, or the other one without it, leaves nothing half done. */
export function isIncidental(write: Write, model: Model): boolean {
  const { operation, reached } = write
  if (isExpendable(write, model)) return true
  const passed = reached.trace.slice(0, -1).map(({ label }) => label.replace(/^.*\./, ''))
  if (passed.some((name) => ASKS.test(name) || DERIVES.test(name)) || reached.trace.some(({ label }) => TOUCHES.test(label))) return true
  if (operation.table !== undefined && BESIDE.test(operation.table)) return true
  const data = operation.data
  return data !== undefined && ts.isObjectLiteralExpression(data) && data.properties.length > 0 && data.properties.every((member) => member.name !== undefined && TOUCH.test(member.name.getText()))
}

/** Whoever wrote it goes on without: nobody waits for it, or its failure is caught and gone over. */
function isExpendable({ call }: Write, model: Model): boolean {
  const { node } = call
  for (let at: ts.Node = node; at.parent && !ts.isFunctionLike(at) && !ts.isStatement(at); at = at.parent) {
    const { parent } = at
    if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'catch' && ts.isCallExpression(parent.parent) && goesOn(parent.parent.arguments[0])) return true
    if (ts.isVoidExpression(parent)) return true
  }
  // A builder that nobody awaits never runs, which is another mistake.
  if (ts.isExpressionStatement(node.parent) && model.operationOf(call) === undefined && model.resolve(call).units.some(({ isAsync }) => isAsync)) return true
  const block = ts.findAncestor(node, (at) => ts.isBlock(at) && ts.isTryStatement(at.parent) && at.parent.tryBlock === at)
  const attempt = block && ts.isTryStatement(block.parent) ? block.parent : undefined
  return attempt?.catchClause !== undefined && ts.isBlock(block as ts.Node) && (block as ts.Block).statements.length === 1 && goesOn(attempt.catchClause)
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
