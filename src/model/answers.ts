/**
 * When a call runs at all, given what an earlier call answered or what the caller of its function gives.
 */
import { ts } from 'ts-morph'
import { boundNames, isEither, skipOuter } from '../libraries/paths.js'
import { claimsOf, contains, denialsOf, endsFunction, fallsThrough, isPlain, isSetBetween, PRESENCE, saysIsThere, type Claim } from './control-flow.js'

/**
 * Whether a node of a function only runs when an earlier call there answered nothing:
 * `const cached = await read(key); if (cached) return cached`, `if (!order) order = await load(id)`.
 */
export function runsOnlyWithoutAnswer(call: ts.Node, inner: ts.Node): boolean {
  const names = namesHolding(call, inner)
  if (names.size === 0) return false
  const isHeld = (of: string) => [...names].some((name) => of === name || pathText(of).startsWith(`${name}.`))
  return isRuledOut(inner, (claim) => (isHeld(claim.of) ? saysIsThere(claim) : undefined), call.end)
}

/**
 * Whether a node in a function does not run for what the caller gives: `loadRoles({ user })` of
 * `function loadRoles({ user, id }) { const row = user ?? (await find(id)) }`, or `check(order)` of
 * `function check(order, tx) { if (tx) await reload(tx) }`.
 *
 * @param call the call by which the function is entered
 * @param parameters those of the function
 * @param inner a node in its body
 * @param read what arguments are; by itself, what is handed on by its name is taken for something
 */
export function isSkippedBy(call: ts.Node, parameters: readonly ts.ParameterDeclaration[], inner: ts.Node, read: Reader = isGiven): boolean {
  const values = ts.isCallExpression(call) || ts.isNewExpression(call) ? (call.arguments ?? []) : undefined
  if (!values || values.some(ts.isSpreadElement)) return false
  const given = new Map<string, Given | undefined>()
  for (const [index, { name, initializer }] of parameters.entries()) tellGiven(name, initializer, values[index], given, read)
  return isSkippedFor(given, parameters, inner)
}

/**
 * Whether a node does not run in the turn for one element of a table, by what that says of itself: `app.get(...)` behind
 * `if (route.type === 'get')`, where the element is `{ type: 'post', ... }`.
 *
 * @param element what stands for one element, and the expression that it is then
 * @param read what the members of an element are
 */
export function isSkippedInTurn([element, value]: readonly [ts.ParameterDeclaration | ts.VariableDeclaration, ts.Expression], inner: ts.Node, read: Reader): boolean {
  const given = new Map<string, Given | undefined>()
  tellGiven(element.name, undefined, value, given, read)
  // A value that is changed before it is asked is another one.
  for (const name of given.keys()) if (isSetBetween(name.replace(/\.$/, ''), element, inner, true)) return false
  return isSkippedFor(given, [], inner)
}

/** Whether a node does not run, given what is noted of names. */
function isSkippedFor(given: ReadonlyMap<string, Given | undefined>, parameters: readonly ts.ParameterDeclaration[], inner: ts.Node): boolean {
  if (given.size === 0) return false
  // `context?.page` of a context that is not given is nothing either.
  const known = (of: string) => {
    const path = pathText(pathTaken(of, parameters, inner) ?? of)
    const [root = '', member, ...others] = path.split('.')
    if (given.has(path)) return given.get(path)
    // Of an object that is written in the call, what it does not name is not there.
    return given.get(root) === false || (member !== undefined && others.length === 0 && given.has(whole(root))) ? false : undefined
  }
  return isRuledOut(inner, (claim) => isTrueOf(claim, known(claim.of)), 0)
}

/** `dto.user` of `let user = dto.user`, at the top of the function and until a node, where `dto` is a parameter. */
function pathTaken(name: string, parameters: readonly ts.ParameterDeclaration[], inner: ts.Node): string | undefined {
  const body = (parameters[0]?.parent as ts.FunctionLikeDeclaration | undefined)?.body
  if (!body || !ts.isBlock(body)) return undefined
  for (const statement of body.statements) {
    if (statement.pos >= inner.pos || !ts.isVariableStatement(statement)) continue
    for (const declaration of statement.declarationList.declarations) {
      const value = declaration.name.getText() === name && declaration.initializer ? skipOuter(declaration.initializer) : undefined
      if (!value || !isPlain(value) || !ts.isPropertyAccessExpression(value)) continue
      return parameters.some((parameter) => parameter.name.getText() === value.getText().split(/\??\./)[0]) && !isSetBetween(name, declaration, statementOf(inner, body)) ? value.getText() : undefined
    }
  }
  return undefined
}

