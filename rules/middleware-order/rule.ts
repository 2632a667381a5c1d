import { ts } from 'ts-morph'
import { defineRule, type RuleContext } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { entryName, tellsErrorsByArity } from '../../src/model/reach.js'
import type { EntryPoint, Middleware, Model, OutOfOrder, Step, Unit } from '../../src/model/types.js'
import { addParameter, moveTo } from './fixes.js'

export default defineRule({
  id: 'middleware-order',
  severity: 'high',
  title: 'Middleware is registered where it does not run.',
  category: 'pattern',
  topic: 'architecture',
  cwe: [696],
  check(context) {
    const routes = context.model.entryPoints.filter((entry) => entry.kind === 'route')
    const misplaced = groups(routes, context.model)
    for (const group of misplaced) reportMisplaced(group, routes, context)
    const wrong = wrongArity(context.model)
    for (const one of wrong) reportArity(one, routes, context)
    if (wrong.length === 0 && !misplaced.some(({ kind }) => kind === 'early')) for (const application of withoutErrorHandler(routes, context.model)) reportNone(application, context)
  },
})

// ---- Registered at the wrong place -----------------------------------------------------------------------------

interface Group {
  readonly middleware: Middleware
  readonly kind: OutOfOrder['kind']
  /** Entry points that it is registered around and does not run for. */
  readonly entries: EntryPoint[]
}

function groups(routes: readonly EntryPoint[], model: Model): Group[] {
  const byNode = new Map<ts.Node, Group>()
  for (const entry of routes)
    for (const { middleware, kind } of model.misplacedFor(entry)) {
      if (isStartedLater(entry, middleware)) continue
      const group = byNode.get(middleware.node) ?? { middleware, kind, entries: [] }
      group.entries.push(entry)
      byNode.set(middleware.node, group)
    }
  return [...byNode.values()]
}

/** Routes of a function that is called once the file is read come after all that stands beside it, wherever that is. */
function isStartedLater({ file, node }: EntryPoint, middleware: Middleware): boolean {
  if (middleware.file !== file || ts.findAncestor(middleware.node, ts.isFunctionLike)) return false
  const around = ts.findAncestor(node, ts.isFunctionDeclaration)
  if (!around?.name || around.parent !== node.getSourceFile()) return false
  // Called by the file itself, in front of the middleware, it has run before.
  const called = new RegExp(String.raw`(?<!function\s)\b${around.name.text}\s*\(`)
  return !around.getSourceFile().statements.some((statement) => statement !== around && statement.end <= middleware.node.pos && !ts.isFunctionDeclaration(statement) && called.test(statement.getText()))
}

interface Purpose {
  readonly confidence: Confidence
  readonly affected: readonly EntryPoint[]
  readonly message: (names: string) => string
  readonly why: string
}

/** Paths and handlers that are meant to come first: they let people in, or are for machines. */
const OPEN =
  /(?:^|[/_.-])(?:log-?in|sign-?in|sign-?up|sign-?out|log-?out|register|registration|auth\w*|oauth\w*|sso|saml|oidc|callback|web-?hooks?|hooks?|health\w*|ping|ready\w*|liveness|alive|status|metrics|version|docs?|swagger\w*|openapi\w*|api-docs|public|static|assets|favicon\w*|robots\w*|token|passwords?|forgot\w*|reset\w*|verify\w*|csrf\w*|session|invites?|playground|graphiql|info|config)(?:$|[/_.-])|^\/?\*?$/i
