import { ts } from 'ts-morph'
import { append, firstWithOthers } from '../../src/findings/multimap.js'
import { defineRule, type RuleContext } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { argumentsOf } from '../../src/libraries/paths.js'
import { endsFunction } from '../../src/model/control-flow.js'
import { isRare, isRemembered } from '../../src/model/once.js'
import { busiestWay, entryName, isOnlyForDevelopers, isServing, isShared, isTriedByHand, servedWay, type ServedWay } from '../../src/model/reach.js'
import type { Call, Model, Operation, Unit } from '../../src/model/types.js'
import { uploadInto } from '../../src/model/uploads.js'
import { runsBehindStream } from '../../src/model/waiting.js'
import { DeployedFiles } from './deployed.js'
import { holdsFew, isHardlyFelt, isHash, isOfFile } from './length.js'
import { LoopbackServers } from './loopback.js'
import { twinOf } from './twin.js'

export default defineRule({
  id: 'blocking-call',
  severity: 'high',
  title: 'A call blocks the event loop while a request is answered.',
  category: 'sharp-edge',
  topic: 'performance',
  cwe: [400, 1333],
  check(context) {
    const loopback = new LoopbackServers(context.model)
    const deployed = new DeployedFiles(context.model, context.workspace)
    for (const [blocking, others] of alike(blockingOperations(context, loopback, deployed))) reportOperation(blocking, others, context)
    for (const parse of parsedFiles(context.model)) reportParse(parse, loopback, deployed, context)
    reportMatches(context)
  },
})

interface Blocking {
  readonly operation: Operation
  readonly way: ServedWay
  readonly isBrief: boolean
  readonly isRare: boolean
  readonly isHardlyFelt: boolean
}

/** Operations that block while a request is answered, and that more than one request comes to. */
function blockingOperations({ model }: RuleContext, loopback: LoopbackServers, deployed: DeployedFiles): Blocking[] {
  const byUnit = new Map<Unit, Blocking[]>()
  for (const operation of model.operations) {
    if (!operation.isSync) continue
    const nearest = servedWay(operation, model)
    // Who logs in makes many wait, and who adds an account hardly anybody.
    const way = nearest && isHash(operation) ? busiestWay(nearest, operation, model) : nearest
    if (!way || isOnce(way, operation) || (operation.kind === 'cpu' && isFileWork(operation, model))) continue
    const isBrief = hasTag(operation, 'brief') && !removesTree(operation)
    const blocking = { operation, way, isBrief, isRare: isRareWay(way, operation, model), isHardlyFelt: !isBrief && (isHardlyFelt(operation, way, model, deployed) || loopback.isFor(way, operation)) }
    byUnit.set(operation.unit, [...(byUnit.get(operation.unit) ?? []), blocking])
  }
  const isBesideWork = ({ operation: { call, unit } }: Blocking): boolean => OF_FOLDER.test(call.name) && around(unit).some((one) => byUnit.get(one)?.some((other) => !other.isBrief && isWork(other)))
  return [...byUnit.values()].flatMap((all) => {
    // What is written or unpacked takes longer than looking through its folder, or clearing it.
    const list = all.filter((one) => !isBesideWork(one))
    const lasting = list.filter(({ isBrief }) => !isBrief)
    // An image is opened, scaled and written: one piece of work, mended by moving all of it.
    const [work] = lasting.filter(isWork)
    // What is read only to be worked on goes with that work.
    return lasting.length > 0 ? lasting.filter((one) => one === work || !(isWork(one) || (work && isReadFor(one.operation, work.operation)))) : list.slice(0, 1)
  })
}

/** The entries of a folder are listed or removed. */
const OF_FOLDER = /^(?:readdir|rm|rmdir)Sync$/

/** The functions around the code of a unit, itself first. */
function around(unit: Unit): Unit[] {
  return unit.parent && unit.parent.kind !== 'module' ? [unit, ...around(unit.parent)] : [unit]
}

/** Only developers come this way, or hardly anybody: what is made there exists already, or another way failed. */
function isRareWay(way: ServedWay, operation: Operation, model: Model): boolean {
  return nodesOf(way, operation).some((node) => isRare(node) || isOnlyAfterFailure(node)) || isOnlyForDevelopers(way.entry, model)
}

/** It stands in the `catch` of another way to the same: `try { return await scale(path) } catch { return readFileSync(path) }`. */
function isOnlyAfterFailure(node: ts.Node): boolean {
  const clause = ts.findAncestor(node, (at) => (ts.isCatchClause(at) ? true : ts.isFunctionLike(at) ? 'quit' : false)) as ts.CatchClause | undefined
  return clause !== undefined && clause.parent.tryBlock.statements.some(endsFunction) && clause.block.statements.some(endsFunction)
}

