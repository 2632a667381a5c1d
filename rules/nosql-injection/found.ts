/**
 * What is done with the rows that a query finds.
 */
import { ts } from 'ts-morph'
import { argumentsOf } from '../../src/libraries/paths.js'
import { contains, endsFunction } from '../../src/model/control-flow.js'
import type { Model, Operation } from '../../src/model/types.js'

/**
 * `refused`: whoever makes it find one is sent away; `existence`: only whether there is one decides something; `looked-at`:
 * what a row holds decides something; `used`: all else, or nothing is known. Each may do what those before it do.
 */
export type Fate = 'refused' | 'existence' | 'looked-at' | 'used'

const FATES: readonly Fate[] = ['refused', 'existence', 'looked-at', 'used']
/** Functions that a result is handed back through. */
const MOST_HOPS = 3
const COMPARISON = /^(?:[!=]==?|[<>]=?)$/

/** @param way calls by which a function that hands the rows back is come to; absent: all of its callers count */
export function fateOfRows(operation: Operation, model: Model, way?: readonly ts.Node[]): Fate {
  const query = queryOf(operation)
  // `User.findOne({ email }, (error, user) => ...)`
  const isGivenBack = [operation.call, ...operation.steps].some(({ node }) => contains(query, node) && argumentsOf(node).some(ts.isFunctionLike))
  return isGivenBack ? 'used' : fateOf(query, { model, way }, 0)
}

/** The chain as far as it builds the query, without what waits for its result: `User.findOne().lean()`. */
function queryOf({ call, node }: Operation): ts.Node {
  let query: ts.Node = call.node
  for (let member = query.parent; ts.isPropertyAccessExpression(member) && ts.isCallExpression(member.parent) && contains(node, member.parent) && !/^(?:then|catch|finally)$/.test(member.name.text); member = query.parent) query = member.parent
  return query
}

/** What is asked, and on which way. */
interface Asking {
  readonly model: Model
  readonly way: readonly ts.Node[] | undefined
}

function worstOf(fates: readonly Fate[]): Fate {
  return FATES[Math.max(0, ...fates.map((fate) => FATES.indexOf(fate)))] ?? 'used'
}

function fateOf(value: ts.Node, asking: Asking, hops: number): Fate {
  const { parent } = value
  const on = (next: ts.Node) => fateOf(next, asking, hops)
  if (ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) return on(parent)
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return ts.isAwaitExpression(value) || isHandedTo(value, 'then') ? 'refused' : 'used'
  if (isQuestion(value)) return fateOfAnswer(value)
  if (ts.isBinaryExpression(parent) && /^(?:\|\||\?\?|&&)$/.test(parent.operatorToken.getText())) return parent.left === value && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? 'existence' : on(parent)
  if (ts.isConditionalExpression(parent)) return on(parent)
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) return ts.isIdentifier(parent.name) ? fateOfName(parent.name, asking, hops) : 'used'
  if (ts.isArrayLiteralExpression(parent)) return fateInList(parent, parent.elements.indexOf(value as ts.Expression), asking, hops)
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value) return fateOfMember(parent, asking, hops)
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === value)) return fateOfResult(value, asking, hops, (result) => fateOf(result, asking, hops + 1))
  return 'used'
}

/** `find().then(...)` */
function isHandedTo(value: ts.Node, member: string): boolean {
  return ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === member
}

/** `!user`, `Boolean(user)`, `user === null`, `count >= 3`, and what decides by the value itself. */
function isQuestion(value: ts.Node): boolean {
  const { parent } = value
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken
  if (ts.isCallExpression(parent)) return parent.arguments[0] === value && parent.expression.getText() === 'Boolean'
  if (ts.isBinaryExpression(parent)) return COMPARISON.test(parent.operatorToken.getText())
  return (ts.isIfStatement(parent) && parent.expression === value) || (ts.isConditionalExpression(parent) && parent.condition === value)
}

/** `if (user) throw ...`, `if (user && user.id !== id) throw ...` sends away whoever makes it find one. */
function fateOfAnswer(value: ts.Node): Fate {
  const { parent } = value
  return ts.isIfStatement(parent) && endsFunction(parent.thenStatement) ? 'refused' : 'existence'
}

function fateOfName(name: ts.Identifier, asking: Asking, hops: number): Fate {
  const scope = ts.findAncestor(name, ts.isBlock) ?? ts.findAncestor(name, ts.isFunctionLike)
  return scope ? worstOf(usesIn(scope, name).map((use) => (isForRefusal(use, name.text) ? 'refused' : fateOf(use, asking, hops)))) : 'used'
}

/** The condition of `if (known && known.id !== id) throw ...`, which no use of the row outside of it makes less. */
function isForRefusal(use: ts.Node, name: string): boolean {
  const branch = ts.findAncestor(use, ts.isIfStatement)
  if (!branch || !contains(branch.expression, use) || !endsFunction(branch.thenStatement)) return false
  const asks = (condition: ts.Expression): boolean => (ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? asks(condition.left) : condition.getText() === name)
  return asks(branch.expression)
}

/** Where a name is used, apart from functions that have a parameter of that name. */
function usesIn(scope: ts.Node, name: ts.Identifier): ts.Identifier[] {
  const found: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    if (node !== scope && ts.isFunctionLike(node) && node.parameters.some((parameter) => parameter.name.getText() === name.text)) return
    if (ts.isIdentifier(node) && node !== name && node.text === name.text && !isMemberName(node)) found.push(node)
    else ts.forEachChild(node, visit)
  }
  visit(scope)
  return found
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node
}

