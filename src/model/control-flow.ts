/**
 * Questions about where control can go, answered on syntax.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'

/** Calls that throw, by their names: `ctx.throw(409)`, `notFound()`. */
const THROWING = /(?:^|\.)(?:throw\w*|abort|notFound|redirect|process\.exit)$/

/** Whether a branch, once taken, ends the function: it returns or throws, also by a call that does nothing else. */
export function endsFunction(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true
  if (ts.isBlock(statement)) return statement.statements.some(endsFunction)
  // `try { return await load() } catch { return undefined }`
  if (ts.isTryStatement(statement)) return (statement.finallyBlock !== undefined && endsFunction(statement.finallyBlock)) || (endsFunction(statement.tryBlock) && (statement.catchClause === undefined || endsFunction(statement.catchClause.block)))
  if (!ts.isExpressionStatement(statement)) return false
  const value = ts.isAwaitExpression(statement.expression) ? statement.expression.expression : statement.expression
  return ts.isCallExpression(value) && THROWING.test(value.expression.getText())
}

/** Whether a branch, once taken, throws: a caller does not go on either. */
export function alwaysThrows(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some(alwaysThrows)
  return !ts.isReturnStatement(statement) && endsFunction(statement)
}

/** Statements after which control does not come to the next one. */
function leaves(statement: ts.Statement): boolean {
  if (ts.isBreakStatement(statement) || endsFunction(statement)) return true
  if (ts.isBlock(statement)) return statement.statements.some(leaves)
  if (ts.isIfStatement(statement)) return statement.elseStatement !== undefined && leaves(statement.thenStatement) && leaves(statement.elseStatement)
  return false
}

/**
 * Whether a loop ends for good in the round in which a node runs: the node stands in a `return`, or every way on from
 * it comes to `return`, `throw` or `break`.
 *
 * @param loop the statement around the node
 */
export function endsLoop(node: ts.Node, loop: ts.Node): boolean {
  for (let current = node; current !== loop && current.parent; current = current.parent) {
    const parent = current.parent
    if (ts.isReturnStatement(current) || ts.isThrowStatement(current)) return true
    // A `break` inside `switch` leaves the switch only.
    if (ts.isCaseOrDefaultClause(parent)) return false
    if (ts.isTryStatement(parent)) continue
    if (!ts.isBlock(parent)) continue
    const at = parent.statements.indexOf(current as ts.Statement)
    if (at < 0) continue
    for (const next of parent.statements.slice(at + 1)) {
      if (leaves(next)) return true
      // What might skip the end: `continue`, or a condition with one inside.
      if (ts.isContinueStatement(next) || mayContinue(next)) return false
    }
  }
  return false
}

function mayContinue(statement: ts.Statement): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (found || ts.isFunctionLike(node) || ts.isIterationStatement(node, false)) return
    if (ts.isContinueStatement(node)) found = true
    else ts.forEachChild(node, visit)
  }
  visit(statement)
  return found
}

/**
 * Whether two nodes of one function can never both run: they stand in different branches of a condition, switch or
 * conditional expression, or one way out stands between them.
 */
export function areExclusive(first: ts.Node, second: ts.Node): boolean {
  if (areCases(first, second)) return true
  const outer = new Map<ts.Node, ts.Node>()
  for (let node = first; node.parent; node = node.parent) {
    outer.set(node.parent, node)
    if (ts.isFunctionLike(node)) break
  }
  for (let node = second; node.parent; node = node.parent) {
    const parent = node.parent
    const other = outer.get(parent)
    if (other === undefined) {
      if (ts.isFunctionLike(node)) break
      continue
    }
    if (other === node) return false
    if (ts.isIfStatement(parent)) return other !== parent.expression && node !== parent.expression
    if (ts.isConditionalExpression(parent)) return other !== parent.condition && node !== parent.condition
    if (ts.isCaseBlock(parent)) return !fallsThrough(other as ts.CaseOrDefaultClause)
    if (ts.isTryStatement(parent)) return (other === parent.tryBlock && node === parent.catchClause) || (node === parent.tryBlock && other === parent.catchClause)
    if (ts.isIfStatement(other) && ts.isIfStatement(node) && contains(other.thenStatement, first) && contains(node.thenStatement, second) && contradict(other, node)) return true
    // `if (a) { ...; return }` before the second: the first ended the function.
    if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)) return endsBefore(first, other)
    return false
  }
  return false
}

