import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { argumentsOf, skipOuter } from '../../src/libraries/paths.js'
import { declarationOf } from '../../src/model/filters.js'
import { isAwaitedByAll } from '../../src/model/handed-out.js'
import { requestName } from '../../src/model/reach.js'
import type { Flow, Model, Operation } from '../../src/model/types.js'
import { growthOf, isOfFewRows } from './growth.js'

export default defineRule({
  id: 'unbounded-query',
  severity: 'high',
  title: 'A list is read without a limit from a table that grows.',
  category: 'sharp-edge',
  topic: 'performance',
  cwe: [770],
  check({ model, report }) {
    const pages = new Map<ts.Node, Uncapped[]>()
    for (const operation of [...model.operations, ...model.wrapped.all]) {
      if (operation.kind !== 'query' || operation.access !== 'read' || operation.isStream || (operation.bound === undefined && operation.arity !== 'many')) continue
      const entry = model.entryPointsOf(operation.unit)[0]
      if (!entry) continue
      const size = model.tableSize(operation.table)
      if (size === 'small') continue
      if (operation.bound !== undefined) {
        const uncapped = isOfFewRows(operation) ? undefined : uncappedIn(operation, model)
        if (uncapped) pages.set(uncapped.cause, [...(pages.get(uncapped.cause) ?? []), uncapped])
        continue
      }
      const growth = growthOf(operation, model)
      if (!growth || mayGrowSteps(operation, model) || isNamedOtherwise(operation, model)) continue
      const table = operation.table ?? 'the table'
      report({
        at: { file: operation.unit.file, node: operation.node },
        message: `${operation.label} reads ${growth.what.replace('{table}', table)} with no limit, reached from ${requestName(entry)}`,
        why: 'The table grows with use, and one day this read takes all of its rows into memory and holds the connection while it does. Give it a limit and a cursor, or stream the rows.',
        trace: [
          { file: entry.file, node: entry.node, label: requestName(entry) },
          { file: operation.unit.file, node: operation.call.node, label: operation.label },
        ],
        fixes: fixesFor(operation),
        severity: size === 'huge' ? 'critical' : growth.severity,
        // Whether a table nobody can name grows is a guess.
        confidence: operation.table === undefined || mayBeBounded(operation) ? 'low' : worse(growth.confidence, operation.confidence),
      })
    }
    // One size for several reads is one mistake.
    for (const [first, ...others] of pages.values()) if (first) reportUncapped(first, others, report)
  },
})

/** A builder that is handed out gets its limit elsewhere, unless all who get it only wait for it. */
function mayGrowSteps(operation: Operation, model: Model): boolean {
  // `paginate(query, page)`; `Promise.all([query])` only waits for it.
  if (operation.givenTo) return model.resolve(operation.givenTo).library?.package !== 'ecmascript'
  // What is given a callback runs at once.
  if (!operation.escapes || argumentsOf(operation.call.node).some((argument) => isFunction(skipOuter(argument)))) return false
  return !isAwaitedByAll(operation.unit, model)
}

function isFunction(value: ts.Expression): boolean {
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value)
}

/** A step of the project's own says that rows are deleted, counted or paged: `Order.query().where(...).hardDelete()`. */
function isNamedOtherwise({ steps }: Operation, model: Model): boolean {
  return steps.some((step) => /(?:delete|destroy|remove|count|paginate|page|limit|first|one|by_?id)$/i.test(step.name) && model.resolve(step).library === undefined)
}

/** `findMany({ where, ...page(query) })`: what is spread into the options may hold the limit. */
function mayBeBounded({ boundPath, call }: Operation): boolean {
  const [, index, name] = /^(\d)\.(\w+)$/.exec(boundPath ?? '') ?? []
  const given = index === undefined ? undefined : argumentsOf(call.node)[Number(index)]
  const literal = given && skipOuter(given)
  if (!literal || name === undefined || !ts.isObjectLiteralExpression(literal)) return false
  return literal.properties.some((member) => {
    if (!ts.isSpreadAssignment(member)) return false
    const value = skipOuter(member.expression)
    if (ts.isIdentifier(value)) {
      const initializer = declarationOf(value)?.initializer
      return !initializer || !ts.isObjectLiteralExpression(skipOuter(initializer))
    }
    return !ts.isObjectLiteralExpression(value) && (ts.isCallExpression(value) || ts.isPropertyAccessExpression(value) || value.getText().includes(name))
  })
}

/** A page size that whoever asks may choose. */
interface Uncapped {
  readonly operation: Operation
  readonly bound: ts.Expression
  readonly flow: Flow
  /** The name it has in the function that reads, or the expression itself. */
  readonly cause: ts.Node
}

function uncappedIn(operation: Operation, model: Model): Uncapped | undefined {
  const bound = operation.bound === true ? boundInSql(operation, model) : operation.bound
  const flow = bound && model.flowsInto(bound, 'number')[0]
  if (!bound || !flow) return undefined
  const name = skipOuter(bound)
  return { operation, bound, flow, cause: (ts.isIdentifier(name) && declarationOf(name)) || bound }
}

/** What is given to the placeholder of LIMIT. */
function boundInSql(operation: Operation, model: Model): ts.Expression | undefined {
  // `LIMIT ${Number(req.query.size)}`
  for (const { expression } of operation.sql) {
    const template = skipOuter(expression)
    if (!ts.isTemplateExpression(template)) continue
    const at = [template.head, ...template.templateSpans.map(({ literal }) => literal)].findIndex(({ text }) => /\blimit\s+$/i.test(text))
    if (at >= 0 && template.templateSpans[at]) return template.templateSpans[at].expression
  }
  const text = operation.sql.map(({ expression }) => expression.getText()).join(' ')
  const [before, mark] = [/^[^]*?\blimit\s+(?=[$?:@])/i.exec(text)?.[0], /\blimit\s+(\$\d+|\?)/i.exec(text)?.[1]]
  if (before === undefined || mark === undefined) return undefined
  const values = model.rows.sqlValues(operation)
  return mark === '?' ? values[before.split('?').length - 1] : values[Number(mark.slice(1)) - 1]
}

function reportUncapped({ operation, bound, flow }: Uncapped, others: readonly Uncapped[], report: Parameters<Parameters<typeof defineRule>[0]['check']>[0]['report']): void {
  const text = bound.getText()
  report({
    at: { file: operation.unit.file, node: bound },
    message: `${flow.source.text} decides how many rows ${operation.label} ${others.length > 0 ? `and ${others.length} more read` : 'reads'}, with no upper limit`,
    why: 'One request with a large number reads the whole table. Cap the page size.',
    trace: [...flow.trace, { file: operation.unit.file, node: operation.call.node, label: operation.label }],
    fixes: others.length > 0 ? [capRecipe(text)] : [
      {
        kind: 'suggestion',
        title: 'Cap the page size at 100.',
        edits: [{ file: operation.unit.file.relative, start: bound.getStart(), end: bound.getEnd(), text: `${ts.isShorthandPropertyAssignment(bound.parent) ? `${text}: ` : ''}Math.min(Number(${text}) || 20, 100)` }],
      },
    ],
    confidence: worse(flow.confidence, operation.confidence),
  })
}

function capRecipe(text: string): Fix {
  return { kind: 'recipe', title: 'Cap the page size where it is taken.', edits: [], code: `const size = Math.min(Number(${text}) || 20, 100)` }
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

function worse(left: Confidence, right: Confidence): Confidence {
  const order: Confidence[] = ['high', 'medium', 'low']
  return order.indexOf(left) >= order.indexOf(right) ? left : right
}
