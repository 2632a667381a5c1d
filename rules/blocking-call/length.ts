/**
 * Whether a blocking call is over before anybody feels it, or comes so seldom that nobody does, by what the code shows.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../../src/libraries/paths.js'
import { statementsBefore } from '../../src/model/control-flow.js'
import { isServing, servedWay, type ServedWay } from '../../src/model/reach.js'
import type { Call, EntryPoint, Model, Operation, Staff } from '../../src/model/types.js'
import { bytesOf, isUploadKeptSmall, testedSize, uploadIntoNode } from '../../src/model/uploads.js'
import type { DeployedFiles } from './deployed.js'

/** Bytes that are worked through in a few milliseconds. */
const SMALL = 1_000_000
/** A limit of so many rows is none. */
const MANY_ROWS = 1000
const MOST_NAMES = 3
/** Files that are put into a document: `logoPath`, `./cover.png`. */
const ASSET = /logo|icon|im(?:age|g)|font|signature|watermark|background|\.(?:png|jpe?g|svg|gif|webp|ttf|otf|woff2?)['"`]/i

/** @param deployed asked for files whose path is written in the code */
export function isHardlyFelt(operation: Operation, way: ServedWay, model: Model, deployed: DeployedFiles): boolean {
  if (isOfSheet(operation)) return !hasManyRows(operation, model)
  if (isOnlyFor(OPERATORS, operation, model) || ((isOfFile(operation) || isHash(operation)) && isOnlyFor(ADMINISTRATORS, operation, model)) || isQuickHash(operation, model)) return true
  if ((testedSize(operation.call.node, model, way.reached.trace) ?? Infinity) <= SMALL) return true
  return isWritten(operation, model) || deployed.isSmall(operation) || deployed.isListed(operation) || holdsFew(operation, model) || isSmallUpload(operation, way.entry, model) || isAsset(operation, way, model) || hasUnknownCost(operation, model)
}

/** The bytes that are worked through are written in the code: `Jimp.read(Buffer.from('iVBORw0...', 'base64'))`. */
function isWritten({ kind, call }: Operation, model: Model): boolean {
  const [given] = kind === 'cpu' ? argumentsOf(call.node) : []
  const bytes = given && constantOf(given, model)
  const [text] = bytes && ts.isCallExpression(bytes) && bytes.expression.getText() === 'Buffer.from' ? bytes.arguments : []
  return text !== undefined && ts.isStringLiteralLike(constantOf(text, model))
}

/** What a constant holds; anything else itself. */
function constantOf(expression: ts.Expression, model: Model): ts.Expression {
  const value = skipOuter(expression)
  const made = model.initializerOf(value)
  return made && ts.isVariableDeclaration(made.parent) && (made.parent.parent.flags & ts.NodeFlags.Const) !== 0 ? skipOuter(made) : value
}

/** The highest role, and those who come seldom. */
const OPERATORS: readonly Staff['rank'][] = ['system']
const ADMINISTRATORS: readonly Staff['rank'][] = ['system', 'admin']

/** Everybody who comes to it by a request has one of the ranks. */
function isOnlyFor(ranks: readonly Staff['rank'][], { unit }: Operation, model: Model): boolean {
  return !model.unitsBehind((entry) => {
    const rank = model.guardsOf(entry).staffOnly?.rank
    return isServing(entry) && (rank === undefined || !ranks.includes(rank))
  }).has(unit)
}

/** What a password is kept as is made, or compared with one. */
export function isHash({ target }: Operation): boolean {
  return target?.tags.some(({ name }) => name === 'credential') ?? false
}

export function isOfFile({ kind }: Operation): boolean {
  return kind === 'file-read' || kind === 'file-write'
}

/** Rounds of a derived key that take no more than some 10 milliseconds: 10,000 took 4.5 ms where this was measured. */
const QUICK_ROUNDS = 20_000

/** `pbkdf2Sync(password, salt, 10000, 64, 'sha512')` */
function isQuickHash({ call }: Operation, model: Model): boolean {
  const rounds = call.name === 'pbkdf2Sync' ? argumentsOf(call.node)[2] : undefined
  const count = rounds && bytesOf(rounds, model)
  return count !== undefined && count <= QUICK_ROUNDS
}

// ---- Workbooks ------------------------------------------------------------------------------------------------

function sheetTag({ target }: Pick<Operation, 'target'>): string | undefined {
  return target?.tags.find((tag) => tag.name === 'sheet')?.value
}

function isOfSheet(operation: Operation): boolean {
  return sheetTag(operation) !== undefined
}

/**
 * The rows come from a read without a limit, or with a limit of thousands, of a table that grows. Where only those with
 * the highest role come, it must be one to which others add rows.
 */
function hasManyRows(operation: Operation, model: Model): boolean {
  if (isOfFixedRows(operation, model)) return false
  return model.entryPoints.some((entry) => {
    if (!isServing(entry) || !isReached(operation, entry, model)) return false
    const isForOperators = model.guardsOf(entry).staffOnly?.rank === 'system'
    return model.reachedBy(entry.handler, 'query').some(({ operation: query }) => isLongRead(query, model) && (!isForOperators || growsWithUse(query, model)))
  })
}

function isReached(operation: Operation, { handler }: EntryPoint, model: Model): boolean {
  return model.reachedBy(handler, operation.kind).some((reached) => reached.operation === operation)
}

function isLongRead(query: Operation, model: Model): boolean {
  if (query.access !== 'read' || query.arity === 'one' || query.isStream || model.tableSize(query.table) === 'small') return false
  if (query.bound === undefined) return query.arity === 'many'
  return query.bound !== true && (bytesOf(query.bound, model) ?? MANY_ROWS) >= MANY_ROWS
}

function growsWithUse({ table }: Operation, model: Model): boolean {
  return table === undefined || model.operations.some((other) => other.kind === 'query' && other.access === 'write' && other.table === table && !isOnlyFor(OPERATORS, other, model))
}

/** All rows are written in the code: `aoa_to_sheet([headers, row])`. */
function isOfFixedRows(operation: Operation, model: Model): boolean {
  const given = operation.unit.calls.flatMap((call) => {
    const path = /^rows (\d)/.exec(sheetTag({ target: model.resolve(call).library }) ?? '')?.[1]
    return path === undefined ? [] : [argumentsOf(call.node)[Number(path)]]
  })
  return given.length > 0 && given.every((rows) => rows !== undefined && [rows, model.initializerOf(rows)].some((one) => one !== undefined && isFixedList(one)))
}

function isFixedList(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  return ts.isArrayLiteralExpression(value) && !value.elements.some((element) => ts.isSpreadElement(element))
}

// ---- Files ----------------------------------------------------------------------------------------------------

function pathOf({ kind, call }: Operation): ts.Expression | undefined {
  return kind === 'file-read' || kind === 'file-write' ? argumentsOf(call.node)[0] : undefined
}

/**
 * A file is read that nothing but lists of few is written to by the code beside it: `if (points.length > 288) points.shift()`,
 * or texts of which longer ones are refused by all who call.
 */
export function holdsFew({ kind, unit, call }: Operation, model: Model): boolean {
  if (kind !== 'file-read') return false
  const writes = model.operations.filter((other) => other.kind === 'file-write' && other.unit.file === unit.file && /^(?:write|append)/.test(other.call.name))
  return writes.length > 0 && writes.every((write) => call.name !== 'createReadStream' && writesFew(write, model))
}

function writesFew({ call, unit }: Operation, model: Model): boolean {
  const content = argumentsOf(call.node)[1]
  if (!content || /^append/.test(call.name)) return false
  if (cutBefore(call.node, unit.node).some((list) => textsIn(content, model).some((text) => new RegExp(String.raw`\b${list}\b`).test(text)))) return true
  const callers = model.callersOf(unit)
  return callers.length > 0 && callers.every(({ call: caller, use }) => !use && ((testedSize(caller.node, model) ?? Infinity) <= SMALL || isShortened(caller)))
}

/** Names of lists that are cut down before a node when they have grown. */
function cutBefore(node: ts.Node, root: ts.Node): string[] {
  return statementsBefore(node, root).flatMap((statement) => {
    if (!ts.isIfStatement(statement)) return []
    const list = /^(\w+)\.length\s*>=?\s*[\w.]+$/.exec(statement.expression.getText())?.[1]
    return list !== undefined && new RegExp(String.raw`\b${list}(?:\.(?:shift|splice)\(|\.length\s*=|\s*=\s*${list}\.slice\()`).test(statement.thenStatement.getText()) ? [list] : []
  })
}

/** `entries.splice(index, 1); write(path, entries)`: what is given has lost something, and got nothing. */
function isShortened({ node, unit }: Call): boolean {
  const text = unit.node.getText()
  return argumentsOf(node).some((argument) => ts.isIdentifier(argument) && new RegExp(String.raw`\b${argument.text}\.splice\([^,]*,\s*\d+\)`).test(text) && !new RegExp(String.raw`\b${argument.text}\.(?:push|unshift)\(`).test(text))
}

/** What an expression and the names in it say. */
function textsIn(expression: ts.Expression, model: Model, names = 0): string[] {
  const found = [expression.getText()]
  const visit = (node: ts.Node): void => {
    const made = ts.isIdentifier(node) && names < MOST_NAMES ? model.initializerOf(node) : undefined
    if (made && made !== expression) found.push(...textsIn(made, model, names + 1))
    ts.forEachChild(node, visit)
  }
  visit(expression)
  return found
}

/** An uploaded file is read of which larger ones are refused. */
function isSmallUpload(operation: Operation, entry: EntryPoint, model: Model): boolean {
  const flow = pathOf(operation) && uploadIntoNode(operation.call.node, model)
  return flow ? isUploadKeptSmall(entry, flow, operation.call.node, model) : isStoredUpload(operation, model)
}

/** `readFileSync(row.path)` beside `writeFileSync(path, upload)`, where all that the file of code writes are uploads kept small. */
function isStoredUpload({ kind, unit }: Operation, model: Model): boolean {
  const writes = kind === 'file-read' ? model.operations.filter((other) => other.kind === 'file-write' && other.unit.file === unit.file && /^write/.test(other.call.name)) : []
  return writes.length > 0 && writes.every((write) => {
    const flow = uploadIntoNode(write.call.node, model)
    const way = flow && servedWay(write, model)
    return flow !== undefined && way !== undefined && isUploadKeptSmall(way.entry, flow, write.call.node, model)
  })
}

/** A picture or font is read by a function that puts it into something, for a request that does more costly things. */
function isAsset(operation: Operation, { entry }: ServedWay, model: Model): boolean {
  const path = operation.kind === 'file-read' ? pathOf(operation) : undefined
  if (!path || operation.unit === entry.handler || operation.unit.isAsync || !textsIn(path, model).some((text) => ASSET.test(text))) return false
  return (['cpu', 'process', 'http', 'storage', 'email'] as const).some((kind) => model.reachedBy(entry.handler, kind).length > 0)
}

/** `hashSync(password, salt)` with a salt of the settings, which says how long it takes. */
function hasUnknownCost({ target, call }: Operation, model: Model): boolean {
  const cost = argumentsOf(call.node)[1]
  const type = target && ts.isFunctionLike(target.declaration) ? target.declaration.parameters[1]?.type?.getText() : undefined
  if (!cost || type === undefined || !/\bnumber\b/.test(type) || !/\bstring\b/.test(type)) return false
  return textsIn(cost, model).some((text) => /^(?:process\.env\b|[\w.]*config\w*[.(])/i.test(text))
}
