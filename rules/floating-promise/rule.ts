import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix, TextEdit } from '../../src/findings/finding.js'
import { isEither } from '../../src/libraries/paths.js'
import { isForDevelopers } from '../../src/model/once.js'
import type { FloatingPromise } from '../../src/model/promise-types.js'
import { contains } from '../../src/model/control-flow.js'
import { requestName, runsOnlyForDevelopers } from '../../src/model/reach.js'
import { uploadIntoNode } from '../../src/model/uploads.js'
import type { EntryPoint, Model, OperationKind, Unit } from '../../src/model/types.js'

export default defineRule({
  id: 'floating-promise',
  severity: 'high',
  title: 'A promise is neither awaited nor handled.',
  category: 'sharp-edge',
  topic: 'architecture',
  cwe: [252],
  options: { reportVoid: { type: 'boolean', default: false, description: 'Report promises marked with void too.' } },
  check({ model, options, report }) {
    const usual = usuallyDropped(model)
    for (const [unit, dropped] of usual) {
      const [first] = dropped
      if (!first) continue
      const cause = first.trace.at(-1)
      report({
        at: { file: unit.file, node: namedPart(unit) },
        message: `Nobody waits for ${unit.name}: ${dropped.length} calls drop its promise${cause && !cause.label.startsWith('throw ') ? `, so when ${cause.label} fails` : ', so when it fails'}, ${endOf(first.unit, dropped.flatMap((one) => model.entryPointsOf(one.unit)), model)}`,
        why: 'Where everybody forgets the promise, the function has to deal with its own failure. Catch and report it inside, or await it where it is called.',
        trace: [...dropped.slice(0, MOST_SHOWN).map((one) => ({ file: one.unit.file, node: one.call.node, label: `dropped in ${one.unit.name}` })), ...first.trace],
        fixes: [{ kind: 'recipe', title: `Let ${unit.name} report its failures.`, edits: [], code: `try {\n  // what ${unit.name} does\n} catch (error) {\n  console.error('${unit.name} failed', error)\n}` }],
        severity: dropped.some((one) => model.entryPointsOf(one.unit).length > 0) ? 'high' : 'medium',
      })
    }
    const alike = signalsAlike(model)
    for (const floating of model.promises.floating) {
      const others = alike.get(floating)
      if (others === undefined && isSignal(floating, model)) continue
      const all = [floating, ...(others ?? [])]
      if (usual.get(floating.units[0] as Unit)?.includes(floating)) continue
      // Nothing that is lazy starts by being marked.
      if (floating.isVoid && !floating.isLazy && options['reportVoid'] !== true) continue
      const sure = confidenceOf(floating, isQueryOf(floating, model), model)
      if (!sure) continue
      const confidence = isCacheOnly(floating, model) ? 'low' : sure
      const { unit, call } = floating
      const entries = model.entryPointsOf(unit)
      const node = call.node as ts.CallExpression
      const isInVain = isAwaitInVain(floating, model)
      report({
        // `const ready = check(order)`, tested further down: the value is missing where it is made.
        at: { file: unit.file, node: ts.isIdentifier(floating.node) ? node : floating.node },
        message: `${messageOf(floating, entries, model)}${others !== undefined && others.length > 0 ? `; so it is in ${others.length} more places of the file` : ''}`,
        why: isInVain ? WHY_CATCH : whyOf(floating),
        trace: others !== undefined && others.length > 0 ? others.map((one) => ({ file: one.unit.file, node: one.call.node, label: nameOf(one) })) : floating.trace.length > 0 ? [{ file: unit.file, node, label: nameOf(floating) }, ...floating.trace] : [],
        fixes: [floating.kind === 'collected' ? collectRecipe(floating) : ((all.some((one) => isAwaitInVain(one, model)) ? undefined : awaitFix(all)) ?? catchRecipe(floating))],
        severity: entries.length > 0 ? 'high' : 'medium',
        confidence,
      })
    }
  },
})

