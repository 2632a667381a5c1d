/**
 * How often a loop runs at most, where the code says so: `Math.min(count, 52)`, `if (ids.length > 200) throw ...`, a
 * function that stops when its list is so long.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { contains, endsFunction, statementsBefore } from '../../src/model/control-flow.js'
import type { Loop, Model, Unit } from '../../src/model/types.js'
import { bytesOf } from '../../src/model/uploads.js'

/** Names and calls are followed back this far. */
const MOST_HOPS = 12
/** Members of lists whose result is no longer than the list. */
const NO_LONGER = /^(?:filter|map|sort|toSorted|reverse|toReversed|slice)$/

/** The most rounds of a loop; undefined where nothing limits them. */
export function mostRounds({ node, collection }: Loop, model: Model): number | undefined {
  if (collection) return mostElements(collection, model)
  const condition = ts.isForStatement(node) ? node.condition : undefined
  const isBelow = condition && ts.isBinaryExpression(condition) && /^<=?$/.test(condition.operatorToken.getText())
  return isBelow ? mostOf(condition.right, model) : undefined
}

/** The largest value of a number. */
function mostOf(expression: ts.Expression, model: Model, hops = 0): number | undefined {
  const value = skipOuter(expression)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression) => mostOf(next, model, hops + 1)
  if (ts.isNumericLiteral(value)) return bytesOf(value, model)
  if (ts.isCallExpression(value) && value.expression.getText() === 'Math.min') return smallest(value.arguments.map(again))
  if (ts.isPropertyAccessExpression(value) && value.name.text === 'length') return mostElements(value.expression, model, hops + 1)
  const tested = testedBefore(value, value.getText(), model)
  if (tested !== undefined) return tested
  const made = model.initializerOf(value)
  return made && again(made)
}

/** The most elements of a list. */
function mostElements(expression: ts.Expression, model: Model, hops = 0): number | undefined {
  const value = skipOuter(expression)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression) => mostElements(next, model, hops + 1)
  if (ts.isAwaitExpression(value)) return again(value.expression)
  if (ts.isNewExpression(value)) return value.arguments?.[0] && again(value.arguments[0])
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    if (ts.isPropertyAccessExpression(callee) && NO_LONGER.test(callee.name.text)) {
      const [start, end] = callee.name.text === 'slice' ? value.arguments : []
      return smallest([again(callee.expression), start?.getText() === '0' && end ? mostOf(end, model, hops + 1) : undefined])
    }
    const call = model.unitOf(value)?.calls.find(({ node }) => node === value)
    const units = call ? model.resolve(call).units : []
    const limits = units.map((unit) => mostGiven(unit, model))
    return limits.length > 0 && limits.every((limit) => limit !== undefined) ? Math.max(...limits) : undefined
  }
  const tested = testedBefore(value, `${value.getText()}.length`, model)
  if (tested !== undefined) return tested
  const made = model.initializerOf(value)
  return made ? again(made) : mostDeclared(value, [], model, hops)
}

/**
 * The most elements that a schema lets through for what a request sent: `input.questions`, where everybody who calls the
 * function gives it `body.questions` of `const body = schema.parse(...)`, or of a function that is given the schema.
 *
 * @param path names of members of the expression, outermost first
 */
function mostDeclared(expression: ts.Expression, path: readonly string[], model: Model, hops: number): number | undefined {
  const value = skipOuter(expression)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression, names: readonly string[]) => mostDeclared(next, names, model, hops + 1)
  if (ts.isAwaitExpression(value)) return again(value.expression, path)
  if (ts.isPropertyAccessExpression(value)) return again(value.expression, [value.name.text, ...path])
  const [name, ...rest] = path
  if (name === undefined) return undefined
  if (ts.isObjectLiteralExpression(value)) {
    const [given] = propertyOf(value, name)
    return given && again(given, rest)
  }
  if (ts.isCallExpression(value)) {
    const receiver = ts.isPropertyAccessExpression(value.expression) ? [value.expression.expression] : []
    // `safeParse(...).data`
    const names = name === 'data' && rest.length > 0 ? rest : path
    return smallest([...receiver, ...value.arguments].map((one) => mostInSchema(one, names, model)))
  }
  if (!ts.isIdentifier(value)) return undefined
  const made = model.initializerOf(value)
  if (made) return again(made, path)
  const unit = model.unitOf(value)
  const index = unit?.parameters.findIndex((parameter) => parameter.name.getText() === value.text) ?? -1
  const callers = unit && index >= 0 ? model.callersOf(unit) : []
  const limits = callers.map(({ call, use }) => {
    const given = use ? undefined : argumentsOf(call.node)[index]
    return given && again(given, path)
  })
  return limits.length > 0 && limits.every((limit) => limit !== undefined) ? Math.max(...limits) : undefined
}

