/**
 * Whether only those who run the system come to an entry point: administrators and other staff.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { endsFunction } from './control-flow.js'
import type { Graph } from './graph.js'
import { isInBranch, UNAUTHORIZED } from './own-guards.js'
import { rolesIn, type RolesPast } from './roles-past.js'
import { isForOwners, isOfStaff, rankIn, rankOfRoles } from './staff-names.js'
import type { EntryPoint, Guard, Middleware, Staff, Unit } from './types.js'

/** What takes the roles that may come in: `@Roles(...)`, `authorize(...)`, `restrictTo(...)`, `role.check(...)`. */
const TAKES_ROLES = /roles?|auth|allow|access|permi|guard|protect|restrict|only|grant/i
/** The highest role there is, in names of guards: `IsRoot`, `requireSuperUser`. */
const SYSTEM_GUARD = /^(?:is|require|require_?is|only|ensure|check|verify|authorize)?_?(?:super_?user|root)(?:_?(?:only|guard|required|auth|middleware))*$/i
/** `/admin/orders` */
const STAFF_PATH = /(?:^|\/)(?:super-?)?(?:admins?|administrators?|staff|back-?office)(?:\/|$)/i

/**
 * Who is let in, and what keeps everybody else out: `@Roles(Role.ADMIN)`, `requireAdmin`; undefined where anybody with an
 * account comes in, or nobody is asked.
 */
export function staffOnly(entry: EntryPoint, guards: readonly Guard[], graph: Graph, past: RolesPast): Staff | undefined {
  for (const middleware of entry.middleware) {
    const rank = rankOf(middleware, entry, past)
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
  const asked = staffAskedFor(entry.handler, graph, past)
  if (asked) return asked
  const rank = rankOfRoles(past.of(entry.handler, 'handler') ?? [])
  if (rank) return { how: `${entry.handler.name} refuses everybody else`, rank }
  const part = STAFF_PATH.exec(entry.path ?? '')?.[0]
  return entry.path !== undefined && part !== undefined && guards.some(({ kind }) => kind === 'auth') ? { how: entry.path, rank: rankIn(part) } : undefined
}

/** What keeps everybody out but those who own what the rows belong to, and their administrators: `@Roles('OWNER', 'ADMIN')`. */
export function ownersOnly(entry: EntryPoint, past: RolesPast): string | undefined {
  const calls = [...entry.middleware.map(({ node }) => (ts.isDecorator(node) ? node.expression : skipOuter(node as ts.Expression))), ...decoratorsOf(entry).map(({ expression }) => expression)]
  const taking = calls.find((call) => ts.isCallExpression(call) && TAKES_ROLES.test(call.expression.getText()) && isForOwners(call.arguments.flatMap(rolesIn)))
  if (taking) return taking.getText()
  const asking = entry.middleware.find((middleware) => rolesPast(middleware, entry, past).some(isOfOwners))
  return asking?.label ?? (isOfOwners(past.of(entry.handler, 'handler') ?? []) ? `${entry.handler.name} refuses everybody else` : undefined)
}

/** Others than administrators are among them: who is refused by those alone is no customer. */
function isOfOwners(roles: readonly string[]): boolean {
  return isForOwners(roles) && rankOfRoles(roles) === undefined
}

/** `const admin = await requireAdmin(req)`: a function that is called in any case, and refuses whoever is no member of staff. */
function staffAskedFor(handler: Unit, graph: Graph, past: RolesPast): Staff | undefined {
  for (const { call, target, use } of graph.edgesOf(handler)) {
    if (use || isInBranch(call.node, handler.node) || !endsWith(call.node, handler.node)) continue
    const rank = isOfStaff(call.name) && refuses(target, graph) ? rankIn(call.name) : rankOfRoles(past.of(target, 'called', ts.isCallExpression(call.node) ? [call.node] : []) ?? [])
    if (rank) return { how: `${handler.name} calls ${call.name}`, rank }
  }
  return undefined
}

/** A function that refuses throws, or answers itself. */
const REFUSES = new RegExp(String.raw`(?:\bthrow\b|\bstatus\(|\bcode\(|Response\b)[^;]{0,80}(?:${UNAUTHORIZED.source})`, 'i')

/** Also where what it throws is made of what another function says: `const result = await ask(request); if (!result.ok) throw answer(result)`. */
function refuses(unit: Unit, graph: Graph): boolean {
  const texts = [unit, ...graph.edgesOf(unit).map(({ target }) => target)].map(({ node }) => node.getText())
  return texts.some((text) => REFUSES.test(text)) || (/\bthrow\b/.test(texts[0] ?? '') && texts.some((text) => UNAUTHORIZED.test(text)))
}

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

function rankOf(middleware: Middleware, entry: EntryPoint, past: RolesPast): Staff['rank'] | undefined {
  const { label, node } = middleware
  const name = nameOf(label)
  if (isOfStaff(name)) return rankIn(name)
  if (SYSTEM_GUARD.test(name)) return 'system'
  const call = skipOuter(ts.isDecorator(node) ? node.expression : (node as ts.Expression))
  const taken = ts.isCallExpression(call) ? rankTaken(call) : undefined
  return taken ?? rolesPast(middleware, entry, past).map(rankOfRoles).find((rank) => rank !== undefined)
}

/** The roles that come past each function of a middleware that asks for some. */
function rolesPast({ node, units }: Middleware, entry: EntryPoint, past: RolesPast): (readonly string[])[] {
  const given = [...callsOf(node), ...callsOf(entry.node)]
  return units.flatMap((unit) => [past.of(unit, 'guard', given) ?? []])
}

/** The calls of a chain: `procedure.requires('admin').input(schema)`. */
function callsOf(node: ts.Node): ts.CallExpression[] {
  const value = ts.isPropertyAssignment(node) ? node.initializer : node
  if (ts.isCallExpression(value)) return [value, ...callsOf(value.expression)]
  return ts.isPropertyAccessExpression(value) || ts.isAwaitExpression(value) ? callsOf(value.expression) : []
}

/** Decorators of the method, and of its class. */
function decoratorsOf({ handler }: EntryPoint): readonly ts.Decorator[] {
  return [handler.node, handler.classNode].flatMap((node) => (node && ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []))
}

/** The lowest of the roles that are given, where they are roles of staff and no others. */
function rankTaken(call: ts.CallExpression): Staff['rank'] | undefined {
  return TAKES_ROLES.test(call.expression.getText()) ? rankOfRoles(call.arguments.flatMap(rolesIn)) : undefined
}
