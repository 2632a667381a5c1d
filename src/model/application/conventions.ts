/**
 * Entry points that a framework finds by the type of a function or by the place of its file.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import type { Resolver } from '../resolver.js'
import type { EntryKind, EntryPoint, Middleware, Unit } from '../types.js'
import { readEntryTag } from './entry-tags.js'
import type { Frames } from './frames.js'
import type { MiddlewareReader } from './middleware.js'
import { coversPath } from './paths.js'
import { methodServed } from './served-methods.js'

const METHODS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/

/** `const handler: APIGatewayProxyHandler = async (event) => ...`, `export const handler = async (event: APIGatewayProxyEvent) => ...`. */
export function typedEntries(units: readonly Unit[], resolver: Resolver): EntryPoint[] {
  return units.flatMap((unit): EntryPoint[] => {
    const node = unit.node
    if (unit.kind === 'module' || unit.parent?.kind !== 'module') return []
    const variable = ts.isVariableDeclaration(node.parent) ? node.parent : undefined
    const first = unit.parameters[0]?.type
    const declared = variable?.type ?? (first && ts.isTypeReferenceNode(first) && exportOf(unit) ? first : undefined)
    if (!declared) return untypedEntry(unit)
    const type = resolver.checker.getTypeFromTypeNode(declared)
    const tag = resolver.typeTags(type, 'entry')
    if (!tag) return []
    const framework = resolver.libraryOf(type.aliasSymbol ?? type.getSymbol())?.package ?? declared.getText()
    const { kind, method } = readEntryTag(tag.value)
    return [{ kind, framework, method, path: unit.name, file: unit.file, node: variable ?? node, handler: unit, middleware: [], errorHandlers: [], group: node.getSourceFile(), application: undefined }]
  })
}

/** Members of events that only the gateway of a cloud function has, and those of queues. */
const GATEWAY_EVENT = /\b(?:queryStringParameters|pathParameters|httpMethod|requestContext|isBase64Encoded)\b|\bstatusCode\b/
const QUEUE_EVENT = /\bevent\.Records\b/

/** `exports.handler = async (event) => ...` in plain JavaScript: what it does with its event says what it is. */
function untypedEntry(unit: Unit): EntryPoint[] {
  const [event] = unit.parameters
  if (!event || !ts.isIdentifier(event.name) || event.name.text !== 'event' || (event.type && event.type.kind !== ts.SyntaxKind.AnyKeyword) || unit.parameters.length > 3 || !isExportedByAssignment(unit)) return []
  const text = unit.node.getText()
  if (!/\bevent\b/.test(text.slice(text.indexOf('event') + 5))) return []
  const kind = QUEUE_EVENT.test(text) ? 'consumer' : GATEWAY_EVENT.test(text) ? 'route' : undefined
  return kind ? [{ kind, framework: 'aws-lambda', method: undefined, path: unit.name, file: unit.file, node: unit.node, handler: unit, middleware: [], errorHandlers: [], group: unit.node.getSourceFile(), application: undefined }] : []
}

/** `exports.handler = ...`, `module.exports.handler = ...`, or an export of a module. */
function isExportedByAssignment(unit: Unit): boolean {
  if (exportOf(unit)) return true
  const { parent } = unit.node
  return ts.isBinaryExpression(parent) && /^(?:module\.)?exports\.\w+$/.test(parent.left.getText())
}

