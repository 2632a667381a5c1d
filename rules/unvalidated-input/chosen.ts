/**
 * Objects that hold of a body what the code has on a list: `Object.fromEntries(Object.entries(body).filter(([name]) =>
 * EDITABLE.includes(name)))`.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import type { Flow, Model, Operation } from '../../src/model/types.js'

/** Whether what a body becomes on its way to a write has only names that are on a list. */
export function isChosen({ trace }: Flow, { data }: Operation, model: Model): boolean {
  return [...trace.map(({ node }) => node), ...(data ? [data] : [])].some((node) => {
    if (isCopiedByList(node)) return true
    const made = ts.isVariableDeclaration(node.parent) && node.parent.name === node ? node.parent.initializer : ts.isVariableDeclaration(node) ? node.initializer : ts.isExpression(node) ? node : undefined
    return made !== undefined && makesChosen(made, model)
  })
}

/** `if (EDITABLE.includes(key)) row[key] = body[key]` in a loop over the names of the body. */
function isCopiedByList(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isElementAccessExpression(node.left) || !ts.isIdentifier(node.left.argumentExpression)) return false
  const name = node.left.argumentExpression.text
  const loop = ts.findAncestor(node, (at) => ((ts.isForInStatement(at) || ts.isForOfStatement(at)) && ts.isVariableDeclarationList(at.initializer) && at.initializer.declarations[0]?.name.getText() === name) || (isFunction(at) && nameGiven(at.parameters[0]) === name))
  return loop !== undefined && isAllowed(node, loop, name)
}

/**
 * The texts that a variable stands for one after another: those of a list in the code that a loop or a callback runs through.
 *
 * @returns undefined where it is no such variable
 */
export function namesRunThrough(expression: ts.Expression, model: Model): readonly string[] | undefined {
  const key = skipOuter(expression)
  if (!ts.isIdentifier(key)) return undefined
  const run = ts.findAncestor(key, (node) => (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer) && node.initializer.declarations[0]?.name.getText() === key.text) || (ts.isArrowFunction(node) && nameGiven(node.parameters[0]) === key.text))
  const callee = run && ts.isCallExpression(run.parent) ? run.parent.expression : undefined
  const given = run && ts.isForOfStatement(run) ? run.expression : callee && ts.isPropertyAccessExpression(callee) && callee.name.text === 'forEach' ? callee.expression : undefined
  const list = given && skipOuter(model.initializerOf(given) ?? given)
  return list && ts.isArrayLiteralExpression(list) && list.elements.every(ts.isStringLiteralLike) ? list.elements.map((element) => (element as ts.StringLiteralLike).text) : undefined
}

/** The object itself, or a call of a function that makes one. */
function makesChosen(expression: ts.Expression, model: Model): boolean {
  const value = skipOuter(expression)
  const made = ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
  if (!ts.isCallExpression(made)) return false
  if (choosesNames(made)) return true
  const call = model.unitOf(made)?.calls.find(({ node }) => node === made)
  const units = call ? model.resolve(call).units : []
  return units.length > 0 && units.every(({ returns }) => returns.length > 0 && returns.every((returned) => choosesNames(valueOf(returned, model))))
}

/** `const kept = Object.fromEntries(...); return kept` */
function valueOf(expression: ts.Expression, model: Model): ts.Expression {
  const value = skipOuter(expression)
  return (ts.isIdentifier(value) && model.initializerOf(value)) || value
}

function choosesNames(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false
  const [first] = value.arguments
  if (value.expression.getText() === 'Object.fromEntries') return first !== undefined && isFiltered(first)
  // `Object.keys(body).reduce((kept, name) => (EDITABLE.has(name) ? { ...kept, [name]: body[name] } : kept), {})`
  return value.expression.name.text === 'reduce' && (isFiltered(value.expression.expression) || (first !== undefined && isFunction(first) && keepsOnList(first)))
}

