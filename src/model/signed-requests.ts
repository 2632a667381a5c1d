/**
 * Requests whose sender signs them, or sends a secret along: webhooks of payment providers and the like.
 */
import { ts } from 'ts-morph'
import { atPath, boundNames, isEither, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'
import { contains, endsFunction } from './control-flow.js'
import { tagIn } from './operations.js'
import { throwsOut } from './own-failures.js'
import { isInBranch } from './own-guards.js'
import { sensitiveName } from './sensitive-names.js'
import type { Call, Model, Unit } from './types.js'

const SIGNATURE = /\bconstructEvent(?:Async)?\s*\(|\b(?:verify|validate|check|assert|compare|isValid)\w*(?:Webhook(?!_?ur[il]s?\b)|Signature|Hmac)\w*\s*\(|\b(?:webhooks?|wh)\.(?:verify|unwrap)\w*\s*\(|['"](?:x-hub-signature(?:-256)?|svix-signature|webhook-signature|stripe-signature|[\w-]+-(?:webhook-)?(?:signature|hmac-sha256)|x-signature)['"]/i
/** A secret of webhooks says so where something is compared with it; it may as well be stored, or sign what is sent. */
const SECRET = /webhook_?secret/i
const COMPARES = /timingSafeEqual|verify|(?:signature|digest|hmac|hash|expected|computed|secret)\w*\s*[!=]==?|[!=]==?\s*[\w.]*(?:signature|digest|hmac|hash|expected|computed|secret)/i
/** How values are compared of which nobody is to learn how much of them fits. */
const IN_CONSTANT_TIME = 'timingSafeEqual'
const ENVIRONMENT = /^(?:process|import\.meta)\.env\b/

/** Whether the code of a unit looks at the signature of what it is sent. */
export function checksSignature(unit: Unit): boolean {
  const text = unit.node.getText()
  return SIGNATURE.test(text) || (SECRET.test(text) && COMPARES.test(text))
}

/**
 * Whether a handler comes to nothing where what it is sent is not signed: in any case it asks a function that looks at the
 * signature, which throws (`await verifySignature({ request, body })`) or whose answer is tested
 * (`if (!isSigned(body, signature)) return ...`).
 */
export function refusesUnsigned(handler: Unit, model: Pick<Model, 'resolve'>): boolean {
  return handler.calls.some((call) => {
    if (isInBranch(call.node, handler.node) || goesOnBehind(call.node)) return false
    const { units } = model.resolve(call)
    const checks = SIGNATURE.test(call.node.getText()) ? units : units.filter((unit) => checksSignature(unit))
    return checks.length > 0 && (isTested(call) || checks.every(throwsOut))
  })
}

/** `if (!isSigned(...)) return`: the function is left under a condition about what a call answers. */
function isTested({ node }: Call): boolean {
  const decision = ts.findAncestor(node, ts.isIfStatement)
  return decision !== undefined && decision.expression.pos <= node.pos && node.end <= decision.expression.end && endsFunction(decision.thenStatement)
}

/** Whether the function around a call goes on when the call throws: it is in a `try` whose `catch` does not leave. */
function goesOnBehind(node: ts.Node): boolean {
  const attempt = ts.findAncestor(node, (at) => (ts.isFunctionLike(at) ? 'quit' : ts.isTryStatement(at) && at.catchClause !== undefined && contains(at.tryBlock, node)))
  return attempt !== undefined && ts.isTryStatement(attempt) && attempt.catchClause !== undefined && !endsFunction(attempt.catchClause.block)
}

/**
 * Whether a unit leaves where it is not sent a secret of its environment: `if (secret !== process.env.HOOK_SECRET) throw ...`,
 * `if (!(await isSame(secret, HOOK_SECRET))) return`, where `isSame` compares in constant time, and `if (!hasKey(req)) return`,
 * where `hasKey` says yes only to whoever sends it. It may also ask in a function that it calls in any case, and that throws
 * or answers for it.
 */
export function asksForSecret(unit: Unit, resolver: Resolver): boolean {
  if (leavesWithoutSecret(unit, endsFunction, resolver)) return true
  return unit.calls.some((call) => {
    if (!ts.isCallExpression(call.node) || isInBranch(call.node, unit.node) || goesOnBehind(call.node)) return false
    const { units } = resolver.resolve(call)
    const ends = isAnswer(call.node) ? endsFunction : throws
    return units.length > 0 && units.every((asked) => leavesWithoutSecret(asked, (statement) => ends(statement) && !isInBranch(statement.parent, asked.node), resolver))
  })
}

/** What a call gives is all that the function around it answers: `return this.accounts.open(body)`. */
function isAnswer(call: ts.CallExpression): boolean {
  const { parent } = call
  return ts.isReturnStatement(ts.isAwaitExpression(parent) ? parent.parent : parent)
}

function throws(statement: ts.Statement): boolean {
  return ts.isThrowStatement(ts.isBlock(statement) ? (statement.statements.at(-1) ?? statement) : statement)
}

/** @param ends whether the function is over behind a statement that follows where the secret was not sent */
function leavesWithoutSecret({ node, calls }: Unit, ends: (statement: ts.Statement) => boolean, resolver: Resolver): boolean {
  const refuses = (condition: ts.Expression): boolean => {
    const value = skipOuter(condition)
    if (ts.isBinaryExpression(value)) {
      if (value.operatorToken.kind === ts.SyntaxKind.BarBarToken) return refuses(value.left) || refuses(value.right)
      return /^!==?$/.test(value.operatorToken.getText()) && isGivenWithSecret([value.left, value.right], resolver)
    }
    if (!ts.isPrefixUnaryExpression(value) || value.operator !== ts.SyntaxKind.ExclamationToken) return false
    const asked = skipOuter(value.operand)
    const call = calls.find((one) => one.node === (ts.isAwaitExpression(asked) ? skipOuter(asked.expression) : asked))
    if (!call || !ts.isCallExpression(call.node)) return false
    const { units } = resolver.resolve(call)
    if (call.name === IN_CONSTANT_TIME || units.some((unit) => unit.calls.some(({ name }) => name === IN_CONSTANT_TIME))) if (isGivenWithSecret(call.node.arguments, resolver)) return true
    return units.length > 0 && units.every((unit) => isForSecretOnly(unit, resolver))
  }
  let found = false
  const visit = (at: ts.Node): void => {
    if (found || (ts.isFunctionLike(at) && at !== node)) return
    if (ts.isIfStatement(at) && ends(at.thenStatement) && refuses(at.expression)) found = true
    else ts.forEachChild(at, visit)
  }
  visit(node)
  return found
}

/** A function says no, or whether what it was sent is a secret of the environment: `return timingSafeEqual(given, expected)`. */
function isForSecretOnly({ returns }: Unit, resolver: Resolver): boolean {
  const answers = returns.map((returned) => skipOuter(returned)).filter(({ kind }) => kind !== ts.SyntaxKind.FalseKeyword)
  return answers.length > 0 && answers.every((answer) => comparesSecret(answer, resolver))
}

function comparesSecret(answer: ts.Expression, resolver: Resolver): boolean {
  const value = skipOuter(answer)
  if (ts.isCallExpression(value)) return value.expression.getText().replace(/^.*\./, '') === IN_CONSTANT_TIME && isGivenWithSecret(value.arguments, resolver)
  if (!ts.isBinaryExpression(value)) return false
  if (value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return comparesSecret(value.left, resolver) || comparesSecret(value.right, resolver)
  return /^===?$/.test(value.operatorToken.getText()) && isGivenWithSecret([value.left, value.right], resolver)
}

/** `process.env.PASSWORD == given`: what was sent is compared with a secret of the environment. */
export function isComparedWithSecret({ left, right, operatorToken }: ts.BinaryExpression, resolver: Resolver): boolean {
  return /^[!=]==?$/.test(operatorToken.getText()) && isGivenWithSecret([left, right], resolver)
}

/** One of the values is a secret of the environment, and another is not written in the code. */
function isGivenWithSecret(values: readonly ts.Expression[], resolver: Resolver): boolean {
  const secret = values.find((value) => isSecretOfEnvironment(value, resolver))
  return secret !== undefined && values.some((value) => value !== secret && !ts.isLiteralExpression(value) && !isSecretOfEnvironment(value, resolver))
}

/** Names behind which a secret is looked for: `expected` of `Buffer.from(HOOK_SECRET)`, of `const { HOOK_SECRET } = settings`, of `{ HOOK_SECRET: process.env.HOOK_SECRET }`. */
const MOST_NAMES = 4

/**
 * `process.env.HOOK_SECRET`, `HOOK_SECRET` of `const { HOOK_SECRET } = process.env`, `Buffer.from(HOOK_SECRET)`, what a library
 * reads of the configuration under such a name, and what a constant, a field or an object of settings holds of these.
 */
function isSecretOfEnvironment(expression: ts.Expression, resolver: Resolver, depth = 0): boolean {
  const value = skipOuter(expression)
  if (depth > MOST_NAMES) return false
  if (ts.isBinaryExpression(value)) return isEither(value.operatorToken.kind) && isSecretOfEnvironment(value.left, resolver, depth)
  if (ts.isCallExpression(value)) {
    const call = resolver.unitOf(value)?.calls.find(({ node }) => node === value)
    const setting = tagIn((call && resolver.resolve(call).library?.tags) ?? [], 'setting')
    if (setting) return atPath(value, setting.value).some((name) => sensitiveName(settingNamed(name)) !== undefined)
    return value.arguments.slice(0, 1).some((given) => isSecretOfEnvironment(given, resolver, depth))
  }
  const name = ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : ''
  if (name === '') return false
  if (ENVIRONMENT.test(value.getText())) return sensitiveName(name) !== undefined
  const kept = ts.isPropertyAccessExpression(value) ? resolver.keptIn(value) : undefined
  if (kept) return kept.length > 0 && kept.every((one) => isSecretOfEnvironment(one, resolver, depth + 1))
  return (resolver.symbolOf(value)?.declarations ?? []).some((declaration) => holdsSecret(declaration, name, resolver, depth))
}

function holdsSecret(declaration: ts.Declaration, name: string, resolver: Resolver, depth: number): boolean {
  if (ts.isBindingElement(declaration)) {
    const holder = ts.findAncestor(declaration, ts.isVariableDeclaration)
    if (holder?.initializer && boundNames(holder.name).some((bound) => bound.text === name) && ENVIRONMENT.test(holder.initializer.getText())) return sensitiveName(name) !== undefined
    const member = ts.isObjectBindingPattern(declaration.parent) ? resolver.checker.getPropertyOfType(resolver.typeOf(declaration.parent), (declaration.propertyName ?? declaration.name).getText()) : undefined
    return (member?.declarations ?? []).some((one) => !ts.isBindingElement(one) && holdsSecret(one, name, resolver, depth))
  }
  const isConstant = ts.isPropertyAssignment(declaration) || (ts.isVariableDeclaration(declaration) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0)
  if (!isConstant || !declaration.initializer) return false
  // `const HOOK_SECRET = process.env.SHOP_HOOK`
  return (ENVIRONMENT.test(declaration.initializer.getText()) && sensitiveName(name) !== undefined) || isSecretOfEnvironment(declaration.initializer, resolver, depth + 1)
}

/** `HOOK_SECRET` of `'shop.HOOK_SECRET'` and of `Setting.HOOK_SECRET`. */
function settingNamed(name: ts.Node): string {
  return (ts.isStringLiteralLike(name) ? name.text : name.getText()).replace(/^.*\./, '')
}