/** A folder with all that is in it. */
function removesTree({ call, node }: Operation): boolean {
  return /^rm(?:dir)?Sync$/.test(call.name) && /recursive:\s*true/.test(node.getText())
}

/** Places of one file, and the same call, beyond which reading or writing files so is how the file is written. */
const HABIT = 3

/** The first of each, with the others that are mended in the same way; the same call in one function is told once. */
function alike(found: readonly Blocking[]): (readonly [Blocking, readonly Blocking[]])[] {
  const groups = new Map<string, Blocking[]>()
  for (const blocking of found) {
    const { operation, way, isBrief, isRare: rarely, isHardlyFelt: hardly } = blocking
    const key = isHash(operation) ? `secret of ${operation.unit.id} ${rarely || hardly}` : isOfFile(operation) ? `${operation.unit.file.relative} ${operation.call.name} ${isBrief || rarely || hardly}` : isWork(blocking) ? `work of ${way.entry.handler.id}` : `${operation.unit.id} ${operation.call.name} ${isBrief || rarely || hardly}`
    append(groups, key, blocking)
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length > HABIT || group.some((one) => isWork(one) || isHash(one.operation))) return firstWithOthers([group], () => true)
    const byUnit = new Map<Unit, Blocking[]>()
    for (const blocking of group) append(byUnit, blocking.operation.unit, blocking)
    return firstWithOthers(byUnit.values(), () => true)
  })
}

/** `const text = readFileSync(path); return parse(text)`: the file is read for what takes longer. */
function isReadFor(read: Operation, work: Operation): boolean {
  if (read.kind !== 'file-read') return false
  const name = heldIn(read.node)
  return argumentsOf(work.call.node).some((argument) => contains(argument, read.node) || (name !== undefined && mentions(argument, name)))
}

/** Work on documents, images and archives, and other programs: all that one request leads to goes to one job. */
function isWork({ operation }: Blocking): boolean {
  return operation.kind === 'process' || (operation.kind === 'cpu' && !isHash(operation) && !hasTag(operation, 'async'))
}

/** The work is done for the first request only, or kept in a cache. */
function isOnce(way: ServedWay, operation: Operation): boolean {
  if (way.reached.cached && operation.kind !== 'cpu') return true
  return nodesOf(way, operation).some(isRemembered)
}

function nodesOf({ reached }: ServedWay, operation: Operation): ts.Node[] {
  return [...reached.trace.map((step) => step.node), operation.node]
}

/** What is done to an uploaded file has a rule of its own. */
function isFileWork(operation: Operation, model: Model): boolean {
  return !isHash(operation) && uploadInto(operation, model) !== undefined
}

function hasTag(operation: Operation, name: string): boolean {
  return operation.target?.tags.some((tag) => tag.name === name) ?? false
}

function reportOperation({ operation, way, isBrief, isRare: rarely, isHardlyFelt: hardly }: Blocking, others: readonly Blocking[], { report }: RuleContext): void {
  const fix = twinOf(operation)
  report({
    at: { file: operation.unit.file, node: operation.call.node },
    message: `${operation.label} blocks the event loop ${nodesOf(way, operation).some(runsBehindStream) ? 'after' : 'while'} ${entryName(way.entry)} is answered: every other request of the process waits${alsoText(operation, others.length)}`,
    why: WHY[isHash(operation) ? 'credential' : operation.kind === 'cpu' || operation.kind === 'process' ? operation.kind : 'file'],
    trace: [...traceOf(way), ...others.map(({ operation: other }) => ({ file: other.unit.file, node: other.call.node, label: other.label }))],
    fixes: fix ? [fix] : [otherWay(operation)],
    ...(isBrief ? { severity: 'low' as const } : {}),
    confidence: isBrief || rarely || isSettings(operation) || isTriedByHand(way.entry) || !isShared(way.entry) || (hardly && others.every((other) => other.isHardlyFelt)) ? 'low' : confidenceOf(operation, way),
  })
}

function alsoText({ kind }: Operation, others: number): string {
  if (others === 0) return ''
  return kind === 'cpu' || kind === 'process' ? `, as ${others} more ${others > 1 ? 'calls' : 'call'} on its way ${others > 1 ? 'do' : 'does'}` : `; so it is in ${others} more ${others > 1 ? 'places' : 'place'} of the file`
}

