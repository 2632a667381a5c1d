/**
 * Failures that are dropped as said, and hardly matter: what comes next, or what is done beside it, tells or makes up for
 * them.
 */
import { ts } from 'ts-morph'
import { contains, endsFunction } from '../../src/model/control-flow.js'
import { isKeptOnWay } from '../../src/model/own-failures.js'
import type { SwallowedError } from '../../src/model/promise-types.js'
import type { Call, Model, Reached, Unit } from '../../src/model/types.js'
import { statementBehind } from './told.js'

/** What ends a process, a child or all that listens. */
const ENDS = /^(?:await\s+)?[\w$.#]*?(?:exit|kill|abort|\w*terminate)\(/i

/** `try { await cancel() } catch {} await terminate()`: the end comes anyway, right behind. */
export function isEndedBehind({ node, kind }: SwallowedError): boolean {
  const statement = ts.isCatchClause(node) ? node.parent : ts.findAncestor(node, ts.isStatement)
  const next = kind === 'empty' && statement && ts.isBlock(statement.parent) ? statementBehind(statement, statement.parent) : undefined
  return next !== undefined && ENDS.test(next.getText())
}

/**
 * `try { await removeUpload(path) } catch {}` beside other work, where what is told is the look-up in front of the removal:
 * what is not found need not be removed.
 *
 * @param last what the others in the `try` lead up to
 */
export function isLookedUpToRemove({ unit, guarded, kind }: SwallowedError, last: Call | undefined, removes: RegExp, { operation, distance }: Reached): boolean {
  if (kind !== 'empty' || !last || !removes.test(last.name) || operation.kind !== 'query' || operation.access !== 'read' || distance === 0) return false
  return unit.calls.some(({ node }) => !contains(guarded, node) && ts.isAwaitExpression(node.parent)) || isLooped(guarded)
}

function isLooped(node: ts.Node): boolean {
  const loop = ts.findAncestor(node, (at) => ts.isForOfStatement(at) || ts.isFunctionLike(at))
  return loop !== undefined && ts.isForOfStatement(loop)
}

/**
 * An extra of a larger answer, of which the rest is asked of the same service by calls that do throw: `await list(id)` in
 * front of `await pending(id).catch(() => [])`. Where the service is down, that is told there.
 */
export function isExtra({ unit, kind, node }: SwallowedError, { operation }: Reached, model: Model): boolean {
  if (kind !== 'fallback' || operation.kind === 'query') return false
  const isQuestion = operation.access !== 'write' && operation.access !== 'delete'
  const isOfService = ({ operation: { call, package: from } }: Reached) => call === operation.call || (isQuestion && operation.kind !== 'http' && from === operation.package)
  const isAskedBeside = (within: Unit, place: ts.Node) =>
    within.calls.some((call) => isAlwaysBeside(call.node, place) && model.reachedFrom(call, operation.kind).some((other) => isOfService(other) && !isKeptOnWay(other, model)))
  // What the catch answers is all that the function gives: no extra of it.
  const isAnswer = ts.isCatchClause(node) && endsFunction(node.block)
  if (!isAnswer && isAskedBeside(unit, ts.isCatchClause(node) ? node.parent : node)) return true
  const [caller, ...others] = model.callersOf(unit)
  return caller !== undefined && others.length === 0 && isAskedBeside(caller.call.unit, caller.call.node)
}

/** A call runs where a place is come to, under no condition of its own, and nothing of its own catches its failure. */
function isAlwaysBeside(node: ts.Node, place: ts.Node): boolean {
  if (contains(place, node) || contains(node, place)) return false
  for (let at = node; at.parent && !contains(at.parent, place); at = at.parent) {
    const { parent } = at
    if (ts.isFunctionLike(parent) || ts.isCatchClause(parent) || ts.isCaseOrDefaultClause(parent)) return false
    if ((ts.isIfStatement(parent) && parent.expression !== at) || (ts.isConditionalExpression(parent) && parent.condition !== at)) return false
    if (ts.isTryStatement(parent) && parent.catchClause) return false
    if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'catch') return false
  }
  return true
}
