/**
 * Records that are saved together with their parts: an order with its lines, of which people make some tens.
 */
import { ts } from 'ts-morph'
import { boundNames, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { contains } from '../../src/model/control-flow.js'
import { isKeyOfParent } from '../../src/model/record-children.js'
import type { Loop, Model, Operation, Reached, Step } from '../../src/model/types.js'

/** Names and calls are followed back this far. */
const MOST_HOPS = 8

/**
 * Whether a loop writes, with each item, a row that has the key of one record, and the transaction writes that record,
 * too: `order.create`, then `orderLine.create({ data: { orderId: order.id, ... } })` for each line.
 *
 * @param queries what the transaction leads to
 * @param outer a loop around it whose items are such parts themselves, and may be that record
 */
export function writesParts(loop: Loop, queries: readonly Reached[], model: Model, outer?: Loop): boolean {
  if (!loop.collection || isGatheredByPages(loop.collection, model)) return false
  const written = new Set(queries.flatMap(({ operation, looped, trace }) => ((!looped || (outer !== undefined && trace.every(({ node }) => contains(outer.node, node) && !contains(loop.node, node)))) && operation.access === 'write' ? nameOf(operation) : [])))
  return written.size > 0 && queries.some((reached) => reached.looped && reached.trace.some(({ node }) => contains(loop.node, node)) && parentsOf(reached, loop, model).some((parent) => written.has(parent)))
}

function nameOf({ declaredTable, table }: Operation): string | readonly never[] {
  return declaredTable?.name ?? table ?? []
}

/** The tables of records to which all rows belong that an operation in a loop creates. */
function parentsOf({ operation, trace }: Reached, loop: Loop, model: Model): string[] {
  return [...(model.rows.createdBy(operation)?.values ?? [])].flatMap(([column, value]) => {
    const relation = operation.declaredTable?.relations.find(({ holdsKey, key, name }) => holdsKey && [key, name].some((one) => one?.toLowerCase().replaceAll('_', '') === column))
    const parent = relation?.target ?? /^(.+)id$/.exec(column)?.[1]
    return parent !== undefined && isKeyOfParent(column.endsWith('id') ? column : `${column}id`, model) && isTheSame(value, trace, loop, model) ? (model.table(parent)?.name ?? parent) : []
  })
}

/** Nothing of an expression differs between the rounds of a loop. */
function isTheSame(expression: ts.Expression, trace: readonly Step[], loop: Loop, model: Model, hops = 0): boolean {
  if (hops > MOST_HOPS) return false
  if (contains(loop.node, expression)) return namesIn(expression).every((name) => !boundIn(loop.node).has(name))
  const value = skipOuter(expression)
  const property = ts.isPropertyAccessExpression(value) ? value.name.text : undefined
  const root = skipOuter(ts.isPropertyAccessExpression(value) ? value.expression : value)
  const given = model.givenFor(root).find(({ call, use }) => !use && trace.some(({ node }) => node === call.node))?.value
  if (!given) return false
  const literal = skipOuter(given)
  const next = property !== undefined && ts.isObjectLiteralExpression(literal) ? propertyOf(literal, property)[0] : given
  return next !== undefined && isTheSame(next, trace, loop, model, hops + 1)
}

/** Names of variables and parameters that an expression is made of. */
function namesIn(expression: ts.Node): string[] {
  if (ts.isIdentifier(expression)) return [expression.text]
  if (ts.isPropertyAccessExpression(expression)) return namesIn(expression.expression)
  const names: string[] = []
  ts.forEachChild(expression, (child) => void names.push(...namesIn(child)))
  return names
}

function boundIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (at: ts.Node): void => {
    if (ts.isVariableDeclaration(at) || ts.isParameter(at)) for (const { text } of boundNames(at.name)) names.add(text)
    ts.forEachChild(at, visit)
  }
  visit(node)
  return names
}

/** What a list holds was asked for page by page, so that it may be as long as it likes. */
function isGatheredByPages(list: ts.Expression, model: Model): boolean {
  const value = skipOuter(list)
  const made = ts.isIdentifier(value) ? model.initializerOf(value) : undefined
  const block = made && ts.findAncestor(made, ts.isBlock)
  if (!block || !ts.isIdentifier(value)) return false
  const visit = (at: ts.Node): boolean => {
    if (ts.isIdentifier(at) && at.text === value.text && ts.isPropertyAccessExpression(at.parent) && at.parent.expression === at && at.parent.name.text === 'push') {
      const paging = ts.findAncestor(at, (outer) => outer === block || ts.isWhileStatement(outer) || ts.isDoStatement(outer) || ts.isForStatement(outer))
      if (paging !== block) return true
    }
    return ts.forEachChild(at, (child) => visit(child) || undefined) ?? false
  }
  return visit(block)
}
