import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence } from '../../src/findings/finding.js'
import { append } from '../../src/findings/multimap.js'
import { contains } from '../../src/model/control-flow.js'
import { isForDevelopers } from '../../src/model/once.js'
import type { AbandonedCallback } from '../../src/model/promise-types.js'
import { isTriedByHand, runsOnlyForDevelopers } from '../../src/model/reach.js'
import type { Call, EntryPoint, Model, Place, Step, Unit } from '../../src/model/types.js'
import { fixesOf } from './fixes.js'

export default defineRule({
  id: 'unhandled-async-error',
  severity: 'high',
  title: 'The promise of an async callback is thrown away, and its failure with it.',
  category: 'sharp-edge',
  topic: 'architecture',
  cwe: [248],
  check({ model, report }) {
    const told = new Map<Unit, Set<string>>()
    const alike = listenersAlike(model)
    for (const abandoned of model.promises.abandoned) {
      const others = alike.get(abandoned) ?? []
      if (others[0] !== undefined && others[0] !== abandoned) continue
      const { unit, call, kind, trace } = abandoned
      // One handler on several routes is one mistake; so is a listener of several events, but not one that a timer calls too.
      const by = kind === 'handler' ? '' : call.name
      if (told.get(unit)?.has(by) === true) continue
      told.set(unit, (told.get(unit) ?? new Set()).add(by))
      const place = placeOf(abandoned)
      const registered: Step[] = place.node === abandoned.expression ? [] : [{ file: call.unit.file, node: call.node, label: `given to ${calleeOf(abandoned)}` }]
      report({
        at: place,
        message: `${messageOf(abandoned, model)}${others.length > 0 ? `; so it is with ${others.length - 1} more listeners of ${call.unit.name}` : ''}`,
        why: whyOf(abandoned),
        trace: [...registered, ...trace, ...others.slice(1).map((other) => ({ file: other.call.unit.file, node: other.call.node, label: `the same with ${calleeOf(other)}` }))],
        fixes: fixesOf(abandoned, model),
        confidence: confidenceOf(abandoned, model),
      })
    }
  },
})

/** Listeners of one function, beyond which that is how it is written. */
const HABIT = 5

/** Of functions that listen to many events, each listener with all of them: `socket.on('join', ...)`, `socket.on('leave', ...)`. */
function listenersAlike(model: Model): ReadonlyMap<AbandonedCallback, readonly AbandonedCallback[]> {
  const groups = new Map<string, AbandonedCallback[]>()
  for (const abandoned of model.promises.abandoned) {
    const { call, kind, expression, unit } = abandoned
    // A function with a name may listen to several; that is one mistake already.
    if (kind !== 'ignored' || call.name !== 'on' || !ts.isCallExpression(call.node) || expression !== unit.node || confidenceOf(abandoned, model) === 'low') continue
    append(groups, `${call.unit.file.relative} ${call.unit.node.pos} ${call.node.expression.getText()} ${confidenceOf(abandoned, model)}`, abandoned)
  }
  return new Map([...groups.values()].flatMap((group) => (group.length > HABIT ? group.map((one) => [one, group] as const) : [])))
}

/** The process is on its way out, or not yet up. */
const LAST_EVENTS = /^(?:SIG[A-Z0-9]+|beforeExit|uncaughtException|unhandledRejection|uncaughtExceptionMonitor|stopp(?:ing|ed)|shutdown|shutting_?down|terminat(?:e|ing|ed)|abort|destroy(?:ed)?)$/i

function confidenceOf(abandoned: AbandonedCallback, model: Model): Confidence {
  const { call, certainty, confidence } = abandoned
  if (certainty === 'unlikely' || isForDevelopers(call.node) || runsOnlyForDevelopers(call.unit, model) || isDoneAgain(abandoned, model) || isOfEnd(call.node) || isLostAnyway(abandoned, model)) return 'low'
  const entries = model.entryPointsOf(abandoned.unit)
  if (entries.length > 0 && entries.every(isTriedByHand)) return 'low'
  const first = ts.isCallExpression(call.node) ? call.node.arguments[0] : undefined
  if (first && (ts.isStringLiteralLike(first) ? LAST_EVENTS.test(first.text) || (first.text === 'exit' && calleeOf(abandoned).startsWith('process.')) : isSignal(first, model))) return 'low'
  // `process.nextTick(main)`: a program that cannot start ends, and should.
  if (call.unit.kind === 'module' && (call.name === 'nextTick' || call.name === 'setImmediate')) return 'low'
  return confidence
}