/** Entries or names of which a filter keeps those on a list. */
function isFiltered(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false
  const [first] = value.arguments
  if (value.expression.name.text !== 'filter') return value.expression.name.text === 'map' && isFiltered(value.expression.expression)
  if (first === undefined || !isFunction(first)) return isFiltered(value.expression.expression)
  const name = nameGiven(first.parameters[0])
  const answers = name === undefined ? [] : answersOf(first)
  return (answers.length > 0 && answers.every((answer) => isOnList(answer, name as string))) || isFiltered(value.expression.expression)
}

/** Every property that is set is set where its name was found on a list. */
function keepsOnList(callback: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const name = nameGiven(callback.parameters[1])
  if (name === undefined) return false
  let isFound = false
  let isSure = true
  const visit = (node: ts.Node): void => {
    const isSet = (ts.isElementAccessExpression(node) && ts.isBinaryExpression(node.parent) && node.parent.left === node && node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) || ts.isComputedPropertyName(node) || ts.isSpreadAssignment(node)
    if (isSet && !(ts.isSpreadAssignment(node) && node.expression.getText() === callback.parameters[0]?.name.getText())) {
      isFound = true
      isSure &&= isAllowed(node, callback, name)
    }
    ts.forEachChild(node, visit)
  }
  visit(callback.body)
  return isFound && isSure
}

/** A node stands where a test of the name was passed, or after those that did not pass have gone. */
function isAllowed(node: ts.Node, callback: ts.Node, name: string): boolean {
  for (let at = node; at !== callback; at = at.parent) {
    const { parent } = at
    if (ts.isIfStatement(parent) && parent.thenStatement === at && isOnList(parent.expression, name)) return true
    if (ts.isConditionalExpression(parent) && parent.whenTrue === at && isOnList(parent.condition, name)) return true
    if (ts.isBlock(parent) && parent.statements.some((statement) => statement.end <= at.pos && ts.isIfStatement(statement) && /\b(?:return|continue|throw)\b/.test(statement.thenStatement.getText()) && isRefused(statement.expression, name))) return true
  }
  return false
}

/** `EDITABLE.includes(name)`, `COLUMNS.has(name) && value !== undefined`, `name in COLUMNS`, `name === 'city'` */
function isOnList(test: ts.Expression, name: string): boolean {
  const value = skipOuter(test)
  if (ts.isBinaryExpression(value)) {
    if (value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return isOnList(value.left, name) || isOnList(value.right, name)
    if (value.operatorToken.kind === ts.SyntaxKind.BarBarToken) return isOnList(value.left, name) && isOnList(value.right, name)
    if (/^===?$/.test(value.operatorToken.getText())) return value.left.getText() === name && ts.isStringLiteralLike(value.right)
    return value.operatorToken.kind === ts.SyntaxKind.InKeyword && value.left.getText() === name
  }
  return ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) && /^(?:includes|has)$/.test(value.expression.name.text) && value.arguments[0] !== undefined && skipOuter(value.arguments[0]).getText() === name
}

/** `!EDITABLE.includes(name)`, also beside other reasons. */
function isRefused(test: ts.Expression, name: string): boolean {
  const value = skipOuter(test)
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.BarBarToken) return isRefused(value.left, name) || isRefused(value.right, name)
  return ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken && isOnList(value.operand, name)
}

function isFunction(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node)
}

/** `name` of `(name) => ...` and of `([name, value]) => ...`. */
function nameGiven(parameter: ts.ParameterDeclaration | undefined): string | undefined {
  if (!parameter) return undefined
  if (ts.isIdentifier(parameter.name)) return parameter.name.text
  const [first] = ts.isArrayBindingPattern(parameter.name) ? parameter.name.elements : []
  return first && ts.isBindingElement(first) && ts.isIdentifier(first.name) ? first.name.text : undefined
}

/** What a function of one expression or one statement answers. */
function answersOf({ body }: ts.ArrowFunction | ts.FunctionExpression): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return [body]
  const [only] = body.statements.length === 1 ? body.statements : []
  return only && ts.isReturnStatement(only) && only.expression ? [only.expression] : []
}
