/**
 * Whether only those who run the system come to an entry point: administrators and other staff.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { wordsOf } from '../secrets/names.js'
import { UNAUTHORIZED } from './own-guards.js'
import type { EntryPoint, Guard, Middleware } from './types.js'

/** Words in names of guards: `AdminGuard`, `requireAdmin`, `staffOnly`. */
const STAFF_WORD = /^(?:super)?(?:admins?|administrators?|staff)$/
/** Beside one: `isAdminOrOwner` lets others in, `firebaseAdmin` is a library. */
const OTHER_WORD = /^(?:or|non|not|firebase)$/
/** What takes the roles that may come in: `@Roles(...)`, `authorize(...)`, `restrictTo(...)`. */
const TAKES_ROLES = /roles?|auth|allow|access|permi|guard|protect|restrict|only|grant/i
const STAFF_ROLE = /(?:^|[^a-z])(?:super|sys|system|site|platform|root)?[-_]?(?:admins?|administrators?|staff|superuser|root|moderators?|back[-_]?office|employees?)(?![a-z])/i
/** Roles that are given beside an administrator's, and not to whoever signs up. */
const WORKING_ROLE = /manager|editor|operator|supervisor|support|moderator|agent|master|dev|author|analyst|instructor|teacher|^hr$|human_?resources|finance|account(?:ant|s|ing)|billing|operations?|^ops$|warehouse|reception|cashier|clerk/i
/** `/admin/orders` */
const STAFF_PATH = /(?:^|\/)(?:super-?)?(?:admins?|administrators?|staff|back-?office)(?:\/|$)/i
/** `if (req.user.role !== 'admin') return res.status(403)`, `if (!user.isAdmin) throw ...`: all of the condition is that. */
const REFUSES_OTHERS =
  /\bif\s*\(\s*(?:(?:![\w.?]+\s*\|\|\s*)?[\w.?[\]'"]*(?:role|type|level)\w*\s*!==?\s*(?:['"`](?:super[-_]?)?(?:admin|staff)\w*['"`]|[\w.]*(?:ADMIN|Admin|STAFF|Staff)\w*)|(?:![\w.?]+\s*\|\|\s*)?!\s*[\w.?]*is_?(?:[A-Za-z]{0,12})?(?:admin|staff)\w*(?:\([\w.?]*\))?)\s*\)/i

/** The highest role there is, which one or two people have. */
const OPERATOR_ROLE = /^(?:role_?)?(?:super[-_ ]?(?:admin(?:istrator)?|user)|root|master|(?:sys(?:tem)?|platform|global)[-_]?admin(?:istrator)?)$/i
/** The same in names of guards: `SuperAdminGuard`, `IsRoot`, `requireSuperAdmin`. */
const OPERATOR_GUARD = /^(?:is|require|require_?is|only|ensure|check|verify|authorize)?_?(?:super_?(?:admin|user)|root|sys(?:tem)?_?admin)(?:_?(?:only|guard|required|auth|middleware))*$/i
/** `/superadmin/venues` */
const OPERATOR_PATH = /(?:^|\/)(?:super-?admins?|root-?admins?)(?:\/|$)/i

/**
 * What keeps everybody else out, as written: `@Roles(Role.ADMIN)`, `requireAdmin`; undefined where anybody with an account
 * comes in, or nobody is asked.
 */
export function staffOnly(entry: EntryPoint, guards: readonly Guard[]): string | undefined {
  const middleware = entry.middleware.find(isForStaff)
  if (middleware) return middleware.label
  const decorator = decoratorsOf(entry).find(({ expression }) => ts.isCallExpression(expression) && takesStaff(expression))
  if (decorator) return decorator.getText()
  const text = entry.handler.kind === 'module' ? '' : entry.handler.node.getText()
  if (refusesOthers(text)) return `${entry.handler.name} refuses everybody else`
  if (entry.path !== undefined && STAFF_PATH.test(entry.path) && guards.some(({ kind }) => kind === 'auth')) return entry.path
  return operatorOnly(entry, guards)
}

/**
 * What lets in only those with the highest role, as written: `@Roles(Role.SUPER_ADMIN)`, `@IsRoot()`; undefined where
 * other administrators come in too.
 */
export function operatorOnly(entry: EntryPoint, guards: readonly Guard[]): string | undefined {
  const middleware = entry.middleware.find(({ label, node }) => isForOperator(skipOuter(ts.isDecorator(node) ? node.expression : (node as ts.Expression))) || OPERATOR_GUARD.test(nameOf(label)))
  if (middleware) return middleware.label
  const decorators = decoratorsOf(entry)
  const decorator = decorators.find(({ expression }) => isForOperator(expression))
  // `@Roles(...)` of the method goes before `@Roles(...)` of its class.
  if (decorator) return decorators.find(({ expression }) => nameOf(expression.getText()) === nameOf(decorator.expression.getText())) === decorator ? decorator.getText() : undefined
  return entry.path !== undefined && OPERATOR_PATH.test(entry.path) && guards.some(({ kind }) => kind === 'auth') ? entry.path : undefined
}

function isForOperator(guard: ts.Expression): boolean {
  const roles = ts.isCallExpression(guard) ? rolesGivenTo(guard) : []
  if (roles.length > 0) return roles.every((role) => OPERATOR_ROLE.test(role))
  return OPERATOR_GUARD.test(nameOf(guard.getText()))
}

/** The last name of a guard, without what it is given. */
function nameOf(guard: string): string {
  return guard.replace(/\(.*$/s, '').replace(/^.*\./, '')
}

function isForStaff({ label, node, units }: Middleware): boolean {
  const words = wordsOf(nameOf(label))
  // `isAdminOrStaff`
  const others = words.filter((word, index) => OTHER_WORD.test(word) && !(word === 'or' && STAFF_WORD.test(words[index + 1] ?? '')))
  if (words.some((word) => STAFF_WORD.test(word)) && others.length === 0) return true
  const call = skipOuter(ts.isDecorator(node) ? node.expression : (node as ts.Expression))
  if (ts.isCallExpression(call) && takesStaff(call)) return true
  return units.some((unit) => refusesOthers(unit.node.getText()))
}

function refusesOthers(text: string): boolean {
  const found = REFUSES_OTHERS.exec(text)
  if (!found) return false
  const after = text.slice(found.index + found[0].length, found.index + found[0].length + 200)
  return UNAUTHORIZED.test(after) || /^\s*\{?\s*(?:throw|return\s+false|return\s+next\()/.test(after)
}

/** Decorators of the method, and of its class. */
function decoratorsOf({ handler }: EntryPoint): readonly ts.Decorator[] {
  return [handler.node, handler.classNode].flatMap((node) => (node && ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []))
}

/** Only roles of staff are among those that are given. */
function takesStaff(call: ts.CallExpression): boolean {
  const roles = rolesGivenTo(call)
  return roles.some((role) => STAFF_ROLE.test(role)) && roles.every((role) => STAFF_ROLE.test(role) || WORKING_ROLE.test(role))
}

function rolesGivenTo(call: ts.CallExpression): string[] {
  return TAKES_ROLES.test(nameOf(call.expression.getText())) ? call.arguments.flatMap(rolesIn) : []
}

function rolesIn(expression: ts.Expression): string[] {
  const value = skipOuter(expression)
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(rolesIn)
  if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((member) => (ts.isPropertyAssignment(member) ? rolesIn(member.initializer) : []))
  if (ts.isStringLiteralLike(value)) return [value.text]
  if (ts.isPropertyAccessExpression(value)) return [value.name.text]
  return [value.getText()]
}
