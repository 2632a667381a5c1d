import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { isRare } from '../../src/model/once.js'
import { refusesUnsigned } from '../../src/model/signed-requests.js'
import type { EntryPoint, Guard, GuardReport, Middleware, Model, Place, RegisteredMiddleware, Unit } from '../../src/model/types.js'
import { attemptOf, nearbyText, type Attempt } from './attempts.js'
import { isGated } from './gated.js'
import { gatewayLimit } from './gateway.js'
import { handingOver, namedBy } from './proxied.js'
import { recipeFor } from './recipes.js'
import { looksTokenUpFirst } from './token-first.js'

export default defineRule({
  id: 'missing-rate-limit',
  severity: 'high',
  title: 'A login, a registration, a password reset or the like can be tried without limit.',
  category: 'sharp-edge',
  topic: 'security',
  cwe: [307, 770],
  securitySeverity: 7.5,
  handoff: 'cybersecurity',
  check({ model, workspace, report }) {
    const open = openAttempts(model)
    if (open.length === 0 || gatewayLimit(workspace) !== undefined) return
    for (const group of groupsOf(open)) {
      const [first, ...others] = group
      if (!first) continue
      const isCredential = first.attempt.kind === 'credential'
      const names = [...new Set(group.map(({ entry }) => nameOf(entry)))]
      const listed = names.length <= 3 ? joinNames(names) : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
      report({
        at: placeOfAll(group),
        message: isCredential
          ? `${listed} can be tried without limit: no rate limiter on ${lookedAt(first.entry)}${lateText(first, model)}`
          : `${listed} ${names.length === 1 ? 'is' : 'are'} open to everybody and dear (${first.attempt.what}), with no rate limiter on ${lookedAt(first.entry)}`,
        why: isCredential
          ? `${harmOf(group)} ${seenText(first)} Limit by address and by account before the handler.`
          : `One client in a loop can use up the service, or its budget. ${seenText(first)} Limit by address or by account before the handler.`,
        trace: others.slice(0, 9).map(({ entry, attempt }) => ({ file: entry.file, node: placeOf(entry), label: `${nameOf(entry)}: ${attempt.what}, on the same terms` })),
        severity: isCredential ? 'high' : 'medium',
        confidence: confidenceOf(group),
        fixes: [recipe(first.entry)],
      })
    }
  },
})

/** Frameworks whose pages and their actions are files. */
const IS_OF_PAGE = /^(?:remix|sveltekit)$/

/** Lines that one finding may span. */
const MOST_LINES = 60

interface Open {
  readonly entry: EntryPoint
  readonly attempt: Attempt
  readonly report: GuardReport
  /** Another service checks what was sent, and may limit it. */
  readonly isHandedOn: boolean
  /** A puzzle that a script does not solve comes first. */
  readonly asksForPerson: boolean
  /** A guard lets only those in who are known already. */
  readonly isBehindAuth: boolean
  /** It takes a token that nobody guesses, and does nothing dear before it has found it. */
  readonly isTokenFirst: boolean
}

/** Entry points that can be tried as often as somebody likes. */
function openAttempts(model: Model): Open[] {
  const limiters = model.registeredMiddleware.filter(({ middleware }) => model.guardsIn(middleware).some((guard) => guard.kind === 'limit'))
  const limitedApplications = new Set(limiters.map(({ middleware }) => middleware.file.package.directory))
  const found: Open[] = []
  for (const entry of model.entryPoints) {
    // `if (isDevelopment) app.post('/token', ...)`
    if (entry.file.surface !== 'production' || isRare(entry.node) || isForDevelopers(entry) || isInert(entry, model)) continue
    const report = model.guardsOf(entry)
    if (report.guards.some((guard) => guard.kind === 'limit')) continue
    // Procedures are served under a path that is not seen here.
    if (entry.kind === 'procedure' && limiters.length > 0) continue
    const attempt = attemptOf(entry, report, model)
    if (!attempt) continue
    const isBehindAuth = (attempt.what === 'a token' && isKnownInside(report)) || report.guards.some((guard) => guard.kind === 'auth' && (guards(guard, attempt) || (attempt.what === 'a token' && !isOpened(entry))))
    // What only those do who are known already: changing their password, renewing their token.
    if (!attempt.isNamed && report.guards.some((guard) => guard.kind === 'auth' && guard.middleware !== undefined && !CHECKS_PASSWORD.test(guard.middleware.label))) continue
    if (!attempt.isNamed && attempt.kind === 'credential' && isKnownInside(report)) continue
    // `register` a passkey, `verify` a second factor: of an account that somebody has signed in to.
    if (isGated(entry, model)) continue
    if ((attempt.kind === 'expensive' || !attempt.isNamed) && isDeclaredGuarded(entry)) continue
    if (attempt.kind === 'expensive' && (isBehindAuth || isDescribedAsGuarded(entry, model) || refusesUnsigned(entry.handler, model))) continue
    const handedOver = handingOver(entry, model)
    if (handedOver && namedBy(handedOver, model).some((served) => model.guardsOf(served).guards.some((guard) => guard.kind === 'limit'))) continue
    found.push({ entry, attempt, report, isBehindAuth, isHandedOn: handedOver !== undefined || isHandedOn(entry, report, model), isTokenFirst: looksTokenUpFirst(entry, model), asksForPerson: attempt.kind === 'credential' && CAPTCHA.test(nearbyText(entry.handler, model)) })
  }
  // A router that is not seen to be mounted may stand behind the limiter of the application beside it; pages that are files do.
  return found.filter(({ entry }) => !(limitedApplications.has(entry.file.package.directory) && isUnmounted(entry)) && !limiters.some((limiter) => isServedBehind(entry, limiter)))
}