/** `z.object({ questions: z.array(question).max(5) })`: how many elements a property may have. */
function mostInSchema(schema: ts.Expression, path: readonly string[], model: Model, hops = 0): number | undefined {
  const value = skipOuter(schema)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression, names: readonly string[] = path) => mostInSchema(next, names, model, hops + 1)
  const [name, ...rest] = path
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    const member = ts.isPropertyAccessExpression(callee) ? callee.name.text : ''
    if (name === undefined) return /^(?:max|length|maxLength)$/.test(member) && value.arguments[0] ? bytesOf(value.arguments[0], model) : ts.isPropertyAccessExpression(callee) ? again(callee.expression) : undefined
    return smallest([...value.arguments, ...(ts.isPropertyAccessExpression(callee) ? [callee.expression] : [])].map((one) => again(one)))
  }
  if (ts.isObjectLiteralExpression(value)) {
    const [given] = name === undefined ? [] : propertyOf(value, name)
    return given && again(given, rest)
  }
  const made = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? model.initializerOf(value) : undefined
  return made && again(made)
}

/** What a function gives back is a list that it fills while it is shorter than a limit: `while (dates.length < most) ...`. */
function mostGiven({ node, returns }: Unit, model: Model): number | undefined {
  const names = new Set(returns.map((one) => skipOuter(one).getText()))
  const [name] = names
  if (name === undefined || names.size > 1) return undefined
  let limit: number | undefined
  const visit = (at: ts.Node): void => {
    const condition = ts.isWhileStatement(at) ? at.expression : ts.isForStatement(at) ? at.condition : undefined
    if (condition && ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.LessThanToken && condition.left.getText() === `${name}.length`) limit = mostOf(condition.right, model)
    ts.forEachChild(at, visit)
  }
  visit(node)
  return limit
}

/** The number above which the function, or one around it, is left before it comes to a node: `if (count > 200) throw ...`. */
function testedBefore(node: ts.Node, text: string, model: Model): number | undefined {
  const limits = statementsBefore(node, node.getSourceFile()).flatMap((statement) => {
    if (!ts.isIfStatement(statement) || !endsFunction(statement.thenStatement)) return []
    const parts = alternatives(statement.expression)
    return parts.flatMap((part) => {
      const isAbove = ts.isBinaryExpression(part) && /^>=?$/.test(part.operatorToken.getText()) && part.left.getText() === text
      return isAbove ? (bytesOf(part.right, model) ?? []) : []
    })
  })
  return smallest(limits)
}

/** The parts of `a || b || c`. */
function alternatives(condition: ts.Expression): ts.Expression[] {
  const value = skipOuter(condition)
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.BarBarToken ? [...alternatives(value.left), ...alternatives(value.right)] : [value]
}

function smallest(limits: readonly (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

/** The loop ends by itself before its list does, when something is used up: `if (left <= 0) break`. */
export function endsEarly({ node }: Loop): boolean {
  if (!ts.isIterationStatement(node, false)) return false
  const visit = (at: ts.Node): boolean => {
    if (ts.isBreakStatement(at) && !at.label && contains(node.statement, at)) return true
    if (ts.isFunctionLike(at) || ts.isSwitchStatement(at) || (at !== node && ts.isIterationStatement(at, false))) return false
    return ts.forEachChild(at, (child) => visit(child) || undefined) ?? false
  }
  return visit(node)
}
