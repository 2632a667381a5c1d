import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix, TextEdit } from '../../src/findings/finding.js'
import { append } from '../../src/findings/multimap.js'
import { argumentsOf, skipOuter } from '../../src/libraries/paths.js'
import { entryName, isServing, readsOwnFile } from '../../src/model/reach.js'
import type { Call, EntryPoint, Model, Operation, OperationKind, Step, Unbounded } from '../../src/model/types.js'

/** Work that waits for another system. */
const OUTWARD: ReadonlySet<OperationKind> = new Set(['http', 'payment', 'llm', 'email', 'sms', 'storage', 'publish'])
/** Milliseconds up to which the default of a client is a limit that somebody may have chosen to keep. */
const TOLERABLE = 120_000

export default defineRule({
  id: 'external-call-without-timeout',
  severity: 'high',
  title: 'A request or job waits for another system without a limit of time.',
  category: 'pattern',
  topic: 'architecture',
  cwe: [400, 1088],
  check({ model, report }) {
    const outward = model.operations.filter((operation) => OUTWARD.has(operation.kind) && operation.unit.kind !== 'module' && !readsOwnFile(operation) && entryOf(operation, model) !== undefined)
    const found = model.unboundedAmong(outward).filter(({ limit }) => typeof limit.standard !== 'number' || limit.standard > TOLERABLE)
    const alike = toSameService(found)
    for (const unbounded of found) {
      const { cause, limit, operations, isClient } = unbounded
      const [first] = operations
      const entry = first && entryOf(first, model)
      const others = alike.get(unbounded)
      if (!first || !entry || others === 'told') continue
      report({
        at: { file: cause.unit.file, node: cause.node },
        message: `${isClient ? `${textOf(cause.node)} makes a client` : first.label} without a timeout: ${waits(limit.standard)}${isClient ? `, in ${operations.length > 1 ? `${operations.length} calls, the first` : 'the call'} ${first.label},` : operations.length > 1 ? `, here and in ${operations.length - 1} more calls of the same client,` : others ? `, here and in ${others.unbounded.length} more calls to ${others.service},` : ''} while ${entryName(entry)} waits`,
        why: 'When the other side hangs, so does everything that called it: sockets, memory and workers stay taken until the service stands still with it. Say how long an answer may take, and what happens when there is none.',
        trace: others ? others.unbounded.slice(0, MOST_SHOWN).map(({ cause: call }) => ({ file: call.unit.file, node: call.node, label: `${call.name} to ${others.service}` })) : traceOf(first, entry, model, unbounded),
        fixes: [others ? fixForAll([unbounded, ...others.unbounded], others.service) : fixFor(unbounded)],
        confidence: confidenceOf(unbounded, first),
      })
    }
  },
})

/** Calls to one service, beyond which they want a function of their own that says how long it may take. */
const MANY = 3
const MOST_SHOWN = 10

interface Alike {
  readonly service: string
  readonly unbounded: readonly Unbounded[]
}

/** The first of many calls to one service with the others, which are told there. */
function toSameService(found: readonly Unbounded[]): ReadonlyMap<Unbounded, Alike | 'told'> {
  const byService = new Map<string, Unbounded[]>()
  for (const unbounded of found) {
    const service = unbounded.isClient || unbounded.operations.length > 1 ? undefined : serviceOf(unbounded.cause)
    if (service !== undefined) append(byService, `${unbounded.cause.unit.file.package.directory} ${service}`, unbounded)
  }
  const told = new Map<Unbounded, Alike | 'told'>()
  for (const [key, [first, ...others]] of byService) {
    if (!first || others.length < MANY) continue
    told.set(first, { service: key.slice(key.lastIndexOf(' ') + 1), unbounded: others })
    for (const other of others) told.set(other, 'told')
  }
  return told
}

/** The host that the address begins with. */
function serviceOf({ node }: Call): string | undefined {
  const first = argumentsOf(node)[0]
  const value = first && skipOuter(first)
  const text = value && (ts.isStringLiteralLike(value) ? value.text : ts.isTemplateExpression(value) ? value.head.text : undefined)
  return /^https?:\/\/([\w.-]+\.\w+)(?:[/:?]|$)/.exec(text ?? '')?.[1]
}

/** The entry point that waits: a request rather than a job. */
function entryOf(operation: Operation, model: Model): EntryPoint | undefined {
  const entries = model.entryPointsOf(operation.unit).filter((entry) => entry.kind !== 'cli')
  return entries.find(isServing) ?? entries[0]
}

function waits(standard: number | 'none' | undefined): string {
  if (typeof standard !== 'number') return 'it waits for ever'
  return standard >= 60_000 ? `it waits up to ${Math.round(standard / 60_000)} minutes` : `it waits up to ${Math.round(standard / 1000)} seconds`
}