/** `if (env !== 'development') throw new NotFound()` comes before everything else. */
function isForDevelopers({ handler: { node } }: EntryPoint): boolean {
  const body = ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) ? undefined : node.body
  const last = body && ts.isBlock(body) ? body.statements.at(-1) : undefined
  return last !== undefined && isRare(last)
}

/** A page or an action that looks at nothing of the request and leads to nothing: it answers, or sends on to where one logs in. */
function isInert({ handler, middleware, kind, group }: EntryPoint, model: Model): boolean {
  if (kind === 'resolver' || kind === 'procedure') return isStub(handler)
  if (middleware.some(({ scope }) => scope === 'route') || (kind !== 'action' && (kind !== 'route' || !ts.isSourceFile(group))) || model.rows.accessesOf(handler).length > 0 || ts.isSourceFile(handler.node) || ts.isClassStaticBlockDeclaration(handler.node) || !handler.node.body) return false
  const { body } = handler.node
  const [request] = handler.parameters
  if (!request) return !/\b(?:cookies|headers|request|this)\b/.test(body.getText()) && handler.calls.every((call) => model.resolve(call).units.length === 0)
  return ts.isIdentifier(request.name) && !new RegExp(`\\b${request.name.text}\\b`).test(body.getText())
}

/** `resetPassword() { return false }` */
function isStub({ node }: Unit): boolean {
  const body = ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) ? undefined : node.body
  const [only, ...others] = body && ts.isBlock(body) ? body.statements : []
  if (body && ts.isBlock(body) && !only) return true
  const value = body && !ts.isBlock(body) ? body : only && ts.isReturnStatement(only) && others.length === 0 ? only.expression : undefined
  return value !== undefined && (ts.isLiteralExpression(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword || value.kind === ts.SyntaxKind.NullKeyword)
}

/** `createRoute().GET({ auth: true }).handler(...)`: what the route is made with says that somebody has to be known. */
function isDeclaredGuarded({ handler }: EntryPoint): boolean {
  const given = handler.node.parent
  let at: ts.Expression | undefined = given && ts.isCallExpression(given) ? given : undefined
  while (at && (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at))) {
    if (ts.isCallExpression(at) && at.arguments.some((argument) => ts.isObjectLiteralExpression(argument) && argument.properties.some((property) => ts.isPropertyAssignment(property) && /^(?:auth|requires?_?auth\w*|authenticated|authRequired|protected|isProtected)$/i.test(property.name.getText()) && property.initializer.kind === ts.SyntaxKind.TrueKeyword))) return true
    at = at.expression
  }
  return false
}

/**
 * A route or an action of a client's own server that sends what it was given to another service. Where pages and their
 * actions are files, how it is sent may be in a package that is not seen: then it asks no database and compares nothing.
 */
function isHandedOn({ handler, kind, framework }: EntryPoint, { checksCredential, issuesCredential }: GuardReport, model: Model): boolean {
  const isOfPage = IS_OF_PAGE.test(framework)
  if ((kind !== 'action' && framework !== 'next' && !isOfPage) || checksCredential !== undefined || issuesCredential !== undefined) return false
  return (isOfPage || model.reachedBy(handler, 'http').length > 0) && model.reachedBy(handler, 'query').length === 0
}