/** Messages to other processes, jobs and entries of caches: dropped in one place, they are dropped in all of them. */
const SIGNALS: ReadonlySet<OperationKind> = new Set(['publish', 'enqueue', 'cache-write', 'cache-delete'])
const CACHING: readonly OperationKind[] = ['cache-read', 'cache-write', 'cache-delete']
const WORKING: readonly OperationKind[] = ['query', 'http', 'payment', 'email', 'sms', 'publish', 'enqueue', 'file-write', 'storage', 'lock', 'unlock']

function isSignal({ call, kind, isVoid, units }: FloatingPromise, model: Model): boolean {
  if (kind !== 'dropped' || isVoid) return false
  if (units.length === 0) return SIGNALS.has(model.operationOf(call)?.kind ?? 'query')
  // A wrapper of the project's own that does nothing else, but for what it looks up.
  const reached = [...CACHING, ...WORKING].flatMap((one) => model.reachedFrom(call, one)).map(({ operation }) => operation.kind)
  return reached.some((one) => SIGNALS.has(one)) && reached.every((one) => one === 'cache-read' || SIGNALS.has(one))
}

/** The first of those of one file and receiver, with the others. */
function signalsAlike(model: Model): ReadonlyMap<FloatingPromise, readonly FloatingPromise[]> {
  const groups = new Map<string, FloatingPromise[]>()
  for (const floating of model.promises.floating) {
    if (!isSignal(floating, model)) continue
    const key = `${floating.unit.file.relative} ${nameOf(floating)}`
    groups.set(key, [...(groups.get(key) ?? []), floating])
  }
  return new Map([...groups.values()].flatMap(([first, ...others]) => (first ? [[first, others] as const] : [])))
}

/** All that is lost is an entry of a cache, and the process hears of it: the next reader makes it again. */
function isCacheOnly(floating: FloatingPromise, model: Model): boolean {
  const { call, kind, unit } = floating
  if (kind !== 'dropped' || !model.promises.goesOnAfter(unit)) return false
  const own = model.operationOf(call)?.kind
  if (own !== undefined) return CACHING.includes(own)
  // Locks and counters are kept in the same store; those are no copies.
  const reached = [...CACHING, ...WORKING].flatMap((one) => model.reachedFrom(call, one))
  return /cache/i.test(nameOf(floating)) && reached.length > 0 && reached.every(({ operation }) => CACHING.includes(operation.kind) || /cache$/.test(operation.table ?? ''))
}

/** Work beside the work: losing some of it is accepted, waiting for it is not. */
const TELEMETRY =
  /(?:^|\.|_)(?:log(?:ger|ging)?|logs|audit\w*|metrics?|analytics|telemetry|stats|statsd|tracker|tracking|sentry|posthog|mixpanel|segment|amplitude|monitoring|insights)(?:Service|Client)?\.|(?:^|\.)(?:log\w*|track\w*|capture\w*|trace|identify|record\w*(?:Metric|Usage|Stat|Event|Activity|View)\w*|report(?:Error|Exception|Metric|Usage)\w*|increment(?:Metric|Counter)\w*|send(?:Analytics|Telemetry|Metrics?))$/i
