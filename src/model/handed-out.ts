/**
 * Builders that a function returns without running them, and whether whoever gets them only waits.
 */
import { ts } from 'ts-morph'
import type { Call, Model, Unit } from './types.js'

/** What is handed out is followed through this many callers. */
const MOST_HOPS = 3

/** All who get what a function returns wait for it, here or where they hand it on to: nobody adds to it. */
export function isAwaitedByAll(unit: Unit, model: Model, hops = 0): boolean {
  // What a handler returns, the framework waits for.
  if (model.entryPointsOf(unit).some(({ handler }) => handler === unit)) return true
  const callers = model.callersOf(unit)
  return callers.length > 0 && callers.every(({ call, use }) => use === undefined && (isAwaited(call) || (hops < MOST_HOPS && isReturned(call) && isAwaitedByAll(call.unit, model, hops + 1))))
}

function isAwaited(call: Call): boolean {
  return ts.isAwaitExpression(outermost(call.node).parent) || (call.unit.isAsync && isReturned(call))
}

function isReturned(call: Call): boolean {
  const { parent } = outermost(call.node)
  return ts.isReturnStatement(parent) || ts.isArrowFunction(parent)
}

function outermost(node: ts.Node): ts.Node {
  let at = node
  while (ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent)) at = at.parent
  return at
}
