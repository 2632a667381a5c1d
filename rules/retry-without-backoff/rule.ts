import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix, Severity } from '../../src/findings/finding.js'
import { productOf } from '../../src/model/durations.js'
import type { Call, Model, Operation, OperationKind, Reached, Retry } from '../../src/model/types.js'

export default defineRule({
  id: 'retry-without-backoff',
  severity: 'medium',
  title: 'What failed is tried again at once, or tried again although it must not be.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    for (const retry of model.retries) {
      const own = reachedBy(retry, model)
      const given = own ? undefined : givenTo(retry, model)
      const reached = own ?? given?.reached
      const fault = faultOf(retry, reached?.operation)
      if (!fault) continue
      const what = reached?.operation.label ?? nameOf(retry)
      report({
        // What must not be repeated is mended where it is given to the function that repeats.
        at: given && fault.why === REPEATS ? { file: given.by.unit.file, node: given.by.node } : { file: retry.unit.file, node: retry.node },
        message: `${what} ${fault.text}`,
        why: fault.why,
        trace: reached && reached.trace.length > 1 ? reached.trace : [],
        fixes: [fixFor(retry)],
        severity: fault.severity ?? 'medium',
        confidence: fault.confidence,
      })
    }
  },
})

interface Fault {
  readonly text: string
  readonly why: string
  readonly confidence: Confidence
  readonly severity?: Severity
}

/** Work that another system does, what is worst of several first. */
const WORK: readonly OperationKind[] = ['payment', 'email', 'sms', 'http', 'llm', 'publish', 'enqueue', 'storage', 'query', 'cache-read', 'cache-write', 'lock']
/** The work is tried again with another value, or because somebody else was first: that need not wait. */
const COLLISION = /P2002|23505|unique|duplicate|11000|conflict|collision|ER_DUP|AlreadyExists|\btaken\b|optimistic|version(?:_?(?:mismatch|error|conflict))|VersionError|StaleObject|40001|P2034|deadlock|serializ|\block(?:ed|s)?\b|Lock(?:Error|ed|Timeout)/i

const STORM = 'Whatever made it fail is still there a moment later. All clients that try again at once, or all at the same time, keep a system down that is about to recover. Wait longer each time, up to a limit, with some chance in it.'
const REPEATS = 'A call that timed out may have been done all the same. Give it a key by which the other side does it once, or do not try again.'
const HOPELESS = 'A request that is refused is refused again: the work is done for nothing, and the caller waits all the longer. Look at the error first.'

function faultOf(retry: Retry, operation: Operation | undefined): Fault | undefined {
  if (COLLISION.test(retry.reacts)) return undefined
  if (operation && repeats(operation)) return { text: 'is done again when it fails, and nothing keeps it from being done twice', why: REPEATS, confidence: operation.kind === 'payment' && operation.access === 'write' ? 'high' : 'medium', severity: operation.kind === 'payment' ? 'high' : 'medium' }
  if (retry.isEverything) return { text: 'is tried again whatever the error is, also when the request itself was wrong', why: HOPELESS, confidence: 'medium' }
  // Without knowing what it does, only a library says that it is a retry.
  if (!operation && retry.kind !== 'library') return undefined
  if (retry.isSingle) return retry.wait === 'none' ? { text: 'is tried once more at once when it fails', why: STORM, confidence: 'low' } : undefined
  const isNear = operation?.kind === 'query' || operation?.kind === 'lock' || operation?.kind.startsWith('cache') === true
  switch (retry.wait) {
    case 'none':
      return { text: 'is tried again at once when it fails, with no time in between', why: STORM, confidence: isNear ? 'medium' : 'high' }
    case 'constant':
      return { text: `is tried again after the same time each time${retry.delay ? ` (${shortened(retry.delay)})` : ''}`, why: STORM, confidence: isNear || (retry.hasJitter && retry.kind !== 'library') || isLong(retry) ? 'low' : 'medium' }
    case 'linear':
    case 'exponential':
      if (!retry.hasJitter) return { text: 'is tried again at the same moments by every client: the time in between has no chance in it', why: STORM, confidence: 'low' }
      if (!retry.isCapped) return { text: 'is tried again after a time that grows without a limit', why: STORM, confidence: 'low' }
      return retry.selects || retry.kind === 'library' ? undefined : { text: 'is tried again whatever the error is, also when the request itself was wrong', why: HOPELESS, confidence: 'low' }
    case 'unknown':
      return undefined
  }
}