/** The program writes its own settings: a small file, seldom, and nobody should read half of it. */
function isSettings({ kind, call }: Operation): boolean {
  const path = kind === 'file-write' && ts.isCallExpression(call.node) ? call.node.arguments[0] : undefined
  return path !== undefined && /settings|config|(?:^|\W|_)env\b/i.test(path.getText())
}

const WHY = {
  file: 'Node answers all requests on one thread, and this call keeps that thread until the disk has answered; a large file or a slow volume delays everybody. Wait for the promise instead, or read the file once when the process starts.',
  credential: 'Such a hash is slow on purpose, tens to hundreds of milliseconds, and here it takes the one thread that answers requests: ten logins at once make the last one, and everybody else, wait for all of them. A native library (bcrypt, argon2) does it beside the thread when you wait for its promise; one written in JavaScript keeps the thread either way, and belongs into a worker thread.',
  cpu: 'The work takes the one thread that answers requests, for as long as the data is large. Use what works beside the thread, or give it to a worker or a queue.',
  process: 'The server stands still until the other program has ended, and does not even notice that clients have gone. Start it without waiting on the thread, with a time limit.',
} as const

function confidenceOf(operation: Operation, { reached }: ServedWay): Confidence {
  if (operation.confidence === 'medium' || reached.confidence === 'medium') return 'medium'
  if (operation.kind === 'process' || hasTag(operation, 'async')) return 'high'
  // Work on data of a size that nobody knows here; and what has no other way is meant to wait (`writeHeapSnapshot`).
  return operation.kind === 'cpu' ? 'medium' : 'low'
}

/** From the handler to the call; nothing where the handler itself calls. */
function traceOf({ reached }: ServedWay) {
  return reached.trace.length > 1 ? reached.trace : []
}

function otherWay(operation: Operation): Fix {
  const name = operation.call.name
  if (operation.kind === 'process') {
    const twin = name.replace(/Sync$/, '')
    return { kind: 'recipe', title: `Start the program with ${twin} and wait for the promise.`, edits: [], code: `const { stdout } = await promisify(${twin})(..., { timeout: 10_000 })  // promisify of node:util` }
  }
  if (operation.kind === 'cpu') return { kind: 'recipe', title: `Do ${operation.label} in a worker or a job.`, edits: [], code: `await queue.add('${operation.unit.name.replace(/^.*\./, '')}', { ... })  // and answer 202` }
  return { kind: 'recipe', title: 'Use the promise version, or try and handle the error.', edits: [], code: `await ${operation.label.replace(/Sync$/, '').replace(/exists$/, 'promises.access')}(...)` }
}

// ---- Whole files as JSON --------------------------------------------------------------------------------------

interface Parse {
  readonly call: Call
  readonly read: Operation
  readonly way: ServedWay
}

/** `JSON.parse(await readFile(path))`: the file is read beside the thread and parsed on it. */
function parsedFiles(model: Model): Parse[] {
  const seen = new Set<Call>()
  return model.operations.flatMap((read): Parse[] => {
    if (read.kind !== 'file-read' || read.isSync || !/^readFile$/.test(read.call.name)) return []
    const call = parseIn(read, model)
    const way = call && servedWay(read, model)
    if (!call || !way || seen.has(call) || isOnce(way, read) || isRemembered(call.node)) return []
    seen.add(call)
    return [{ call, read, way }]
  })
}

function parseIn(read: Operation, model: Model): Call | undefined {
  const done = ts.isCallExpression(read.node) ? read.node.arguments.at(-1) : undefined
  if (done && (ts.isArrowFunction(done) || ts.isFunctionExpression(done))) {
    // `readFile(path, (error, text) => ... JSON.parse(text))`
    const text = done.parameters[1]?.name.getText()
    return text === undefined ? undefined : model.unitOf(done.body)?.calls.find(({ node }) => isJsonParse(node) && mentions(node.arguments[0], text))
  }
  const name = heldIn(read.node)
  return read.unit.calls.find(({ node }) => isJsonParse(node) && (contains(node.arguments[0], read.node) || (name !== undefined && mentions(node.arguments[0], name))))
}

function isJsonParse(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'JSON.parse'
}

/** The variable that holds what an expression gives. */
function heldIn(node: ts.Node): string | undefined {
  let value = node
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent)) value = value.parent
  return ts.isVariableDeclaration(value.parent) && ts.isIdentifier(value.parent.name) ? value.parent.name.text : undefined
}