/** A function whose only work that is. */
const OF_TELEMETRY = /(?:^|\.)(?:log|track|send|report|record|capture)\w*(?:Analytics|Telemetry|Metrics)$/
const AUDIT = /(?:^|\.|_)audit\w*\./i
/** The end of the work: who closes does not look back. */
const CLOSING = /^(?:finalize|return|close|end|quit|disconnect|destroy|terminate|shutdown|stop|dispose|release|unsubscribe|kill|abort|cancel|clear\w*|\$disconnect|removeAllListeners|unref|flush)$/i
/** The program starts here, and a failure of it ends the process before it serves anybody. */
const STARTING = /^(?:main|bootstrap|start\w*|run|init\w*|setup\w*|boot|launch|serve|listen|connect\w*|load\w*|register\w*|)$/i
const ON_PURPOSE = /fire[- ]and[- ]forget|fire & forget|n['’o]t a?wait|without (?:a)?wait|no await|no need to (?:a)?wait|in (?:the )?background|intentional|on purpose|deliberate|no-?floating-?promises|async(?:hronously)?\b.*\bbackground|non-?blocking|unhandled rejection|best[- ]effort/i

function confidenceOf(floating: FloatingPromise, isQuery: boolean, model: Model): Confidence | undefined {
  const { unit, call, kind, isLazy, certainty } = floating
  if (isLazy || kind === 'tested') return !isLazy && isSameWithout(floating.node) ? 'low' : floating.confidence
  if (TELEMETRY.test(nameOf(floating)) || OF_TELEMETRY.test(unit.name)) return isRecord(floating, model) ? 'medium' : undefined
  if (unit.kind === 'module' || isOfStart(unit) || isCommand(unit, model)) return STARTING.test(call.name) ? undefined : 'low'
  if (certainty === 'unlikely' || (isClosing(floating) && !isQuery) || isEnding(floating) || isOfTemporaryFile(floating, model) || isOfRecurring(floating, model) || isOnPurpose(floating.node) || isToldOfAnyway(floating, model) || isForDevelopers(floating.node) || runsOnlyForDevelopers(unit, model)) return 'low'
  // A constructor cannot wait.
  return unit.kind === 'constructor' ? 'medium' : floating.confidence
}

/** `source.initialize().then(() => { server.start() })`, at the top of a file. */
function isOfStart({ node, parent }: Unit): boolean {
  if (parent?.kind !== 'module' || !ts.isCallExpression(node.parent) || !/\.then$/.test(node.parent.expression.getText())) return false
  let at: ts.Node = node.parent
  while (ts.isCallExpression(at.parent) || ts.isPropertyAccessExpression(at.parent)) at = at.parent
  return ts.isExpressionStatement(at.parent)
}

/** `switch (process.argv[2]) { case 'install': install() }`, `yargs.command('install', '...', options, () => { install() })`: all that a command-line tool is asked for. */
function isCommand(unit: Unit, model: Model): boolean {
  if (isHandlerOfCommand(unit.node)) return true
  const callers = model.callersOf(unit)
  return callers.length > 0 && callers.every(({ call, use }) => use === undefined && call.unit.kind === 'module' && isChosenByWord(call.node) && /\bprocess\.argv\b/.test(call.unit.node.getText()))
}

/** What a parser of the command line runs for a word. */
function isHandlerOfCommand(node: ts.Node): boolean {
  const call = node.parent
  if (!call || !ts.isCallExpression(call) || call.arguments.at(-1) !== node || !ts.isPropertyAccessExpression(call.expression)) return false
  const [word] = call.arguments
  return call.expression.name.text === 'command' && word !== undefined && ts.isStringLiteralLike(word) && call.arguments.length > 2
}

/** In a case of a `switch`, or behind a comparison with a word. */
function isChosenByWord(node: ts.Node): boolean {
  const choice = ts.findAncestor(node, (at) => ts.isCaseClause(at) || (ts.isIfStatement(at) && !contains(at.expression, node)))
  return choice !== undefined && (ts.isCaseClause(choice) || /===?\s*['"]/.test((choice as ts.IfStatement).expression.getText()))
}

/** `return start(session) || ''`: whoever waits is given the result, and would be given nothing much in its place. */
function isSameWithout(node: ts.Node): boolean {
  const { parent } = node
  if (!ts.isBinaryExpression(parent) || parent.left !== node || !isEither(parent.operatorToken.kind)) return false
  return ts.isReturnStatement(parent.parent) && /^(?:null|undefined|false|''|"")$/.test(parent.right.getText())
}

/** An audit trail with gaps is none: what writes it to the database is work like any other. */
function isRecord(floating: FloatingPromise, model: Model): boolean {
  return AUDIT.test(nameOf(floating)) && model.reachedFrom(floating.call, 'query').some(({ operation }) => operation.access === 'write')
}

/** `em.flush()` writes what was changed. */
function isQueryOf({ call }: FloatingPromise, model: Model): boolean {
  const operation = model.operationOf(call)
  return operation?.kind === 'query' && operation.access !== 'unknown'
}

/** `client.close()`, `server.close(true)`; `seats.release(id)` is work. */
function isClosing({ call, units }: FloatingPromise): boolean {
  if (!CLOSING.test(call.name)) return false
  return units.length === 0 || !ts.isCallExpression(call.node) || call.node.arguments.every((argument) => !ts.isIdentifier(argument) && !ts.isPropertyAccessExpression(argument))
}

/** `async function stop() { await server.close(); process.exit(0) }`: what is not waited for ends the process, and so does its failure. */
function isEnding({ units }: FloatingPromise): boolean {
  return units.length > 0 && units.every(({ node }) => !ts.isSourceFile(node) && !ts.isClassStaticBlockDeclaration(node) && node.body !== undefined && endsProcess(node.body))
}

/** The last that is done is to end the process, also behind a test whether that is done already. */
function endsProcess(node: ts.Node): boolean {
  if (ts.isBlock(node)) return node.statements.length > 0 && endsProcess(node.statements.at(-1) as ts.Statement)
  if (ts.isIfStatement(node)) return endsProcess(node.thenStatement)
  return ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) && node.expression.expression.getText() === 'process.exit'
}

/** `cron('0 * * * *', () => { tellSeats() })`, where a listener of the process writes down what fails, and the next run comes. */
function isOfRecurring({ unit, kind }: FloatingPromise, model: Model): boolean {
  return kind === 'dropped' && model.promises.goesOnAfter(unit) && model.promises.comesAgain(unit, model.entryPointsOf(unit))
}

/** `@OnEvent('seat.sold') tell() { this.write() }`: who emits the event waits for nobody, and a listener of the process writes down what fails, as the framework would. */
function isToldOfAnyway({ unit, kind }: FloatingPromise, model: Model): boolean {
  const entries = model.entryPointsOf(unit)
  return kind === 'dropped' && entries.length > 0 && entries.every((entry) => entry.kind === 'listener' && entry.handler === unit) && model.promises.goesOnAfter(unit)
}

const REMOVING = /^(?:remove|delete|unlink|rm)/i

/** `removeFile(req.file.path)`: what the request has just written goes away; little can fail, and little is lost. */
function isOfTemporaryFile({ call, kind }: FloatingPromise, model: Model): boolean {
  const isPathGiven = ts.isCallExpression(call.node) && call.node.arguments.length > 0 && call.node.arguments.every((argument) => /\bpath$/.test(argument.getText()))
  return kind === 'dropped' && REMOVING.test(call.name) && isPathGiven && uploadIntoNode(call.node, model) !== undefined
}

/** Calls of one function that drop its promise, beyond which that is how it is used. */
const USUAL = 5
/** Times as often dropped as awaited. */
const MOSTLY = 5
const MOST_SHOWN = 5

/** Functions whose promise is dropped by many calls and awaited by hardly any: one mistake, not many. */
function usuallyDropped(model: Model): ReadonlyMap<Unit, readonly FloatingPromise[]> {
  const byUnit = new Map<Unit, FloatingPromise[]>()
  for (const floating of model.promises.floating) {
    const [unit] = floating.units
    if (!unit || unit.name.includes(' ') || floating.kind !== 'dropped' || floating.isVoid || !/^(?:high|medium)$/.test(confidenceOf(floating, isQueryOf(floating, model), model) ?? '')) continue
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), floating])
  }
  for (const [unit, dropped] of byUnit) if (dropped.length <= USUAL || model.callersOf(unit).filter(({ call }) => ts.isAwaitExpression(call.node.parent)).length * MOSTLY > dropped.length) byUnit.delete(unit)
  return byUnit
}

