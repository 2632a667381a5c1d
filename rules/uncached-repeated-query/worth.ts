/**
 * Whether a repeated query is worth a maintainer's time: it always happens, somebody waits for it, and it is not next to
 * nothing beside what the request does else.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { alwaysThrows, contains, endsFunction, statementsBefore } from '../../src/model/control-flow.js'
import type { Call, EntryKind, EntryPoint, Model, Operation, OperationKind, RowAccess, Step } from '../../src/model/types.js'
import { isLeftAlone } from '../../src/model/waiting.js'

/** Nobody waits for the end of such work. */
const BEHIND: ReadonlySet<EntryKind> = new Set(['cli', 'cron', 'job', 'consumer', 'listener'])
/** Work that takes many times as long as a look-up by key. */
const LONGER: readonly OperationKind[] = ['http', 'payment', 'email', 'sms', 'llm']
/** Of so many tables that are loaded with a row, it is no look-up any more. */
const TREE = 3

/** The ways to two queries, from the function where they part. */
export interface Ways {
  readonly entry: EntryPoint
  /** The function where they part; undefined where the queries stand in different parts of the entry point. */
  readonly parts: boolean
  readonly first: RowAccess
  readonly second: RowAccess
  /** How many calls lead to both. */
  readonly shared: number
  /** All that runs for the same part of the entry point. */
  readonly accesses: readonly RowAccess[]
}

export function isHardlyWorth(ways: Ways, repeated: ReadonlySet<Call>, model: Model): boolean {
  const { entry, first, second, shared } = ways
  if (BEHIND.has(entry.kind) || [...first.calls, ...second.calls].some(({ node }) => isBehind(node))) return true
  const [left, right] = [first.calls.slice(shared), second.calls.slice(shared)]
  // What may not have run the first time is asked once then, and what runs beside something else costs no time.
  if (left.slice(1).some((call) => mayBeLeftOut(call) && !right.some(({ unit }) => unit === call.unit)) || right.some(({ node }) => isBesideOthers(node))) return true
  if (!ways.parts || !isElsewhere(left, right) || ![first, second].every((access) => isLookUp(access, model))) return false
  return isRareAction(entry, model) || isAuthorisedFirst(ways, model) || isLoadedToChange(ways, model) || doesMore(ways, repeated, model)
}

/** A guard looks whether the sender may, and what is behind it changes something: one look-up more in what is not done all day. */
export function isLookedAtBefore({ entry, first, second, accesses }: Ways, model: Model): boolean {
  return isAction(entry, first.operation, accesses) && [first, second].every((access) => isLookUp(access, model))
}

/** `void report(order)`: whoever asked has the answer already. What is given on by `then` may be the answer. */
function isBehind(node: ts.Node): boolean {
  return isLeftAlone(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'then')
}

/** A call stands behind a way out that is no error, in a branch, or in an alternative. */
function mayBeLeftOut({ node, unit }: Call): boolean {
  if (isUnderCondition(node)) return true
  const own = new Set(unit.parameters.map(({ name }) => name.getText()))
  return statementsBefore(node, unit.node).some((statement) => {
    if (!ts.isIfStatement(statement) || !endsFunction(statement.thenStatement) || alwaysThrows(statement.thenStatement)) return false
    // `if (!id) return undefined`: then nothing is asked the second time either.
    const test = skipOuter(statement.expression)
    return !(ts.isPrefixUnaryExpression(test) && own.has(test.operand.getText()))
  })
}

/** @param beside what stands under the same condition does not count */
export function isUnderCondition(node: ts.Node, beside?: ts.Node): boolean {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (beside && contains(at, beside)) return false
    if (ts.isIfStatement(parent) && parent.expression !== at) return true
    if (ts.isConditionalExpression(parent) && parent.condition !== at) return true
    if (ts.isCaseOrDefaultClause(parent) || ts.isCatchClause(parent)) return true
    if (ts.isBinaryExpression(parent) && parent.right === at && /^(?:&&|\|\||\?\?)$/.test(parent.operatorToken.getText())) return true
  }
  return false
}

/** `Promise.all([find(id), items(id)])` */
function isBesideOthers(node: ts.Node): boolean {
  const { parent } = node
  return ts.isArrayLiteralExpression(parent) && parent.elements.length > 1 && ts.isCallExpression(parent.parent) && /^Promise\.all(?:Settled)?$/.test(parent.parent.expression.getText())
}

/** Other functions ask, and not the same one twice: whoever reads one of them does not see the other. */
function isElsewhere(left: readonly Call[], right: readonly Call[]): boolean {
  return left.length !== right.length || left.slice(1).some((call, index) => call !== right[index + 1]) || (left.length === 1 && left[0]?.unit !== right[0]?.unit)
}

