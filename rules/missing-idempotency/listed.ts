/**
 * Writes that are given as a list, each under the name of what it does: `bulkWrite([{ updateOne: { filter, update } }])`.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { declarationOf } from '../../src/model/filters.js'
import type { Operation } from '../../src/model/types.js'

const UPDATES = /^update(?:One|Many)$/

/** The changes of rows that an operation is given as a list; undefined where it is given something else, or may create a row. */
export function changesListed({ data }: Operation): readonly ts.Expression[] | undefined {
  const writes = data && elementsOf(data)
  return writes && writes.length > 0 && writes.every(isUpdate) ? writes : undefined
}

/** `{ updateOne: { filter, update } }`, and not with `upsert: true`. */
function isUpdate(write: ts.Expression): boolean {
  if (!ts.isObjectLiteralExpression(write)) return false
  return write.properties.length > 0 && write.properties.every((member) => {
    const given = ts.isPropertyAssignment(member) && UPDATES.test(member.name.getText()) ? skipOuter(member.initializer) : undefined
    return given !== undefined && ts.isObjectLiteralExpression(given) && !given.properties.some(ts.isSpreadAssignment) && propertyOf(given, 'upsert').every((value) => value.kind === ts.SyntaxKind.FalseKeyword)
  })
}

/** All that a list holds that is written out, made of another one, or filled by `push`; undefined where some of it is not seen. */
function elementsOf(list: ts.Expression): readonly ts.Expression[] | undefined {
  const value = skipOuter(list)
  if (ts.isArrayLiteralExpression(value)) return value.elements.some(ts.isSpreadElement) ? undefined : value.elements.map(skipOuter)
  if (ts.isCallExpression(value)) return ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'map' ? madeBy(value.arguments[0]) : undefined
  const declaration = ts.isIdentifier(value) ? declarationOf(value) : undefined
  const root = declaration && ts.findAncestor(declaration, ts.isFunctionLike)
  const first = declaration?.initializer && elementsOf(declaration.initializer)
  if (!ts.isIdentifier(value) || !root || !first) return undefined
  const pushed = pushesTo(value.text, root).flatMap((push) => [...push.arguments])
  return pushed.some(ts.isSpreadElement) ? undefined : [...first, ...pushed.map(skipOuter)]
}

/** What a function gives back: `(row) => ({ updateOne: ... })`. */
function madeBy(make: ts.Expression | undefined): readonly ts.Expression[] | undefined {
  if (!make || (!ts.isArrowFunction(make) && !ts.isFunctionExpression(make))) return undefined
  if (!ts.isBlock(make.body)) return [skipOuter(make.body)]
  const found: ts.Expression[] = []
  const visit = (at: ts.Node): void => {
    if (ts.isFunctionLike(at)) return
    if (ts.isReturnStatement(at) && at.expression) found.push(skipOuter(at.expression))
    else ts.forEachChild(at, visit)
  }
  visit(make.body)
  return found
}

/** `mails.push(...)` in a function. */
export function pushesTo(list: string, root: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (at: ts.Node): void => {
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression) && at.expression.name.text === 'push' && at.expression.expression.getText() === list) found.push(at)
    ts.forEachChild(at, visit)
  }
  visit(root)
  return found
}