/** The statement of a block around a node. */
function statementOf(inner: ts.Node, block: ts.Block): ts.Node {
  return block.statements.find((statement) => contains(statement, inner)) ?? inner
}

/** What is known of a value that is given: a text, or whether there is one at all. */
type Given = string | boolean

/** Reads an argument; undefined where nothing is known of it. */
type Reader = (argument: ts.Expression) => Given | undefined

function isTrueOf(claim: Claim, value: Given | undefined): boolean | undefined {
  if (value === undefined) return undefined
  if (claim.is === PRESENCE) return claim.holds === (value !== false)
  const isThere = saysIsThere(claim)
  if (isThere !== undefined) return isThere === (value !== false && value !== '')
  const text = /^(['"])(.*)\1$/.exec(claim.is)?.[2]
  return typeof value === 'string' && text !== undefined ? (value === text) === claim.holds : undefined
}

/** Notes of names of a parameter whether something is given for them, or by default, where that is plain. */
function tellGiven(name: ts.BindingName, initializer: ts.Expression | undefined, value: ts.Expression | undefined, given: Map<string, Given | undefined>, read: Reader): void {
  const taken = value === undefined || isUndefined(value) ? initializer : value
  const object = taken && skipOuter(taken)
  if (ts.isIdentifier(name)) {
    const is = taken ? read(taken) : false
    if (is !== undefined) given.set(name.text, is)
    if (!object || !ts.isObjectLiteralExpression(object) || object.properties.some(ts.isSpreadAssignment)) return
    given.set(whole(name.text), true)
    for (const property of object.properties) if (property.name) tellOf(`${name.text}.${property.name.getText()}`, property, given, read)
    for (const pattern of patternsOf(name)) tellGiven(pattern, undefined, taken, given, read)
    return
  }
  if (!object || !ts.isObjectLiteralExpression(object) || !ts.isObjectBindingPattern(name) || object.properties.some(ts.isSpreadAssignment)) return
  for (const element of name.elements) {
    if (element.dotDotDotToken || !ts.isIdentifier(element.name)) continue
    const key = (element.propertyName ?? element.name).getText()
    const property = object.properties.find((one) => one.name?.getText() === key)
    if (property) tellOf(element.name.text, property, given, read)
    else given.set(element.name.text, element.initializer ? read(element.initializer) : false)
  }
}

/** What leaves a default as it is. */
function isUndefined(argument: ts.Expression): boolean {
  const value = skipOuter(argument)
  return ts.isIdentifier(value) && value.text === 'undefined'
}

/** Under which it is noted that all members of an object are seen. */
function whole(name: string): string {
  return `${name}.`
}

function tellOf(name: string, property: ts.ObjectLiteralElementLike, given: Map<string, Given | undefined>, read: Reader): void {
  const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined
  given.set(name, value && read(value))
}

/** `const { user, id } = options` at the top of the function. */
function patternsOf(parameter: ts.Identifier): ts.ObjectBindingPattern[] {
  const body = (parameter.parent.parent as ts.FunctionLikeDeclaration).body
  if (!body || !ts.isBlock(body)) return []
  return body.statements.flatMap((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({ name, initializer }) => (ts.isObjectBindingPattern(name) && initializer?.getText() === parameter.text ? [name] : []))
      : [],
  )
}

/** What an argument is by what is written in the call; of names nothing is known. */
export function isWritten(argument: ts.Expression): Given | undefined {
  const value = skipOuter(argument)
  if (ts.isStringLiteralLike(value)) return value.text
  if (/^(?:undefined|null|false)$/.test(value.getText())) return false
  return value.kind === ts.SyntaxKind.TrueKeyword || ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value) || ts.isNewExpression(value) || ts.isFunctionLike(value) || undefined
}

/** What an argument is, where that is plain; undefined where it may be nothing. */
function isGiven(argument: ts.Expression): Given | undefined {
  const value = skipOuter(argument)
  const written = isWritten(value)
  if (written !== undefined || !isPlain(value)) return written
  if (!ts.isIdentifier(value)) return true
  // Whoever hands on what he need not have been given hands on nothing, too.
  const around = ts.findAncestor(value, (node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node))
  const own = around?.parameters.find(({ name }) => name.getText() === value.text)
  return own && (own.questionToken ?? own.initializer ?? own.type?.getText().match(/\b(?:undefined|null)\b/)) ? undefined : true
}

/**
 * Whether what is known of values keeps a node of a function from running: it stands in a branch for the opposite, or
 * behind a way out.
 *
 * @param isTrue whether a claim is true; undefined where that is not known
 * @param after ways out before this position do not count
 */
function isRuledOut(inner: ts.Node, isTrue: (claim: Claim) => boolean | undefined, after: number): boolean {
  const isAgainst = (condition: ts.Expression, holds: boolean) => (holds ? claimsOf : denialsOf)(condition).some((claim) => isTrue(claim) === false)
  for (let node = inner; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const { parent } = node
    if (ts.isIfStatement(parent) && node !== parent.expression && parent.end > after && parent.expression.end > after && isAgainst(parent.expression, node === parent.thenStatement)) return true
    if (ts.isConditionalExpression(parent) && node !== parent.condition && isAgainst(parent.condition, node === parent.whenTrue)) return true
    if (ts.isBinaryExpression(parent) && node === parent.right && parent.left.end > after) {
      const operator = parent.operatorToken.kind
      if (isEither(operator) && isAgainst(parent.left, false)) return true
      if (operator === ts.SyntaxKind.AmpersandAmpersandToken && isAgainst(parent.left, true)) return true
    }
    if (ts.isCaseBlock(parent) && parent.parent.expression.end > after && isOtherCase(node as ts.CaseOrDefaultClause, parent.parent, isTrue)) return true
    if (!ts.isBlock(parent) && !ts.isCaseOrDefaultClause(parent)) continue
    for (const statement of parent.statements) {
      if (statement.pos >= node.pos) break
      if (statement.pos >= after && ts.isIfStatement(statement) && (endsFunction(statement.thenStatement) || leavesTurn(statement.thenStatement)) && isAgainst(statement.expression, false)) return true
    }
  }
  return false
}

/** `continue`, also as the last of a block. */
function leavesTurn(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement
  return last !== undefined && ts.isContinueStatement(last)
}

/** Whether control comes to a clause for none of the values that are known: `case 'get'` of one that is `'post'`. */
function isOtherCase(clause: ts.CaseOrDefaultClause, { expression, caseBlock }: ts.SwitchStatement, isTrue: (claim: Claim) => boolean | undefined): boolean {
  if (!isPlain(expression)) return false
  const { clauses } = caseBlock
  const at = clauses.indexOf(clause)
  let first = at
  while (first > 0 && fallsThrough(clauses[first - 1] as ts.CaseOrDefaultClause)) first--
  const isTaken = (one: ts.CaseOrDefaultClause) => (ts.isCaseClause(one) ? isTrue({ of: expression.getText(), is: one.expression.getText(), holds: true }) : undefined)
  const into = clauses.slice(first, at + 1)
  return into.some(ts.isDefaultClause) ? clauses.some((one) => !into.includes(one) && isTaken(one) === true) : into.every((one) => isTaken(one) === false)
}

/** Names that hold what a call answers, or a part of it, where another node begins. */
function namesHolding(call: ts.Node, until: ts.Node): ReadonlySet<string> {
  const names = new Set<string>()
  let at = call
  for (; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isVariableDeclaration(parent)) {
      for (const { text } of boundNames(parent.name)) names.add(text)
      break
    }
    if (ts.isBinaryExpression(parent) && /^(?:\?\?|\|\|)?=$/.test(parent.operatorToken.getText())) {
      if (parent.right === at && isPlain(parent.left)) names.add(parent.left.getText())
      break
    }
    if (ts.isStatement(parent) || ts.isFunctionLike(parent) || ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)) break
    // `find(id)` is given to another call: what that answers is another matter, unless it is a step of the chain.
    if (ts.isCallExpression(parent) && parent.expression !== at) break
  }
  const around = ts.findAncestor(call, (node) => ts.isFunctionLike(node))
  if (names.size === 0 || !around) return names
  const visit = (node: ts.Node): void => {
    if (node.end <= call.end || node.pos >= until.pos) return
    const taken = ts.isVariableDeclaration(node) && node.initializer ? ([node.name, node.initializer] as const) : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? ([node.left, node.right] as const) : undefined
    if (taken && !contains(taken[1], call) && isPlain(skipOuter(taken[1])) && [...names].some((name) => pathText(skipOuter(taken[1]).getText()).startsWith(`${name}.`))) {
      const [target] = taken
      if (ts.isIdentifier(target) || ts.isObjectBindingPattern(target) || ts.isArrayBindingPattern(target)) for (const { text } of boundNames(target)) names.add(text)
    }
    ts.forEachChild(node, visit)
  }
  visit(around)
  return names
}

function pathText(text: string): string {
  return text.replaceAll('?.', '.')
}
