/**
 * What happens twice when the same work is done again, and what on the way notices that it is done already.
 */
import { ts } from 'ts-morph'
import { isNothing, skipOuter } from '../../src/libraries/paths.js'
import { columnName } from '../../src/model/column-names.js'
import { alternatives, claimsOf, conjuncts, contains, saysIsThere, statementsBefore, type Claim } from '../../src/model/control-flow.js'
import { declarationOf } from '../../src/model/filters.js'
import { areApart } from '../../src/model/effects-in-order.js'
import type { Call, Model, NewRow, Operation, RowAccess, RowTest, Table, Unit } from '../../src/model/types.js'
import { isAddedOnce } from './added-once.js'
import { changesListed, pushesTo } from './listed.js'

/**
 * charge: money moves; create: a second row; relative: a number is changed by another step; message: a mail or the like;
 * call: another service is asked to change something; job: work for somebody else; rewrite: a row gets the same values.
 */
export type Harm = 'charge' | 'create' | 'relative' | 'message' | 'call' | 'job' | 'rewrite'

export interface Effect {
  readonly access: RowAccess
  readonly harm: Harm
}

/** Tables that remember what was done, by their names. */
const REMEMBERS = /webhook|processed|handled|received|inbox|idempot|dedup|deliver(?:y|ies)|events?$/i
/** Columns that say how far a row has come. */
const STATE = /status|state|stage|processed|handled|completed|fulfilled|credited|debited|paid|settled|sent|notified|delivered|refunded|captured|charged|published|synced|done$|[a-z]_?at$/i
/** Functions named for it. */
const REMEMBERING_CALL = /idempot|dedup|duplicate|already|exactlyOnce|onlyOnce|(?:was|is|has|been|mark|check|try|ensure|claim)\w*(?:processed|handled|seen|consumed|delivered|claimed)|^claim/i
const TOLERANT = /onConflict|skipDuplicates|ignoreDuplicates|orIgnore|on\s+conflict|insert\s+ignore|onDuplicate|merge\s*\(\s*\)/i
/** Rows nobody minds having twice. */
const RECORDS = /(?:log|logs|audit\w*|histor(?:y|ies)|activit(?:y|ies)|metrics?|sessions?|tokens?|attempts?|analytics|traces?|cache)$/i
/** Numbers nobody minds to be off by one. */
const COUNTERS = /attempt|retr(?:y|ies)|tries|view|hit|lastseen|(?:reminder|notification)s?_?(?:sent|count)/i
const TAKES_IT_IN_CODE = /idempot/i

/** Effects on the way of a unit that are done again with it, in order. */
export function repeatedEffects(unit: Unit, model: Model): Effect[] {
  const accesses = model.rows.accessesOf(unit)
  const found: Effect[] = []
  for (const [index, access] of accesses.entries()) {
    const harm = harmOf(access, model)
    if (harm && !isNoticed(access, accesses, index, model)) found.push({ access, harm })
  }
  return found
}

