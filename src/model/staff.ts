/**
 * Whether only those who run the system come to an entry point: administrators and other staff.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { wordsOf } from '../secrets/names.js'
import { endsFunction } from './control-flow.js'
import { declarationOf } from './filters.js'
import type { Graph } from './graph.js'
import { isInBranch, UNAUTHORIZED } from './own-guards.js'
import type { EntryPoint, Guard, Middleware, Staff, Unit } from './types.js'

/** Words in names of guards: `AdminGuard`, `requireAdmin`, `staffOnly`. */
const STAFF_WORD = /^(?:super)?(?:admins?|administrators?|staff)$/
/** Beside one: `isAdminOrOwner` lets others in, `firebaseAdmin` is a library. */
const OTHER_WORD = /^(?:or|non|not|firebase)$/
/** What takes the roles that may come in: `@Roles(...)`, `authorize(...)`, `restrictTo(...)`, `role.check(...)`. */
const TAKES_ROLES = /roles?|auth|allow|access|permi|guard|protect|restrict|only|grant/i
const STAFF_ROLE = /(?:^|[^a-z])(?:super|sys|system|site|platform|root)?[-_]?(?:admins?|administrators?|staff|superuser|root|moderators?|back[-_]?office|employees?)(?![a-z])/i
/** Roles that are given beside an administrator's, and not to whoever signs up. */
const WORKING_ROLE = /manager|editor|operator|supervisor|support|moderator|agent|master|dev|author|analyst|auditor|engineer|instructor|teacher|^hr$|human_?resources|finance|account(?:ant|s|ing)|billing|operations?|^ops$|warehouse|reception|cashier|clerk/i
/** Those who run all of the system, whoever else has administrators of their own. */
const SYSTEM_WORD = /super(?!vis)|(?:^|[^a-z])(?:sys(?:tem)?|platform|root|site)(?![a-z])|(?:instance|platform|system)[-_ ]?(?:owner|admin)/i
const ADMIN_WORD = /admin/i
/** The highest role there is, by names that have no word for staff in them. */
const SYSTEM_ROLE = /^(?:role_?)?(?:super[-_ ]?user|root|master)$/i
/** The same in names of guards: `IsRoot`, `requireSuperUser`. */
const SYSTEM_GUARD = /^(?:is|require|require_?is|only|ensure|check|verify|authorize)?_?(?:super_?user|root)(?:_?(?:only|guard|required|auth|middleware))*$/i
/** `/admin/orders` */
const STAFF_PATH = /(?:^|\/)(?:super-?)?(?:admins?|administrators?|staff|back-?office)(?:\/|$)/i
/** `if (req.user.role !== 'admin') return res.status(403)`, `if (!user.isAdmin) throw ...`: all of the condition is that. */
const REFUSES_OTHERS =
  /\bif\s*\(\s*(?:(?:![\w.?]+\s*\|\|\s*)?[\w.?[\]'"]*(?:role|type|level)\w*\s*!==?\s*(?:['"`](?:super[-_]?)?(?:admin|staff)\w*['"`]|[\w.]*(?:ADMIN|Admin|STAFF|Staff)\w*)|(?:![\w.?]+\s*\|\|\s*)?!\s*[\w.?]*is_?(?:[A-Za-z]{0,12})?(?:admin|staff)\w*(?:\([\w.?]*\))?)\s*\)/i

/** The same, asked of a function by who is signed in: `if (!(await permissions.isInstanceOwner(user.id))) return ...`, or by a variable that holds its answer. */
const ASKS_STAFF = String.raw`(?:await\s+)?[\w.?]*\b_?is_?(?:super_?admin|admin(?:istrator)?|staff|(?:system|platform|instance|site)_?(?:admin|owner))\w*\((?:[^()]|\([^()]*\))*\)`
const REFUSES_ANSWER = new RegExp(String.raw`\bif\s*\(\s*!\s*\(?\s*(${ASKS_STAFF})\s*\)?\s*\)`, 'i')
const KEEPS_ANSWER = new RegExp(String.raw`\b(?:const|let|var)\s+(\w+)\s*=\s*(${ASKS_STAFF})`, 'i')
/** Who has a shop or an account with what belongs to it, and who runs it for them. */
const OWNING_ROLE = /^(?:\w+[-_ ])?(?:owner|admin)$/i

/**
 * Who is let in, and what keeps everybody else out: `@Roles(Role.ADMIN)`, `requireAdmin`; undefined where anybody with an
 * account comes in, or nobody is asked.
 */
export function staffOnly(entry: EntryPoint, guards: readonly Guard[], graph: Graph): Staff | undefined {
  for (const middleware of entry.middleware) {
    const rank = rankOf(middleware)
    if (rank) return { how: middleware.label, rank }
  }
  const told = new Set<string>()
  for (const decorator of decoratorsOf(entry)) {
    const name = nameOf(decorator.expression)
    // `@Roles(...)` of the method goes before `@Roles(...)` of its class.
    if (told.has(name)) continue
    told.add(name)
    const rank = (ts.isCallExpression(decorator.expression) ? rankTaken(decorator.expression) : undefined) ?? (SYSTEM_GUARD.test(name) ? 'system' : undefined)
    if (rank) return { how: decorator.getText(), rank }
  }
  const asked = staffAskedFor(entry.handler, graph)
  if (asked) return asked
  const rank = rankRefusingOthers(entry.handler.kind === 'module' ? '' : entry.handler.node.getText())
  if (rank) return { how: `${entry.handler.name} refuses everybody else`, rank }
  const part = STAFF_PATH.exec(entry.path ?? '')?.[0]
  return entry.path !== undefined && part !== undefined && guards.some(({ kind }) => kind === 'auth') ? { how: entry.path, rank: rankIn(part) } : undefined
}

/** What keeps everybody out but those who own what the rows belong to, and their administrators: `@Roles('OWNER', 'ADMIN')`. */
export function ownersOnly(entry: EntryPoint): string | undefined {
  const calls = [...entry.middleware.map(({ node }) => (ts.isDecorator(node) ? node.expression : skipOuter(node as ts.Expression))), ...decoratorsOf(entry).map(({ expression }) => expression)]
  return calls.find((call) => ts.isCallExpression(call) && TAKES_ROLES.test(call.expression.getText()) && isForOwners(call.arguments.flatMap(rolesIn)))?.getText()
}

function isForOwners(roles: readonly string[]): boolean {
  return roles.length > 0 && roles.every((role) => OWNING_ROLE.test(role))
}

/** `const admin = await requireAdmin(req)`: a function that is called in any case, and refuses whoever is no member of staff. */
function staffAskedFor(handler: Unit, graph: Graph): Staff | undefined {
  for (const { call, target, use } of graph.edgesOf(handler)) {
    if (use || !isOfStaff(call.name) || isInBranch(call.node, handler.node) || !endsWith(call.node, handler.node)) continue
    if ([target, ...graph.edgesOf(target).map((edge) => edge.target)].some((unit) => REFUSES.test(unit.node.getText()))) return { how: `${handler.name} calls ${call.name}`, rank: rankIn(call.name) }
  }
  return undefined
}

/** A function that refuses throws, or answers itself. */
const REFUSES = new RegExp(String.raw`(?:\bthrow\b|\bstatus\(|\bcode\(|Response\b)[^;]{0,80}(?:${UNAUTHORIZED.source})`, 'i')

/** What goes wrong in a call is the end of the function around it: no `catch` lets it go on. */
function endsWith(call: ts.Node, root: ts.Node): boolean {
  for (let at = call; at !== root && at.parent; at = at.parent) {
    const outer = at.parent
    if (ts.isPropertyAccessExpression(outer) && outer.name.text === 'catch') return false
    if (!ts.isTryStatement(outer) || outer.tryBlock !== at || !outer.catchClause || endsFunction(outer.catchClause.block)) continue
    if (!ts.isBlock(outer.parent) || outer.parent.parent !== root || outer.parent.statements.at(-1) !== outer) return false
  }
  return true
}

/** The last name of a guard or decorator, without what it is given. */
function nameOf(guard: ts.Expression | string): string {
  return (typeof guard === 'string' ? guard : guard.getText()).replace(/\(.*$/s, '').replace(/^.*\./, '')
}

function rankOf({ label, node, units }: Middleware): Staff['rank'] | undefined {
  const name = nameOf(label)
  if (isOfStaff(name)) return rankIn(name)
  if (SYSTEM_GUARD.test(name)) return 'system'
  const call = skipOuter(ts.isDecorator(node) ? node.expression : (node as ts.Expression))
  const taken = ts.isCallExpression(call) ? rankTaken(call) : undefined
  return taken ?? units.map((unit) => rankRefusingOthers(unit.node.getText())).find((rank) => rank !== undefined)
}

/** The name has a word for staff in it, and none that lets others in. */
function isOfStaff(name: string): boolean {
  const words = wordsOf(name)
  // `isAdminOrStaff`
  const others = words.filter((word, index) => OTHER_WORD.test(word) && !(word === 'or' && STAFF_WORD.test(words[index + 1] ?? '')))
  return words.some((word) => STAFF_WORD.test(word)) && others.length === 0
}

/** What a name of a guard, a role or a path says of those it lets in. */
function rankIn(text: string): Staff['rank'] {
  if (SYSTEM_WORD.test(text)) return 'system'
  return ADMIN_WORD.test(text) ? 'admin' : 'staff'
}

function rankRefusingOthers(text: string): Staff['rank'] | undefined {
  const asked = REFUSES_OTHERS.exec(text) ?? REFUSES_ANSWER.exec(text)
  const kept = asked ? null : KEEPS_ANSWER.exec(text)
  const found = asked ?? (kept && new RegExp(String.raw`\bif\s*\(\s*!\s*${kept[1]}\s*\)`).exec(text))
  if (!found) return undefined
  const after = text.slice(found.index + found[0].length, found.index + found[0].length + 200)
  return UNAUTHORIZED.test(after) || /^\s*\{?\s*(?:throw|return\s+false|return\s+next\()/.test(after) ? rankIn(kept?.[0] ?? found[0]) : undefined
}

/** Decorators of the method, and of its class. */
function decoratorsOf({ handler }: EntryPoint): readonly ts.Decorator[] {
  return [handler.node, handler.classNode].flatMap((node) => (node && ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []))
}

/** The lowest of the roles that are given, where they are roles of staff and no others. */
function rankTaken(call: ts.CallExpression): Staff['rank'] | undefined {
  if (!TAKES_ROLES.test(call.expression.getText())) return undefined
  const roles = call.arguments.flatMap(rolesIn)
  if (roles.length > 0 && roles.every((role) => SYSTEM_ROLE.test(role))) return 'system'
  if (!roles.some((role) => STAFF_ROLE.test(role)) || !roles.every((role) => STAFF_ROLE.test(role) || WORKING_ROLE.test(role))) return undefined
  const ranks = new Set(roles.map(rankIn))
  return ranks.has('staff') ? 'staff' : ranks.has('admin') ? 'admin' : 'system'
}

function rolesIn(expression: ts.Expression): string[] {
  const given = skipOuter(ts.isSpreadElement(expression) ? expression.expression : expression)
  // `...SUPPORT_ROLES`
  const list = ts.isIdentifier(given) ? declarationOf(given)?.initializer : undefined
  const value = list && ts.isArrayLiteralExpression(skipOuter(list)) ? skipOuter(list) : given
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(rolesIn)
  if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((member) => (ts.isPropertyAssignment(member) ? rolesIn(member.initializer) : []))
  if (ts.isStringLiteralLike(value)) return [value.text]
  if (ts.isPropertyAccessExpression(value)) return [value.name.text]
  return [value.getText()]
}
