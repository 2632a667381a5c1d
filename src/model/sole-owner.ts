/**
 * Servers of one owner: their only login compares a password of the environment and says nothing of who came, so whoever
 * comes past it runs the system.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import type { Graph } from './graph.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import { isComparedWithSecret } from './signed-requests.js'
import type { Call, EntryPoint, Unit } from './types.js'

/** What is known of a function and what it calls. */
interface Known {
  readonly issuesCredential: string | undefined
  readonly checksCredential: string | undefined
}

/** Functions between a login and what makes its token. */
const MOST_CALLS = 2
const PASSWORD = /pass(?:word|wd|code|phrase)|(?:^|[^a-z])pin(?![a-z])/i

/**
 * Whether all logins of an application compare a password of its environment (`process.env.PASSWORD === req.body.password`)
 * and make a token that names nobody (`sign({ app: 'shop' }, secret)`), and no password of a user is looked at.
 *
 * @param known what is known of a handler
 */
export function hasSoleOwner(entries: readonly EntryPoint[], known: (unit: Unit) => Known, resolver: Resolver, graph: Graph): boolean {
  const handlers = [...new Set(entries.map(({ handler }) => handler))]
  const logins = handlers.filter((handler) => known(handler).issuesCredential !== undefined)
  return (
    logins.length > 0 &&
    logins.every((login) => comparesPassword(login.node, resolver) && issuedBy(login, resolver, graph).every(namesNobody)) &&
    handlers.every((handler) => known(handler).checksCredential === undefined) &&
    !entries.some(({ middleware }) => middleware.some(({ tags }) => tagIn(tags, 'guard')?.value.startsWith('auth')))
  )
}

function comparesPassword(root: ts.Node, resolver: Resolver): boolean {
  const visit = (node: ts.Node): boolean => (ts.isBinaryExpression(node) && PASSWORD.test(node.getText()) && isComparedWithSecret(node, resolver)) || ts.forEachChild(node, (child) => visit(child) || undefined) === true
  return visit(root)
}

/** The calls by which a function makes tokens, itself or by what it calls. */
function issuedBy(unit: Unit, resolver: Resolver, graph: Graph, depth = 0): readonly Call[] {
  const own = resolver.callsOf(unit).filter((call) => resolver.resolve(call).library?.tags.some(({ name, value }) => name === 'credential' && value === 'issue'))
  return depth === MOST_CALLS ? own : [...own, ...graph.edgesOf(unit).flatMap(({ target }) => issuedBy(target, resolver, graph, depth + 1))]
}

/** All that the token says is written in the code. */
function namesNobody({ node }: Call): boolean {
  const [given] = argumentsOf(node)
  const payload = given && skipOuter(given)
  return payload !== undefined && ts.isObjectLiteralExpression(payload) && payload.properties.every((member) => ts.isPropertyAssignment(member) && isWritten(skipOuter(member.initializer)))
}

function isWritten(value: ts.Expression): boolean {
  return ts.isLiteralExpression(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword
}
