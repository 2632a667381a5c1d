/**
 * What else is done with a value on the way from where it comes in to a query.
 */
import { ts } from 'ts-morph'
import type { Flow, Model, Operation, RowAccess, Table } from '../../src/model/types.js'
import { columnName, takesNoObject } from '../../src/model/column-names.js'
import { contains } from '../../src/model/control-flow.js'
import { declarationOf } from '../../src/model/filters.js'
import { fateOfRows } from './found.js'
import type { Injection, Site } from './sites.js'

/** Data of the request as the sender wants it, or what the code writes down. */
const GIVEN = /^(?:\$request\.(?:body|query|params)\b|['"`\d]|(?:true|false|null)$)/

/** The way of a value to an operation: what is done in the function that takes it in and those it calls, in order. */
interface Way {
  readonly accesses: readonly RowAccess[]
  readonly index: number
  readonly access: RowAccess
}

function wayOf(flow: Flow, operation: Operation, model: Model): Way | undefined {
  const unit = model.unitOf(flow.source.node) ?? operation.unit
  const accesses = model.rows.accessesOf(unit)
  const index = accesses.findIndex((access) => access.operation === operation)
  const access = accesses[index]
  return access && { accesses, index, access }
}

/**
 * The same value is also written to a column that the schema knows, by this operation or one before it: an object does not
 * become a string, and the query is never sent. A replaced document is cast without an error.
 */
export function isCastElsewhere({ flow, flows, sites }: Injection, operation: Operation, model: Model): boolean {
  const { operators, data, label, declaredTable } = operation
  if (operators !== 'cast') return false
  const way = wayOf(flow, operation, model)
  const before = way?.accesses.slice(0, way.index).filter((earlier) => isAwaited(earlier.operation) && isAlwaysBefore(earlier, way.access)) ?? []
  const isWrittenBefore = (site: Site) => way !== undefined && before.some((earlier) => isStored(site, way.access, earlier, model))
  const copied = data && copiedInto(data, model)
  const isWrittenHere = (site: Site) => !/replace/i.test(label) && [data, copied].some((one) => one !== undefined && isWritten(site.expression.getText(), one, declaredTable))
  return sites.every((site) => isWrittenBefore(site) || isWrittenHere(site)) || isHeldByData(flows, operation, model)
}

/** A write that comes later stores the same value, and fails of an object. */
export function isCastLater({ flow, sites }: Injection, operation: Operation, model: Model): boolean {
  const way = operation.operators === 'cast' ? wayOf(flow, operation, model) : undefined
  return way !== undefined && sites.every((site) => way.accesses.slice(way.index + 1).some((later) => isAwaited(later.operation) && isStored(site, way.access, later, model)))
}

/** `order` of `const changes = new Order(order)`, where a class of the project takes its properties over. */
function copiedInto(data: ts.Expression, model: Model): ts.Expression | undefined {
  const made = ts.isIdentifier(data) ? declarationOf(data)?.initializer : data
  const call = made && ts.isNewExpression(made) ? model.unitOf(made)?.calls.find(({ node }) => node === made) : undefined
  return call && model.resolve(call).units.length > 0 ? (call.node as ts.NewExpression).arguments?.[0] : undefined
}

function isAwaited({ node }: Operation): boolean {
  return ts.isAwaitExpression(node.parent)
}

/** No branch leads past it. */
function isAlwaysBefore({ calls }: RowAccess, later: RowAccess): boolean {
  const parting = calls.findIndex((call, place) => call !== later.calls[place])
  return calls.slice(parting).every((call, place) => {
    const block = ts.findAncestor(call.node, ts.isStatement)?.parent
    const other = later.calls[parting]
    return block !== undefined && (place === 0 ? other !== undefined && contains(block, other.node) : block.parent === call.unit.node)
  })
}

/** The row that a write makes holds the value in a typed column. */
function isStored(site: Site, way: RowAccess, { operation, lift }: RowAccess, model: Model): boolean {
  const data = dataOf(operation)
  if (operation.access !== 'write' || !/^(?:create|insert|save)/i.test(operation.call.name)) return false
  if (data && operation.unit === way.operation.unit && isWritten(site.expression.getText(), data, operation.declaredTable)) return true
  const value = way.lift(model.rows.textOf(site.expression))
  const row = model.rows.createdBy(operation)
  return row !== undefined && [...row.columns].some(([column, text]) => lift(text) === value && isColumn(column, operation.declaredTable))
}

/** What is written, also by `const usage = new Usage({ ... }); await usage.save()`. */
function dataOf({ data, call: { node } }: Operation): ts.Expression | undefined {
  const row = !data && ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : undefined
  const made = row && ts.isIdentifier(row) ? declarationOf(row)?.initializer : row
  return made && ts.isNewExpression(made) ? made.arguments?.[0] : data
}

/** Whether data gives a value to one of the columns: `{ email }`, `{ $set: { email } }`, all of `req.body`. */
function isWritten(value: string, data: ts.Expression, table: Table | undefined): boolean {
  if (ts.isIdentifier(data) || ts.isPropertyAccessExpression(data)) {
    // `bookable` for `bookable.id`, `req.body` for `req.body.place`
    const property = value.startsWith(data.getText()) ? /^\??\.(\w+)/.exec(value.slice(data.getText().length))?.[1] : undefined
    if (property !== undefined) return isColumn(property, table)
    const made = ts.isIdentifier(data) ? declarationOf(data)?.initializer : undefined
    return made !== undefined && made !== data && isWritten(value, made, table)
  }
  if (ts.isArrayLiteralExpression(data)) return data.elements.some((element) => isWritten(value, element, table))
  if (!ts.isObjectLiteralExpression(data)) return false
  return data.properties.some((member) => {
    if (ts.isSpreadAssignment(member)) return isWritten(value, member.expression, table)
    const given = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
    const name = member.name?.getText().replace(/['"]/g, '') ?? ''
    if (!given) return false
    return /^\$(?:set|addToSet|push)/.test(name) ? isWritten(value, given, table) : given.getText() === value && isColumn(name, table)
  })
}

/** `updateFleet(body.fleetId, body)`: all of the body is written, by a name that is a column. */
function isHeldByData(flows: readonly Flow[], { data, access, declaredTable }: Operation, model: Model): boolean {
  if (!data || access !== 'write' || !declaredTable || declaredTable.columns.length === 0) return false
  const wholes = model.flowsInto(data, 'object').filter((whole) => whole.path.length === 0 && !whole.isNested && !whole.trace.some(({ node }) => ts.isBindingElement(node) && node.dotDotDotToken !== undefined))
  return flows.every(({ source, path: [name, ...inner] }) => name !== undefined && inner.length === 0 && isColumn(name, declaredTable) && wholes.some((whole) => whole.source.kind === source.kind && model.unitOf(whole.source.node) === model.unitOf(source.node)))
}

/** A schema that is not seen has the column that is asked for; one that is types it, unless the column holds whatever it is given. */
function isColumn(name: string, table: Table | undefined): boolean {
  if (!table || table.columns.length === 0) return true
  return table.columns.some((column) => columnName(column.name) === columnName(name) && takesNoObject(column.type))
}

/**
 * A query of its own looks before whether the value may be used: for the sender (`findOne({ _id: id, ownerId })`), or by what
 * the row says. An operator that fits rows of both kinds passes it.
 */
export function checkOn(site: Site, operation: Operation, model: Model): 'sender' | 'row' | undefined {
  const [flow] = model.flowsInto(site.expression, 'object')
  const way = flow && wayOf(flow, operation, model)
  if (!flow || !way) return undefined
  const value = way.access.lift(model.rows.textOf(site.expression))
  const infront = model.validation.entriesAt(flow.source.node).flatMap(({ middleware }) => middleware.flatMap(({ units }) => units.flatMap((unit) => model.rows.accessesOf(unit))))
  let found: 'row' | undefined
  for (const { operation: read, lift } of [...infront, ...way.accesses.slice(0, way.index)]) {
    if (read.kind !== 'query' || (read.access !== 'read' && read.access !== 'aggregate')) continue
    const compared = [...(model.rows.keyOf(read)?.columns.values() ?? [])].map(lift)
    if (!compared.includes(value)) continue
    if (compared.some((other) => other !== value && !GIVEN.test(other))) return 'sender'
    if (fateOfRows(read, model) === 'looked-at' || fateOfRows(read, model) === 'used') found = 'row'
  }
  return found
}

/**
 * A query in front reads one row by the same filter, and nothing that was sent is written: it is the row that was looked at,
 * whatever an operator says (`const review = await findOne({ _id: id }); ...; await updateOne({ _id: id }, { $inc: likes })`).
 */
export function isReadBefore([site]: readonly Site[], operation: Operation, model: Model): boolean {
  const { data, table, isUpsert } = operation
  const [flow] = site ? model.flowsInto(site.expression, 'object') : []
  const way = flow && wayOf(flow, operation, model)
  const filter = way && filterOn(way.access, model)
  if (!way || filter === undefined || isUpsert || !data || model.flowsInto(data, 'text').length > 0) return false
  return way.accesses.slice(0, way.index).some((earlier) => {
    const { operation: read } = earlier
    if (read.kind !== 'query' || read.access !== 'read' || read.arity !== 'one' || read.table !== table) return false
    return isAwaited(read) && isAlwaysBefore(earlier, way.access) && filterOn(earlier, model) === filter
  })
}

/** The conditions of a query, in the terms of the function that the way starts in; undefined where not all are written there. */
function filterOn({ operation, lift }: RowAccess, model: Model): string | undefined {
  const key = operation.where.every((filter) => filter !== true && ts.isObjectLiteralExpression(filter)) ? model.rows.keyOf(operation) : undefined
  return key?.isComplete === true ? [...key.columns].map(([column, value]) => `${column}=${lift(value)}`).sort().join('&') : undefined
}

/** What the caller on the way of each flow gives for a parameter, by its name; undefined where none does. */
export function givenFor(name: ts.Expression, flows: readonly Flow[], model: Model): readonly (ts.Expression | undefined)[] {
  const given = model.givenFor(name)
  return flows.map(({ trace }) => given.find(({ call, use }) => use === undefined && trace.some(({ node }) => node === call.node))?.value)
}
