import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { contains } from '../../src/model/control-flow.js'
import { entryName, isServing, servedWay, type ServedWay } from '../../src/model/reach.js'
import type { Call, EntryPoint, Flow, Model, Operation, Unit } from '../../src/model/types.js'
import { uploadInto, uploadIntoNode } from '../../src/model/uploads.js'

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
  return [...alike.values()]
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
  return (!operation.isSync && isLeftAlone(reached.trace.length > 1 ? first : operation.node)) || isInDroppedPromise(operation.node)
}

/** A statement of a block around the other node: control comes from it to the other. */
function isBefore(node: ts.Node, other: ts.Node): boolean {
  const statement = ts.findAncestor(node, (at) => ts.isStatement(at))
  return statement !== undefined && ts.isExpressionStatement(statement) && ts.isBlock(statement.parent) && statement.parent.pos <= other.pos && other.end <= statement.parent.end && !ts.isFunctionLike(functionBetween(node, statement))
}

function functionBetween(node: ts.Node, outer: ts.Node): ts.Node {
  return ts.findAncestor(node, (at) => at === outer || ts.isFunctionLike(at)) ?? outer
}

/** `void resize(file)`, `resize(file).catch(log)`: a statement of its own that nothing waits for. */
function isLeftAlone(node: ts.Node): boolean {
  if (isInDroppedPromise(node)) return true
  let value = node
  for (let parent = value.parent; ; parent = value.parent) {
    const isChained = ts.isPropertyAccessExpression(parent) && parent.expression === value && /^(?:then|catch|finally)$/.test(parent.name.text)
    if (isChained || (ts.isCallExpression(parent) && parent.expression === value) || ts.isVoidExpression(parent) || ts.isParenthesizedExpression(parent)) value = parent
    else break
  }
  if (!ts.isExpressionStatement(value.parent)) return false
  // With a callback the rest of the handler waits in it.
  return !ts.isCallExpression(node) || !node.arguments.some((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument))
}

/** `new Promise(async () => { await resize(file) })` as a statement: whoever asked goes on at once. */
function isInDroppedPromise(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isNewExpression(parent) && parent.expression.getText() === 'Promise' && ts.isFunctionLike(at) && ts.isExpressionStatement(parent.parent)) return true
    if (ts.isMethodDeclaration(parent) || ts.isFunctionDeclaration(parent)) return false
  }
  return false
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
    byUnit.set(unit, { call, label, flow, entry, more: 0, confidence: (label === 'JSON.parse' || isTakenApart(call.node)) && !isKeptSmall(entry, model) ? 'medium' : 'low' })
  }
  return [...byUnit.values()]
}

/** Bytes up to which a file is parsed in less time than a slow query takes. */
const SMALL = 10_000_000

/** The upload is refused when it is larger: `FileInterceptor('file', { limits: { fileSize: 5 * 1024 * 1024 } })`. */
function isKeptSmall({ node, handler, middleware }: EntryPoint, model: Model): boolean {
  const around = [node.parent, ...middleware.map((one) => one.node), ...(ts.isMethodDeclaration(handler.node) ? (ts.getDecorators(handler.node) ?? []) : [])]
  let limit: number | undefined
  const visit = (at: ts.Node): void => {
    if (ts.isPropertyAssignment(at) && at.name.getText() === 'fileSize') limit = bytesOf(at.initializer, model)
    if (limit === undefined && !ts.isBlock(at)) ts.forEachChild(at, visit)
  }
  for (const one of around) if (limit === undefined) visit(one)
  return limit !== undefined && limit <= SMALL
}

/** `5 * 1024 * 1024`, also behind the name of a constant. */
function bytesOf(expression: ts.Expression, model: Model): number | undefined {
  if (ts.isNumericLiteral(expression)) return Number(expression.text.replaceAll('_', ''))
  if (ts.isParenthesizedExpression(expression)) return bytesOf(expression.expression, model)
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.AsteriskToken) {
    const [left, right] = [bytesOf(expression.left, model), bytesOf(expression.right, model)]
    return left === undefined || right === undefined ? undefined : left * right
  }
  const made = ts.isIdentifier(expression) ? model.initializerOf(expression) : undefined
  return made && made !== expression ? bytesOf(made, model) : undefined
}

/** How a call that may take a whole file apart is called; undefined for others. */
function transformOf(call: Call): string | undefined {
  if (!ts.isCallExpression(call.node) || !ts.isPropertyAccessExpression(call.node.expression)) return undefined
  const receiver = call.node.expression.expression.getText()
  if (call.name === 'toString') return /(?:buffer|bytes|\.data)$/i.test(receiver) ? `${receiver.replace(/\s+/g, ' ').slice(-40)}.toString` : undefined
  // `JSON.parse(Buffer.from(policy, 'base64'))`: of a field beside the file.
  if (call.name === 'parse' && receiver === 'JSON') return /buffer|file|upload|bytes/i.test((call.node.arguments[0]?.getText() ?? '').replaceAll('Buffer.from', '')) ? 'JSON.parse' : undefined
  return undefined
}

/** What is made of the text walks through it once more: `.split('\n')`, `JSON.parse(...)`. */
function isTakenApart(node: ts.Node): boolean {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return /^(?:split|match|matchAll|replace|replaceAll)$/.test(parent.name.text)
  return ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === node) && /parse/i.test(parent.expression.getText())
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