/** Ends of a rejection that the process outlives, and says so. */
const GOES_ON = /^(?:heard|shown)$/

/** `setInterval(release, 60_000)`, `schedule('0 * * * *', release)`, where a listener of the process writes down what fails, and the next run comes. */
function isDoneAgain({ call, unit, kind, expression }: AbandonedCallback, model: Model): boolean {
  // What the scheduler catches and keeps to itself, no listener of the process hears of.
  if (kind === 'caught') return false
  const isRepeated = call.name === 'setInterval' || model.promises.comesAgain(unit, model.entryPointsOf(unit)) || isScheduledBy(call, expression, model)
  return isRepeated && GOES_ON.test(model.promises.unhandledIn(call.unit, model.entryPointsOf(call.unit)))
}

/** `addJob('0 * * * *', release)`, of `function addJob(at, run) { new CronJob(at, () => { run() }) }`: a function of the project gives it to a schedule. */
function isScheduledBy(call: Call, given: ts.Expression, model: Model): boolean {
  const index = ts.isCallExpression(call.node) ? call.node.arguments.findIndex((argument) => contains(argument, given)) : -1
  return model.resolve(call).units.some(({ parameters, children }) => {
    const name = parameters[index]?.name.getText()
    return children.some((inner) => inner.calls.some((one) => one.name === name) && model.promises.comesAgain(inner, model.entryPointsOf(inner)))
  })
}

