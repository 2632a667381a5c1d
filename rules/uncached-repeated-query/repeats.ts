/**
 * The same query twice on one way through an entry point.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, isEither, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { isSkippedBy, runsOnlyWithoutAnswer } from '../../src/model/answers.js'
import { isContradicted } from '../../src/model/contradictions.js'
import { alwaysThrows, areExclusive, contains, isPlain, isSetBetween } from '../../src/model/control-flow.js'
import { isRare, isRemembered as isKept } from '../../src/model/once.js'
import type { Call, EntryPoint, Model, Operation, RowAccess, Unit } from '../../src/model/types.js'
import { isHardlyWorth, isLookedAtBefore, isUnderCondition } from './worth.js'

/** A read that asks again what an earlier one on the same way has answered. */
export interface Repeat {
  readonly entry: EntryPoint
  readonly first: Visit
  readonly second: Visit
  /** The unit in which the ways part; undefined where they stand in different parts of the entry point. */
  readonly unit: Unit | undefined
  /** The calls at which the ways part. */
  readonly at: readonly [Call, Call]
  /** What is asked for: `id=$request.params.id`. */
  readonly key: string
  /** What the second read itself asks by, where it is another column of the same row. */
  readonly ownKey: string
  /** Both ask for the same columns and relations. */
  readonly isSameSelection: boolean
  /** They stand in one function, and no other query or call to the outside between them. */
  readonly isAdjacent: boolean
  /** One of them stands under a condition. */
  readonly isConditional: boolean
  /** It is as said, and nobody feels it. */
  readonly isHardlyWorth: boolean
  /** A guard looks at a row that a handler then loads to change something. */
  readonly isLookedAtBefore: boolean
  /** How often it is asked for in all. */
  readonly times: number
  /** The second read runs for each item of a list. */
  readonly isForEach: boolean
}

/** A query on the way through an entry point. */
export interface Visit {
  readonly access: RowAccess
  /** Middleware or handler. */
  readonly part: Unit
  readonly identity: string | undefined
}

/** Tables whose rows are read anew on purpose. */
const VOLATILE = /session|token|lock|job|queue|nonce|otp|attempt/i
/** Names of functions that remember. */
const REMEMBERS = /cache|memo|once/i
/** Columns that a row is known by, as a key names them. */
const PRIMARY = /^(?:id|uuid|pk)$/
const ID = /^@(\d+)\.(?:id|_id|uuid|pk)$/

export function repeats(model: Model): readonly Repeat[] {
  const found: Repeat[] = []
  const told = new Map<string, number>()
  const repeated = new Set(model.loops.flatMap((loop) => (loop.size === 'data' ? loop.calls : [])))
  for (const entry of model.entryPoints) {
    if (entry.file.surface !== 'production') continue
    for (const repeat of repeatsIn(entry, repeated, model)) {
      const [, second] = repeat.at
      // The third time is the same mistake as the second.
      const keys = [`${second.unit.file.path}:${second.node.pos}`, ...(repeat.unit ? [`${repeat.unit.id} ${repeat.second.identity ?? ''}`] : [])]
      const place = keys.map((key) => told.get(key)).find((at) => at !== undefined) ?? found.length
      for (const key of keys) told.set(key, place)
      const known = found[place]
      if (!known) found.push(repeat)
      else if (known.entry === entry && known.second.identity === repeat.second.identity) found[place] = { ...known, times: known.times + (repeat.isConditional ? 0 : 1) }
      // Where it is felt at one entry point only, it is told there.
      else if (known.isHardlyWorth && !repeat.isHardlyWorth) found[place] = repeat
    }
  }
  return found
}

function* repeatsIn(entry: EntryPoint, repeated: ReadonlySet<Call>, model: Model): Generator<Repeat> {
  const visits = visitsOf(entry, model)
  for (const [index, second] of visits.entries()) {
    if (second.identity === undefined) continue
    for (let at = index - 1; at >= 0; at--) {
      const first = visits[at]
      if (!first) continue
      if (mayChange(first.access.operation, second.access.operation, model)) break
      if (first.identity !== second.identity) continue
      const repeat = compare(entry, first, second, visits, repeated, model)
      if (repeat) yield repeat
      break
    }
  }
}