/** A key of idempotency is spoken of somewhere on the way. */
export function speaksOfKeys(units: readonly Unit[]): boolean {
  return units.some((unit) => TAKES_IT_IN_CODE.test(unit.node.getText().replace(/\/\/.*|\/\*[^]*?\*\//g, '')))
}

/** Functions whose request asks for something or tells of it, whatever its method is. */
const ASKING = /^_?(?:get|fetch|find|list|load|search|query|verify|validate|check|lookup|log|track|trace)(?=[A-Z_]|$)|[tT]oken$|[oO][aA]uth/

/** What is told on the way of what happens. */
const TELLING = /^_?(?:log|track|trace|report|capture|verify)(?=[A-Z_]|$)/

function harmOf(access: RowAccess, model: Model): Harm | undefined {
  const { operation } = access
  if (operation.idempotency !== undefined) return undefined
  if (operation.isUpsert && isKeyedAnew(operation)) return 'create'
  if (operation.isUpsert && !model.rows.changesOf(operation).some(({ isComputed }) => isComputed)) return undefined
  switch (operation.kind) {
    case 'payment':
      return operation.access === 'write' ? 'charge' : undefined
    case 'email':
    case 'sms':
      return operation.access === 'read' ? undefined : 'message'
    case 'publish':
    case 'enqueue':
      return operation.access === 'read' || operation.access === 'delete' ? undefined : 'job'
    case 'http':
      return operation.access === 'write' && !ASKING.test(operation.unit.name.replace(/^.*\./, '')) && !access.calls.some(({ name }) => TELLING.test(name)) ? 'call' : undefined
    case 'query':
      return operation.access === 'write' ? harmOfWrite(access, model) : undefined
    default:
      return undefined
  }
}

/** An id that is another one each time it is asked for. */
const MADE_ANEW = /\b(?:_?id|pk|uuid)['"]?\s*:\s*(?:\{\s*S\s*:\s*)?(?:[\w$]+\.)?(?:randomUUID|uuid\w*|v4|nanoid|ulid|cuid|createId)\(/

/** By another column than the id. */
const BY_OTHER_KEY = /conflict|upsert|where|merge|duplicate|ignore|condition/i

/** `put({ id: randomUUID(), ... })`: nothing is ever replaced. */
function isKeyedAnew({ node, steps }: Operation): boolean {
  const text = node.getText()
  return MADE_ANEW.test(text) && !BY_OTHER_KEY.test(text) && steps.length === 0
}

function harmOfWrite({ operation, lift }: RowAccess, model: Model): Harm | undefined {
  const { table } = operation
  const listed = changesListed(operation)
  const text = [operation.node, ...(listed ?? [])].map((node) => node.getText()).join('\n')
  if (TOLERANT.test(text) || isRecord(table)) return undefined
  // `processedEvents.create({ eventId })` is what keeps the rest from being done again.
  const declared = table !== undefined && REMEMBERS.test(table) ? model.table(table) : undefined
  if (declared && !/^(?:events?|deliver(?:y|ies))$/i.test(declared.name) && keysOf(declared).some((key) => key.some((column) => column !== 'id'))) return undefined
  if (isConditional(operation, model)) return undefined
  if (isSavedAgain(operation)) return 'rewrite'
  const row = listed ? undefined : rowOf(operation, lift, model)
  if (row && !isLoaded(row, model) && !isUnknown(row, operation)) return isCreatedOnce(table, row, model) ? undefined : 'create'
  if (/\$(?:inc|mul)\b|\b(?:increment|decrement|multiply)\s*[:(]|\b(\w+)["`]?\s*=\s*["`]?(?:\w+\.)?\1["`]?\s*[-+]/.test(text) && !COUNTERS.test(text)) return 'relative'
  if (ADDS.test(text) && !COUNTERS.test(text)) return 'relative'
  if (model.rows.changesOf(operation).some((change) => change.uses.some((use) => use.change === 'arithmetic') && !COUNTERS.test(change.column))) return 'relative'
  return 'rewrite'
}

/** Whether a table holds rows nobody minds having twice. */
export function isRecord(table: string | undefined): boolean {
  return table !== undefined && RECORDS.test(table)
}

/** `for (const invoice of invoices) await invoice.save()`, where the list was found. */
function isSavedAgain(operation: Operation): boolean {
  const saved = savedInLoop(operation)
  return saved !== undefined && /^\(?\s*await\b[^]*\.(?:find|findMany|findAll|findBy)\b/.test(saved.list.getText())
}

/** The loop over a list whose elements are saved one by one, the name of an element, and where the list is made. */
function savedInLoop({ call }: Operation): { readonly loop: ts.ForOfStatement; readonly record: string; readonly list: ts.Expression } | undefined {
  const record = call.name === 'save' && ts.isCallExpression(call.node) && ts.isPropertyAccessExpression(call.node.expression) ? call.node.expression.expression : undefined
  if (!record || !ts.isIdentifier(record)) return undefined
  const loop = ts.findAncestor(call.node, (at): at is ts.ForOfStatement => ts.isForOfStatement(at) && ts.isVariableDeclarationList(at.initializer) && at.initializer.declarations[0]?.name.getText() === record.text)
  const list = loop && (ts.isIdentifier(loop.expression) ? declarationOf(loop.expression)?.initializer : loop.expression)
  return loop && list ? { loop, record: record.text, list } : undefined
}

/** A column is added to or taken from in the terms of a builder: sql`${users.credits} + ${cents}`, `eb('tokens', '-', 1)`, `() => 'seats - 1'`. */
const ADDS = /`\s*\$\{[\w.]+\.\w+\}\s*[-+]\s|\(\s*['"]\w+['"]\s*,\s*['"][-+]['"]\s*,|(?:=>|\braw\()\s*[`'"]\W{0,2}\w+\W{0,2}\s*[-+]\s/

/** The row that a write creates, in the terms of the entry point. */
function rowOf(operation: Operation, lift: RowAccess['lift'], model: Model): NewRow | undefined {
  const row = model.rows.createdBy(operation)
  return row && { ...row, columns: new Map([...row.columns].map(([column, text]) => [column, lift(text)])), rest: row.rest.map(lift) }
}

/** A row that was read and is saved again. */
function isLoaded({ rest }: NewRow, model: Model): boolean {
  return rest.some((text) => model.rows.rowIn(text)?.operation.access === 'read')
}

/** `save(await changed(id))`: nothing says that what is given is new. */
function isUnknown({ columns, rest }: NewRow, { call }: Operation): boolean {
  return /^save/.test(call.name) && columns.size === 0 && rest.length > 0 && rest.every((text) => /^(?:~|[\w.$]+\()/.test(text))
}

/** Creating the row again fails: what is given to it is a unique key of its table. */
function isCreatedOnce(name: string | undefined, row: NewRow, model: Model): boolean {
  const table = model.table(name)
  if (!table) return false
  return keysOf(table).some((key) => key.every((column) => isGiven(column, row, model)) || (row.rest.length > 0 && !key.includes('id')))
}

function keysOf(table: Table): string[][] {
  return table.uniqueKeys.filter((key) => key.length > 0).map((key) => key.map(columnName))
}

/** A value that is made at this very place, or belongs to a row that is, is another one the next time. */
function isGiven(column: string, row: NewRow, model: Model): boolean {
  const value = row.columns.get(column)
  return value !== undefined && !/^~[\d:]*$/.test(value) && model.rows.rowIn(value)?.operation.access !== 'write'
}

/** `UPDATE payments SET status = 'paid' WHERE id = $1 AND status <> 'paid'` */
const CONDITIONAL_SQL = /\bupdate\b[^]*\bset\b[^]*\bwhere\b[^]*\b\w*(?:status|state|stage|processed|handled|paid|settled|sent|used|redeemed)\w*["`]?\s*(?:<>|!=|=|in\b|is\b|not\b)\s*(?:'|null|true|false|\(|not\b)/i

/** `update(...).where({ id, status: 'pending' })`: the second time there is nothing to update. */
function isConditional(operation: Operation, model: Model): boolean {
  const key = model.rows.keyOf(operation)
  if (key) for (const [column, value] of key.columns) if (STATE.test(column) && !/^[@⟨$~]/.test(value)) return true
  if (CONDITIONAL_SQL.test(operation.node.getText())) return true
  return operation.where.some((filter) => filter !== true && /\b(?:status|state|processed\w*|paid\w*|sent\w*)\b/i.test(filter.getText()) && operation.kind === 'query' && model.rows.createdBy(operation) === undefined)
}

/** Before the effect, something finds out that the work was done. */
export function isNoticed(effect: RowAccess, accesses: readonly RowAccess[], index: number, model: Model): boolean {
  if (isNamedFor(effect, model) || effect.calls.some(isAddedOnce)) return true
  for (const earlier of accesses.slice(0, index)) {
    if (earlier.operation.unit === effect.operation.unit && earlier.operation === effect.operation) continue
    if (areApart(earlier, effect)) continue
    if (isClaim(earlier, model)) return true
    if (isTested(earlier, effect, accesses, model) || isLeftOut(earlier, accesses.slice(0, index))) return true
  }
  return isTestedByName(effect, accesses, model) || isListedByState(effect, accesses.slice(0, index)) || isMarkedBehind(effect, model)
}

/** A write that goes through only once. */
export function isClaim({ operation, lift }: RowAccess, model: Model): boolean {
  const text = operation.node.getText()
  if (operation.kind === 'cache-write') return /\bnx\b|setnx/i.test(text)
  if (operation.kind !== 'query' || operation.access !== 'write') return false
  if (isConditional(operation, model)) return true
  const row = rowOf(operation, lift, model)
  if (!row && !operation.isUpsert) return false
  const table = model.table(operation.table)
  if (row && table && isCreatedOnce(operation.table, row, model) && !operation.isUpsert) return true
  // A table without a declaration is believed by its name.
  return operation.table !== undefined && REMEMBERS.test(operation.table) && (!table || keysOf(table).some((key) => key.some((column) => column !== 'id')) || (row !== undefined && isCreatedOnce(operation.table, row, model)))
}

/** What was read is tested, and the test keeps the effect from being done when it was done. */
function isTested(read: RowAccess, effect: RowAccess, accesses: readonly RowAccess[], model: Model): boolean {
  const { operation } = read
  if (operation.kind !== 'cache-read' && (operation.kind !== 'query' || (operation.access !== 'read' && operation.access !== 'aggregate'))) return false
  const units = new Set([...read.calls, ...effect.calls].map((call) => call.unit))
  for (const unit of units)
    for (const test of model.rows.testsIn(unit)) {
      const own = test.uses.filter((use) => use.operation === operation)
      if (own.length === 0) continue
      const reached = effect.calls.find((call) => call.unit === unit)
      if (reached && reached.node.end <= test.node.pos) continue
      // What is tested changes later on this way.
      const isState = own.some((use) => use.path.length > 0 && STATE.test(use.path.at(-1) ?? '')) && (operation.kind === 'cache-read' || accesses.some((other) => other.operation.kind === 'query' && other.operation.access === 'write' && other.operation.table === operation.table))
      if (isState || isSetSo(own, accesses, operation, model) || isTakenAway(read, test, effect, accesses, model)) return true
      if (own.some((use) => use.path.length === 0 || (use.path.length === 1 && use.path[0] === 'length') || operation.access === 'aggregate') && keepsAwayWhenThere(test, own[0]?.node, reached)) return true
    }
  return false
}

/**
 * `for (const payout of await find({ status: { $ne: DONE } })) { payout.status = DONE; await payout.save(); ... }`: what was
 * found is not found again, for it was written before.
 */
function isLeftOut({ operation: read }: RowAccess, before: readonly RowAccess[]): boolean {
  if (read.kind !== 'query' || read.access !== 'read') return false
  const asked = read.where.flatMap((filter) => (filter !== true && ts.isObjectLiteralExpression(filter) ? [...filter.properties] : [])).filter(ts.isPropertyAssignment)
  return before.some(({ operation }) => {
    const saved = savedInLoop(operation)
    if (!saved || !contains(saved.list, read.node)) return false
    return statementsBefore(operation.call.node, saved.loop).some((statement) => {
      const set = ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression) && statement.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken ? statement.expression : undefined
      return set !== undefined && asked.some(({ name, initializer }) => set.left.getText() === `${saved.record}.${name.getText()}` && isConstant(set.right) && excludes(initializer, set.right.getText()))
    })
  })
}

/**
 * `if (order.status === 'open') { changes.status = 'told'; mails.push(order.email) }`, and once the changes are written `mails`
 * is what is sent: the second time nothing comes into the list.
 */
function isListedByState({ calls }: RowAccess, before: readonly RowAccess[]): boolean {
  return calls.some(({ node }) => {
    const { lists, root } = listsBehind(node)
    if (!before.some(({ operation, calls: ways }) => operation.kind === 'query' && operation.access === 'write' && ways.some((way) => contains(root, way.node) && way.node.end <= node.pos))) return false
    return [...lists].some((list) => {
      const filling = pushesTo(list, root)
      return filling.length > 0 && filling.every((push) => isLeftBehind(push, root))
    })
  })
}

/** Names of what a call is given or is done for each of, and the function they belong to: `send(mails)`, `mails.map((mail) => send(mail))`. */
function listsBehind(call: ts.Node): { readonly lists: ReadonlySet<string>; readonly root: ts.Node } {
  const given: ts.Node[] = ts.isCallExpression(call) ? [...call.arguments] : []
  let root: ts.Node = call
  for (let at = call; at.parent && !ts.isSourceFile(at.parent); at = at.parent) {
    const { parent } = at
    root = parent
    if (ts.isForOfStatement(parent)) given.push(parent.expression)
    else if (ts.isCallExpression(parent) && at !== parent.expression) given.push(parent.expression)
    else if (ts.isFunctionLike(parent) && !ts.isCallExpression(parent.parent)) break
  }
  return { lists: new Set(given.flatMap((one) => /^[\w$]+/.exec(one.getText()) ?? [])), root }
}

/**
 * `const isTold = alert.toldAt && alert.toldAt >= start; if (!isTold) { effect; await update({ where: { id: alert.id }, data: { toldAt: now } }) }`:
 * the next time the row says that it was done, wherever it was found.
 */
function isMarkedBehind({ calls }: RowAccess, model: Model): boolean {
  return calls.some(({ node, unit }) => {
    for (let at: ts.Node = node; at.parent && !ts.isSourceFile(at.parent); at = at.parent) {
      const { parent } = at
      if (!ts.isIfStatement(parent) || parent.thenStatement !== at) continue
      const unset = conjuncts(parent.expression).flatMap(statesUnset)
      if (unset.some(({ row, column }) => unit.calls.some((mark) => contains(at, mark.node) && mark.node.pos >= node.end && marks(mark, row, column, model)))) return true
    }
    return false
  })
}

/** The rows and columns that say that nothing was done yet: `!alert.toldAt`, `!isTold`, `alert.toldAt === null`. */
function statesUnset(condition: ts.Expression): { readonly row: string; readonly column: string }[] {
  const claimed = claimsOf(condition).flatMap((claim) => (saysIsThere(claim) === false ? [claim.of] : []))
  const denied = ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken ? skipOuter(condition.operand) : undefined
  const meant = denied && ts.isIdentifier(denied) ? declarationOf(denied)?.initializer : denied
  const named = [...claimed, ...(meant ? alternatives(meant).flatMap((one) => conjuncts(one).map((part) => part.getText())) : [])]
  return named.flatMap((text) => {
    const [, row, column] = /^(\w+)\??\.(\w+)\b(?!\s*[.(])/.exec(text) ?? []
    return row !== undefined && column !== undefined && STATE.test(column) ? [{ row, column }] : []
  })
}

/** Whether a call sets a column of a row that it names, also where nothing is known of the client that it is a method of. */
function marks(mark: Call, row: string, column: string, model: Model): boolean {
  if (!ts.isCallExpression(mark.node) || !new RegExp(String.raw`\b${row}\b`).test(mark.node.getText())) return false
  const operation = model.operationOf(mark)
  if (operation ? operation.kind !== 'query' || operation.access !== 'write' : !/^(?:update|set|save|patch|mark)/i.test(mark.name)) return false
  return mark.node.arguments.some((given) => propertiesIn(given).some((member) => member.name?.getText() === column && !(ts.isPropertyAssignment(member) && isNothing(member.initializer))))
}

/** The properties of an object and of the objects in it. */
function propertiesIn(given: ts.Expression): ts.ObjectLiteralElementLike[] {
  if (!ts.isObjectLiteralExpression(given)) return []
  return given.properties.flatMap((member) => [member, ...(ts.isPropertyAssignment(member) && !/^where$/.test(member.name.getText()) ? propertiesIn(member.initializer) : [])])
}

/** Whether a node only runs where a state is found that is set to another one there. */
function isLeftBehind(node: ts.Node, root: ts.Node): boolean {
  return ts.findAncestor(node, (at) => {
    if (at === root) return 'quit'
    const { parent } = at
    if (!ts.isIfStatement(parent) || parent.thenStatement !== at) return false
    const asked = ts.isIdentifier(parent.expression) ? declarationOf(parent.expression)?.initializer : parent.expression
    return asked !== undefined && claimsOf(asked).some((claim) => isSetAnew(claim, at))
  }) !== undefined
}

/** `changes.status = 'told'` somewhere in a block, where `order.status` is `'open'`. */
function isSetAnew({ of, is, holds }: Claim, block: ts.Node): boolean {
  const column = of.split(/\??\./).at(-1) ?? ''
  if (!holds || !STATE.test(column)) return false
  let found = false
  const visit = (at: ts.Node): void => {
    if (ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(at.left) && at.left.name.text === column && isConstant(at.right) && at.right.getText() !== is) found = true
    else if (!found) ts.forEachChild(at, visit)
  }
  visit(block)
  return found
}

/** Whether a row with the value does not fit the condition: `'open'`, `{ $ne: DONE }`, `{ not: 'done' }`, `{ in: ['open'] }`. */
function excludes(condition: ts.Expression, value: string): boolean {
  if (!ts.isObjectLiteralExpression(condition)) return isConstant(condition) && condition.getText() !== value
  const [only, ...others] = condition.properties
  if (!only || others.length > 0 || !ts.isPropertyAssignment(only)) return false
  if (/^\$?(?:ne|not)$/.test(only.name.getText())) return only.initializer.getText() === value
  const list = /^\$?in$/.test(only.name.getText()) && ts.isArrayLiteralExpression(only.initializer) ? only.initializer.elements : undefined
  return list !== undefined && list.every((element) => isConstant(element) && element.getText() !== value)
}

/** A literal, or a member of an enumeration: another text is another value. */
function isConstant(value: ts.Expression): boolean {
  return ts.isStringLiteralLike(value) || ts.isPropertyAccessExpression(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword
}

/** `if (staff.points !== 0) { ...; points: 0 }`: what is tested is set, and the test fails the second time. */
function isSetSo(own: RowTest['uses'], accesses: readonly RowAccess[], read: Operation, model: Model): boolean {
  const tested = new Set(own.flatMap(({ path }) => (path.length === 1 && path[0] !== undefined ? [columnName(path[0])] : [])))
  return accesses.some(({ operation }) => operation.kind === 'query' && operation.access === 'write' && operation.table === read.table && model.rows.changesOf(operation).some(({ column, value, uses }) => tested.has(column) && uses.length === 0 && value !== undefined && /^(?:0|null|true|false|['"`][^'"`]*['"`])$/.test(value.getText())))
}

/**
 * What has to be there is taken away behind the effect: the cart is deleted or emptied, what was open is marked. Whoever asks
 * again is refused.
 */
function isTakenAway({ operation }: RowAccess, test: RowTest, effect: RowAccess, accesses: readonly RowAccess[], model: Model): boolean {
  if (!leavesWhenTrue(test) || operation.table === undefined) return false
  const asked = [...(model.rows.keyOf(operation)?.columns ?? [])].flatMap(([column, value]) => (STATE.test(column) || value === 'null' ? [column] : []))
  return accesses.slice(accesses.indexOf(effect) + 1).some(({ operation: later }) => {
    if (later.kind !== 'query') return false
    // `cart.items.length === 0`, and the items of the cart are deleted.
    if (later.access === 'delete' && later.table !== undefined && (later.table === operation.table || relatedBy(test, operation, model).has(later.table))) return true
    if (later.table !== operation.table) return false
    return later.access === 'write' && model.rows.changesOf(later).some(({ column, value }) => asked.includes(column) || (value !== undefined && ts.isArrayLiteralExpression(value) && value.elements.length === 0))
  })
}

/**
 * `const order = await findOrder(id); if (order.status !== 'open') throw ...`, where what is read passes through functions
 * that make something else of it: the state is set, or what has to be there is taken away, somewhere on the way.
 */
function isTestedByName(effect: RowAccess, accesses: readonly RowAccess[], model: Model): boolean {
  return effect.calls.some((call) =>
    testedBefore(call).some(({ name, path }) => {
      const reads = accesses.filter(({ operation, calls }) => operation.kind === 'query' && operation.access === 'read' && calls.some((one) => one.unit === call.unit && isValueOf(one.node, name)))
      const [property] = path
      if (reads.length === 0 || property === undefined) return false
      const isSet = new RegExp(String.raw`\b${property}\s*:`)
      const tables = new Set(reads.map(({ operation }) => operation.table))
      const related = new Set(reads.flatMap(({ operation }) => [...relatedTo([path], operation, model)]))
      return accesses.some(({ operation, calls }) => {
        if (operation.kind !== 'query' || operation.table === undefined) return false
        if (operation.access === 'delete') return path.at(-1) === 'length' && (tables.has(operation.table) || related.has(operation.table))
        if (operation.access !== 'write' || !tables.has(operation.table) || path.length > 1 || !STATE.test(property)) return false
        const column = columnName(property)
        return model.rows.changesOf(operation).some((change) => change.column === column) || calls.some(({ node }) => isSet.test(node.getText()))
      })
    }),
  )
}

/** What the statements in front of a call look at before they leave: `order.status` as its name and path. */
function testedBefore({ node, unit }: Call): { readonly name: string; readonly path: readonly string[] }[] {
  const found: { name: string; path: string[] }[] = []
  for (const statement of statementsBefore(node, unit.node)) {
    if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement)) continue
    for (const [, name, path] of statement.expression.getText().matchAll(/(?<![\w.])([a-zA-Z_$]\w*)((?:\??\.\w+)+)(?!\w|\s*\()/g)) if (name !== undefined && path !== undefined) found.push({ name, path: path.split(/\??\./).slice(1) })
  }
  return found
}

/** `if (deal.status !== 'pending') throw ...` in front of a call: there is something that may be done already. */
export function looksAtState(call: Call): boolean {
  return testedBefore(call).some(({ path }) => STATE.test(path.at(-1) ?? ''))
}

/** `const order = await findOrder(id)` */
function isValueOf(call: ts.Node, name: string): boolean {
  const { parent } = call
  const declaration = ts.isAwaitExpression(parent) ? parent.parent : parent
  return ts.isVariableDeclaration(declaration) && declaration.name.getText() === name
}

/** Tables of the relations of a row that a test looks at. */
function relatedBy({ uses }: RowTest, read: Operation, model: Model): ReadonlySet<string> {
  return relatedTo(uses.map(({ path }) => path), read, model)
}

/** The same for the paths of a row: `items.length`. */
function relatedTo(paths: readonly (readonly string[])[], read: Operation, model: Model): ReadonlySet<string> {
  const relations = model.table(read.table)?.relations ?? []
  return new Set(paths.flatMap((path) => relations.filter(({ name }) => name.toLowerCase() === path[0]?.toLowerCase()).flatMap(({ target }) => [target, ...(model.table(target) ? [model.table(target)?.name ?? ''] : [])])))
}

/** `if (existing) return`, `if (!existing) { effect }`. */
function keepsAwayWhenThere(test: RowTest, use: ts.Node | undefined, reached: Call | undefined): boolean {
  const wantsAbsence = isAbsence(test.condition, use)
  const place = reached && placeIn(test.node, reached.node)
  if (place === 'then') return wantsAbsence
  if (place === 'else') return !wantsAbsence
  return !wantsAbsence && leavesWhenTrue(test)
}

function placeIn(decision: ts.Node, node: ts.Node): 'then' | 'else' | 'after' {
  const inside = (outer: ts.Node | undefined) => outer !== undefined && contains(outer, node)
  if (ts.isIfStatement(decision)) return inside(decision.thenStatement) ? 'then' : inside(decision.elseStatement) ? 'else' : 'after'
  if (ts.isConditionalExpression(decision)) return inside(decision.whenTrue) ? 'then' : inside(decision.whenFalse) ? 'else' : 'after'
  return 'after'
}

function leavesWhenTrue(test: RowTest): boolean {
  return ts.isIfStatement(test.node) && leaves(test.node.thenStatement)
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement) || ts.isBreakStatement(statement)) return true
  return ts.isBlock(statement) && statement.statements.some(leaves)
}

/** `!seen`, `seen === null`, `count === 0`: the condition holds when nothing is there. */
function isAbsence(condition: ts.Expression, use: ts.Node | undefined): boolean {
  const text = condition.getText().replace(/\s+/g, ' ')
  const name = use && condition.pos <= use.pos && use.end <= condition.end ? use.getText() : ''
  const start = name === '' ? 0 : text.indexOf(name)
  const after = text.slice(start + name.length)
  return /!\(?\s*(?:await )?[\w$.]*$/.test(text.slice(0, Math.max(0, start))) || (start === 0 && /^!(?!!)/.test(text)) || /^[^&|]*?===? ?(?:null|undefined|0|false)\b/.test(after)
}

/** What was asked for by a function of the project, and is called so. */
const EXISTING = /^(?:existing|already|previous|duplicate|prior)(?![a-z])/

/** `const existing = await pendingOf(id); if (existing) return reply(existing)` before the call. */
function leavesWithExisting({ node, unit }: Call): boolean {
  return statementsBefore(node, unit.node).some((statement) => ts.isIfStatement(statement) && leaves(statement.thenStatement) && claimsOf(statement.expression).some((claim) => saysIsThere(claim) === true && EXISTING.test(claim.of)))
}

/** A function on the way says by its name that it asks whether this was done. */
function isNamedFor(effect: RowAccess, model: Model): boolean {
  return effect.calls.some((call) => {
    for (let unit: Unit | undefined = call.unit; unit && unit.kind !== 'module'; unit = unit.parent)
      if (unit.calls.some((other) => other.node.pos < call.node.pos && REMEMBERING_CALL.test(other.name) && model.operationOf(other) === undefined)) return true
    if (leavesWithExisting(call)) return true
    return REMEMBERING_CALL.test(call.name) && call !== effect.calls.at(-1)
  })
}