/** `if (signal === 'SIGTERM') setTimeout(async () => ...)`: the process is on its way out. */
function isOfEnd(node: ts.Node): boolean {
  return ts.findAncestor(node, ({ parent, pos }) => parent !== undefined && ts.isIfStatement(parent) && parent.thenStatement.pos === pos && /['"]SIG[A-Z]+['"]/.test(parent.expression.getText())) !== undefined
}

/** A listener of the process writes down what fails, and it would hear of no more if the function around the call waited: nobody waits for that. */
function isLostAnyway({ call, kind }: AbandonedCallback, model: Model): boolean {
  const isOfEach = kind === 'mapped' || (kind === 'ignored' && call.name === 'forEach')
  return isOfEach && call.unit.isAsync && model.promises.losesPromise(call.unit) && GOES_ON.test(model.promises.unhandledIn(call.unit, model.entryPointsOf(call.unit)))
}

/** `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, close)` */
function isSignal(event: ts.Expression, model: Model): boolean {
  if (!ts.isIdentifier(event)) return false
  for (let node: ts.Node = event; node.parent; node = node.parent) {
    const { parent } = node
    const list = ts.isForOfStatement(parent) ? parent.expression : ts.isCallExpression(parent) && parent.arguments[0] === node ? parent.expression : undefined
    if (list && /['"]SIG[A-Z]+['"]/.test((model.initializerOf(list) ?? list).getText())) return true
  }
  return false
}

/** A function written at the call is mended there; a named one where it is declared, if it answers requests. */
function placeOf({ expression, unit, call, kind }: AbandonedCallback): Place {
  if (kind !== 'handler' || expression === unit.node) return { file: call.unit.file, node: expression }
  return { file: unit.file, node: nameOf(unit.node) }
}

/** The name of a declared function; a long range would say less. */
function nameOf(node: Unit['node']): ts.Node {
  if (!ts.isSourceFile(node) && !ts.isClassStaticBlockDeclaration(node) && node.name) return node.name
  const { parent } = node
  return (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.initializer === node ? parent.name : node
}

function calleeOf({ call }: AbandonedCallback): string {
  const { node } = call
  if (ts.isNewExpression(node)) return `new ${node.expression.getText()}`
  const callee = ts.isCallExpression(node) ? node.expression : node
  const text = callee.getText().replace(/\s+/g, '').replace(/\([^]*\)/g, '(...)')
  const event = ts.isCallExpression(node) ? node.arguments[0] : undefined
  const name = text.length > 50 ? call.name : text
  return event && ts.isStringLiteralLike(event) ? `${name}('${event.text.slice(0, 40)}')` : name
}

function messageOf(abandoned: AbandonedCallback, model: Model): string {
  const callee = calleeOf(abandoned)
  const label = abandoned.trace.at(-1)?.label
  const cause = label === undefined || /^(?:throw |new Promise$)/.test(label) ? 'it' : label
  const end = ENDS[model.promises.unhandledIn(abandoned.call.unit, model.entryPointsOf(abandoned.call.unit))]
  switch (abandoned.kind) {
    case 'handler': {
      return `When ${cause} fails, ${answering(entryOf(abandoned, model)) ?? callee} never answers: the framework does not look at the promise of ${titleOf(abandoned)}, and ${end}`
    }
    case 'executor':
      // `catch (error) { reject(error); throw error }`
      if (isRejected(abandoned)) return `When ${cause} fails, the executor of the new Promise rejects it, and throws: its own promise is thrown away, and ${end}`
      return `When ${cause} fails, the new Promise is never settled: its ${abandoned.unit.isAsync ? 'async ' : ''}executor's own promise is thrown away, so whoever waits hangs, and ${end}`
    case 'caught':
      return `${callee} keeps the failure of its async callback to itself: when ${cause} fails, nobody learns of it`
    case 'true':
      return `${callee} takes the promise of its async callback for true: every element passes, whatever the callback resolves to`
    case 'mapped':
      return `${callee} starts async work and nobody waits for the list of promises: when ${cause} fails, ${end}`
    case 'ignored':
      return `${callee} throws away the promise of its async callback: when ${cause} fails, ${end}`
  }
}

const ENDS = {
  heard: 'the rejection reaches nobody but the listener of the process',
  exits: 'the process ends through its own listener of rejections',
  uncaught: 'the process ends through its own listener of uncaught exceptions',
  shown: 'the process only warns of the rejection, and nobody learns of it',
  warned: 'Node before 15 only warns of the rejection, and nobody learns of it',
  ends: 'the rejection is unhandled and ends the process',
} as const

/** The `catch` that throws has rejected the promise before. */
function isRejected({ unit: { node }, trace: [first] }: AbandonedCallback): boolean {
  const reject = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parameters[1]?.name.getText() : undefined
  const tried = ts.findAncestor(first?.node, (at) => at === node || (ts.isTryStatement(at) && at.catchClause !== undefined))
  if (reject === undefined || !tried || !ts.isTryStatement(tried)) return false
  const { statements = [] } = tried.catchClause?.block ?? {}
  return statements.slice(0, statements.findIndex(ts.isThrowStatement)).some((statement) => statement.getText().startsWith(`${reject}(`))
}

function titleOf({ unit, expression }: AbandonedCallback): string {
  return expression === unit.node ? 'an async handler' : unit.name
}

function entryOf({ unit }: AbandonedCallback, model: Model): EntryPoint | undefined {
  return model.entryPoints.find((entry) => entry.handler === unit && entry.kind === 'route')
}

/** What answers: a route, or a server that has one handler for all. */
function answering(entry: EntryPoint | undefined): string | undefined {
  if (!entry) return undefined
  return entry.path === undefined && entry.method === undefined ? 'the server' : `${entry.method ?? 'ALL'} ${entry.path ?? ''}`.trim()
}

function whyOf({ kind, call }: AbandonedCallback): string {
  switch (kind) {
    case 'handler':
      return 'The framework calls handlers and forgets what they return, so a rejected promise never reaches the error handler and the client waits until it times out. Catch the error and give it to next, or wrap the handler.'
    case 'executor':
      return 'An executor only reports what it gives to reject or throws before its first await. Do the async work in a function of its own and return its promise.'
    case 'caught':
      return 'The library catches what the callback rejects with and hands it to listeners that there are none of, so a job can fail for weeks without a trace. Catch inside the callback and report the failure there.'
    case 'true':
      return 'The test is made before the callback has an answer. Resolve the answers first with Promise.all, and test those.'
    case 'mapped':
      return 'The work goes on unobserved, out of order and beyond the end of its caller. Await Promise.all of the list.'
    case 'ignored':
      return call.name === 'forEach'
        ? 'forEach waits for nothing: the code behind it runs before the work is done, all elements at once, and no try around it catches anything. Use for...of with await.'
        : 'What calls the function does not wait for it, and no try around it catches anything. Catch inside the callback and report the failure there.'
  }
}
