import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { areApart, areParallel, awaitedEffects, forkOf, stepsTo, type Fork } from '../../src/model/effects-in-order.js'
import type { Model, Operation, RowAccess, Unit } from '../../src/model/types.js'

/** Calls that ask, sign in, tell or measure: nobody has to take them back. */
const HARMLESS = /token|oauth|auth\b|login|logout|session|search|graphql|query|verify|validat|quote|estimate|rates?\b|webhook|slack|discord|telegram|notif|push|mail|sms|track|analytic|metric|telemetr|event|log\b|\bping|health|purge|cache|revalidat|index|embed|complet|chat|translat|photo|image|\bocr\b|render|pdf|preview|upload|sync|setup|customers?\b/i
/** What somebody is bound by. */
const BINDING = /charge|pay|capture|transfer|payout|refund|invoice|subscri|book|reserv|hold|order|ship|label|parcel|deliver|dispatch|courier|carrier|ticket|flight|hotel|seat|room|car\b|allocat|provision|licen[cs]e|domain|account|contract|sign|credit|debit|balance|stock|inventor|warehouse|fulfil/i
/** `getTransfers()`: a request that is sent with POST and only asks. */
const ASKS = /^(?:get|find|fetch|list|load|read|look_?up)(?=[A-Z_])(?!\w*(?:[Oo]r[A-Z]|Create|Charge|Book|Order$))/
/** Work that takes something back. */
const UNDOING = /\b\w*(?:refund|cancel|void|undo|revert|rollback|release|compensat|revers|restor|delete|remove|unreserve|unbook|destroy|cleanup)[\w.]*\s*\(/i
/** Somebody else sees to it: a row or a message that says how far it came. */
const HANDED_ON = /\b\w*(?:enqueue|publish|outbox|retry|reconcil|deadLetter|fail(?:ed)?)\w*\(|\bstatus\b|\bstate\b/i
const UNDOES_BY_NAME = /refund|cancel|void|undo|revert|rollback|release|compensat|revers/i

export default defineRule({
  id: 'saga-without-compensation',
  severity: 'high',
  title: 'Several services are changed in sequence, and nothing takes the first change back when a later one fails.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    const told = new Set<ts.Node>()
    for (const unit of unitsOf(model)) {
      const effects = awaitedEffects(unit, ['payment', 'http'], model).filter(isBinding)
      const pair = pairIn(effects, unit)
      if (!pair || told.has(pair.fork.first.node)) continue
      told.add(pair.fork.first.node)
      const { first, second, fork } = pair
      report({
        at: { file: unit.file, node: fork.first.node, until: fork.second.node },
        message: `${unit.name} calls ${nameOf(first)} and then ${nameOf(second)}: when the second fails, what the first did stays, and nothing takes it back`,
        why: 'No transaction spans two services. Each step that binds somebody needs a step that undoes it, which runs when a later one fails, and a record of how far the work came, for the case that the process stops in the middle.',
        trace: [...stepsTo(first), ...stepsTo(second)],
        fixes: [recipeFor(first, second)],
        confidence: confidenceOf(pair, model),
      })
    }
  },
})

interface Pair {
  readonly first: RowAccess
  readonly second: RowAccess
  readonly fork: Fork
}

/** Units on the ways to payments and requests that change something, each after those it calls. */
function unitsOf(model: Model): Unit[] {
  const depth = new Map<Unit, number>()
  const ordered: Unit[] = []
  for (const operation of model.operations)
    if ((operation.kind === 'payment' || operation.kind === 'http') && operation.unit.file.surface === 'production' && operation.unit.kind !== 'module' && !depth.has(operation.unit)) {
      depth.set(operation.unit, 0)
      ordered.push(operation.unit)
    }
  // The list grows while it is walked.
  for (const unit of ordered) {
    const own = depth.get(unit) ?? 0
    if (own >= 3) continue
    for (const { call } of model.callersOf(unit))
      if (!depth.has(call.unit) && call.unit.kind !== 'module' && call.unit.file.surface === 'production') {
        depth.set(call.unit, own + 1)
        ordered.push(call.unit)
      }
  }
  return ordered
}

function isBinding({ operation, calls, isMemoized }: RowAccess): boolean {
  if (isMemoized || operation.isUpsert || operation.access !== 'write') return false
  const words = wordsOf(operation, calls)
  if (operation.kind === 'payment') return !/customers?\.|tokens?\.|sessions?\.|setupIntents|ephemeral|webhook/i.test(operation.label)
  return !HARMLESS.test(words) && !calls.some(({ name }) => ASKS.test(name))
}

/** The address and the functions on the way, in the words of the code. */
function wordsOf(operation: Operation, calls: RowAccess['calls'], together?: Unit): string {
  const first = ts.isCallExpression(operation.call.node) ? (operation.call.node.arguments[0]?.getText() ?? '') : ''
  const names = calls.slice(0, -1).map((call) => (ts.isCallExpression(call.node) ? call.node.expression.getText() : call.name))
  // The function in which several come together says nothing of each.
  return [first.slice(0, 200), operation.unit === together ? '' : operation.unit.name, ...names].join(' ').replace(/([a-z])([A-Z])/g, '$1 $2')
}

/** The first two that both bind somebody and come together in this unit. */
function pairIn(effects: readonly RowAccess[], unit: Unit): Pair | undefined {
  for (const [index, second] of effects.entries())
    for (const first of effects.slice(0, index)) {
      if (first.operation === second.operation && first.calls[0] === second.calls[0]) continue
      const fork = forkOf(first, second)
      // Below, it is told at the function in which the two come together.
      if (!fork || fork.unit !== unit || fork.first.node === fork.second.node) continue
      if (areApart(first, second) || areParallel(fork) || isCompensated(fork)) continue
      // What is taken back is no step of its own.
      if (UNDOES_BY_NAME.test(`${second.operation.label} ${fork.second.name}`)) continue
      return { first, second, fork }
    }
  return undefined
}

/** A `catch` around the later step, here or on the way up, undoes or hands on; or steps to undo are collected. */
function isCompensated({ unit, second }: Fork): boolean {
  // Each by itself: what failed does not keep the others from being done.
  if (ts.findAncestor(second.node, (at) => ts.isFunctionLike(at) || (ts.isCallExpression(at) && /\ballSettled$/.test(at.expression.getText())))?.kind === ts.SyntaxKind.CallExpression) return true
  for (let node: ts.Node = second.node; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const { parent } = node
    if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause) {
      const text = parent.catchClause.block.getText()
      if (UNDOING.test(text) || HANDED_ON.test(text)) return true
    }
    if (ts.isCatchClause(parent)) return true
    if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'catch' && ts.isCallExpression(parent.parent) && UNDOING.test(`${parent.parent.arguments[0]?.getText() ?? ''}(`)) return true
    if (ts.isIfStatement(parent) && parent.expression !== node && /fail|error|!\w*(?:ok|success)/i.test(parent.expression.getText())) return true
  }
  // `if (!response.ok) { await stripe.refunds.create(...) }` after it.
  const after = unit.node.getText().slice(second.node.end - unit.node.getStart())
  if (/\bif\s*\([^]*?\{[^}]*/.test(after) && UNDOING.test(after) && /!\s*[\w.]*(?:ok|success)|status\s*[!>]|fail/i.test(after)) return true
  return /compensat|saga|rollbacks?\.push|undo(?:s|Steps|Stack)?\.push|workflow/i.test(`${unit.name} ${unit.node.getText().replace(/\/\/.*/g, '')}`)
}

