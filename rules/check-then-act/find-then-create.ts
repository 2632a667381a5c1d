/**
 * Rows that are looked for and created when they are not there, names that are looked for before a row takes them, and
 * rows that are counted against a limit.
 */
import { ts } from 'ts-morph'
import { areExclusive, contains } from '../../src/model/control-flow.js'
import { isEither, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { columnName } from '../../src/model/column-names.js'
import type { Call, Model, NewRow, Operation, RowAccess, RowTest, Table, Unit } from '../../src/model/types.js'
import { decidingTest, functionsAround, isAbsence, type Scene, type Scenes } from './decisions.js'
import { isLocked, isLockedOnTheWay, isOneTable, isQueued, isUninterrupted } from './guards.js'
import { knownBy, settledBy, type Settled } from './settled.js'
import { isConstantValue } from './stale-writes.js'

export interface BlindCreate {
  /** take: an existing row is given what was looked for. */
  readonly kind: 'find' | 'count' | 'take'
  readonly read: RowAccess
  readonly write: RowAccess
  /** The unit in which they come together. */
  readonly unit: Unit
  /** Columns by which the row was looked for, as the code writes them. */
  readonly columns: readonly string[]
  /** Columns of other conditions, which say what is looked for: `status` of `status: 'pending'`. */
  readonly narrowed: readonly string[]
  /** No other condition narrows the look-up, and every value is known to be the one that is written. */
  readonly isComplete: boolean
  /** What the declared table says of these columns; handled: a violation is told from other failures right here, so there is a key. */
  readonly constraint: 'unique' | 'handled' | 'none' | 'undeclared'
  /** A violation of the constraint is told from other failures. */
  readonly isHandled: boolean
  /** The latest is taken, whatever it holds: the code knows that there may be several. */
  readonly isLatest?: boolean
  /** A declared key over these columns and more, with a column that is null in the new row, so that it keeps none out. */
  readonly open?: { readonly columns: readonly string[]; readonly missing: string }
  /** The statement also makes a row of another table that can be there once: the same work done twice fails with it. */
  readonly isHeldByKey?: boolean
  /** The row says who somebody is at a provider, whose code works once. */
  readonly isIdentity?: boolean
  /** The number that the count is held against stands in the code, and is so large that some rows above it hurt nobody. */
  readonly isLooseLimit?: boolean
  /** Columns of other sides of an `or`, in which the new row is the same too. */
  readonly either?: readonly string[]
}

const VIOLATION = /P2002|23505|\b11000\b|\b1062\b|ER_DUP_ENTRY|UniqueConstraint|UniqueViolation|unique_violation|DuplicateKey|DuplicateEntry|SQLITE_CONSTRAINT|IntegrityConstraint/i
/** What many rows have at once. */
const STATES = /^(?:status|state|type|kind|role|position|order|sort\w*|priority|enabled|active|is\w+|\w+at|\w*id)$/
/** What says of a row that it was removed; a new one never was. */
const MARKS_DELETED = /^(?:is)?(?:deleted|removed|archived)(?:at|on|date|time)?$/
/** `orderBy: { createdAt: 'desc' }`, `.sort({ createdAt: -1 })`, `ORDER BY created_at DESC`: the latest, of which there may be several. */
const ORDERED = /\border_?by\w*\s*[:(][^;]*?(?:\bdesc|-1\b)|\border\s+by\b[^;]*?\bdesc|\b(?:order|sort)\s*[:(][^;]*?(?:\bdesc|-1\b)/i
/** `eb(fn.count('id'), '>=', MOST)`, `count(*) >= 3`: the database holds the count against the limit. */
const MEASURES = /\bcount\s*\([^()]*\)[\s,]*['"`]?[<>]/i
/** Who somebody is for the provider that vouches for them. */
const AT_PROVIDER = /^(?:provider|oauth|social)(?:user|account)?id$/
const TOLERANT = /onConflict|skipDuplicates|ignoreDuplicates|orIgnore|on\s+conflict|insert\s+ignore|onDuplicate/i

function* createsIn(model: Model, scenes: Scenes): Generator<BlindCreate> {
  for (const operation of [...model.operations, ...model.wrapped.all]) {
    if (operation.kind !== 'query' || operation.isUpsert) continue
    const created = model.rows.createdBy(operation)
    const isNew = created !== undefined && !created.rest.some((text) => text.startsWith('@'))
    const row = isNew ? created : takenBy(operation, model)
    if (!row || ((operation.table ?? row.table) === undefined && !isNew) || TOLERANT.test(operation.node.getText())) continue
    yield* lookFor(operation, row, isNew, scenes, model)
  }
}

/** Rows that are looked for and then created, or given what was looked for. */
export function blindCreates(model: Model, scenes: Scenes): readonly BlindCreate[] {
  const found = [...createsIn(model, scenes)]
  // Who handles a violation knows of a key, also where another insert of the same columns does not.
  const keys = new Set(found.flatMap((one) => (one.constraint === 'handled' ? [keyText(one)] : [])))
  return found.flatMap((one) => {
    if (one.constraint === 'handled') return []
    return [one.kind !== 'count' && one.constraint !== 'unique' && keys.has(keyText(one)) ? { ...one, constraint: 'unique', isHandled: isHandled(one.write, model) } : one]
  })
}

function keyText({ write, columns }: BlindCreate): string {
  return `${write.operation.table ?? ''} ${columns.map(columnName).sort().join()}`
}

/** What an existing row is given, as far as it comes from outside. */
function takenBy(operation: Operation, model: Model): NewRow | undefined {
  if (operation.access !== 'write') return undefined
  const { rows } = model
  const columns = new Map(givenTo(operation, model).map(({ column, text }) => [column, text]))
  const data = operation.data && skipOuter(operation.data)
  const whole = data && ts.isObjectLiteralExpression(data) ? data.properties.filter(ts.isSpreadAssignment).map(({ expression }) => expression) : data && operation.where.length > 0 ? [data] : []
  const rest = whole.map((one) => rows.textOf(one)).filter((text) => /^[⟨$]/.test(text))
  return columns.size === 0 && rest.length === 0 ? undefined : { columns, values: new Map(), rest, table: undefined }
}

/** Columns that an existing row is given values from outside: by whom, and as `Rows.textOf` says them. */
function givenTo(operation: Operation, model: Model): { readonly column: string; readonly text: string; readonly giver: Unit | undefined }[] {
  return model.rows.changesOf(operation).flatMap(({ column, value, isComputed, uses }) => {
    const text = value && !isComputed && uses.length === 0 ? model.rows.textOf(value) : ''
    return value && /^[⟨$]/.test(text) ? [{ column, text, giver: model.unitOf(value) }] : []
  })
}

/** The nearest look-ups: several where several callers of a function that creates have one each. */
function* lookFor(operation: Operation, row: NewRow, isNew: boolean, scenes: Scenes, model: Model): Generator<BlindCreate> {
  let found: number | undefined
  const told = new Set<Operation>()
  for (const scene of scenes.of(operation)) {
    if (found !== undefined && scene.depth > found) return
    const create = inScene(scene, operation, row, isNew, model)
    // A function around sees the same two.
    if (!create || told.has(create.read.operation)) continue
    found = scene.depth
    told.add(create.read.operation)
    yield create
  }
}

function inScene(scene: Scene, operation: Operation, row: NewRow, isNew: boolean, model: Model): BlindCreate | undefined {
  const { unit, write, reads } = scene
  for (const read of reads) {
    const found = read.operation
    if (found.kind !== 'query' || (found.access !== 'read' && found.access !== 'aggregate') || found.locks) continue
    const table = operation.table ?? row.table
    if (table === undefined) {
      const generic = inRepository(read, scene, model)
      if (generic) return generic
      continue
    }
    if (!isOneTable(found.table, operation.table ?? table, model)) {
      const counted = isNew ? countedRelation(read, scene, row, model) : undefined
      if (counted) return counted
      continue
    }
    const [first, last] = [read.calls[0], write.calls[0]]
    if (!first || !last || (first.node === last.node ? false : areExclusive(first.node, last.node))) continue
    const test = decidingTest(read, scene, model, (one, use) => (isAbsence(one.condition, use.node) ? 'absent' : one.isComparison ? 'either' : 'present'))
    if (!test) continue
    const matched = isNew ? matchedColumns(read, write, row, model) : takenColumns(read, write, row, model)
    const columns = matched?.columns
    const isCounted = found.access === 'aggregate' || /\bcount\s*\(/.test(found.node.getText())
    const isMeasured = test.isComparison || MEASURES.test(found.node.getText()) || test.uses.some((use) => use.operation === found && use.change === 'arithmetic') || (found.access === 'aggregate' && isOfSome(read, write, model))
    const isCount = isMeasured && (isCounted || /\.(?:length|size)\b/.test(test.condition.getText()))
    if (!matched || !columns || (columns.length === 0 && !isCount) || (isCount && !isNew)) continue
    // A comparison of something else of the row.
    if (test.isComparison && !isCount) continue
    const isOrdered = isNew && !isCount && ORDERED.test(found.node.getText())
    // The last entry of a log, beside which another one is written.
    if (isOrdered && isHeldAgainst(test, found, model)) continue
    const locked = isNew ? undefined : table
    if (isLocked(unit, last.node, locked, model) || isLockedOnTheWay(write.calls, operation, locked, model) || (isNew && isQueued(read, write, unit, model)) || isUninterrupted(found, operation, model)) continue
    const constraint = isCount ? 'none' : matched.isUnsure ? 'undeclared' : constraintOn(table ?? '', columns, model, matched)
    if (isNew && !isCount && constraint !== 'unique' && isHandledHere(write) && isKeyMadeOf(read, write, row, table, model)) continue
    // A violation that is told from other failures right here is one of a key over these columns that is declared elsewhere.
    if (!isCount && constraint !== 'unique' && isHandledHere(write) && !isOfOtherKeys(table ?? '', columns, model)) return { kind: isNew ? 'find' : 'take', read, write, unit, columns, narrowed: [], isComplete: false, constraint: 'handled', isHandled: true }
    return {
      kind: isCount ? 'count' : isNew ? 'find' : 'take',
      read,
      write,
      unit,
      columns,
      narrowed: matched.narrowed,
      isComplete: model.rows.keyOf(found)?.isComplete === true,
      constraint,
      isHandled: constraint === 'unique' && isHandled(write, model),
      isLatest: isOrdered && test.uses.every((use) => use.operation !== found || use.path.length === 0),
      open: isNew && !isCount && constraint === 'none' ? openKey(table, columns, matched.given, model) : undefined,
      isHeldByKey: isNew && !isCount && isHeldByKey(row, table, model),
      isIdentity: isNew && !isCount && matched.given.has('provider') && [...matched.given.keys()].some((column) => AT_PROVIDER.test(column)),
      isLooseLimit: isCount && isLooseLimit(test, found, model),
      either: [...matched.either].flatMap((column) => (columns.some((one) => columnName(one) === column) ? [] : [nameOf(column, found, model)])),
    }
  }
  return undefined
}

/** `if (last && last.actorId === actorId) return`, `if (same(last, given)) return last`: what was found is held against what comes, and where that is another, a row is made all the same. */
function isHeldAgainst({ uses }: RowTest, read: Operation, model: Model): boolean {
  return uses.some((use) => {
    if (use.operation !== read) return false
    const { node } = use
    if (ts.isCallExpression(node)) return node.arguments.some((argument) => model.rows.rowOf(argument)?.operation === read) && node.arguments.some((argument) => model.rows.rowOf(argument)?.operation !== read && !isConstantValue(argument))
    const { parent } = node
    if (use.path.length === 0 || !ts.isBinaryExpression(parent) || !/^[=!]==?$/.test(parent.operatorToken.getText())) return false
    const other = parent.left === node ? parent.right : parent.left
    return !isConstantValue(other) && other.getText() !== 'undefined'
  })
}

/** `customers.findOne({ email })`, `customers.create({ email, name })`, of a repository that inherits both and takes them as they are. */
function inRepository(read: RowAccess, scene: Scene, model: Model): BlindCreate | undefined {
  const { unit, write } = scene
  const [asked, created] = [read.calls.at(-2), write.calls.at(-2)]
  if (read.operation.table !== undefined || read.calls.length !== 2 || write.calls.length !== 2 || !asked || !created || read.operation.locks) return undefined
  const table = model.tableGivenBy(created)
  if (table === undefined || model.tableGivenBy(asked) !== table || areExclusive(asked.node, created.node)) return undefined
  const filter = literalGiven(asked, read.operation.where[0], read.operation, model)
  const values = literalGiven(created, write.operation.data, write.operation, model)
  if (!filter || !values || filter.size === 0) return undefined
  const columns = [...filter].filter(([column, text]) => /^[⟨$~]/.test(text) && values.get(column) === text).map(([column]) => column)
  if (columns.length === 0 || [...filter].some(([column, text]) => !columns.includes(column) && /^[@⟨$~]/.test(text))) return undefined
  const test = decidingTest(read, scene, model, (one, use) => (isAbsence(one.condition, use.node) ? 'absent' : one.isComparison ? undefined : 'present'))
  if (!test || isLocked(unit, created.node, undefined, model)) return undefined
  const constraint = constraintOn(table, columns, model)
  if (constraint !== 'unique' && isHandledHere(write)) return undefined
  return { kind: 'find', read, write, unit, columns, narrowed: [], isComplete: true, constraint, isHandled: constraint === 'unique' && isHandled(write, model) }
}

/** The object that a call gives to the parameter which an operation takes as it is. */
function literalGiven({ node }: Call, taken: ts.Expression | true | undefined, { unit }: Operation, model: Model): ReadonlyMap<string, string> | undefined {
  const name = taken && taken !== true ? skipOuter(taken) : undefined
  const index = name ? unit.parameters.findIndex((parameter) => parameter.name.getText() === name.getText()) : -1
  const given = index >= 0 && ts.isCallExpression(node) ? node.arguments[index] : undefined
  const value = given && skipOuter(given)
  if (!value || !ts.isObjectLiteralExpression(value)) return undefined
  return new Map(value.properties.flatMap((member): [string, string][] => {
    const written = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
    return written && member.name ? [[member.name.getText(), model.rows.textOf(written)]] : []
  }))
}

/**
 * `if (plan === 'free' && (await count({ where: { teamId } })) >= 1) throw ...`: rows of an owner are counted under a
 * condition that says nothing of them, and owners of whom it does not hold may have more.
 */
function isOfSome(read: RowAccess, write: RowAccess, model: Model): boolean {
  const [asked, made] = [read.calls[0]?.node, write.calls[0]?.node]
  const [owner, other] = [...(model.rows.keyOf(read.operation)?.columns ?? [])]
  if (!asked || !made || !owner || other || !/.id$/.test(owner[0])) return false
  const value = read.lift(owner[1])
  for (let at: ts.Node = asked; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    const condition = ts.isIfStatement(parent) && at === parent.thenStatement && !contains(parent, made) ? parent.expression : ts.isBinaryExpression(parent) && at === parent.right && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? parent.left : undefined
    if (condition && !mentions(condition, value, model)) return true
  }
  return false
}

/** @param value as `Rows.textOf` says it */
function mentions(condition: ts.Node, value: string, model: Model): boolean {
  if (ts.isExpression(condition) && model.rows.textOf(condition) === value) return true
  return ts.forEachChild(condition, (child) => mentions(child, value, model) || undefined) === true
}

/** `team.members.length >= team.seats`, `team._count.members >= team.seats`: the rows of a relation are counted where the row they belong to is loaded. */
function countedRelation(read: RowAccess, scene: Scene, row: NewRow, model: Model): BlindCreate | undefined {
  const { unit, write } = scene
  const parent = model.table(read.operation.table)
  const child = model.table(write.operation.table ?? row.table)
  const relations = parent && child ? parent.relations.filter((relation) => relation.many && model.table(relation.target) === child) : []
  if (relations.length === 0) return undefined
  const test = decidingTest(read, scene, model, (one, { path }) => (one.isComparison && relations.some(({ name }) => (path[1] === 'length' && name === path[0]) || (path[0] === '_count' && name === path[1])) ? 'either' : undefined))
  const own = [...row.columns].filter(([, text]) => model.rows.rowIn(write.lift(text))?.operation === read.operation || [...(model.rows.keyOf(read.operation)?.columns.values() ?? [])].some((value) => read.lift(value) === write.lift(text)))
  if (!test || own.length === 0 || isLocked(unit, write.calls[0]?.node ?? write.operation.call.node, undefined, model)) return undefined
  return { kind: 'count', read, write, unit, columns: own.slice(0, 1).map(([column]) => nameOf(column, write.operation, model)), narrowed: [], isComplete: true, constraint: 'none', isHandled: false, isLooseLimit: isLooseLimit(test, read.operation, model) }
}

interface Matched {
  readonly columns: readonly string[]
  readonly narrowed: readonly string[]
  /** A column is given a value that may be another one. */
  readonly isUnsure: boolean
  /** What the row made here is given, by column, as `Rows.textOf` says it. */
  readonly given: ReadonlyMap<string, string>
  /** Columns in which two rows made at once are the same. */
  readonly settled: ReadonlyMap<string, Settled>
  /** Columns that the row is given what one side of an `or` looked for. */
  readonly either: ReadonlySet<string>
}

const NOTHING_GIVEN = { narrowed: [], isUnsure: false, given: new Map(), settled: new Map(), either: new Set<string>() }

/** Columns by which the row was looked for and which are given to the new row; undefined where a condition is about something else. */
function matchedColumns(read: RowAccess, write: RowAccess, row: NewRow, model: Model): Matched | undefined {
  const key = model.rows.keyOf(read.operation)
  if (!key) return read.operation.where.length === 0 ? { columns: [], ...NOTHING_GIVEN } : undefined
  const given = new Map([...row.columns].map(([column, text]) => [column, write.lift(text)] as const))
  const rest = row.rest.map((text) => write.lift(text))
  // An existing row that is saved again is no new one.
  if (rest.some((text) => text.startsWith('@'))) return undefined
  const found: string[] = []
  const values: string[] = []
  const narrowed: string[] = []
  let isUnsure = false
  for (const [column, text] of key.columns) {
    const value = read.lift(text)
    if (given.get(column) === value || rest.some((whole) => value.toLowerCase().replaceAll('_', '') === `${whole}.${column}`.toLowerCase().replaceAll('_', ''))) {
      found.push(nameOf(column, read.operation, model))
      values.push(value)
    }
    // `deletedAt: null`, `status: 'active'` narrow what is looked for; another value would look for another row.
    else if (given.has(column) && /^[@⟨$]/.test(value) && !/\s/.test(value)) return undefined
    else if (!given.has(column) && /^[@⟨$~]/.test(value)) return undefined
    // `{ status: 'RUNNING' }` is looked for, and a draft is made.
    else if (isConstant(value) && isConstant(given.get(column) ?? '')) return undefined
    else if (given.has(column)) isUnsure = true
    else if (!/^(?:\*|_?id)$/.test(column) && !/^\W*\{/.test(value) && !MARKS_DELETED.test(column)) narrowed.push(nameOf(column, read.operation, model))
  }
  if (found.length === 0) return undefined
  // `{ kind: 'chat', 'settings.phone': phone }`: what is looked for is not what the row says of itself, which a key of its own holds.
  if (!key.isComplete && values.every(isConstant)) {
    if (model.table(row.table ?? write.operation.table)?.uniqueKeys.some((columns) => columns.some((column) => found.some((one) => columnName(one) === columnName(column))) && columns.every((column) => given.has(columnName(column))))) return undefined
    isUnsure = true
  }
  const sieve = sieveOf(read.operation, model)
  for (const column of sieve?.columns ?? []) (given.has(columnName(column)) ? found : narrowed).push(column)
  if (sieve?.isDeep) isUnsure = true
  const known = knownBy(values, isMessage(write, model))
  const settled = new Map([...row.values].map(([column, value]) => [column, settledBy(value, known, (text) => write.lift(text), model)] as const))
  const either = new Set([...key.either].flatMap(([column, text]) => (given.get(column) === read.lift(text) ? [column] : [])))
  return { columns: found, narrowed, isUnsure, given, settled, either }
}

/** Methods that pick rows out of a list by what a function says of each. */
const PICKS = /^(?:find|findLast|some|filter)$/

/** `items.find((item) => item.productId === productId)`: columns by which the code picks a row out of those that were read; deep: by what is inside of one. */
function sieveOf(read: Operation, model: Model): { readonly columns: readonly string[]; readonly isDeep: boolean } | undefined {
  const inside = model.units.filter(({ parent }) => parent === read.unit)
  for (const { node, name } of [read.unit, ...inside].flatMap(({ calls }) => calls)) {
    if (!PICKS.test(name) || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || model.rows.rowOf(node.expression.expression)?.operation !== read) continue
    const [picks] = node.arguments
    const [parameter] = picks && ts.isArrowFunction(picks) ? picks.parameters : []
    if (!parameter || !ts.isIdentifier(parameter.name)) continue
    const columns = new Set<string>()
    let isDeep = false
    const element = parameter.name.text
    const visit = (at: ts.Node): void => {
      if (ts.isPropertyAccessExpression(at) && skipOuter(at.expression).getText() === element) {
        columns.add(at.name.text)
        let outer: ts.Node = at.parent
        while (ts.isParenthesizedExpression(outer) || ts.isAsExpression(outer) || ts.isNonNullExpression(outer)) outer = outer.parent
        if (ts.isPropertyAccessExpression(outer) && !ts.isCallExpression(outer.parent)) isDeep = true
      } else ts.forEachChild(at, visit)
    }
    if (picks) visit(picks)
    if (columns.size > 0) return { columns: [...columns], isDeep }
  }
  return undefined
}

/** The write is reached by messages alone, which come again as they were. */
function isMessage({ calls: [first] }: RowAccess, model: Model): boolean {
  const entries = first ? model.entryPointsOf(first.unit) : []
  return entries.length > 0 && entries.every(({ kind }) => kind === 'consumer' || kind === 'job')
}

/** A text, number or truth that stands in the code. */
function isConstant(text: string): boolean {
  return /^(?:["'`]|-?\d|true$|false$)/.test(text)
}

/** Columns by which another row was looked for and which this one is given; conditions about more than that narrow them. */
function takenColumns(read: RowAccess, write: RowAccess, row: NewRow, model: Model): Matched | undefined {
  const key = model.rows.keyOf(read.operation)
  if (!key) return undefined
  const rest = row.rest.map((text) => write.lift(text))
  // What other callers of a shared `update(id, values)` give is not given here.
  const way = new Set([write.operation.unit, ...write.calls.map(({ unit }) => unit)].flatMap((unit) => [unit, ...functionsAround(unit)]))
  const given = givenTo(write.operation, model).filter(({ giver }) => giver === undefined || way.has(giver))
  const isGiven = (column: string, value: string) => given.some((one) => one.column === column && write.lift(one.text) === value) || rest.some((whole) => value.toLowerCase().replaceAll('_', '') === `${whole}.${column}`.toLowerCase().replaceAll('_', ''))
  const columns = [...key.columns].map(([column, text]) => [column, read.lift(text)] as const)
  // The row itself is looked for.
  if (columns.some(([column, value]) => column === 'id' && /^[@⟨$]/.test(value))) return undefined
  const found = columns.filter(([column, value]) => /^[⟨$]/.test(value) && !STATES.test(column) && isGiven(column, value))
  return found.length > 0 ? { columns: columns.filter(([column]) => column !== 'id').map(([column]) => nameOf(column, read.operation, model)), ...NOTHING_GIVEN } : undefined
}

/** The column as the code writes it. */
function nameOf(column: string, operation: Operation, model: Model): string {
  const text = operation.node.getText()
  const declared = model.table(operation.table)?.columns.find(({ name }) => columnName(name) === column)?.name
  const words = text.match(/[A-Za-z_]\w*/g) ?? []
  return words.find((word) => columnName(word) === column) ?? declared ?? column
}

/** @param matched what the row is given: where that is settled, two rows made at once differ in the other columns only */
function constraintOn(name: string, columns: readonly string[], model: Model, { narrowed, given, settled, either }: Omit<Matched, 'columns'> = NOTHING_GIVEN): BlindCreate['constraint'] {
  const table = model.table(name)
  if (!table || isOfOtherDatabase(table, given)) return 'undeclared'
  const known = new Set(columns.map(columnName))
  const all = new Set([...known, ...narrowed.map(columnName)])
  const alike = new Map([...given].flatMap(([column, text]) => (isConstant(text) ? [[columnName(column), text.replace(/['"`]/g, '').toLowerCase()] as const] : [])))
  const isKnown = (column: string) => all.has(columnName(column)) || either.has(columnName(column)) || settled.get(columnName(column)) === 'made'
  if (table.uniqueKeys.some((key) => key.some(isKnown) && key.every((column) => isKnown(column) || alike.has(columnName(column)) || settled.get(columnName(column)) !== undefined))) return 'unique'
  const names = new Set([...given.keys()].map(columnName))
  const meets = (column: string, is: readonly string[]) => (alike.has(columnName(column)) ? is.includes(`${column}=${alike.get(columnName(column)) ?? ''}`) : false) || (is.includes(`${column}!=null`) && names.has(columnName(column)))
  // A key over the open ones holds where an open one is looked for and made; a new row is never marked as deleted.
  if (table.partialKeys?.some(({ columns: key, of, is = [] }) => key.length > 0 && key.every(isKnown) && of.every((column) => isKnown(column) || MARKS_DELETED.test(columnName(column)) || meets(column, is)))) return 'unique'
  const declared = new Set(table.columns.map((column) => columnName(column.name)))
  return [...known].every((column) => declared.has(column)) ? 'none' : 'undeclared'
}

/** The row has columns that a schema which says everything does not: a client of another database writes a table of the same name there. */
function isOfOtherDatabase(table: Table, given: ReadonlyMap<string, string>): boolean {
  const known = new Set([...table.columns.flatMap(({ name, databaseName = name }) => [name, databaseName]), ...table.relations.flatMap(({ name }) => [name, `${name}id`])].map(columnName))
  return table.source === 'prisma' && [...given.keys()].some((column) => !known.has(column))
}

/** `@@unique([orgId, name, deletedAt])`: rows in which a column of the key is null are never the same to it. */
function openKey(name: string, columns: readonly string[], given: ReadonlyMap<string, string>, model: Model): BlindCreate['open'] {
  const table = model.table(name)
  const known = new Set(columns.map(columnName))
  const declared = new Map(table?.columns.map((column) => [columnName(column.name), column]) ?? [])
  for (const key of table?.uniqueKeys ?? []) {
    const others = key.filter((column) => !known.has(columnName(column)))
    if (others.length !== 1 || key.length - others.length !== known.size) continue
    const [other = ''] = others
    const column = declared.get(columnName(other))
    if (column?.nullable && /^(?:null|undefined)$/.test(given.get(columnName(other)) ?? 'null')) return { columns: key.map((one) => declared.get(columnName(one))?.name ?? one), missing: column.name }
  }
  return undefined
}

/** `data: { name, login: { create: { provider, providerId } } }`, where a login can be there once. */
function isHeldByKey(row: NewRow, name: string, model: Model): boolean {
  return (model.table(name)?.relations ?? []).some((relation) => {
    const value = row.values.get(columnName(relation.name))
    const literal = value && skipOuter(value)
    const [create] = literal && ts.isObjectLiteralExpression(literal) ? propertyOf(literal, 'create') : []
    const made = create && skipOuter(create)
    if (!made || !ts.isObjectLiteralExpression(made)) return false
    return (model.table(relation.target)?.uniqueKeys ?? []).some((key) => key.length > 0 && key.every((column) => isGiven(made, column, model)))
  })
}

/** The property comes from what the function was given, and is no value of this run alone, as a random one is. */
function isGiven(literal: ts.ObjectLiteralExpression, column: string, model: Model): boolean {
  const member = literal.properties.find((one) => one.name && columnName(one.name.getText()) === columnName(column))
  const written = member && ts.isPropertyAssignment(member) ? skipOuter(member.initializer) : member && ts.isShorthandPropertyAssignment(member) ? member.name : undefined
  const value = written && ts.isIdentifier(written) ? skipOuter(model.initializerOf(written) ?? written) : written
  return value !== undefined && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value))
}

/** Rows from which on a limit keeps order and nobody's money: a few more make no difference. */
const LOOSE = 100

/** `count >= 500`, `count + 1 > MOST_LINKS`, `count >= limits.links`, where the numbers stand in the code, and no row says them. */
function isLooseLimit({ condition }: RowTest, read: Operation, model: Model): boolean {
  const whole = [condition, ...(ts.isIdentifier(skipOuter(condition)) || ts.isAwaitExpression(skipOuter(condition)) ? read.unit.returns : [])]
  return whole.some((expression) => {
    let isLoose = false
    let isOpen = false
    const visit = (at: ts.Node): void => {
      // `plan.includes('trial') && ...` is no number.
      if (ts.isCallExpression(at) && isConjunct(at)) return
      if (ts.isNumericLiteral(at)) isLoose ||= Number(at.text.replaceAll('_', '')) >= LOOSE
      else if (ts.isPropertyAccessExpression(at)) {
        const numbers = comesFrom(at, read, model) ? [] : (numbersOfPlans(at, model) ?? [NaN])
        isLoose ||= numbers.some((number) => number >= LOOSE)
        // A plan that has none of it lets nobody pass.
        isOpen ||= !numbers.every((number) => number >= LOOSE || number === 0)
      }
      else if (ts.isIdentifier(at)) {
        const number = fixedNumber(at, model)
        if (number !== undefined) isLoose ||= number >= LOOSE
        else isOpen ||= !comesFrom(at, read, model) && ts.isBinaryExpression(at.parent) && /^(?:[<>]=?|[=!]==?)$/.test(at.parent.operatorToken.getText())
      } else ts.forEachChild(at, visit)
    }
    visit(expression)
    return isLoose && !isOpen
  })
}

/** One of the conditions that must hold, as it stands or denied. */
function isConjunct({ parent }: ts.Node): boolean {
  return (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) || (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
}

/**
 * What a member of a function's result may be, where tables of plans say it: `links` of
 * `const limits = await limitsOf(team)`, which returns `{ ...PLANS[team.plan], used }`.
 *
 * @returns undefined where no table says it, or something else may
 */
function numbersOfPlans(member: ts.PropertyAccessExpression, model: Model): readonly number[] | undefined {
  const root = skipOuter(member.expression)
  const initializer = ts.isIdentifier(root) ? model.initializerOf(root) : undefined
  const value = initializer && skipOuter(initializer)
  const made = value && ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
  const call = made && ts.isCallExpression(made) ? model.unitOf(made)?.calls.find(({ node }) => node === made) : undefined
  const numbers = (call ? model.resolve(call).units : []).flatMap(({ returns }) => returns.flatMap((returned) => numbersIn(returned, member.name.text, 0, model)))
  return numbers.length > 0 && !numbers.includes(undefined) ? numbers.flatMap((number) => number ?? []) : undefined
}

/** Steps into names, spreads and tables. */
const MOST_HOPS = 8

/** Numbers that a member has in an object and in those it is made of; undefined stands for one that the code does not fix. What is added under a condition is an exception, and left out. */
function numbersIn(expression: ts.Expression, member: string, hops: number, model: Model): (number | undefined)[] {
  const value = skipOuter(expression)
  const next = (one: ts.Expression | undefined) => (one && hops < MOST_HOPS ? numbersIn(one, member, hops + 1, model) : [])
  if (ts.isIdentifier(value)) return next(model.initializerOf(value))
  // `PLANS[plan]`
  if (ts.isElementAccessExpression(value)) {
    const table = model.initializerOf(value.expression)
    const literal = table && skipOuter(table)
    return literal && ts.isObjectLiteralExpression(literal) ? literal.properties.flatMap((row) => next(ts.isPropertyAssignment(row) ? row.initializer : undefined)) : []
  }
  if (ts.isBinaryExpression(value) && isEither(value.operatorToken.kind)) return [...next(value.left), ...next(value.right)]
  if (!ts.isObjectLiteralExpression(value)) return []
  return value.properties.flatMap((part): (number | undefined)[] => {
    if (ts.isSpreadAssignment(part)) return next(part.expression)
    if (part.name?.getText() !== member) return []
    const given = ts.isPropertyAssignment(part) ? skipOuter(part.initializer) : undefined
    return [given && ts.isNumericLiteral(given) ? Number(given.text.replaceAll('_', '')) : given && ts.isIdentifier(given) ? fixedNumber(given, model) : undefined]
  })
}

function comesFrom(value: ts.Expression, read: Operation, model: Model): boolean {
  return model.rows.valuesIn(value).some(({ operation }) => operation === read)
}

/** `MOST_PHOTOS`, also where the environment may say another number. */
function fixedNumber(name: ts.Identifier, model: Model): number | undefined {
  const initializer = model.initializerOf(name)
  let value = initializer && skipOuter(initializer)
  while (value && ts.isBinaryExpression(value) && isEither(value.operatorToken.kind)) value = skipOuter(value.right)
  return value && ts.isNumericLiteral(value) ? Number(value.text.replaceAll('_', '')) : undefined
}

/** The table declares keys, and none of them has to do with the columns. */
function isOfOtherKeys(name: string, columns: readonly string[], model: Model): boolean {
  const keys = (model.table(name)?.uniqueKeys ?? []).filter((key) => key.some((column) => column !== 'id'))
  const known = new Set(columns.map(columnName))
  return keys.length > 0 && !keys.some((key) => key.some((column) => known.has(columnName(column))))
}

/** `slug: slugFor({ code, name })` of what was looked for by `code`, under a key: whoever handles its violation means the second of two at once. */
function isKeyMadeOf(read: RowAccess, write: RowAccess, row: NewRow, name: string, model: Model): boolean {
  const asked = new Set([...(model.rows.keyOf(read.operation)?.columns.values() ?? [])].map((text) => read.lift(text)).filter((text) => !isConstant(text)))
  const isMade = (column: string) => {
    const value = row.values.get(columnName(column))
    const made = value && skipOuter(model.initializerOf(value) ?? value)
    const call = made && ts.isAwaitExpression(made) ? skipOuter(made.expression) : made
    if (!call || !ts.isCallExpression(call)) return false
    const given = call.arguments.flatMap((argument) => (ts.isObjectLiteralExpression(argument) ? argument.properties.flatMap((member) => (ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : [])) : argument))
    return given.some((argument) => asked.has(write.lift(model.rows.textOf(argument))))
  }
  return (model.table(name)?.uniqueKeys ?? []).some((key) => key.length === 1 && key.every(isMade))
}

function isHandledHere(write: RowAccess): boolean {
  return write.calls.some(({ node }) => {
    const block = ts.findAncestor(node, (at) => ts.isFunctionLike(at) || (ts.isBlock(at) && ts.isTryStatement(at.parent) && at.parent.tryBlock === at))
    return block !== undefined && ts.isTryStatement(block.parent) && VIOLATION.test(block.parent.catchClause?.getText() ?? '')
  })
}

function isHandled(write: RowAccess, model: Model): boolean {
  for (const { node } of write.calls)
    for (let at: ts.Node = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
      const { parent } = at
      if (ts.isTryStatement(parent) && parent.tryBlock === at && parent.catchClause && (VIOLATION.test(parent.catchClause.getText()) || /\bcode\b|duplicate|conflict|unique|find\w*\(/i.test(parent.catchClause.getText()))) return true
      if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'catch') return true
    }
  // Handled once for all, in a filter or an error handler.
  return handlesViolations(model)
}

const handling = new WeakMap<Model, boolean>()

/** Whether any code of the project looks at violations of keys. */
function handlesViolations(model: Model): boolean {
  let known = handling.get(model)
  if (known === undefined) {
    const files = new Set(model.units.map((unit) => unit.file))
    handling.set(model, (known = [...files].some((file) => file.surface === 'production' && VIOLATION.test(file.text()))))
  }
  return known
}
