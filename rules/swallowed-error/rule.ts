import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import { append, firstWithOthers } from '../../src/findings/multimap.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { isKeptOnWay, throwsOut } from '../../src/model/own-failures.js'
import type { ForgottenError, SwallowedError } from '../../src/model/promise-types.js'
import type { Call, Model, OperationKind, Place, Reached, Unit } from '../../src/model/types.js'
import type { WorkspaceFile } from '../../src/workspace/types.js'
import { isEndedBehind, isExtra, isLookedUpToRemove } from './hardly-worth.js'
import { asksCatalogue, asksPermission, changesData, commentOf, headOf, isCleanupList, isKeyTaken, isOfLeaving, isOnTheSide, isPackageAsked, isReplaced, isStated, saidBefore } from './meant.js'
import { isExitCode, isFollowedByFailure, isFollowedByFalse, isInHandler, isRefused, isToldBefore, saysFalse } from './told.js'

export default defineRule({
  id: 'swallowed-error',
  severity: 'medium',
  title: 'An error is caught, or made, and nobody learns of it.',
  category: 'sharp-edge',
  topic: 'architecture',
  cwe: [390],
  check({ model, report }) {
    for (const [swallowed, judged, others] of alike(model)) {
      report({
        at: placeOf(swallowed),
        message: `${messageOf(swallowed, judged, model)}${others.length > 0 ? `; so it is in ${others.length} more places of the file` : ''}`,
        why: 'A failure that leaves no trace is found by its consequences, days later. Log it with what was being done, throw it on, or say in a comment why it may be ignored.',
        trace: [...(judged.reached ? judged.reached.trace : []), ...others.map((other) => ({ ...placeOf(other), label: `the same in ${other.unit.name}` }))],
        fixes: [recipeFor(swallowed, judged)],
        confidence: judged.confidence,
      })
    }
    for (const forgotten of model.promises.forgotten) {
      const { call, kind } = forgotten
      report({
        at: { file: call.unit.file, node: call.node },
        message:
          kind === 'error'
            ? `${textOf(call)} in ${call.unit.name} is made and not thrown: the code goes on as if nothing were wrong`
            : `${textOf(call)} in ${call.unit.name} is made and not returned: its caller is told of success`,
        why: kind === 'error' ? 'An error has no effect until it is thrown, returned or passed on. Throw it.' : 'A value that says that something failed has no effect until it is returned. Return it.',
        fixes: [throwOrReturn(forgotten)],
      })
    }
  },
})

type Judged = readonly [swallowed: SwallowedError, judged: Judgement, others: readonly SwallowedError[]]

/** Places of a file that give the same answer, beyond which that is how the file is written. */
const HABIT = 3

/** What is told: the first of those that one file deals with in the same words, with the others. */
function alike(model: Model): readonly Judged[] {
  const lists = new Set<ts.Node>()
  const groups = new Map<string, (readonly [SwallowedError, Judgement])[]>()
  for (const swallowed of model.promises.swallowed) {
    const judged = judge(swallowed, model)
    if (!judged) continue
    const { unit, node, kind, handler } = swallowed
    // `Promise.all([load().catch(() => null), count().catch(() => 0)])`: one decision.
    const list = node.parent
    if (ts.isArrayLiteralExpression(list) && lists.has(list)) continue
    lists.add(list)
    // `.catch(() => ({ rows: [] }))`, `.catch(() => {})`: written once, and copied.
    const isCopied = ts.isCallExpression(node) && (kind === 'fallback' || kind === 'empty')
    append(groups, isCopied ? `${unit.file.relative} ${judged.confidence} ${kind === 'empty' ? kind : handler.getText().replace(/\s+/g, '')}` : `${unit.file.relative} ${node.pos}`, [swallowed, judged] as const)
  }
  return firstWithOthers(groups.values(), (group) => group.length > HABIT).map(([first, others]): Judged => [...first, others.map(([other]) => other)])
}

function placeOf({ unit, node, handler }: SwallowedError): Place {
  return { file: unit.file, node: ts.isCatchClause(node) ? node : handler }
}

/** Calls between a `try` and what fails in it, beyond which something else may deal with the failure. */
const FAR = 3

interface Judgement {
  readonly confidence: Confidence
  /** What can fail, as the code says it. */
  readonly label: string
  readonly reached: Reached | undefined
}

