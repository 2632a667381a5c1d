/**
 * Work that nobody comes to, because what stands in front of every entry point refuses in the very case in which it is
 * done: a guard with `if (this.settings.isHosted()) return false`, and below `if (this.settings.isHosted()) await ...`.
 */
import { ts } from 'ts-morph'
import { alternatives, alwaysThrows, conjuncts, endsFunction } from './control-flow.js'
import type { EntryPoint, Model, Reached, Unit } from './types.js'

/**
 * Says of work that a function leads to whether it is only done in a case in which all requests that come to the function
 * are refused.
 */
export function refusedWork(model: Model): (reached: Pick<Reached, 'trace'>, unit: Unit) => boolean {
  const reachable = new Map<Unit, ReadonlySet<Unit> | undefined>()
  /** What is left where a function says yes; undefined where that keeps nobody out. */
  const leftWhere = (question: Unit) => {
    if (!reachable.has(question)) {
      const refusing = new Set(model.entryPoints.filter((entry) => refuses(entry, question, model)))
      reachable.set(question, refusing.size > 0 ? model.unitsBehind((entry) => !refusing.has(entry)) : undefined)
    }
    return reachable.get(question)
  }
  return ({ trace }, unit) => trace.flatMap(({ node }) => questionsAround(node, model)).some((question) => leftWhere(question)?.has(unit) === false && model.entryPointsOf(unit).length > 0)
}

/** The functions without parameters that must have said yes where control comes to a node of its function. */
function questionsAround(node: ts.Node, model: Model): Unit[] {
  const found: Unit[] = []
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent)
    if (ts.isIfStatement(at.parent) && at === at.parent.thenStatement) found.push(...conjuncts(at.parent.expression).flatMap((part) => questionOf(part, model) ?? []))
  return found
}

/** The one function of the project that a condition asks, which is given nothing and waits for nothing. */
function questionOf(condition: ts.Expression, model: Model): Unit | undefined {
  if (!ts.isCallExpression(condition) || condition.arguments.length > 0) return undefined
  const call = model.unitOf(condition)?.calls.find(({ node }) => node === condition)
  const [unit, other] = call ? model.resolve(call).units : []
  return unit && !other && unit.parameters.length === 0 && !unit.isAsync ? unit : undefined
}

/** Something in front of an entry point lets nobody through where a function says yes. */
function refuses({ middleware }: EntryPoint, question: Unit, model: Model): boolean {
  return middleware.some(({ units }) =>
    units.some((unit) => {
      const body = ts.isFunctionLike(unit.node) && 'body' in unit.node ? unit.node.body : undefined
      if (!body || !ts.isBlock(body)) return false
      return body.statements.some((statement) => ts.isIfStatement(statement) && refusesBy(statement.thenStatement, unit) && alternatives(statement.expression).some((part) => questionOf(part, model) === question))
    }),
  )
}

/** A branch throws, answers that nobody may pass, or ends without handing the request on. */
function refusesBy(branch: ts.Statement, { parameters }: Unit): boolean {
  if (alwaysThrows(branch)) return true
  const text = branch.getText()
  const next = parameters[2]?.name.getText()
  return endsFunction(branch) && (/\breturn false\b/.test(text) || (next !== undefined && !text.includes(`${next}(`)))
}
