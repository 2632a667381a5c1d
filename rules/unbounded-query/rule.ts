import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix, Severity } from '../../src/findings/finding.js'
import type { Call, EntryPoint, Model, Operation, Table } from '../../src/model/types.js'

export default defineRule({
  id: 'unbounded-query',
  severity: 'high',
  title: 'A list is read without a limit from a table that grows.',
  category: 'sharp-edge',
  cwe: [770],
  check({ model, report }) {
    for (const operation of model.operations) {
      if (operation.kind !== 'query' || operation.access !== 'read' || operation.isStream) continue
      const entry = model.entryPointsOf(operation.unit)[0]
      if (!entry) continue
      const size = model.tableSize(operation.table)
      if (size === 'small') continue
      if (operation.bound !== undefined) {
        reportUncapped(operation, model, report)
        continue
      }
      if (operation.arity !== 'many' || mayGrowSteps(operation, model)) continue
      const growth = growthOf(operation)
      if (!growth) continue
      const table = operation.table ?? 'the table'
      report({
        at: { file: operation.unit.file, node: operation.node },
        message: `${operation.label} reads ${growth.what.replace('{table}', table)} with no limit, reached from ${describe(entry)}`,
        why: 'The table grows with use, and one day this read takes all of its rows into memory and holds the connection while it does. Give it a limit and a cursor, or stream the rows.',
        trace: [
          { file: entry.file, node: entry.node, label: describe(entry) },
          { file: operation.unit.file, node: operation.call.node, label: operation.label },
        ],
        fixes: fixesFor(operation),
        severity: size === 'huge' ? 'critical' : growth.severity,
        // Whether a table nobody can name grows is a guess.
        confidence: operation.table === undefined ? 'low' : worse(growth.confidence, operation.confidence),
      })
    }
  },
})

/** A builder that is handed out gets its limit elsewhere, unless all who get it only wait for it. */
function mayGrowSteps(operation: Operation, model: Model): boolean {
  if (!operation.escapes) return false
  const callers = model.callersOf(operation.unit)
  return callers.length === 0 || callers.some(({ call, use }) => use !== undefined || !isAwaited(call))
}

function isAwaited(call: Call): boolean {
  let node: ts.Node = call.node
  while (ts.isParenthesizedExpression(node.parent) || ts.isAsExpression(node.parent)) node = node.parent
  if (ts.isAwaitExpression(node.parent)) return true
  return call.unit.isAsync && (ts.isReturnStatement(node.parent) || ts.isArrowFunction(node.parent))
}

/** A page size that whoever asks may choose. */
function reportUncapped(operation: Operation, model: Model, report: Parameters<Parameters<typeof defineRule>[0]['check']>[0]['report']): void {
  const { bound } = operation
  if (bound === undefined || bound === true) return
  const flow = model.flowsInto(bound, 'number')[0]
  if (!flow) return
  const text = bound.getText()
  report({
    at: { file: operation.unit.file, node: bound },
    message: `${flow.source.text} decides how many rows ${operation.label} reads, with no upper limit`,
    why: 'One request with a large number reads the whole table. Cap the page size.',
    trace: [...flow.trace, { file: operation.unit.file, node: operation.call.node, label: operation.label }],
    fixes: [
      {
        kind: 'suggestion',
        title: 'Cap the page size at 100.',
        edits: [{ file: operation.unit.file.relative, start: bound.getStart(), end: bound.getEnd(), text: `${ts.isShorthandPropertyAssignment(bound.parent) ? `${text}: ` : ''}Math.min(Number(${text}) || 20, 100)` }],
      },
    ],
    confidence: worse(flow.confidence, operation.confidence),
  })
}

interface Growth {
  readonly what: string
  readonly severity: Severity
  readonly confidence: Confidence
}

/** Tables that get rows as long as the system runs, for each parent too. */
const GROWS = /(?:event|message|log|order|transaction|payment|notification|activit|audit|comment|post|visit|metric|histor|invoice|entr(?:y|ies)|record|request|job|task|delivery|deliveries|attempt|email|click|view|reading|measurement|ledger)s?$/i

/** Tables that people fill by hand: a reader waves their growth off. */
const SETTLED =
  /(?:config(?:uration)?|setting|option|preference|feature|flag|role|permission|plan|tier|type|kind|categor(?:y|ies)|status(?:es)?|platform|propert(?:y|ies)|provider|exchange|currenc(?:y|ies)|countr(?:y|ies)|locale|language|template|environment|integration|connector|theme|region)s?$/i

/** How the result grows; undefined when the filter keeps it small. */
function growthOf(operation: Operation): Growth | undefined {
  const filters = operation.where
  if (filters.length === 0) return { what: 'all of {table}', severity: 'high', confidence: operation.table !== undefined && SETTLED.test(operation.table) ? 'low' : 'high' }
  const columns = filters.flatMap((filter) => (filter === true ? [] : columnsOf(filter)))
  // A filter that cannot be read (a variable, raw SQL, a callback) may well be selective.
  const opaque = filters.some((filter) => filter === true || columnsOf(filter).length === 0)
  if (columns.some(({ kind }) => kind === 'list')) return undefined
  const equal = columns.filter(({ kind }) => kind === 'equal').map(({ name }) => name)
  if (isUnique(equal, operation.declaredTable)) return undefined
  const grows = operation.table !== undefined && GROWS.test(operation.table)
  const parent = equal.find((name) => /(?:^|[a-z_])(?:id|uuid|slug|key|email|code|token)$/i.test(name))
  if (parent) return { what: `every row of {table} with one ${parent}`, severity: 'medium', confidence: grows ? 'medium' : 'low' }
  if (opaque) return { what: 'rows of {table}', severity: 'medium', confidence: 'low' }
  return { what: `every row of {table} that fits ${[...new Set(columns.map(({ name }) => name))].slice(0, 3).join(', ')}`, severity: 'medium', confidence: grows ? 'medium' : 'low' }
}