/** Effects whose failure somebody has to know of, the worst first. */
const GRAVE: readonly OperationKind[] = ['payment', 'query', 'enqueue', 'publish', 'email', 'sms', 'storage', 'http', 'llm', 'lock', 'file-write', 'process']
/** Work whose failure changes nothing, or is what the `try` is there to find out. */
const HARMLESS =
  /^(?:close|end|quit|disconnect|destroy|unlink\w*|rm|rmSync|rmdir\w*|remove(?:File|Temp|Listener|Dir)\w*|kill|abort|release|rollback\w*|abortTransaction|cleanup\w*|clean|dispose|unsubscribe|unregister|deregister|heartbeat|keepAlive|terminate\w*|stop|shutdown|clear\w*|flush\w*|cancel\w*|detach|leave|unlock|unref|mkdir\w*|access\w*|stat\w*|lstat\w*|exists\w*|parse\w*|decode\w*|stringify|require|resolve|URL|URLSearchParams|RegExp|atob|btoa|decodeURIComponent|decodeURI|encodeURIComponent|verify\w*|import|log|info|warn|debug|error|trace|track\w*|capture\w*|report\w*|on|off|once|emit|from|toString|test|match|ping|isValid\w*|Number|String|Boolean|Date|push|validate\w*|compare\w*|timingSafeEqual|format\w*|delete\w*Temp\w*|head\w*|finished|json|text|blob|arrayBuffer|formData)$/
/** The unit asks whether something can be done or is there. */
const PROBE = /^(?:is|has|can|could|may|should|exists?|check|try|attempt|ping|probe|verify|validate|test|detect|safe|maybe|ensure|parse|decode|health|ready|alive|supports?)(?=[A-Z_]|$)|[a-z]Exists?$/
const BEST_EFFORT = /best_?effort|quietly|silently|safely|ignoreErrors?|optional|noThrow|orNull|orUndefined|clean_?up|tear_?down|shut_?down|^(?:onModuleDestroy|close|destroy|dispose|disconnect)$/i
/** Failing here means that there is none. */
const NOT_FOUND = /(?:OrThrow|OrFail|orThrow|mustFind)$/
/** Words of names, and what is said of when somebody was last here. */
const TELEMETRY = /^(?:log|logs|logger|logging|audit\w*|metrics?|analytics?|telemetry|traces?|track\w*|sentry|posthog|notif\w*|cache\w*)$/
const TOUCH = /last_?(?:seen|used|active)/i
/** Nothing stored depends on these. */
const PASSING: ReadonlySet<OperationKind> = new Set(['publish', 'lock', 'cache-read', 'cache-write', 'cache-delete'])
/** `container.remove()`: what is gone already need not be removed. */
const REMOVES = /^(?:remove|delete|destroy|drop|kill|stop|purge|prune|terminate)/i
/** Where the one who started the command sees what is missing. */
const COMMANDS = /(?:^|\/)(?:bin|cli|commands?)\//
/** So does what scripts of the package run. */
const TOOLS = /(?:^|\/)(?:tools?|ci|scripts?)\//

