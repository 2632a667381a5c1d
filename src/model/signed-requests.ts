/**
 * Requests whose sender signs them, or sends a secret along: webhooks of payment providers and the like.
 */
import { ts } from 'ts-morph'
import { boundNames, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'
import { endsFunction } from './control-flow.js'
import { sensitiveName } from './sensitive-names.js'
import type { Unit } from './types.js'

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
 * Whether a unit leaves where it is not sent a secret of its environment: `if (secret !== process.env.HOOK_SECRET) throw ...`,
 * `if (!(await isSame(secret, HOOK_SECRET))) return`, where `isSame` compares in constant time.
 */
export function asksForSecret({ node, calls }: Unit, resolver: Resolver): boolean {
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
    const isSafe = call.name === IN_CONSTANT_TIME || resolver.resolve(call).units.some((unit) => unit.calls.some(({ name }) => name === IN_CONSTANT_TIME))
    return isSafe && isGivenWithSecret(call.node.arguments, resolver)
  }
  let found = false
  const visit = (at: ts.Node): void => {
    if (found || (ts.isFunctionLike(at) && at !== node)) return
    if (ts.isIfStatement(at) && endsFunction(at.thenStatement) && refuses(at.expression)) found = true
    else ts.forEachChild(at, visit)
  }
  visit(node)
  return found
}

/** One of the values is a secret of the environment, and another is not written in the code. */
function isGivenWithSecret(values: readonly ts.Expression[], resolver: Resolver): boolean {
  const secret = values.find((value) => isSecretOfEnvironment(value, resolver))
  return secret !== undefined && values.some((value) => value !== secret && !ts.isLiteralExpression(value) && !isSecretOfEnvironment(value, resolver))
}

/** `process.env.HOOK_SECRET`, `HOOK_SECRET` of `const { HOOK_SECRET } = process.env`, `Buffer.from(HOOK_SECRET)`. */
function isSecretOfEnvironment(expression: ts.Expression, resolver: Resolver): boolean {
  const value = skipOuter(expression)
  if (ts.isCallExpression(value)) return value.arguments.slice(0, 1).some((given) => isSecretOfEnvironment(given, resolver))
  const name = ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : ''
  if (sensitiveName(name) === undefined) return false
  if (ENVIRONMENT.test(value.getText())) return true
  const declaration = resolver.symbolOf(value)?.valueDeclaration
  const holder = declaration && ts.findAncestor(declaration, ts.isVariableDeclaration)
  const isHeld = holder !== undefined && (holder === declaration || boundNames(holder.name).some((bound) => bound.text === name))
  return isHeld && holder.initializer !== undefined && ENVIRONMENT.test(holder.initializer.getText())
}
