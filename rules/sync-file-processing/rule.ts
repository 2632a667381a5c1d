import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { contains } from '../../src/model/control-flow.js'
import { entryName, isServing, servedWay, type ServedWay } from '../../src/model/reach.js'
import type { Call, EntryPoint, Flow, Model, Operation, Unit } from '../../src/model/types.js'
import { isUploadKeptSmall, uploadInto, uploadIntoNode } from '../../src/model/uploads.js'
import { isInDroppedPromise, isLeftAlone, isStreamLeftAlone } from '../../src/model/waiting.js'

export default defineRule({
  id: 'sync-file-processing',
  severity: 'high',
  title: 'An uploaded file is worked through before the request is answered.',
  category: 'anti-pattern',
  topic: 'performance',
  cwe: [400],
  check({ model, report }) {
    const told = new Set<Unit>()
    const tell = ({ call, label, flow, entry, more, confidence }: Work) => {
      told.add(call.unit)
      const also = more > 0 ? ` and ${more} more ${more > 1 ? 'calls' : 'call'}` : ''
      report({
        at: { file: call.unit.file, node: call.node },
        message: `${entryName(entry)} answers only after ${label}${also} ${more > 0 ? 'have' : 'has'} worked through the uploaded ${flow.source.text}`,
        why: 'The client waits as long as the file is large, a proxy may give up before, and a few uploads at once use up the processor that all other requests need. Store the file, hand it to a job, answer 202, and let the client ask for the result.',
        trace: [...flow.trace, { file: call.unit.file, node: call.node, label }],
        fixes: [recipeFor(entry, flow)],
        confidence,
      })
    }
    for (const work of heavyWork(model)) tell(work)
    for (const work of transforms(model)) if (!told.has(work.call.unit)) tell(work)
  },
})

interface Work {
  readonly call: Call
  readonly label: string
  readonly flow: Flow
  readonly entry: EntryPoint
  /** Further calls of the same function that work on the file. */
  readonly more: number
  readonly confidence: Confidence
}

/** Images, documents, archives and programs that are given the file; one finding a function. */
function heavyWork(model: Model): Work[] {
  const byUnit = new Map<Unit, Work>()
  for (const operation of model.operations) {
    if (operation.kind !== 'cpu' && operation.kind !== 'process') continue
    if (operation.target?.tags.some((tag) => tag.name === 'credential')) continue
    if (!model.entryPointsOf(operation.unit).some(isServing)) continue
    const flow = uploadInto(operation, model)
    const way = flow && servedWay(operation, model)
    if (!way || isAfterAnswer(way, operation, model)) continue
    const known = byUnit.get(operation.unit)
    const isSure = operation.confidence === 'high' && flow.confidence === 'high' && way.reached.confidence === 'high'
    if (known) byUnit.set(operation.unit, { ...known, more: known.more + 1 })
    else byUnit.set(operation.unit, { call: operation.call, label: operation.label, flow, entry: entryOf(flow, model) ?? way.entry, more: 0, confidence: isSure ? 'high' : 'medium' })
  }
  // What is done to one file for one request is moved away together, wherever the functions stand.
  const alike = new Map<string, Work>()
  for (const work of byUnit.values()) {
    const key = `${work.flow.source.file.relative} ${work.flow.source.node.pos} ${entryName(work.entry)}`
    const known = alike.get(key)
    // `file.path ? parse(file.path) : parseBuffer(file.buffer)`: one work, however the file comes.
    alike.set(key, known ? { ...known, more: known.label === work.label ? known.more : known.more + work.more + 1 } : work)
  }
  return [...alike.values()].map((work) => (isHardlyFelt(work, model) ? { ...work, confidence: 'low' } : work))
}

/** A larger file is refused, or only those with the highest role send one. */
function isHardlyFelt({ entry, flow, call }: Pick<Work, 'entry' | 'flow' | 'call'>, model: Model): boolean {
  return model.guardsOf(entry).staffOnly?.rank === 'system' || isUploadKeptSmall(entry, flow, call.node, model)
}

