/**
 * Lists that are as long as one record has children: items of an order, lines of a recipe.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../libraries/paths.js'
import { alternatives, endsFunction, statementsBefore } from './control-flow.js'
import { givenAt } from './given-by-callers.js'
import type { Model, Operation, Rows } from './types.js'

/** Lists are followed through this many variables and calls. */
const MOST_HOPS = 8
/** A key that more tables have, and more than one of so many, is that of an owner of everything: of a tenant, or of a user. */
const MOST_CHILD_TABLES = 8
const ONE_TABLE_OF = 10
/** Members of lists and what gives back a list of them, no longer than they are. */
const SAME_LENGTH = /^(?:filter|map|slice|sort|toSorted|reverse|toReversed|keys|values|entries|from|fromEntries)$/

/**
 * Whether a list holds what belongs to one record: a relation of a row, rows that are found by the key of one parent, or
 * something else that is refused unless all of it is among them.
 *
 * @param mostTables how many tables may have that key
 */
export function isOfOneRecord(list: ts.Expression, model: Model, mostTables = mostChildTables(model), hops = 0): boolean {
  const value = skipOuter(list)
  if (hops > MOST_HOPS) return false
  const again = (next: ts.Expression) => isOfOneRecord(next, model, mostTables, hops + 1)
  const rows = model.rows.rowsBehind(value)
  if (rows.length > 0) return isOfAllCallers(value, rows, model) && rows.every(({ row }) => (row.path.length > 0 ? row.operation.arity === 'one' : isByParent(row.operation, model, mostTables)))
  if (ts.isAwaitExpression(value)) return again(value.expression)
  if (ts.isArrayLiteralExpression(value)) return value.elements.length > 0 && value.elements.every((element) => ts.isSpreadElement(element) && again(element.expression))
  if (ts.isNewExpression(value)) return value.arguments?.length === 1 && value.arguments.every(again)
  if (ts.isConditionalExpression(value)) return again(value.whenTrue) && again(value.whenFalse)
  // `order.items ?? []`
  if (ts.isBinaryExpression(value)) return again(value.left) && ts.isArrayLiteralExpression(skipOuter(value.right))
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    const lists = listsHandedThrough(value, model)
    if (lists.length > 0) return lists.every((list) => list !== undefined && again(list))
    if (!ts.isPropertyAccessExpression(callee) || !SAME_LENGTH.test(callee.name.text)) return false
    const [first] = value.arguments
    return /^(?:Object|Array)$/.test(callee.expression.getText()) ? first !== undefined && again(first) : again(callee.expression)
  }
  const initializer = model.initializerOf(value)
  if (initializer && again(initializer)) return true
  return ts.isIdentifier(value) && mustBeAmong(value, model).some(again)
}

/**
 * What a call gives functions that make a list of it, no longer than it is: `rows` of `priced({ lines: rows })`, where that
 * is `(order) => order.lines.map(toPrice)`. Undefined where one of their ends gives something else.
 */
function listsHandedThrough(value: ts.CallExpression, model: Model): (ts.Expression | undefined)[] {
  const call = model.unitOf(value)?.calls.find(({ node }) => node === value)
  return (call ? model.resolve(call).units : []).flatMap((unit) =>
    unit.returns.map((returned) => {
      let list = skipOuter(returned)
      while (ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression) && SAME_LENGTH.test(list.expression.name.text)) list = skipOuter(list.expression.expression)
      const owner = ts.isPropertyAccessExpression(list) ? skipOuter(list.expression) : list
      const parameter = unit.parameters.find(({ name }) => name.getText() === owner.getText())
      const given = parameter && givenAt(value, parameter).value
      return ts.isPropertyAccessExpression(list) ? given && propertyOf(given, list.name.text)[0] : given
    }),
  )
}