/** Handlers in files that a framework finds by their place, with the middleware of `middleware.ts` and of wrappers. */
export function conventionalEntries(units: readonly Unit[], frames: Frames, reader: MiddlewareReader): EntryPoint[] {
  const global = units.flatMap((unit) => fileMiddleware(unit, frames))
  return units.flatMap((unit): EntryPoint[] => {
    const page = pageHandler(unit)
    if (page) return [{ ...page, file: unit.file, node: unit.node, handler: unit, middleware: [], errorHandlers: [], group: unit.node.getSourceFile(), application: undefined }]
    const framework = frameworkOf(unit.file)
    if (framework === undefined) return []
    if (unit.kind === 'module') return exportedElsewhere(unit, reader).map((entry) => ({ ...entry, middleware: [...around(unit, entry.path), ...entry.middleware] }))
    // `export const POST = withAuth(async (request) => ...)`: the function stands inside a call.
    const wrapped = unit.parent?.kind === 'module' ? wrapperAround(unit.node) : undefined
    if (unit.parent?.kind !== 'module') return []
    const place = conventionOf(unit, wrapped?.name)
    if (!place) return []
    const wrappers = wrapped?.calls.map((call) => reader.wrapper({ expression: call, frame: undefined }, unit.file)) ?? []
    return [{ ...place, framework, file: unit.file, node: unit.node, handler: unit, middleware: [...around(unit, place.path), ...wrappers], errorHandlers: [], group: unit.node.getSourceFile(), application: undefined }]
  })

  function around(unit: Unit, path: string | undefined): Middleware[] {
    const { file } = unit
    return [...authentication(unit, path), ...global.filter((one) => one.directory === file.package.directory && one.matchers.some((matcher) => matches(matcher, path))).map((one) => one.middleware)]
  }

  function fileMiddleware(unit: Unit, known: Frames): { directory: string; middleware: Middleware; matchers: readonly string[] }[] {
    const { file } = unit
    if (!file.package.dependencies.has('next') || unit.parent?.kind !== 'module') return []
    const inside = file.path.slice(file.package.directory.length)
    if (!/^\/(?:src\/)?(?:middleware|proxy)\.[cm]?[jt]s$/.test(inside) || !exportOf(unit)) return []
    const config = unit.node.getSourceFile().statements.flatMap((statement) =>
      ts.isVariableStatement(statement) ? statement.declarationList.declarations.filter((one) => one.name.getText() === 'config') : [],
    )[0]
    const matcher = config?.initializer && known.property({ expression: config.initializer, frame: undefined }, 'matcher')[0]
    const list = matcher && ts.isArrayLiteralExpression(skipOuter(matcher.expression)) ? [...(skipOuter(matcher.expression) as ts.ArrayLiteralExpression).elements] : matcher ? [matcher.expression] : []
    const texts = list.flatMap((one) => known.text(one, undefined) ?? [])
    const middleware: Middleware = { node: unit.node, file, label: `${unit.name} of ${file.relative}`, units: [unit], tags: [], scope: 'application' }
    return [{ directory: file.package.directory, middleware, matchers: texts.length > 0 ? texts : ['/'] }]
  }
}

/** Whether a matcher of Next covers a path; patterns with look-aheads exclude what they name. */
function matches(matcher: string, path: string | undefined): boolean {
  const excluded = /\(\?!([^)]*)\)/.exec(matcher)?.[1]
  if (excluded !== undefined) return path === undefined || !excluded.split('|').some((one) => path.replace(/^\//, '').startsWith(one.replace(/[\\$].*$/, '')) && one !== '')
  return coversPath(matcher.replace(/\/:[\w]+\*.*$/, '').replace(/\/\(\.\*\)$/, ''), path)
}

/** The exported name of calls around a function expression, and these calls, the outermost first. */
function wrapperAround(node: ts.Node): { name: string; calls: ts.CallExpression[] } | undefined {
  const calls: ts.CallExpression[] = []
  let at = node
  while (at.parent && ((ts.isCallExpression(at.parent) && at.parent.arguments.some((argument) => argument === at)) || ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent))) {
    at = at.parent
    if (ts.isCallExpression(at)) calls.unshift(at)
  }
  if (calls.length === 0) return undefined
  if (ts.isVariableDeclaration(at.parent)) return { name: at.parent.name.getText(), calls }
  return ts.isExportAssignment(at.parent) ? { name: 'default', calls } : undefined
}