/** `const [user, plan] = await Promise.all([...])` */
function fateInList(list: ts.ArrayLiteralExpression, place: number, asking: Asking, hops: number): Fate {
  const call = list.parent
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'Promise.all' || !ts.isAwaitExpression(call.parent)) return 'used'
  const declaration = call.parent.parent
  const element = ts.isVariableDeclaration(declaration) && ts.isArrayBindingPattern(declaration.name) ? declaration.name.elements[place] : undefined
  return element && ts.isBindingElement(element) && ts.isIdentifier(element.name) ? fateOfName(element.name, asking, hops) : 'used'
}

/** `find().then((user) => ...)`, `users.length`, `user.status` */
function fateOfMember(member: ts.PropertyAccessExpression, asking: Asking, hops: number): Fate {
  const call = ts.isCallExpression(member.parent) && member.parent.expression === member ? member.parent : undefined
  if (call && /^(?:catch|finally)$/.test(member.name.text)) return fateOf(call, asking, hops)
  if (call && member.name.text === 'then') {
    const [callback] = call.arguments
    const parameter = callback && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) ? callback.parameters[0]?.name : undefined
    if (!callback || !parameter || !ts.isIdentifier(parameter)) return 'used'
    return worstOf(usesIn(callback, parameter).map((use) => (isForRefusal(use, parameter.text) ? 'refused' : fateOf(use, asking, hops))))
  }
  if (member.name.text === 'length') return fateOf(member, asking, hops)
  return fateOfPart(member, asking, hops)
}

/** A value of a row, or what a method without arguments makes of it. */
function fateOfPart(part: ts.Node, asking: Asking, hops: number): Fate {
  const { parent } = part
  if (isQuestion(part)) return 'looked-at'
  if ((ts.isPropertyAccessExpression(parent) && parent.expression === part) || (ts.isCallExpression(parent) && parent.expression === part && parent.arguments.length === 0)) return fateOfPart(parent, asking, hops)
  if (ts.isBinaryExpression(parent) && /^(?:&&|\|\||\?\?|[-+])$/.test(parent.operatorToken.getText())) return fateOfPart(parent, asking, hops)
  if (ts.isParenthesizedExpression(parent) || ts.isAwaitExpression(parent)) return fateOfPart(parent, asking, hops)
  if (ts.isPropertyAssignment(parent)) return fateOfResult(parent.parent, asking, hops, (result) => fateOfField(result, parent.name.getText(), asking, hops + 1))
  return 'used'
}

/** `return { registered: true, role: user.role }`: what the callers take of it, by name. */
function fateOfField(result: ts.Node, field: string, asking: Asking, hops: number): Fate {
  const declaration = ts.isAwaitExpression(result.parent) ? result.parent.parent : result.parent
  if (!ts.isVariableDeclaration(declaration) || !ts.isObjectBindingPattern(declaration.name)) return 'used'
  const taken = declaration.name.elements.find((element) => element.dotDotDotToken || (element.propertyName ?? element.name).getText() === field)
  if (!taken) return 'refused'
  if (taken.dotDotDotToken || !ts.isIdentifier(taken.name)) return 'used'
  const scope = ts.findAncestor(declaration, ts.isBlock)
  return scope ? worstOf(usesIn(scope, taken.name).map((use) => fateOfPart(use, asking, hops))) : 'used'
}

/** What the callers of a function do with what it returns; a handler returns it to whoever asked. */
function fateOfResult(returned: ts.Node, asking: Asking, hops: number, of: (result: ts.Node) => Fate): Fate {
  const { parent } = returned
  const isReturned = ts.isReturnStatement(parent) || ts.isParenthesizedExpression(parent) || (ts.isArrowFunction(parent) && parent.body === returned)
  const { model, way } = asking
  const unit = isReturned ? model.unitOf(returned) : undefined
  if (!unit || hops >= MOST_HOPS) return 'used'
  const all = model.callersOf(unit)
  const callers = way ? all.filter(({ call }) => way.includes(call.node)) : all
  return callers.length > 0 && callers.every(({ use }) => use === undefined) ? worstOf(callers.map(({ call }) => of(call.node))) : 'used'
}

/** `if (partner) response.redirect(`${partner.siteUrl}/error`)`: all that is done with the row is to send somebody on to one field of it. */
export function onlySendsOn({ call, node }: Operation): boolean {
  const waited = ts.isAwaitExpression(node.parent) ? node.parent : node
  const name = ts.isVariableDeclaration(waited.parent) ? waited.parent.name : undefined
  const scope = ts.findAncestor(call.node, ts.isBlock)
  if (!name || !ts.isIdentifier(name) || !scope) return false
  const uses = usesIn(scope, name).filter((use) => !isQuestion(use))
  const fields = new Set(uses.map(({ parent }) => (ts.isPropertyAccessExpression(parent) && isInRedirect(parent) ? parent.name.text : undefined)))
  return fields.size === 1 && !fields.has(undefined)
}

function isInRedirect(value: ts.Node): boolean {
  const call = ts.findAncestor(value, (node) => ts.isCallExpression(node) || ts.isStatement(node))
  return call !== undefined && ts.isCallExpression(call) && /(?:^|\.)redirect$/.test(call.expression.getText()) && !contains(call.expression, value)
}