const READS_IDENTITY = /\b(?:req|request|ctx|context|c|res|reply)\b(?:\.(?:state|locals|raw|session))?\.(?:user|auth|currentUser|userId|account)\b|\bc\.get\(\s*['"](?:user|auth|userId|jwtPayload|session)['"]/
const READS_BODY = /\b(?:req|request|ctx|context)(?:\.request)?\.body\b|\{[^}]*\bbody\b[^}]*\}\s*=\s*(?:req|request|ctx)\b/
const PARSER_NAME = /\b(?:body-?parser|koa-?body)\b/i
/** `try { await next() } catch ...` */
const CATCHES_THE_REST = /\btry\s*\{[^]*?\bawait next\(\)[^]*?\bcatch\b/

function purposeOf({ middleware, kind, entries }: Group, routes: readonly EntryPoint[], model: Model): Purpose | undefined {
  if (kind === 'early') {
    const covers = routes.some((entry) => entry.errorHandlers.some((one) => one.node === middleware.node))
    const affected = entries.filter((entry) => entry.errorHandlers.length === 0 && !(covers && OPEN.test(entry.path ?? '')))
    return {
      confidence: 'high',
      affected,
      message: (names) => `The error handler ${middleware.label} is registered before ${names}: what fails there never reaches it`,
      why: 'A failure is given to the error handlers registered after the route, and ends in the answer that the framework has for everything: a page with the stack, or a bare 500. Register error handlers last.',
    }
  }
  const isCovered = routes.some((entry) => entry.middleware.some((one) => one.node === middleware.node)) || isFollowedByUnknown(middleware, model)
  const [auth] = model.guardsIn(middleware).filter((guard) => guard.kind === 'auth')
  if (auth) {
    const open = entries.filter((entry) => !OPEN.test(entry.path ?? '') && !model.guardsOf(entry).guards.some((guard) => guard.kind === 'auth'))
    // Open routes first, guarded ones behind: meant so, but where a handler counts on somebody being known.
    const affected = isCovered ? open.filter(({ handler }) => READS_IDENTITY.test(handler.node.getText())) : open
    return {
      confidence: isCovered || auth.confidence === 'medium' ? 'medium' : 'high',
      affected,
      message: (names) => `${middleware.label} is registered after ${names}: whoever asks is answered there without it`,
      why: 'Middleware runs only for what is registered after it. These routes are open to everybody, and nothing says so: no error, no log. Register it before the routes it is to guard.',
    }
  }
  const isParser = middleware.tags.some((tag) => tag.name === 'parses')
  if (isParser || PARSER_NAME.test(middleware.label)) {
    const affected = entries.filter((entry) => READS_BODY.test(entry.handler.node.getText()) && !entry.middleware.some(takesBody))
    return {
      confidence: isParser ? 'high' : 'medium',
      affected,
      message: (names) => `${middleware.label} is registered after ${names}: the body is not parsed there, and what the handler reads is undefined`,
      why: 'Middleware runs only for what is registered after it, so these handlers see no body and fail, or write rows without values. Register parsers before the routes.',
    }
  }
  if (/\bcors\b/i.test(middleware.label)) {
    const closed = entries.filter((entry) => !OPEN.test(entry.path ?? ''))
    // Where most routes stand behind it, those in front may be for the own origin alone.
    const covered = routes.filter((entry) => entry.middleware.some((one) => one.node === middleware.node)).length
    const affected = covered > closed.length || (isCovered && covered === 0) ? [] : closed
    return {
      confidence: covered > 0 ? 'medium' : 'high',
      affected,
      message: (names) => `${middleware.label} is registered after ${names}: their answers carry no headers for other origins, and browsers refuse them`,
      why: 'Middleware runs only for what is registered after it. Requests from another origin fail in browsers, though they work from everywhere else. Register it first.',
    }
  }
  if (middleware.units.some((unit) => CATCHES_THE_REST.test(unit.node.getText()))) {
    const affected = isCovered ? [] : entries
    return {
      confidence: 'medium',
      affected,
      message: (names) => `${middleware.label} catches what fails behind it, and is registered after ${names}: their failures never pass through it`,
      why: 'Middleware that waits for next() only sees what is registered after it. Register it first.',
    }
  }
  return undefined
}

/** Behind it, something is registered of which nothing is known: it may hold routes. */
function isFollowedByUnknown({ node }: Middleware, model: Model): boolean {
  const own = ts.findAncestor(node, (at) => ts.isStatement(at))
  const place = model.registeredMiddleware.find(({ middleware }) => middleware.node === node)?.router
  return model.registeredMiddleware.some(({ middleware: other, router }) => {
    if (router !== place || other.units.length > 0 || other.tags.length > 0 || model.guardsIn(other).length > 0 || SAYS_ERROR.test(other.label) || /\bcors\b/i.test(other.label) || takesBody(other)) return false
    const statement = ts.findAncestor(other.node, (at) => ts.isStatement(at))
    return own !== undefined && statement?.parent === own.parent && statement.pos > own.pos
  })
}

/** A parser of its own, or what takes in files, stands before the handler. */
function takesBody({ tags, label }: Middleware): boolean {
  return tags.some((tag) => tag.name === 'parses' || tag.name === 'upload') || /json|body|raw|text|urlencoded|upload|multer|form/i.test(label)
}

const MOST_NAMED = 2
const MOST_SHOWN = 5

function reportMisplaced(group: Group, routes: readonly EntryPoint[], { model, report }: RuleContext): void {
  const purpose = purposeOf(group, routes, model)
  if (!purpose || purpose.affected.length === 0) return
  const { middleware } = group
  report({
    at: { file: middleware.file, node: middleware.node },
    message: purpose.message(namesOf(purpose.affected)),
    why: purpose.why,
    trace: purpose.affected.slice(0, MOST_SHOWN).map((entry): Step => ({ file: entry.file, node: entry.node, label: entryName(entry) })),
    fixes: [moveTo(middleware, purpose.affected, group.kind)],
    confidence: purpose.confidence,
  })
}

function namesOf(entries: readonly EntryPoint[]): string {
  const named = entries.slice(0, MOST_NAMED).map(entryName).join(' and ')
  const more = entries.length - MOST_NAMED
  return more > 0 ? `${named.replace(' and ', ', ')} and ${more} more ${more > 1 ? 'routes' : 'route'}` : named
}

// ---- The wrong number of parameters ----------------------------------------------------------------------------

interface WrongArity {
  readonly middleware: Middleware
  readonly unit: Unit
}

const ERROR_NAME = /^_?(?:e|err|error|ex|exception)$/i
const REQUEST_NAME = /^_?(?:req|request)$/i

/** `app.use((error, req, res) => ...)`: taken for a middleware, whose first parameter is the request. */
function wrongArity(model: Model): WrongArity[] {
  return model.registeredMiddleware.flatMap(({ middleware, framework, handlesErrors }) => {
    if (handlesErrors || !tellsErrorsByArity(framework)) return []
    return middleware.units.filter(({ parameters }) => parameters.length < 4 && parameters.length > 1 && ERROR_NAME.test(nameAt(parameters, 0)) && REQUEST_NAME.test(nameAt(parameters, 1))).map((unit) => ({ middleware, unit }))
  })
}

function nameAt(parameters: readonly ts.ParameterDeclaration[], index: number): string {
  return parameters[index]?.name.getText() ?? ''
}

function reportArity({ middleware, unit }: WrongArity, routes: readonly EntryPoint[], { report }: RuleContext): void {
  const { parameters } = unit
  const names = parameters.map((parameter) => parameter.name.getText())
  const isDirect = middleware.units.length === 1 && (middleware.node as ts.Node) === unit.node
  report({
    at: { file: unit.file, node: parameters[0] as ts.ParameterDeclaration, until: parameters.at(-1) as ts.ParameterDeclaration },
    message: `The error handler ${isDirect ? `of ${unit.file.relative}` : middleware.label} takes ${names.length} parameters (${names.join(', ')}), so it is no error handler: it is called for every request with the request as ${names[0]}, and never for a failure`,
    why: `What handles errors is told by its four parameters. With fewer it answers ${routes.length > 0 ? 'requests that no route has answered' : 'requests'} as if they had failed, and real failures go to the framework. Take next as the fourth, also where it is not used.`,
    trace: isDirect ? [] : [{ file: middleware.file, node: middleware.node, label: 'registered' }],
    fixes: [addParameter(unit)],
  })
}

// ---- No error handler ------------------------------------------------------------------------------------------

interface Unhandled {
  readonly application: ts.Node
  readonly entries: readonly EntryPoint[]
  /** A handler gives errors on. */
  readonly passesOn: boolean
}

/** Applications smaller than this are tools. */
const FEWEST_ROUTES = 3
const SAYS_ERROR = /err(?:or)?|exception|fault|boom|sentry|problem/i
const PASSES_ON = /\bnext\(\s*(?:new\b|[\w$]*(?:e|err|error|Error|Exception)\b)|\bcatch\(\s*next\s*\)/

function withoutErrorHandler(routes: readonly EntryPoint[], model: Model): Unhandled[] {
  if (model.registeredMiddleware.some(({ middleware, handlesErrors }) => handlesErrors || SAYS_ERROR.test(middleware.label))) return []
  const byApplication = new Map<ts.Node, EntryPoint[]>()
  for (const entry of routes)
    if (entry.application && tellsErrorsByArity(entry.framework)) byApplication.set(entry.application, [...(byApplication.get(entry.application) ?? []), entry])
  return [...byApplication].flatMap(([application, entries]) => {
    if (entries.length < FEWEST_ROUTES || entries.some((entry) => entry.errorHandlers.length > 0)) return []
    // Something is made of the application that this does not understand: `useErrorHandlers(app)`.
    if (/\b\w*(?:[eE]rrors?|Exceptions?)\w*\s*\(\s*(?:this\.)?(?:app|server|application)\b/.test(application.getSourceFile().text)) return []
    const passesOn = entries.some(({ handler, middleware }) => [handler, ...middleware.flatMap((one) => one.units)].some((unit) => PASSES_ON.test(unit.node.getText())))
    return [{ application, entries, passesOn }]
  })
}

function reportNone({ application, entries, passesOn }: Unhandled, { model, report }: RuleContext): void {
  const named = ts.isVariableDeclaration(application) || ts.isPropertyDeclaration(application) ? application.name : application
  const fix: Fix = {
    kind: 'recipe',
    title: 'Register an error handler after all routes.',
    edits: [],
    code: `${named.getText()}.use((error, req, res, next) => {\n  console.error(error)\n  if (res.headersSent) return next(error)\n  res.status(500).json({ error: 'internal error' })\n})`,
  }
  report({
    at: { file: model.fileOf(application), node: named },
    message: `${named.getText()} has ${entries.length} routes and no error handler: ${passesOn ? 'the errors that handlers give to next are' : 'what fails is'} answered by the framework, with the stack outside of production, and logged by nobody`,
    why: 'Every failure then looks different to clients, and leaves no line in the log that says which request failed. One error handler after all routes answers and logs them alike.',
    trace: [],
    fixes: [fix],
    severity: 'medium',
    confidence: passesOn ? 'high' : 'low',
  })
}
