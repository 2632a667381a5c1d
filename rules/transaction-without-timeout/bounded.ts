/**
 * How often a loop runs at most, where the code says so: `Math.min(count, 52)`, `if (ids.length > 200) throw ...`, a
 * function that stops when its list is so long, a list that is filled by a few `push`.
 */
import { ts } from 'ts-morph'
import { isEither, isNothing, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { alternatives, contains, endsFunction, statementsBefore } from '../../src/model/control-flow.js'
import type { Loop, Model, Step, Unit } from '../../src/model/types.js'
import { bytesOf } from '../../src/model/uploads.js'

/** Names and calls are followed back this far. */
const MOST_HOPS = 12
/** Members of lists and maps whose result is no longer than they are. */
const NO_LONGER = /^(?:filter|map|sort|toSorted|reverse|toReversed|slice|keys|values|entries)$/

/** What is followed back: the model, and the calls that lead to the loop. */
interface Way {
  readonly model: Model
  readonly trace: readonly Step[]
}

/**
 * The most rounds of a loop; undefined where nothing limits them.
 *
 * @param trace calls that lead to the loop: what functions on the way are given is what these calls give
 */
export function mostRounds({ node, collection }: Loop, trace: readonly Step[], model: Model): number | undefined {
  const way = { model, trace }
  if (collection) return mostElements(collection, way)
  const condition = ts.isForStatement(node) ? node.condition : undefined
  const isBelow = condition && ts.isBinaryExpression(condition) && /^<=?$/.test(condition.operatorToken.getText())
  return isBelow ? mostOf(condition.right, way) : undefined
}

/** The largest value of a number. */
function mostOf(expression: ts.Expression, way: Way, hops = 0): number | undefined {
  const { model } = way
  const value = skipOuter(expression)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression) => mostOf(next, way, hops + 1)
  if (ts.isNumericLiteral(value)) return bytesOf(value, model)
  if (ts.isCallExpression(value) && value.expression.getText() === 'Math.min') return smallest(value.arguments.map(again))
  if (ts.isCallExpression(value) && value.expression.getText() === 'Math.max') return largest(value.arguments, again)
  // `MOST - count`: what is left of it.
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.MinusToken) return again(value.left)
  if (ts.isPropertyAccessExpression(value) && value.name.text === 'length') return mostElements(value.expression, way, hops + 1)
  const tested = testedBefore(value, value.getText(), model)
  if (tested !== undefined) return tested
  const made = model.initializerOf(value)
  return made && again(made)
}

/** The most elements of a list. */
export function mostElements(expression: ts.Expression, way: Way, hops = 0): number | undefined {
  const { model } = way
  const value = skipOuter(expression)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression) => mostElements(next, way, hops + 1)
  if (isNothing(value)) return 0
  if (ts.isAwaitExpression(value)) return again(value.expression)
  if (ts.isArrayLiteralExpression(value)) return sumOf(value.elements.map((element) => (ts.isSpreadElement(element) ? again(element.expression) : 1)))
  if (ts.isNewExpression(value)) return value.arguments?.[0] ? again(value.arguments[0]) : /^(?:Set|Map|Array)$/.test(value.expression.getText()) ? 0 : undefined
  if (ts.isConditionalExpression(value)) return largest([value.whenTrue, value.whenFalse], again)
  if (ts.isBinaryExpression(value) && isEither(value.operatorToken.kind)) return largest([value.left, value.right], again)
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    if (callee.getText() === 'Array.from') return value.arguments[0] && again(value.arguments[0])
    if (ts.isPropertyAccessExpression(callee) && NO_LONGER.test(callee.name.text)) {
      const [start, end] = callee.name.text === 'slice' ? value.arguments : []
      return smallest([again(callee.expression), start && end ? mostBetween(start, end, way, hops) : undefined])
    }
    const call = model.unitOf(value)?.calls.find(({ node }) => node === value)
    // `findMany({ take: MOST })`
    const bound = call && model.operationOf(call)?.bound
    if (bound !== undefined && bound !== true) return mostOf(bound, way, hops + 1)
    return largest(call ? model.resolve(call).units : [], (unit) => mostGiven(unit, way, hops))
  }
  const tested = testedBefore(value, `${value.getText()}.length`, model)
  if (tested !== undefined) return tested
  const made = model.initializerOf(value)
  if (!made) return mostDeclared(value, [], way, hops)
  if (!isFilledLater(made)) return again(made)
  return ts.isIdentifier(value) ? smallest([mostKeys(made, model), sumOf([again(made), mostAdded(value, made, way, hops)])]) : undefined
}

