/**
 * Whether code runs once, or hardly ever, however often the function around it is called. Answered on syntax.
 */
import { ts } from 'ts-morph'
import { isEither, isNothing } from '../libraries/paths.js'
import { alternatives, conjuncts, contains, endsFunction } from './control-flow.js'
import { exits } from './flow-checks.js'

/** Names under which people ask whether this is a developer's machine. */
const DEVELOPMENT = /NODE_ENV|!==?\s*['"]production['"]|!\s*(?:[\w$]+\.)*isProd|\b(?:is|__)?(?:dev(?:elopment)?|debug)(?:mode|env)?(?:__)?\b|\bisTest/i

const PRODUCTION = /(?:^|[^!=])===?\s*['"]production['"]|(?<!!\s*)\bisProd/i

const NOT_DEVELOPMENT = /!==?\s*['"](?:dev|development|local)['"]|!\s*(?:[\w$]+\.)*is_?dev/i

/**
 * The value made at a node is kept outside of the function and made only while it is missing: `cache ??= read()`,
 * `if (!cache) cache = read()`, `if (cache) return cache` before it, `map.get(key)` in front and `map.set(key, ...)`
 * behind, also where whoever calls gives the map, or only when it has changed.
 */
export function isRemembered(node: ts.Node): boolean {
  return rememberedBy(node) !== undefined
}

/**
 * What keeps the value made at a node, as above: the function around it whose variable holds it, for as long as that
 * runs; the file where it is kept longer, or by whoever calls.
 */
export function rememberedBy(node: ts.Node): ts.Node | undefined {
  const body = functionAround(node)
  if (!body) return undefined
  for (let current: ts.Node = node; current !== body && current.parent; current = current.parent) {
    const parent = current.parent
    if (ts.isBinaryExpression(parent) && parent.right === current) {
      const operator = parent.operatorToken.kind
      const keeps = operator === ts.SyntaxKind.QuestionQuestionEqualsToken || operator === ts.SyntaxKind.BarBarEqualsToken
      if (keeps && livesOutside(parent.left, body)) return keeperOf(parent.left, body)
      // `cache || (cache = read())`
      if (isEither(operator) && livesOutside(parent.left, body) && stores(parent.right, parent.left)) return keeperOf(parent.left, body)
    }
    if (ts.isIfStatement(parent) && parent.thenStatement === current) {
      const missing = missingIn(parent.expression)
      if (missing && keptOutside(missing, body) && stores(parent.thenStatement, storeOf(missing, body))) return keeperOf(storeOf(missing, body), body)
    }
    if (ts.isIfStatement(parent) && parent.elseStatement === current) {
      const present = presentIn(parent.expression)
      if (present && keptOutside(present, body) && stores(current, storeOf(present, body))) return keeperOf(storeOf(present, body), body)
    }
    if (ts.isBlock(parent) || ts.isSourceFile(parent)) {
      for (const earlier of parent.statements.slice(0, parent.statements.indexOf(current as ts.Statement))) {
        if (!ts.isIfStatement(earlier) || !exits(earlier.thenStatement)) continue
        // `if (changed === known) return; known = changed`
        const known = comparedIn(earlier.expression).find((one) => livesOutside(one, body) && stores(parent, one))
        if (known) return keeperOf(known, body)
        const present = presentIn(earlier.expression)
        if (present && keptOutside(present, body) && stores(parent, storeOf(present, body))) return keeperOf(storeOf(present, body), body)
      }
    }
  }
  return undefined
}

/** A comparison that only a developer's machine, or a run of tests, passes. */
const ONLY_DEVELOPMENT = /^[^!]*={2,3}\s*['"](?:dev|development|local|tests?|testing)['"]$/

/** A setting of the environment that is there for runs of tests: `process.env.SHOP_INTEGRATION_TEST === 'memory'`. */
const TEST_SETTING = /^process\.env\.(?:\w*_)?TESTS?(?:_(?:MODE|ENV|RUN))?(?:\s*={2,3}\s*['"][^'"]+['"])?$/

/** A setting of that name that is on: `options.devMode`, `options.devMode === true`. */
const DEVELOPMENT_MODE = /^[^!]*[.)](?:is)?(?:dev(?:elopment)?)(?:mode)?(?:\s*={2,3}\s*true)?$/i

/** A test that holds in production, whatever else does. */
const ANY_PRODUCTION = /^[^&]*(?:^|[^!=])={2,3}\s*['"]production['"][^&]*$/

/**
 * `if (process.env.NODE_ENV === 'local') { ... }` around the node, or `if (process.env.NODE_ENV === 'production') throw ...`
 * before it, also around and in the functions it stands in.
 *
 * @param givenBy what the function of a call in a test gives back, where that is one expression
 */
export function isForDevelopers(node: ts.Node, givenBy: (call: ts.CallExpression) => ts.Expression | undefined = () => undefined): boolean {
  return (
    ts.findAncestor(node, (at) => {
      const { parent } = at
      if (parent === undefined) return false
      if (isOfDevelopmentServer(at)) return true
      if (ts.isIfStatement(parent)) return contains(parent.thenStatement, node) && asksForDevelopment(parent.expression, givenBy)
      if (!ts.isBlock(parent)) return false
      const before = parent.statements.slice(0, parent.statements.indexOf(at as ts.Statement))
      return before.some((earlier) => ts.isIfStatement(earlier) && endsFunction(earlier.thenStatement) && ANY_PRODUCTION.test(earlier.expression.getText()))
    }) !== undefined
  )
}

/** `{ name: 'seat-pages', configureServer(server) { ... } }`: what a plugin adds to the server of pages that only developers start. */
function isOfDevelopmentServer(node: ts.Node): boolean {
  const name = ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node) ? node.name.getText() : undefined
  return name === 'configureServer' && ts.isObjectLiteralExpression(node.parent)
}

/** Each alternative of a test asks for development, whatever else it asks for. */
function asksForDevelopment(test: ts.Expression, givenBy: (call: ts.CallExpression) => ts.Expression | undefined): boolean {
  return alternatives(test).every((one) =>
    conjuncts(one).some((part) => {
      const asked = inner(part)
      const given = ts.isCallExpression(asked) ? givenBy(asked) : undefined
      return ONLY_DEVELOPMENT.test(asked.getText()) || TEST_SETTING.test(asked.getText()) || (given !== undefined && (ONLY_DEVELOPMENT.test(given.getText()) || DEVELOPMENT_MODE.test(given.getText())))
    }),
  )
}

/** A test around the node asks whether this is development, or whether what is made exists already. */
export function isRare(node: ts.Node): boolean {
  let body = functionAround(node)
  // `if (isDev) app.post('/echo', (req) => ...)`: what is given away there is run there only.
  while (body && (ts.isArrowFunction(body) || ts.isFunctionExpression(body)) && ts.isCallExpression(body.parent)) body = functionAround(body.parent)
  for (let current: ts.Node = node; current !== body && current.parent; current = current.parent) {
    const parent = current.parent
    // `if (isProduction) return` before it, or `if (env !== 'development') throw ...`
    if (ts.isBlock(parent) && parent.statements.slice(0, parent.statements.indexOf(current as ts.Statement)).some((earlier) => ts.isIfStatement(earlier) && exits(earlier.thenStatement) && (PRODUCTION.test(earlier.expression.getText()) || NOT_DEVELOPMENT.test(earlier.expression.getText())))) return true
    const test = ts.isIfStatement(parent) && parent.expression !== current ? parent.expression : ts.isConditionalExpression(parent) && parent.condition !== current ? parent.condition : undefined
    if (!test) continue
    const isElse = ts.isIfStatement(parent) ? parent.elseStatement === current : ts.isConditionalExpression(parent) && parent.whenFalse === current
    if (PRODUCTION.test(test.getText()) ? isElse : !isElse && DEVELOPMENT.test(test.getText())) return true
    // `if (!existsSync(folder)) mkdirSync(folder)`
    if (!isElse && /^!\s*(?:await\s+)?[\w$.]*exists/i.test(test.getText())) return true
  }
  return false
}

function functionAround(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node, (at) => ts.isFunctionLike(at))
}

/** What a test says is missing: `cache` of `!cache`, `cache === undefined`, `!map.has(key)`. */
function missingIn(test: ts.Expression): ts.Expression | undefined {
  const value = inner(test)
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) return inner(value.operand)
  if (ts.isBinaryExpression(value)) {
    const operator = value.operatorToken.kind
    if (operator === ts.SyntaxKind.BarBarToken) return missingIn(value.left)
    if ((operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken) && isNothing(value.right)) return inner(value.left)
  }
  return undefined
}

/** What a test says is there. */
function presentIn(test: ts.Expression): ts.Expression | undefined {
  const value = inner(test)
  if (ts.isBinaryExpression(value)) {
    const operator = value.operatorToken.kind
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return presentIn(value.left) ?? presentIn(value.right)
    if ((operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken) && isNothing(value.right)) return inner(value.left)
    // `kept.size > 0`
    return (operator === ts.SyntaxKind.GreaterThanToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken) && value.right.getText() === '0' ? measuredIn(inner(value.left)) : undefined
  }
  return measuredIn(value) ?? (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value) || ts.isCallExpression(value) ? value : undefined)
}