function contains(outer: ts.Node | undefined, node: ts.Node): boolean {
  return outer !== undefined && outer.pos <= node.pos && node.end <= outer.end
}

function mentions(node: ts.Node | undefined, name: string): boolean {
  return node !== undefined && new RegExp(`^${name.replaceAll('$', String.raw`\$`)}\\b`).test(node.getText())
}

function reportParse({ call, read, way }: Parse, loopback: LoopbackServers, deployed: DeployedFiles, { model, report }: RuleContext): void {
  const path = ts.isCallExpression(read.call.node) ? read.call.node.arguments[0] : undefined
  // A name of the program's own stands for a file that was deployed with it.
  const text = path && (model.initializerOf(path) ?? path).getText()
  // So does a name that stands for one file of a folder: `path.join(folder, 'manifest.json')`.
  const isOwnFile = text === undefined || holdsFew(read, model) || deployed.isSmall(read) || (path !== undefined && standsBeside(path, read, model)) || /^['"`][^$]*$|__dirname|process\.cwd|process\.env\.PWD|import\.meta|\b(?:assets|templates|locales|i18n|views|resources)\/|['"`][\w.-]+\.\w+['"`]\s*\)$/.test(text)
  report({
    at: { file: call.unit.file, node: call.node },
    message: `JSON.parse of a whole file blocks the event loop while ${entryName(way.entry)} is answered: every other request waits until ${read.label} is parsed`,
    why: 'Parsing runs on the one thread that answers requests, some ten milliseconds a megabyte. Parse once and keep the result, or read large files as a stream.',
    trace: traceOf(way),
    fixes: [{ kind: 'recipe', title: 'Parse the file once and keep the result.', edits: [], code: `let parsed: Promise<unknown> | undefined\nconst load = () => (parsed ??= ${read.node.getText().replace(/\s+/g, ' ')}.then((text) => JSON.parse(String(text))))` }],
    severity: 'medium',
    confidence: isOwnFile || !isShared(way.entry) || isRareWay(way, read, model) || loopback.isFor(way, read) ? 'low' : 'medium',
  })
}

/** `readFile(pathOf(key) + '.info')`, `readFile(`${path}.info`)` beside `readFile(pathOf(key))`: what is noted of a file. */
function standsBeside(path: ts.Expression, { unit }: Operation, model: Model): boolean {
  const main = withoutEnding(model.initializerOf(path) ?? path)?.getText()
  return main !== undefined && model.operations.some(({ kind, call, unit: other }) => {
    const [given] = (kind === 'file-read' || kind === 'file-write') && other.file === unit.file ? argumentsOf(call.node) : []
    return given !== undefined && [given, model.initializerOf(given)].some((one) => one?.getText() === main)
  })
}

/** What a constant is added to: `path` of `path + '.info'`. */
function withoutEnding(text: ts.Expression): ts.Expression | undefined {
  if (ts.isBinaryExpression(text)) return text.operatorToken.kind === ts.SyntaxKind.PlusToken && ts.isStringLiteralLike(text.right) ? text.left : undefined
  const [span, other] = ts.isTemplateExpression(text) && text.head.text === '' ? text.templateSpans : []
  return span && !other && /^\.\w/.test(span.literal.text) ? span.expression : undefined
}

// ---- Patterns -------------------------------------------------------------------------------------------------

function reportMatches({ model, report }: RuleContext): void {
  for (const { call, pattern, part, subject } of model.slowMatches) {
    const flow = subject && model.flowsInto(subject)[0]
    if (subject && !flow) continue
    const entry = model.entryPointsOf(call.unit).find(isServing)
    if (subject && !entry) continue
    const what = flow ? flow.source.text : 'what it is given'
    report({
      at: { file: call.unit.file, node: call.node },
      message: `The pattern ${shortened(pattern.getText())} takes exponential time on ${what}: thirty characters chosen for it block the event loop${entry ? ` while ${entryName(entry)} is answered` : ''}`,
      why: `One round of ${shortened(part)} can match what several rounds match, and a text that does not match in the end is tried in every combination. Write the repetition so that its parts cannot overlap, or limit the length of the text before.`,
      trace: flow ? [...flow.trace, { file: call.unit.file, node: call.node, label: `${call.name} against ${shortened(part)}` }] : [],
      fixes: [{ kind: 'recipe', title: 'Limit the length first, and write the pattern without nested repetition.', edits: [], code: `if (${subject ? subject.getText() : 'value'}.length > 200) throw new Error('too long')` }],
      confidence: flow ? flow.confidence : 'medium',
    })
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