/** `await verifyCaptcha(token)`, `turnstile.validate(...)` */
const CAPTCHA = /(?:captcha|turnstile)\w*(?:\.\w+)?\(/i

/** A guard that checks what is tried. */
const CHECKS_PASSWORD = /\blocal|password|ldap|basic|credential/i

/** The handler verifies a token or a key of whoever asks, refuses who has none, and checks no password. */
function isKnownInside({ guards, checksCredential }: GuardReport): boolean {
  return checksCredential === undefined && guards.some(({ kind, middleware, confidence }) => kind === 'auth' && middleware === undefined && confidence === 'high')
}

/** Whether a guard keeps strangers out. One that checks the password is what is tried. */
function guards(guard: Guard, attempt: Attempt): boolean {
  const label = guard.middleware?.label ?? ''
  if (attempt.kind === 'expensive') return true
  if (CHECKS_PASSWORD.test(label)) return false
  // Nobody is known before the login; what guards the whole application lets it through.
  return guard.middleware !== undefined && guard.middleware.scope !== 'application' && (guard.middleware.scope !== 'module' || guard.middleware.namesRoute === true) && (guard.confidence === 'high' || guard.middleware.units.length === 0)
}

/** A decorator takes the guard of the application away: `@Public()`, `@AllowAnonymous()`. */
function isOpened({ node, group }: EntryPoint): boolean {
  const own = ts.isDecorator(node) ? [node.parent, ...(ts.isClassLike(group) ? [group] : [])] : []
  return own.length === 0 || own.some((one) => ts.canHaveDecorators(one) && (ts.getDecorators(one) ?? []).some((decorator) => /public|skip|anonymous|no_?auth|open|unauth|guest/i.test(decorator.expression.getText().replace(/\(.*$/s, ''))))
}

/** The description of the API says that a credential has to be sent: `@ApiBearerAuth()`, `createRoute({ security: [{ bearer: [] }] })`. */
function isDescribedAsGuarded(entry: EntryPoint, model: Model): boolean {
  if (!ts.isDecorator(entry.node)) return ts.isCallExpression(entry.node) && entry.node.arguments.some((argument) => namesSecurity(argument, model, 0))
  if (isOpened(entry)) return false
  return [entry.node.parent, entry.group].some((one) => ts.canHaveDecorators(one) && (ts.getDecorators(one) ?? []).some((decorator) => /^@Api(?:BearerAuth|BasicAuth|CookieAuth|OAuth2|Security)\b/.test(decorator.getText())))
}

/** `{ schema: { security: [{ bearer: [] }] } }`, also behind a name and in a call that makes a route of it. */
function namesSecurity(given: ts.Expression, model: Model, depth: number): boolean {
  if (depth > 3) return false
  if (ts.isIdentifier(given)) {
    const made = model.initializerOf(given)
    return made !== undefined && namesSecurity(made, model, depth + 1)
  }
  if (ts.isCallExpression(given)) return given.arguments.some((argument) => namesSecurity(argument, model, depth + 1))
  if (!ts.isObjectLiteralExpression(given)) return false
  return given.properties.some((property) => {
    if (!ts.isPropertyAssignment(property)) return false
    const { name, initializer } = property
    if (/^['"]?security['"]?$/.test(name.getText())) return ts.isArrayLiteralExpression(initializer) && initializer.elements.length > 0 && initializer.elements.every((element) => !ts.isObjectLiteralExpression(element) || element.properties.length > 0)
    return /^(?:schema|detail|openapi|config)$/.test(name.getText()) && namesSecurity(initializer, model, depth + 1)
  })
}

function isUnmounted(entry: EntryPoint): boolean {
  return entry.kind === 'route' && entry.application === undefined && !ts.isDecorator(entry.node) && !ts.isSourceFile(entry.group)
}

/** The server of the package, which hands requests on to pages that are files, limits them, or those under a path. */
function isServedBehind({ file, path, framework }: EntryPoint, { middleware, path: covered }: RegisteredMiddleware): boolean {
  const under = covered.replace(/[/*]+$/, '')
  return IS_OF_PAGE.test(framework) && middleware.file.package.directory === file.package.directory && (under === '' || path === under || path?.startsWith(`${under}/`) === true)
}

/** Open entry points by router, class or file. */
function groupsOf(open: readonly Open[]): Open[][] {
  const groups = new Map<unknown, Open[]>()
  for (const one of open) {
    const key = `${idOf(one.entry.group)} ${one.attempt.kind} ${one.isBehindAuth} ${one.asksForPerson} ${one.isTokenFirst}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((group) => [...group].sort((left, right) => Number(right.attempt.isCertain) - Number(left.attempt.isCertain) || Number(left.attempt.renews) - Number(right.attempt.renews)))
}

const ids = new WeakMap<object, number>()
let lastId = 0

function idOf(key: object): number {
  const id = ids.get(key) ?? ++lastId
  ids.set(key, id)
  return id
}

function confidenceOf(group: readonly Open[]): Confidence {
  const credential = group.filter(({ attempt }) => attempt.kind === 'credential')
  if (group.every(({ attempt, isBehindAuth, isHandedOn, asksForPerson, isTokenFirst }) => isBehindAuth || isHandedOn || asksForPerson || isTokenFirst || attempt.renews)) return 'low'
  if (credential.length === 0) return group.some(({ attempt }) => attempt.isCertain) ? 'medium' : 'low'
  if (!credential.some(({ attempt }) => attempt.isCertain)) return 'low'
  // What a middleware nobody can look into does is not known.
  const isKnown = credential.some(({ report, entry }) => (ts.isDecorator(entry.node) || entry.application !== undefined) && report.notLimiters.every(({ middleware }) => middleware.units.length > 0 || middleware.tags.length > 0))
  return isKnown && credential.some(({ report }) => report.checksCredential !== undefined) ? 'high' : 'medium'
}

/** `POST /auth/login`, or the name of the handler. */
function nameOf(entry: EntryPoint): string {
  if (entry.path === undefined) return entry.handler.name
  return entry.kind === 'route' && entry.method !== undefined ? `${entry.method} ${entry.path}` : entry.path
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Every place where a limiter could stand, in the names of the code. */
function lookedAt(entry: EntryPoint): string {
  if (ts.isDecorator(entry.node)) {
    const owner = ts.isClassLike(entry.group) ? (entry.group.name?.text ?? 'its class') : 'its class'
    return `the method, ${owner}, its modules or the application`
  }
  if (entry.kind === 'procedure') return 'the procedure or the procedures it is built from'
  if (entry.kind === 'action') return 'the action'
  const router = routerName(entry.group)
  const application = entry.application && routerName(entry.application)
  if (router === undefined) return 'the route, in the handler or in a middleware of the application'
  return application !== undefined && entry.application !== entry.group ? `the route, ${router}, or ${application} before it is mounted` : `the route or on ${router} before it`
}

function routerName(node: ts.Node): string | undefined {
  if (ts.isClassLike(node)) return node.name ? `the router of ${node.name.text}` : 'its router'
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node)) {
    return node.name.getText()
  }
  return ts.isSourceFile(node) ? undefined : 'its router'
}

/** A limiter that is registered on the same application, after the route. */
function lateText({ entry }: Open, model: Model): string {
  if (entry.application === undefined) return ''
  const late = model.registeredMiddleware.find(({ middleware, path, router }) => router === entry.application && /^[/*]?$/.test(path) && model.guardsIn(middleware).some((guard) => guard.kind === 'limit'))
  return late ? `; ${late.middleware.label} is registered after it` : ''
}

/** What a script does that nothing stops. */
function harmOf(group: readonly Open[]): string {
  if (group.every(({ attempt }) => attempt.what === 'a registration')) return 'A script registers without end, and each time something is hashed, stored or sent.'
  return 'A script tries millions of passwords and codes, or makes you send as many mails.'
}

/** A decorator that no code or library says anything of describes what it stands on: `@ApiTags('users')`. */
function runs({ node, units, tags }: Middleware): boolean {
  return units.length > 0 || tags.length > 0 || !(ts.isDecorator(node) || ts.isDecorator(node.parent))
}

/** What was looked at and is no limiter. What runs before a handler is known to be nothing only where its application is. */
function seenText({ entry, report }: Open): string {
  const seen = [...new Set(report.notLimiters.flatMap(({ middleware }) => (runs(middleware) ? [middleware.label] : [])))]
  if (seen.length === 0) return entry.application !== undefined || entry.kind === 'action' ? 'Nothing runs before it.' : 'No limiter is among what runs before it.'
  return `Before it run ${joinNames(seen.slice(0, 4))}${seen.length > 4 ? ` and ${seen.length - 4} more` : ''}, none of which limits.`
}

/** Where neighbours in one file stand; for those far apart, the one that leaves no doubt. */
function placeOfAll(group: readonly Open[]): Place {
  const [first] = group as readonly [Open]
  const nodes = group.filter(({ entry }) => entry.file === first.entry.file).map(({ entry }) => placeOf(entry)).sort((left, right) => left.pos - right.pos)
  const [start, end] = [nodes[0] as ts.Node, nodes.at(-1) as ts.Node]
  const source = start.getSourceFile()
  const lines = source.getLineAndCharacterOfPosition(end.getEnd()).line - source.getLineAndCharacterOfPosition(start.getStart()).line
  return nodes.length > 1 && lines <= MOST_LINES ? { file: first.entry.file, node: start, until: end } : { file: first.entry.file, node: placeOf(first.entry) }
}

function placeOf(entry: EntryPoint): ts.Node {
  return entry.node
}

function recipe(entry: EntryPoint): Fix {
  return { kind: 'recipe', title: `Limit ${nameOf(entry)} before its handler runs.`, edits: [], code: recipeFor(entry) }
}
