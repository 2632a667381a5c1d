/**
 * Columns that the code sets over what was sent, so that whoever sends it has no say in them.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import { contains } from '../../src/model/control-flow.js'
import type { Flow, Model, Operation } from '../../src/model/types.js'

/** What a column is set to, where that is written at its name. */
export type Fixed = ReadonlyMap<string, ts.Expression | undefined>

/**
 * Columns set on the way of a body to a write, whatever the body says: `{ ...body, tenantId }`, `body.tenantId = tenantId`,
 * `const order = new Order(body); order.tenantId = tenantId`.
 *
 * @param written what the write stores
 */
export function fixedBy({ source, trace }: Flow, written: readonly ts.Expression[], operation: Operation, model: Model): Fixed {
  const steps = [source.node, ...trace.map(({ node }) => node), ...written]
  const fixed = new Map<string, ts.Expression | undefined>()
  for (const literal of new Set(steps.flatMap((step) => literalsAt(step, model)))) for (const [name, value] of namesBehindSpread(literal)) fixed.set(name, value)
  const names = new Set([source.text, ...trace.flatMap(({ label }) => /^\w+(?= of |$)/.exec(label)?.[0] ?? [])])
  const ends = [...steps, operation.call.node]
  const visit = (node: ts.Node): void => {
    const given = ts.isExpressionStatement(node) ? assignmentIn(node.expression) : undefined
    if (given && names.has(given.left.expression.getText()) && ends.some((end) => isBefore(node, end)) && !isSent(given.right, model)) fixed.set(given.left.name.text, given.right)
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
  }
  for (const unit of new Set(ends.map((node) => model.unitOf(node)))) if (unit && unit.kind !== 'module') ts.forEachChild(unit.node, visit)
  return fixed
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

function assignmentIn(node: ts.Expression): { readonly left: ts.PropertyAccessExpression; readonly right: ts.Expression } | undefined {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) ? { left: node.left, right: node.right } : undefined
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