function namedPart({ node }: Unit): ts.Node {
  if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node)) return node
  return node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : node)
}

/** A comment at the statement, or behind the block it ends, says that nobody should wait. */
function isOnPurpose(node: ts.Node): boolean {
  const statement = ts.findAncestor(node, ts.isStatement) ?? node
  const { text } = node.getSourceFile()
  const [behind = '', ...below] = text.slice(statement.end).split('\n')
  return ON_PURPOSE.test(commentsOf(behind)) || ON_PURPOSE.test(commentAbove(statement, text)) || ON_PURPOSE.test(commentBelow(below))
}

/** The comment of the statement, or of the first of a row of statements like it. */
function commentAbove(statement: ts.Node, text: string): string {
  // What stands behind the statement before it speaks of that one.
  const own = text.slice(statement.pos, statement.getStart()).replace(/^[^\n]*/, '')
  if (own.trim() !== '' || !ts.isBlock(statement.parent)) return own
  const { statements } = statement.parent
  const before = statements[statements.indexOf(statement as ts.Statement) - 1]
  return before && wordsOf(before) === wordsOf(statement) ? commentAbove(before, text) : own
}

/** `conn.query` of `conn.query('listen orders')`. */
function wordsOf(statement: ts.Node): string {
  return /^[^(]*/.exec(statement.getText())?.[0] ?? ''
}

/** A comment in front of the `return` that follows. */
function commentBelow(lines: readonly string[]): string {
  const first = lines.findIndex((line) => !/^\s*\}?\s*$/.test(line))
  const comment = lines[first]?.trim() ?? ''
  return comment.startsWith('//') && /^\s*(?:return\b|\}|$)/.test(lines[first + 1] ?? '') ? comment : ''
}