function judge(swallowed: SwallowedError, model: Model): Judgement | undefined {
  const { unit, node, kind, guarded, calls } = swallowed
  const tried = calls.filter((call) => !ts.isPropertyAccessExpression(call.node) && !isGivenAnswer(call) && !isAnswer(call) && !isPackageAsked(call) && (!HARMLESS.test(call.name) || changesData(call, model)))
  const counted = tried.filter((call) => !keepsFailures(call, model))
  if (counted.length === 0 || isInsideCleanup(node) || isRetry(swallowed)) return undefined
  if (asksCatalogue(swallowed, model) || isStated(commentOf(unit)) || isExitCode(swallowed, unit) || isRefused(swallowed, unit, model)) return undefined
  // A cache that does not answer: what follows asks the source.
  const stored = counted.flatMap((call) => model.operationOf(call)?.kind ?? [])
  if (ts.isCatchClause(node) && stored.length > 0 && stored.every((one) => one === 'cache-read') && isFollowed(node)) return undefined
  const name = unit.name.slice(unit.name.lastIndexOf('.') + 1)
  if (kind !== 'empty' && PROBE.test(name)) return undefined
  if (BEST_EFFORT.test(name)) return undefined
  if ((kind === 'fallback' || (kind === 'empty' && isWayOn(swallowed))) && counted.some((call) => throwsForNone(call, model))) return undefined
  const nearest = gravest(counted, model)
  // What another program says may well be nothing.
  const reached = nearest?.operation.kind === 'process' && (kind !== 'empty' || nearest.operation.isSync || model.entryPointsOf(unit).length === 0) ? undefined : nearest
  const first = counted[0] as Call
  // What throws while it is waited for, rather than what only makes its arguments.
  const waited = counted.find((call) => ts.isAwaitExpression(call.node.parent)) ?? first
  const label = reached?.operation.label ?? textOf(waited)
  if (swallowed.isCallback && (!reached || reached.distance > 0)) return undefined
  if ([label, textOf(first), name].some(isTelemetry) || isOnTheSide(guarded) || isEndedBehind(swallowed)) return { confidence: 'low', label, reached }
  if (isStated(headOf(node)) || isStated(saidBefore(node)) || isOfLeaving(unit, reached) || isReplaced(swallowed, reached, model) || isKeyTaken(reached)) return { confidence: 'low', label, reached }
  // What is lost is a copy; where there is no other store, it is the thing itself.
  if (stored.length === counted.length && stored.every(isCaching) && model.operations.some((operation) => operation.kind === 'query')) return { confidence: 'low', label, reached }
  const isWaiting = ts.isCallExpression(node) || counted.some((call) => isAwaited(call.node, guarded))
  // What shows pages has its own way to tell.
  if (!reached && /\.[jt]sx$/.test(unit.file.path)) return undefined
  // What the others throw of their own is an answer: `if (!isSupported(kind)) throw new Unsupported(kind)`.
  const isAnswered = tried.some((call) => !counted.includes(call) && model.resolve(call).units.some(throwsOut))
  // `client.flag(id).catch(() => {})`: of an unknown client, done on the side.
  if (!reached) return isWaiting ? { confidence: kind === 'empty' && ts.isCatchClause(node) && !isAnswered && !REMOVES.test(lastWaited(calls, guarded)?.name ?? '') && !removesList(guarded) && !isFollowedByFailure(swallowed) && !saysFalse(swallowed) && !isOfCommand(unit, model) && !isCleanupList(node) && !asksPermission(counted, reached, model) ? 'medium' : 'low', label, reached } : undefined
  if (isFollowedByFailure(swallowed) || isOfCommand(unit, model) || asksPermission(counted, reached, model) || (ts.isCallExpression(node) && PASSING.has(reached.operation.kind))) return { confidence: 'low', label, reached }
  const { operation } = reached
  if (isExtra(swallowed, reached, model) || isLookedUpToRemove(swallowed, lastWaited(calls, guarded), REMOVES, reached)) return { confidence: 'low', label, reached }
  // What was stored is taken away again, on the way to the error that is told; of a list of files some may stay behind.
  if (operation.access === 'delete' && (isBeforeError(node) || (operation.kind === 'storage' && removesList(guarded)))) return { confidence: 'low', label, reached }
  // Told by `false`: the caller can know.
  // `z.string().refine(async (slug) => { try { return await isFree(slug) } catch { return false } })`: whoever asked is refused.
  if (kind === 'fallback' && isTestGiven(swallowed, unit)) return { confidence: 'low', label, reached }
  // A note of what was told, or of another failure that is kept.
  if (kind === 'empty' && ts.isCallExpression(node) && operation.access === 'write' && (isToldBefore(node) || isInHandler(node))) return { confidence: 'low', label, reached }
  if (saysFalse(swallowed) || (kind === 'empty' && isFollowedByFalse(swallowed))) return { confidence: 'low', label, reached }
  // The function that fails has reported it, and throws it on for those who wait.
  if (counted.some((call) => model.resolve(call).units.some(reportsItself)) || isReportedOnWay(reached)) return { confidence: 'low', label, reached }
  if (kind === 'empty') return { confidence: reached.distance > FAR ? 'medium' : reached.confidence, label, reached }
  const isRead = operation.kind === 'query' ? operation.access === 'read' || operation.access === 'aggregate' : (operation.kind === 'http' && operation.access !== 'write' && operation.access !== 'delete') || operation.kind === 'storage' || operation.kind === 'llm'
  // A page of somebody else's may be missing; so may a row, where a function throws when there is none.
  if (isRead && (operation.kind !== 'query' || NOT_FOUND.test(label) || (operation.arity === 'one' && mayThrowForNone(reached, model))) && !saysList(swallowed)) return { confidence: 'low', label, reached }
  if (isLookedAt(swallowed)) return { confidence: 'low', label, reached }
  return { confidence: 'medium', label, reached }
}