/** Whether one node is the other, or stands inside of it. */
export function contains(outer: ts.Node, inner: ts.Node): boolean {
  // The way up to the file is long; most nodes that are asked for stand elsewhere.
  return outer.pos <= inner.pos && inner.end <= outer.end && outer.getSourceFile() === inner.getSourceFile()
}

/** What a condition says of one value: that it is, or is not, something; true and false of the value itself. */
export interface Claim {
  readonly of: string
  readonly is: string
  readonly holds: boolean
}

/** `if (count === 0) ...; if (count > 0) ...`: whatever the one says of a value is the opposite of what the other says, and it stays as it is. */
function contradict(first: ts.IfStatement, second: ts.IfStatement): boolean {
  const [earlier, later] = first.pos < second.pos ? [first, second] : [second, first]
  const others = alternativesOf(second.expression)
  return alternativesOf(first.expression).every((claims) =>
    others.every((other) => claims.some((one) => other.some((claim) => areOpposite(one, claim)) && !isSetBetween(one.of, earlier.expression, later.expression))),
  )
}

/** What a condition may say when it holds, for each side of `or`: `kind === 'a' || kind === 'b'`. */
function alternativesOf(condition: ts.Expression): Claim[][] {
  if (ts.isParenthesizedExpression(condition)) return alternativesOf(condition.expression)
  if (ts.isBinaryExpression(condition)) {
    const { left, right, operatorToken } = condition
    if (operatorToken.kind === ts.SyntaxKind.BarBarToken) return [...alternativesOf(left), ...alternativesOf(right)]
    if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return alternativesOf(left).flatMap((one) => alternativesOf(right).map((other) => [...one, ...other]))
  }
  return [claimsOf(condition)]
}

function areOpposite(one: Claim, other: Claim): boolean {
  if (one.of !== other.of) return false
  if (one.is === other.is) return one.holds !== other.holds
  if (!one.holds || !other.holds) return false
  // `x` and `x === null`; `x == null` is true of undefined too.
  if (one.is === TRUTH || other.is === TRUTH) return NOTHING.test(one.is) || NOTHING.test(other.is)
  return !(NOTHING.test(one.is) && NOTHING.test(other.is))
}

/**
 * `state = 'paid'`, `order.status = 'paid'`, `order = await reload(order)`: between two nodes, in the order of the text.
 *
 * @param value a path of names
 * @param members whether a change of something inside of it counts: `filter.code = code`
 */
export function isSetBetween(value: string, earlier: ts.Node, later: ts.Node, members = false): boolean {
  const parts = value.split('.')
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('.').replaceAll(/[.$]/g, String.raw`\$&`))
  const between = earlier.getSourceFile().text.slice(earlier.end, later.pos)
  const inside = members ? String.raw`(?:[?!]?\.[\w$]+|\[[^\]]*\])*` : ''
  return paths.some((path, index) => {
    const name = String.raw`(?<![\w$.])${path}${index === paths.length - 1 ? inside : ''}`
    return new RegExp(String.raw`${name}\s*(?:(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])|\+\+|--)${members ? String.raw`|Object\.assign\(\s*${path}\b|\bdelete\s+${name}` : ''}`).test(between)
  })
}

const TRUTH = 'true'
/** That an object has the member at all: `'key' in order`. */
export const PRESENCE = 'in'
const NOTHING = /^(?:null|undefined)$/
/** Values that never are the same: literals, and members of an enumeration. */
const VALUE = /^(?:'[^']*'|"[^"]*"|\d+|null|undefined|[A-Z]\w*\.[\w.]+)$/

/** Whether a claim says that its value is there (or a list has elements), or that it is not; undefined where it says neither. */
export function saysIsThere({ of, is, holds }: Claim): boolean | undefined {
  if (is === TRUTH) return holds
  if (NOTHING.test(is)) return !holds
  return is === '0' && of.endsWith('.length') ? !holds : undefined
}

/** What a condition says when it holds; of `or` nothing is sure. */
export function claimsOf(condition: ts.Expression): Claim[] {
  if (ts.isParenthesizedExpression(condition)) return claimsOf(condition.expression)
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) return isPlain(condition.operand) ? [{ of: condition.operand.getText(), is: TRUTH, holds: false }] : []
  if (isPlain(condition)) return [{ of: condition.getText(), is: TRUTH, holds: true }]
  if (!ts.isBinaryExpression(condition)) return []
  const { left, right, operatorToken } = condition
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return [...claimsOf(left), ...claimsOf(right)]
  if (operatorToken.kind === ts.SyntaxKind.InKeyword) return ts.isStringLiteralLike(left) && isPlain(right) ? [{ of: `${right.getText()}.${left.text}`, is: PRESENCE, holds: true }] : []
  const [of, is] = [left.getText(), right.getText()]
  if (!isPlain(left) || !VALUE.test(is)) return []
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return [{ of, is, holds: true }]
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return [{ of, is, holds: false }]
    case ts.SyntaxKind.GreaterThanToken:
      return is === '0' ? [{ of, is, holds: false }] : []
    default:
      return []
  }
}