/** One row is read by its key, and not much with it. */
function isLookUp({ operation, calls }: RowAccess, model: Model): boolean {
  return operation.access === 'read' && operation.arity === 'one' && tablesWith(operation, calls.at(-2), model) < TREE
}

/** How many tables are loaded with a row, also by what the function that reads it is told. */
function tablesWith({ include }: Operation, asking: Call | undefined, model: Model): number {
  const given = asking && ts.isCallExpression(asking.node) ? asking.node.arguments.slice(1).flatMap((argument) => ['include', 'with', 'relations', 'populate'].flatMap((name) => propertyOf(argument, name))) : []
  return Math.max(...[include, given].map((list) => list.reduce((sum, one) => sum + relationsIn(model.initializerOf(one) ?? one), 0)))
}

/** Relations that are named in an expression: `{ items: { with: { product: true } } }`, `['items.product']`, `'items product'`. */
function relationsIn(expression: ts.Expression): number {
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value)) return value.text.split(/[\s,.]+/).filter((name) => name !== '').length
  if (ts.isArrayLiteralExpression(value)) return value.elements.reduce((sum, element) => sum + relationsIn(element), 0)
  if (!ts.isObjectLiteralExpression(value)) return 1
  return value.properties.reduce((sum, member) => {
    if (!ts.isPropertyAssignment(member) || member.initializer.kind === ts.SyntaxKind.FalseKeyword) return sum
    const nested = (names: readonly string[]) => names.flatMap((name) => propertyOf(member.initializer, name))
    // What is selected may be columns only.
    const selected = nested(['select']).filter((one) => ts.isObjectLiteralExpression(one) && /\{/.test(one.getText().slice(1)))
    return sum + 1 + [...nested(['include', 'with', 'relations', 'populate']), ...selected].reduce((inner, one) => inner + relationsIn(one), 0)
  }, 0)
}

/** Only administrators and other staff come there: that happens now and then. */
function isRareAction(entry: EntryPoint, model: Model): boolean {
  return model.guardsOf(entry).staffOnly !== undefined
}

function isAsking({ method }: EntryPoint): boolean {
  return method === 'GET' || method === 'HEAD'
}

/**
 * The handler loads the row to see whether the sender may do that, and a function that others call as well loads it to do
 * it: neither knows of the other, and what is done is a write.
 */
function isAuthorisedFirst({ entry, first, second, shared, accesses }: Ways, model: Model): boolean {
  if (first.calls[shared]?.unit !== entry.handler || !isAction(entry, first.operation, accesses)) return false
  return second.calls.slice(shared + 1).some(({ unit }) => model.callersOf(unit).length > 1)
}

/** `revoke(id)` loads the row, changes it and writes it: it is whole without whoever looked at the row before. */
function isLoadedToChange({ second: { operation, calls }, shared }: Ways, model: Model): boolean {
  const changing = calls[shared + 1]?.unit
  return changing !== undefined && model.rows.accessesOf(changing).some(({ operation: { kind, access, table } }) => kind === 'query' && access === 'write' && table === operation.table)
}

/** Rows are written on the way; where the method says that it only asks (a link in a mail), those of the very table. */
function isAction(entry: EntryPoint, read: Operation, accesses: readonly RowAccess[]): boolean {
  return accesses.some(({ operation: { kind, access, table } }) => kind === 'query' && (access === 'write' || access === 'delete') && (!isAsking(entry) || table === read.table))
}

/** The request that comes to the second query always asks another service too, or sends queries for each row of a list. */
function doesMore({ entry, second: { calls: way }, accesses }: Ways, repeated: ReadonlySet<Call>, model: Model): boolean {
  const isWaitedFor = ({ node }: { readonly node: ts.Node }) => !isUnderCondition(node) && !isLeftAlone(node)
  if (accesses.some(({ operation, calls }) => operation.kind === 'query' && calls.some((call) => repeated.has(call)) && calls.every(isWaitedFor))) return true
  // What decides about the second query decides about what stands beside it, too.
  const isBeside = ({ node }: Step, call: Call | undefined) => call !== undefined && contains(call.unit.node, node) && !isUnderCondition(node, call.node) && !isLeftAlone(node)
  const isSure = (trace: readonly Step[]) => {
    const parting = trace.findIndex(({ node }, index) => node !== way[index]?.node)
    return trace.every((step, index) => index < parting || (index === parting ? isBeside(step, way[index]) : isWaitedFor(step)))
  }
  return LONGER.some((kind) => model.reachedBy(entry.handler, kind).some(({ trace }) => trace.every(isWaitedFor) || isSure(trace)))
}
