import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import { append } from '../../src/findings/multimap.js'
import { argumentsOf, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { contains } from '../../src/model/control-flow.js'
import { databaseOf } from '../../src/model/migrations/database.js'
import { isRemembered } from '../../src/model/once.js'
import { isOfOneRecord } from '../../src/model/record-children.js'
import { isServing } from '../../src/model/reach.js'
import { callsInside, workInTransactions } from '../../src/model/transaction-work.js'
import { uploadIntoNode } from '../../src/model/uploads.js'
import type { LibraryTarget, Loop, Model, Operation, OperationKind, Reached, Step, Transaction, Unit } from '../../src/model/types.js'
import type { Workspace } from '../../src/workspace/types.js'
import { endsEarly, mostRounds } from './bounded.js'
import { writesParts } from './parts.js'
import { mostInTree } from './trees.js'

/** Work that may take as long as it likes. */
const WAITING: readonly OperationKind[] = ['http', 'payment', 'email', 'sms', 'publish', 'enqueue', 'storage', 'llm', 'sleep']
/** Settings of clients, pools and servers that end what takes too long. */
const BOUNDS = /statement_?timeout|lock_?timeout|idle_in_transaction|query_timeout|lock_wait_timeout|max_execution_time/i
/** What every one of them contains; found much faster. */
const LIMIT = /timeout|execution_time/i
const DEFAULTS_OF_CLIENT = /transactionOptions/
const SECONDS = 5
/** Further transactions of one finding that are shown. */
const MOST_OTHERS = 8

export default defineRule({
  id: 'transaction-without-timeout',
  severity: 'medium',
  title: 'A transaction may stay open for as long as its work takes.',
  category: 'sharp-edge',
  topic: 'architecture',
  check({ model, workspace, report }) {
    const openings = openingsOf(model)
    if (openings.length === 0) return
    const waiting = waitingWork(model)
    const open = openUnits(model)
    const told = new Set<string>()
    const toldLoops = new Set<string>()
    let isBoundedBySettings: boolean | undefined
    let hasDefaults: boolean | undefined
    const judged = openings.map((one) => ({ ...one, risk: riskOf(one, waiting, open, model) })).sort((left, right) => rankOf(left.risk) - rankOf(right.risk) || left.transaction.unit.id - right.transaction.unit.id || left.transaction.node.pos - right.transaction.node.pos)
    for (const opening of judged) {
      const { transaction, target, option, risk } = opening
      const whose = risk && risk.region !== transaction ? `${nameOf(transaction.unit, model)} for ${nameOf(risk.region.unit, model)}` : nameOf(transaction.unit, model)
      if (option === undefined) {
        // No transaction has a bound of its own; one setting bounds them all, so that is told once.
        if (told.has(target.package) || (isBoundedBySettings ??= says(workspace, (text) => LIMIT.test(text) && BOUNDS.test(text)))) continue
        told.add(target.package)
        const count = openings.filter((other) => other.target.package === target.package).length
        report({
          at: { file: transaction.unit.file, node: transaction.node },
          message: risk ? `the transaction of ${whose} ${risk.text}, and nothing in the project bounds how long ${count > 1 ? `one of its ${count} transactions` : 'it'} may take` : `nothing in the project bounds how long the transaction of ${whose} may take`,
          why: `${risk?.endsItself ? 'While it waits, its locks and its connection stay taken, and what needs them waits, too.' : 'A transaction that hangs keeps its locks and its connection until somebody ends it by hand, and what waits for them hangs too.'} Let the database end it: statement_timeout and idle_in_transaction_session_timeout, or what yours calls them.`,
          trace: risk?.trace ?? [],
          fixes: [{ kind: 'recipe', title: 'Set the time limits of the database on every connection of the pool, or first in the transaction.', edits: [], code: /^(?:mysql|mariadb)$/.test(databaseOf(transaction.unit.file) ?? '') ? `SET SESSION innodb_lock_wait_timeout = 1;\nSET SESSION max_execution_time = ${SECONDS * 1000}; -- of reads, in milliseconds` : `SET LOCAL statement_timeout = '${SECONDS}s';\nSET LOCAL lock_timeout = '1s';` }],
          confidence: risk && !risk.isShort ? 'medium' : 'low',
        })
        continue
      }
      if (isBounded(transaction, option) || (hasDefaults ??= says(workspace, (text) => DEFAULTS_OF_CLIENT.test(text)))) continue
      // One loop behind many transactions is told once, and once more where they give it few items.
      const loop = loopKey(risk)
      if (loop !== undefined && toldLoops.has(loop)) continue
      if (loop !== undefined) toldLoops.add(loop)
      const others = loop === undefined ? [] : judged.filter((other) => other !== opening && loopKey(other.risk) === loop && other.option && !isBounded(other.transaction, other.option))
      report({
        at: { file: transaction.unit.file, node: transaction.node },
        message: risk ? `the transaction of ${whose} ${risk.text}${others.length > 0 ? `, as ${others.length} more do` : ''}, with no ${option.name} of its own: once that takes longer than the client's default, all of it is rolled back` : `the transaction of ${whose} has no ${option.name} of its own`,
        why: `How long it may hold its locks and its connection is left to a default that nobody chose for this work. Give it a ${option.name} that fits, and keep loops and waiting out of it.`,
        trace: [...(risk?.trace ?? []), ...others.slice(0, MOST_OTHERS).map((other) => ({ file: other.transaction.unit.file, node: other.transaction.node, label: `the transaction of ${nameOf(other.transaction.unit, model)}, which leads there too` }))],
        fixes: fixesFor([opening, ...others]),
        confidence: risk && !risk.isShort ? 'medium' : 'low',
      })
    }
  },
})

/** The argument that takes a time limit. */
interface TimeOption {
  readonly index: number
  readonly name: string
}

interface Opening {
  readonly transaction: Transaction
  /** The transaction itself, and where functions of the project hand it on. */
  readonly regions: readonly Transaction[]
  readonly target: LibraryTarget
  /** Undefined where the library offers none. */
  readonly option: TimeOption | undefined
}

/** Transactions that run code between their statements, and that nothing ends by default; each where it is opened. */
function openingsOf(model: Model): Opening[] {
  const regions = new Map<Transaction, Transaction[]>()
  for (const transaction of model.transactions) {
    if ((transaction.kind !== 'callback' && transaction.kind !== 'begin') || !model.isOpened(transaction)) continue
    const origin = transaction.origin ?? transaction
    const known = regions.get(origin)
    if (known) known.push(transaction)
    else regions.set(origin, [transaction])
  }
  return [...regions].flatMap(([transaction, all]) => {
    const call = transaction.unit.calls.find((one) => one.node === transaction.node)
    const target = call && model.resolve(call).library
    // Nothing is done in a transaction whose handle nobody takes: it holds no row, and rolls nothing back.
    if (!target || transaction.unit.file.surface !== 'production' || (transaction.isHandleIgnored && !transaction.implicit)) return []
    const path = target.tags.find((tag) => tag.name === 'timeout')?.value
    // SQLite knows no such setting: who waits for its one writer gives up by himself.
    if (path === 'default' || (path === undefined && databaseOf(transaction.unit.file) === 'sqlite')) return []
    const [index, name] = path?.split('.') ?? []
    return [{ transaction, regions: all, target, option: index !== undefined && name !== undefined ? { index: Number(index), name } : undefined }]
  })
}

/** What a reader looks for: the route, or the function around callbacks without a name and `{ try: () => ... }`. */
function nameOf(unit: Unit, model: Model): string {
  let named = unit
  for (;;) {
    const route = model.entryPointsOf(named).find(({ handler, path, method }) => handler === named && path !== undefined && method !== undefined)
    if (route && UNNAMED.test(named.name)) return `${route.method ?? ''} ${route.path ?? ''}`
    if (!named.parent || named.parent.kind === 'module' || !UNNAMED.test(named.name)) return named.name
    named = named.parent
  }
}

const UNNAMED = / (?:of|by) |^(?:try|catch|finally)$/

function waitingWork(model: Model): Map<Transaction, Reached[]> {
  const found = new Map<Transaction, Reached[]>()
  for (const { transaction, reached, isDetached } of workInTransactions(model, WAITING)) if (!isDetached) append(found, transaction, reached)
  return found
}

interface Risk {
  readonly text: string
  readonly trace: readonly Step[]
  /** Whose work it is: of the transaction as it is opened, or as a function hands it on. */
  readonly region: Transaction
  /** The query of a loop that stands in a function which other transactions may lead to, too. */
  readonly loop: Operation | undefined
  /** A few statements for each child of one record: seldom long. */
  readonly isShort: boolean
  /** It waits for nothing that waits for ever. */
  readonly endsItself: boolean
}

function loopKey(risk: Risk | undefined): string | undefined {
  return risk?.loop && `${risk.loop.id} ${risk.isShort}`
}

function rankOf(risk: Risk | undefined): number {
  return risk ? Number(risk.isShort) : 2
}

/** Why it may take long: it waits for others, longest for what nothing bounds, or runs queries once per item of a list. */
function riskOf({ transaction, regions }: Opening, waiting: ReadonlyMap<Transaction, readonly Reached[]>, open: ReadonlySet<Unit>, model: Model): Risk | undefined {
  const waits = regions.flatMap((region) => (waiting.get(region) ?? []).map((reached) => ({ region, reached })))
  const unbounded = model.unboundedAmong(waits.map(({ reached }) => reached.operation))
  const worst = waits.find(({ reached }) => unbounded.some(({ operations }) => operations.includes(reached.operation))) ?? waits[0]
  if (!worst) return loopRiskOf(transaction, regions, open, model)
  const { region, reached } = worst
  const looped = loopRiskOf(transaction, [region], open, model)
  return {
    text: `waits for ${reached.operation.label}${looped ? ` and ${looped.text}` : ''}`,
    trace: [...reached.trace, ...(looped?.trace ?? [])],
    region,
    loop: undefined,
    isShort: false,
    endsItself: !unbounded.some(({ operations, limit }) => limit.standard === 'none' && operations.includes(reached.operation)),
  }
}

function loopRiskOf({ unit }: Transaction, regions: readonly Transaction[], open: ReadonlySet<Unit>, model: Model): Risk | undefined {
  const found = regions.flatMap((region) => {
    const queries = queriesIn(region, model)
    // What a map beside the function remembers is asked for once.
    const looped = queries.filter(({ operation, trace, cached, looped }) => looped && !cached && !trace.some(({ node }) => givesOne(node)) && ![operation.node, ...trace.map(({ node }) => node)].some(isRemembered))
    const counts = (region.bodies.length > 0 ? region.bodies : [region.unit]).map((one) => model.queriesOf(one))
    const nested = counts.reduce((sum, count) => sum + count.nested, 0)
    const perItem = counts.reduce((sum, count) => sum + count.perItem, 0)
    return looped.map((reached) => ({ reached, region, queries, nested, perItem }))
  })
  if (found.length === 0) return undefined
  const isForStaff = !open.has(unit) && model.entryPointsOf(unit).length > 0
  const around = new Map(found.map((one) => [one, loopsOf(one.reached, one.region, model)]))
  const judged = found.map((one) => {
    const own = around.get(one) ?? []
    const isOfPeople = (loop: Loop) => isOverChildren(loop, model) || (isNamedList(loop, model) && (isForStaff || writesParts(loop, one.queries, model)))
    const isNested = one.nested > 0 && !areParts(found.flatMap((other) => (other.region === one.region ? [around.get(other) ?? []] : [])), one.queries, model)
    const isFew = !isNested && own.length > 0 && (isBoundedInAll(own, one, model) || (one.perItem + one.nested <= MOST_PER_ITEM && own.every(isOfPeople)))
    return { ...one, isShort: isFew || isSmallTree(own, one, model) }
  })
  const [{ reached, region, isShort }] = judged.sort((left, right) => Number(left.isShort) - Number(right.isShort)) as [(typeof judged)[number]]
  return { text: `runs ${reached.operation.label} once per item of a list`, trace: reached.trace, region, loop: isWithin(reached, region) ? undefined : reached.operation, isShort, endsItself: false }
}

/** What a transaction leads to; what it does in a loop of its own text is looped. */
function queriesIn(region: Transaction, model: Model): Reached[] {
  if (region.kind !== 'begin') return region.bodies.flatMap((body) => [...model.reachedBy(body, 'query')])
  return callsInside(region, model).flatMap((call) => model.reachedFrom(call, 'query').map((reached) => (inLoop(call.node, region, model) ? { ...reached, looped: true } : reached)))
}

/** Queries once per child of a record, or per item of a list that people put together, that are over soon. */
const MOST_PER_ITEM = 8
/** So many short statements in all are over before the default of a client. */
const MOST_STATEMENTS = 600

/** The code says how many rounds there are at most, and they come to few statements. */
function isBoundedInAll(loops: readonly Loop[], { reached, perItem }: { readonly reached: Reached; readonly perItem: number }, model: Model): boolean {
  const rounds = loops.map((loop) => mostRounds(loop, reached.trace, model))
  return rounds.every((most) => most !== undefined) && Math.max(...rounds) * perItem <= MOST_STATEMENTS
}

/** The only loop walks a tree in a function that calls itself, which nests it in nothing else, and the tree is small. */
function isSmallTree(loops: readonly Loop[], { reached, nested, perItem }: { readonly reached: Reached; readonly nested: number; readonly perItem: number }, model: Model): boolean {
  const [loop] = loops
  const most = loop && loops.length === 1 && nested === model.queriesOf(loop.unit).nested ? mostInTree(loop, reached.trace, model) : undefined
  return most !== undefined && most * perItem <= MOST_STATEMENTS
}

/**
 * Loops inside of loops go over what stands by name in each part of a record, which becomes rows of their own: the prices
 * of each tier of a product, by currency.
 *
 * @param ways the loops around each query
 */
function areParts(ways: readonly (readonly Loop[])[], queries: readonly Reached[], model: Model): boolean {
  const nested = ways.filter((loops) => loops.length > 1)
  return nested.length > 0 && nested.every((loops) => {
    const [outer, inner] = loops.toSorted((left, right) => left.node.pos - right.node.pos)
    return loops.length === 2 && outer && inner && contains(outer.node, inner.node) && isByNameIn(inner, outer) && writesParts(outer, queries, model) && writesParts(inner, queries, model, outer)
  })
}

/** `Object.entries(tier.prices)` in a loop over tiers. */
function isByNameIn({ collection }: Loop, { variable }: Loop): boolean {
  const call = collection && skipOuter(collection)
  if (!call || !ts.isCallExpression(call) || !/^Object\.(?:entries|keys|values)$/.test(call.expression.getText())) return false
  const named = call.arguments[0] && skipOuter(call.arguments[0])
  return variable !== undefined && named !== undefined && ts.isPropertyAccessExpression(named) && named.expression.getText() === variable
}

/** It goes over the children of one record, or over those of any parent until something is used up. */
function isOverChildren(loop: Loop, model: Model): boolean {
  return loop.collection !== undefined && isOfOneRecord(loop.collection, model, endsEarly(loop) ? Infinity : undefined)
}

/** A list that somebody puts together, and does not upload. */
function isNamedList({ collection }: Loop, model: Model): boolean {
  return collection !== undefined && uploadIntoNode(collection, model) === undefined
}

/** Code that somebody else than staff comes to. */
function openUnits(model: Model): ReadonlySet<Unit> {
  return model.unitsBehind((entry) => !isServing(entry) || model.guardsOf(entry).staffOnly === undefined)
}

/** The loops around the steps of a way that go over data. */
function loopsOf({ trace }: Reached, region: Transaction, model: Model): readonly Loop[] {
  const isInside = (node: ts.Node) => (region.bodies.length > 0 ? !region.bodies.some((body) => contains(node, body.node)) : !contains(node, region.node) && (node.getSourceFile() !== region.node.getSourceFile() || node.pos > region.node.pos))
  return model.loops.filter((loop) => loop.size === 'data' && isInside(loop.node) && trace.some((step) => loop.file === step.file && repeats(loop, step.node)))
}

function repeats({ node, callback }: Loop, place: ts.Node): boolean {
  if (callback) return node === place || callback.units.some((unit) => contains(unit.node, place))
  return contains((node as ts.IterationStatement).statement, place)
}

/** `lockOwners(tx, [memberId])`: the list has one element. */
function givesOne(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.arguments.some((argument) => ts.isArrayLiteralExpression(argument) && argument.elements.length === 1 && !argument.elements.some(ts.isSpreadElement))
}

/** The loop stands in the text of the transaction: its calls, once per item, are its own. */
function isWithin({ trace }: Reached, { unit, bodies }: Transaction): boolean {
  return trace.length === 1 || [unit, ...bodies].some((one) => trace.every((step) => contains(one.node, step.node)))
}

/** A loop between the begin of a transaction and a node; one around both opens a transaction for each item. */
function inLoop(node: ts.Node, { node: begin }: Transaction, model: Model): boolean {
  return model.loops.some((loop) => loop.size === 'data' && !contains(loop.node, begin) && loop.calls.some((call) => call.node === node))
}

function says(workspace: Workspace, isThere: (text: string) => boolean): boolean {
  return workspace.files.some((file) => file.surface !== 'test' && isThere(file.text()))
}

/** A limit is given, or options that were put together elsewhere. */
function isBounded(transaction: Transaction, { index, name }: TimeOption): boolean {
  const given = argumentsOf(transaction.node)[index]
  if (!given) return false
  const value = skipOuter(given)
  return !ts.isObjectLiteralExpression(value) || value.properties.some(ts.isSpreadAssignment) || propertyOf(value, name).length > 0
}

function fixesFor(openings: readonly Opening[]): Fix[] {
  const edits = openings.map(({ transaction, option }) => (option ? limitOf(transaction, option) : undefined))
  const all = edits.filter((edit): edit is TextEdit => edit !== undefined)
  // Half of them would leave the finding.
  if (all.length < edits.length) return []
  return [{ kind: 'suggestion', title: all.length > 1 ? `Give each of the ${all.length} transactions ${SECONDS} seconds.` : `Give the transaction ${SECONDS} seconds.`, edits: all }]
}

/** The time limit in the options of a transaction; undefined where those are put together elsewhere. */
function limitOf({ node, unit }: Transaction, { index, name }: TimeOption): TextEdit | undefined {
  const values = argumentsOf(node)
  const given = values[index]
  const limit = `${name}: ${SECONDS * 1000}`
  const edit = (at: number, text: string): TextEdit => ({ file: unit.file.relative, start: at, end: at, text })
  const last = values[index - 1]
  if (!given && last && values.length === index) return edit(last.getEnd(), `, { ${limit} }`)
  const options = given && skipOuter(given)
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined
  const first = options.properties[0]
  return first ? edit(first.getStart(), `${limit}, `) : edit(options.getStart() + 1, ` ${limit} `)
}