/** `await Promise.all(images.map((image) => removeImage(image)))`, and nothing else. */
function removesList(guarded: ts.Node): boolean {
  return /^\{?\s*(?:await\s+)?Promise\.all(?:Settled)?\([^;]*\b(?:remove|delete|destroy|drop|unlink)\w*\([^;]*;?\s*\}?$/i.test(guarded.getText())
}

/** `await storage.delete(key).catch(() => undefined); throw new Error(...)` */
function isBeforeError(node: ts.Node): boolean {
  const statement = ts.findAncestor(node, ts.isStatement)
  const { parent: block } = statement ?? {}
  const next = statement && block && ts.isBlock(block) ? block.statements[block.statements.indexOf(statement) + 1] : undefined
  return next !== undefined && ts.isThrowStatement(next)
}

/** A member that throws where there is none, or a function that only calls one. */
function throwsForNone(call: Call, model: Model): boolean {
  return NOT_FOUND.test(call.name) || model.resolve(call).units.some((unit) => isOnly(unit, NOT_FOUND))
}

/** The function does nothing but return what a call of such a name gives. */
function isOnly({ returns, calls }: Unit, name: RegExp): boolean {
  const [only, ...others] = calls
  return only !== undefined && others.length === 0 && returns.length === 1 && name.test(only.name)
}

/** What is found is returned, and what follows is for where there is none. */
function isWayOn({ node, guarded }: SwallowedError): boolean {
  const last = ts.isBlock(guarded) ? guarded.statements.at(-1) : undefined
  return ts.isCatchClause(node) && isFollowed(node) && last !== undefined && ts.isReturnStatement(last)
}

function isCaching(kind: OperationKind): boolean {
  return kind === 'cache-read' || kind === 'cache-write' || kind === 'cache-delete'
}

/** `response.status(500).send(body)`: where that fails, nobody is there to be told. */
function isAnswer({ name, node }: Call): boolean {
  return /^(?:send|json|end|write|status|sendStatus|setHeader|header|code|type)$/.test(name) && ts.isCallExpression(node) && /^(?:res|response|reply)\b/.test(node.expression.getText())
}

/** In the handler of a route that answers in its `try` and nowhere behind it. */
function isLeftUnanswered({ unit, node, calls }: SwallowedError, model: Model): boolean {
  const answers = calls.filter(isAnswer)
  const first = calls.find((call) => !isAnswer(call))
  if (!ts.isCatchClause(node) || !isLast(node.parent) || !first || answers.length === 0 || answers.some((answer) => answer.node.end <= first.node.pos)) return false
  return model.entryPointsOf(unit).some(({ kind, handler }) => kind === 'route' && handler === unit)
}

/** Nothing of the function is run behind a statement. */
function isLast(statement: ts.TryStatement): boolean {
  if (statement.finallyBlock) return false
  for (let at: ts.Node = statement; !ts.isFunctionLike(at.parent); at = at.parent) {
    if (ts.isIterationStatement(at.parent, false) || ts.isTryStatement(at.parent)) return false
    if ((ts.isBlock(at.parent) || ts.isCaseOrDefaultClause(at.parent) || ts.isSourceFile(at.parent)) && at.parent.statements.at(-1) !== at) return false
  }
  return true
}

/** Something is done behind the `try`. */
function isFollowed({ parent: statement }: ts.CatchClause): boolean {
  return ts.isBlock(statement.parent) && statement.parent.statements.at(-1) !== statement
}

function isTelemetry(text: string): boolean {
  return TOUCH.test(text) || text.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => TELEMETRY.test(word.toLowerCase()))
}

/** What the others lead up to. */
function lastWaited(calls: readonly Call[], guarded: ts.Node): Call | undefined {
  return calls.findLast((call) => ts.isAwaitExpression(call.node.parent)) ?? calls.findLast((call) => isAwaited(call.node, guarded))
}

/** What fails while an answer is written to whoever asked (they have gone), and what makes the arguments of that. */
function isGivenAnswer({ node }: Call): boolean {
  for (let at: ts.Node = node; at.parent && !ts.isStatement(at); at = at.parent)
    // What is given the request too answers it.
    if (ts.isCallExpression(at) && at.arguments.some((argument) => ANSWER.test(argument.getText())) && !at.arguments.some((argument) => /^req(?:uest)?$/.test(argument.getText()))) return true
  return false
}

const ANSWER = /^(?:res|response|reply|reply\.raw|ctx\.res)$/

function isOfCommand(unit: Unit, model: Model): boolean {
  const { relative } = unit.file
  return (COMMANDS.test(relative) || (TOOLS.test(relative) && isRunByScript(unit.file))) && model.entryPointsOf(unit).every(({ kind }) => kind === 'cli')
}

/** `"check": "tsx src/tools/schema/check.ts"`: the folder of the file is named in package.json. */
function isRunByScript({ relative, package: { relative: root, scripts } }: WorkspaceFile): boolean {
  const folder = relative.slice(root === '' ? 0 : root.length + 1, relative.lastIndexOf('/') + 1)
  return [...scripts.values()].some((command) => command.includes(folder))
}

/** A `catch` in it, or in the executor of the promise it returns, does something about the error and throws it on. */
function reportsItself({ node, returns }: Unit): boolean {
  if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node)) return false
  const executors = returns.flatMap((returned) => (ts.isNewExpression(returned) && returned.expression.getText() === 'Promise' ? (returned.arguments ?? []) : []))
  const bodies = [node.body, ...executors.map((executor) => (ts.isArrowFunction(executor) || ts.isFunctionExpression(executor) ? executor.body : undefined))]
  return bodies.some((body) => body !== undefined && ts.isBlock(body) && body.statements.some(isReported))
}