function commentsOf(line: string): string {
  return /\/[/*].*/.exec(line)?.[0] ?? ''
}

/** As the code says it: `this.mailer.send`. */
function nameOf({ call }: FloatingPromise): string {
  const callee = ts.isCallExpression(call.node) ? call.node.expression : call.node
  if (call.name === '') return 'an async function'
  const text = callee.getText().replace(/\s+/g, '').replace(/\([^]*\)/g, '(...)')
  return text.length > 60 ? call.name : text
}

function messageOf(floating: FloatingPromise, entries: readonly EntryPoint[], model: Model): string {
  const [entry] = entries
  const name = nameOf(floating)
  const { unit, kind, isLazy } = floating
  if (kind === 'collected') return `${name} is put into a list in ${unit.name} that nobody waits for: ${failureOf(floating)}, ${endOf(unit, entries, model)}`
  const asked = ts.isPropertyAccessExpression(floating.node.parent) ? floating.node.parent.name.text : undefined
  if (kind === 'tested' && asked !== undefined) return `${unit.name} asks the promise of ${name} for "${asked}", which only its result may have: it is always undefined`
  if (kind === 'tested') return `${unit.name} looks at the promise of ${name} instead of its result: ${isFallback(floating.node) ? 'a promise is always there, so what stands in for nothing is never used' : isCondition(floating.node) ? 'a promise is always true, so the check never fails' : 'what it gets is never the value'}`
  if (isLazy) return `${name} in ${unit.name} is never awaited, and starts only then: nothing is sent to the database`
  if (settledBy(floating)) return `${name} is not awaited in ${unit.name}: ${failureOf(floating)}, whoever waits for the new Promise hangs${/^(?:ends|exits|uncaught)$/.test(model.promises.unhandledIn(unit, entries)) ? `, and ${endOf(unit, entries, model)}` : ''}`
  // What listens to an event reports to nobody.
  const answer = isGivenAnswer(floating) ? 'is never answered' : isOfFailure(floating.node) || entry?.kind === 'listener' ? undefined : 'may have reported success by then'
  return `${name} is not awaited in ${unit.name}: ${failureOf(floating)}, ${endOf(unit, entries, model)}${entry && answer !== undefined ? `, and ${requestName(entry)} ${answer}` : ''}`
}

/**
 * The executor of a promise that nothing but what is dropped settles: `new Promise((resolve) => load().then(resolve))`.
 */
function settledBy({ unit, node, units }: FloatingPromise): ts.ArrowFunction | ts.FunctionExpression | undefined {
  for (let at: Unit | undefined = unit; at; at = at.parent) {
    const executor = at.node
    if (!(ts.isArrowFunction(executor) || ts.isFunctionExpression(executor)) || !ts.isNewExpression(executor.parent) || executor.parent.expression.getText() !== 'Promise') continue
    const within = [node, ...units.map((one) => one.node)]
    const uses = executor.parameters.flatMap(({ name }) => usesOf(executor.body, name.getText()))
    return uses.length > 0 && uses.every((use) => within.some((part) => contains(part, use))) ? executor : undefined
  }
  return undefined
}

function usesOf(body: ts.Node, name: string): ts.Identifier[] {
  if (ts.isIdentifier(body)) return body.text === name ? [body] : []
  const found: ts.Identifier[] = []
  ts.forEachChild(body, (child) => void found.push(...usesOf(child, name)))
  return found
}

/** What fails in front of a `catch` of the same function is caught as soon as it is awaited. */
function isTried(node: ts.Node): boolean {
  for (let at = node; !ts.isFunctionLike(at) && !ts.isSourceFile(at); at = at.parent) if (ts.isTryStatement(at.parent) && at.parent.tryBlock === at && at.parent.catchClause) return true
  return false
}

/** What follows throws: `transaction.rollback(); throw error`. */
function isOfFailure(node: ts.Node): boolean {
  const found = ts.findAncestor(node, (at) => ts.isFunctionLike(at) || (ts.isBlock(at) && at.statements.at(-1)?.kind === ts.SyntaxKind.ThrowStatement))
  return found !== undefined && ts.isBlock(found)
}

/** `show(req, res)`, `create(order).then((row) => res.json(row))`: what is not waited for is what answers. */
function isGivenAnswer({ call, node }: FloatingPromise): boolean {
  if (/\.then\(/.test(node.getText()) && namesAnswer(node, new Set())) return true
  return ts.isCallExpression(call.node) && call.node.arguments.some((argument) => ts.isIdentifier(argument) && /^(?:res|response|reply)$/i.test(argument.text))
}

/**
 * Whether a part of the code names what answers.
 *
 * @param own parameters of functions inside of it: `fetch(url).then((response) => response.json())` names what it is given
 */
function namesAnswer(node: ts.Node, own: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node)) return /^(?:res|response|reply)$/.test(node.text) && !own.has(node.text) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
  const inside = ts.isFunctionLike(node) ? new Set([...own, ...node.parameters.map(({ name }) => name.getText())]) : own
  return ts.forEachChild(node, (child) => namesAnswer(child, inside) || undefined) ?? false
}

