import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { boundNames } from '../../src/libraries/paths.js'
import { filterOf, type Filter } from '../../src/model/filters.js'
import { givenAt } from '../../src/model/given-by-callers.js'
import { requestName } from '../../src/model/reach.js'
import type { EntryPoint, Model, Operation, Unit } from '../../src/model/types.js'
import type { Workspace } from '../../src/workspace/types.js'

export default defineRule({
  id: 'unfiltered-write',
  severity: 'critical',
  title: 'An update or delete changes every row of a table.',
  category: 'sharp-edge',
  topic: 'architecture',
  handoff: 'backend',
  check({ model, workspace, report }) {
    const groups = new Map<string, UnfilteredWrite[]>()
    let policies: readonly string[] | undefined
    for (const operation of [...model.operations, ...model.wrapped.all]) {
      if (operation.kind !== 'query' || (operation.access !== 'write' && operation.access !== 'delete') || !operation.wide) continue
      const filter = filterOf(operation, model)
      if (filter.kind === 'given' || onlyTakesOut(operation)) continue
      const entries = model.entryPointsOf(operation.unit)
      // What a schema in front of the handler let through is there.
      if (filter.kind === 'droppable' && filter.values.every(({ reason }) => reason === 'input') && entries.some(isValidated)) continue
      const confidence = isFilteredByPolicy(operation, (policies ??= textsOfPolicies(workspace))) ? 'low' : confidenceOf(operation, filter, entries, model)
      // What empties a database table by table is one decision.
      const isMeant = filter.kind !== 'droppable' && filter.kind !== 'conditional' && saysAll(operation, entries, EVERYTHING)
      const key = isMeant ? `${operation.unit.id} ${confidence}` : `${operation.unit.file.relative} ${operation.node.pos}`
      groups.set(key, [...(groups.get(key) ?? []), { operation, filter, entries, confidence }])
    }
    for (const [first, ...others] of groups.values()) {
      if (!first) continue
      const { operation, filter, entries, confidence } = first
      const flow = filter.kind === 'droppable' ? filter.values.flatMap((value) => value.flow ?? [])[0] : undefined
      const step = (one: Operation) => ({ file: one.unit.file, node: one.call.node, label: one.label })
      report({
        at: { file: operation.unit.file, node: operation.node },
        message: `${messageOf(operation, filter, entries[0])}${others.length > 0 ? `; ${operation.unit.name} does the same to ${others.length} more ${others.length > 1 ? 'tables' : 'table'}` : ''}`,
        why: whyOf(filter, operation),
        trace: [...(flow?.trace ?? []), ...(flow || others.length > 0 ? [step(operation)] : []), ...others.map((other) => step(other.operation))],
        fixes: [fixFor(operation, filter)],
        confidence,
      })
    }
  },
})