/** What a condition says when it does not hold; of `and` nothing is sure. */
export function denialsOf(condition: ts.Expression): Claim[] {
  if (ts.isParenthesizedExpression(condition)) return denialsOf(condition.expression)
  if (ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.BarBarToken) return [...denialsOf(condition.left), ...denialsOf(condition.right)]
  // Of `and` nobody knows which part does not hold, also where only one says something.
  if (ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return []
  const claims = claimsOf(condition)
  return claims.length === 1 ? claims.map((claim) => ({ ...claim, holds: !claim.holds })) : []
}

/** The parts of `a || b || c`. */
export function alternatives(condition: ts.Expression): ts.Expression[] {
  return joinedBy(ts.SyntaxKind.BarBarToken, condition)
}

/** The parts of `a && b && c`. */
export function conjuncts(condition: ts.Expression): ts.Expression[] {
  return joinedBy(ts.SyntaxKind.AmpersandAmpersandToken, condition)
}

function joinedBy(operator: ts.SyntaxKind, condition: ts.Expression): ts.Expression[] {
  const value = skipOuter(condition)
  return ts.isBinaryExpression(value) && value.operatorToken.kind === operator ? [...joinedBy(operator, value.left), ...joinedBy(operator, value.right)] : [value]
}

/** Statements in front of a node, in its block and those around it up to a root, the nearest block first. */
export function statementsBefore(node: ts.Node, root: ts.Node): ts.Statement[] {
  const found: ts.Statement[] = []
  for (let at = node; at !== root && at.parent; at = at.parent)
    if (ts.isBlock(at.parent)) found.push(...at.parent.statements.slice(0, at.parent.statements.indexOf(at as ts.Statement)))
  return found
}

/** A name, or a path of names: asking it twice gives the same. */
export function isPlain(expression: ts.Expression): boolean {
  return ts.isIdentifier(expression) || (ts.isPropertyAccessExpression(expression) && (expression.expression.kind === ts.SyntaxKind.ThisKeyword || isPlain(expression.expression)))
}

/** `match(kind).with('order', closeOrder).with('invoice', closeInvoice)`: one of the functions runs. */
function areCases(first: ts.Node, second: ts.Node): boolean {
  const isCase = (node: ts.Node): node is ts.CallExpression => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(?:with|when|otherwise)$/.test(node.expression.name.text)
  if (first === second || !isCase(first) || !isCase(second)) return false
  const [inner, outer] = first.end < second.end ? [first, second] : [second, first]
  for (let at: ts.Expression = outer; isCase(at); at = (at.expression as ts.PropertyAccessExpression).expression) if (at === inner) return true
  return false
}

/** The clause goes on into the next one. */
export function fallsThrough(clause: ts.CaseOrDefaultClause): boolean {
  return !clause.statements.some(leaves)
}

/** After a node, control leaves the function before it leaves the statement `within`. */
function endsBefore(node: ts.Node, within: ts.Node): boolean {
  for (let current = node; current !== within && current.parent; current = current.parent) {
    const parent = current.parent
    if (ts.isReturnStatement(current) || ts.isThrowStatement(current)) return true
    // A failure in a `try` still comes to what stands behind its `catch`.
    if (!ts.isBlock(parent)) continue
    const at = parent.statements.indexOf(current as ts.Statement)
    for (const next of at < 0 ? [] : parent.statements.slice(at + 1)) if (ts.isReturnStatement(next) || ts.isThrowStatement(next) || leavesRound(next, within)) return true
  }
  return ts.isReturnStatement(within) || ts.isThrowStatement(within)
}

/** `if (closed) { ...; continue }`: in this round, control does not come to what stands behind `within`. */
function leavesRound(statement: ts.Statement, within: ts.Node): boolean {
  if (!ts.isContinueStatement(statement) && !ts.isBreakStatement(statement)) return false
  const left = ts.findAncestor(statement, (at) => ts.isIterationStatement(at, false) || (ts.isBreakStatement(statement) && ts.isSwitchStatement(at)))
  return left !== undefined && left.pos <= within.pos && within.end <= left.end && left !== within
}
