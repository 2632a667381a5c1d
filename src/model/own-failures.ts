/**
 * Failures that a function on the way keeps to itself: they never come to whoever called it.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { contains } from './control-flow.js'
import type { Model, Reached } from './types.js'

/**
 * `function remember(url) { try { writeFileSync(FILE, url) } catch {} }`: what calls `remember` never learns that the file
 * was not written.
 *
 * @returns whether a function between the asked call and the operation deals with the failure of the operation
 */
export function isKeptOnWay({ trace, operation: { isSync } }: Reached, model: Model): boolean {
  return trace.slice(1).some(({ node }) => isDealtWith(node, isSync, model))
}

/** The function around a call catches what it fails with, in a `try` or by `.catch`, and does not throw it on. */
function isDealtWith(node: ts.Node, isSync: boolean, model: Model): boolean {
  // `return load()` leaves a `try` before it fails, unless it fails at once.
  let isLeft = false
  let isWaited = isSync
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (ts.isAwaitExpression(parent)) isWaited = true
    if (ts.isReturnStatement(parent) && !isWaited) isLeft = true
    if (ts.isPropertyAccessExpression(parent) && parent.expression === at && parent.name.text === 'catch' && ts.isCallExpression(parent.parent)) {
      const [handler] = parent.parent.arguments
      if (handler && endsFailure(handler, model)) return true
    }
    if (ts.isTryStatement(parent) && parent.tryBlock === at && parent.catchClause && !isLeft && endsFailure(parent.catchClause, model)) return true
  }
  return false
}

/** What is done about a failure is not another failure. */
function endsFailure(handler: ts.Node, model: Model): boolean {
  const code = ts.isExpression(handler) ? skipOuter(handler) : handler
  // A function by its name may do anything.
  if (!ts.isCatchClause(code) && !ts.isArrowFunction(code) && !ts.isFunctionExpression(code)) return false
  if (/\bthrow\b|\breject\b/.test(code.getText())) return false
  const unit = model.unitOf(code)
  const calls = (unit?.calls ?? []).filter(({ node }) => contains(code, node))
  return calls.every((call) => !model.resolve(call).units.some(throwsOut))
}

/** @returns whether a function throws an error of its own, outside of any `try` */
export function throwsOut({ node }: { readonly node: ts.Node }): boolean {
  const visit = (at: ts.Node): boolean => {
    if (ts.isThrowStatement(at)) return true
    if (at !== node && ts.isFunctionLike(at)) return false
    if (ts.isTryStatement(at) && at.catchClause) return visit(at.catchClause)
    return ts.forEachChild(at, (child) => visit(child) || undefined) === true
  }
  return visit(node)
}