/** The list or map whose elements are counted: `kept` of `kept.size`. */
function measuredIn(value: ts.Expression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(value) && /^(?:size|length)$/.test(value.name.text) ? value.expression : undefined
}

/** Both sides of an equation, where they are names or properties. */
function comparedIn(test: ts.Expression): ts.Expression[] {
  const value = inner(test)
  if (!ts.isBinaryExpression(value) || (value.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && value.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsToken)) return []
  return [inner(value.left), inner(value.right)].filter((side) => ts.isIdentifier(side) || ts.isPropertyAccessExpression(side))
}

/** What holds the value: the thing itself, or the map it was looked up in (`map` of `const cached = map.get(key)`). */
function storeOf(value: ts.Expression, body: ts.Node): ts.Expression {
  const held = inner(value)
  if (ts.isCallExpression(held) && ts.isPropertyAccessExpression(held.expression)) return held.expression.expression
  if (ts.isElementAccessExpression(held)) return held.expression
  if (!ts.isIdentifier(held)) return held
  const made = localInitializer(held, body)
  return made && !ts.isIdentifier(inner(made)) ? storeOf(inner(made), body) : held
}

function keptOutside(value: ts.Expression, body: ts.Node): boolean {
  const store = storeOf(value, body)
  return livesOutside(store, body) || (store !== inner(value) && isParameter(store, body))
}

