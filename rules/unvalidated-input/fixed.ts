/**
 * Columns that the code sets over what was sent, so that whoever sends it has no say in them.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import { contains } from '../../src/model/control-flow.js'
import type { Flow, Model, Operation, Step, Unit } from '../../src/model/types.js'
import { namesRunThrough } from './chosen.js'

/** What a column is set to, where that is written at its name. */
export type Fixed = ReadonlyMap<string, ts.Expression | undefined>

export interface Settled {
  readonly fixed: Fixed
  /** Taken out of what was sent: `delete body.role`, `for (const name of PROTECTED) delete copy[name]`. */
  readonly leftOut: ReadonlySet<string>
}

/** Functions that are called with the body on its way, and those that they call with it. */
const MOST_CALLS = 2

/**
 * Columns set on the way of a body to a write, or taken out of it, whatever the body says: `{ ...body, tenantId }`,
 * `body.tenantId = tenantId`, `const order = new Order(body); order.tenantId = tenantId`, and the same in a function that is
 * given the body.
 *
 * @param written what the write stores
 */
export function settledBy({ source, trace }: Flow, written: readonly ts.Expression[], operation: Operation, model: Model): Settled {
  const steps = [source.node, ...trace.map(({ node }) => node), ...written]
  const fixed = new Map<string, ts.Expression | undefined>()
  const leftOut = new Set<string>()
  for (const literal of new Set(steps.flatMap((step) => literalsAt(step, model)))) for (const [name, value] of namesBehindSpread(literal)) fixed.set(name, value)
  /** @param isInTime whether a statement is passed before the write, in any case */
  const look = (unit: Unit, names: ReadonlySet<string>, isInTime: (statement: ts.Node) => boolean, depth: number) => {
    const visit = (node: ts.Node): void => {
      if (ts.isStatement(node) && isInTime(node)) {
        const given = ts.isExpressionStatement(node) ? assignmentIn(node.expression) : undefined
        if (given && names.has(given.object) && !isSent(given.value, model)) fixed.set(given.name, given.value)
        for (const name of deletedIn(node, names, model)) leftOut.add(name)
      }
      if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
    }
    ts.forEachChild(unit.node, visit)
    for (const call of depth < MOST_CALLS ? unit.calls : []) {
      const places = ts.isCallExpression(call.node) ? call.node.arguments.flatMap((argument, index) => (names.has(argument.getText()) ? [index] : [])) : []
      const statement = ts.findAncestor(call.node, ts.isStatement)
      if (places.length === 0 || !(steps.includes(call.node) || (statement && isInTime(statement)))) continue
      const [called, ...others] = model.resolve(call).units
      const body = called?.node && 'body' in called.node ? called.node.body : undefined
      if (!called || others.length > 0 || !body || !ts.isBlock(body)) continue
      const own = [...places.flatMap((index) => called.parameters[index]?.name.getText() ?? []), ...trace.flatMap((step) => (model.unitOf(step.node) === called ? namesAt(step) : []))]
      const returns = called.returns.map((returned) => returned.getStart())
      look(called, new Set(own), (inner) => inner.parent === body && returns.every((start) => inner.end <= start), depth + 1)
    }
  }
  const names = new Set([source.text, ...trace.flatMap(namesAt)])
  const ends = [...steps, operation.call.node]
  for (const unit of new Set(ends.map((node) => model.unitOf(node)))) if (unit && unit.kind !== 'module') look(unit, names, (statement) => ends.some((end) => isBefore(statement, end)), 0)
  return { fixed, leftOut }
}

/** `order` of the label `order of createOrder`, and of `order`. */
function namesAt({ label }: Step): readonly string[] {
  return /^\w+(?= of |$)/.exec(label) ?? []
}

