/**
 * How declarations of relations say which table they lead to and what happens on delete.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../libraries/paths.js'
import { calleeName } from './syntax.js'
import type { Relation } from './types.js'

/** The class in `() => Order`, `(type) => Order`, `Order`, `'Order'`, `() => [Order]`. */
export function targetName(expression: ts.Expression): string | undefined {
  const value = skipOuter(expression)
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
    if (!ts.isBlock(value.body)) return targetName(value.body)
    const returned = value.body.statements.find(ts.isReturnStatement)?.expression
    return returned && targetName(returned)
  }
  if (ts.isArrayLiteralExpression(value)) return value.elements[0] && targetName(value.elements[0])
  if (ts.isStringLiteralLike(value)) return value.text
  if (ts.isIdentifier(value)) return value.text
  // `schema.Order`; of a column (`orders.id`) it is the table in front.
  if (ts.isPropertyAccessExpression(value)) return /^[A-Z]/.test(value.name.text) ? value.name.text : calleeName(value.expression)
  return undefined
}

/**
 * The library removes the rows on the other side with the one that declares the relation: `orphanRemoval`, or `remove`
 * in `cascade`. MikroORM's `Cascade.REMOVE` makes the key cascade from whichever side it is written on; a plain
 * `'remove'` on the side with the key means the parent.
 */
export function removesChildren(options: ts.Expression, holdsKey: boolean): boolean {
  if (!holdsKey && propertyOf(options, 'orphanRemoval').some((value) => value.kind === ts.SyntaxKind.TrueKeyword)) return true
  return propertyOf(options, 'cascade').some((value) => {
    const listed = skipOuter(value)
    const items = ts.isArrayLiteralExpression(listed) ? listed.elements : [listed]
    return items.some((item) => (ts.isPropertyAccessExpression(item) ? /^Cascade\.(?:REMOVE|ALL)$/.test(item.getText()) : !holdsKey && ts.isStringLiteralLike(item) && /^(?:remove|all)$/.test(item.text)))
  })
}

/** `CASCADE`, `set null`, `SetNull` and the like. */
export function deleteAction(text: string | undefined): Relation['onDelete'] {
  const words = text?.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().replace(/[\s_]+/g, '-')
  return (['cascade', 'restrict', 'set-null', 'no-action', 'set-default'] as const).find((action) => action === words)
}