/** `slice(0, most)`, `slice(from, from + most)`: how many elements stand between two places of a list. */
function mostBetween(start: ts.Expression, end: ts.Expression, way: Way, hops: number): number | undefined {
  if (start.getText() === '0') return mostOf(end, way, hops + 1)
  const value = skipOuter(end)
  const isFurther = ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken && value.left.getText() === start.getText()
  return isFurther ? mostOf(value.right, way, hops + 1) : undefined
}

/** `new Map<OrderStatus, Order[]>()` holds no more than one entry for each status. */
function mostKeys(made: ts.Expression, model: Model): number | undefined {
  const value = skipOuter(made)
  if (!ts.isNewExpression(value) || !/^(?:Map|Set)$/.test(value.expression.getText())) return undefined
  const declared = ts.isVariableDeclaration(made.parent) && made.parent.type && ts.isTypeReferenceNode(made.parent.type) ? made.parent.type.typeArguments : undefined
  const key = (value.typeArguments ?? declared)?.[0]
  return key && model.valuesOf(key)
}

/** A list of its own, to which elements may be added where it is named. */
function isFilledLater(made: ts.Expression): boolean {
  const value = skipOuter(made)
  return ts.isArrayLiteralExpression(value) || ts.isNewExpression(value)
}

/**
 * How many elements are added to a list before a place where it is named; undefined where that is done in a loop, or
 * where somebody else is given the list.
 *
 * @param made what the list is at first
 */
function mostAdded(place: ts.Identifier, made: ts.Expression, way: Way, hops: number): number | undefined {
  const block = ts.findAncestor(made, ts.isBlock)
  if (!block) return undefined
  const uses: ts.Identifier[] = []
  const visit = (at: ts.Node): void => {
    if (ts.isIdentifier(at) && at.text === place.text && at.pos > made.pos && at !== place) uses.push(at)
    ts.forEachChild(at, visit)
  }
  visit(block)
  return sumOf(
    uses.map((use) => {
      const { parent } = use
      const isOnce = ts.findAncestor(use, (at) => at === block || ts.isFunctionLike(at) || ts.isIterationStatement(at, false)) === block
      if (isOnce && use.pos > place.pos) return 0
      if (!ts.isPropertyAccessExpression(parent) || parent.expression !== use) return isChanged(use) ? undefined : 0
      if (!ts.isCallExpression(parent.parent) || parent.parent.expression !== parent) return 0
      if (!/^(?:push|unshift|add|set)$/.test(parent.name.text)) return parent.name.text === 'splice' ? undefined : 0
      const added = parent.name.text === 'set' ? 1 : sumOf(parent.parent.arguments.map((argument) => (ts.isSpreadElement(argument) ? mostElements(argument.expression, way, hops + 1) : 1)))
      const times = isOnce ? 1 : mostTimes(use, block, way, hops)
      return added === undefined || times === undefined ? undefined : added * times
    }),
  )
}

/** How often a block comes to a place inside of it; undefined where a loop around the place has no limit, or a function is run by others. */
function mostTimes(place: ts.Node, block: ts.Block, way: Way, hops: number): number | undefined {
  let times = 1
  for (let at = place; at !== block; at = at.parent) {
    if (ts.isFunctionLike(at) || (ts.isIterationStatement(at, false) && !ts.isForOfStatement(at))) return undefined
    if (!ts.isForOfStatement(at.parent) || at.parent.statement !== at) continue
    const most = mostElements(at.parent.expression, way, hops + 1)
    if (most === undefined) return undefined
    times *= most
  }
  return times
}

/** Something is assigned to a name or an element of it, or somebody is given it who may add to it. */
function isChanged(use: ts.Identifier): boolean {
  const { parent } = use
  const target = ts.isElementAccessExpression(parent) && parent.expression === use ? parent : use
  const isAssigned = ts.isBinaryExpression(target.parent) && target.parent.left === target && target.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  return isAssigned || ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== use)
}

/**
 * The most elements that a schema lets through for what a request sent, or that callers give: `input.questions`, where
 * everybody who calls the function gives it `body.questions` of `const body = schema.parse(...)`, or of a function that is
 * given the schema.
 *
 * @param path names of members of the expression, outermost first
 */