/** Properties that a statement takes out of an object of one of the names: `delete body.role`, and the same in a loop over a list. */
function deletedIn(statement: ts.Statement, names: ReadonlySet<string>, model: Model): readonly string[] {
  const inner = ts.isForOfStatement(statement) ? statement.statement : statement
  const [only, ...others] = ts.isBlock(inner) ? inner.statements : [inner]
  if (!only || others.length > 0 || !ts.isExpressionStatement(only)) return []
  const run = skipOuter(only.expression)
  // `PROTECTED.forEach((name) => delete copy[name])`
  const callback = ts.isCallExpression(run) ? run.arguments[0] : undefined
  const done = callback && ts.isArrowFunction(callback) && !ts.isBlock(callback.body) ? skipOuter(callback.body) : run
  if (!ts.isDeleteExpression(done)) return []
  const taken = skipOuter(done.expression)
  if (ts.isPropertyAccessExpression(taken) || ts.isElementAccessExpression(taken)) {
    if (!names.has(skipOuter(taken.expression).getText())) return []
    const name = memberName(taken)
    return name !== undefined ? [name] : ts.isElementAccessExpression(taken) ? (namesRunThrough(taken.argumentExpression, model) ?? []) : []
  }
  return []
}

/** Objects with the body in them at a step: what a name is given, what a call is given, what the body is spread into. */
function literalsAt(step: ts.Node, model: Model): ts.ObjectLiteralExpression[] {
  const made = ts.isVariableDeclaration(step) ? step.initializer : ts.isVariableDeclaration(step.parent) && step.parent.name === step ? step.parent.initializer : ts.isIdentifier(step) ? (model.initializerOf(step) ?? step) : ts.isExpression(step) ? step : undefined
  const value = made && skipOuter(made)
  const parts = value === undefined ? [] : ts.isCallExpression(value) || ts.isNewExpression(value) ? [...(value.arguments ?? [])].map((one) => skipOuter(one)) : [value]
  const spread = ts.findAncestor(step, (node) => ts.isSpreadAssignment(node) || ts.isStatement(node))
  return [...parts, ...(spread && ts.isSpreadAssignment(spread) && skipOuter(spread.expression) === step ? [spread.parent] : [])].filter(ts.isObjectLiteralExpression)
}

function namesBehindSpread({ properties }: ts.ObjectLiteralExpression): [string, ts.Expression | undefined][] {
  const spread = properties.findLastIndex((property) => ts.isSpreadAssignment(property))
  return spread < 0 ? [] : properties.slice(spread + 1).flatMap((property) => (property.name && ts.isIdentifier(property.name) ? [[property.name.text, ts.isPropertyAssignment(property) ? property.initializer : undefined] as [string, ts.Expression | undefined]] : []))
}

/** `body.role = 'guest'`, `body['role'] = 'guest'` */
export function assignmentIn(node: ts.Expression): { readonly object: string; readonly name: string; readonly value: ts.Expression } | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined
  const name = memberName(node.left)
  return name === undefined ? undefined : { object: skipOuter((node.left as ts.PropertyAccessExpression | ts.ElementAccessExpression).expression).getText(), name, value: node.right }
}

/** `role` of `body.role` and of `body['role']`. */
export function memberName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined
}

/** The block that the statement stands in holds what comes later too: no branch leads past it. */
function isBefore(statement: ts.Node, later: ts.Node): boolean {
  return statement.end <= later.getStart() && contains(statement.parent, later)
}

/** The value is one of the body again. */
function isSent(value: ts.Expression, model: Model): boolean {
  return model.flowsInto(value, 'object').some(({ source }) => source.kind !== 'params')
}

/**
 * What may be set of a row that is made by a class of the project, whose constructor takes by name what it wants:
 * `class Order { constructor({ id, note }) { ... } }`.
 *
 * @returns undefined where no such class is on the way
 */
export function namesTakenBy({ trace }: Flow, model: Model): readonly string[] | undefined {
  for (const { node } of trace) {
    const made = ts.isVariableDeclaration(node) ? node.initializer : ts.isVariableDeclaration(node.parent) && node.parent.name === node ? node.parent.initializer : node
    const call = made && ts.isNewExpression(made) ? model.unitOf(made)?.calls.find((one) => one.node === made) : undefined
    const pattern = call && model.resolve(call).units[0]?.parameters[0]?.name
    if (pattern && ts.isObjectBindingPattern(pattern) && pattern.elements.every(({ dotDotDotToken }) => dotDotDotToken === undefined)) return pattern.elements.map(({ name, propertyName }) => (propertyName ?? name).getText())
  }
  return undefined
}