/** The entry point at which the file comes in. */
function entryOf({ trace: [first] }: Flow, model: Model): EntryPoint | undefined {
  return first && model.entryPoints.find((entry) => isServing(entry) && contains(entry.handler.node, first.node))
}

/** The answer was sent, or nobody waits for the work. */
function isAfterAnswer({ reached }: ServedWay, operation: Operation, model: Model): boolean {
  const first = reached.trace[0]?.node ?? operation.call.node
  const handler = model.unitOf(first)
  if (handler?.calls.some((call) => call.node.end <= first.pos && isBefore(call.node, first) && model.resolve(call).library?.tags.some((tag) => tag.name === 'responds'))) return true
  return (!operation.isSync && (isLeftAlone(reached.trace.length > 1 ? first : operation.node) || isStreamLeftAlone(operation.node))) || isInDroppedPromise(operation.node)
}

/** A statement of a block around the other node: control comes from it to the other. */
function isBefore(node: ts.Node, other: ts.Node): boolean {
  const statement = ts.findAncestor(node, (at) => ts.isStatement(at))
  return statement !== undefined && ts.isExpressionStatement(statement) && ts.isBlock(statement.parent) && statement.parent.pos <= other.pos && other.end <= statement.parent.end && !ts.isFunctionLike(functionBetween(node, statement))
}

function functionBetween(node: ts.Node, outer: ts.Node): ts.Node {
  return ts.findAncestor(node, (at) => at === outer || ts.isFunctionLike(at)) ?? outer
}

/** The whole file turned into text or parsed, on the thread that answers requests. */
function transforms(model: Model): Work[] {
  const byUnit = new Map<Unit, Work>()
  for (const call of model.callsNamed((name) => name === 'toString' || name === 'parse')) {
    const { unit } = call
    const label = byUnit.has(unit) ? undefined : transformOf(call)
    if (label === undefined) continue
    const entry = model.entryPointsOf(unit).find(isServing)
    const flow = entry && uploadIntoNode(call.node, model)
    if (!entry || !flow) continue
    const apart = label === 'JSON.parse' ? label : takenApartBy(call.node)
    byUnit.set(unit, { call, label: apart ?? label, flow, entry, more: 0, confidence: apart !== undefined && !isHardlyFelt({ entry, flow, call }, model) ? 'medium' : 'low' })
  }
  return [...byUnit.values()]
}

/** How a call that may take a whole file apart is called; undefined for others. */
function transformOf(call: Call): string | undefined {
  if (!ts.isCallExpression(call.node) || !ts.isPropertyAccessExpression(call.node.expression)) return undefined
  const receiver = call.node.expression.expression.getText()
  if (call.name === 'toString') return /(?:buffer|bytes|\.data)$/i.test(receiver) ? shortened(call.node.expression) : undefined
  // `JSON.parse(Buffer.from(policy, 'base64'))`: of a field beside the file.
  if (call.name === 'parse' && receiver === 'JSON') return /buffer|file|upload|bytes/i.test((call.node.arguments[0]?.getText() ?? '').replaceAll('Buffer.from', '')) ? 'JSON.parse' : undefined
  return undefined
}

/** What walks through the text once more, as written: `text.split` of `.split('\\n')`, the function that parses it; undefined where nothing does. */
function takenApartBy(node: ts.Node): string | undefined {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return /^(?:split|match|matchAll|replace|replaceAll)$/.test(parent.name.text) ? shortened(parent) : undefined
  return ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === node) && /parse/i.test(parent.expression.getText()) ? shortened(parent.expression) : undefined
}

function shortened(node: ts.Node): string {
  return node.getText().replace(/\s+/g, ' ').slice(-40)
}

function recipeFor(entry: EntryPoint, flow: Flow): Fix {
  const name = entry.handler.name.replace(/^.*\./, '').replace(/\W.*$/, '') || 'upload'
  return {
    kind: 'recipe',
    title: 'Store the file, do the work in a job, and answer 202.',
    edits: [],
    code: [`const key = await storage.put(${flow.source.text})`, `const job = await queue.add('${name}', { key })`, `return { status: 202, body: { job: job.id } }`].join('\n'),
  }
}