/** Lists of which another may only hold elements: the function is left before a place where it holds others. */
function mustBeAmong(list: ts.Identifier, model: Model): ts.Expression[] {
  return statementsBefore(list, list.getSourceFile()).flatMap((statement) => {
    const conditions = ts.isIfStatement(statement) && endsFunction(statement.thenStatement) ? alternatives(statement.expression) : []
    return conditions.flatMap((condition) => knownWhereOthers(condition, list, model) ?? [])
  })
}

/**
 * The list whose elements are known, in a condition that holds where another list has any that is not among them:
 * `lines.some(({ id }) => !known.has(id))`, `unknown.length > 0` of `const unknown = lines.filter(...)`.
 */
function knownWhereOthers(condition: ts.Expression, list: ts.Identifier, model: Model): ts.Expression | undefined {
  const value = skipOuter(condition)
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) return knownIn(value.operand, 'every', list)
  if (ts.isCallExpression(value)) return knownIn(value, 'some', list)
  const length = ts.isBinaryExpression(value) && /^(?:>0|>=1|!==?0)$/.test(`${value.operatorToken.getText()}${value.right.getText()}`) ? skipOuter(value.left) : value
  if (!ts.isPropertyAccessExpression(length) || length.name.text !== 'length') return undefined
  let others = skipOuter(length.expression)
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const known = knownIn(others, 'filter', list)
    if (known) return known
    const receiver = ts.isCallExpression(others) && ts.isPropertyAccessExpression(others.expression) && others.expression.name.text === 'map' ? others.expression.expression : model.initializerOf(others)
    if (!receiver) return undefined
    others = skipOuter(receiver)
  }
  return undefined
}

/** `known` of `lines.every(({ id }) => known.has(id))`, and of other members with the contrary. */
function knownIn(expression: ts.Expression, member: 'every' | 'some' | 'filter', list: ts.Identifier): ts.Expression | undefined {
  const call = skipOuter(expression)
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== member || call.expression.expression.getText() !== list.text) return undefined
  const [test] = call.arguments
  if (!test || !ts.isArrowFunction(test) || ts.isBlock(test.body)) return undefined
  const body = skipOuter(test.body)
  const isContrary = ts.isPrefixUnaryExpression(body) && body.operator === ts.SyntaxKind.ExclamationToken
  const asked = isContrary ? skipOuter(body.operand) : body
  if (isContrary === (member === 'every') || !ts.isCallExpression(asked) || !ts.isPropertyAccessExpression(asked.expression)) return undefined
  return /^(?:has|includes)$/.test(asked.expression.name.text) ? asked.expression.expression : undefined
}

/** Each caller of the function gives such rows, where they come from callers. */
function isOfAllCallers(list: ts.Expression, rows: ReturnType<Rows['rowsBehind']>, model: Model): boolean {
  const unit = model.unitOf(list)
  if (!unit || rows.every(({ calls }) => calls.length === 0)) return true
  return model.callersOf(unit).every(({ call }) => call.unit.file.surface !== 'production' || rows.some(({ calls }) => calls.at(-1) === call))
}

/** `findMany({ where: { orderId } })`: rows whose condition names one parent. */
function isByParent(operation: Operation, model: Model, mostTables: number): boolean {
  if (operation.access !== 'read') return false
  const columns = [...(model.rows.keyOf(operation)?.columns.keys() ?? [])].filter((column) => /[a-z]id$/.test(column))
  return columns.some((column) => tablesWith(column, model) <= mostTables)
}

/** Whether a column, in lower case without underscores, is the key of a record that has parts, and not that of an owner of everything. */
export function isKeyOfParent(column: string, model: Model): boolean {
  return tablesWith(column, model) <= mostChildTables(model)
}

function tablesWith(column: string, model: Model): number {
  return model.tables.filter((table) => table.columns.some(({ name }) => name.toLowerCase().replaceAll('_', '') === column)).length
}

function mostChildTables(model: Model): number {
  return Math.max(MOST_CHILD_TABLES, Math.floor(model.tables.length / ONE_TABLE_OF))
}