function failureOf(floating: FloatingPromise): string {
  const cause = floating.trace.at(-1)?.label
  // `new Promise` and a call of what has no name say nothing.
  if (!cause || cause === nameOf(floating) || /^(?:new Promise|\(\.\.\.\))$/.test(cause)) return 'when it fails'
  return cause.startsWith('throw ') ? 'when it throws' : `when ${cause} fails`
}

const ENDS = {
  heard: 'nobody who asked for it learns of it',
  exits: 'the process ends through its own listener of rejections',
  uncaught: 'the process ends through its own listener of uncaught exceptions',
  shown: 'the process only warns, and nobody who asked for it learns of it',
  warned: 'Node before 15 only warns, and nobody learns of it',
  ends: 'the rejection is unhandled and ends the process',
} as const

/** What becomes of a rejection that nobody handles. */
function endOf(unit: Unit, entries: readonly EntryPoint[], model: Model): string {
  return ENDS[model.promises.unhandledIn(unit, entries)]
}

const WHY_CATCH =
  'The work goes on after its caller is done, and what calls the function around it throws the promise of that away as well: awaited, it would be lost one step further out. Catch what it rejects with, and report it there.'

function whyOf({ kind, isLazy }: FloatingPromise): string {
  if (kind === 'tested') return 'Without await the code goes on with the promise itself, which is neither false nor empty, whatever it will resolve to. Await it first.'
  if (isLazy) return 'The client waits with the query until somebody waits for its promise, so this one is built and forgotten without an error. Await it.'
  return 'The work goes on after its caller is done: the order of things is left to chance, its failure reaches no error handler, and a shutdown cuts it off. Await it, return it, or give it a catch that reports the failure.'
}