/** Handlers that a file hands on: `export { default } from './orders'`, `export const POST = createOrder`, `export { list as GET }`. */
function exportedElsewhere(module: Unit, reader: MiddlewareReader): EntryPoint[] {
  const place = routeFile(module.file)
  if (!place) return []
  const source = module.node as ts.SourceFile
  const given = source.statements.flatMap((statement): { name: string; expression: ts.Expression }[] => {
    if (ts.isExportDeclaration(statement)) return statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements.map((element) => ({ name: element.name.text, expression: element.name as ts.Identifier })) : []
    if (ts.isExportAssignment(statement)) return [{ name: 'default', expression: statement.expression }]
    if (!ts.isVariableStatement(statement) || !statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    return statement.declarationList.declarations.flatMap((one) => (one.initializer ? [{ name: one.name.getText(), expression: one.initializer }] : []))
  })
  return given.flatMap(({ name, expression }): EntryPoint[] => {
    if (place.isPage ? name !== 'default' : !METHODS.test(name)) return []
    const { units, wrappers } = reader.handlers({ expression, frame: undefined })
    const middleware = wrappers.map((one) => reader.wrapper(one, module.file))
    return units.filter(({ parent }) => parent !== module).map((handler) => ({ kind: 'route', framework: place.framework, method: place.isPage ? methodServed(handler) : name, path: place.path, file: module.file, node: expression, handler, middleware, errorHandlers: [], group: source, application: undefined }))
  })
}

interface RouteFiles {
  readonly framework: string
  readonly packages: readonly string[]
  readonly pages?: RegExp
  readonly routes: RegExp
  /** The framework itself only lets known people to these paths, but where the file exports `false` under a name. */
  readonly authenticates?: { readonly under: string; readonly unless: string }
}

/** Frameworks that find handlers of requests by the place of their file, and the path in the name of such a file. */
const ROUTE_FILES: readonly RouteFiles[] = [
  { framework: 'next', packages: ['next'], pages: /(?:^|\/)(?:src\/)?pages\/(api\/.*?)(?:\/index)?\.[cm]?[jt]sx?$/, routes: /(?:^|\/)(?:src\/)?app\/(.*?)\/?route\.[cm]?[jt]sx?$/ },
  { framework: 'medusa', packages: ['@medusajs/framework', '@medusajs/medusa'], routes: /(?:^|\/)src\/api\/(.*?)\/?route\.[cm]?[jt]s$/, authenticates: { under: '/admin', unless: 'AUTHENTICATE' } },
  { framework: 'sveltekit', packages: ['@sveltejs/kit'], routes: /(?:^|\/)src\/routes\/(.*?)\/?\+server\.[jt]s$/ },
]

/** What a framework itself runs before the handlers of a file to find out who asks; `export const AUTHENTICATE = false` takes it away. */
function authentication({ node, file }: Unit, path: string | undefined): Middleware[] {
  const own = routeFilesOf(file)?.authenticates
  if (!own || path === undefined || !coversPath(own.under, path)) return []
  const isOff = node.getSourceFile().statements.some((statement) => ts.isVariableStatement(statement) && statement.declarationList.declarations.some(({ name, initializer }) => name.getText() === own.unless && initializer?.kind === ts.SyntaxKind.FalseKeyword))
  return isOff ? [] : [{ node, file, label: `the authentication of ${own.under}`, units: [], tags: [{ name: 'guard', value: 'auth' }], scope: 'application' }]
}

/** The server listens for rejections that nobody handles, writes them down and goes on. */
export function outlivesRejections({ framework }: Pick<EntryPoint, 'framework'>): boolean {
  return framework === 'next'
}

/** Such a server finds handlers of requests in the file, by its place. */
export function isServedOutliving(file: WorkspaceFile): boolean {
  const place = routeFile(file)
  return place !== undefined && outlivesRejections(place)
}

/** `export const revalidate = 3600`, `export const dynamic = 'force-static'` */
const MADE_AHEAD = /^export\s+const\s+(?:revalidate\s*(?::\s*\w+\s*)?=\s*(?:[1-9][\d_]*\b|false\b)|dynamic\s*(?::\s*\w+\s*)?=\s*['"]force-static['"])/m
/** What makes an answer that of one request. */
const OF_ONE_REQUEST = /\b(?:cookies|headers|draftMode|connection|noStore|unstable_noStore)\s*\(|\bno-store\b/

/** The framework makes the answer when the program is built, or at times, and gives everybody that: nobody waits for the handler. */
export function isMadeAhead({ framework, method, path, node, handler: { parameters } }: EntryPoint): boolean {
  if (framework !== 'next' || method !== 'GET' || parameters.length > 0 || path === undefined || path.includes('[')) return false
  const { text } = node.getSourceFile()
  return MADE_AHEAD.test(text) && !OF_ONE_REQUEST.test(text)
}

/** Files beside pages, whose exports load what a page shows and take what it sends. */
const PAGE_FILES: readonly { readonly framework: string; readonly packages: RegExp; readonly files: RegExp; readonly loads: string; readonly takes: string }[] = [
  { framework: 'sveltekit', packages: /^@sveltejs\/kit$/, files: /(?:^|\/)src\/routes\/(.*?)\/?\+(?:page|layout)\.server\.[jt]s$/, loads: 'load', takes: 'actions' },
  { framework: 'remix', packages: /^@(?:remix-run|react-router)\//, files: /(?:^|\/)app\/routes\/(.*?)\.[cm]?[jt]sx?$/, loads: 'loader', takes: 'action' },
]

/** `export const load`, `export const actions = { create: async ({ request }) => ... }`, `export async function loader`. */
function pageHandler(unit: Unit): { framework: string; kind: EntryKind; method: string; path: string } | undefined {
  const { file, node } = unit
  const kind = PAGE_FILES.find(({ packages }) => [...file.package.dependencies.keys()].some((name) => packages.test(name)))
  const place = kind?.files.exec(file.relative)
  if (!kind || !place || unit.parent?.kind !== 'module') return undefined
  const path = `/${(place[1] ?? '').replace(/\([^)]*\)\/?/g, '')}`
  if (unit.name === kind.loads && exportOf(unit)) return { framework: kind.framework, kind: 'route', method: 'GET', path }
  if (unit.name === kind.takes && exportOf(unit)) return { framework: kind.framework, kind: 'route', method: 'POST', path }
  // A member of the object of actions.
  const member = ts.isMethodDeclaration(node) ? node : ts.isPropertyAssignment(node.parent) ? node.parent : undefined
  let holder: ts.Node | undefined = member && ts.isObjectLiteralExpression(member.parent) ? member.parent.parent : undefined
  while (holder && (ts.isSatisfiesExpression(holder) || ts.isAsExpression(holder))) holder = holder.parent
  const isAction = holder !== undefined && ts.isVariableDeclaration(holder) && holder.name.getText() === kind.takes
  return isAction && member?.name ? { framework: kind.framework, kind: 'route', method: 'POST', path: member.name.getText() === 'default' ? path : `${path}?/${member.name.getText()}` } : undefined
}

function routeFilesOf({ package: { dependencies } }: WorkspaceFile): (typeof ROUTE_FILES)[number] | undefined {
  return ROUTE_FILES.find(({ packages }) => packages.some((name) => dependencies.has(name)))
}

function frameworkOf(file: WorkspaceFile): string | undefined {
  return routeFilesOf(file)?.framework
}

/** What a framework takes a file for, by its place, where it looks for handlers of requests in it. */
function routeFile(file: WorkspaceFile): { framework: string; path: string; isPage: boolean } | undefined {
  const kind = routeFilesOf(file)
  if (!kind) return undefined
  const api = kind.pages?.exec(file.relative)
  if (api) return { framework: kind.framework, path: `/${api[1]}`, isPage: true }
  const route = kind.routes.exec(file.relative)
  return route ? { framework: kind.framework, path: `/${(route[1] ?? '').replace(/\([^)]*\)\/?/g, '')}`, isPage: false } : undefined
}

/** Files found by their place: `pages/api/**`, `app/**\/route.ts`, `src/api/**\/route.ts`, and functions marked `use server`. */
function conventionOf(unit: Unit, wrappedName: string | undefined): { kind: EntryKind; method: string | undefined; path: string | undefined } | undefined {
  const { file } = unit
  const name = wrappedName ?? unit.name
  const exported = exportOf(unit)
  const place = routeFile(file)
  if (place?.isPage) return exported === 'default' ? { kind: 'route', method: methodServed(unit), path: place.path } : undefined
  if (place) return exported && METHODS.test(name) ? { kind: 'route', method: name, path: place.path } : undefined
  return exported && !isStep(unit) && isServerAction(unit) ? { kind: 'action', method: 'POST', path: name } : undefined
}

/** `client.use(async ({ next }) => next()).action(...)`: a step on the way to an action. */
function isStep({ node }: Unit): boolean {
  return ts.isCallExpression(node.parent) && ts.isPropertyAccessExpression(node.parent.parent) && node.parent.parent.expression === node.parent
}

function isServerAction(unit: Unit): boolean {
  if (!unit.isAsync) return false
  const isDirective = (statement: ts.Statement | undefined) =>
    statement !== undefined && ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression) && statement.expression.text === 'use server'
  const source = unit.node.getSourceFile()
  if (isDirective(source.statements[0])) return true
  const body = (unit.node as ts.FunctionLikeDeclaration).body
  return body !== undefined && ts.isBlock(body) && isDirective(body.statements[0])
}

/** How a unit of the top level is exported. */
function exportOf(unit: Unit): 'named' | 'default' | undefined {
  let node: ts.Node = unit.node
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    while (!ts.isStatement(node) && node.parent) node = node.parent
    if (ts.isExportAssignment(node)) return 'default'
  }
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) return 'default'
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return 'named'
  const source = unit.node.getSourceFile()
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement) && new RegExp(String.raw`\b${unit.name.replace(/[^\w$]/g, '')}\b`).test(statement.expression.getText())) return 'default'
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      for (const element of statement.exportClause.elements)
        if ((element.propertyName ?? element.name).text === unit.name) return element.name.text === 'default' ? 'default' : 'named'
  }
  return undefined
}