/** `updateMany({}, { $pull: { categories: id } })` changes the rows that hold what is taken out. */
function onlyTakesOut({ data }: Operation): boolean {
  return data !== undefined && ts.isObjectLiteralExpression(data) && data.properties.length > 0 && data.properties.every(({ name }) => /^['"]?\$pull(?:All)?['"]?$/.test(name?.getText() ?? ''))
}

/** SQL files in which policies are switched on. */
function textsOfPolicies({ files }: Workspace): readonly string[] {
  return files.flatMap((file) => (file.kind === 'sql' && /\b(?:ENABLE|FORCE)\s+ROW\s+LEVEL\s+SECURITY\b/i.test(file.text()) ? [file.text()] : []))
}

/** A policy of the database says which rows a transaction sees: `ALTER TABLE rules ENABLE ROW LEVEL SECURITY`. */
function isFilteredByPolicy({ table, declaredTable }: Operation, policies: readonly string[]): boolean {
  const name = declaredTable?.databaseName ?? declaredTable?.name ?? table
  if (name === undefined || policies.length === 0) return false
  // Migrations for many tables name them in a list: `FOREACH t IN ARRAY ARRAY['rates', 'rules']`.
  const named = new RegExp(String.raw`\btable\s+(?:\w+\s+){0,3}(?:"?\w+"?\.)?"?${name}"?\s+(?:enable|force)\b|\bpolicy\s+\S+\s+on\s+(?:"?\w+"?\.)?"?${name}\b|'${name}'`, 'i')
  return policies.some((text) => named.test(text))
}

interface UnfilteredWrite {
  readonly operation: Operation
  readonly filter: Filter
  readonly entries: readonly EntryPoint[]
  readonly confidence: Confidence
}

/** Entry points that nobody asks for. */
const UNATTENDED: ReadonlySet<EntryPoint['kind']> = new Set(['cron', 'job', 'cli'])

/** Functions that are meant to touch everything say so. */
const TOUCHES_ALL = /(?:truncate|reset|clear|purge|wipe|drop|nuke|every|entire|whole|table)/i
/** So does what keeps derived data as it should be, and is asked for now and then. */
const UPKEEP = /(?:activat|clean|prune|flush|seed|tear_?down|expire|vacuum|rebuild|reindex|sync|refresh|recompute|recalculate|reload|restore|import|migrate|backfill|bootstrap|initiali[sz]e|populate|setup)/i
/** `initDatabase`, `runInit`. */
const INIT = /(?:^|[a-z_])[iI]nit(?=[A-Z_]|$)/
/** `deleteAllOrders`, `markAll`. */
const ALL = /(?:^a|_a|(?<=[a-z\d])A|^A)ll(?![a-z])|[Gg]lobal/
/** Tables whose rows are made again. */
const EPHEMERAL = /(?:cache|queue|session|job|lock|token|te?mp|staging|snapshot|backup|view|stat|metric|aggregat|leaderboard|rank|index|setting|config|flag|singleton|(?:^|_)(?:root|meta|state|version)$)/i
const INTERNAL_PATH = /(?:^|[/_-])(?:test|tests|testing|e2e|dev|debug|seed|reset|internal|maintenance)(?:[/_-]|$)/i

/** Code that runs when there is nothing in the database that somebody would miss. */
const INSTALLS = /(?:^|\/)(?:setup|install(?:er|ation)?|wizard)(?:\/|\.[cm]?[jt]s$)/i

/** What there is one of: removing it is removing all of its rows. */
const SETTINGS_PATH = /(?:^|\/)(?:config|configuration|settings?|cache|setup)(?:\/|$)/i
/** Paths that are about all rows. */
const ALL_PATH = /(?:^|\/)(?:bulk[\w-]*|clear[\w-]*|purge[\w-]*|flush[\w-]*|wipe[\w-]*|all)(?:\/|$)/i

/** High and medium are kept for what a request can bring about, and nobody meant. */
function confidenceOf(operation: Operation, filter: Filter, entries: readonly EntryPoint[], model: Model): Confidence {
  // What it holds is not known: it may be the one row of settings.
  if (operation.table === undefined || model.tableSize(operation.table) === 'small') return 'low'
  const isServed = entries.some(({ kind }) => !UNATTENDED.has(kind))
  // In a program of which no entry point is known, anybody may come to it.
  const mayBeServed = isServed || model.entryPoints.length === 0
  const sure = isServed && operation.confidence === 'high' ? 'high' : 'medium'
  if (filter.kind !== 'droppable' && filter.kind !== 'conditional') {
    if (isForgotten(operation, entries)) return entries.length > 0 || mayBeServed ? sure : 'low'
    return !mayBeServed || saysAll(operation, entries, EVERYTHING) || isMeantElsewhere(operation, entries, model) || EPHEMERAL.test(operation.table) ? 'low' : sure
  }
  if (!mayBeServed) return 'low'
  if (filter.kind === 'conditional') return saysAll(operation, entries, ALL_OF_IT) || isMeantElsewhere(operation, entries, model) || isFilledByCallers(filter.expression, operation, model) ? 'low' : 'medium'
  if (operation.wide?.undefinedValue !== 'dropped') return 'low'
  return filter.values.every(({ flow }) => flow?.confidence === 'high') ? sure : 'medium'
}

/** All callers give a value on which a condition depends: `if (status) where.status = status`, called as `close('open')`. */
function isFilledByCallers(filter: ts.Identifier, { unit }: Operation, model: Model): boolean {
  const callers = model.callersOf(unit)
  const asked = conditionsFor(filter, unit)
  const isThere = (value: ts.Expression | undefined) => value !== undefined && value.getText() !== 'undefined' && !model.mayBeUndefined(value)
  const isFilled = (call: ts.Node): boolean =>
    unit.parameters.some((parameter) => {
      const { name } = parameter
      const { value: argument, isSeen } = givenAt(call, parameter)
      if (!argument || !isSeen || !ts.isIdentifier(name)) return false
      if (asked.includes(name.text)) return isThere(argument)
      return ts.isObjectLiteralExpression(argument) && argument.properties.some((member) => asked.includes(`${name.text}.${member.name?.getText()}`) && isThere(ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined))
    })
  return callers.length > 0 && callers.every(({ call, use }) => use === undefined && isFilled(call.node))
}

/** What is asked before a condition is added to a filter, as written: `filter.status`. */
function conditionsFor(filter: ts.Identifier, { node }: Unit): string[] {
  const found: string[] = []
  const visit = (at: ts.Node): void => {
    if (ts.isIfStatement(at) && new RegExp(String.raw`\b${filter.text}\b`).test(at.thenStatement.getText())) found.push(at.expression.getText())
    ts.forEachChild(at, visit)
  }
  visit(node)
  return found
}

/** `clear()`, `truncate()`: nobody calls them and means some rows. */
const MEANS_ALL = /^(?:clear|truncate)/i
/** Functions that are about some of the rows. */
const SOME = /(?:[Ee]xpired|[Ss]tale|[Ii]nactive|[Oo]utdated|[Uu]nused|[Oo]rphan(?:ed)?|[Aa]bandoned|[Uu]npaid|[Uu]nconfirmed|[Uu]nverified)|(?:By|Of|For|Where)(?=[A-Z])/
/** What says which row is meant. */
const KEY = /(?:^|_)(?:id|ids|uuid|slug|email|number|key)$|(?:Id|Ids|ID|Uuid|UUID|Slug|Email|Number|Key)$/

/** Something says which rows are meant, and the statement does not ask for it: a key that the function is given, its name, or the path. */
function isForgotten({ unit, node }: Operation, entries: readonly EntryPoint[]): boolean {
  const names = namesAround(unit)
  if (names.some((name) => SOME.test(name)) && !names.some((name) => ALL.test(name))) return true
  const text = node.getText()
  const keys = unit.parameters.flatMap((parameter) => boundNames(parameter.name).flatMap(({ text: key }) => (KEY.test(key) ? [key] : [])))
  if (keys.some((key) => !new RegExp(String.raw`\b${key}\b`).test(text)) && keys.every((key) => !isUsedBefore(key, unit, node))) return true
  return entries.some((entry) => entry.handler === unit && entry.path !== undefined && /[:{[]\w*(?:id|uuid|slug)\b/i.test(entry.path) && !/param/i.test(unit.node.getText()))
}

/** The key was needed for something else. */
function isUsedBefore(key: string, unit: Unit, node: ts.Node): boolean {
  const text = unit.node.getText()
  const start = unit.node.getStart()
  const body = (unit.node as ts.FunctionLikeDeclaration).body
  if (!body) return false
  const around = text.slice(body.getStart() - start, node.getStart() - start) + text.slice(node.getEnd() - start)
  return new RegExp(String.raw`\b${key}\b`).test(around)
}

/** What names say that mean every row; `bulkRemove(criteria)` is about the rows that were asked for. */
const ALL_OF_IT = [TOUCHES_ALL, UPKEEP, ALL]
const EVERYTHING = [...ALL_OF_IT, INIT, /[Bb]ulk/]

/** `Pauses all limiters.`, but not `Removes all lines of an order.` */
const SAID_OF_ALL = /\b(?:all|every|entire|whole)\b(?!.*\b(?:of|for|by|with|from|in|that|which|whose|where|older|before)\b)/i

/** Names of functions around, or of the handler, the path, or what is written above, say that every row is meant: `deleteAll`, `resetSeats`. */
function saysAll({ unit }: Operation, entries: readonly EntryPoint[], says: readonly RegExp[]): boolean {
  const names = [...namesAround(unit), ...entries.map(({ handler }) => handler.name)]
  return names.some((name) => says.some((pattern) => pattern.test(name))) || entries.some(({ path }) => path !== undefined && ALL_PATH.test(path)) || documentationOf(unit).split('\n').some((line) => SAID_OF_ALL.test(line))
}

/** The documentation comment of a function; TypeScript is not asked to parse them. */
function documentationOf({ node }: Unit): string {
  if (ts.isSourceFile(node)) return ''
  const holder = ts.findAncestor(node as ts.Node, (at) => ts.isStatement(at) || ts.isClassElement(at)) ?? node
  const above = holder.getSourceFile().text.slice(holder.pos, holder.getStart())
  return above.slice(Math.max(0, above.lastIndexOf('/**')))
}

/** Where it stands, or what is done besides, says that every row is meant. */
function isMeantElsewhere(operation: Operation, entries: readonly EntryPoint[], model: Model): boolean {
  if (entries.some(({ path }) => path !== undefined && (INTERNAL_PATH.test(path) || SETTINGS_PATH.test(path)))) return true
  if (INSTALLS.test(operation.unit.file.relative) || isAlone(operation, model) || isSetAgain(operation, model) || isAskedForAll(operation)) return true
  if (operation.access !== 'delete') return false
  return MEANS_ALL.test(operation.call.name) || /\btruncate\b/i.test(operation.node.getText()) || isMadeAgain(operation, model)
}

/** `if (args.isGlobal && args.overwrite)`: whoever asks says that all are meant. */
function isAskedForAll({ node, unit }: Operation): boolean {
  for (let at: ts.Node = node; at !== unit.node && at.parent; at = at.parent)
    if (ts.isIfStatement(at.parent) && at.parent.thenStatement === at && /\b(?:overwrite|is_?global|(?:apply|for|to)_?(?:to)?_?all|all)\b/i.test(at.parent.expression.getText())) return true
  return false
}

/** `update({ primary: false })` for all, and `update({ primary: true }).where(...)` for one behind it. */
function isSetAgain({ access, data, label, node, table, unit }: Operation, model: Model): boolean {
  const set = constantsIn(data)
  if (access !== 'write' || set.size === 0) return false
  return model.operations.some((other) => other.unit === unit && other.node.pos > node.end && other.access === 'write' && !/insert|create|upsert/i.test(other.label) && (other.table === table || other.label === label) && (other.where.length > 0 || other.steps.length > 0 || !other.wide) && [...constantsIn(other.data)].some(([column, value]) => set.has(column) && set.get(column) !== value))
}

/** Columns that are given a constant, and its text. */
function constantsIn(data: ts.Expression | undefined): ReadonlyMap<string, string> {
  const members = data && ts.isObjectLiteralExpression(data) ? data.properties : []
  return new Map(members.flatMap((member): [string, string][] => (ts.isPropertyAssignment(member) && /^(?:true|false|null|\d+|['"][^'"]*['"]|[A-Z]\w*\.\w+)$/.test(member.initializer.getText()) ? [[member.name.getText(), member.initializer.getText()]] : [])))
}

/** Somewhere the table is read as if it had one row: `findFirst()`. */
function isAlone({ table }: Operation, model: Model): boolean {
  return table !== undefined && model.operations.some((other) => other.table === table && other.access === 'read' && other.arity === 'one' && other.where.length === 0 && other.sql.length === 0 && /first|one/i.test(other.label) && other.steps.length === 0)
}

/** Rows of the table are written behind the delete, from a list or one by one: they are replaced. */
function isMadeAgain({ node, table, unit }: Operation, model: Model): boolean {
  if (table === undefined) return false
  // `await this.embedProducts()` behind it, which creates them in a loop.
  if (model.rows.accessesOf(unit).some(({ operation: other, calls }) => calls.length > 1 && (calls[0]?.node.pos ?? 0) > node.end && other.table === table && model.rows.createdBy(other) !== undefined && calls.some((call) => call.loop !== undefined))) return true
  return model.operations.some((other) => other.table === table && other.access === 'write' && !other.wide && other.data !== undefined && (!ts.isObjectLiteralExpression(other.data) || isRepeated(other.node, unit.node)) && other.node.pos > node.end && other.node.pos >= unit.node.pos && other.node.end <= unit.node.end && other.unit.file === unit.file)
}

/** Whether a call stands in a loop or a callback of a function. */
function isRepeated(node: ts.Node, within: ts.Node): boolean {
  const around = ts.findAncestor(node, (at) => at === within || ts.isIterationStatement(at, false) || ts.isFunctionLike(at))
  return around !== undefined && around !== within
}

/** Methods that a class of one purpose has; the class says what they do. */
const ONLY_METHOD = /^(?:execute|handle|run|perform|invoke|call|process)$/

/** Names of the functions around, the innermost first, with those of what they are given to. */
function namesAround(unit: Unit): string[] {
  const names: string[] = []
  for (let at: Unit | undefined = unit; at; at = at.parent) {
    if (at.kind === 'module') continue
    const name = at.name.replace(/^.*\./, '')
    names.push(name, ...(ONLY_METHOD.test(name) ? [at.name.slice(0, -name.length)] : []))
  }
  return names
}

function isValidated({ middleware }: EntryPoint): boolean {
  return middleware.some(({ label, tags }) => /valid|schema|celebrate|\bz\.|joi/i.test(label) || tags.some((tag) => tag.name === 'guard' && tag.value.startsWith('validate')))
}

function messageOf(operation: Operation, filter: Filter, entry: EntryPoint | undefined): string {
  const done = operation.access === 'delete' ? 'deletes' : 'changes'
  const rows = `every row of ${operation.table ?? 'its table'}`
  const reached = entry ? `, reached from ${requestName(entry)}` : ''
  if (filter.kind === 'missing') return `${operation.label} has no filter and ${done} ${rows}${reached}`
  if (filter.kind === 'empty') return `${operation.label} is given an empty filter and ${done} ${rows}${reached}`
  if (filter.kind === 'conditional') return `${operation.label} ${done} ${rows} when no condition was added to ${filter.expression.text}${reached}`
  const values = filter.kind === 'droppable' ? [...new Set(filter.values.map(({ expression }) => textOf(expression)))] : []
  if (operation.wide?.undefinedValue === 'unfit') return `${operation.label} ${done} no row, or ${rows}, when ${values.join(' and ')} ${values.length > 1 ? 'are' : 'is'} undefined${reached}`
  return `${operation.label} ${done} ${rows} when ${values.join(' and ')} ${values.length > 1 ? 'are' : 'is'} undefined${reached}`
}

function whyOf(filter: Filter, operation: Operation): string {
  if (filter.kind === 'droppable' && operation.wide?.undefinedValue === 'unfit')
    return 'The library compares an undefined value with null, so that no row fits, or refuses it, by its version; with a setting that has it left out (invalidWhereValuesBehavior) the whole table is meant. Either way nobody asked for that. Check the value first.'
  if (filter.kind === 'droppable' && operation.wide?.undefinedValue === 'refused')
    return 'The library refuses a condition with an undefined value, and older versions leave it out of the filter. Check the value first and answer that it is missing.'
  if (filter.kind === 'droppable') return 'A condition whose value is undefined is left out of the filter, and a filter without conditions means the whole table; only a backup brings the rows back. Check the value first.'
  if (filter.kind === 'conditional') return 'A filter without conditions means the whole table; only a backup brings the rows back. Refuse to run without at least one condition.'
  return 'One call changes the whole table, and only a backup brings the rows back. Name the rows it is about; where all are meant, do it in a script, or in batches.'
}

/** A check of the values in front of the statement, where there is a place for one; else a recipe. */
function fixFor(operation: Operation, filter: Filter): Fix {
  const statement = statementAround(operation.node)
  const guard = guardFor(filter)
  if (statement && guard) {
    const source = statement.getSourceFile()
    const start = statement.getStart()
    const indent = /[ \t]*$/.exec(source.text.slice(0, start))?.[0] ?? ''
    return {
      kind: 'suggestion',
      title: guard.title,
      edits: [{ file: operation.unit.file.relative, start, end: start, text: `${guard.code}\n${indent}` }],
    }
  }
  if (guard) return { kind: 'recipe', title: guard.title, edits: [], code: `${guard.code}\n${operation.label}(...)` }
  if (filter.kind === 'conditional') return { kind: 'recipe', title: `Refuse to run when no condition was added to ${filter.expression.text}.`, edits: [], code: `if (<none of the values is given>) throw new Error('a condition is missing')\n${operation.label}(...)` }
  return { kind: 'recipe', title: `Name the rows of ${operation.table ?? 'the table'} that ${operation.label} is about.`, edits: [], code: `${operation.label}(... only the rows with the id that was asked for)` }
}

function guardFor(filter: Filter): { readonly title: string; readonly code: string } | undefined {
  if (filter.kind === 'conditional') {
    const name = filter.expression.text
    // How many conditions a builder has is known to the code that adds them only.
    if (filter.isBuilder) return undefined
    return { title: `Refuse to run with an empty ${name}.`, code: `if (Object.keys(${name}).length === 0) throw new Error('${name} has no condition')` }
  }
  if (filter.kind !== 'droppable') return undefined
  const values = filter.values.map(({ expression }) => textOf(expression))
  // A condition or a fallback is no name that could be tested.
  if (values.length === 0 || filter.values.some(({ expression }) => !/^[\w$.?[\]'"]+$/.test(textOf(expression)) || textOf(expression) === 'undefined')) return undefined
  const distinct = [...new Set(values)]
  const names = distinct.map((value) => value.replace(/['"?[\]]/g, '')).join(' or ')
  return { title: `Refuse to run without ${names}.`, code: `if (${distinct.map((value) => `${value} === undefined`).join(' && ')}) throw new Error('${names} is missing')` }
}

function textOf(expression: ts.Expression): string {
  let value = expression
  while (ts.isAsExpression(value) || ts.isParenthesizedExpression(value) || ts.isSatisfiesExpression(value)) value = value.expression
  return value.getText().replace(/\s+/g, ' ')
}

/** The statement of a block in which a node stands, within its function. */
function statementAround(node: ts.Node): ts.Statement | undefined {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) if (ts.isBlock(at.parent) || ts.isSourceFile(at.parent) || ts.isCaseOrDefaultClause(at.parent)) return at as ts.Statement
  return undefined
}