interface FilteredColumn {
  readonly name: string
  readonly kind: 'equal' | 'list' | 'other'
}

/** Columns an object filter compares, and how. */
function columnsOf(filter: ts.Expression): FilteredColumn[] {
  if (ts.isStringLiteralLike(filter)) return [{ name: filter.text.replace(/^.*\./, ''), kind: 'equal' }]
  if (!ts.isObjectLiteralExpression(filter)) return []
  return filter.properties.flatMap((member): FilteredColumn[] => {
    if (ts.isSpreadAssignment(member) || !member.name) return []
    const name = ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) ? member.name.text : ''
    if (name === '') return []
    if (/^(?:AND|\$and)$/.test(name) && ts.isPropertyAssignment(member) && ts.isArrayLiteralExpression(member.initializer)) return member.initializer.elements.flatMap(columnsOf)
    if (ts.isShorthandPropertyAssignment(member)) return [{ name, kind: 'equal' }]
    if (!ts.isPropertyAssignment(member)) return []
    const value = member.initializer
    if (ts.isArrayLiteralExpression(value)) return [{ name, kind: 'list' }]
    if (ts.isCallExpression(value)) return [{ name, kind: /^(?:In|Any)$/.test(value.expression.getText()) ? 'list' : /^(?:Not|Like|ILike|Between|MoreThan|LessThan|IsNull|Raw)/.test(value.expression.getText()) ? 'other' : 'equal' }]
    if (!ts.isObjectLiteralExpression(value)) return [{ name, kind: 'equal' }]
    const inner = value.properties[0]
    const operator = inner?.name?.getText().replace(/['"[\]]/g, '') ?? ''
    if (/^(?:in|\$in|Op\.in|hasSome)$/.test(operator)) return [{ name, kind: 'list' }]
    if (/^(?:equals|\$eq|Op\.eq)$/.test(operator)) return [{ name, kind: 'equal' }]
    return [{ name, kind: 'other' }]
  })
}

function isUnique(columns: readonly string[], table: Table | undefined): boolean {
  if (columns.length === 0) return false
  const names = new Set(columns.map((name) => name.toLowerCase()))
  // Without a declaration, only the usual name of a primary key is one.
  if (!table) return names.has('id') || names.has('_id') || names.has('uuid')
  return table.uniqueKeys.some((key) => key.every((column) => names.has(column))) || names.has('id')
}

/** A first page, where the call takes its limit in an object; how to get the next ones is for a person to say. */
function fixesFor(operation: Operation): Fix[] {
  const recipe = recipeFor(operation)
  const [, index, name] = /^(\d)\.(\w+)$/.exec(operation.boundPath ?? '') ?? []
  const call = operation.call.node
  if (index === undefined || name === undefined || !ts.isCallExpression(call) || operation.bound !== undefined) return [recipe]
  const given = call.arguments[Number(index)]
  const file = operation.unit.file.relative
  const title = 'Read at most 100 rows, and page by a cursor.'
  if (!given) {
    const before = call.arguments.length
    if (before !== Number(index)) return [recipe]
    const at = call.getEnd() - 1
    return [{ kind: 'suggestion', title, edits: [{ file, start: at, end: at, text: `${before > 0 ? ', ' : ''}{ ${name}: 100 }` }] }, recipe]
  }
  if (!ts.isObjectLiteralExpression(given)) return [recipe]
  const at = given.getStart() + 1
  const first = given.properties[0]
  // On a line of its own where the others are.
  const gap = first ? given.getSourceFile().text.slice(at, first.getStart()) : ' '
  const space = /\S/.test(gap) ? ' ' : gap
  return [{ kind: 'suggestion', title, edits: [{ file, start: at, end: at, text: first ? `${space}${name}: 100,` : ` ${name}: 100 ` }] }, recipe]
}

function recipeFor(operation: Operation): Fix {
  return {
    kind: 'recipe',
    title: `Read ${operation.table ?? 'the rows'} page by page.`,
    edits: [],
    code: [
      '// order by a unique column, and go on after the last row of the page before',
      `const page = ${operation.label}(... limit 100, ordered by id, where id > cursor)`,
      'const cursor = page.length === 100 ? page.at(-1).id : undefined',
    ].join('\n'),
  }
}

function describe(entry: EntryPoint): string {
  if (entry.kind === 'route') return `${entry.method ?? 'ALL'} ${entry.path ?? entry.handler.name}`
  return `${entry.kind} ${entry.path ?? entry.handler.name}`
}

function worse(left: Confidence, right: Confidence): Confidence {
  const order: Confidence[] = ['high', 'medium', 'low']
  return order.indexOf(left) >= order.indexOf(right) ? left : right
}