/** A function between the handler and what fails reports the failure and throws it on. */
function isReportedOnWay({ trace }: Reached): boolean {
  return trace.slice(1).some(({ node }) => {
    for (let at: ts.Node = node; at.parent && !ts.isFunctionLike(at); at = at.parent) if (ts.isTryStatement(at.parent) && at.parent.tryBlock === at && isReported(at.parent)) return true
    return false
  })
}

/** `try { ... } catch (error) { log(error); throw error }`, or `reject(...)` at the end of it. */
function isReported(statement: ts.Statement): boolean {
  const handled = ts.isTryStatement(statement) ? statement.catchClause?.block : undefined
  const last = handled?.statements.at(-1)
  const isHandedOn = last !== undefined && (ts.isThrowStatement(last) || /^(?:return )?reject\(/.test(last.getText()))
  return isHandedOn && /\b(?:\w*log(?:ger)?|console|report\w*|capture\w*|sentry)\s*[.(]/i.test(handled?.getText() ?? '')
}

/** All that can fail in what a call runs is dealt with there. */
function keepsFailures(call: Call, model: Model): boolean {
  const grave = GRAVE.flatMap((kind) => model.reachedFrom(call, kind))
  return grave.length > 0 && grave.every((reached) => isKeptOnWay(reached, model))
}

/** The nearest operation whose failure matters and comes here; of equally near ones the worst. */
function gravest(calls: readonly Call[], model: Model): Reached | undefined {
  let best: Reached | undefined
  for (const kind of GRAVE)
    for (const call of calls) {
      const reached = model.reachedFrom(call, kind).find((one) => !isKeptOnWay(one, model))
      if (reached && (!best || reached.distance < best.distance)) best = reached
    }
  return best
}

function isAwaited(node: ts.Node, within: ts.Node): boolean {
  for (let at = node; at !== within && at.parent; at = at.parent) {
    if (ts.isAwaitExpression(at)) return true
    // What makes an argument is not what is waited for.
    if (ts.isCallExpression(at.parent) && at.parent.expression !== at) return false
  }
  return false
}

/** A function of the project between the handler and the query throws something of its own. */
function mayThrowForNone({ call, distance }: Reached, model: Model): boolean {
  return distance > 1 || model.resolve(call).units.some((unit) => /\bthrow\b/.test(unit.node.getText()))
}

/** The empty answer is that of a list or a number. */
function saysList({ handler }: SwallowedError): boolean {
  return /\[\]|(?:return|=>|=) 0\b/.test(handler.getText())
}

/** What stands in for the result is told apart from one: `if (!order)`. */
function isLookedAt({ node }: SwallowedError): boolean {
  const declaration = ts.findAncestor(node, (at) => ts.isVariableDeclaration(at) || ts.isFunctionLike(at))
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return false
  const block = ts.findAncestor(declaration, ts.isBlock)
  const name = declaration.name.text.replace(/\$/g, '\\$')
  return block !== undefined && new RegExp(String.raw`!\s*${name}\b|\b${name}\s*(?:[!=]==?\s*(?:null|undefined)|\?\.|\?\?|\?[^.?])|if \(${name}\b`).test(block.getText())
}

/** The function is a test that a schema or validator is given, and fails with it. */
function isTestGiven({ handler, node }: SwallowedError, { node: own }: Unit): boolean {
  const text = ts.isCatchClause(node) ? node.block.getText() : handler.getText()
  return /return false\b|=>\s*false$/.test(text) && ts.isCallExpression(own.parent) && /(?:^|\.)(?:refine|superRefine|custom|check|test|validate|filter|some|every)$/.test(own.parent.expression.getText())
}

/** In `finally`, or while another error is dealt with. */
function isInsideCleanup(node: ts.Node): boolean {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (ts.isTryStatement(parent) && parent.finallyBlock === at) return true
    if (ts.isCatchClause(parent)) return true
  }
  return false
}

/** A loop around it goes on to the next attempt. */
function isRetry({ node, kind }: SwallowedError): boolean {
  if (kind === 'fallback') return false
  for (let at: ts.Node = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return true
    if (ts.isForStatement(parent)) return /attempt|retr|tries/i.test(parent.getText().slice(0, 120))
  }
  return false
}

function textOf(call: Call): string {
  const { node } = call
  if (ts.isPropertyAccessExpression(node)) return node.getText()
  const callee = ts.isTaggedTemplateExpression(node) ? node.tag : node.expression
  const text = callee.getText().replace(/\s+/g, '').replace(/\([^]*\)/g, '(...)')
  return `${call.isNew ? 'new ' : ''}${text.length > 60 ? call.name : text}`
}

function messageOf(swallowed: SwallowedError, { label, reached }: Judgement, model: Model): string {
  const { unit, kind } = swallowed
  const what = reached && reached.operation.kind === 'query' && reached.operation.table !== undefined ? `${label} (${reached.operation.table})` : label
  switch (kind) {
    case 'empty':
      return `When ${what} fails in ${unit.name}, ${isLeftUnanswered(swallowed, model) ? 'the request is never answered and ' : ''}nobody learns of it: the error is caught and dropped`
    case 'leaves':
      return `When ${what} fails in ${unit.name}, it goes on without a word: the error is caught and dropped`
    case 'fallback':
      if (reached && (reached.operation.access === 'write' || reached.operation.access === 'delete')) return `When ${what} fails in ${unit.name}, the error is dropped, and nothing says why it did not work${reached.operation.kind === 'query' ? ': a database that is down looks like a row that is not there' : ''}`
      return `When ${what} fails in ${unit.name}, the caller is given an empty answer, as if there were nothing, and the error is dropped`
  }
}

function recipeFor({ node }: SwallowedError, { label }: Judgement): Fix {
  const report = `console.error('${label.replace(/'/g, '')} failed', error)`
  return {
    kind: 'recipe',
    title: 'Report the failure, or throw it on.',
    edits: [],
    code: ts.isCatchClause(node) ? `} catch (error) {\n  ${report}\n  throw error\n}` : `.catch((error) => {\n  ${report}\n  throw error\n})`,
  }
}

function throwOrReturn({ call, kind }: ForgottenError): Fix {
  const start = call.node.getStart()
  const word = kind === 'error' ? 'throw' : 'return'
  return { kind: 'suggestion', title: kind === 'error' ? 'Throw it.' : 'Return it.', edits: [{ file: call.unit.file.relative, start, end: start, text: `${word} ` }] }
}
