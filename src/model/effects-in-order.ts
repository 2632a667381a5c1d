/**
 * Effects on the world outside that running a unit leads to, one after another.
 */
import { ts } from 'ts-morph'
import { areExclusive } from './control-flow.js'
import type { Call, Model, OperationKind, RowAccess, Step, Unit } from './types.js'

/** The place where the ways to two effects part: two calls of one unit, or one call that leads to both. */
export interface Fork {
  readonly unit: Unit
  readonly first: Call
  readonly second: Call
}

/** Where two ways part; undefined where one of them ends in the other. */
export function forkOf(first: RowAccess, second: RowAccess): Fork | undefined {
  let [at, otherAt] = [0, 0]
  for (;;) {
    const [call, other] = [first.calls[at], second.calls[otherAt]]
    if (!call || !other) return undefined
    if (call.node === other.node) {
      at++
      otherAt++
      continue
    }
    // `Promise.all(owners.map(notify))`: both calls lead to the one of the callback.
    const shared = isWithin(call.node, other.node) || isWithin(other.node, call.node) ? sharedBehind(first.calls.slice(at + 1), second.calls.slice(otherAt + 1)) : undefined
    if (!shared) return other.unit === call.unit ? { unit: call.unit, first: call, second: other } : undefined
    at += shared[0] + 1
    otherAt += shared[1] + 1
  }
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return outer.pos <= node.pos && node.end <= outer.end
}

/** Positions of the first call that both ways have. */
function sharedBehind(calls: readonly Call[], others: readonly Call[]): [number, number] | undefined {
  for (const [index, { node }] of calls.entries()) {
    const found = others.findIndex((other) => other.node === node)
    if (found >= 0) return [index, found]
  }
  return undefined
}

/** The two can never both run: branches of a condition, or implementations of one interface. */
export function areApart(first: RowAccess, second: RowAccess): boolean {
  const fork = forkOf(first, second)
  return fork ? areExclusive(fork.first.node, fork.second.node) : first.operation !== second.operation
}

/** The two are started together: elements of one list, as in `Promise.all([pay(), ship()])`. */
export function areParallel({ first, second }: Fork): boolean {
  for (let node: ts.Node = first.node; node.parent && !ts.isFunctionLike(node); node = node.parent)
    if (node.parent.pos <= second.node.pos && second.node.end <= node.parent.end) return ts.isArrayLiteralExpression(node.parent)
  return false
}

/** Effects of these kinds whose end somebody waits for, all the way up to the unit, in the order of the code. */
export function awaitedEffects(unit: Unit, kinds: readonly OperationKind[], model: Model): readonly RowAccess[] {
  if (!kinds.some((kind) => model.performs(kind))) return []
  return model.rows.accessesOf(unit).filter(({ operation, calls }) => kinds.includes(operation.kind) && calls.every((call, index) => isWaitedFor(index === calls.length - 1 ? operation.node : call.node)))
}

/**
 * Nobody uses what the effect gives: it is dropped where it is called, or handed up and dropped there. A function that
 * looks at the result (and throws, say) uses it.
 */
export function isResultUnused({ operation, calls }: RowAccess): boolean {
  for (const [index, call] of [...calls.entries()].reverse()) {
    const outer = outermost(index === calls.length - 1 ? operation.node : call.node)
    if (ts.isExpressionStatement(outer.parent)) return true
    if (!ts.isReturnStatement(outer.parent) && !(ts.isArrowFunction(outer.parent) && outer.parent.body === outer)) return false
  }
  return false
}

/** The hops from a unit to an effect. */
export function stepsTo({ operation, calls }: RowAccess): Step[] {
  return calls.map((call, index) => ({ file: call.unit.file, node: call.node, label: index === calls.length - 1 ? operation.label : call.name }))
}

/** `await` around it, or it is what its function gives back; an expression in a list of promises counts. */
function isWaitedFor(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isAwaitExpression(parent) || ts.isReturnStatement(parent)) return true
    if (ts.isArrowFunction(parent)) return parent.body === at
    if (ts.isStatement(parent) || ts.isFunctionLike(parent) || ts.isVariableDeclaration(parent) || ts.isVoidExpression(parent)) return false
  }
  return false
}

function outermost(node: ts.Node): ts.Node {
  let at = node
  for (;;) {
    const { parent } = at
    const isChained = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && parent.expression === at && /^(?:catch|finally)$/.test(parent.name.text)
    if (isChained) at = parent.parent
    else if (ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) at = parent
    else return at
  }
}