function isCondition({ parent }: ts.Node): boolean {
  return !ts.isTemplateSpan(parent) && !ts.isVariableDeclaration(parent)
}

/** `find(id) || []` */
function isFallback({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && isEither(parent.operatorToken.kind)
}

/** What calls the function around it throws the promise of that away as well. */
function isAwaitInVain({ kind, isLazy, node, unit }: FloatingPromise, model: Model): boolean {
  return kind === 'dropped' && !isLazy && !isTried(node) && model.promises.losesPromise(unit)
}

/** @param all what is told at once: all of it is awaited, or nothing */
function awaitFix(all: readonly FloatingPromise[]): Fix | undefined {
  const edits = all.map(awaitEdits)
  return all[0] && edits.every((one) => one !== undefined) ? { kind: 'suggestion', title: `Await ${nameOf(all[0])}.`, edits: edits.flat() } : undefined
}

function awaitEdits({ unit, node, call }: FloatingPromise): TextEdit[] | undefined {
  if (!isAsyncBody(unit)) return undefined
  // `const ready = check(order)`: what is awaited is the value where it is made.
  const target = ts.isIdentifier(node) ? (call.node as ts.Node) : node
  const { parent } = target
  const start = target.getStart()
  const file = unit.file.relative
  const before = { file, start, end: start }
  if (ts.isVoidExpression(parent)) return [{ file, start: parent.getStart(), end: start, text: 'await ' }]
  const needsParentheses = !ts.isExpressionStatement(parent) && !ts.isIfStatement(parent) && !ts.isWhileStatement(parent) && !ts.isDoStatement(parent) && !ts.isTemplateSpan(parent) && !ts.isVariableDeclaration(parent) && !ts.isParenthesizedExpression(parent)
  return needsParentheses ? [{ ...before, text: '(await ' }, { file, start: target.end, end: target.end, text: ')' }] : [{ ...before, text: 'await ' }]
}

function isAsyncBody(unit: Unit): boolean {
  return unit.isAsync && unit.kind !== 'module'
}

function collectRecipe({ node }: FloatingPromise): Fix {
  const call = node.parent
  const list = ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) ? call.expression.expression.getText() : 'jobs'
  return { kind: 'recipe', title: `Wait for ${list} when all of them are started.`, edits: [], code: `await Promise.all(${list})` }
}

function catchRecipe(floating: FloatingPromise): Fix {
  // Behind all that is made of it: `load().then(show).catch(...)`.
  const text = (ts.isCallExpression(floating.node) ? floating.node : floating.call.node).getText()
  const executor = settledBy(floating)
  const reject = executor && (executor.parameters[1]?.name.getText() ?? 'reject')
  const short = text.length > 80 || text.includes('\n') ? `${nameOf(floating)}(...)` : text
  if (reject !== undefined) return { kind: 'recipe', title: 'Let the new Promise fail with it.', edits: [], code: `${short}.catch(${reject})` }
  return {
    kind: 'recipe',
    title: `Report the failure of ${nameOf(floating)}, where nobody can wait for it.`,
    edits: [],
    code: `${short}.catch((error) => console.error('${floating.call.name || 'background work'} failed', error))`,
  }
}