function confidenceOf({ limit, confidence }: Unbounded, operation: Operation): Confidence {
  // Models and mail servers take long, and their clients do give up in the end.
  if (typeof limit.standard === 'number' && operation.kind !== 'http') return 'low'
  // Hardly anybody sets it, and the service behind it hardly ever hangs.
  if (operation.kind === 'storage' || operation.kind === 'publish') return 'low'
  return operation.confidence === 'medium' ? 'medium' : confidence
}

function traceOf(operation: Operation, entry: EntryPoint, model: Model, { isClient }: Unbounded): Step[] {
  const reached = [entry.handler, ...entry.middleware.flatMap(({ units }) => units)].flatMap((unit) => model.reachedBy(unit, operation.kind).filter((one) => one.operation === operation))[0]
  const way = reached && (reached.trace.length > 1 || isClient) ? reached.trace : []
  return way.length > 0 ? [...way] : isClient ? [{ file: operation.unit.file, node: operation.call.node, label: operation.label }] : []
}

function textOf(node: ts.Node): string {
  const callee = (node as ts.CallExpression | ts.NewExpression).expression.getText().replace(/\s+/g, '')
  return ts.isNewExpression(node) ? `new ${callee}` : callee
}

// ---- What to write instead -------------------------------------------------------------------------------------

const SECONDS = 10

function fixFor({ cause, limit }: Unbounded): Fix {
  const title = `Give it ${SECONDS} seconds.`
  const recipe = (code: string): Fix => ({ kind: 'recipe', title, edits: [], code })
  const { node } = cause
  if (limit.paths === undefined) return recipe(`${node.getText().split('\n')[0]?.slice(0, 80)}.timeout(${SECONDS}_000)`)
  const values = argumentsOf(node)
  const alternatives = limit.paths.split('|').map((path) => path.split('.'))
  // The options that are there, else the first place behind the arguments that are.
  const path = alternatives.find(([head]) => isOptions(values[Number(head)])) ?? alternatives.find(([head]) => Number(head) === values.length) ?? alternatives[0]
  const [head = '0', ...properties] = path ?? []
  const option = optionText(properties)
  const file = cause.unit.file.relative
  const given = values[Number(head)]
  const edit = (start: number, text: string): TextEdit => ({ file, start, end: start, text })
  if (given && isOptions(given)) {
    const literal = skipOuter(given) as ts.ObjectLiteralExpression
    const first = literal.properties[0]
    // A value that says "for ever" is there already.
    if (literal.properties.some((member) => member.name?.getText() === properties[0])) return recipe(`{ ${option} }`)
    return { kind: 'suggestion', title, edits: [first ? edit(first.getStart(), `${option}, `) : edit(literal.getStart() + 1, ` ${option} `)] }
  }
  const last = values.at(-1)
  if (!given && values.length === Number(head) && properties.length > 0) {
    if (last) return { kind: 'suggestion', title, edits: [edit(last.getEnd(), `, { ${option} }`)] }
    const text = node.getText()
    if (text.endsWith('()')) return { kind: 'suggestion', title, edits: [edit(node.getEnd() - 1, `{ ${option} }`)] }
  }
  return recipe(`{ ${option} }  // in the options of ${textOf(node)}`)
}

/** All of them at once, where each can be written at its place. */
function fixForAll(all: readonly Unbounded[], service: string): Fix {
  const fixes = all.map(fixFor)
  if (fixes.every(({ kind }) => kind === 'suggestion')) return { kind: 'suggestion', title: `Give each of them ${SECONDS} seconds.`, edits: fixes.flatMap(({ edits }) => edits) }
  const name = all[0]?.cause.name ?? 'fetch'
  return { kind: 'recipe', title: `Ask ${service} by one function that gives up after ${SECONDS} seconds.`, edits: [], code: `const ask = (path, options) => ${name}(new URL(path, 'https://${service}'), { signal: AbortSignal.timeout(${SECONDS}_000), ...options })` }
}

function isOptions(value: ts.Expression | undefined): boolean {
  return value !== undefined && ts.isObjectLiteralExpression(skipOuter(value))
}

/** `timeout: 10_000`, `signal: AbortSignal.timeout(10_000)`, `requestHandler: { requestTimeout: 10_000 }`. */
function optionText(properties: readonly string[]): string {
  const [name = 'timeout', ...inner] = properties
  if (inner.length > 0) return `${name}: { ${optionText(inner)} }`
  return /signal/i.test(name) ? `${name}: AbortSignal.timeout(${SECONDS}_000)` : `${name}: ${SECONDS}_000`
}