/** Queries of everything that runs for the entry point, in order. */
function visitsOf(entry: EntryPoint, model: Model): Visit[] {
  const left = new Map<string, string>()
  const found: Visit[] = []
  const parts = [...new Set([...entry.middleware.flatMap((middleware) => (middleware.units.length === 1 ? middleware.units : [])), entry.handler])]
  const ran = parts.map((part) => ({ part, accesses: model.rows.accessesOf(part).filter(({ operation }) => operation.kind !== 'log' && operation.kind !== 'cpu') }))
  // What exactly is read costs more than of which table.
  if (!readsTwice(ran.flatMap(({ accesses }) => accesses))) return []
  for (const { part, accesses } of ran) {
    for (const access of accesses) found.push({ access, part, identity: identityOf(access, left, found, model) })
    for (const [name, row] of model.rows.leftOnRequest(part)) left.set(name, row)
  }
  return found
}

function readsTwice(accesses: readonly RowAccess[]): boolean {
  const tables = new Set<string>()
  for (const { operation } of accesses) {
    if (!isPlainRead(operation) || operation.table === undefined) continue
    if (tables.has(operation.table)) return true
    tables.add(operation.table)
  }
  return false
}

/** What a read asks for, in terms of the entry point; undefined where that is not known for sure. */
function identityOf(access: RowAccess, left: ReadonlyMap<string, string>, before: readonly Visit[], model: Model): string | undefined {
  const { operation } = access
  if (!isPlainRead(operation) || !access.isSure || access.isMemoized || operation.table === undefined || isImpossible(access.calls) || access.calls.some(({ node, unit }) => isRare(node) || isForTests(node) || givenInstead(node, unit) !== undefined || isContradicted(node))) return undefined
  const key = model.rows.keyOf(operation)
  if (!key?.isComplete) return undefined
  const columns: string[] = []
  for (const [column, text] of key.columns) {
    let value = access.lift(text)
    for (const [name, row] of left) if (value === name || value.startsWith(`${name}.`)) value = row + value.slice(name.length)
    // The row that was loaded by something else is the same row when it is loaded by its own id.
    const own = key.columns.size === 1 && column === 'id' ? ID.exec(value) : null
    const loaded = own && before.find((visit) => visit.access.operation.id === Number(own[1]))
    if (loaded?.identity !== undefined && loaded.access.operation.table === operation.table && loaded.access.operation.arity === 'one') return loaded.identity
    columns.push(`${column}=${value}`)
  }
  // Whoever is handed a query of many rows adds to it: `openOrders().count()`, `openOrders().where(...)`.
  if (operation.escapes && operation.arity !== 'one') return undefined
  // Lists differ by order, page and more: only the very same call asks the same.
  const isOne = operation.arity === 'one' || (key.columns.size === 1 && key.columns.has('id'))
  const shape = isOne && operation.access === 'read' ? 'one' : `#${operation.id}`
  return `${operation.table} ${shape} ${columns.sort().join('&')}`
}

function isPlainRead(operation: Operation): boolean {
  return operation.kind === 'query' && (operation.access === 'read' || operation.access === 'aggregate') && !operation.locks && !operation.isCached && !operation.isStream && !isOfSeveral(operation) && !(operation.table !== undefined && VOLATILE.test(operation.table))
}

/** SQL put together of several queries: what one of them is asked by is no key of all of it. */
function isOfSeveral({ sql }: Operation): boolean {
  return sql.some(({ expression }) => /\bwith\s+recursive\b|\bunion\b/i.test(expression.getText()))
}

/**
 * `booking.property ?? (await find(booking.propertyId))`: whoever calls may have given the row.
 *
 * @returns the expression that is asked first, where it is a parameter or a part of one
 */
