/**
 * Bodies that nothing checks, of which the code takes what it wants by name, and whose values do little where they go: typed
 * columns refuse what does not fit.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../../src/libraries/paths.js'
import { endsFunction } from '../../src/model/control-flow.js'
import { isInBranch, isSwallowed } from '../../src/model/own-guards.js'
import { throwsOut } from '../../src/model/own-failures.js'
import type { Flow, Model, Operation, OperationKind, Unit } from '../../src/model/types.js'
import { saysWhose } from './columns.js'

/** Work that is done before a column may refuse a value, and is not undone, or that a value goes to as it is. */
const OTHER_WORK: readonly OperationKind[] = ['payment', 'email', 'sms', 'publish', 'enqueue', 'http', 'storage', 'file-write', 'process', 'llm', 'cache-write']

/** Whether a handler does no more than ask a database. */
export function onlyQueries(handler: Unit, model: Model): boolean {
  return OTHER_WORK.every((kind) => model.reachedBy(handler, kind).length === 0)
}

/** Whether the library knows the types of the columns that are written, and refuses values of others. */
export function isTyped({ declaredTable, operators }: Operation): boolean {
  return declaredTable !== undefined && declaredTable.columns.length > 0 && (declaredTable.source === 'prisma' || operators === 'cast')
}

/** `if (order.ownerId !== user.id) throw ...` in a function on the way: the row is that of whoever sends the body. */
export function asksWhose({ trace }: Flow, operation: Operation, model: Model): boolean {
  return [...new Set([operation.unit, ...trace.map(({ node }) => model.unitOf(node))])].some((unit) => unit !== undefined && unit.kind !== 'module' && refusesOthers(unit, model))
}

/**
 * `await ownerOf(body.orderId)`: a function that is called in any case is given the value, looks a row up by it, and throws
 * at whoever the row is not of.
 */
export function isAskedFor({ source, path }: Flow, model: Model): boolean {
  const unit = model.unitOf(source.node)
  const isMeant = (argument: ts.Expression) => model.flowsInto(argument, 'text').some((flow) => flow.source.node === source.node && flow.path.join() === path.join())
  return unit !== undefined && unit.calls.some((call) => {
    if (isInBranch(call.node, unit.node) || isSwallowed(call.node)) return false
    const index = argumentsOf(call.node).findIndex((argument) => (ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument)) && isMeant(argument))
    const { units } = index < 0 ? { units: [] } : model.resolve(call)
    return units.length > 0 && units.every((asked) => throwsAtOthers(asked, asked.parameters[index], model))
  })
}

/** The row whose column is compared is looked up by a parameter. */
function throwsAtOthers(unit: Unit, parameter: ts.ParameterDeclaration | undefined, model: Model): boolean {
  if (!parameter || !ts.isIdentifier(parameter.name)) return false
  const mention = new RegExp(String.raw`(?<![\w$.])${parameter.name.text.replaceAll('$', String.raw`\$`)}(?![\w$])`)
  return refusesOthers(unit, model, ({ where }, refused) => throwsOut(refused) && where.some((filter) => filter !== true && mention.test(filter.getText())))
}

/** @param counts says of the operation that gave a row, and of what is done with others than whom it belongs to, whether they count */
function refusesOthers(unit: Unit, model: Model, counts: (read: Operation, refused: { readonly node: ts.Node }) => boolean = () => true): boolean {
  return model.rows.testsIn(unit).some(({ node, condition, uses }) => {
    if (!ts.isIfStatement(node) || !endsFunction(node.thenStatement)) return false
    return comparisonsIn(condition).some(({ left, right }) => [[left, right], [right, left]].some(([column, sender]) => column !== undefined && sender !== undefined && uses.some((use) => use.node === skipOuter(column) && counts(use.operation, { node: node.thenStatement }) && isOther(skipOuter(sender), use.operation, model))))
  })
}

function comparisonsIn(condition: ts.Expression): ts.BinaryExpression[] {
  const value = skipOuter(condition)
  if (!ts.isBinaryExpression(value)) return []
  return /^[!=]==?$/.test(value.operatorToken.getText()) ? [value] : [...comparisonsIn(value.left), ...comparisonsIn(value.right)]
}

/** Neither written down nor sent: it is who is signed in, also where his row was looked up by nothing that was sent. */
function isOther(value: ts.Expression, read: Operation, model: Model): boolean {
  if (!(ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) || /^(?:null|undefined)$/.test(value.getText()) || model.flowsInto(value, 'text').length > 0) return false
  const row = model.rows.rowOf(value)?.operation
  return row === undefined || (row !== read && row.where.length > 0 && row.where.every((filter) => filter !== true && model.flowsInto(filter, 'text').length === 0))
}

/** Fields by which rows are looked up, where each look-up also says whose they are: `findFirst({ where: { id: body.id, shopId } })`. */
export function lookedUpAsOwn(unit: Unit, model: Model): ReadonlySet<string> {
  const reads = model.reachedBy(unit, 'query').flatMap(({ operation: { access, where } }) => (access === 'read' ? [where.filter((filter) => filter !== true)] : []))
  const asked = reads.map((where) => ({ where, flows: where.flatMap((filter) => flowsOf(filter, unit, model)) })).filter(({ flows }) => flows.length > 0)
  if (!asked.every(({ where }) => where.some((filter) => namesOther(filter, unit, model)))) return new Set()
  return new Set(asked.flatMap(({ flows }) => flows.flatMap(({ path }) => path[0] ?? [])))
}

/**
 * What is sent goes, by name, to typed columns of new rows alone, of which the code says whose they are, and no query looks
 * for anything by it: `create({ data: { name: body.name, userId } })`.
 */
export function makesOwn(unit: Unit, operations: readonly Operation[], model: Model): boolean {
  return (
    operations.every((operation) => operation.declaredTable?.source === 'prisma' && /^create/.test(operation.call.name) && saysWhoseItIs(operation, unit, model)) &&
    model.reachedBy(unit, 'query').every(({ operation: { where } }) => where.every((filter) => filter !== true && flowsOf(filter, unit, model).length === 0))
  )
}

function saysWhoseItIs({ data }: Operation, unit: Unit, model: Model): boolean {
  const row = data && skipOuter(data)
  return row !== undefined && ts.isObjectLiteralExpression(row) && row.properties.some((member) => {
    const value = ts.isShorthandPropertyAssignment(member) ? member.name : ts.isPropertyAssignment(member) ? member.initializer : undefined
    return value !== undefined && member.name !== undefined && saysWhose(member.name.getText()) && flowsOf(value, unit, model).length === 0
  })
}

function flowsOf(value: ts.Expression, unit: Unit, model: Model): readonly Flow[] {
  return model.flowsInto(value, 'object').filter(({ source }) => model.unitOf(source.node) === unit && source.kind === 'body')
}

function namesOther(filter: ts.Expression, unit: Unit, model: Model): boolean {
  const value = skipOuter(model.initializerOf(filter) ?? filter)
  return ts.isObjectLiteralExpression(value) && value.properties.some((member) => {
    const given = ts.isShorthandPropertyAssignment(member) ? member.name : ts.isPropertyAssignment(member) ? member.initializer : undefined
    return given !== undefined && (ts.isIdentifier(given) || ts.isPropertyAccessExpression(given)) && flowsOf(given, unit, model).length === 0
  })
}
