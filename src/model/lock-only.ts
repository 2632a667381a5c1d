/**
 * Transactions that hold nothing but an advisory lock, while the work goes on outside of them on purpose.
 */
import { ts } from 'ts-morph'
import { argumentsOf } from '../libraries/paths.js'
import type { Model, Transaction, Unit } from './types.js'

/** Handles are followed through this many functions. */
const MOST_HOPS = 4
const LOCK = /advisory\w*lock/i
/** What may be said through the handle of such a transaction. */
const LOCK_OR_END = /advisory\w*lock|\.(?:commit|rollback)\(/i

/**
 * Whether nothing is sent through the handle of a transaction but `pg_try_advisory_xact_lock`, also where a function of
 * the project takes the lock and hands the handle on: to a function that does not use it.
 */
export function isLockOnly(transaction: Transaction, model: Model): boolean {
  const origin = transaction.origin ?? transaction
  const [handle, other] = origin.handles
  if (!handle || other || !LOCK.test(origin.unit.node.getText()) || !isIdle(handle.name, origin.unit, origin !== transaction, model)) return false
  return origin === transaction || transaction.handles.every(({ name }) => transaction.bodies.every((body) => isIdle(name, body, false, model)))
}

/**
 * Whether a function does no more with a handle than take and release a lock, and hand it to functions that do no more.
 *
 * @param isGiven what the function is given to call, and gives the handle to, is looked at elsewhere
 */
function isIdle(handle: string, unit: Unit, isGiven: boolean, model: Model, hops = 0): boolean {
  const uses: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === handle) uses.push(node)
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return uses.every((use) => {
    const { parent } = use
    if ((ts.isVariableDeclaration(parent) || ts.isParameter(parent)) && parent.name === use) return true
    const statement = ts.findAncestor(use, ts.isStatement)
    if (statement && LOCK_OR_END.test(statement.getText())) return true
    if (!ts.isCallExpression(parent)) return false
    const index = argumentsOf(parent).indexOf(use)
    const call = model.unitOf(parent)?.calls.find(({ node }) => node === parent)
    if (index < 0 || !call) return false
    if (isGiven && isParameterOf(parent.expression, call.unit)) return true
    const { units } = model.resolve(call)
    return hops < MOST_HOPS && units.length > 0 && units.every((next) => {
      const taken = next.parameters[index]?.name
      return taken === undefined || (ts.isIdentifier(taken) && isIdle(taken.text, next, false, model, hops + 1))
    })
  })
}

/** The function, or one around it, is given what an expression names. */
function isParameterOf(expression: ts.Expression, unit: Unit): boolean {
  for (let outer: Unit | undefined = unit; outer; outer = outer.parent) if (outer.parameters.some(({ name }) => name.getText() === expression.getText())) return true
  return false
}