export function givenInstead(node: ts.Node, unit: Unit): ts.Expression | undefined {
  let value = node
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent)) value = value.parent
  const { parent } = value
  const given = ts.isBinaryExpression(parent) && parent.right === value && isEither(parent.operatorToken.kind) ? parent.left : undefined
  const name = given?.getText().split(/[?!]*\./)[0]
  return unit.parameters.some((parameter) => parameter.name.getText() === name) ? given : undefined
}

/** `if (env === 'test') return await User.findOne(...)` */
function isForTests(node: ts.Node): boolean {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) if (ts.isIfStatement(at.parent) && at.parent.thenStatement === at && /===?\s*['"]test['"]/.test(at.parent.expression.getText())) return true
  return false
}

/** The rows of another table are loaded with those that are read: `include: { items: true }`, `select: CART_WITH_ITEMS`. */
function loadsToo(read: Operation, table: string, model: Model): boolean {
  const text = `${selection(read)} ${read.node.getText()}`
  const isOther = (target: string) => target === table || model.table(target) === model.table(table)
  const relations = model.table(read.table)?.relations ?? []
  // Relations that are declared elsewhere: the rows of a table that refers to the one that is read may be among them.
  const isUnknown = read.include.some((one) => [...one.getText().matchAll(/(?<=[{,]\s*)\w+(?=\s*:)/g)].some(([name]) => !relations.some((relation) => relation.name === name)))
  if (isUnknown && (refersTo(table, read.table, model) || refersTo(read.table, table, model))) return true
  return relations.some(({ name, target }) => isOther(target) && (new RegExp(String.raw`\b${name}\b`).test(text) || /\b(?:select|include)\s*:\s*[A-Za-z_]\w*\s*[,}]/.test(text)))
}

function refersTo(from: string | undefined, to: string | undefined, model: Model): boolean {
  return model.table(from)?.relations.some(({ target }) => target === to || model.table(target) === model.table(to)) ?? false
}

/** After a write of the table, a wait or a lock, reading again is right. */
function mayChange(between: Operation, read: Operation, model: Model): boolean {
  if (between.kind === 'lock' || between.kind === 'sleep' || between.locks) return true
  if (between.kind !== 'query' || between.access === 'read' || between.access === 'aggregate') return false
  if (between.table === undefined || read.table === undefined || between.table === read.table || loadsToo(read, between.table, model)) return true
  const [left, right] = [model.table(between.table), model.table(read.table)]
  return left !== undefined && left === right
}

function compare(entry: EntryPoint, first: Visit, second: Visit, visits: readonly Visit[], repeated: ReadonlySet<Call>, model: Model): Repeat | undefined {
  const [left, right] = [first.access.calls, second.access.calls]
  let shared = 0
  if (first.part === second.part) while (shared < left.length && left[shared] === right[shared]) shared++
  const [one, other] = [left[shared], right[shared]]
  if (!one || !other) return undefined
  const unit = first.part === second.part && one.unit === other.unit ? one.unit : undefined
  if (unit && (areExclusive(one.node, other.node) || isSecondTry(one, other))) return undefined
  // `source.pipe(catchError(() => find(id)))`: one call, met as what is given and as what runs it.
  if (first.access.operation === second.access.operation && (contains(other.node, one.node) || contains(one.node, other.node))) return undefined
  if (unit && (asksOtherwise(one, other, model) || isChangedBetween(one, other))) return undefined
  if (asksForLeftOut(first.access.operation, second.access.operation, model)) return undefined
  // Polling and paging ask again because they have to.
  if ([...left.slice(shared), ...right.slice(shared)].some((call) => call.loop !== undefined)) return undefined
  if (!isOneValue(second.identity ?? '', unit, visits, model)) return undefined
  if ([...left, ...right].some((call) => isRemembered(call, model)) || left.some((call, index) => isAskedOfCache(call, shared, index, model)) || right.some((call, index) => isAskedOfCache(call, shared, index, model))) return undefined
  if (areReadApart(first, second, shared, model)) return undefined
  if (isMadeByFirst(left.slice(shared), right.slice(shared), visits, model)) return undefined
  if (isAnsweredFromMemory(second, [...left, ...right], model)) return undefined
  if (isWrittenBetween(one, other, unit, second.access.operation, model) || isWrittenBehindFirst(left.slice(shared), second.access.operation, model)) return undefined
  // What was read before a lock is read again behind it; where the way ends in an error anyway, nobody waits for it.
  if (right.slice(shared).some((call) => isLocking(call) || isOnWayToError(call))) return undefined
  // A page of rows, and how many there are in all.
  if (computes(first.access.operation) !== computes(second.access.operation)) return undefined
  const ways = { entry, parts: unit !== undefined, first: first.access, second: second.access, shared, accesses: visits.flatMap(({ part, access }) => (part === second.part ? [access] : [])) }
  return {
    entry,
    first,
    second,
    unit,
    at: [one, other],
    key: (second.identity ?? '').replace(/^\S+ \S+ /, ''),
    ownKey: [...(model.rows.keyOf(second.access.operation)?.columns ?? [])].map(([column, value]) => `${column}=${value}`).sort().join('&'),
    isSameSelection: answers(first.access.operation, second.access.operation) && !isGivenOtherOptions(left, right) && !isGivenOtherValues(first.access, second.access, model),
    isAdjacent: unit !== undefined && shared === left.length - 1 && shared === right.length - 1 && visits.indexOf(second) - visits.indexOf(first) === 1,
    isConditional: [one, other].some((call) => isUnderCondition(call.node)),
    isHardlyWorth: isHardlyWorth(ways, repeated, model),
    isLookedAtBefore: first.part !== second.part && isLookedAtBefore(ways, model),
    times: 2,
    isForEach: right.slice(shared).some((call) => repeated.has(call)),
  }
}

/** Two calls of one function that are given something else: what it asks for may depend on more than the key. */
function asksOtherwise(one: Call, other: Call, model: Model): boolean {
  if (!ts.isCallExpression(one.node) || !ts.isCallExpression(other.node)) return false
  const [target] = model.resolve(one).units
  if (!target || target !== model.resolve(other).units[0]) return false
  const texts = [one.node, other.node].map((call) =>
    call.arguments.map((argument) => {
      const text = model.rows.textOf(argument)
      return text.startsWith('~') ? argument.getText().replace(/\s+/g, '') : text
    }),
  )
  return texts[0]?.join() !== texts[1]?.join()
}

/** `filter.code = code`: what both are given has another value, or other members, when the second is given it. */
function isChangedBetween(one: Call, other: Call): boolean {
  const [earlier, later] = one.node.pos < other.node.pos ? [one.node, other.node] : [other.node, one.node]
  const given = new Set(argumentsOf(earlier).map((argument) => skipOuter(argument).getText()))
  return argumentsOf(later).some((argument) => {
    const value = skipOuter(argument)
    return isPlain(value) && given.has(value.getText()) && isSetBetween(value.getText(), earlier, later, true)
  })
}

/** A call on the way does not run for what the call before it gives. */
export function isImpossible(calls: readonly Call[]): boolean {
  return calls.some((call, index) => {
    const before = calls[index - 1]
    return before !== undefined && before.unit !== call.unit && isSkippedBy(before.node, call.unit.parameters, call.node)
  })
}

/** Functions whose answer is not the row they look at. */
const ANSWERS_YES_OR_NO = /^(?:is|has|can|may|should|check|verify|assert|ensure|validate)(?=[A-Z_]|$)/

/**
 * The second is only asked where the first had no answer (`order ??= await find(id)`), or where what came after it
 * failed: by then the row may be another.
 */
function isSecondTry(one: Call, other: Call): boolean {
  if (!ANSWERS_YES_OR_NO.test(one.name) && runsOnlyWithoutAnswer(one.node, other.node)) return true
  const failure = ts.findAncestor(other.node, (node): node is ts.CatchClause => ts.isCatchClause(node))
  return failure !== undefined && contains(other.unit.node, failure) && !contains(failure, one.node) && !contains(failure.parent, one.node)
}

/** Both ways end in the same calls, and the function with these is given options on the one and none, or others, on the other. */
function isGivenOtherOptions(left: readonly Call[], right: readonly Call[]): boolean {
  let same = 0
  while (same < left.length && same < right.length && left.at(-1 - same) === right.at(-1 - same)) same++
  const [one, other] = [left.at(-1 - same), right.at(-1 - same)]
  if (same === 0 || !one || !other) return false
  return optionsOf(left.slice(0, left.length - same)) !== optionsOf(right.slice(0, right.length - same))
}

/** `roleIn(household, actor)` and `roleIn(household, helper)`, by whatever ways: the household is looked at for each of them. */
function isGivenOtherValues(first: RowAccess, second: RowAccess, model: Model): boolean {
  if (first.operation !== second.operation) return false
  return first.operation.unit.parameters.some(({ name, questionToken, initializer }) => {
    if (!ts.isIdentifier(name) || questionToken || initializer) return false
    const texts = [first, second].map((access) => access.lift(model.rows.textOf(name)))
    // Of two values that are not known nobody can tell whether they are the same.
    return texts[0] !== texts[1] && !texts.every((text) => text.includes('~'))
  })
}

/** What the last of some calls is given to say how to read, also by those before it: objects, and yes or no, behind the key. */
function optionsOf(calls: readonly Call[]): string {
  const [last, asking] = [calls.at(-1), calls.at(-2)]
  if (!last || !ts.isCallExpression(last.node)) return ''
  return last.node.arguments
    .slice(1)
    .map((argument) => {
      const place = last.unit.parameters.findIndex(({ name }) => name.getText() === argument.getText())
      return place > 0 && asking && ts.isCallExpression(asking.node) ? (asking.node.arguments[place] ?? argument) : argument
    })
    .filter((argument) => ts.isObjectLiteralExpression(skipOuter(argument)) || /^(?:true|false)$/.test(argument.getText()))
    .map((argument) => argument.getText().replace(/\s+/g, ''))
    .join()
}

/** `const kept = await readKept(key); if (kept) return kept`: a query behind it runs when a cache knew nothing. */
function isAskedOfCache(call: Call, shared: number, index: number, model: Model): boolean {
  if (index < shared) return false
  return call.unit.calls.some((other) => other.node.end <= call.node.pos && runsOnlyWithoutAnswer(other.node, call.node) && (REMEMBERS.test(other.name) || model.reachedFrom(other, 'cache-read').length > 0))
}

/** The library keeps what it has loaded, and gives it again where it is asked for by its primary key. */
function isAnsweredFromMemory({ access: { operation } }: Visit, calls: readonly Call[], model: Model): boolean {
  const mapOf = (call: Call) => model.resolve(call).library?.tags.find((tag) => tag.name === 'identity-map')?.value
  const refresh = mapOf(operation.call)
  const columns = model.rows.keyOf(operation)?.columns
  if (refresh === undefined || columns?.size !== 1 || !PRIMARY.test([...columns.keys()][0] ?? '')) return false
  if (atPath(operation.call.node, refresh, (expression) => model.initializerOf(expression)).length > 0) return false
  return !calls.some(({ unit }) => unit.calls.some((other) => mapOf(other) === 'cleared'))
}

/**
 * A row that is read outside of a transaction is read in it again to be sure, and so is one that an earlier transaction
 * has read: what came in between, neither knows.
 *
 * @param shared how many calls lead to both
 */
function areReadApart(first: Visit, second: Visit, shared: number, model: Model): boolean {
  const kind = participationOf(first, model)
  if (kind !== participationOf(second, model)) return true
  const isOpenedBehind = ({ access: { calls } }: Visit) => calls.slice(shared + 1).some(({ unit }) => model.transactions.some(({ bodies }) => bodies.includes(unit)))
  return kind === 'in' && isOpenedBehind(first) && isOpenedBehind(second)
}

function participationOf({ access: { operation, calls } }: Visit, model: Model) {
  return model.participationOf({ operation, trace: calls.map((call) => ({ file: call.unit.file, node: call.node, label: call.name })) }).kind
}

/**
 * `const balance = await find(user); if (!balance) { ...; await create(user) }`, called twice: what is only asked where
 * the row is missing is not asked again, for the first call has made it.
 */
function isMadeByFirst(left: readonly Call[], right: readonly Call[], visits: readonly Visit[], model: Model): boolean {
  return right.some((call) => left.includes(call) && call.unit.calls.some((look) => look.node.end <= call.node.pos && runsOnlyWithoutAnswer(look.node, call.node) && isMadeIn(call.unit, look, visits, model)))
}

/** Where a look-up finds nothing the function makes the row, and it looks for one row only, whoever calls it. */
function isMadeIn(unit: Unit, look: Call, visits: readonly Visit[], model: Model): boolean {
  const read = model.operationOf(look)
  if (read?.kind !== 'query' || read.table === undefined) return false
  const asked = new Set(visits.flatMap(({ access, identity }) => (access.operation === read ? [identity] : [])))
  if (asked.size !== 1 || asked.has(undefined)) return false
  return unit.calls.some((call) => {
    const made = model.operationOf(call)
    return made?.kind === 'query' && made.access === 'write' && made.table === read.table && runsOnlyWithoutAnswer(look.node, call.node)
  })
}

/** Texts of values inside functions that run twice stand for two values. */
function isOneValue(identity: string, unit: Unit | undefined, visits: readonly Visit[], model: Model): boolean {
  for (const [, owner] of identity.matchAll(/~(\d*):/g)) {
    const known = unit && owner !== '' && isAround(Number(owner), unit)
    if (!known) return false
  }
  for (const [, id] of identity.matchAll(/@(\d+)/g)) {
    const list = unit ? model.rows.accessesOf(unit).map(({ operation }) => operation) : visits.map(({ access }) => access.operation)
    if (list.filter((operation) => operation.id === Number(id)).length > 1) return false
  }
  return true
}

function isAround(id: number, unit: Unit): boolean {
  for (let at: Unit | undefined = unit; at; at = at.parent) if (at.id === id) return true
  return false
}

/** A cache was asked on the way, or a function on it remembers by its name. */
function isRemembered(call: Call, model: Model): boolean {
  if (isKept(call.node)) return true
  if (REMEMBERS.test(call.name) || REMEMBERS.test(call.unit.name) || REMEMBERS.test(call.unit.classNode?.name?.text ?? '')) return true
  const { node } = call.unit
  if (ts.isMethodDeclaration(node) && (ts.getDecorators(node) ?? []).some((decorator) => REMEMBERS.test(decorator.getText()))) return true
  if (model.resolve(call).library?.tags.some((tag) => tag.name === 'batched')) return true
  return call.unit.calls.some((other) => other.node.pos < call.node.pos && model.operationOf(other)?.kind === 'cache-read')
}

/** `await acquireLock(key)`, `withBookingLock(key, async () => ...)`, `mutex.runExclusive(...)`. */
function isLocking({ name }: Call): boolean {
  return /(?:^|[a-z_])lock$|^(?:acquire|lock|wait)(?=[A-Z_]|$)|^runExclusive$/i.test(name) && !/^(?:un|release)/i.test(name)
}

/** A statement ends in an error, whatever is decided in it. */
function onlyThrows(statement: ts.Statement): boolean {
  return alwaysThrows(statement) && !/\breturn\b/.test(statement.getText())
}

/** A call stands in a branch, or a function, that always ends in an error. */
function isOnWayToError({ node, unit }: Call): boolean {
  const body = ts.isFunctionLike(unit.node) && 'body' in unit.node ? unit.node.body : undefined
  if (body && ts.isBlock(body) && onlyThrows(body)) return true
  for (let at: ts.Node = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (ts.isIfStatement(parent) && at !== parent.expression && onlyThrows(at as ts.Statement)) return true
  }
  return false
}

/** A loaded row that is changed and written in between, or a write that was not understood. */
function isWrittenBetween(first: Call, second: Call, unit: Unit | undefined, read: Operation, model: Model): boolean {
  if (!unit) return false
  return unit.calls.some((call) => {
    if (call.node.pos <= first.node.pos || call.node.pos >= second.node.pos) return false
    // `await acquireLock(key)`: whoever held it may have changed the row, so it is asked for again.
    if (isLocking(call) && call !== first && call !== second) return true
    if (call !== first && call !== second && model.reachedFrom(call, 'query').some(({ operation }) => mayChange(operation, read, model))) return true
    if (/^(?:save|update|delete|remove|destroy|insert|create|upsert|set|sync|refresh|reload|assign|add|flush|persist)/i.test(call.name) && call !== first && call !== second) {
      const operation = model.operationOf(call)
      // Another table is another matter; what nobody understood may be this one.
      return operation ? mayChange(operation, read, model) : model.resolve(call).units.length === 0 && !model.resolve(call).library
    }
    return false
  })
}

/** Deep inside of what the first call runs, behind its read: `accept(id)` reads the row, and what it calls last marks it. */
function isWrittenBehindFirst(left: readonly Call[], read: Operation, model: Model): boolean {
  const [one] = left
  if (!one || left.length < 2) return false
  return model.reachedFrom(one, 'query').some((reached) => {
    if (!mayChange(reached.operation, read, model)) return false
    const trace = model.possible(reached)?.trace
    const parting = trace?.findIndex(({ node }, index) => node !== left[index]?.node) ?? -1
    const [step, call] = [trace?.[parting], left[parting]]
    return step !== undefined && call !== undefined && step.file === call.unit.file && step.node.pos > call.node.pos && !areExclusive(call.node, step.node)
  })
}

/** The second names a column that a read goes without unless it names it, and the first does not name it. */
function asksForLeftOut(first: Operation, second: Operation, model: Model): boolean {
  const names = (read: Operation, name: string) => new RegExp(String.raw`(?<![\w$])${name}\b`).test(selection(read))
  return model.table(second.table)?.columns.some(({ name, isLeftOut }) => isLeftOut === true && names(second, name) && !names(first, name)) ?? false
}

/** What the first reads holds what the second asks for. */
function answers(first: Operation, second: Operation): boolean {
  const [had, asked] = [columnsOfText(first), columnsOfText(second)]
  if (had && asked) return had.includes('*') || asked.every((column) => had.includes(column))
  return selection(first) === selection(second)
}

/** The columns that SQL text selects, as written. */
function columnsOfText({ sql, include }: Operation): string[] | undefined {
  const [text] = sql
  const list = text && include.length === 0 ? /\bselect\b([^]*?)\bfrom\b/i.exec(text.expression.getText())?.[1] : undefined
  return list?.split(',').map((column) => column.replace(/\s+/g, '').toLowerCase())
}

/** The read gives a number about rows, and none of them: `count()`, `select({ total: sum(orders.total) })`. */
function computes(operation: Operation): boolean {
  return operation.access === 'aggregate' || AGGREGATE.test(`${columnsOfText(operation)?.join() ?? ''} ${selection(operation)}`)
}

const AGGREGATE = /\b(?:count|sum|avg|min|max)(?:Distinct)?\(/i

function selection(operation: Operation): string {
  const listed = argumentsOf(operation.call.node).flatMap((argument) => (ts.isObjectLiteralExpression(argument) ? ['attributes', 'columns', 'fields', 'projection'].flatMap((name) => propertyOf(argument, name)) : []))
  return listed.map((one) => one.getText().replace(/\s+/g, '')).join() + operation.include.map((one) => one.getText().replace(/\s+/g, '')).join() + (/\bselect\s*:\s*(?:\{[^]*?\}|\[[^\]]*\])|\.(?:select|populate|columns?)\([^)]*\)/.exec(operation.node.getText())?.[0].replace(/\s+/g, '') ?? '')
}