function confidenceOf({ first, second, fork }: Pair, model: Model): Confidence {
  const entries = model.entryPointsOf(first.calls[0]?.unit ?? first.operation.unit)
  const isSure = first.isSure && second.isSure && first.operation.confidence === 'high' && second.operation.confidence === 'high'
  if (!isSure) return 'low'
  const binds = [first, second].every(({ operation, calls }) => operation.kind === 'payment' || BINDING.test(wordsOf(operation, calls, fork.unit)))
  if (!binds || isOneService(first.operation, second.operation)) return 'low'
  // Requests say little of what they do; the functions that send them may.
  if (![first, second].every((access) => access.operation.kind === 'payment' || isNamedForIt(access, fork.unit)) && first.operation.kind !== 'payment') return 'low'
  // Work that is tried again goes on where a key keeps the first step from being done twice.
  if (first.operation.idempotency !== undefined && entries.length > 0 && entries.every((entry) => model.redeliveryOf(entry) !== undefined)) return 'low'
  if (first.operation.kind === 'payment' && second.operation.kind === 'payment' && first.operation.package === second.operation.package) return 'low'
  return first.operation.kind === 'payment' ? 'high' : 'medium'
}

/** `reserveSeat()`, `this.carrier.bookPickup()`: a function on the way says that somebody is bound by it. */
function isNamedForIt({ operation, calls }: RowAccess, together: Unit): boolean {
  const names = [...calls.slice(0, -1).map(({ name }) => name), ...(operation.unit === together ? [] : [operation.unit.name.replace(/^.*\./, '')])]
  return names.some((name) => BINDS.test(name))
}

const BINDS = /^(?:charge|pay|capture|transfer|book|reserve|order|ship|dispatch|allocate|provision|place|issue|debit|credit|hold|purchase|buy|rent|deduct|withdraw|fund|schedule)(?![a-z])/

/** Both requests go to one address, where one request may do both. */
function isOneService(first: Operation, second: Operation): boolean {
  const [one, other] = [first, second].map(({ kind, call }) => (kind === 'http' && ts.isCallExpression(call.node) ? /^[`'"]?(?:https?:\/\/[^/`'"]+|\$\{[^}]+\}|[\w.$]+)/.exec(call.node.arguments[0]?.getText() ?? '')?.[0] : undefined))
  return one !== undefined && one === other && /:\/\/|\$\{|[A-Z_]{3}|[.]/.test(one)
}

function nameOf({ operation, calls }: RowAccess): string {
  const by = calls.length > 1 ? calls.at(-2)?.name : undefined
  return `${operation.label} (${by ? `${operation.kind}, by ${by}` : operation.kind})`
}

function recipeFor(first: RowAccess, second: RowAccess): Fix {
  return {
    kind: 'recipe',
    title: 'Undo the first step when the second fails, and keep a row that says how far it came.',
    edits: [],
    code: [
      `const done = await ${first.operation.label}(...)`,
      'try {',
      `  await ${second.operation.label}(...)`,
      '} catch (error) {',
      `  await undo(done)  // what takes ${first.operation.label} back: a refund, a cancellation; with an idempotency key`,
      '  throw error',
      '}',
      "// and a row: 'started', 'first done', 'finished' or 'undone', for a sweeper that ends what a crash interrupted",
    ].join('\n'),
  }
}