function isParameter(value: ts.Expression, body: ts.Node): boolean {
  const name = inner(value)
  return ts.isIdentifier(name) && ts.isFunctionLike(body) && body.parameters.some((parameter) => parameter.name.getText() === name.text)
}

/** A name or property that is still there when the function has returned. */
function livesOutside(value: ts.Expression, body: ts.Node): boolean {
  let root = inner(value)
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = inner(root.expression)
  if (root.kind === ts.SyntaxKind.ThisKeyword) return true
  if (!ts.isIdentifier(root)) return false
  return !isParameter(root, body) && !declaresLocally(root.text, body)
}

/** The function around a body that declares what a value is kept in; else the file. */
function keeperOf(value: ts.Expression, body: ts.Node): ts.Node {
  let root = inner(value)
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = inner(root.expression)
  if (ts.isIdentifier(root) && !isParameter(root, body))
    for (let at = functionAround(body.parent); at; at = functionAround(at.parent)) if (declaresLocally(root.text, at)) return at
  return body.getSourceFile()
}

function declaresLocally(name: string, body: ts.Node): boolean {
  return declarationOf(name, body) !== undefined
}

function localInitializer(name: ts.Identifier, body: ts.Node): ts.Expression | undefined {
  return declarationOf(name.text, body)?.initializer
}

function declarationOf(name: string, body: ts.Node): ts.VariableDeclaration | undefined {
  let found: ts.VariableDeclaration | undefined
  const visit = (node: ts.Node): void => {
    if (found || (node !== body && ts.isFunctionLike(node))) return
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name) found = node
    else ts.forEachChild(node, visit)
  }
  visit(body)
  return found
}

/** Whether something is assigned to the store inside of a node: `store = ...`, `store[key] = ...`, `store.set(...)`, `store.push(...)` behind `store.find(...)`. */
function stores(inside: ts.Node, store: ts.Expression): boolean {
  const text = inner(store).getText()
  const adds = inside.getText().includes(`${text}.find(`) ? /^(?:set|put|push)$/ : /^(?:set|put)$/
  let found = false
  const visit = (node: ts.Node): void => {
    if (found) return
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const left = inner(node.left)
      found = left.getText() === text || (ts.isElementAccessExpression(left) && left.expression.getText() === text)
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && adds.test(node.expression.name.text)) found = node.expression.expression.getText() === text
    if (!found) ts.forEachChild(node, visit)
  }
  visit(inside)
  return found
}

function inner(node: ts.Expression): ts.Expression {
  let value = node
  while (ts.isParenthesizedExpression(value) || ts.isNonNullExpression(value) || ts.isAsExpression(value) || ts.isAwaitExpression(value)) value = value.expression
  return value
}