/** Milliseconds from which on hardly anything is worn out by being asked again. */
const LONG = 30_000

/** `delay: 2 * 60 * 1000` */
function isLong({ delay }: Retry): boolean {
  const factors = /\d[\d_]*(?:\s*\*\s*\d[\d_]*)*/.exec(delay?.getText() ?? '')?.[0]
  return factors !== undefined && productOf(factors) >= LONG
}

/** Doing it twice is not the same as doing it once. */
function repeats(operation: Operation): boolean {
  if (operation.idempotency !== undefined || operation.isUpsert) return false
  if (operation.kind === 'payment') return operation.access === 'write' && operation.takesIdempotency
  return operation.kind === 'sms' || operation.kind === 'email' ? operation.access === 'write' : false
}

function reachedBy(retry: Retry, model: Model): Reached | undefined {
  const { guarded, unit, runs } = retry
  const inside = guarded ? unit.calls.filter((call) => call.node.pos >= guarded.pos && call.node.end <= guarded.end) : []
  const callbacks = guarded ? unit.children.filter((child) => child.node.pos >= guarded.pos && child.node.end <= guarded.end) : []
  for (const kind of WORK) {
    const found = [...inside.flatMap((call) => model.reachedFrom(call, kind)), ...[...runs, ...callbacks].flatMap((one) => model.reachedBy(one, kind))]
    const near = found.sort((left, right) => left.distance - right.distance)[0]
    if (near && near.distance <= FAR) return near
  }
  return undefined
}

/** `withRetry(() => fetch(url))`, of a function of the project: what its callers give it. */
function givenTo({ guarded, unit }: Retry, model: Model): { readonly reached: Reached; readonly by: Call } | undefined {
  const names = unit.parameters.map(({ name }) => name.getText())
  if (!guarded || !unit.calls.some(({ node, name }) => names.includes(name) && ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.pos >= guarded.pos && node.end <= guarded.end)) return undefined
  const given = model.callersOf(unit).flatMap(({ call }) => model.callbacksOf(call).flatMap(({ units }) => units.map((one) => ({ one, by: call }))))
  for (const kind of WORK) {
    const near = given.flatMap(({ one, by }) => model.reachedBy(one, kind).map((reached) => ({ reached, by }))).sort((left, right) => left.reached.distance - right.reached.distance)[0]
    if (near && near.reached.distance <= FAR) return near
  }
  return undefined
}

/** Calls between what is tried again and the work, beyond which the work is hardly what is meant. */
const FAR = 3

function nameOf({ node, unit }: Retry): string {
  const [options] = ts.isCallExpression(node) || ts.isNewExpression(node) ? (node.arguments ?? []) : []
  if (options && ts.isNewExpression(node)) return `every job of ${options.getText()}`
  if (options && ts.isObjectLiteralExpression(options)) {
    const name = options.properties.find((property) => property.name?.getText() === 'name')
    return name && ts.isPropertyAssignment(name) ? `every job of ${name.initializer.getText()}` : 'every job'
  }
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments
    return first && ts.isIdentifier(first) ? first.text : node.expression.getText().replace(/\s+/g, '').slice(-40)
  }

  return unit.name
}

function shortened(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ')
  return text.length > 30 ? `${text.slice(0, 27)}...` : text
}

function fixFor(retry: Retry): Fix {
  const wait = 'Math.min(10_000, 200 * 2 ** attempt) * (0.5 + Math.random())'
  if (retry.kind === 'library') {
    const options = /attempts/.test(retry.node.getText()) ? `{ attempts: 5, backoff: { type: 'exponential', delay: 1000 } }` : `{ retries: 4, minTimeout: 200, factor: 2, maxTimeout: 10_000, randomize: true }`
    return { kind: 'recipe', title: 'Wait longer each time, up to a limit, with some chance in it.', edits: [], code: /retryCondition|retryDelay|axios/i.test(retry.node.getText()) ? `{ retries: 3, retryDelay: axiosRetry.exponentialDelay }` : options }
  }
  return { kind: 'recipe', title: 'Wait longer each time, up to a limit, with some chance in it.', edits: [], code: `if (!isTransient(error)) throw error  // what was refused is refused again\nawait new Promise((resolve) => setTimeout(resolve, ${wait}))` }
}