function mostDeclared(expression: ts.Expression, path: readonly string[], way: Way, hops: number): number | undefined {
  const { model } = way
  const value = skipOuter(expression)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression, names: readonly string[]) => (names.length > 0 ? mostDeclared(next, names, way, hops + 1) : mostElements(next, way, hops + 1))
  if (ts.isAwaitExpression(value)) return again(value.expression, path)
  if (ts.isPropertyAccessExpression(value)) return again(value.expression, [value.name.text, ...path])
  const [name, ...rest] = path
  if (ts.isObjectLiteralExpression(value)) {
    const [given] = name === undefined ? [] : propertyOf(value, name)
    return given && again(given, rest)
  }
  if (ts.isCallExpression(value)) {
    if (name === undefined) return undefined
    const receiver = ts.isPropertyAccessExpression(value.expression) ? [value.expression.expression] : []
    // `safeParse(...).data`
    const names = name === 'data' && rest.length > 0 ? rest : path
    return smallest([...receiver, ...value.arguments].map((one) => mostInSchema(one, names, model)))
  }
  if (!ts.isIdentifier(value)) return undefined
  const list = listAround(value)
  if (list) return mostInside(list, path, way, hops)
  const made = name === undefined ? undefined : model.initializerOf(value)
  if (made) return again(made, path)
  const given = model.givenFor(value)
  const onWay = given.filter(({ call }) => way.trace.some(({ node }) => node === call.node))
  return largest(onWay.length > 0 ? onWay : given, ({ value: one, isSeen }) => (one && isSeen ? again(one, path) : undefined))
}

/** The list whose elements a name stands for, one after the other: `for (const part of parts)`, `parts.map((part) => ...)`. */
function listAround(element: ts.Identifier): ts.Expression | undefined {
  for (let at: ts.Node = element; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isForOfStatement(parent) && parent.statement === at && ts.isVariableDeclarationList(parent.initializer) && parent.initializer.declarations.some(({ name }) => name.getText() === element.text)) return parent.expression
    if (!ts.isFunctionLike(at) || !at.parameters.some(({ name }) => name.getText() === element.text)) continue
    const [first] = at.parameters
    const callee = ts.isCallExpression(parent) && parent.arguments[0] === at ? skipOuter(parent.expression) : undefined
    return first?.name.getText() === element.text && callee && ts.isPropertyAccessExpression(callee) && GOES_OVER.test(callee.name.text) ? callee.expression : undefined
  }
  return undefined
}

/** Members of lists that run a function with each element. */
const GOES_OVER = /^(?:map|flatMap|forEach)$/
/** Functions that make groups of so many out of a list. */
const GROUPS = /chunk|batch/i

/**
 * The most elements of each element of a list, or of a list inside of it: of the groups that `chunk(ids, 10)` makes, or of
 * what stands in a list that is written out.
 */
function mostInside(list: ts.Expression, path: readonly string[], way: Way, hops: number): number | undefined {
  const value = skipOuter(list)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression) => mostInside(next, path, way, hops + 1)
  if (ts.isAwaitExpression(value)) return again(value.expression)
  if (ts.isArrayLiteralExpression(value)) return largest(value.elements, (element) => (path.length > 0 ? mostDeclared(element, path, way, hops + 1) : mostElements(element, way, hops + 1)))
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
    if (GROUPS.test(name)) return path.length > 0 ? undefined : smallest(value.arguments.map((argument) => mostOf(argument, way, hops + 1)))
    return ts.isPropertyAccessExpression(callee) && /^(?:filter|slice|sort|toSorted|reverse|toReversed)$/.test(name) ? again(callee.expression) : undefined
  }
  const made = way.model.initializerOf(value)
  return made && again(made)
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

/** The most elements of what a function gives back, at all its ends. */
function mostGiven(unit: Unit, way: Way, hops: number): number | undefined {
  return smallest([mostFilled(unit, way), unit.isGenerator ? undefined : largest(unit.returns, (one) => mostElements(one, way, hops + 1))])
}

/** What a function gives back is a list that it fills while it is shorter than a limit: `while (dates.length < most) ...`. */
function mostFilled({ node, returns }: Unit, way: Way): number | undefined {
  const names = new Set(returns.map((one) => skipOuter(one).getText()))
  const [name] = names
  if (name === undefined || names.size > 1) return undefined
  let limit: number | undefined
  const visit = (at: ts.Node): void => {
    const condition = ts.isWhileStatement(at) ? at.expression : ts.isForStatement(at) ? at.condition : undefined
    if (condition && ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.LessThanToken && condition.left.getText() === `${name}.length`) limit = mostOf(condition.right, way)
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

/** The largest limit of several, where each of them has one. */
export function largest<T>(all: readonly T[], limitOf: (one: T) => number | undefined): number | undefined {
  let most: number | undefined
  for (const one of all) {
    const limit = limitOf(one)
    if (limit === undefined) return undefined
    most = Math.max(most ?? 0, limit)
  }
  return most
}

/** All limits together, where each is known. */
export function sumOf(limits: readonly (number | undefined)[]): number | undefined {
  return limits.reduce((sum, limit) => (sum === undefined || limit === undefined ? undefined : sum + limit), 0)
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
