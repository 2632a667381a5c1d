/**
 * Lists that are as long as one record has children: items of an order, lines of a recipe.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { Model, Operation, Rows } from './types.js'

/** Lists are followed through this many variables and calls. */
const MOST_HOPS = 8
/** A key that more tables have, and more than one of so many, is that of an owner of everything: of a tenant, or of a user. */
const MOST_CHILD_TABLES = 8
const ONE_TABLE_OF = 10
/** Members of lists and what gives back a list of them, no longer than they are. */
const SAME_LENGTH = /^(?:filter|map|slice|sort|toSorted|reverse|toReversed|keys|values|entries|from|fromEntries)$/

/**
 * Whether a list holds what belongs to one record: a relation of a row, or rows that are found by the key of one parent.
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
    if (!ts.isPropertyAccessExpression(callee) || !SAME_LENGTH.test(callee.name.text)) return false
    const [first] = value.arguments
    return /^(?:Object|Array)$/.test(callee.expression.getText()) ? first !== undefined && again(first) : again(callee.expression)
  }
  const initializer = model.initializerOf(value)
  return initializer !== undefined && again(initializer)
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
